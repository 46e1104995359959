//! Changing what one wishes for.

use chrono::Weekday;
use model::{Band, Language, NoteState, PlaceId, WeekBand, Wish, WrongState};
use store::{note, wish};
use testkit::{Region, both_databases, day, oslo, region::wish as wish_for};

use super::{Town, start};
use crate::{Change, Fault, change};

fn on(town: &Town, weekday: Weekday, first_choice: bool) -> Wish {
    Wish {
        place: town.place,
        when: WeekBand {
            weekday,
            band: Band::Evening,
        },
        first_choice,
    }
}

fn changed(town: &Town, note: model::NoteId, wishes: &[Wish]) -> Result<(), Fault> {
    let new = Change {
        wishes: wishes.to_vec(),
        language: Language::English,
    };
    town.db.write_now(|tx| change(tx, note, &new, oslo("2027-02-01 10:00")))
}

fn wishes_of(town: &Town, note: model::NoteId) -> Vec<Wish> {
    town.db.read_now(|tx| wish::list_of(tx, note)).unwrap()
}

both_databases!(single_wishes_are_added_dropped_and_preferred, |db| {
    let town = Town::on(db);
    let note = town.wait("ola@example.no", start());
    let (monday, tuesday) = (on(&town, Weekday::Mon, true), on(&town, Weekday::Tue, false));
    changed(&town, note, &[monday, tuesday]).unwrap();
    assert_eq!(wishes_of(&town, note), [monday, tuesday]);
    assert_eq!(town.find(note).unwrap().language, Language::English);
    changed(&town, note, &[monday]).unwrap();
    assert_eq!(wishes_of(&town, note), [monday]);
});

both_databases!(
    a_wish_that_stands_twice_counts_once_and_as_the_better_of_the_two,
    |db| {
        let town = Town::on(db);
        let note = town.wait("ola@example.no", start());
        let (better, worse) = (on(&town, Weekday::Mon, true), on(&town, Weekday::Mon, false));
        for both in [[better, worse], [worse, better]] {
            changed(&town, note, &both).unwrap();
            assert_eq!(wishes_of(&town, note), [better]);
        }
    }
);

both_databases!(a_change_is_a_sign_of_life, |db| {
    let town = Town::on(db);
    let note = town.wait("ola@example.no", start());
    let paused = town.wait("ida@example.no", start());
    town.pause(paused);
    for note in [note, paused] {
        changed(&town, note, &[wish_for(town.cell)]).unwrap();
        let standing = town.standing(note);
        assert_eq!(
            (standing.state(), standing.kept_until(), standing.waiting_since()),
            (NoteState::Waiting, day("2027-08-01"), day("2027-01-12"))
        );
    }
});

both_databases!(a_change_leaves_a_seat_as_it_is, |db| {
    let town = Town::on(db);
    let notes: Vec<_> = (0..5)
        .map(|nth| town.wait(&format!("p{nth}@example.no"), start()))
        .collect();
    let group = town.group(false);
    town.accept(notes[1], group);
    for note in &notes[..2] {
        let before = town.standing(*note);
        changed(&town, *note, &[on(&town, Weekday::Mon, false)]).unwrap();
        assert_eq!(town.standing(*note), before);
        assert_eq!(wishes_of(&town, *note).len(), 1);
    }
});

both_databases!(only_a_confirmed_note_is_changed, |db| {
    let town = Town::on(db);
    let note = town.leave("ola@example.no", start());
    let wanted = [on(&town, Weekday::Mon, false)];
    let refused = changed(&town, note, &wanted);
    assert!(
        matches!(refused, Err(Fault::WrongState(WrongState(NoteState::Unconfirmed)))),
        "{refused:?}"
    );
    assert_eq!(wishes_of(&town, note), [wish_for(town.cell)]);
    town.db.write_now(|tx| note::erase(tx, note)).unwrap();
    assert!(matches!(changed(&town, note, &wanted), Err(Fault::Gone)));
});

both_databases!(a_change_to_nothing_or_to_nowhere_changes_nothing, |db| {
    let town = Town::on(db);
    let elsewhere = Region::made(&town.db, 2).place;
    let note = town.wait("ola@example.no", start());
    let before = town.find(note);
    assert!(matches!(changed(&town, note, &[]), Err(Fault::NoWish)));
    for place in [elsewhere, PlaceId::from_bytes([9; 16])] {
        let nowhere = Wish {
            place,
            ..wish_for(town.cell)
        };
        let refused = changed(&town, note, &[wish_for(town.cell), nowhere]);
        assert!(matches!(refused, Err(Fault::NoSuchPlace)), "{refused:?}");
    }
    assert_eq!(town.find(note), before);
    assert_eq!(wishes_of(&town, note), [wish_for(town.cell)]);
});

both_databases!(a_place_that_is_no_longer_offered_is_kept_but_not_added, |db| {
    let town = Town::on(db);
    let second = town.add_place(town.contact_point);
    let note = town.wait("ola@example.no", start());
    for place in [town.place, second] {
        town.edit_place(place, |place| place.offered = false);
    }
    changed(&town, note, &[on(&town, Weekday::Mon, false)]).unwrap();
    let added = Wish {
        place: second,
        ..wish_for(town.cell)
    };
    let refused = changed(&town, note, &[added]);
    assert!(matches!(refused, Err(Fault::NoSuchPlace)), "{refused:?}");
});

both_databases!(
    whoever_changes_their_wishes_while_a_seat_is_held_is_not_offered_it,
    |db| {
        let town = Town::on(db);
        let notes: Vec<_> = (0..6)
            .map(|nth| town.wait(&format!("p{nth}@example.no"), start()))
            .collect();
        let group = town.group(true);
        changed(&town, notes[0], &[on(&town, Weekday::Mon, false)]).unwrap();
        town.db
            .write_now(|tx| groups::answer_lead(tx, &town.chance, &town.igangsetter, (group, true), start()))
            .unwrap();
        assert_eq!(town.state(notes[0]), Some(NoteState::Waiting));
        assert!(
            notes[1..]
                .iter()
                .all(|note| town.state(*note) == Some(NoteState::Invited))
        );
    }
);
