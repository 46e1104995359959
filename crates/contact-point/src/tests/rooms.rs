//! Rooms belong to places; editing one touches no group that meets in it.

use chrono::{NaiveTime, Weekday};
use model::{Calendar, Cell, Chance, GroupId, GroupState, Lead, PlaceId, PlaceKind, RoomId, WeeklyTime};
use store::{
    Db,
    group::{self, Group},
    place,
    room::{self, Room},
    staff::Member,
};
use testkit::{Region, both_databases, day, region::weekly};

use super::assert_not_yours;
use crate::{Fault, PlaceDraft, RoomDraft, add_room, edit_place, edit_room, get_room, offer_room, region_cells};

fn draft(times: &[WeeklyTime]) -> RoomDraft {
    RoomDraft {
        name: "Salen".parse().unwrap(),
        from: Some(day("2027-02-01")),
        until: Some(day("2027-06-30")),
        times: times.to_vec(),
    }
}

fn add(db: &Db, by: &Member, at: PlaceId, new: &RoomDraft) -> Result<RoomId, Fault> {
    db.write_now(|tx| add_room(tx, &Chance::seeded(3), by, at, new))
}

fn rooms(db: &Db, region: &Region) -> Vec<Room> {
    db.read_now(|tx| room::list(tx, region.id)).unwrap()
}

/// A group that meets in the region's room.
fn a_group(db: &Db, region: &Region) -> Group {
    let place = db.read_now(|tx| place::find(tx, region.id, region.place));
    let place = place.unwrap().unwrap();
    let group = Group {
        id: GroupId::random(&region.chance),
        region: region.id,
        round: None,
        state: GroupState::Ready,
        cell: region.cell,
        room: region.room,
        contact_point: region.contact_point,
        lead: Lead::By(region.igangsetter.id),
        place_name: place.name,
        letter_name: place.letter_name,
        directions: place.directions,
        room_name: "Peisestua".to_owned(),
        calendar: Calendar::meeting_on(day("2027-02-02"), 5),
        size: 5,
    };
    db.write_now(|tx| group::insert(tx, &group)).unwrap();
    group
}

both_databases!(a_coordinator_adds_a_room_with_its_times_and_dates, |db| {
    let region = Region::made(&db, 1);
    let times = [
        weekly(Weekday::Mon, 10),
        weekly(Weekday::Mon, 12),
        weekly(Weekday::Tue, 11),
    ];
    let id = add(&db, &region.coordinator, region.place, &draft(&times)).unwrap();
    let (at, room) = db.read_now(|tx| get_room(tx, &region.coordinator, id)).unwrap();
    let expected = Room {
        id,
        place: region.place,
        name: "Salen".to_owned(),
        from: Some(day("2027-02-01")),
        until: Some(day("2027-06-30")),
        offered: true,
        times: times.to_vec(),
    };
    assert_eq!((at.id, room), (region.place, expected));
});

both_databases!(a_room_is_edited_in_all, |db| {
    let region = Region::made(&db, 1);
    let new = RoomDraft {
        from: None,
        until: None,
        ..draft(&[weekly(Weekday::Fri, 18)])
    };
    db.write_now(|tx| offer_room(tx, &region.coordinator, region.room, false))
        .unwrap();
    db.write_now(|tx| edit_room(tx, &region.coordinator, region.room, &new))
        .unwrap();
    let expected = Room {
        id: region.room,
        place: region.place,
        name: "Salen".to_owned(),
        from: None,
        until: None,
        offered: false,
        times: vec![weekly(Weekday::Fri, 18)],
    };
    assert_eq!(rooms(&db, &region), [expected]);
    db.write_now(|tx| offer_room(tx, &region.coordinator, region.room, true))
        .unwrap();
    assert!(rooms(&db, &region)[0].offered);
});

both_databases!(editing_a_place_and_its_room_changes_no_group_that_meets_there, |db| {
    let region = Region::made(&db, 1);
    let group = a_group(&db, &region);
    let moved = PlaceDraft {
        kind: PlaceKind::Online,
        name: "Et annet sted".parse().unwrap(),
        address: None,
        letter_name: Some("Bakgata 2".parse().unwrap()),
        entrance: None,
        step_free: None,
        key_info: None,
        dial_in: None,
    };
    db.write_now(|tx| {
        edit_place(tx, &region.coordinator, region.place, &moved)?;
        crate::offer_place(tx, &region.coordinator, region.place, false)?;
        edit_room(tx, &region.coordinator, region.room, &draft(&[]))
    })
    .unwrap();
    assert_eq!(rooms(&db, &region)[0].name, "Salen");
    assert_eq!(db.read_now(|tx| group::get(tx, group.id)).unwrap(), group);
});

both_databases!(a_room_is_kept_by_a_coordinator_of_its_contact_point_only, |db| {
    let (region, other) = (Region::made(&db, 1), Region::made(&db, 2));
    let before = rooms(&db, &region);
    for by in [&region.igangsetter, &region.add_neighbour(), &other.coordinator] {
        assert_not_yours(&add(&db, by, region.place, &draft(&[])));
        assert_not_yours(&db.read_now(|tx| get_room(tx, by, region.room)));
        assert_not_yours(&db.write_now(|tx| edit_room(tx, by, region.room, &draft(&[]))));
        assert_not_yours(&db.write_now(|tx| offer_room(tx, by, region.room, false)));
    }
    let nowhere = PlaceId::from_bytes([9; 16]);
    assert_not_yours(&add(&db, &region.coordinator, nowhere, &draft(&[])));
    assert_eq!(rooms(&db, &region), before);
});

both_databases!(a_room_can_not_hold_two_meetings_at_once, |db| {
    let region = Region::made(&db, 1);
    let before = rooms(&db, &region);
    let at_half_past_one = WeeklyTime::new(Weekday::Mon, NaiveTime::from_hms_opt(13, 30, 0).unwrap()).unwrap();
    for overlapping in [
        [
            weekly(Weekday::Mon, 10),
            weekly(Weekday::Tue, 12),
            weekly(Weekday::Mon, 11),
        ],
        [weekly(Weekday::Mon, 12), at_half_past_one, weekly(Weekday::Fri, 12)],
        [
            weekly(Weekday::Fri, 12),
            weekly(Weekday::Mon, 12),
            weekly(Weekday::Mon, 12),
        ],
    ] {
        let new = draft(&overlapping);
        let refused = add(&db, &region.coordinator, region.place, &new);
        assert!(matches!(refused, Err(Fault::TimesOverlap)), "{refused:?}");
        let refused = db.write_now(|tx| edit_room(tx, &region.coordinator, region.room, &new));
        assert!(matches!(refused, Err(Fault::TimesOverlap)), "{refused:?}");
    }
    assert_eq!(rooms(&db, &region), before);
});

both_databases!(a_room_is_not_given_back_before_it_can_be_had, |db| {
    let region = Region::made(&db, 1);
    let new = RoomDraft {
        until: Some(day("2027-01-31")),
        ..draft(&[])
    };
    let refused = add(&db, &region.coordinator, region.place, &new);
    assert!(matches!(refused, Err(Fault::EndsTooEarly)), "{refused:?}");
    let one_day = RoomDraft {
        until: Some(day("2027-02-01")),
        ..draft(&[])
    };
    add(&db, &region.coordinator, region.place, &one_day).unwrap();
});

both_databases!(a_region_offers_each_place_and_time_once_in_order, |db| {
    let (region, other) = (Region::made(&db, 1), Region::made(&db, 2));
    let _ = other.add_room(Cell {
        time: weekly(Weekday::Sun, 10),
        ..other.cell
    });
    let monday = Cell {
        time: weekly(Weekday::Mon, 19),
        ..region.cell
    };
    let _ = region.add_room(region.cell);
    let _ = region.add_room(monday);
    let cells = db.read_now(|tx| region_cells(tx, region.id)).unwrap();
    assert_eq!(cells, [monday, region.cell]);
});
