//! Whoever has a receipt code does all that others do, but is written to never (promise C13).

use model::{GroupId, GroupState, NoteId, NoteState, SeatState};
use testkit::{both_databases, day, letters_owed, oslo};

use super::{Town, YES, start};
use crate::{Answer, Reached, call_off};

/// A group of five with an address and one with a code.
fn six(town: &Town) -> (GroupId, Vec<NoteId>, NoteId) {
    let coded = town.add_coded_note("2027-01-04");
    let (group, notes) = town.approved(5);
    assert!(town.seat(group, coded).is_some());
    (group, notes, coded)
}

#[track_caller]
fn assert_never_written_to(town: &Town, note: NoteId) {
    let owed = letters_owed(&town.db);
    let to_note = |owed: &&store::outbox::Claimed| owed.letter.references().note == Some(note);
    assert_eq!(owed.iter().find(to_note), None);
}

both_databases!(
    a_code_is_answered_for_until_the_cut_off_and_no_letter_is_ever_owed_to_it,
    |db| {
        let town = Town::that_just_starts(db);
        let (group, notes, coded) = six(&town);
        assert_eq!(town.seat(group, coded).unwrap().answer_by, Some(day("2027-01-23")));
        town.deliver(group, &notes, "2027-01-12");
        town.remind(oslo("2027-01-22 08:00"));
        assert_never_written_to(&town, coded);
        assert_eq!(
            town.answer(coded, group, &YES, oslo("2027-01-17 10:00")),
            crate::Answered::Done
        );
        town.all_answer(group, &notes, &YES);
        assert_eq!(town.group(group).state, GroupState::Ready);
        assert_eq!(town.owed("meeting-on"), 5);
        town.remind(oslo("2027-01-25 08:00"));
        assert_eq!(town.owed("meeting-tomorrow"), 5);
        let off =
            |tx: &mut store::DbConn| call_off(tx, &town.chance, &town.igangsetter, group, oslo("2027-01-25 09:00"));
        assert_eq!(town.db.write_now(off).unwrap(), Reached { letters: 5, by_code: 1 });
        assert_never_written_to(&town, coded);
    }
);

both_databases!(a_code_that_is_not_looked_up_by_the_cut_off_is_silent, |db| {
    let town = Town::that_just_starts(db);
    let (group, notes, coded) = six(&town);
    town.all_answer(group, &notes, &YES);
    town.settle(oslo("2027-01-23 23:59:59"));
    assert_eq!(town.group(group).state, GroupState::Inviting);
    town.settle(oslo("2027-01-24 00:00:00"));
    assert_eq!(town.group(group).state, GroupState::Ready);
    assert_eq!(town.seat(group, coded).unwrap().state, SeatState::Silent);
    assert_eq!(town.standing(coded).state(), NoteState::Paused);
    assert_never_written_to(&town, coded);
});

both_databases!(answers_and_silence_are_counted_without_persons, |db| {
    let town = Town::that_just_starts(db);
    let (group, notes, _) = six(&town);
    town.deliver(group, &notes[..1], "2027-01-12");
    town.answer(notes[1], group, &Answer::NotThisDate, start());
    town.all_answer(group, &notes[2..], &YES);
    town.answer(notes[2], group, &Answer::NotThisDate, start());
    town.settle(oslo("2027-01-18 00:00"));
    let tally = town.read(|tx| store::tally::list(tx, town.id));
    assert_eq!((tally[0].said_yes, tally[0].said_no, tally[0].started), (3, 2, 0));
});
