//! Places belong to the contact point that keeps them.

use model::{Chance, NameFault, PlaceId, PlaceKind};
use store::{
    Db,
    place::{self, Directions, Place},
    staff::Member,
};
use testkit::{Region, both_databases};

use super::assert_not_yours;
use crate::{Fault, PlaceDraft, add_place, edit_place, get_place, offer_place};

fn library() -> PlaceDraft {
    PlaceDraft {
        kind: PlaceKind::Physical,
        name: "Biblioteket".parse().unwrap(),
        address: Some("Storgata 1".parse().unwrap()),
        letter_name: None,
        entrance: Some("Inngang fra gården".parse().unwrap()),
        step_free: Some(false),
        key_info: Some("Nøkkelboks, kode 1234".parse().unwrap()),
        dial_in: None,
    }
}

fn add(db: &Db, by: &Member, draft: &PlaceDraft) -> Result<PlaceId, Fault> {
    db.write_now(|tx| add_place(tx, &Chance::seeded(2), by, draft))
}

fn stored(db: &Db, region: &Region, id: PlaceId) -> Place {
    db.read_now(|tx| place::find(tx, region.id, id)).unwrap().unwrap()
}

both_databases!(a_coordinator_adds_a_place_with_all_that_is_said_of_it, |db| {
    let region = Region::made(&db, 1);
    let id = add(&db, &region.coordinator, &library()).unwrap();
    let expected = Place {
        id,
        region: region.id,
        contact_point: region.contact_point,
        kind: PlaceKind::Physical,
        name: "Biblioteket".to_owned(),
        address: "Storgata 1".to_owned(),
        letter_name: "Storgata 1".to_owned(),
        directions: Directions {
            entrance: "Inngang fra gården".to_owned(),
            step_free: Some(false),
            key_info: "Nøkkelboks, kode 1234".to_owned(),
            dial_in: String::new(),
        },
        offered: true,
    };
    assert_eq!(stored(&db, &region, id), expected);
});

both_databases!(letters_call_a_place_by_its_own_name_or_else_by_its_address, |db| {
    let region = Region::made(&db, 1);
    let own = PlaceDraft {
        letter_name: Some("Det gule huset".parse().unwrap()),
        ..library()
    };
    let id = add(&db, &region.coordinator, &own).unwrap();
    assert_eq!(stored(&db, &region, id).letter_name, "Det gule huset");
});

both_databases!(letters_need_a_neutral_name_for_a_place, |db| {
    let region = Region::made(&db, 1);
    let telling = PlaceDraft {
        address: Some("Helsehuset, Storgata 1".parse().unwrap()),
        ..library()
    };
    let by_telephone = PlaceDraft {
        kind: PlaceKind::Telephone,
        address: None,
        ..library()
    };
    for (draft, why) in [(telling, NameFault::NotNeutral), (by_telephone, NameFault::Empty)] {
        let refused = add(&db, &region.coordinator, &draft);
        assert!(
            matches!(refused, Err(Fault::LetterName(fault)) if fault == why),
            "{refused:?}"
        );
        let refused = db.write_now(|tx| edit_place(tx, &region.coordinator, region.place, &draft));
        assert!(matches!(refused, Err(Fault::LetterName(_))), "{refused:?}");
    }
    assert_eq!(db.read_now(|tx| place::list(tx, region.id)).unwrap().len(), 1);
    assert_eq!(stored(&db, &region, region.place).letter_name, "Storgata 1");
});

both_databases!(a_place_is_edited_and_stays_who_and_whose_it_is, |db| {
    let region = Region::made(&db, 1);
    let by = &region.coordinator;
    let online = PlaceDraft {
        kind: PlaceKind::Online,
        name: "På nett".parse().unwrap(),
        address: None,
        letter_name: Some("Videomøte".parse().unwrap()),
        entrance: None,
        step_free: None,
        key_info: None,
        dial_in: Some("https://video.example/abc".parse().unwrap()),
    };
    db.write_now(|tx| offer_place(tx, by, region.place, false)).unwrap();
    db.write_now(|tx| edit_place(tx, by, region.place, &online)).unwrap();
    let expected = Place {
        id: region.place,
        region: region.id,
        contact_point: region.contact_point,
        kind: PlaceKind::Online,
        name: "På nett".to_owned(),
        address: String::new(),
        letter_name: "Videomøte".to_owned(),
        directions: Directions {
            dial_in: "https://video.example/abc".to_owned(),
            ..Directions::default()
        },
        offered: false,
    };
    assert_eq!(stored(&db, &region, region.place), expected);
});

both_databases!(a_place_is_offered_no_more_and_again, |db| {
    let region = Region::made(&db, 1);
    for offered in [false, false, true] {
        db.write_now(|tx| offer_place(tx, &region.coordinator, region.place, offered))
            .unwrap();
        assert_eq!(stored(&db, &region, region.place).offered, offered);
    }
});

both_databases!(nobody_but_a_coordinator_of_the_contact_point_touches_a_place, |db| {
    let (region, other) = (Region::made(&db, 1), Region::made(&db, 2));
    let before = stored(&db, &region, region.place);
    assert_not_yours(&add(&db, &region.igangsetter, &library()));
    for by in [&region.igangsetter, &region.add_neighbour(), &other.coordinator] {
        assert_not_yours(&db.read_now(|tx| get_place(tx, by, region.place)));
        assert_not_yours(&db.write_now(|tx| edit_place(tx, by, region.place, &library())));
        assert_not_yours(&db.write_now(|tx| offer_place(tx, by, region.place, false)));
    }
    assert_eq!(stored(&db, &region, region.place), before);
});
