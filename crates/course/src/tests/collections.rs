//! Collections: when they are open, what their form offers, and what their leader is told (promise C11).

use chrono::NaiveDate;
use model::{CollectionId, Controller, CourseId};
use store::{Db, course::Collection, place};
use testkit::{Region, both_databases, day};

use crate::{Demand, Fault, NewCourse, add_course, choices, close_collection, demand, get_collection, open_collection};

/// Opens a collection at a course that ends on a day.
fn opened(db: &Db, region: &Region, last_session: &str, today: &str) -> Collection {
    let by = &region.coordinator;
    let controller = Controller {
        responsible_body: "Frivilligsentralen".to_owned(),
        privacy_contact: "personvern@example.no".to_owned(),
        phone: "12 34 56 78".to_owned(),
    };
    let new = NewCourse {
        title: "Torsdagskurset".parse().unwrap(),
        leader: by.id,
        last_session: day(last_session),
        participants: 10,
    };
    let id: CollectionId = db
        .write_now(|tx| {
            let course: CourseId = add_course(tx, &region.chance, by, &new)?;
            open_collection(tx, &region.chance, by, (course, &controller), day(today))
        })
        .unwrap();
    db.read_now(|tx| get_collection(tx, by, id)).unwrap().1
}

both_databases!(
    a_collection_is_open_until_a_week_after_the_last_session_or_after_today,
    |db| {
        let region = Region::made(&db, 1);
        for (last_session, closes_on) in [("2027-02-04", "2027-02-11"), ("2027-01-02", "2027-01-19")] {
            let collection = opened(&db, &region, last_session, "2027-01-12");
            assert_eq!(collection.closes_on, day(closes_on));
            assert!(collection.is_open(day("2027-01-12")));
            assert!(collection.is_open(day(closes_on)));
            assert!(!collection.is_open(day(closes_on) + chrono::Days::new(1)));
            assert_eq!(collection.notes_left, 0);
        }
    }
);

both_databases!(a_closed_collection_stays_closed, |db| {
    let region = Region::made(&db, 1);
    let collection = opened(&db, &region, "2027-02-04", "2027-01-12");
    for _ in 0..2 {
        db.write_now(|tx| close_collection(tx, &region.coordinator, collection.id))
            .unwrap();
    }
    let (_, collection) = db
        .read_now(|tx| get_collection(tx, &region.coordinator, collection.id))
        .unwrap();
    assert!(!collection.is_open(day("2027-01-12")));
});

both_databases!(nobody_closes_a_collection_that_is_not_theirs, |db| {
    let (region, other) = (Region::made(&db, 1), Region::made(&db, 2));
    let collection = opened(&db, &region, "2027-02-04", "2027-01-12");
    for by in [&region.igangsetter, &region.add_neighbour(), &other.coordinator] {
        let refused = db.write_now(|tx| close_collection(tx, by, collection.id));
        assert!(matches!(refused, Err(Fault::NotYours)), "{refused:?}");
    }
    let (_, collection) = db
        .read_now(|tx| get_collection(tx, &region.coordinator, collection.id))
        .unwrap();
    assert!(!collection.closed);
});

both_databases!(
    the_form_offers_the_own_places_and_those_of_neighbours_but_no_other_regions,
    |db| {
        let (region, _) = (Region::made(&db, 1), Region::made(&db, 2));
        let neighbour = region.add_neighbour();
        let theirs = region.add_place(neighbour.contact_point);
        let offered = |today: NaiveDate| db.read_now(|tx| choices(tx, &region.code, today));
        let choices = offered(day("2027-01-12")).unwrap();
        assert_eq!(choices.contact_point.id, region.contact_point);
        assert_eq!(choices.region.len(), 2, "both are named in the consent");
        let ids = |places: &[place::Place]| places.iter().map(|place| place.id).collect::<Vec<_>>();
        assert_eq!(
            (ids(&choices.own), ids(&choices.neighbours)),
            (vec![region.place], vec![theirs])
        );
        assert!(matches!(offered(day("2027-01-20")), Err(Fault::CollectionClosed)));
        let unknown = db.read_now(|tx| crate::choices(tx, &"ABCDEF".parse().unwrap(), day("2027-01-12")));
        assert!(matches!(unknown, Err(Fault::NoSuchCollection)), "{unknown:?}");
    }
);

#[test]
fn a_leader_is_told_nothing_live_and_one_band_after_closing() {
    let collection = |notes_left, closed| Collection {
        id: CollectionId::from_bytes([1; 16]),
        course: CourseId::from_bytes([2; 16]),
        code: "ABCDEF".parse().unwrap(),
        closes_on: day("2027-01-19"),
        closed,
        notes_left,
    };
    for notes_left in [0, 4, 5, 14] {
        assert_eq!(demand(&collection(notes_left, false), day("2027-01-19")), None);
    }
    for (notes_left, band) in [
        (0, Demand::FewerThanFive),
        (4, Demand::FewerThanFive),
        (5, Demand::FiveOrMore),
        (14, Demand::FiveOrMore),
    ] {
        assert_eq!(demand(&collection(notes_left, true), day("2027-01-12")), Some(band));
        assert_eq!(demand(&collection(notes_left, false), day("2027-01-20")), Some(band));
    }
}
