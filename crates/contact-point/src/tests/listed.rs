//! Many places at once are all stored, or none is.

use chrono::Weekday;
use model::{Chance, Name, PlaceKind, WeeklyTime};
use store::{Db, place, room, staff::Member};
use testkit::{Region, both_databases, region::weekly};

use super::assert_not_yours;
use crate::{Fault, ListedPlace, ListedRoom, PlaceDraft, RoomDraft, add_listed};

fn house(name: &str, address: Option<&str>) -> Box<PlaceDraft> {
    Box::new(PlaceDraft {
        kind: PlaceKind::Physical,
        name: name.parse().unwrap(),
        address: address.map(|address| address.parse::<Name>().unwrap()),
        letter_name: None,
        entrance: None,
        step_free: None,
        key_info: None,
        dial_in: None,
    })
}

fn a_room(name: &str, times: &[WeeklyTime]) -> RoomDraft {
    RoomDraft {
        name: name.parse().unwrap(),
        from: None,
        until: None,
        times: times.to_vec(),
    }
}

fn add(db: &Db, by: &Member, list: &[ListedPlace]) -> Result<(), Fault> {
    db.write_now(|tx| add_listed(tx, &Chance::seeded(4), by, list))
}

/// The names of all places, and of all rooms with how many times each.
fn there(db: &Db, region: &Region) -> (Vec<String>, Vec<(String, usize)>) {
    let places = db.read_now(|tx| place::list(tx, region.id)).unwrap();
    let rooms = db.read_now(|tx| room::list(tx, region.id)).unwrap();
    (
        places.into_iter().map(|place| place.name).collect(),
        rooms.into_iter().map(|room| (room.name, room.times.len())).collect(),
    )
}

both_databases!(places_rooms_and_times_are_added_at_once, |db| {
    let region = Region::made(&db, 1);
    let new = weekly(Weekday::Thu, 10);
    let list = [
        ListedPlace::New(
            house("Kafeen", Some("Torget 2")),
            vec![a_room("Salen", &[new]), a_room("Loftet", &[new, region.cell.time])],
        ),
        ListedPlace::There(
            region.place,
            vec![
                ListedRoom::New(a_room("Biblioteksrommet", &[new])),
                ListedRoom::There(region.room, vec![new]),
            ],
        ),
    ];
    add(&db, &region.coordinator, &list).unwrap();
    let (places, rooms) = there(&db, &region);
    assert_eq!(places, ["Biblioteket", "Kafeen"]);
    let expected = [("Biblioteksrommet", 1), ("Loftet", 2), ("Peisestua", 2), ("Salen", 1)];
    assert_eq!(rooms, expected.map(|(name, times)| (name.to_owned(), times)));
});

both_databases!(a_time_that_a_room_has_is_not_added_again, |db| {
    let region = Region::made(&db, 1);
    let list = [ListedPlace::There(
        region.place,
        vec![ListedRoom::There(region.room, vec![region.cell.time])],
    )];
    let before = there(&db, &region);
    add(&db, &region.coordinator, &list).unwrap();
    assert_eq!(there(&db, &region), before);
});

both_databases!(with_one_fault_nothing_of_a_list_is_stored, |db| {
    let region = Region::made(&db, 1);
    let before = there(&db, &region);
    let good = ListedPlace::New(house("Kafeen", Some("Torget 2")), Vec::new());
    let nameless = ListedPlace::New(house("Huset", None), Vec::new());
    let fault = add(&db, &region.coordinator, &[good.clone(), nameless]);
    assert!(matches!(fault, Err(Fault::LetterName(_))), "{fault:?}");
    let an_hour_later = weekly(Weekday::Tue, 19);
    let overlapping = ListedRoom::There(region.room, vec![an_hour_later]);
    let overlapping = ListedPlace::There(region.place, vec![overlapping]);
    let fault = add(&db, &region.coordinator, &[good, overlapping]);
    assert!(matches!(fault, Err(Fault::TimesOverlap)), "{fault:?}");
    assert_eq!(there(&db, &region), before);
});

both_databases!(a_list_adds_nothing_to_places_of_others, |db| {
    let region = Region::made(&db, 1);
    let neighbour = region.add_neighbour();
    let before = there(&db, &region);
    for list in [
        [ListedPlace::There(
            region.place,
            vec![ListedRoom::New(a_room("Salen", &[region.cell.time]))],
        )],
        [ListedPlace::There(
            region.place,
            vec![ListedRoom::There(region.room, vec![weekly(Weekday::Thu, 10)])],
        )],
    ] {
        assert_not_yours(&add(&db, &neighbour, &list));
    }
    let new = [ListedPlace::New(house("Kafeen", Some("Torget 2")), Vec::new())];
    assert_not_yours(&add(&db, &region.igangsetter, &new));
    assert_eq!(there(&db, &region), before);
});
