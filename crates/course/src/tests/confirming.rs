//! Confirming, disowning, and saying "yes, go on".

use model::{NoteState, WrongState};
use store::note::{self, Erased};
use testkit::{both_databases, day, letters_owed, oslo};

use super::{Town, start};
use crate::{Confirmed, Fault, disown, resume};

both_databases!(a_confirmed_note_waits_for_six_months, |db| {
    let town = Town::on(db);
    let note = town.leave("ola@example.no", start());
    assert_eq!(
        town.confirm(note, oslo("2027-01-15 10:00")).unwrap(),
        Confirmed::Waiting
    );
    let standing = town.standing(note);
    assert_eq!(
        (standing.state(), standing.kept_until()),
        (NoteState::Waiting, day("2027-07-15"))
    );
    assert_eq!(standing.waiting_since(), day("2027-01-12"), "since it was left");
});

both_databases!(confirming_again_changes_nothing, |db| {
    let town = Town::on(db);
    let note = town.wait("ola@example.no", start());
    let before = town.find(note);
    assert_eq!(
        town.confirm(note, oslo("2027-01-15 10:00")).unwrap(),
        Confirmed::Already
    );
    assert_eq!(town.find(note), before);
});

both_databases!(what_the_older_note_excluded_stays_excluded, |db| {
    let town = Town::on(db);
    let older = town.wait("ola@example.no", start());
    town.db.write_now(|tx| note::exclude(tx, older, town.cell)).unwrap();
    let newer = town.wait("ola@example.no", start());
    let excluded = town
        .db
        .read_now(|tx| store::wish::list_exclusions(tx, town.id))
        .unwrap();
    assert_eq!(excluded, [(newer, town.cell)]);
});

both_databases!(a_note_that_is_gone_can_not_be_confirmed, |db| {
    let town = Town::on(db);
    let note = town.leave("ola@example.no", start());
    town.db.write_now(|tx| note::erase(tx, note)).unwrap();
    assert!(matches!(town.confirm(note, start()), Err(Fault::Gone)));
});

both_databases!(
    confirming_replaces_the_older_note_of_the_address_and_keeps_its_waiting,
    |db| {
        let town = Town::on(db);
        let older = town.wait("ola@example.no", start());
        let newer = town.leave(" Ola@EXAMPLE.no", oslo("2027-01-18 10:00"));
        assert_eq!(
            town.state(older),
            Some(NoteState::Waiting),
            "until the newer is confirmed"
        );
        assert_eq!(
            town.confirm(newer, oslo("2027-01-18 11:00")).unwrap(),
            Confirmed::Waiting
        );
        assert_eq!(town.state(older), None);
        let standing = town.standing(newer);
        assert_eq!(
            (standing.waiting_since(), standing.kept_until()),
            (day("2027-01-12"), day("2027-07-18"))
        );
        assert_eq!(town.asked_to_confirm(), [newer], "the older one's letters are gone");
    }
);

both_databases!(confirming_an_older_note_after_a_newer_one_keeps_the_newer, |db| {
    let town = Town::on(db);
    let first = town.wait("ola@example.no", start());
    let older = town.leave("ola@example.no", oslo("2027-01-13 10:00"));
    let newer = town.leave("ola@example.no", oslo("2027-01-13 10:05"));
    let others = town.leave("kari@example.no", oslo("2027-01-13 10:06"));
    assert_eq!(
        town.confirm(newer, oslo("2027-01-14 10:00")).unwrap(),
        Confirmed::Waiting
    );
    let confirmed = town.find(newer);
    assert_eq!(
        town.confirm(older, oslo("2027-01-14 10:01")).unwrap(),
        Confirmed::Newer(newer)
    );
    assert_eq!((town.state(first), town.state(older)), (None, None));
    assert_eq!(town.find(newer), confirmed, "with the waiting of the first");
    assert_eq!(
        town.asked_to_confirm(),
        [newer, others],
        "the older one's letter is gone"
    );
});

both_databases!(confirmed_in_turn_each_note_replaces_the_one_before, |db| {
    let town = Town::on(db);
    let mut before = town.wait("ola@example.no", start());
    let left: Vec<_> = (0..3).map(|_| town.leave("ola@example.no", start())).collect();
    for note in left {
        assert_eq!(town.confirm(note, start()).unwrap(), Confirmed::Waiting);
        assert_eq!((town.state(before), town.state(note)), (None, Some(NoteState::Waiting)));
        before = note;
    }
});

both_databases!(the_waiting_of_an_older_note_is_handed_on_to_the_newer, |db| {
    let town = Town::on(db);
    let older = town.leave("ola@example.no", start());
    let newer = town.wait("ola@example.no", oslo("2027-01-15 10:00"));
    town.confirm(older, oslo("2027-01-15 10:01")).unwrap();
    assert_eq!(town.standing(newer).waiting_since(), day("2027-01-12"));
});

both_databases!(a_note_that_is_paused_is_replaced_too, |db| {
    let town = Town::on(db);
    let older = town.wait("ola@example.no", start());
    town.pause(older);
    let newer = town.wait("ola@example.no", oslo("2027-01-18 10:00"));
    assert_eq!((town.state(older), town.state(newer)), (None, Some(NoteState::Waiting)));
});

both_databases!(a_note_with_a_seat_stays_and_the_newer_one_goes, |db| {
    let town = Town::on(db);
    let notes: Vec<_> = (0..6)
        .map(|nth| town.wait(&format!("p{nth}@example.no"), start()))
        .collect();
    let group = town.group(false);
    town.db
        .write_now(|tx| {
            let yes = groups::Answer::Accept { nickname: None };
            groups::answer(tx, &town.chance, (notes[1], group), &yes, start())
        })
        .unwrap();
    for (nth, state) in [(0, NoteState::Invited), (1, NoteState::Joined)] {
        let newer = town.leave(&format!("p{nth}@example.no"), start());
        let confirmed = town.confirm(newer, start()).unwrap();
        assert_eq!(confirmed, Confirmed::Seated(notes[nth]));
        assert_eq!((town.state(newer), town.state(notes[nth])), (None, Some(state)));
    }
});

both_databases!(replacing_a_note_that_is_held_settles_its_group, |db| {
    let town = Town::on(db);
    let notes: Vec<_> = (0..5)
        .map(|nth| town.wait(&format!("p{nth}@example.no"), start()))
        .collect();
    let group = town.group(true);
    let newer = town.wait("p0@example.no", start());
    assert_eq!(
        (town.state(notes[0]), town.state(newer)),
        (None, Some(NoteState::Waiting))
    );
    let group = town.db.read_now(|tx| store::group::get(tx, group)).unwrap();
    assert_eq!(group.state, model::GroupState::Dissolved, "four are too few");
});

both_databases!(the_same_address_waits_in_two_regions, |db| {
    let town = Town::on(db);
    let note = town.wait("ola@example.no", start());
    let other = Town {
        region: testkit::Region::made(&town.db, 2),
        vault: town.vault.clone(),
        db: town.db,
    };
    let there = other.wait("ola@example.no", start());
    assert_eq!(
        (other.state(note), other.state(there)),
        (Some(NoteState::Waiting), Some(NoteState::Waiting))
    );
});

both_databases!(of_two_notes_confirmed_at_once_the_newer_is_left, |db| {
    let town = Town::on(db);
    for nth in 0..5 {
        let address = format!("p{nth}@example.no");
        let notes = [town.leave(&address, start()), town.leave(&address, start())];
        std::thread::scope(|scope| {
            for note in notes {
                let town = &town;
                scope.spawn(move || match town.confirm(note, start()) {
                    Ok(Confirmed::Waiting) => {}
                    Ok(Confirmed::Newer(newer)) if newer == notes[1] => {}
                    other => panic!("{other:?}"),
                });
            }
        });
        assert_eq!(notes.map(|note| town.state(note)), [None, Some(NoteState::Waiting)]);
    }
});

both_databases!(whoever_did_not_leave_the_note_erases_it, |db| {
    let town = Town::on(db);
    let note = town.leave("ola@example.no", start());
    let expected = Erased {
        notes: 1,
        wishes: 1,
        seats: 0,
        letters: 1,
    };
    assert_eq!(
        town.db.write_now(|tx| disown(tx, &town.chance, note, start())).unwrap(),
        expected
    );
    assert_eq!(town.state(note), None);
    assert_eq!(letters_owed(&town.db), []);
    assert_eq!(
        town.db.write_now(|tx| disown(tx, &town.chance, note, start())).unwrap(),
        Erased::default()
    );
});

both_databases!(a_confirmed_note_is_not_disowned, |db| {
    let town = Town::on(db);
    let note = town.wait("ola@example.no", start());
    let refused = town.db.write_now(|tx| disown(tx, &town.chance, note, start()));
    assert!(
        matches!(refused, Err(Fault::WrongState(WrongState(NoteState::Waiting)))),
        "{refused:?}"
    );
    assert_eq!(town.state(note), Some(NoteState::Waiting));
});

both_databases!(whoever_is_still_interested_waits_again_with_the_waiting_kept, |db| {
    let town = Town::on(db);
    let note = town.wait("ola@example.no", start());
    town.pause(note);
    for _ in 0..2 {
        town.db
            .write_now(|tx| resume(tx, note, oslo("2027-01-20 10:00")))
            .unwrap();
        let standing = town.standing(note);
        assert_eq!(
            (standing.state(), standing.kept_until()),
            (NoteState::Waiting, day("2027-07-20"))
        );
        assert_eq!(standing.waiting_since(), day("2027-01-12"));
    }
});

both_databases!(whoever_waits_and_is_still_interested_waits_six_more_months, |db| {
    let town = Town::on(db);
    let note = town.wait("ola@example.no", start());
    town.db
        .write_now(|tx| resume(tx, note, oslo("2027-06-20 10:00")))
        .unwrap();
    let standing = town.standing(note);
    assert_eq!(
        (standing.waiting_since(), standing.kept_until()),
        (day("2027-01-12"), day("2027-12-20"))
    );
});

both_databases!(whoever_has_a_seat_meanwhile_keeps_it, |db| {
    let town = Town::on(db);
    let notes: Vec<_> = (0..5)
        .map(|nth| town.wait(&format!("p{nth}@example.no"), start()))
        .collect();
    town.group(false);
    let before = town.standing(notes[0]);
    town.db.write_now(|tx| resume(tx, notes[0], start())).unwrap();
    assert_eq!((before.state(), town.standing(notes[0])), (NoteState::Invited, before));
});

both_databases!(only_a_confirmed_note_can_go_on, |db| {
    let town = Town::on(db);
    let resume = |note| town.db.write_now(|tx| resume(tx, note, start()));
    let unconfirmed = town.leave("ola@example.no", start());
    assert!(matches!(resume(unconfirmed), Err(Fault::WrongState(_))));
    town.db.write_now(|tx| note::erase(tx, unconfirmed)).unwrap();
    assert!(matches!(resume(unconfirmed), Err(Fault::Gone)));
});

both_databases!(a_newer_note_is_not_offered_the_date_that_the_older_declined, |db| {
    let town = Town::on(db);
    let notes: Vec<_> = (0..6)
        .map(|nth| town.wait(&format!("p{nth}@example.no"), start()))
        .collect();
    let group = town.group(false);
    town.db
        .write_now(|tx| {
            let no = groups::Answer::NotThisDate;
            groups::answer(tx, &town.chance, (notes[0], group), &no, start())
        })
        .unwrap();
    let newer = town.wait("p0@example.no", start());
    let declined = town.db.read_now(|tx| store::seat::list_declined(tx, town.id)).unwrap();
    assert_eq!(declined, [(newer, town.cell.time, day("2027-01-26"))]);
});
