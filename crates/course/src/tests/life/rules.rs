//! What must hold after every step.

use model::{GroupState, Lead, NoteState, SeatState, oslo_date};
use store::{group::Group, note::Note, occupancy::Occupancy, seat::Seat};

use super::{
    Step, letters,
    seen::{Seen, is_live},
    world::World,
};

pub(super) fn hold(world: &World, step: &Step, before: &Seen, after: &Seen) {
    for note in after.notes.values() {
        a_note_is_in_order(note, after);
        waiting_is_never_lost(note, before);
    }
    one_confirmed_note_a_person(world, after);
    a_newer_note_has_waited_as_long(world, before, after);
    for (group, seats) in after.groups.values() {
        a_group_is_in_order(group, seats, after);
        if let Some((old, _)) = before.groups.get(&group.id) {
            a_group_moves_forward(step, old, group, seats);
        }
    }
    apart_stay_apart(before, after);
    nobody_is_offered_what_they_do_not_want(before, after);
    nothing_is_taken_twice(after);
    a_forgotten_group_keeps_its_room(before, after);
    a_closed_collection_has_settled_its_group(after);
    letters::hold(step, before, after);
    if matches!(step, Step::Tick(_)) {
        what_is_over_is_gone(after);
    }
}

/// Every note is in one state, with the seat and the day of erasure that belong to it.
fn a_note_is_in_order(note: &Note, after: &Seen) {
    let of_note = |seat: &&Seat| seat.note == note.id && is_live(seat.state);
    let seats: Vec<(&Group, &Seat)> = after
        .groups
        .values()
        .flat_map(|(group, seats)| seats.iter().filter(of_note).map(move |seat| (group, seat)))
        .collect();
    assert!(seats.len() <= 1, "a note sits in two groups: {seats:?}");
    let seat = seats.first().map(|(_, seat)| seat.state);
    let state = note.standing.state();
    let fits = match state {
        NoteState::Unconfirmed | NoteState::Paused => seat.is_none(),
        NoteState::Waiting => matches!(seat, None | Some(SeatState::Held)),
        NoteState::Invited => seat == Some(SeatState::Invited),
        NoteState::Joined => seat == Some(SeatState::Accepted),
    };
    assert!(fits, "{note:?} has the seat {seat:?}");
    assert!(note.planned.is_none() || state == NoteState::Unconfirmed, "{note:?}");
    if let (NoteState::Invited | NoteState::Joined, Some((group, _))) = (state, seats.first()) {
        assert_eq!(note.standing.kept_until(), group.calendar.kept_until, "{note:?}");
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

fn a_newer_note_has_waited_as_long(world: &World, before: &Seen, after: &Seen) {
    let confirmed = |seen: &Seen, person: u8| {
        let mut notes = seen.notes.values().filter(|note| {
            world.people.get(&note.id) == Some(&person) && note.standing.state() != NoteState::Unconfirmed
        });
        notes.next().map(|note| note.standing.waiting_since())
    };
    for person in world.people.values() {
        if let (Some(older), Some(newer)) = (confirmed(before, *person), confirmed(after, *person)) {
            assert!(newer <= older, "whoever leaves another note loses {older}");
        }
    }
}

fn a_group_is_in_order(group: &Group, seats: &[Seat], after: &Seen) {
    let given = |seat: &&Seat| is_live(seat.state) && seat.state != SeatState::Held;
    let held = |seat: &&Seat| seat.state == SeatState::Held;
    assert!(seats.iter().filter(given).count() <= 8, "{seats:?}");
    assert!(seats.iter().filter(held).count() <= 8, "{seats:?}");
    let allowed: &[SeatState] = match group.state {
        GroupState::Proposed | GroupState::Asked => &[SeatState::Held],
        GroupState::Open => &[SeatState::Accepted, SeatState::Declined],
        // An open round may hold people who would fill it.
        GroupState::Inviting => &[
            SeatState::Held,
            SeatState::Invited,
            SeatState::Accepted,
            SeatState::Declined,
            SeatState::Silent,
        ],
        GroupState::Ready | GroupState::Started => &[SeatState::Accepted, SeatState::Declined, SeatState::Silent],
        GroupState::Dissolved => &[SeatState::Declined, SeatState::Silent],
    };
    assert!(
        seats.iter().all(|seat| allowed.contains(&seat.state)),
        "{group:?} {seats:?}"
    );
    let marks = after.taken.iter().filter(|mark| mark.group == Some(group.id));
    let marks: Vec<_> = marks.map(|mark| (mark.room, mark.igangsetter, mark.time)).collect();
    match group.state {
        GroupState::Proposed | GroupState::Dissolved => assert_eq!(marks, []),
        _ => assert_eq!(marks, [(group.room, group.lead.whom(), group.cell.time)]),
    }
    if group.state == GroupState::Inviting {
        assert!(matches!(group.lead, Lead::By(_)) || group.round.is_none(), "{group:?}");
    }
}

fn a_group_moves_forward(step: &Step, old: &Group, new: &Group, seats: &[Seat]) {
    let accepted = seats.iter().filter(|seat| seat.state == SeatState::Accepted).count();
    let five_to_eight = (5..=8).contains(&accepted);
    let fits = match (old.state, new.state) {
        (was, is) if was == is => true,
        (GroupState::Proposed, GroupState::Asked | GroupState::Inviting)
        | (GroupState::Asked | GroupState::Open, GroupState::Inviting)
        | (GroupState::Ready, GroupState::Started)
        | (GroupState::Asked | GroupState::Open | GroupState::Inviting | GroupState::Ready, GroupState::Dissolved) => {
            true
        }
        // Nobody came by for weeks: those who had confirmed have met.
        (GroupState::Inviting | GroupState::Open, GroupState::Ready) | (GroupState::Open, GroupState::Started) => {
            five_to_eight
        }
        _ => false,
    };
    assert!(fits, "{:?} became {:?} with {accepted}", old.state, new.state);
    let moves = matches!(step, Step::MoveMeeting(_) | Step::CancelMeeting(_));
    if old.state != GroupState::Proposed && !moves {
        assert_eq!(
            old.calendar.first_meeting, new.calendar.first_meeting,
            "an announced date has moved"
        );
    }
}

/// A code breaks up no group; but from then on the two get no seats in the same one.
fn apart_stay_apart(before: &Seen, after: &Seen) {
    let is_told = |state: Option<SeatState>| matches!(state, Some(SeatState::Invited | SeatState::Accepted));
    for (one, other) in after.pairs() {
        for id in after.groups.keys() {
            let together = |seen: &Seen| is_told(seen.seat(*id, one)) && is_told(seen.seat(*id, other));
            assert!(
                !together(after) || together(before),
                "{one} and {other} were put together"
            );
        }
    }
}

/// Wishes may have changed since the round was made.
fn nobody_is_offered_what_they_do_not_want(before: &Seen, after: &Seen) {
    for (note, group) in after.seats_that_are(&[SeatState::Invited]) {
        if before.seat(group, note) == Some(SeatState::Invited) {
            continue;
        }
        let cell = after.groups[&group].0.cell;
        let mut wishes = after.wishes.iter().filter(|(of, _)| *of == note);
        assert!(wishes.any(|(_, wish)| wish.rank_of(cell).is_some()), "{note} {cell:?}");
    }
}

fn nothing_is_taken_twice(after: &Seen) {
    let today = oslo_date(after.now);
    for (at, mark) in after.taken.iter().enumerate() {
        let rest = after.taken.iter().skip(at + 1);
        for other in rest.filter(|other| other.time.overlaps(mark.time)) {
            assert_ne!(mark.room, other.room, "a room is taken twice");
            let still = |mark: &Occupancy| mark.igangsetter_until >= today;
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

fn a_forgotten_group_keeps_its_room(before: &Seen, after: &Seen) {
    for (group, _) in before.groups.values() {
        let has_met = matches!(group.state, GroupState::Ready | GroupState::Started);
        if has_met && !after.groups.contains_key(&group.id) {
            let is_own = |mark: &&Occupancy| mark.room == group.room && mark.time == group.cell.time;
            let mark = after.taken.iter().find(is_own);
            assert!(mark.is_some_and(|mark| mark.group.is_none()), "{group:?} {mark:?}");
        }
    }
}

/// Nobody but those who have yet to confirm, and whoever is to lead it, keeps a planned group open once its collection is
/// closed.
fn a_closed_collection_has_settled_its_group(after: &Seen) {
    for collection in after.collections.iter().filter(|one| one.closed.is_some()) {
        let planned = collection.planned.and_then(|group| after.groups.get(&group));
        let Some((group, _)) = planned.filter(|(group, _)| group.state == GroupState::Open) else {
            continue;
        };
        let awaited = after.notes.values().any(|note| note.planned == Some(group.id));
        assert!(awaited || group.lead.certain().is_none(), "{group:?}");
    }
}

fn what_is_over_is_gone(after: &Seen) {
    let today = oslo_date(after.now);
    for note in after.notes.values() {
        assert!(note.standing.kept_until() >= today, "{note:?}");
        assert!(note.standing.prompt_on().is_none_or(|day| day > today), "{note:?}");
    }
    for (group, _) in after.groups.values() {
        assert!(group.calendar.kept_until >= today, "{group:?}");
        let waits = matches!(group.state, GroupState::Open | GroupState::Asked | GroupState::Inviting);
        assert!(!waits || group.calendar.cut_off >= today, "{group:?}");
    }
    for collection in &after.collections {
        assert!(
            collection.closed.is_some() || collection.closes_on >= today,
            "{collection:?}"
        );
    }
}
