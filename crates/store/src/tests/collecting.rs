//! Collections, their planned groups and their paper slips.

use model::{CollectionId, ShortCode};
use testkit::{Region, both_databases, day};

use super::{erasing::seat_them, opened};
use crate::{
    Fault,
    collection::{self, Collection, Demand},
    course, group,
};

both_databases!(a_collection_closes_once_and_its_band_stays, |test| {
    let (db, region) = (opened(&test), Region::made(&test, 1));
    let read = |id| db.read_now(|c| collection::find(c, id)).unwrap().unwrap();
    for (notes, band) in [(4, Demand::FewerThanFive), (5, Demand::FiveOrMore)] {
        let new = Collection {
            id: CollectionId::random(&region.chance),
            course: region.course,
            code: ShortCode::random(&region.chance),
            closes_on: day("2027-01-19"),
            closed: None,
            notes_left: 0,
            planned: None,
        };
        db.write_now(|c| {
            collection::insert(c, &new)?;
            (0..notes).try_for_each(|_| collection::count_note(c, new.id))
        })
        .unwrap();
        assert_eq!(
            read(new.id),
            Collection {
                notes_left: notes,
                ..new.clone()
            }
        );

        let close = |on| db.write_now(|c| collection::close(c, new.id, day(on))).unwrap();
        close("2027-01-13");
        db.write_now(|c| collection::count_note(c, new.id)).unwrap();
        close("2027-01-15");
        assert_eq!(read(new.id).closed, Some((day("2027-01-13"), band)));
    }
    let nobody = CollectionId::from_bytes([9; 16]);
    let refused = db.write_now(|c| collection::close(c, nobody, day("2027-01-13")));
    assert!(matches!(refused, Err(Fault::Missing("collections"))), "{refused:?}");
});

both_databases!(
    a_collection_is_open_to_its_last_day_and_its_slips_for_two_weeks_more,
    |test| {
        let (db, region) = (opened(&test), Region::made(&test, 1));
        let read = || {
            db.read_now(|c| collection::find_by_code(c, &region.code))
                .unwrap()
                .unwrap()
        };
        let expired = |on| db.read_now(|c| collection::list_expired(c, day(on))).unwrap();
        let open = read();
        assert!(open.is_open(day("2027-01-19")) && !open.is_open(day("2027-01-20")));
        assert!(open.takes_slips(day("2027-02-02")) && !open.takes_slips(day("2027-02-03")));
        assert_eq!(expired("2027-01-19"), []);
        assert_eq!(expired("2027-01-20"), [open.id]);

        db.write_now(|c| collection::close(c, open.id, day("2027-01-14")))
            .unwrap();
        let closed = read();
        assert!(!closed.is_open(day("2027-01-14")));
        assert!(closed.takes_slips(day("2027-01-28")) && !closed.takes_slips(day("2027-01-29")));
        assert_eq!(expired("2027-01-20"), []);
    }
);

both_databases!(a_slip_is_used_once_and_goes_with_its_collection, |test| {
    let (db, region) = (opened(&test), Region::made(&test, 1));
    let of = db
        .read_now(|c| collection::find_by_code(c, &region.code))
        .unwrap()
        .unwrap()
        .id;
    let print = |slips: &[&[u8]]| {
        db.write_now(|c| slips.iter().try_for_each(|slip| collection::insert_slip(c, of, slip)))
            .unwrap();
    };
    let found = |slip: &[u8]| {
        db.read_now(|c| collection::find_by_slip(c, slip))
            .unwrap()
            .map(|found| found.id)
    };
    let use_up = |slip: &[u8]| db.write_now(|c| collection::use_slip(c, slip)).unwrap();
    print(&[b"one", b"two"]);
    assert_eq!((found(b"one"), found(b"three")), (Some(of), None));
    assert!(use_up(b"one"));
    assert!(!use_up(b"one"), "somebody was faster");
    assert_eq!((found(b"one"), found(b"two")), (None, Some(of)));

    let delete_stale = |on| db.write_now(|c| collection::delete_stale_slips(c, day(on))).unwrap();
    assert_eq!(delete_stale("2027-02-02"), 0);
    assert_eq!((delete_stale("2027-02-03"), found(b"two")), (1, None));
    db.write_now(|c| collection::close(c, of, day("2027-01-14"))).unwrap();
    print(&[b"three"]);
    assert_eq!((delete_stale("2027-01-28"), delete_stale("2027-01-29")), (0, 1));
    print(&[b"four"]);
    db.write_now(|c| course::delete(c, region.course)).unwrap();
    assert_eq!(found(b"four"), None);
    assert_eq!(db.read_now(|c| collection::find(c, of)).unwrap(), None);
});

both_databases!(a_collection_knows_its_planned_group_until_that_is_forgotten, |test| {
    let (db, region) = (opened(&test), Region::made(&test, 1));
    let planned = seat_them(&db, &region, &[]);
    let new = Collection {
        id: CollectionId::random(&region.chance),
        course: region.course,
        code: ShortCode::random(&region.chance),
        closes_on: day("2027-01-26"),
        closed: None,
        notes_left: 0,
        planned: Some(planned),
    };
    db.write_now(|c| collection::insert(c, &new)).unwrap();
    let list = || db.read_now(|c| collection::list(c, region.course)).unwrap();
    assert_eq!(
        db.read_now(|c| collection::find_by_planned(c, planned)).unwrap(),
        Some(new.clone())
    );
    assert_eq!(list().last(), Some(&new));

    db.write_now(|c| group::delete(c, planned)).unwrap();
    assert_eq!(list().last(), Some(&Collection { planned: None, ..new }));
});

both_databases!(
    a_course_stays_when_its_leader_goes_and_is_listed_once_it_has_ended,
    |test| {
        let (db, region) = (opened(&test), Region::made(&test, 1));
        let read = || db.read_now(|c| course::find(c, region.course)).unwrap().unwrap();
        let mut course = read();
        assert_eq!(course.leader, Some(region.coordinator.id));
        course.title = "Onsdagskurset".to_owned();
        course.participants = 9;
        course.last_session = day("2027-01-13");
        db.write_now(|c| course::update(c, &course)).unwrap();
        assert_eq!(read(), course);

        let ended = |before| db.read_now(|c| course::list_ended(c, day(before))).unwrap();
        assert_eq!((ended("2027-01-13"), ended("2027-01-14")), (vec![], vec![course.id]));

        db.write_now(|c| crate::staff::delete(c, region.coordinator.id))
            .unwrap();
        assert_eq!(read(), course::Course { leader: None, ..course });
    }
);
