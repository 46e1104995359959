//! What must hold of the letters after every step.

use model::{GroupState, Lead, Letter, NoteState, SeatState};
use store::{group::Group, note::Note, seat::Seat};

use super::{Step, seen::Seen};

pub(super) fn hold(step: &Step, before: &Seen, after: &Seen) {
    nobody_gone_or_without_an_address_is_written_to(after);
    for note in after.notes.values() {
        the_unconfirmed_are_asked(note, after);
    }
    the_silent_are_asked(step, before, after);
    for (group, seats) in after.groups.values() {
        those_who_are_asked_know(group, seats, after);
        let old = before.groups.get(&group.id);
        if old.is_some_and(|(old, _)| old.state != group.state) {
            those_who_will_meet_know(group, seats, after);
        }
        if let Some((old, old_seats)) = old {
            those_who_lose_a_group_know((old, old_seats), group, after);
        }
    }
}

fn nobody_gone_or_without_an_address_is_written_to(after: &Seen) {
    for (at, letter) in after.letters.iter().enumerate() {
        let to = letter.references();
        // An absence letter speaks of a note, and goes to somebody else.
        let speaks_of = matches!(letter, Letter::Absence { .. });
        let can_be_written_to = |note| after.notes.get(note).is_some_and(|note| speaks_of || !note.by_code);
        assert!(to.note.as_ref().is_none_or(can_be_written_to), "{letter:?}");
        assert!(
            to.group.is_none_or(|group| after.groups.contains_key(&group)),
            "{letter:?}"
        );
        // Somebody may be silent more than once, wait for long more than once, and lead a group that changes.
        let again = matches!(
            letter,
            Letter::StillInterested { .. }
                | Letter::StillLooking { .. }
                | Letter::Absence { .. }
                | Letter::ParticipantsReady { .. }
                | Letter::AskedToLead { .. }
        );
        assert!(
            again || !after.letters[at + 1..].contains(letter),
            "{letter:?} is owed twice"
        );
    }
}

fn the_unconfirmed_are_asked(note: &Note, after: &Seen) {
    if note.standing.state() == NoteState::Unconfirmed && !note.by_code {
        let asked = after.letters.contains(&Letter::ConfirmNote { note: note.id });
        assert!(asked, "{note:?}");
    }
}

/// Whoever can't be written to is not written to.
fn the_silent_are_asked(step: &Step, before: &Seen, after: &Seen) {
    if matches!(step, Step::RefuseLetter(_)) {
        return;
    }
    for old in before.notes.values().filter(|note| !note.by_code) {
        let is_paused = |state| state == Some(NoteState::Paused);
        if !is_paused(before.state(old.id)) && is_paused(after.state(old.id)) {
            assert!(after.letters.contains(&Letter::StillInterested { note: old.id }));
        }
    }
}

fn those_who_are_asked_know(group: &Group, seats: &[Seat], after: &Seen) {
    let id = group.id;
    if let (Lead::Asked { whom, .. }, false) = (group.lead, group.state == GroupState::Proposed) {
        let asked = Letter::AskedToLead { staff: whom, group: id };
        // Once the group has met it goes on by itself.
        let moot = matches!(group.state, GroupState::Dissolved);
        assert!(moot || after.letters.contains(&asked), "{group:?}");
    }
    for seat in seats.iter().filter(|seat| seat.state == SeatState::Invited) {
        let invited = Letter::Invitation {
            note: seat.note,
            group: id,
        };
        assert!(is_owed(after, &invited), "{seat:?}");
    }
}

fn those_who_will_meet_know(group: &Group, seats: &[Seat], after: &Seen) {
    if group.state != GroupState::Ready {
        return;
    }
    for seat in seats.iter().filter(|seat| seat.state == SeatState::Accepted) {
        let told = Letter::MeetingOn {
            note: seat.note,
            group: group.id,
        };
        assert!(is_owed(after, &told), "{seat:?}");
    }
    if let Some(staff) = group.lead.certain() {
        let told = Letter::ParticipantsReady { staff, group: group.id };
        assert!(after.letters.contains(&told), "{group:?}");
    }
}

fn those_who_lose_a_group_know((old, old_seats): (&Group, &[Seat]), new: &Group, after: &Seen) {
    if new.state != GroupState::Dissolved || old.state == GroupState::Dissolved {
        return;
    }
    let had_accepted = old_seats.iter().filter(|seat| seat.state == SeatState::Accepted);
    let still_waits = |seat: &&Seat| after.state(seat.note) == Some(NoteState::Waiting);
    for seat in had_accepted.filter(still_waits) {
        let told = Letter::MeetingOff {
            note: seat.note,
            group: new.id,
        };
        let gave_it_back = after.seat(new.id, seat.note) == Some(SeatState::Declined);
        assert!(gave_it_back || is_owed(after, &told), "{seat:?}");
    }
}

/// A letter to a participant is owed, unless they have a code.
fn is_owed(after: &Seen, letter: &Letter) -> bool {
    let to = letter.references().note;
    let by_code = to.is_some_and(|note| after.notes.get(&note).is_some_and(|note| note.by_code));
    by_code || after.letters.contains(letter)
}
