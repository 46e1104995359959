//! What a contact point says of itself is its coordinators' to say.

use model::{ClosingLines, Controller, DaysOff, Letter};
use store::{
    Db,
    contact_point::{self, ContactPoint},
    staff,
};
use testkit::{Region, both_databases, day, letters_owed};

use super::{Tools, address, assert_not_yours, noon};
use crate::{
    ControllerDraft, Fault, FirstSetUp, NewPoint, PointDraft, add_closed_days, add_contact_point, drop_closed_days,
    edit_contact_point, get_own, name_controller, offer_set_up, set_up,
};

fn draft(slug: &str, supported_meetings: u8) -> PointDraft {
    PointDraft {
        name: "Sentralen".parse().unwrap(),
        slug: slug.parse().unwrap(),
        supported_meetings,
        closing_lines: None,
    }
}

fn controller() -> ControllerDraft {
    ControllerDraft {
        responsible_body: "Storvik kommune".parse().unwrap(),
        privacy_contact: "personvern@storvik.example".parse().unwrap(),
        phone: "11 22 33 44".parse().unwrap(),
    }
}

fn frivilligsentralen(email: &str) -> NewPoint {
    NewPoint {
        name: "Frivilligsentralen på Ås".parse().unwrap(),
        coordinator: "Lars".parse().unwrap(),
        email: address(email),
    }
}

fn stored(db: &Db, region: &Region) -> ContactPoint {
    db.read_now(|tx| contact_point::get(tx, region.contact_point)).unwrap()
}

fn span(first: &str, last: &str) -> DaysOff {
    DaysOff::new(day(first), day(last)).unwrap()
}

both_databases!(a_coordinator_names_the_own_contact_point_and_who_answers_for_it, |db| {
    let region = Region::made(&db, 1);
    let by = &region.coordinator;
    let lines = ClosingLines::parse("Vi gleder oss til å se deg!\nHilsen Kari").unwrap();
    for (supported, closing_lines) in [(0, Some(lines)), (10, None)] {
        let draft = PointDraft {
            closing_lines: closing_lines.clone(),
            ..draft("storvik", supported)
        };
        db.write_now(|tx| edit_contact_point(tx, by, &draft)).unwrap();
        db.write_now(|tx| name_controller(tx, by, &controller())).unwrap();
        let expected = ContactPoint {
            id: region.contact_point,
            region: region.id,
            name: "Sentralen".to_owned(),
            slug: "storvik".parse().unwrap(),
            controller: Some(Controller {
                responsible_body: "Storvik kommune".to_owned(),
                privacy_contact: "personvern@storvik.example".to_owned(),
                phone: "11 22 33 44".to_owned(),
            }),
            supported_meetings: supported,
            closing_lines,
        };
        assert_eq!(stored(&db, &region), expected);
    }
});

both_databases!(two_contact_points_never_share_an_address, |db| {
    let (region, other) = (Region::made(&db, 1), Region::made(&db, 2));
    db.write_now(|tx| edit_contact_point(tx, &region.coordinator, &draft("storvik", 5)))
        .unwrap();
    let before = stored(&db, &other);
    let taken = db.write_now(|tx| edit_contact_point(tx, &other.coordinator, &draft("storvik", 5)));
    assert!(matches!(taken, Err(Fault::SlugTaken)), "{taken:?}");
    assert_eq!(stored(&db, &other), before);
    // One's own is not taken.
    db.write_now(|tx| edit_contact_point(tx, &region.coordinator, &draft("storvik", 4)))
        .unwrap();
});

both_databases!(an_igangsetter_is_promised_for_ten_meetings_at_most, |db| {
    let region = Region::made(&db, 1);
    let before = stored(&db, &region);
    let refused = db.write_now(|tx| edit_contact_point(tx, &region.coordinator, &draft("storvik", 11)));
    assert!(matches!(refused, Err(Fault::TooManyMeetings)), "{refused:?}");
    assert_eq!(stored(&db, &region), before);
});

both_databases!(closed_days_are_added_and_dropped_each_once, |db| {
    let region = Region::made(&db, 1);
    let by = &region.coordinator;
    let (easter, summer) = (span("2027-03-22", "2027-03-28"), span("2027-07-01", "2027-07-31"));
    for one in [summer, easter, summer] {
        db.write_now(|tx| add_closed_days(tx, by, one)).unwrap();
    }
    let closed = || {
        db.read_now(|tx| contact_point::list_closed_days(tx, region.contact_point))
            .unwrap()
    };
    assert_eq!(closed(), [easter, summer]);
    for _ in 0..2 {
        db.write_now(|tx| drop_closed_days(tx, by, summer)).unwrap();
        assert_eq!(closed(), [easter]);
    }
});

both_databases!(nobody_but_a_coordinator_speaks_for_a_contact_point, |db| {
    let (tools, region) = (Tools::new(), Region::made(&db, 1));
    let mut leader = region.coordinator.clone();
    leader.roles.coordinator = false;
    let before = stored(&db, &region);
    for by in [&region.igangsetter, &leader] {
        assert_not_yours(&db.read_now(|tx| get_own(tx, by)));
        assert_not_yours(&db.write_now(|tx| edit_contact_point(tx, by, &draft("storvik", 5))));
        assert_not_yours(&db.write_now(|tx| name_controller(tx, by, &controller())));
        assert_not_yours(&db.write_now(|tx| add_closed_days(tx, by, span("2027-03-22", "2027-03-28"))));
        let new = frivilligsentralen("lars@example.no");
        assert_not_yours(&db.write_now(|tx| add_contact_point(tx, tools.both(), by, &new, noon())));
    }
    assert_eq!(stored(&db, &region), before);
});

both_databases!(a_contact_point_is_added_to_the_region_with_its_coordinator, |db| {
    let (tools, region) = (Tools::new(), Region::made(&db, 1));
    let add = |new: &NewPoint| db.write_now(|tx| add_contact_point(tx, tools.both(), &region.coordinator, new, noon()));
    let first = add(&frivilligsentralen("lars@example.no")).unwrap();
    let second = add(&frivilligsentralen("eva@example.no")).unwrap();
    db.read_now(|tx| {
        let slug = contact_point::get(tx, first)?.slug;
        assert_eq!(slug.as_str(), "frivilligsentralen-pa-as");
        let point = contact_point::get(tx, second)?;
        assert_eq!((point.region, point.controller), (region.id, None));
        assert_eq!(point.slug.as_str(), "frivilligsentralen-pa-as-2");
        let staff = staff::list(tx, region.id)?;
        let lars = staff.iter().find(|member| member.contact_point == first).unwrap();
        assert_eq!((lars.name.as_str(), lars.roles.coordinator), ("Lars", true));
        assert!(
            letters_owed(&db)
                .iter()
                .any(|owed| owed.letter == Letter::Welcome { staff: lars.id })
        );
        Ok::<_, Fault>(())
    })
    .unwrap();
    let taken = add(&frivilligsentralen("lars@example.no"));
    assert!(matches!(taken, Err(Fault::AddressTaken)), "{taken:?}");
    assert_eq!(db.read_now(|tx| contact_point::list(tx, region.id)).unwrap().len(), 3);
});

both_databases!(a_long_name_and_one_in_another_script_suggest_an_address_too, |db| {
    let tools = Tools::new();
    let link = db
        .write_now(|tx| offer_set_up(tx, &tools.chance, noon()))
        .unwrap()
        .unwrap();
    let first = FirstSetUp {
        region: "Nordre".parse().unwrap(),
        contact_point: "ᐅᖃᓕᒫᒐᖃᕐᕕᒃ".parse().unwrap(),
        name: "Kari".parse().unwrap(),
        email: address("kari@example.no"),
    };
    let id = db
        .write_now(|tx| set_up(tx, tools.both(), link, &first, noon()))
        .unwrap();
    let kari = db.read_now(|tx| staff::get(tx, id)).unwrap();
    let point = db.read_now(|tx| contact_point::get(tx, kari.contact_point)).unwrap();
    assert_eq!(point.slug.as_str(), "kontaktpunkt");
    for (email, expected) in [
        ("a@example.no", "a".repeat(40)),
        ("b@example.no", format!("{}-2", "a".repeat(34))),
    ] {
        let new = NewPoint {
            name: "a".repeat(60).parse().unwrap(),
            ..frivilligsentralen(email)
        };
        let id = db
            .write_now(|tx| add_contact_point(tx, tools.both(), &kari, &new, noon()))
            .unwrap();
        let slug = db.read_now(|tx| contact_point::get(tx, id)).unwrap().slug;
        assert_eq!(slug.as_str(), expected);
    }
});
