//! Whom we write to unasked, when, and never twice.

use model::{Letter, NoteId, NoteState};
use store::note;
use testkit::{both_databases, day, letters_owed, oslo};

use super::{Town, start};
use crate::{prompt_due, resume, submit};

fn prompt(town: &Town, at: &str) {
    prompt_due(&town.db, &town.chance, oslo(at)).unwrap();
}

/// The letters that are owed to a note, but for the first one.
fn prompts(town: &Town, note: NoteId) -> Vec<Letter> {
    let mut letters = town.letters();
    letters.retain(|letter| letter.references().note == Some(note) && !matches!(letter, Letter::ConfirmNote { .. }));
    letters
}

#[track_caller]
fn assert_useless_after(town: &Town, letter: Letter, at: &str) {
    let owed = letters_owed(&town.db);
    let found = owed.iter().find(|owed| owed.letter == letter).unwrap();
    assert_eq!(found.useless_after, oslo(at));
}

both_databases!(who_has_not_confirmed_is_reminded_once_on_the_third_day, |db| {
    let town = Town::on(db);
    let note = town.leave("ola@example.no", start());
    prompt(&town, "2027-01-14 23:59:59");
    assert_eq!(prompts(&town, note), []);
    prompt(&town, "2027-01-15 00:00:00");
    prompt(&town, "2027-01-16 10:00");
    let reminder = Letter::ConfirmReminder { note };
    assert_eq!(prompts(&town, note), [reminder]);
    assert_useless_after(&town, reminder, "2027-01-20 00:00");
});

both_databases!(nobody_is_reminded_to_confirm_a_note_besides_a_confirmed_one, |db| {
    let town = Town::on(db);
    let forgotten = town.leave("ola@example.no", start());
    town.wait("ola@example.no", start());
    prompt(&town, "2027-01-15 10:00");
    assert_eq!(prompts(&town, forgotten), []);
});

both_databases!(nobody_is_reminded_of_a_letter_that_was_never_sent, |db| {
    let town = Town::on(db);
    let (keys, door, form) = ((&town.vault, &town.chance), town.door(), town.form("ola@example.no"));
    let receipt = town
        .db
        .write_now(|tx| submit(tx, keys, (&door, &form), false, start()))
        .unwrap();
    assert_eq!(receipt.code, None);
    let unconfirmed = town
        .db
        .read_now(|tx| note::list(tx, town.id, NoteState::Unconfirmed))
        .unwrap();
    assert_eq!(unconfirmed.len(), 1, "the note is there all the same");
    assert_eq!(unconfirmed[0].words, receipt.words);
    prompt(&town, "2027-01-15 10:00");
    assert_eq!(town.letters(), []);
});

both_databases!(who_has_waited_for_three_weeks_is_told_what_could_help, |db| {
    let town = Town::on(db);
    let note = town.wait("ola@example.no", start());
    prompt(&town, "2027-02-01 23:59:59");
    assert_eq!(prompts(&town, note), []);
    prompt(&town, "2027-02-02 00:00:00");
    prompt(&town, "2027-02-03 10:00");
    let letter = Letter::StillLooking { note };
    assert_eq!(prompts(&town, note), [letter]);
    assert_useless_after(&town, letter, "2027-06-13 00:00");
});

both_databases!(
    who_has_waited_for_five_months_is_asked_and_told_when_all_is_erased,
    |db| {
        let town = Town::on(db);
        let note = town.wait("ola@example.no", start());
        prompt(&town, "2027-02-02 10:00");
        prompt(&town, "2027-06-11 23:59:59");
        assert_eq!(prompts(&town, note).len(), 1);
        prompt(&town, "2027-06-12 00:00:00");
        prompt(&town, "2027-06-13 10:00");
        let letter = Letter::StillInterested { note };
        assert_eq!(prompts(&town, note), [Letter::StillLooking { note }, letter]);
        assert_useless_after(&town, letter, "2027-07-13 00:00");
        assert_eq!(town.standing(note).kept_until(), day("2027-07-12"));
        town.db
            .write_now(|tx| resume(tx, note, oslo("2027-06-14 10:00")))
            .unwrap();
        assert_eq!(town.standing(note).kept_until(), day("2027-12-14"), "six more months");
    }
);

both_databases!(who_has_a_seat_or_is_paused_is_not_written_to, |db| {
    let town = Town::on(db);
    let notes: Vec<_> = (0..5)
        .map(|nth| town.wait(&format!("p{nth}@example.no"), start()))
        .collect();
    let paused = town.wait("paused@example.no", start());
    town.pause(paused);
    let group = town.group(false);
    town.accept(notes[0], group);
    let before = town.letters().len();
    prompt(&town, "2027-02-02 10:00");
    assert_eq!(town.letters().len(), before);
});

both_databases!(who_has_a_code_is_not_written_to_and_not_asked_for_again, |db| {
    let town = Town::on(db);
    let unconfirmed = town.leave_by_code(start());
    let code = town.leave_by_code(start());
    let (waiting, _) = town.look_up(&code, start()).unwrap();
    for at in ["2027-01-15 10:00", "2027-02-02 10:00", "2027-06-12 10:00"] {
        prompt(&town, at);
        let due = town.db.read_now(|tx| note::list_to_prompt(tx, day(&at[..10]))).unwrap();
        assert_eq!(due, [], "the list would never end");
    }
    assert_eq!(town.letters(), []);
    assert_eq!(town.standing(waiting.id).kept_until(), day("2027-07-12"));
    assert!(town.look_up(&unconfirmed, start()).is_some());
});
