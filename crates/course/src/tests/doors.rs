//! Three doors: what each takes, and what its form offers.

use model::{PlaceId, PlaceKind, ReceiptCode};
use store::{collection, contact_point, place};
use testkit::{Region, both_databases, day, oslo, region::PARTICIPANTS};

use super::{Town, start};
use crate::{Choices, Door, Fault, choices, print_slips};

fn offered(town: &Town, door: &Door, today: &str) -> Result<Choices, Fault> {
    town.db.read_now(|tx| choices(tx, &town.vault, door, day(today)))
}

fn slips(town: &Town, count: u16) -> Vec<ReceiptCode> {
    let of = town.collection(&town.code).id;
    let keys = (&town.vault, &town.chance);
    town.db
        .write_now(|tx| print_slips(tx, keys, &town.coordinator, (of, count), day("2027-01-12")))
        .unwrap()
}

fn own_page(town: &Town) -> Door {
    let point = town
        .db
        .read_now(|tx| contact_point::get(tx, town.contact_point))
        .unwrap();
    Door::ContactPoint(point.slug)
}

fn ids(places: &[place::Place]) -> Vec<PlaceId> {
    places.iter().map(|place| place.id).collect()
}

both_databases!(
    the_form_offers_the_own_places_and_those_of_neighbours_but_no_other_regions,
    |db| {
        let town = Town::on(db);
        let _ = Region::made(&town.db, 2);
        let theirs = town.add_place(town.add_neighbour().contact_point);
        for door in [town.door(), own_page(&town)] {
            let choices = offered(&town, &door, "2027-01-12").unwrap();
            assert_eq!(choices.contact_point.id, town.contact_point);
            assert_eq!(choices.region.len(), 2, "both are named in the consent");
            assert_eq!(
                (ids(&choices.own), ids(&choices.neighbours)),
                (vec![town.place], vec![theirs])
            );
            assert!(choices.planned.is_none());
        }
    }
);

both_databases!(a_place_that_is_no_longer_offered_is_neither_shown_nor_taken, |db| {
    let town = Town::on(db);
    let second = town.add_place(town.contact_point);
    town.edit_place(second, |place| place.offered = false);
    let choices = offered(&town, &town.door(), "2027-01-12").unwrap();
    assert_eq!(ids(&choices.own), [town.place]);
    let mut form = town.form("ola@example.no");
    form.places.push(second);
    let refused = town.submit(&form, start());
    assert!(matches!(refused, Err(Fault::NoSuchPlace)), "{refused:?}");
});

both_databases!(houses_stand_before_the_telephone_and_that_before_online, |db| {
    let town = Town::on(db);
    let [online, telephone] = [PlaceKind::Online, PlaceKind::Telephone].map(|kind| {
        let id = town.add_place(town.contact_point);
        town.edit_place(id, |place| {
            place.kind = kind;
            place.name = "Aller først".to_owned();
        });
        id
    });
    let choices = offered(&town, &town.door(), "2027-01-12").unwrap();
    assert_eq!(ids(&choices.own), [town.place, telephone, online]);
});

both_databases!(a_code_or_name_that_nobody_has_opens_nothing, |db| {
    let town = Town::on(db);
    let nobodys = [
        Door::Collection("ABCDEF".parse().unwrap()),
        Door::ContactPoint("nowhere".parse().unwrap()),
    ];
    for door in nobodys {
        let refused = offered(&town, &door, "2027-01-12");
        assert!(matches!(refused, Err(Fault::NoSuchCollection)), "{refused:?}");
        let refused = town.submit_at(&door, &town.form("ola@example.no"), start());
        assert!(matches!(refused, Err(Fault::NoSuchCollection)), "{refused:?}");
    }
    let slip = Door::Slip(ReceiptCode::random(&town.chance));
    assert!(matches!(offered(&town, &slip, "2027-01-12"), Err(Fault::SlipUsed)));
});

both_databases!(no_door_opens_before_somebody_answers_for_the_data, |db| {
    let town = Town::on(db);
    let slip = Door::Slip(slips(&town, 1).remove(0));
    let doors = [town.door(), own_page(&town), slip];
    town.db
        .write_now(|tx| {
            let mut point = contact_point::get(tx, town.contact_point)?;
            point.controller = None;
            contact_point::update(tx, &point)
        })
        .unwrap();
    for door in doors {
        let refused = offered(&town, &door, "2027-01-12");
        assert!(matches!(refused, Err(Fault::NoController)), "{refused:?}");
        let refused = town.submit_at(&door, &town.form("ola@example.no"), start());
        assert!(matches!(refused, Err(Fault::NoController)), "{refused:?}");
    }
    let refused = town.db.write_now(|tx| {
        let of = (town.course, None);
        crate::open_collection(tx, &town.chance, &town.coordinator, of, start())
    });
    assert!(matches!(refused, Err(Fault::NoController)), "{refused:?}");
});

both_databases!(the_page_of_a_contact_point_is_open_for_ever_and_counts_nobody, |db| {
    let town = Town::on(db);
    let door = own_page(&town);
    for nth in 0..PARTICIPANTS + 3 {
        let form = town.form(&format!("p{nth}@example.no"));
        town.submit_at(&door, &form, oslo("2031-05-01 10:00")).unwrap();
    }
    assert_eq!(town.collection(&town.code).notes_left, 0);
    let note = town.asked_to_confirm()[0];
    let left = town.find(note).unwrap();
    assert_eq!((left.region, left.contact_point), (town.id, town.contact_point));
});

both_databases!(a_paper_slip_is_good_for_one_note_and_counts_like_any_other, |db| {
    let town = Town::on(db);
    let codes = slips(&town, 2);
    assert!(codes[0] != codes[1]);
    let door = Door::Slip(codes[0].clone());
    assert_eq!(ids(&offered(&town, &door, "2027-01-12").unwrap().own), [town.place]);
    town.submit_at(&door, &town.form("ola@example.no"), start()).unwrap();
    assert_eq!(town.collection(&town.code).notes_left, 1);
    let again = town.submit_at(&door, &town.form("ida@example.no"), start());
    assert!(matches!(again, Err(Fault::SlipUsed)), "{again:?}");
    assert!(matches!(offered(&town, &door, "2027-01-12"), Err(Fault::SlipUsed)));
    let other = Door::Slip(codes[1].clone());
    town.submit_at(&other, &town.form("ida@example.no"), start()).unwrap();
    assert_eq!(town.asked_to_confirm().len(), 2);
});

both_databases!(a_form_that_is_refused_does_not_use_up_its_slip, |db| {
    let town = Town::on(db);
    let door = Door::Slip(slips(&town, 1).remove(0));
    let mut nowhere = town.form("ola@example.no");
    nowhere.places.clear();
    let refused = town.submit_at(&door, &nowhere, start());
    assert!(matches!(refused, Err(Fault::NoWish)), "{refused:?}");
    town.submit_at(&door, &town.form("ola@example.no"), start()).unwrap();
});

both_databases!(a_slip_is_good_for_fourteen_days_after_the_closing, |db| {
    let town = Town::on(db);
    let codes = slips(&town, 3);
    let submit = |nth: usize, at: &str| {
        let door = Door::Slip(codes[nth].clone());
        town.submit_at(&door, &town.form(&format!("p{nth}@example.no")), oslo(at))
    };
    // The collection closes by itself on 19 January.
    submit(0, "2027-02-02 23:59:59").unwrap();
    let late = submit(1, "2027-02-03 00:00:00");
    assert!(matches!(late, Err(Fault::CollectionClosed)), "{late:?}");
    // Closed by hand, it counts from then on.
    town.close(town.collection(&town.code).id, oslo("2027-01-13 10:00"));
    submit(1, "2027-01-27 23:59:59").unwrap();
    let late = submit(2, "2027-01-28 00:00:00");
    assert!(matches!(late, Err(Fault::CollectionClosed)), "{late:?}");
});

both_databases!(slips_and_the_code_share_the_places_of_a_collection, |db| {
    let town = Town::on(db);
    let codes = slips(&town, 1);
    for nth in 0..PARTICIPANTS + 2 {
        town.submit(&town.form(&format!("p{nth}@example.no")), start()).unwrap();
    }
    let door = Door::Slip(codes[0].clone());
    let full = town.submit_at(&door, &town.form("late@example.no"), start());
    assert!(matches!(full, Err(Fault::CollectionFull)), "{full:?}");
    assert!(matches!(
        offered(&town, &town.door(), "2027-01-12"),
        Err(Fault::CollectionFull)
    ));
});

both_databases!(of_two_who_use_one_slip_at_once_one_leaves_a_note, |db| {
    let town = Town::on(db);
    for (nth, code) in slips(&town, 4).into_iter().enumerate() {
        let door = Door::Slip(code);
        let left: usize = std::thread::scope(|scope| {
            let both = ["a", "b"].map(|who| {
                let (town, door) = (&town, &door);
                let form = town.form(&format!("{who}{nth}@example.no"));
                scope.spawn(move || match town.submit_at(door, &form, start()) {
                    Ok(_) => 1,
                    Err(Fault::SlipUsed) => 0,
                    Err(fault) => panic!("{fault}"),
                })
            });
            both.into_iter().map(|one| one.join().unwrap()).sum()
        });
        assert_eq!(left, 1);
    }
    assert_eq!(town.collection(&town.code).notes_left, 4);
});

both_databases!(slips_are_printed_by_those_who_see_the_course_while_it_is_open, |db| {
    let town = Town::on(db);
    let of = town.collection(&town.code).id;
    let print = |by, count, today: &str| {
        let keys = (&town.vault, &town.chance);
        town.db
            .write_now(|tx| print_slips(tx, keys, by, (of, count), day(today)))
    };
    assert_eq!(
        print(&town.coordinator, 500, "2027-01-19").unwrap().len(),
        14,
        "no more than notes"
    );
    let late = print(&town.coordinator, 1, "2027-01-20");
    assert!(matches!(late, Err(Fault::CollectionClosed)), "{late:?}");
    let refused = print(&town.igangsetter, 1, "2027-01-12");
    assert!(matches!(refused, Err(Fault::NotYours)), "{refused:?}");
});

both_databases!(slips_whose_days_are_over_are_deleted, |db| {
    let town = Town::on(db);
    let code = slips(&town, 1).remove(0);
    let index = town.vault.code_index(&code, vault::CodeUse::Slip);
    let is_there = || {
        let found = town.db.read_now(|tx| collection::find_by_slip(tx, index.as_bytes()));
        found.unwrap().is_some()
    };
    crate::clean_due(&town.db, oslo("2027-02-02 23:59:59")).unwrap();
    assert!(is_there());
    crate::clean_due(&town.db, oslo("2027-02-03 00:00:00")).unwrap();
    assert!(!is_there());
});
