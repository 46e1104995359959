//! Meetings that are not when they would have been.

use chrono::{Datelike as _, NaiveDate, NaiveTime};
use diesel::prelude::*;
use model::{GroupId, GroupState, RegionId, RoomId, StaffId, WeeklyTime};

use crate::{
    DbConn, Result,
    convert::{Column, id},
    schema::{groups, meeting_changes},
};

/// A meeting that is not when it would have been.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct MeetingChange {
    /// The date on which it would have been.
    pub meeting: NaiveDate,
    /// What has become of it.
    pub becomes: Becomes,
}

/// What has become of one meeting.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Becomes {
    /// It takes place then instead.
    MovedTo(NaiveDate, NaiveTime),
    /// It is cancelled. If it had been moved, people had last heard of this date and time.
    Cancelled(Option<(NaiveDate, NaiveTime)>),
    /// Doors are shut that day, as was known when the group was given its dates.
    Shut,
}

/// A meeting that takes place at another time than its group's.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Moved {
    /// Of which group.
    pub group: GroupId,
    /// In which room.
    pub room: RoomId,
    /// Who leads the group, or has been asked to.
    pub igangsetter: Option<StaffId>,
    /// On which day.
    pub date: NaiveDate,
    /// That weekday, and when it begins.
    pub time: WeeklyTime,
}

/// Stores what has become of a meeting, in place of what was stored before.
///
/// # Errors
/// [`crate::Fault::Driver`].
pub fn put_change(c: &mut DbConn, group: GroupId, change: MeetingChange) -> Result<()> {
    let (cancelled, moved_to) = match change.becomes {
        Becomes::MovedTo(date, time) => (false, Some((date, time))),
        Becomes::Cancelled(moved_to) => (true, moved_to),
        Becomes::Shut => (false, None),
    };
    diesel::delete(meeting_changes::table.find((group.blob(), change.meeting))).execute(c)?;
    diesel::insert_into(meeting_changes::table)
        .values((
            meeting_changes::group_id.eq(group.blob()),
            meeting_changes::meeting.eq(change.meeting),
            meeting_changes::cancelled.eq(cancelled),
            meeting_changes::moved_to.eq(moved_to.map(|(date, _)| date)),
            meeting_changes::starts_at.eq(moved_to.map(|(_, time)| time)),
        ))
        .execute(c)?;
    Ok(())
}

/// The changed meetings of a group, by date.
///
/// # Errors
/// [`crate::Fault::Driver`].
pub fn list_changes(c: &mut DbConn, group: GroupId) -> Result<Vec<MeetingChange>> {
    let rows: Vec<(NaiveDate, bool, Option<NaiveDate>, Option<NaiveTime>)> = meeting_changes::table
        .filter(meeting_changes::group_id.eq(group.blob()))
        .order(meeting_changes::meeting)
        .select((
            meeting_changes::meeting,
            meeting_changes::cancelled,
            meeting_changes::moved_to,
            meeting_changes::starts_at,
        ))
        .load(c)?;
    let read = |(meeting, cancelled, date, time): (_, bool, Option<NaiveDate>, Option<NaiveTime>)| MeetingChange {
        meeting,
        becomes: match (cancelled, date.zip(time)) {
            (true, moved_to) => Becomes::Cancelled(moved_to),
            (false, Some((date, time))) => Becomes::MovedTo(date, time),
            (false, None) => Becomes::Shut,
        },
    };
    Ok(rows.into_iter().map(read).collect())
}

/// The moved meetings of a region's groups that have not been dissolved.
///
/// # Errors
/// [`crate::Fault::Driver`].
pub fn list_moved(c: &mut DbConn, region: RegionId) -> Result<Vec<Moved>> {
    type Row = (Vec<u8>, Vec<u8>, Option<Vec<u8>>, Option<NaiveDate>, Option<NaiveTime>);
    let is_alive = groups::state.ne(GroupState::Dissolved.code());
    let rows: Vec<Row> = meeting_changes::table
        .inner_join(groups::table)
        .filter(groups::region_id.eq(region.blob()).and(is_alive))
        .filter(meeting_changes::cancelled.eq(false))
        .select((
            groups::id,
            groups::room_id,
            groups::igangsetter_id,
            meeting_changes::moved_to,
            meeting_changes::starts_at,
        ))
        .load(c)?;
    let mut moved = Vec::new();
    for (group, room, igangsetter, date, time) in rows {
        let Some((date, time)) = date.zip(time) else {
            continue;
        };
        let whom = igangsetter.map(|bytes| id(bytes, Column("groups", "igangsetter_id")));
        moved.push(Moved {
            group: id(group, Column("groups", "id"))?,
            room: id(room, Column("groups", "room_id"))?,
            igangsetter: whom.transpose()?,
            date,
            time: WeeklyTime::new(date.weekday(), time).ok_or(Column("meeting_changes", "starts_at").corrupt())?,
        });
    }
    Ok(moved)
}
