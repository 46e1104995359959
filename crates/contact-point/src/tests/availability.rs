//! Igangsettere say themselves, or through a coordinator of their region, when and where they can.

use chrono::Weekday;
use model::{Cell, DaysOff};
use store::{Db, availability::Availability, place, room, staff::Member};
use testkit::{Region, both_databases, day, region::weekly};

use super::assert_not_yours;
use crate::{Fault, add_away, drop_away, find_availability, set_availability};

fn on_tuesdays(region: &Region) -> Availability {
    Availability {
        staff: region.igangsetter.id,
        from: day("2027-02-01"),
        max_groups: 1,
        ask_first: false,
        cells: vec![region.cell],
        away: Vec::new(),
    }
}

fn set(db: &Db, by: &Member, new: &Availability) -> Result<(), Fault> {
    db.write_now(|tx| set_availability(tx, by, new))
}

fn found(db: &Db, by: &Member, region: &Region) -> Option<Availability> {
    let found = db.read_now(|tx| find_availability(tx, by, region.igangsetter.id));
    found.unwrap().1
}

both_databases!(an_igangsetter_and_a_coordinator_of_the_region_tell_and_see_it, |db| {
    let region = Region::made(&db, 1);
    for (by, max_groups) in [
        (&region.igangsetter, 1),
        (&region.coordinator, 2),
        (&region.add_neighbour(), 3),
    ] {
        let new = Availability {
            max_groups,
            ..on_tuesdays(&region)
        };
        set(&db, by, &new).unwrap();
        assert_eq!(found(&db, by, &region), Some(new));
    }
});

both_databases!(nobody_else_tells_or_sees_it, |db| {
    let (region, other) = (Region::made(&db, 1), Region::made(&db, 2));
    let before = found(&db, &region.igangsetter, &region);
    let mut leader = region.coordinator.clone();
    leader.roles.coordinator = false;
    for by in [&other.coordinator, &region.add_igangsetter(), &leader] {
        assert_not_yours(&set(&db, by, &on_tuesdays(&region)));
        assert_not_yours(&db.read_now(|tx| find_availability(tx, by, region.igangsetter.id)));
    }
    assert_eq!(found(&db, &region.igangsetter, &region), before);
});

both_databases!(whoever_starts_no_groups_has_no_availability, |db| {
    let region = Region::made(&db, 1);
    let of_coordinator = Availability {
        staff: region.coordinator.id,
        ..on_tuesdays(&region)
    };
    assert_not_yours(&set(&db, &region.coordinator, &of_coordinator));
    let of_nobody = Availability {
        staff: model::StaffId::from_bytes([9; 16]),
        ..on_tuesdays(&region)
    };
    assert_not_yours(&set(&db, &region.coordinator, &of_nobody));
});

both_databases!(an_igangsetter_who_has_told_nothing_has_none_yet, |db| {
    let region = Region::made(&db, 1);
    let new = region.add_igangsetter();
    let found = db.read_now(|tx| find_availability(tx, &new, new.id)).unwrap();
    assert_eq!((found.0.id, found.1), (new.id, None));
});

both_databases!(only_what_a_room_of_the_region_offers_can_be_taken, |db| {
    let (region, other) = (Region::made(&db, 1), Region::made(&db, 2));
    let not_offered = Cell {
        time: weekly(Weekday::Wed, 18),
        ..region.cell
    };
    for cell in [other.cell, not_offered] {
        let new = Availability {
            cells: vec![region.cell, cell],
            ..on_tuesdays(&region)
        };
        assert_not_yours(&set(&db, &region.igangsetter, &new));
    }
});

both_databases!(a_place_and_time_that_is_named_twice_counts_once, |db| {
    let region = Region::made(&db, 1);
    let twice = Availability {
        cells: vec![region.cell, region.cell],
        ..on_tuesdays(&region)
    };
    set(&db, &region.igangsetter, &twice).unwrap();
    assert_eq!(found(&db, &region.igangsetter, &region), Some(on_tuesdays(&region)));
});

both_databases!(what_is_told_replaces_what_was_told, |db| {
    let region = Region::made(&db, 1);
    set(&db, &region.igangsetter, &on_tuesdays(&region)).unwrap();
    let nowhere = Availability {
        cells: Vec::new(),
        ..on_tuesdays(&region)
    };
    set(&db, &region.igangsetter, &nowhere).unwrap();
    assert_eq!(found(&db, &region.igangsetter, &region), Some(nowhere));
});

both_databases!(weeks_off_are_noted_and_taken_back_each_once, |db| {
    let region = Region::made(&db, 1);
    let by = &region.igangsetter;
    let week = |first, last| DaysOff::new(day(first), day(last)).unwrap();
    let (easter, summer) = (week("2027-03-22", "2027-03-28"), week("2027-07-01", "2027-07-31"));
    let away = || found(&db, by, &region).unwrap().away;
    for span in [summer, easter, easter] {
        db.write_now(|tx| add_away(tx, by, by.id, span)).unwrap();
    }
    assert_eq!(away(), [easter, summer]);
    for _ in 0..2 {
        db.write_now(|tx| drop_away(tx, &region.coordinator, by.id, summer))
            .unwrap();
        assert_eq!(away(), [easter]);
    }
});

both_databases!(nobody_else_notes_weeks_off_nor_anybody_who_has_told_nothing, |db| {
    let (region, other) = (Region::made(&db, 1), Region::made(&db, 2));
    let today = DaysOff::new(day("2027-03-22"), day("2027-03-22")).unwrap();
    let silent = region.add_igangsetter();
    for (by, of) in [
        (&other.coordinator, region.igangsetter.id),
        (&silent, region.igangsetter.id),
        (&silent, silent.id),
    ] {
        assert_not_yours(&db.write_now(|tx| add_away(tx, by, of, today)));
        assert_not_yours(&db.write_now(|tx| drop_away(tx, by, of, today)));
    }
    assert_eq!(found(&db, &region.igangsetter, &region).unwrap().away, []);
});

both_databases!(what_is_not_offered_for_a_while_is_not_forgotten, |db| {
    let region = Region::made(&db, 1);
    set(&db, &region.igangsetter, &on_tuesdays(&region)).unwrap();
    let mut closed = db
        .read_now(|tx| place::find(tx, region.id, region.place))
        .unwrap()
        .unwrap();
    closed.offered = false;
    db.write_now(|tx| place::update(tx, &closed)).unwrap();
    let nowhere_else = Availability {
        cells: Vec::new(),
        ..on_tuesdays(&region)
    };
    set(&db, &region.igangsetter, &nowhere_else).unwrap();
    assert_eq!(found(&db, &region.igangsetter, &region), Some(on_tuesdays(&region)));
});

both_databases!(what_is_no_longer_offered_can_not_be_taken, |db| {
    let region = Region::made(&db, 1);
    let offer = |place_offered, room_offered| {
        db.write_now(|tx| {
            let mut place = place::find(tx, region.id, region.place)?.unwrap();
            let mut room = room::list(tx, region.id)?.remove(0);
            (place.offered, room.offered) = (place_offered, room_offered);
            place::update(tx, &place)?;
            room::update(tx, &room)
        })
        .unwrap();
    };
    for (place, room) in [(false, true), (true, false)] {
        offer(place, room);
        assert_not_yours(&set(&db, &region.igangsetter, &on_tuesdays(&region)));
    }
    offer(true, true);
    set(&db, &region.igangsetter, &on_tuesdays(&region)).unwrap();
});
