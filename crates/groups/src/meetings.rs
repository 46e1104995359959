//! A group's meetings, and what its igangsetter and its people tell each other of them.

mod absent;
mod change;
mod dispatch;
mod free;

use chrono::{DateTime, NaiveDate, NaiveTime, Utc};
use model::oslo_instant;
use store::{
    DbConn,
    group::Group,
    meeting::{self, Becomes},
};

pub use absent::absent;
pub use change::{call_off, cancel_meeting, move_meeting, tell};
pub(crate) use dispatch::{About, remember};
pub use dispatch::{Dispatch, Reached, dispatches};

use crate::fault::Result;

/// What becomes of one meeting.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum MeetingState {
    /// It takes place.
    On {
        /// On which day.
        date: NaiveDate,
        /// When it begins, in Oslo's time.
        time: NaiveTime,
        /// Whether that is not when it would have been.
        moved: bool,
    },
    /// The igangsetter has cancelled it.
    Cancelled,
    /// Doors are shut that day.
    Holiday,
}

/// One of the weekly meetings that the igangsetter is there for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Meeting {
    /// The date on which it would be, had nothing been moved.
    pub planned: NaiveDate,
    /// What becomes of it.
    pub state: MeetingState,
    /// When it is, or was to be, as people last heard.
    pub heard: (NaiveDate, NaiveTime),
}

impl Meeting {
    /// When it begins, if it takes place.
    #[must_use]
    pub fn begins_at(&self) -> Option<DateTime<Utc>> {
        match self.state {
            MeetingState::On { date, time, .. } => Some(oslo_instant(date, time)),
            MeetingState::Cancelled | MeetingState::Holiday => None,
        }
    }
}

/// The weekly meetings of a group from the first to the last supported one. Those that fall on a day on which doors are
/// shut, as was known when the group was given its dates, are no meetings, unless they are moved: what is closed later
/// changes nothing that people have been told.
///
/// # Errors
/// [`crate::Fault::Store`].
pub fn meetings(tx: &mut DbConn, group: &Group) -> Result<Vec<Meeting>> {
    let changes = meeting::list_changes(tx, group.id)?;
    let meeting = |planned: NaiveDate| {
        let usual = (planned, group.cell.time.starts_at);
        let change = changes.iter().find(|change| change.meeting == planned);
        let on = |(date, time), moved| (MeetingState::On { date, time, moved }, (date, time));
        let (state, heard) = match change.map(|change| change.becomes) {
            None => on(usual, false),
            Some(Becomes::MovedTo(date, time)) => on((date, time), true),
            Some(Becomes::Cancelled(moved_to)) => (MeetingState::Cancelled, moved_to.unwrap_or(usual)),
            Some(Becomes::Shut) => (MeetingState::Holiday, usual),
        };
        Meeting { planned, state, heard }
    };
    Ok(group.calendar.meetings().map(meeting).collect())
}

/// The next meeting that takes place, of those that the igangsetter is there for.
///
/// # Errors
/// [`crate::Fault::Store`].
pub fn next_meeting(tx: &mut DbConn, group: &Group, now: DateTime<Utc>) -> Result<Option<Meeting>> {
    let mut ahead = meetings(tx, group)?;
    ahead.retain(|meeting| meeting.begins_at().is_some_and(|at| at > now));
    Ok(ahead.into_iter().min_by_key(Meeting::begins_at))
}

/// When people first meet: the first meeting may have been moved, or cancelled. `None` if all have been cancelled.
pub(crate) fn begins_at(tx: &mut DbConn, group: &Group) -> Result<Option<DateTime<Utc>>> {
    Ok(meetings(tx, group)?.iter().filter_map(Meeting::begins_at).min())
}

/// The meeting that would be on this day, had nothing been moved, if the group has one.
pub(crate) fn find(tx: &mut DbConn, group: &Group, planned: NaiveDate) -> Result<Option<Meeting>> {
    let all = meetings(tx, group)?;
    Ok(all.into_iter().find(|meeting| meeting.planned == planned))
}
