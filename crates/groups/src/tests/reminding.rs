//! Reminders, each once.

use model::{GroupId, Letter, NoteId};
use testkit::{both_databases, day, oslo};

use super::{Town, YES, start};
use crate::{Answer, cancel_meeting, move_meeting};

/// A group that has met on 26 January, and whose igangsetter steps back then.
fn left_after_meeting(town: &Town, at: &str) -> (GroupId, Vec<NoteId>) {
    let (group, mut notes) = town.ready(5);
    notes.sort_unstable();
    town.remind(oslo("2027-01-25 08:00"));
    town.settle(oslo("2027-01-26 18:00"));
    town.step_back(&town.igangsetter, group, oslo(at)).unwrap();
    (group, notes)
}

both_databases!(
    nobody_is_reminded_who_was_invited_a_day_before_the_answer_is_due,
    |db| {
        let town = Town::that_just_starts(db);
        let (group, notes) = town.approved(5);
        town.deliver(group, &notes[..1], "2027-01-21");
        town.deliver(group, &notes[1..], "2027-01-22");
        town.remind(oslo("2027-01-22 10:00"));
        assert_eq!(town.written_to("answer-reminder"), notes[..1]);
    }
);

both_databases!(
    whoever_has_not_answered_is_reminded_once_on_the_morning_before_the_last_day,
    |db| {
        let town = Town::that_just_starts(db);
        let (group, notes) = town.approved(7);
        town.deliver(group, &notes[..3], "2027-01-12");
        town.answer(notes[0], group, &YES, start());
        town.answer(notes[1], group, &Answer::NotThisDate, start());
        for early in ["2027-01-15 12:00", "2027-01-16 07:59:59"] {
            town.remind(oslo(early));
            assert_eq!(town.owed("answer-reminder"), 0, "{early}");
        }
        for again in ["2027-01-16 08:00:00", "2027-01-16 08:01:00", "2027-01-16 20:00:00"] {
            town.remind(oslo(again));
            assert_eq!(town.written_to("answer-reminder"), [notes[2]], "{again}");
        }
        let useless_after = town.letters("answer-reminder")[0].useless_after;
        assert_eq!(
            useless_after,
            oslo("2027-01-17 00:00"),
            "the answer is due tomorrow no more"
        );
        town.remind(oslo("2027-01-17 08:00"));
        assert_eq!(town.owed("answer-reminder"), 1);
        town.answer(notes[2], group, &YES, oslo("2027-01-17 09:00"));
        assert_eq!(town.owed("answer-reminder"), 0, "an answer makes it needless");
    }
);

both_databases!(
    everybody_who_accepted_is_reminded_once_on_the_day_before_the_first_meeting,
    |db| {
        let town = Town::that_just_starts(db);
        let (group, notes) = town.approved(6);
        town.deliver(group, &notes, "2027-01-12");
        // Whoever was reminded of the answer is reminded of the meeting all the same.
        town.remind(oslo("2027-01-16 08:00"));
        town.all_answer(group, &notes, &YES);
        town.remind(oslo("2027-01-24 12:00"));
        assert_eq!(town.owed("meeting-tomorrow"), 0);
        for _ in 0..2 {
            town.remind(oslo("2027-01-25 08:00"));
        }
        let owed = town.letters("meeting-tomorrow");
        assert_eq!(owed.len(), 6);
        assert!(
            owed.iter().all(|owed| owed.useless_after == oslo("2027-01-26 00:00")),
            "tomorrow is another day"
        );
        town.remind(oslo("2027-02-01 08:00"));
        assert_eq!(town.owed("meeting-tomorrow"), 6, "of the first meeting only");
    }
);

both_databases!(the_day_before_is_that_of_the_moved_meeting, |db| {
    let town = Town::that_just_starts(db);
    let (group, _) = town.ready(5);
    let shift = |to: &str, now: &str| {
        let to = (testkit::day(to), "18:00:00".parse().unwrap());
        let meeting = (group, testkit::day("2027-01-26"), to);
        town.db
            .write_now(|tx| move_meeting(tx, &town.chance, &town.igangsetter, meeting, oslo(now)))
            .unwrap();
    };
    town.remind(oslo("2027-01-25 08:00"));
    assert_eq!(town.owed("meeting-tomorrow"), 5);
    shift("2027-01-29", "2027-01-25 09:00");
    assert_eq!(town.owed("meeting-tomorrow"), 0, "not sent, and wrong by now");
    town.remind(oslo("2027-01-25 10:00"));
    assert_eq!(town.owed("meeting-tomorrow"), 0);
    town.remind(oslo("2027-01-28 10:00"));
    assert_eq!(town.owed("meeting-tomorrow"), 5);
    shift("2027-01-30", "2027-01-28 12:00");
    shift("2027-01-29", "2027-01-28 13:00");
    town.remind(oslo("2027-01-28 14:00"));
    assert_eq!(town.owed("meeting-tomorrow"), 0, "just told of a meeting tomorrow");
    assert_eq!(town.owed("meeting-moved"), 5);
});

both_databases!(
    nobody_is_reminded_of_a_cancelled_meeting_but_of_the_one_after_it,
    |db| {
        let town = Town::that_just_starts(db);
        let (group, _) = town.ready(5);
        town.remind(oslo("2027-01-25 08:00"));
        let meeting = (group, testkit::day("2027-01-26"));
        town.db
            .write_now(|tx| cancel_meeting(tx, &town.chance, &town.igangsetter, meeting, oslo("2027-01-25 09:00")))
            .unwrap();
        town.remind(oslo("2027-01-25 10:00"));
        assert_eq!(town.owed("meeting-tomorrow"), 0);
        town.remind(oslo("2027-02-01 10:00"));
        assert_eq!(town.owed("meeting-tomorrow"), 5);
    }
);

both_databases!(a_change_of_a_later_meeting_leaves_the_reminder_of_the_first, |db| {
    let town = Town::that_just_starts(db);
    let (group, _) = town.ready(5);
    town.remind(oslo("2027-01-25 08:00"));
    let meeting = (group, testkit::day("2027-02-02"));
    town.db
        .write_now(|tx| cancel_meeting(tx, &town.chance, &town.igangsetter, meeting, oslo("2027-01-25 09:00")))
        .unwrap();
    town.remind(oslo("2027-01-25 10:00"));
    assert_eq!((town.owed("meeting-tomorrow"), town.owed("meeting-cancelled")), (5, 5));
});

both_databases!(
    those_who_have_met_hear_the_day_before_that_nobody_starts_the_next_meeting,
    |db| {
        let town = Town::that_just_starts(db);
        let (group, notes) = left_after_meeting(&town, "2027-01-28 10:00");
        for early in ["2027-01-28 11:00", "2027-01-31 20:00", "2027-02-01 07:59:59"] {
            town.remind(oslo(early));
            assert_eq!(town.owed("no-igangsetter"), 0, "{early}: somebody may yet be found");
        }
        for again in [
            "2027-02-01 08:00",
            "2027-02-01 08:01",
            "2027-02-02 08:00",
            "2027-02-08 08:00",
        ] {
            town.remind(oslo(again));
            assert_eq!(town.written_to("no-igangsetter"), notes, "{again}: once");
        }
        let owed = town.letters("no-igangsetter");
        let expected = Letter::NoIgangsetter {
            note: owed[0].letter.references().note.unwrap(),
            group,
            meeting: day("2027-02-02"),
        };
        assert_eq!(
            (owed[0].letter, owed[0].useless_after),
            (expected, oslo("2027-02-02 18:00"))
        );
        town.answer(notes[0], group, &Answer::NotThisDate, oslo("2027-02-01 12:00"));
        assert_eq!(town.owed("no-igangsetter"), 4, "not to whoever leaves");
    }
);

both_databases!(those_who_have_met_hear_nothing_if_somebody_is_found_in_time, |db| {
    let town = Town::that_just_starts(db);
    let (group, _) = left_after_meeting(&town, "2027-01-28 10:00");
    let other = town.add_igangsetter();
    town.lets_lead(&other, &[town.cell], true);
    town.take_over(group, &other, oslo("2027-01-31 10:00")).unwrap();
    town.lead(&other, group, true, oslo("2027-01-31 12:00")).unwrap();
    town.remind(oslo("2027-02-01 08:00"));
    assert_eq!(town.owed("no-igangsetter"), 0);
    town.step_back(&other, group, oslo("2027-02-02 12:00")).unwrap();
    town.remind(oslo("2027-02-02 12:01"));
    assert_eq!(town.owed("no-igangsetter"), 5, "on the very day: at once");
});

both_databases!(a_no_to_taking_over_tells_those_who_know_nothing_new, |db| {
    let town = Town::that_just_starts(db);
    let (group, _) = left_after_meeting(&town, "2027-01-28 10:00");
    let other = town.add_igangsetter();
    town.lets_lead(&other, &[town.cell], true);
    town.remind(oslo("2027-02-01 08:00"));
    town.take_over(group, &other, oslo("2027-02-01 09:00")).unwrap();
    town.lead(&other, group, false, oslo("2027-02-01 10:00")).unwrap();
    town.remind(oslo("2027-02-01 11:00"));
    assert_eq!(town.owed("no-igangsetter"), 5);
});

both_databases!(after_the_last_supported_meeting_nobody_is_missed, |db| {
    let town = Town::that_just_starts(db);
    left_after_meeting(&town, "2027-02-23 20:00");
    town.remind(oslo("2027-03-01 08:00"));
    assert_eq!(town.owed("no-igangsetter"), 0);
});
