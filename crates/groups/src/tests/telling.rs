//! What a group and its igangsetter tell each other.

use chrono::{DateTime, NaiveDate, NaiveTime, Utc};
use model::{GroupId, GroupState, Letter, NoteId, Practical};
use store::{outbox, telling};
use testkit::{both_databases, day, oslo};

use super::{Town, YES, assert_not_yours, start};
use crate::{Dispatch, Fault, Reached, absent, call_off, dispatches, move_meeting, tell};

impl Town {
    fn tell(&self, group: GroupId, now: &str) -> Result<Reached, Fault> {
        let (by, message) = (&self.igangsetter, Practical::RingTheBell);
        self.db
            .write_now(|tx| tell(tx, &self.chance, by, (group, message), oslo(now)))
    }

    fn dispatches(&self, group: GroupId, now: &str) -> Vec<Dispatch> {
        self.read(|tx| dispatches(tx, &self.igangsetter, group, oslo(now)))
    }

    fn absent(&self, note: NoteId, group: GroupId, now: DateTime<Utc>) -> Result<NaiveDate, Fault> {
        self.db.write_now(|tx| absent(tx, &self.chance, (note, group), now))
    }
}

both_databases!(
    a_practical_message_reaches_everybody_who_accepted_three_times_a_day,
    |db| {
        let town = Town::that_just_starts(db);
        let (group, _) = town.ready(5);
        for _ in 0..3 {
            let reached = town.tell(group, "2027-01-26 10:00").unwrap();
            assert_eq!(reached, Reached { letters: 5, by_code: 0 });
        }
        let refused = town.tell(group, "2027-01-26 17:00");
        assert!(matches!(refused, Err(Fault::TooManyMessages)), "{refused:?}");
        let owed = town.letters("practical-message");
        assert_eq!(owed.len(), 15);
        assert_eq!(owed[0].useless_after, oslo("2027-01-26 18:00"), "the next meeting");
        town.tell(group, "2027-01-27 00:00").unwrap();
        let over = town.tell(group, "2027-02-23 18:00");
        assert!(matches!(over, Err(Fault::TooLate)), "{over:?}");
    }
);

both_databases!(a_message_is_told_by_the_groups_own_igangsetter_once_it_is_ready, |db| {
    let town = Town::that_just_starts(db);
    let (group, notes) = town.approved(5);
    assert_not_yours(&town.tell(group, "2027-01-12 10:00"));
    town.all_answer(group, &notes, &YES);
    for by in [&town.coordinator, &town.add_igangsetter()] {
        let told = (group, Practical::IndoorShoes);
        assert_not_yours(&town.db.write_now(|tx| tell(tx, &town.chance, by, told, start())));
        assert_not_yours(&town.db.read_now(|tx| dispatches(tx, by, group, start())));
    }
});

both_databases!(the_igangsetter_sees_how_many_were_reached, |db| {
    let town = Town::that_just_starts(db);
    let coded = town.add_coded_note("2027-01-04");
    let (group, _) = town.approved(5);
    let seats: Vec<NoteId> = town.seats(group).iter().map(|seat| seat.note).collect();
    assert!(seats.contains(&coded));
    town.all_answer(group, &seats, &YES);
    assert_eq!(
        town.tell(group, "2027-01-26 10:00").unwrap(),
        Reached { letters: 5, by_code: 1 }
    );
    let claimed = town
        .db
        .write_now(|tx| outbox::claim(tx, oslo("2027-01-26 10:00"), 100))
        .unwrap();
    let of_kind = claimed.iter().filter(|one| one.letter.kind() == "practical-message");
    for letter in of_kind.take(4) {
        let sent = outbox::Outcome::Delivered;
        town.db
            .write_now(|tx| outbox::end(tx, letter, sent, oslo("2027-01-26 10:01")))
            .unwrap();
    }
    let expected = Dispatch {
        kind: "practical-message",
        letters: 5,
        sent: 4,
        by_code: 1,
    };
    assert_eq!(town.dispatches(group, "2027-01-26 11:00"), [expected]);
});

/// A group of so many with an address, and one with a code, all of whom have accepted.
fn with_a_code(town: &Town, count: usize) -> (GroupId, NoteId) {
    let coded = town.add_coded_note("2027-01-04");
    let (group, _) = town.approved(count);
    let seats: Vec<NoteId> = town.seats(group).iter().map(|seat| seat.note).collect();
    town.all_answer(group, &seats, &YES);
    (group, coded)
}

/// «… av 6 sendt, 1 har kode»: the kind, how many letters, how many codes.
fn counted(seen: &[Dispatch]) -> Vec<(&str, usize, usize)> {
    seen.iter().map(|one| (one.kind, one.letters, one.by_code)).collect()
}

both_databases!(whoever_has_a_code_is_counted_after_the_group_is_called_off, |db| {
    let town = Town::that_just_starts(db);
    let (group, _) = with_a_code(&town, 5);
    let by = &town.igangsetter;
    let off = |tx: &mut store::DbConn| call_off(tx, &town.chance, by, group, oslo("2027-01-20 10:00"));
    town.db.write_now(off).unwrap();
    assert_eq!(
        counted(&town.dispatches(group, "2027-01-21 09:59")),
        [("meeting-off", 5, 1)]
    );
    town.db
        .write_now(|tx| outbox::cancel_of_group(tx, group, "meeting-off"))
        .unwrap();
    assert_eq!(
        town.dispatches(group, "2027-01-21 10:00"),
        [],
        "forgotten with the letters"
    );
});

both_databases!(a_group_of_codes_alone_is_told_and_counted_too, |db| {
    let town = Town::that_just_starts(db);
    let coded: Vec<_> = (0..5).map(|_| town.add_coded_note("2027-01-04")).collect();
    let (group, _) = town.approved(0);
    town.all_answer(group, &coded, &YES);
    for _ in 0..3 {
        town.tell(group, "2027-01-26 10:00").unwrap();
    }
    assert_eq!(
        counted(&town.dispatches(group, "2027-01-26 10:00")),
        [("practical-message", 0, 15)]
    );
    let refused = town.tell(group, "2027-01-26 11:00");
    assert!(matches!(refused, Err(Fault::TooManyMessages)), "{refused:?}");
});

both_databases!(whoever_has_a_code_and_leaves_was_told_all_the_same, |db| {
    let town = Town::that_just_starts(db);
    let (group, coded) = with_a_code(&town, 5);
    for now in ["2027-01-26 10:00", "2027-01-26 11:00"] {
        town.tell(group, now).unwrap();
    }
    town.withdraw(coded, oslo("2027-01-26 12:00"));
    assert_eq!(
        counted(&town.dispatches(group, "2027-01-26 12:00")),
        [("practical-message", 10, 2)],
        "two messages"
    );
});

both_databases!(a_message_is_remembered_until_the_day_of_its_meeting_is_over, |db| {
    let town = Town::that_just_starts(db);
    let (group, _) = with_a_code(&town, 5);
    let remembered = |today: &str| {
        town.db.write_now(|tx| telling::delete_expired(tx, day(today))).unwrap();
        let told = town.read(|tx| telling::list(tx, group));
        told.iter().map(|one| (one.meeting, one.message)).collect::<Vec<_>>()
    };
    town.tell(group, "2027-01-20 10:00").unwrap();
    let told = [(Some(day("2027-01-26")), Some(Practical::RingTheBell))];
    assert_eq!(remembered("2027-01-26"), told);
    let to = (day("2027-01-29"), NaiveTime::from_hms_opt(18, 0, 0).unwrap());
    let by = &town.igangsetter;
    let moved = (group, day("2027-01-26"), to);
    town.db
        .write_now(|tx| move_meeting(tx, &town.chance, by, moved, oslo("2027-01-26 10:00")))
        .unwrap();
    assert_eq!(remembered("2027-01-29"), told, "it has moved with the meeting");
    assert_eq!(remembered("2027-01-30"), []);
});

both_databases!(
    whoever_can_t_come_tells_the_igangsetter_by_a_letter_that_refers_to_them,
    |db| {
        let town = Town::that_just_starts(db);
        let (group, notes) = town.ready(5);
        let before = town.everything(&[group], &notes);
        let now = oslo("2027-01-27 10:00");
        for _ in 0..2 {
            assert_eq!(town.absent(notes[0], group, now).unwrap(), day("2027-02-02"));
        }
        let owed = town.letters("absence");
        let expected = Letter::Absence {
            staff: town.igangsetter.id,
            note: notes[0],
            group,
            meeting: day("2027-02-02"),
        };
        assert_eq!((owed.len(), owed[0].letter), (1, expected));
        assert_eq!(owed[0].useless_after, oslo("2027-02-02 18:00"));
        town.withdraw(notes[0], now);
        assert_eq!(town.owed("absence"), 0, "gone with the note");
        let _ = before;
    }
);

both_databases!(nothing_but_the_letter_is_kept_of_an_absence, |db| {
    let town = Town::that_just_starts(db);
    let (group, notes) = town.ready(5);
    let before = town.everything(&[group], &notes);
    town.absent(notes[0], group, start()).unwrap();
    assert_ne!(town.everything(&[group], &notes), before);
    // On delivery the letter's row is deleted.
    town.db
        .write_now(|tx| outbox::cancel_of_group(tx, group, "absence"))
        .unwrap();
    assert_eq!(town.everything(&[group], &notes), before);
});

both_databases!(only_who_has_a_seat_in_a_group_that_meets_can_be_absent, |db| {
    let town = Town::that_just_starts(db);
    let (group, notes) = town.approved(6);
    let stranger = town.add_coded_note("2027-01-11");
    town.answer(notes[0], group, &YES, start());
    assert_not_yours(&town.absent(notes[0], group, start()));
    town.all_answer(group, &notes[1..5], &YES);
    town.answer(notes[5], group, &crate::Answer::NotThisDate, start());
    town.answer(stranger, group, &crate::Answer::NotThisDate, start());
    assert_eq!(town.group(group).state, GroupState::Ready);
    assert_not_yours(&town.absent(notes[5], group, start()));
    assert_not_yours(&town.absent(stranger, group, start()));
    let over = town.absent(notes[0], group, oslo("2027-02-23 18:00"));
    assert!(matches!(over, Err(Fault::TooLate)), "{over:?}");
    town.step_back(&town.igangsetter, group, start()).unwrap();
    let nobody = town.absent(notes[0], group, start());
    assert!(matches!(nobody, Err(Fault::NobodyLeads)), "{nobody:?}");
});
