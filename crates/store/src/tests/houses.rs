//! Contact points, places, rooms, and when they and igangsettere can be had.

use model::{ClosingLines, ContactPointId, DaysOff, PlaceKind, RoomId};
use testkit::{Region, both_databases, day, region::weekly};

use super::opened;
use crate::{
    Fault,
    availability::{self, Availability},
    contact_point::{self, ContactPoint},
    place::{self, Directions},
    room::{self, Room},
};

fn days(first: &str, last: &str) -> DaysOff {
    DaysOff::new(day(first), day(last)).unwrap()
}

both_databases!(a_contact_point_is_read_back_as_it_was_edited_last, |test| {
    let (db, region) = (opened(&test), Region::made(&test, 1));
    let first = db.read_now(|c| contact_point::get(c, region.contact_point)).unwrap();
    assert_eq!(first.controller, Some(testkit::region::a_controller()));
    let second = ContactPoint {
        id: ContactPointId::from_bytes([9; 16]),
        name: "Aktivitetssenteret".to_owned(),
        slug: "aktivitetssenteret".parse().unwrap(),
        controller: None,
        supported_meetings: 0,
        ..first.clone()
    };
    db.write_now(|c| contact_point::insert(c, &second)).unwrap();
    let edited = ContactPoint {
        name: "Frisklivssentralen".to_owned(),
        slug: "frisk".parse().unwrap(),
        controller: None,
        supported_meetings: 10,
        closing_lines: Some(ClosingLines::stored("Velkommen!\nHilsen <Kari>".to_owned())),
        ..first.clone()
    };
    db.write_now(|c| contact_point::update(c, &edited)).unwrap();

    db.read_now(|c| {
        assert_eq!(contact_point::get(c, first.id)?, edited);
        assert_eq!(contact_point::find_by_slug(c, &edited.slug)?, Some(edited.clone()));
        assert_eq!(contact_point::find_by_slug(c, &first.slug)?, None);
        assert_eq!(contact_point::list(c, region.id)?, [second.clone(), edited.clone()]);
        assert_eq!(contact_point::list_all(c)?, [second.id, edited.id]);
        Ok::<_, Fault>(())
    })
    .unwrap();
    let taken = ContactPoint {
        slug: second.slug,
        ..edited
    };
    let refused = db.write_now(|c| contact_point::update(c, &taken));
    assert!(matches!(refused, Err(Fault::Driver(_))), "{refused:?}");
});

both_databases!(
    closed_days_take_the_place_of_those_before_and_are_one_contact_points_own,
    |test| {
        let (db, region) = (opened(&test), Region::made(&test, 1));
        let neighbour = region.add_neighbour().contact_point;
        let list = |point| db.read_now(|c| contact_point::list_closed_days(c, point)).unwrap();
        let (easter, summer) = (days("2027-03-22", "2027-03-29"), days("2027-07-01", "2027-08-14"));
        db.write_now(|c| contact_point::replace_closed_days(c, region.contact_point, &[summer, easter]))
            .unwrap();
        assert_eq!(list(region.contact_point), [easter, summer]);
        assert_eq!(list(neighbour), []);

        db.write_now(|c| contact_point::replace_closed_days(c, region.contact_point, &[summer]))
            .unwrap();
        assert_eq!(list(region.contact_point), [summer]);
    }
);

both_databases!(a_place_is_read_back_as_it_was_edited_last, |test| {
    let (db, region) = (opened(&test), Region::made(&test, 1));
    let mut place = db
        .read_now(|c| place::find(c, region.id, region.place))
        .unwrap()
        .unwrap();
    for (kind, step_free) in [
        (PlaceKind::Online, Some(false)),
        (PlaceKind::Telephone, None),
        (PlaceKind::Physical, Some(true)),
    ] {
        place.kind = kind;
        place.name = format!("Sted {}", kind.code());
        place.address = "Kirkeveien 2".to_owned();
        place.letter_name = "Kirkeveien 2, 2. etasje".to_owned();
        place.directions = Directions {
            entrance: "Ring på".to_owned(),
            step_free,
            key_info: "Kodeboks".to_owned(),
            dial_in: "https://mote.example/1".to_owned(),
        };
        place.offered = !place.offered;
        db.write_now(|c| place::update(c, &place)).unwrap();
        assert_eq!(db.read_now(|c| place::list(c, region.id)).unwrap(), [place.clone()]);
    }
    place.id = [9; 16].into();
    let refused = db.write_now(|c| place::update(c, &place));
    assert!(matches!(refused, Err(Fault::Missing("places"))), "{refused:?}");
});

both_databases!(a_room_is_had_from_its_first_to_its_last_day, |test| {
    let (db, region) = (opened(&test), Region::made(&test, 1));
    let room = Room {
        id: RoomId::random(&region.chance),
        place: region.place,
        name: "Biblioteksalen".to_owned(),
        from: Some(day("2027-01-04")),
        until: Some(day("2027-06-18")),
        offered: false,
        times: vec![weekly(chrono::Weekday::Mon, 17), weekly(chrono::Weekday::Thu, 10)],
    };
    db.write_now(|c| room::insert(c, &room)).unwrap();
    let read = || db.read_now(|c| room::list(c, region.id)).unwrap().remove(0);
    assert_eq!(read(), room);
    for (date, open) in [
        ("2027-01-03", false),
        ("2027-01-04", true),
        ("2027-06-18", true),
        ("2027-06-19", false),
    ] {
        assert_eq!(room.is_open_on(day(date)), open, "{date}");
    }

    let edited = Room {
        name: "Annekset".to_owned(),
        from: None,
        until: None,
        offered: true,
        times: vec![weekly(chrono::Weekday::Thu, 12)],
        ..room
    };
    db.write_now(|c| room::update(c, &edited)).unwrap();
    assert_eq!(read(), edited);
    assert!(edited.is_open_on(day("2027-06-19")));
});

both_databases!(an_igangsetter_is_there_from_a_day_on_and_not_while_away, |test| {
    let (db, region) = (opened(&test), Region::made(&test, 1));
    let availability = Availability {
        staff: region.igangsetter.id,
        from: day("2027-01-10"),
        max_groups: 3,
        ask_first: false,
        cells: vec![region.cell],
        away: vec![days("2027-02-15", "2027-02-21"), days("2027-03-22", "2027-03-29")],
    };
    let put = |new: &Availability| db.write_now(|c| availability::put(c, new)).unwrap();
    let list = || db.read_now(|c| availability::list(c, region.id)).unwrap();
    put(&availability);
    assert_eq!(list(), std::slice::from_ref(&availability));
    for (date, there) in [
        ("2027-01-09", false),
        ("2027-01-10", true),
        ("2027-02-14", true),
        ("2027-02-15", false),
        ("2027-02-21", false),
        ("2027-02-22", true),
    ] {
        assert_eq!(availability.is_there_on(day(date)), there, "{date}");
    }
    let back = Availability {
        away: Vec::new(),
        ..availability
    };
    put(&back);
    assert_eq!(list(), [back]);
});

both_databases!(a_region_remembers_of_which_tasks_it_was_told, |test| {
    let (db, region) = (opened(&test), Region::made(&test, 1));
    let told = || db.read_now(|c| crate::region::tasks_told(c, region.id)).unwrap();
    assert_eq!(told(), (0, None));
    db.write_now(|c| crate::region::mark_tasks_told(c, region.id, 3, day("2027-01-12")))
        .unwrap();
    assert_eq!(told(), (3, Some(day("2027-01-12"))));
    assert_eq!(db.read_now(crate::region::list).unwrap(), [region.id]);
});
