//! Places and rooms belong to the contact point that keeps them.

use chrono::{NaiveTime, Weekday};
use model::{Cell, Chance, PlaceId, WeeklyTime};
use store::{Db, place, staff::Member};
use testkit::{Region, both_databases, region::weekly};

use crate::{Fault, NewPlace, NewRoom, add_place, add_room, region_cells};

fn library() -> NewPlace {
    NewPlace {
        name: "Biblioteket".parse().unwrap(),
        letter_name: "Storgata 1".parse().unwrap(),
        how_to_find: Some("Inngang fra gården".parse().unwrap()),
    }
}

fn room(times: &[WeeklyTime]) -> NewRoom {
    NewRoom {
        name: "Peisestua".parse().unwrap(),
        times: times.to_vec(),
    }
}

fn add(db: &Db, by: &Member, at: PlaceId, new: &NewRoom) -> Result<model::RoomId, Fault> {
    db.write_now(|tx| add_room(tx, &Chance::seeded(3), by, at, new))
}

#[track_caller]
fn assert_not_yours<T: std::fmt::Debug>(done: &Result<T, Fault>) {
    assert!(matches!(done, Err(Fault::NotYours)), "{done:?}");
}

both_databases!(a_coordinator_adds_a_place_and_a_room_with_its_times, |db| {
    let region = Region::made(&db, 1);
    let by = &region.coordinator;
    let at = db
        .write_now(|tx| add_place(tx, &Chance::seeded(2), by, &library()))
        .unwrap();
    let times = [
        weekly(Weekday::Mon, 10),
        weekly(Weekday::Mon, 12),
        weekly(Weekday::Tue, 11),
    ];
    let added = add(&db, by, at, &room(&times)).unwrap();
    db.read_now(|tx| {
        let stored = place::find(tx, region.id, at)?.unwrap();
        assert_eq!(stored.contact_point, region.contact_point);
        assert_eq!(
            (
                stored.name.as_str(),
                stored.letter_name.as_str(),
                stored.how_to_find.as_str()
            ),
            ("Biblioteket", "Storgata 1", "Inngang fra gården")
        );
        let rooms = place::list_rooms(tx, region.id)?;
        let stored = rooms.iter().find(|room| room.id == added).unwrap();
        assert_eq!((stored.place, stored.times.as_slice()), (at, &times[..]));
        Ok::<_, Fault>(())
    })
    .unwrap();
});

both_databases!(a_place_that_is_easy_to_find_needs_no_words, |db| {
    let region = Region::made(&db, 1);
    let new = NewPlace {
        how_to_find: None,
        ..library()
    };
    let at = db
        .write_now(|tx| add_place(tx, &Chance::seeded(2), &region.coordinator, &new))
        .unwrap();
    let stored = db.read_now(|tx| place::find(tx, region.id, at)).unwrap().unwrap();
    assert_eq!(stored.how_to_find, "");
});

both_databases!(nobody_but_a_coordinator_adds_places_and_rooms, |db| {
    let region = Region::made(&db, 1);
    let by = &region.igangsetter;
    assert_not_yours(&db.write_now(|tx| add_place(tx, &Chance::seeded(2), by, &library())));
    assert_not_yours(&add(&db, by, region.place, &room(&[])));
});

both_databases!(a_room_is_added_to_a_place_of_the_own_contact_point_only, |db| {
    let (region, other) = (Region::made(&db, 1), Region::made(&db, 2));
    assert_not_yours(&add(&db, &region.add_neighbour(), region.place, &room(&[])));
    assert_not_yours(&add(&db, &other.coordinator, region.place, &room(&[])));
    assert_not_yours(&add(&db, &region.coordinator, PlaceId::from_bytes([9; 16]), &room(&[])));
    let rooms = db.read_now(|tx| place::list_rooms(tx, region.id)).unwrap();
    assert_eq!(rooms.len(), 1);
});

both_databases!(a_room_can_not_hold_two_meetings_at_once, |db| {
    let region = Region::made(&db, 1);
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
        let refused = add(&db, &region.coordinator, region.place, &room(&overlapping));
        assert!(matches!(refused, Err(Fault::TimesOverlap)), "{refused:?}");
    }
    let rooms = db.read_now(|tx| place::list_rooms(tx, region.id)).unwrap();
    assert_eq!(rooms.len(), 1);
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
