//! What must hold after every step.

use model::{GroupState, Letter, NoteId, NoteState, SeatState, oslo_date};
use store::{group::Group, note::Note, seat::Seat};

use super::{Seen, Step, World};

/// How often the stories came to what the rules are about. A rule that nothing ever tests holds nothing.
#[derive(Debug, Default)]
pub(super) struct Reached {
    ready: usize,
    dissolved: usize,
    forgotten: usize,
    paused: usize,
    resumed: usize,
    replaced: usize,
}

impl Reached {
    pub(super) fn assert_all(&self) {
        let all = [
            self.ready,
            self.dissolved,
            self.forgotten,
            self.paused,
            self.resumed,
            self.replaced,
        ];
        assert!(all.iter().all(|times| *times > 0), "{self:?}");
    }
}

pub(super) fn note(reached: &mut Reached, before: &Seen, after: &Seen) {
    let state = |seen: &Seen, note: &NoteId| seen.notes.get(note).map(|note| note.standing.state());
    for (id, (group, _)) in &before.groups {
        let now = after.groups.get(id).map(|(group, _)| group.state);
        reached.ready += usize::from(group.state != GroupState::Ready && now == Some(GroupState::Ready));
        reached.dissolved += usize::from(group.state == GroupState::Inviting && now == Some(GroupState::Dissolved));
        reached.forgotten += usize::from(group.state == GroupState::Ready && now.is_none());
    }
    for id in before.notes.keys() {
        let (was, is) = (state(before, id), state(after, id));
        reached.paused += usize::from(was != Some(NoteState::Paused) && is == Some(NoteState::Paused));
        reached.resumed += usize::from(was == Some(NoteState::Paused) && is == Some(NoteState::Waiting));
        let confirmed_another = after.notes.keys().any(|other| {
            state(before, other) == Some(NoteState::Unconfirmed) && state(after, other) == Some(NoteState::Waiting)
        });
        reached.replaced += usize::from(confirmed_another && was != Some(NoteState::Unconfirmed) && is.is_none());
    }
}

pub(super) fn hold(world: &World, step: &Step, before: &Seen, after: &Seen) {
    for note in after.notes.values() {
        a_note_is_in_order(note, after);
        waiting_is_never_lost(note, before);
    }
    the_silent_are_asked(step, before, after);
    one_confirmed_note_a_person(world, after);
    for (group, seats) in after.groups.values() {
        a_group_is_in_order(group, seats, after);
        let was = before.groups.get(&group.id);
        if let Some((old, old_seats)) = was {
            a_group_moves_forward(old, group, seats);
            those_who_lose_a_group_are_told(old, old_seats, group, after);
        }
    }
    nothing_is_taken_twice(after);
    every_letter_is_owed_once(after);
    if matches!(step, Step::Tick(_)) {
        what_is_over_is_gone(after);
        let once = format!(
            "{:?} {:?} {:?} {:?}",
            after.notes, after.groups, after.taken, after.letters
        );
        world.schedule();
        let twice = world.seen();
        let twice = format!(
            "{:?} {:?} {:?} {:?}",
            twice.notes, twice.groups, twice.taken, twice.letters
        );
        assert_eq!(once, twice, "the schedule came by twice");
    }
}

fn is_live(seat: &Seat) -> bool {
    matches!(seat.state, SeatState::Held | SeatState::Invited | SeatState::Accepted)
}

fn a_note_is_in_order(note: &Note, after: &Seen) {
    let of_note = |seat: &&Seat| seat.note == note.id && is_live(seat);
    let seats: Vec<(&Group, &Seat)> = after
        .groups
        .values()
        .flat_map(|(group, seats)| seats.iter().filter(of_note).map(move |seat| (group, seat)))
        .collect();
    assert!(seats.len() <= 1, "a note sits in two groups: {seats:?}");
    let seat = seats.first().map(|(_, seat)| seat.state);
    let fits = match note.standing.state() {
        NoteState::Unconfirmed | NoteState::Paused => seat.is_none(),
        NoteState::Waiting => matches!(seat, None | Some(SeatState::Held)),
        NoteState::Invited => seat == Some(SeatState::Invited),
        NoteState::Joined => seat == Some(SeatState::Accepted),
    };
    assert!(fits, "{note:?} has the seat {seat:?}");
    if let Some((group, SeatState::Invited | SeatState::Accepted)) =
        seats.first().map(|(group, seat)| (group, seat.state))
    {
        assert_eq!(note.standing.kept_until(), group.calendar.kept_until, "{note:?}");
    }
    let owed = |letter: Letter| after.letters.contains(&letter);
    if note.standing.state() == NoteState::Unconfirmed {
        assert!(owed(Letter::ConfirmNote { note: note.id }));
    }
}

/// Whoever can't be written to is not written to.
fn the_silent_are_asked(step: &Step, before: &Seen, after: &Seen) {
    if matches!(step, Step::RefuseLetter(_)) {
        return;
    }
    for old in before.notes.values() {
        let is_paused = |note: &Note| note.standing.state() == NoteState::Paused;
        if !is_paused(old) && after.notes.get(&old.id).is_some_and(is_paused) {
            assert!(after.letters.contains(&Letter::StillInterested { note: old.id }));
        }
    }
}

fn waiting_is_never_lost(note: &Note, before: &Seen) {
    if let Some(old) = before.notes.get(&note.id) {
        assert!(
            note.standing.waiting_since() <= old.standing.waiting_since(),
            "{note:?}"
        );
    }
}

fn one_confirmed_note_a_person(world: &World, after: &Seen) {
    let confirmed = after
        .notes
        .values()
        .filter(|note| note.standing.state() != NoteState::Unconfirmed);
    let mut people: Vec<u8> = confirmed
        .filter_map(|note| world.people.get(&note.id))
        .copied()
        .collect();
    let all = people.len();
    people.sort_unstable();
    people.dedup();
    assert_eq!(people.len(), all, "somebody has two confirmed notes");
}

fn a_group_is_in_order(group: &Group, seats: &[Seat], after: &Seen) {
    assert!(seats.len() <= 8, "{seats:?}");
    let allowed: &[SeatState] = match group.state {
        GroupState::Proposed | GroupState::Asked => &[SeatState::Held],
        GroupState::Inviting => &[
            SeatState::Invited,
            SeatState::Accepted,
            SeatState::Declined,
            SeatState::Silent,
        ],
        GroupState::Ready => &[SeatState::Accepted, SeatState::Declined, SeatState::Silent],
        GroupState::Dissolved => &[SeatState::Declined],
    };
    assert!(
        seats.iter().all(|seat| allowed.contains(&seat.state)),
        "{group:?} {seats:?}"
    );
    let may_come = |seat: &&Seat| matches!(seat.state, SeatState::Invited | SeatState::Accepted);
    if group.state == GroupState::Inviting {
        assert!(seats.iter().filter(may_come).count() >= 5, "{seats:?}");
    }
    let marks = after.taken.iter().filter(|mark| mark.group == Some(group.id));
    let marks: Vec<_> = marks.map(|mark| (mark.room, mark.igangsetter, mark.time)).collect();
    let own = (group.room, Some(group.igangsetter), group.cell.time);
    match group.state {
        GroupState::Proposed | GroupState::Dissolved => assert_eq!(marks, []),
        GroupState::Asked | GroupState::Inviting | GroupState::Ready => assert_eq!(marks, [own]),
    }
    let (staff, id) = (group.igangsetter, group.id);
    let owed = |letter: Letter| assert!(after.letters.contains(&letter), "{letter:?} is not owed: {group:?}");
    match group.state {
        GroupState::Asked => owed(Letter::AskedToLead { staff, group: id }),
        GroupState::Ready => owed(Letter::ParticipantsReady { staff, group: id }),
        GroupState::Proposed | GroupState::Inviting | GroupState::Dissolved => {}
    }
    for seat in seats {
        match (group.state, seat.state) {
            (_, SeatState::Held) => {}
            (GroupState::Ready, SeatState::Accepted) => owed(Letter::MeetingOn {
                note: seat.note,
                group: id,
            }),
            _ => owed(Letter::Invitation {
                note: seat.note,
                group: id,
            }),
        }
    }
}

fn a_group_moves_forward(old: &Group, new: &Group, seats: &[Seat]) {
    let accepted = seats.iter().filter(|seat| seat.state == SeatState::Accepted).count();
    let fits = match (old.state, new.state) {
        (was, is) if was == is => true,
        (GroupState::Proposed, GroupState::Asked | GroupState::Inviting)
        | (GroupState::Asked, GroupState::Inviting | GroupState::Dissolved)
        | (GroupState::Inviting, GroupState::Dissolved) => true,
        (GroupState::Inviting, GroupState::Ready) => (5..=8).contains(&accepted),
        _ => false,
    };
    assert!(fits, "{:?} became {:?} with {accepted}", old.state, new.state);
    if old.state != GroupState::Proposed {
        assert_eq!(
            old.calendar.first_meeting, new.calendar.first_meeting,
            "an announced date has moved"
        );
    }
}

fn those_who_lose_a_group_are_told(old: &Group, old_seats: &[Seat], new: &Group, after: &Seen) {
    if new.state != GroupState::Dissolved || old.state == GroupState::Dissolved {
        return;
    }
    let had_accepted = old_seats.iter().filter(|seat| seat.state == SeatState::Accepted);
    for seat in had_accepted.filter(|seat| after.notes.contains_key(&seat.note)) {
        let letter = Letter::MeetingOff {
            note: seat.note,
            group: new.id,
        };
        assert!(after.letters.contains(&letter), "{letter:?}");
    }
    let letter = Letter::GroupOff {
        staff: new.igangsetter,
        group: new.id,
    };
    let had_said_yes = old.state == GroupState::Inviting;
    assert_eq!(after.letters.contains(&letter), had_said_yes, "{old:?}");
}

fn nothing_is_taken_twice(after: &Seen) {
    let today = oslo_date(after.now);
    for (at, mark) in after.taken.iter().enumerate() {
        for other in after
            .taken
            .iter()
            .skip(at + 1)
            .filter(|other| other.time.overlaps(mark.time))
        {
            assert_ne!(mark.room, other.room, "a room is taken twice");
            let still = |mark: &store::occupancy::Occupancy| mark.igangsetter_until >= today;
            let same = mark.igangsetter.is_some() && mark.igangsetter == other.igangsetter;
            assert!(
                !(same && still(mark) && still(other)),
                "somebody leads two groups at once"
            );
        }
        if let Some(group) = mark.group {
            assert!(after.groups.contains_key(&group), "{mark:?}");
        } else {
            assert_eq!(mark.igangsetter, None, "a mark of a forgotten group names somebody");
        }
    }
}

fn every_letter_is_owed_once(after: &Seen) {
    for (at, letter) in after.letters.iter().enumerate() {
        let to = letter.references();
        assert!(to.note.is_none_or(|note| after.notes.contains_key(&note)), "{letter:?}");
        assert!(
            to.group.is_none_or(|group| after.groups.contains_key(&group)),
            "{letter:?}"
        );
        // Somebody may be silent more than once.
        if !matches!(letter, Letter::StillInterested { .. }) {
            assert!(!after.letters[at + 1..].contains(letter), "{letter:?} is owed twice");
        }
    }
}

fn what_is_over_is_gone(after: &Seen) {
    let today = oslo_date(after.now);
    for note in after.notes.values() {
        assert!(note.standing.kept_until() >= today, "{note:?}");
    }
    for (group, _) in after.groups.values() {
        assert!(group.calendar.kept_until >= today, "{group:?}");
        let waits = matches!(group.state, GroupState::Asked | GroupState::Inviting);
        assert!(!waits || group.calendar.cut_off >= today, "{group:?}");
    }
}
