//! A note is left: stored, counted, and its letter owed, together or not at all.

use chrono::Weekday;
use model::{Band, Language, Letter, NoteState, PlaceId, WeekBand, oslo_date};
use store::{note, wish};
use testkit::{Region, both_databases, day, letters_owed, oslo, region::PARTICIPANTS};

use super::{Town, start};
use crate::{CONSENT_VERSION, Fault};

fn counted(town: &Town) -> u16 {
    town.collection(&town.code).notes_left
}

both_databases!(a_note_is_stored_counted_and_asked_to_be_confirmed, |db| {
    let town = Town::on(db);
    let mut form = town.form("ola@example.no");
    form.language = Language::English;
    let receipt = town.submit(&form, start()).unwrap();

    let owed = letters_owed(&town.db);
    assert_eq!(owed.len(), 1);
    let Letter::ConfirmNote { note } = owed[0].letter else {
        panic!("{owed:?}")
    };
    assert_eq!(owed[0].useless_after, oslo("2027-01-20 00:00"), "when the note goes");
    let stored = town.find(note).unwrap();
    assert_eq!(stored.standing.state(), NoteState::Unconfirmed);
    assert_eq!(stored.standing.kept_until(), day("2027-01-19"));
    assert_eq!((stored.region, stored.contact_point), (town.id, town.contact_point));
    assert_eq!((stored.language, stored.words), (Language::English, receipt.words));
    assert_eq!((stored.consent_version, stored.generation), (CONSENT_VERSION, 1));
    assert_eq!((stored.by_code, stored.planned, receipt.code), (false, None, None));
    assert_eq!(counted(&town), 1);
});

both_databases!(wishes_are_the_product_of_places_and_times_each_once, |db| {
    let town = Town::on(db);
    let neighbours = town.add_place(town.add_neighbour().contact_point);
    let when = |weekday, band| WeekBand { weekday, band };
    let (monday, sunday) = (when(Weekday::Mon, Band::Morning), when(Weekday::Sun, Band::Evening));
    let mut form = town.form("ola@example.no");
    form.places = vec![town.place, neighbours, town.place];
    form.times = vec![sunday, monday, sunday];
    town.submit(&form, start()).unwrap();
    let note = town.asked_to_confirm()[0];
    let wishes = town.db.read_now(|tx| wish::list_of(tx, note)).unwrap();
    assert_eq!(wishes.len(), 4);
    for place in [town.place, neighbours] {
        for when in [monday, sunday] {
            assert!(
                wishes
                    .iter()
                    .any(|wish| (wish.place, wish.when, wish.first_choice) == (place, when, false))
            );
        }
    }
});

both_databases!(the_address_is_stored_sealed_only, |db| {
    let town = Town::on(db);
    let note = town.leave("kanarifugl@example.no", start());
    let sealed = town.db.read_now(|tx| note::get_sealed_address(tx, note)).unwrap();
    assert!(sealed.len() > 256, "padded");
    assert!(!sealed.windows(6).any(|part| part == b"kanari"));
});

both_databases!(the_same_address_leaves_the_same_as_an_unknown_one, |db| {
    let town = Town::on(db);
    let first = town.wait("ola@example.no", start());
    let second = town.leave("OLA@example.no", start());
    assert_eq!(town.state(first), Some(NoteState::Waiting));
    assert_eq!(town.state(second), Some(NoteState::Unconfirmed));
    assert_eq!((counted(&town), town.asked_to_confirm().len()), (2, 2));
});

both_databases!(a_collection_takes_two_notes_more_than_participants, |db| {
    let town = Town::on(db);
    for nth in 0..PARTICIPANTS + 2 {
        town.submit(&town.form(&format!("p{nth}@example.no")), start()).unwrap();
    }
    let refused = town.submit(&town.form("late@example.no"), start());
    assert!(matches!(refused, Err(Fault::CollectionFull)), "{refused:?}");
    assert_eq!((counted(&town), letters_owed(&town.db).len()), (14, 14));
});

both_databases!(a_whole_class_may_leave_its_notes_at_once, |db| {
    let town = Town::on(db);
    let left: Vec<bool> = std::thread::scope(|scope| {
        let leaving: Vec<_> = (0..20)
            .map(|nth| {
                let town = &town;
                scope.spawn(
                    move || match town.submit(&town.form(&format!("p{nth}@example.no")), start()) {
                        Ok(_) => true,
                        Err(Fault::CollectionFull) => false,
                        Err(fault) => panic!("{fault}"),
                    },
                )
            })
            .collect();
        leaving.into_iter().map(|one| one.join().unwrap()).collect()
    });
    assert_eq!(left.iter().filter(|left| **left).count(), 14);
    assert_eq!((counted(&town), letters_owed(&town.db).len()), (14, 14));
});

both_databases!(a_closed_collection_takes_no_note, |db| {
    let town = Town::on(db);
    town.close(town.collection(&town.code).id, start());
    let refused = town.submit(&town.form("ola@example.no"), start());
    assert!(matches!(refused, Err(Fault::CollectionClosed)), "{refused:?}");
    assert_eq!((counted(&town), letters_owed(&town.db).len()), (0, 0));
});

both_databases!(
    a_collection_takes_notes_until_the_midnight_that_ends_its_last_day,
    |db| {
        let town = Town::on(db);
        town.submit(&town.form("ola@example.no"), oslo("2027-01-19 23:59:59"))
            .unwrap();
        let refused = town.submit(&town.form("ida@example.no"), oslo("2027-01-20 00:00:00"));
        assert!(matches!(refused, Err(Fault::CollectionClosed)), "{refused:?}");
        assert_eq!(counted(&town), 1);
    }
);

both_databases!(a_place_that_the_form_does_not_offer_is_refused_with_all_else, |db| {
    let town = Town::on(db);
    let elsewhere = Region::made(&town.db, 2);
    for place in [elsewhere.place, PlaceId::from_bytes([9; 16])] {
        let mut form = town.form("ola@example.no");
        form.places.push(place);
        let refused = town.submit(&form, start());
        assert!(matches!(refused, Err(Fault::NoSuchPlace)), "{refused:?}");
    }
    assert_eq!((counted(&town), letters_owed(&town.db).len()), (0, 0));
});

both_databases!(a_note_without_a_wish_is_refused, |db| {
    let town = Town::on(db);
    let (mut nowhere, mut never) = (town.form("ola@example.no"), town.form("ola@example.no"));
    nowhere.places.clear();
    never.times.clear();
    for form in [nowhere, never] {
        let refused = town.submit(&form, start());
        assert!(matches!(refused, Err(Fault::NoWish)), "{refused:?}");
    }
    assert_eq!((counted(&town), letters_owed(&town.db).len()), (0, 0));
});

both_databases!(a_note_that_is_not_confirmed_is_erased_after_seven_days, |db| {
    let town = Town::on(db);
    let note = town.leave("ola@example.no", start());
    let erase = |at: &str| groups::erase_expired(&town.db, &town.chance, oslo(at)).unwrap();
    assert_eq!(erase("2027-01-19 23:59:59"), 0);
    assert_eq!(erase("2027-01-20 00:00:00"), 1);
    assert_eq!(town.state(note), None);
    assert_eq!(letters_owed(&town.db), []);
    assert_eq!(oslo_date(oslo("2027-01-20 00:00:00")), day("2027-01-20"));
});
