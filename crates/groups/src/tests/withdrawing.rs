//! "Erase everything about me", from any state (promise C12).

use model::{GroupState, NoteState};
use store::note::{self, Erased};
use testkit::{both_databases, letters_owed, oslo};

use super::{Town, YES, no_more_offers, start};
use crate::Answer;

/// What is counted when a note with one wish, one seat and so many letters goes.
fn seated(letters: usize) -> Erased {
    Erased {
        notes: 1,
        wishes: 1,
        seats: 1,
        letters,
    }
}

#[track_caller]
fn assert_gone(town: &Town, note: model::NoteId) {
    assert_eq!(town.read(|tx| note::find(tx, note)), None);
    let owed = letters_owed(&town.db);
    assert!(owed.iter().all(|owed| owed.letter.references().note != Some(note)));
    assert_eq!(town.withdraw(note, start()), Erased::default(), "again");
}

both_databases!(a_waiting_note_is_erased, |db| {
    let town = Town::on(db);
    let note = town.add_note(testkit::day("2027-01-04"));
    let expected = Erased { seats: 0, ..seated(0) };
    assert_eq!(town.withdraw(note, start()), expected);
    assert_gone(&town, note);
});

both_databases!(a_note_in_a_draft_is_erased, |db| {
    let town = Town::on(db);
    let notes = town.add_notes(5, testkit::day("2027-01-04"));
    town.propose(start()).unwrap();
    assert_eq!(town.withdraw(notes[0], start()), seated(0));
    assert_gone(&town, notes[0]);
    assert_eq!(town.draft().unwrap().groups[0].notes, 4);
});

both_databases!(while_the_igangsetter_is_asked_a_group_of_five_needs_all_five, |db| {
    for (count, state) in [(6, GroupState::Asked), (5, GroupState::Dissolved)] {
        let town = Town::on(testkit::TestDb::migrated(db.kind()));
        let (group, notes) = town.approved(count);
        assert_eq!(town.withdraw(notes[0], start()), seated(0));
        assert_gone(&town, notes[0]);
        assert_eq!(town.group(group).state, state, "{count}");
        assert_eq!(town.states(&notes[1..]), [NoteState::Waiting]);
        assert_eq!((town.owed("meeting-off"), town.owed("group-off")), (0, 0));
    }
});

both_databases!(whoever_was_invited_withdraws_with_the_letter_not_yet_sent, |db| {
    let town = Town::that_just_starts(db);
    let (group, notes) = town.approved(6);
    assert_eq!(town.withdraw(notes[0], start()), seated(1));
    assert_gone(&town, notes[0]);
    assert_eq!(town.group(group).state, GroupState::Inviting);
    town.all_answer(group, &notes[1..], &YES);
    assert_eq!(town.group(group).state, GroupState::Ready);
});

both_databases!(the_last_one_to_answer_may_withdraw_and_settles_the_group, |db| {
    for (others, state) in [(5, GroupState::Ready), (4, GroupState::Inviting)] {
        let town = Town::that_just_starts(testkit::TestDb::migrated(db.kind()));
        let (group, notes) = town.approved(others + 1);
        town.all_answer(group, &notes[1..], &YES);
        town.withdraw(notes[0], start());
        assert_gone(&town, notes[0]);
        assert_eq!(town.group(group).state, state, "{others}");
    }
});

both_databases!(whoever_accepted_may_withdraw_before_the_others_answer, |db| {
    let town = Town::that_just_starts(db);
    let (group, notes) = town.approved(6);
    town.all_answer(group, &notes[..5], &YES);
    town.withdraw(notes[0], start());
    assert_gone(&town, notes[0]);
    assert_eq!(town.group(group).state, GroupState::Inviting, "one has not answered");
    town.all_answer(group, &notes[5..], &YES);
    assert_eq!(town.group(group).state, GroupState::Ready);
});

both_databases!(a_group_that_is_ready_stays_so_without_those_who_withdraw, |db| {
    let town = Town::that_just_starts(db);
    let (group, notes) = town.approved(5);
    town.all_answer(group, &notes, &YES);
    // The invitation is answered; the news that the meeting takes place is owed.
    assert_eq!(town.withdraw(notes[0], start()), seated(1));
    assert_gone(&town, notes[0]);
    assert_eq!(town.group(group).state, GroupState::Ready);
    assert_eq!(town.states(&notes[1..]), [NoteState::Joined]);
    assert_eq!((town.owed("meeting-on"), town.owed("meeting-off")), (4, 0));
    assert_eq!(town.owed("group-changed"), 1);
});

both_databases!(whoever_declined_or_was_silent_withdraws_and_the_group_goes_on, |db| {
    let town = Town::that_just_starts(db);
    let (group, notes) = town.approved(8);
    town.deliver(group, &notes[..2], "2027-01-12");
    town.answer(notes[0], group, &Answer::NotThisTime, start());
    let later = oslo("2027-01-18 00:00");
    town.settle(later);
    assert_eq!(town.states(&notes[1..2]), [NoteState::Paused]);
    assert_eq!(town.withdraw(notes[0], later), seated(0));
    assert_eq!(town.withdraw(notes[1], later), seated(1), "still interested?");
    assert_gone(&town, notes[0]);
    assert_gone(&town, notes[1]);
    assert_eq!(town.group(group).state, GroupState::Inviting);
});

both_databases!(whoever_lost_a_group_withdraws_with_the_letter_about_it, |db| {
    let town = Town::that_just_starts(db);
    let (group, notes) = town.approved(5);
    town.all_answer(group, &notes[..4], &YES);
    town.all_answer(group, &notes[4..], &Answer::NotThisDate);
    town.settle(no_more_offers());
    let expected = Erased { seats: 0, ..seated(1) };
    assert_eq!(town.withdraw(notes[0], start()), expected);
    assert_gone(&town, notes[0]);
});

both_databases!(everybody_may_withdraw_at_once, |db| {
    let town = Town::that_just_starts(db);
    let (group, notes) = town.approved(8);
    std::thread::scope(|scope| {
        for note in &notes {
            scope.spawn(|| town.withdraw(*note, start()));
        }
    });
    for note in notes {
        assert_gone(&town, note);
    }
    town.settle(no_more_offers());
    assert_eq!(town.group(group).state, GroupState::Dissolved);
    assert_eq!((town.owed("invitation"), town.owed("group-off")), (0, 1));
});
