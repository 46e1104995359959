//! What the mail server said to invitations.

use model::{GroupId, GroupState, NoteId, NoteState, SeatState};
use testkit::{both_databases, day, oslo};

use super::{Town, YES, start};
use crate::{Answer, invitation_refused, invitation_undelivered};

fn refuse(town: &Town, note: NoteId, group: GroupId) {
    town.db
        .write_now(|tx| invitation_refused(tx, &town.chance, (note, group), start()))
        .unwrap();
}

both_databases!(
    the_time_for_an_answer_begins_when_the_mail_server_takes_the_letter,
    |db| {
        let town = Town::that_just_starts(db);
        let (group, notes) = town.approved(6);
        let answer_by = |note| town.seat(group, note).unwrap().answer_by;
        for (note, delivered, by) in [
            (notes[0], "2027-01-12", "2027-01-17"),
            (notes[1], "2027-01-18", "2027-01-23"),
            (notes[2], "2027-01-20", "2027-01-23"),
            (notes[3], "2027-01-23", "2027-01-23"),
        ] {
            town.deliver(group, &[note], delivered);
            assert_eq!(answer_by(note), Some(day(by)), "delivered on {delivered}");
        }
        town.deliver(group, &notes[..1], "2027-01-14");
        assert_eq!(
            answer_by(notes[0]),
            Some(day("2027-01-17")),
            "the first delivery counts"
        );
        assert_eq!(answer_by(notes[4]), None);
    }
);

both_databases!(a_letter_that_arrives_after_the_cut_off_makes_nobody_silent, |db| {
    let town = Town::that_just_starts(db);
    let (group, notes) = town.approved(6);
    town.deliver(group, &notes, "2027-01-24");
    town.settle(oslo("2027-01-24 00:00"));
    assert_eq!(town.states(&notes), [NoteState::Waiting]);
    assert_eq!(town.owed("still-interested"), 0);
});

both_databases!(a_delivery_changes_no_seat_that_is_answered, |db| {
    let town = Town::that_just_starts(db);
    let (group, notes) = town.approved(7);
    town.answer(notes[0], group, &YES, start());
    town.answer(notes[1], group, &Answer::NotThisDate, start());
    let before = town.everything(&[group], &notes);
    town.deliver(group, &notes[..2], "2027-01-12");
    town.deliver(group, &[NoteId::from_bytes([9; 16])], "2027-01-12");
    town.deliver(GroupId::from_bytes([9; 16]), &notes[..2], "2027-01-12");
    assert_eq!(town.everything(&[group], &notes), before);
});

both_databases!(a_refused_recipient_leaves_the_seat_and_is_offered_nothing_more, |db| {
    let town = Town::that_just_starts(db);
    let (group, notes) = town.approved(6);
    refuse(&town, notes[0], group);
    let standing = town.standing(notes[0]);
    assert_eq!(
        (standing.state(), standing.kept_until()),
        (NoteState::Paused, day("2027-01-26")),
        "a fortnight"
    );
    assert_eq!(town.seat(group, notes[0]).unwrap().state, SeatState::Declined);
    assert_eq!(town.group(group).state, GroupState::Inviting);
    assert_eq!(town.owed("still-interested"), 0, "nothing more is sent there");
});

both_databases!(whom_no_invitation_has_reached_leaves_the_seat_and_waits_on, |db| {
    let town = Town::that_just_starts(db);
    let (group, notes) = town.approved(6);
    let before = town.standing(notes[0]).signed_on();
    town.db
        .write_now(|tx| invitation_undelivered(tx, &town.chance, (notes[0], group), start()))
        .unwrap();
    let standing = town.standing(notes[0]);
    assert_eq!((standing.state(), standing.signed_on()), (NoteState::Waiting, before));
    assert_eq!(standing.kept_until(), before + model::WAITING_MONTHS);
    assert_eq!(town.seat(group, notes[0]).unwrap().state, SeatState::Declined);
});

both_databases!(a_refusal_settles_the_group, |db| {
    for (invited, state) in [(6, GroupState::Ready), (5, GroupState::Inviting)] {
        let town = Town::that_just_starts(testkit::TestDb::migrated(db.kind()));
        let (group, notes) = town.approved(invited);
        town.all_answer(group, &notes[1..], &YES);
        refuse(&town, notes[0], group);
        assert_eq!(town.group(group).state, state);
    }
});

both_databases!(a_refusal_takes_no_seat_that_is_answered_or_gone, |db| {
    let town = Town::that_just_starts(db);
    let (group, notes) = town.approved(6);
    town.answer(notes[0], group, &YES, start());
    town.withdraw(notes[1], start());
    let before = town.everything(&[group], &notes);
    refuse(&town, notes[0], group);
    refuse(&town, notes[1], group);
    refuse(&town, notes[2], GroupId::from_bytes([9; 16]));
    assert_eq!(town.everything(&[group], &notes), before);
});
