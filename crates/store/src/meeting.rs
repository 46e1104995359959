//! Meetings that are not when they would have been.

use chrono::{NaiveDate, NaiveTime};
use diesel::prelude::*;
use model::GroupId;

use crate::{DbConn, Result, schema::meeting_changes};

/// What has become of one meeting.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct MeetingChange {
    /// The date on which it would have been.
    pub meeting: NaiveDate,
    /// Its new date and time; `None` if it is cancelled.
    pub moved_to: Option<(NaiveDate, NaiveTime)>,
}

/// Stores what has become of a meeting, in place of what was stored before.
///
/// # Errors
/// [`crate::Fault::Driver`].
pub fn put_change(c: &mut DbConn, group: GroupId, change: MeetingChange) -> Result<()> {
    diesel::delete(meeting_changes::table.find((group.blob(), change.meeting))).execute(c)?;
    diesel::insert_into(meeting_changes::table)
        .values((
            meeting_changes::group_id.eq(group.blob()),
            meeting_changes::meeting.eq(change.meeting),
            meeting_changes::moved_to.eq(change.moved_to.map(|(date, _)| date)),
            meeting_changes::starts_at.eq(change.moved_to.map(|(_, time)| time)),
        ))
        .execute(c)?;
    Ok(())
}

/// The changed meetings of a group, by date.
///
/// # Errors
/// [`crate::Fault::Driver`].
pub fn list_changes(c: &mut DbConn, group: GroupId) -> Result<Vec<MeetingChange>> {
    let rows: Vec<(NaiveDate, Option<NaiveDate>, Option<NaiveTime>)> = meeting_changes::table
        .filter(meeting_changes::group_id.eq(group.blob()))
        .order(meeting_changes::meeting)
        .select((
            meeting_changes::meeting,
            meeting_changes::moved_to,
            meeting_changes::starts_at,
        ))
        .load(c)?;
    let read = |(meeting, date, time): (_, Option<NaiveDate>, Option<NaiveTime>)| MeetingChange {
        meeting,
        moved_to: date.zip(time),
    };
    Ok(rows.into_iter().map(read).collect())
}
