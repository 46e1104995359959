//! Collections: when they are open, and what their leader is told (promise C11).

use chrono::Days;
use model::CollectionId;
use store::{Db, collection::Collection, course};
use testkit::{Region, both_databases, day, oslo};

use super::{Town, start};
use crate::{
    Demand, Fault, NewCourse, add_course, clean_due, close_collection, close_due, demand, get_collection,
    open_collection,
};

/// Opens a collection at a course that ends on a day.
fn opened(db: &Db, region: &Region, last_session: &str) -> Collection {
    let by = &region.coordinator;
    let new = NewCourse {
        title: "Torsdagskurset".parse().unwrap(),
        leader: by.id,
        last_session: day(last_session),
        participants: 10,
    };
    let id: CollectionId = db
        .write_now(|tx| {
            let course = add_course(tx, &region.chance, by, &new)?;
            open_collection(tx, &region.chance, by, (course, None), start())
        })
        .unwrap();
    db.read_now(|tx| get_collection(tx, by, id)).unwrap().1
}

both_databases!(
    a_collection_is_open_until_a_week_after_the_last_session_or_after_today,
    |db| {
        let region = Region::made(&db, 1);
        for (last_session, closes_on) in [("2027-02-04", "2027-02-11"), ("2027-01-02", "2027-01-19")] {
            let collection = opened(&db, &region, last_session);
            assert_eq!(collection.closes_on, day(closes_on));
            assert!(collection.is_open(day("2027-01-12")));
            assert!(collection.is_open(day(closes_on)));
            assert!(!collection.is_open(day(closes_on) + Days::new(1)));
            assert_eq!((collection.notes_left, collection.planned), (0, None));
        }
    }
);

both_databases!(nobody_closes_a_collection_that_is_not_theirs, |db| {
    let (region, other) = (Region::made(&db, 1), Region::made(&db, 2));
    let collection = opened(&db, &region, "2027-02-04");
    for by in [&region.igangsetter, &region.add_neighbour(), &other.coordinator] {
        let refused = db.write_now(|tx| close_collection(tx, &region.chance, by, collection.id, start()));
        assert!(matches!(refused, Err(Fault::NotYours)), "{refused:?}");
    }
    let found = db.read_now(|tx| get_collection(tx, &region.coordinator, collection.id));
    assert_eq!(found.unwrap().1.closed, None);
});

both_databases!(
    a_leader_is_told_nothing_live_and_one_band_that_is_fixed_at_the_closing,
    |db| {
        let town = Town::on(db);
        let told = |code: &model::ShortCode| demand(&town.collection(code));
        for (notes, band) in [
            (0, Demand::FewerThanFive),
            (4, Demand::FewerThanFive),
            (5, Demand::FiveOrMore),
        ] {
            let collection = town.open(None);
            let door = crate::Door::Collection(collection.code.clone());
            for nth in 0..notes {
                let form = town.form(&format!("p{nth}@example.no"));
                town.submit_at(&door, &form, start()).unwrap();
                assert_eq!(told(&collection.code), None);
            }
            let keys = (&town.vault, &town.chance);
            let slip = town
                .db
                .write_now(|tx| crate::print_slips(tx, keys, &town.coordinator, (collection.id, 1), day("2027-01-12")))
                .unwrap();
            town.close(collection.id, start());
            assert_eq!(told(&collection.code), Some(band));
            // A slip that comes later does not change it, and neither does closing again.
            let late = crate::Door::Slip(slip[0].clone());
            town.submit_at(&late, &town.form("late@example.no"), start()).unwrap();
            town.close(collection.id, oslo("2027-01-14 10:00"));
            assert_eq!(
                town.collection(&collection.code).closed,
                Some((day("2027-01-12"), band))
            );
        }
    }
);

both_databases!(a_collection_that_nobody_closes_is_closed_when_its_time_is_over, |db| {
    let town = Town::on(db);
    for nth in 0..5 {
        town.submit(&town.form(&format!("p{nth}@example.no")), start()).unwrap();
    }
    close_due(&town.db, &town.chance, oslo("2027-01-19 23:59:59")).unwrap();
    assert_eq!(demand(&town.collection(&town.code)), None);
    for at in ["2027-01-20 00:00:00", "2027-01-21 00:00:00"] {
        close_due(&town.db, &town.chance, oslo(at)).unwrap();
        let closed = town.collection(&town.code).closed;
        assert_eq!(closed, Some((day("2027-01-20"), Demand::FiveOrMore)));
    }
});

both_databases!(a_course_is_kept_for_a_year_after_its_last_session, |db| {
    let town = Town::on(db);
    let is_there = || town.db.read_now(|tx| course::find(tx, town.course)).unwrap().is_some();
    let note = town.leave("ola@example.no", start());
    clean_due(&town.db, oslo("2028-01-12 23:59:59")).unwrap();
    assert!(is_there());
    clean_due(&town.db, oslo("2028-01-13 00:00:00")).unwrap();
    assert!(!is_there());
    let collection = town.db.read_now(|tx| store::collection::find_by_code(tx, &town.code));
    assert_eq!(collection.unwrap(), None);
    assert!(town.find(note).is_some(), "notes know nothing of courses");
});

both_databases!(a_course_is_kept_while_its_collection_takes_notes, |db| {
    let town = Town::on(db);
    let late = oslo("2028-01-13 10:00");
    town.db
        .write_now(|tx| open_collection(tx, &town.chance, &town.coordinator, (town.course, None), late))
        .unwrap();
    let is_there = || town.db.read_now(|tx| course::find(tx, town.course)).unwrap().is_some();
    // It closes on 20 January, and its slips are good until 3 February.
    clean_due(&town.db, oslo("2028-02-03 23:59:59")).unwrap();
    assert!(is_there());
    clean_due(&town.db, oslo("2028-02-04 00:00:00")).unwrap();
    assert!(!is_there());
});
