//! Whether a meeting can be at another time.

use chrono::NaiveDate;
use model::WeeklyTime;
use store::{DbConn, group::Group, meeting, occupancy};

use crate::{Fault, fault::Result};

/// Checks that no other group, weekly or by a moved meeting, has the room or the igangsetter then.
///
/// # Errors
/// [`Fault::RoomTaken`], [`Fault::BadDate`] if the igangsetter leads another group then.
pub(super) fn check_free(tx: &mut DbConn, group: &Group, (date, time): (NaiveDate, WeeklyTime)) -> Result<()> {
    let mut weekly = occupancy::list(tx, group.region)?;
    weekly.retain(|mark| mark.group != Some(group.id) && mark.time.overlaps(time));
    let mut moved = meeting::list_moved(tx, group.region)?;
    moved.retain(|other| other.group != group.id && other.date == date && other.time.overlaps(time));
    if weekly.iter().any(|mark| mark.room == group.room) || moved.iter().any(|other| other.room == group.room) {
        return Err(Fault::RoomTaken);
    }
    let leader = group.lead.whom();
    let is_elsewhere = weekly
        .iter()
        .any(|mark| mark.igangsetter == leader && mark.igangsetter_until >= date)
        || moved.iter().any(|other| other.igangsetter == leader);
    if leader.is_some() && is_elsewhere {
        return Err(Fault::BadDate);
    }
    Ok(())
}
