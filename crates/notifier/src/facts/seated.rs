//! Groups and seats as letters speak of them.

use chrono::{DateTime, NaiveDate, Utc};
use groups::MeetingState;
use letters::Meeting;
use model::{GroupId, GroupState, NoteId, SeatState};
use store::{
    DbConn,
    group::{self, Group},
    note::{self, Note},
    seat::{self, Seat},
};

use super::Found;

/// A participant with the seat that a letter is about.
pub(super) struct Seated {
    pub(super) note: Note,
    pub(super) group: Group,
    pub(super) seat: Seat,
}

/// Who they are, if the seat and the group are still what the letter is about.
pub(super) fn find(
    c: &mut DbConn,
    (note, group): (NoteId, GroupId),
    seat_is: SeatState,
    group_is: impl Fn(GroupState) -> bool,
) -> Found<Seated> {
    let Some(seat) = seat::find(c, group, note)?.filter(|seat| seat.state == seat_is) else {
        return Ok(None);
    };
    let group = group::find(c, group)?.filter(|group| group_is(group.state));
    let note = note::find(c, note)?;
    Ok(note.zip(group).map(|(note, group)| Seated { note, group, seat }))
}

/// The meeting at which people first meet; it may have been moved. `None` if all have been cancelled.
pub(super) fn first_meeting(c: &mut DbConn, group: &Group) -> Found<Meeting> {
    let all = groups::meetings(c, group)?;
    let first = all
        .iter()
        .filter(|one| one.begins_at().is_some())
        .min_by_key(|one| one.begins_at());
    Ok(first.and_then(|one| shown(group, one.state)))
}

/// The next meeting that takes place; `None` if there is none.
pub(super) fn next_meeting(c: &mut DbConn, group: &Group, now: DateTime<Utc>) -> Found<Meeting> {
    let next = groups::next_meeting(c, group, now)?;
    Ok(next.and_then(|next| shown(group, next.state)))
}

/// What becomes of the meeting that would be on this day, had nothing been moved.
pub(super) fn meeting_of(c: &mut DbConn, group: &Group, planned: NaiveDate) -> Found<groups::Meeting> {
    let all = groups::meetings(c, group)?;
    Ok(all.into_iter().find(|one| one.planned == planned))
}

/// A meeting that takes place, as letters show it.
pub(super) fn shown(group: &Group, state: MeetingState) -> Option<Meeting> {
    match state {
        MeetingState::On { date, time, .. } => Some(Meeting {
            date,
            time,
            place: group.letter_name.clone(),
        }),
        MeetingState::Cancelled | MeetingState::Holiday => None,
    }
}

/// The meeting that would be on this day, whatever has become of it.
pub(super) fn as_planned(group: &Group, date: NaiveDate) -> Meeting {
    Meeting {
        date,
        time: group.cell.time.starts_at,
        place: group.letter_name.clone(),
    }
}
