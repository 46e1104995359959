//! Participants answer.

use model::{GroupState, Letter, Nickname, NoteState, SeatState};
use store::{occupancy, seat};
use testkit::{both_databases, day, letters_owed, oslo};

use super::{Town, YES, last_offer, no_more_offers, start};
use crate::{Answer, Answered};

/// Five places, one group to accept or decline: how many of each, out of those invited.
fn answered(town: &Town, accept: usize, decline: usize) -> (model::GroupId, Vec<model::NoteId>) {
    let (group, notes) = town.approved(accept + decline);
    town.all_answer(group, &notes[..accept], &YES);
    town.all_answer(group, &notes[accept..], &Answer::NotThisDate);
    (group, notes)
}

both_databases!(whoever_accepts_has_joined_with_the_name_they_want, |db| {
    let town = Town::that_just_starts(db);
    let (group, notes) = town.approved(6);
    let says = Answer::Accept {
        nickname: Some("Bølla".parse::<Nickname>().unwrap()),
    };
    assert_eq!(town.answer(notes[0], group, &says, start()), Answered::Done);
    assert_eq!(town.answer(notes[1], group, &YES, start()), Answered::Done);
    assert_eq!(town.states(&notes[..2]), [NoteState::Joined]);
    assert_eq!(
        town.standing(notes[0]).kept_until(),
        day("2027-03-02"),
        "as long as the group"
    );
    let seat = |note| town.seat(group, note).unwrap();
    assert_eq!(
        (seat(notes[0]).state, seat(notes[0]).nickname.as_deref()),
        (SeatState::Accepted, Some("Bølla"))
    );
    assert_eq!(
        (seat(notes[1]).state, seat(notes[1]).nickname),
        (SeatState::Accepted, None)
    );
    assert_eq!(town.group(group).state, GroupState::Inviting, "four have not answered");
});

both_databases!(once_all_have_answered_and_five_accepted_the_group_is_ready, |db| {
    let town = Town::that_just_starts(db);
    let (group, notes) = answered(&town, 5, 2);
    assert_eq!(town.group(group).state, GroupState::Ready);
    let about = |kind: &str| -> Vec<Letter> {
        let owed = letters_owed(&town.db)
            .into_iter()
            .filter(|owed| owed.letter.kind() == kind);
        owed.inspect(|owed| assert_eq!(owed.useless_after, oslo("2027-01-26 18:00"), "the meeting begins"))
            .map(|owed| owed.letter)
            .collect()
    };
    let to_igangsetter = Letter::ParticipantsReady {
        staff: town.igangsetter.id,
        group,
    };
    assert_eq!(about("participants-ready"), [to_igangsetter]);
    let told = about("meeting-on");
    assert_eq!(told.len(), 5);
    for note in &notes[..5] {
        assert!(
            told.contains(&Letter::MeetingOn { note: *note, group }),
            "each who accepted"
        );
    }
    assert_eq!(town.states(&notes[..5]), [NoteState::Joined]);
    assert_eq!(town.states(&notes[5..]), [NoteState::Waiting]);
});

both_databases!(all_eight_may_accept, |db| {
    let town = Town::that_just_starts(db);
    let (group, _) = answered(&town, 8, 0);
    assert_eq!(town.group(group).state, GroupState::Ready);
    assert_eq!(town.owed("meeting-on"), 8);
});

both_databases!(
    with_four_the_group_is_dissolved_and_those_four_are_first_in_line,
    |db| {
        let town = Town::that_just_starts(db);
        let (group, notes) = answered(&town, 4, 3);
        town.settle(last_offer());
        assert_eq!(town.group(group).state, GroupState::Inviting, "somebody may come yet");
        town.settle(no_more_offers());
        let dissolved = town.group(group);
        assert_eq!(dissolved.state, GroupState::Dissolved);
        assert_eq!(dissolved.calendar.kept_until, day("2027-01-29"));
        assert_eq!(town.states(&notes), [NoteState::Waiting]);
        for (at, note) in notes.iter().enumerate() {
            let (since, until) = if at < 4 {
                ("2026-12-05", "2027-07-22")
            } else {
                ("2027-01-04", "2027-07-12")
            };
            assert_eq!(
                town.standing(*note).waiting_since(),
                day(since),
                "30 days for those who accepted"
            );
            assert_eq!(town.standing(*note).kept_until(), day(until));
            assert_eq!(town.read(|tx| seat::find_live(tx, *note)), None);
        }
        let owed: Vec<Letter> = letters_owed(&town.db).iter().map(|owed| owed.letter).collect();
        for note in &notes[..4] {
            assert!(owed.contains(&Letter::MeetingOff { note: *note, group }));
        }
        assert_eq!(
            (
                town.owed("meeting-off"),
                town.owed("group-off"),
                town.owed("meeting-on")
            ),
            (4, 1, 0)
        );
        assert_eq!(
            town.read(|tx| occupancy::list(tx, town.id)),
            [],
            "room and igangsetter are free"
        );
        town.propose(start()).unwrap();
    }
);

both_databases!(whoever_declines_waits_again_as_long_as_before, |db| {
    let town = Town::that_just_starts(db);
    let (group, notes) = town.approved(7);
    for (note, says) in notes.iter().zip([Answer::NotThisDate, Answer::NotThisTime]) {
        assert_eq!(town.answer(*note, group, &says, start()), Answered::Done);
        let standing = town.standing(*note);
        assert_eq!(
            (standing.state(), standing.waiting_since()),
            (NoteState::Waiting, day("2027-01-04"))
        );
        assert_eq!(town.seat(group, *note).unwrap().state, SeatState::Declined);
    }
    assert_eq!(
        town.read(|tx| store::wish::list_exclusions(tx, town.id)),
        [(notes[1], town.cell)]
    );
});

both_databases!(whoever_declined_the_date_may_still_decline_the_time, |db| {
    let town = Town::that_just_starts(db);
    let (group, notes) = town.approved(7);
    for says in [Answer::NotThisDate, Answer::NotThisTime, Answer::NotThisTime] {
        assert_eq!(town.answer(notes[0], group, &says, start()), Answered::Done);
    }
    assert_eq!(
        town.read(|tx| store::wish::list_exclusions(tx, town.id)),
        [(notes[0], town.cell)]
    );
});

both_databases!(giving_the_same_answer_again_changes_nothing, |db| {
    let town = Town::that_just_starts(db);
    let (group, notes) = town.approved(6);
    town.answer(notes[0], group, &Answer::NotThisDate, start());
    town.answer(notes[1], group, &YES, start());
    let before = town.everything(&[group], &notes);
    assert_eq!(
        town.answer(notes[0], group, &Answer::NotThisDate, start()),
        Answered::Done
    );
    assert_eq!(town.answer(notes[1], group, &YES, start()), Answered::Done);
    assert_eq!(town.everything(&[group], &notes), before);

    town.all_answer(group, &notes[2..], &YES);
    let ready = town.everything(&[group], &notes);
    assert_eq!(town.answer(notes[1], group, &YES, start()), Answered::Done);
    assert_eq!(town.everything(&[group], &notes), ready);
});

both_databases!(a_no_is_not_taken_back, |db| {
    let town = Town::that_just_starts(db);
    let (group, notes) = town.approved(6);
    town.answer(notes[0], group, &Answer::NotThisDate, start());
    let before = town.everything(&[group], &notes);
    assert_eq!(town.answer(notes[0], group, &YES, start()), Answered::TooLate);
    assert_eq!(town.everything(&[group], &notes), before);
});

both_databases!(a_yes_can_be_taken_back_and_the_note_waits_as_long_as_before, |db| {
    let town = Town::that_just_starts(db);
    let (group, notes) = town.approved(7);
    let named = Answer::Accept {
        nickname: Some("Bølla".parse::<Nickname>().unwrap()),
    };
    for (note, says) in notes.iter().zip([Answer::NotThisDate, Answer::NotThisTime]) {
        town.answer(*note, group, &named, start());
        assert_eq!(town.answer(*note, group, &says, start()), Answered::Done);
        let (standing, seat) = (town.standing(*note), town.seat(group, *note).unwrap());
        assert_eq!(
            (standing.state(), standing.waiting_since()),
            (NoteState::Waiting, day("2027-01-04"))
        );
        assert_eq!((seat.state, seat.nickname), (SeatState::Declined, None));
    }
    let excluded = town.read(|tx| store::wish::list_exclusions(tx, town.id));
    assert_eq!(excluded, [(notes[1], town.cell)]);
    assert_eq!(town.owed("group-changed"), 0, "the group is not ready");
});

both_databases!(
    a_yes_that_is_taken_back_from_a_ready_group_is_told_to_its_igangsetter,
    |db| {
        let town = Town::that_just_starts(db);
        let (group, notes) = answered(&town, 6, 0);
        for (at, note) in notes[..2].iter().enumerate() {
            let now = oslo(["2027-01-25 10:00", "2027-02-03 10:00"][at]);
            town.settle(now);
            assert_eq!(town.answer(*note, group, &Answer::NotThisTime, now), Answered::Done);
            assert_eq!(town.standing(*note).state(), NoteState::Waiting);
        }
        assert_eq!(town.group(group).state, GroupState::Started, "with four");
        let owed = letters_owed(&town.db);
        let changed: Vec<_> = owed
            .iter()
            .filter(|owed| owed.letter.kind() == "group-changed")
            .collect();
        assert_eq!(
            changed.len(),
            1,
            "one letter tells of all that has changed since the last was sent"
        );
        assert_eq!(changed[0].useless_after, oslo("2027-02-24 00:00"));
        assert_eq!(town.owed("meeting-on"), 4, "what contradicts it is not sent any more");
    }
);

both_databases!(nobody_answers_for_a_group_they_are_not_in, |db| {
    let town = Town::that_just_starts(db);
    let (group, notes) = town.approved(5);
    let stranger = town.add_note(day("2027-01-04"));
    let before = town.everything(&[group], &notes);
    for says in [YES, Answer::NotThisDate, Answer::NotThisTime] {
        assert_eq!(town.answer(stranger, group, &says, start()), Answered::TooLate);
    }
    assert_eq!(town.everything(&[group], &notes), before);
    assert_eq!(town.standing(stranger).state(), NoteState::Waiting);
});

both_databases!(a_seat_that_is_only_held_can_not_be_answered, |db| {
    let town = Town::on(db);
    let (group, notes) = town.approved(5);
    for says in [YES, Answer::NotThisDate] {
        assert_eq!(town.answer(notes[0], group, &says, start()), Answered::TooLate);
    }
    assert_eq!(town.states(&notes), [NoteState::Waiting]);
});

both_databases!(an_answer_counts_until_the_midnight_that_ends_its_day, |db| {
    let town = Town::that_just_starts(db);
    let (group, notes) = town.approved(7);
    town.deliver(group, &notes, "2027-01-12");
    assert_eq!(
        town.answer(notes[0], group, &YES, oslo("2027-01-17 23:59:59")),
        Answered::Done
    );
    assert_eq!(
        town.answer(notes[1], group, &YES, oslo("2027-01-18 00:00:00")),
        Answered::TooLate
    );
    assert_eq!(town.standing(notes[1]).state(), NoteState::Paused);
});

both_databases!(an_undelivered_invitation_can_be_answered_until_the_cut_off, |db| {
    for (at, came, state) in [
        ("2027-01-23 23:59:59", Answered::Done, NoteState::Joined),
        ("2027-01-24 00:00:00", Answered::TooLate, NoteState::Waiting),
    ] {
        let town = Town::that_just_starts(testkit::TestDb::migrated(db.kind()));
        let (group, notes) = town.approved(6);
        assert_eq!(town.answer(notes[0], group, &YES, oslo(at)), came, "{at}");
        assert_eq!(town.standing(notes[0]).state(), state, "{at}");
    }
});

both_databases!(of_many_answers_at_once_each_counts_once, |db| {
    let town = Town::that_just_starts(db);
    let (group, notes) = town.approved(8);
    std::thread::scope(|scope| {
        for _ in 0..4 {
            for note in &notes {
                let town = &town;
                scope.spawn(move || assert_eq!(town.answer(*note, group, &YES, start()), Answered::Done));
            }
        }
    });
    assert_eq!(town.group(group).state, GroupState::Ready);
    assert_eq!((town.owed("meeting-on"), town.owed("participants-ready")), (8, 1));
});
