//! How often the stories came to what the rules are about. A rule that nothing ever tests holds nothing.

use model::{GroupState, Lead, NoteState, SeatState};
use store::seat::Seat;

use super::seen::{Seen, is_live};

#[derive(Debug, Default)]
pub(super) struct Reached {
    ready: usize,
    started: usize,
    dissolved: usize,
    forgotten: usize,
    paused: usize,
    resumed: usize,
    replaced: usize,
    planned_joined: usize,
    planned_full: usize,
    planned_filled: usize,
    taken_back: usize,
    backfilled: usize,
    taken_over: usize,
    kept_apart: usize,
    by_code_accepted: usize,
    held_but_not_offered: usize,
}

impl Reached {
    pub(super) fn assert_all(&self) {
        let all = [
            self.ready,
            self.started,
            self.dissolved,
            self.forgotten,
            self.paused,
            self.resumed,
            self.replaced,
            self.planned_joined,
            self.planned_full,
            self.planned_filled,
            self.taken_back,
            self.backfilled,
            self.taken_over,
            self.kept_apart,
            self.by_code_accepted,
            self.held_but_not_offered,
        ];
        assert!(all.iter().all(|times| *times > 0), "{self:?}");
    }

    pub(super) fn note(&mut self, before: &Seen, after: &Seen) {
        self.note_groups(before, after);
        self.note_seats(before, after);
        for id in before.notes.keys() {
            let (was, is) = (before.state(*id), after.state(*id));
            self.paused += usize::from(was != Some(NoteState::Paused) && is == Some(NoteState::Paused));
            self.resumed += usize::from(was == Some(NoteState::Paused) && is == Some(NoteState::Waiting));
            let confirmed_another = after.notes.keys().any(|other| {
                let waits_or_sits = matches!(after.state(*other), Some(NoteState::Waiting | NoteState::Joined));
                before.state(*other) == Some(NoteState::Unconfirmed) && waits_or_sits
            });
            self.replaced += usize::from(confirmed_another && was != Some(NoteState::Unconfirmed) && is.is_none());
        }
        let waits = |note| after.state(note) == Some(NoteState::Waiting);
        let seated = |note| matches!(after.state(note), Some(NoteState::Invited | NoteState::Joined));
        let is_split = |(one, other): &(_, _)| (waits(*one) && seated(*other)) || (seated(*one) && waits(*other));
        self.kept_apart += after.pairs().iter().filter(|pair| is_split(pair)).count();
    }

    fn note_groups(&mut self, before: &Seen, after: &Seen) {
        for (id, (old, _)) in &before.groups {
            let Some((new, _)) = after.groups.get(id) else {
                self.forgotten += usize::from(old.state == GroupState::Started);
                continue;
            };
            let became = |state| usize::from(old.state != state && new.state == state);
            self.ready += became(GroupState::Ready);
            self.started += became(GroupState::Started);
            self.dissolved += became(GroupState::Dissolved);
            let was_open = old.state == GroupState::Open;
            self.planned_filled += usize::from(was_open && new.state == GroupState::Inviting);
            let (was_vacant, is_led) = (matches!(old.lead, Lead::Vacant { .. }), matches!(new.lead, Lead::By(_)));
            self.taken_over += usize::from(was_vacant && is_led);
        }
    }

    fn note_seats(&mut self, before: &Seen, after: &Seen) {
        for (id, (group, seats)) in &after.groups {
            let Some((old, old_seats)) = before.groups.get(id) else {
                continue;
            };
            let both_inviting = old.state == GroupState::Inviting && group.state == GroupState::Inviting;
            let live = seats.iter().filter(|seat| is_live(seat.state)).count();
            let had_room = old_seats.iter().filter(|seat| is_live(seat.state)).count() < 8;
            self.planned_full += usize::from(group.state == GroupState::Open && live == 8 && had_room);
            let now_inviting = old.state == GroupState::Asked && group.state == GroupState::Inviting;
            let stays = |seat: &&Seat| seats.iter().any(|new| new.note == seat.note);
            let freed = old_seats.len() - old_seats.iter().filter(stays).count();
            self.held_but_not_offered += if now_inviting { freed } else { 0 };
            for seat in seats {
                let was = before.seat(*id, seat.note);
                let accepted = seat.state == SeatState::Accepted && was != Some(SeatState::Accepted);
                self.planned_joined += usize::from(accepted && group.state == GroupState::Open);
                let by_code = after.notes.get(&seat.note).is_some_and(|note| note.by_code);
                self.by_code_accepted += usize::from(accepted && by_code && was == Some(SeatState::Invited));
                let declined = seat.state == SeatState::Declined;
                self.taken_back += usize::from(declined && was == Some(SeatState::Accepted));
                self.backfilled += usize::from(both_inviting && was.is_none() && seat.state == SeatState::Invited);
            }
        }
    }
}
