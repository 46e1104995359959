//! What the schedule asks of groups and notes. Each step is idempotent, and a transaction of its own for each thing.

use chrono::{DateTime, Utc};
use model::{Chance, GroupId, GroupState, NoteId, oslo_date};
use store::{Db, DbConn, group, note, occupancy};

use crate::{fault::Result, settle, withdraw};

/// Settles all groups that wait for an answer.
///
/// # Errors
/// [`crate::Fault::Store`].
pub fn settle_due(db: &Db, chance: &Chance, now: DateTime<Utc>) -> Result<()> {
    for id in db.read_now(group::list_unsettled)? {
        db.write_now(|tx| settle(tx, chance, id, now))?;
    }
    Ok(())
}

/// Erases all notes whose time to be kept is over (promise C6), and tells how many.
///
/// # Errors
/// [`crate::Fault::Store`].
pub fn erase_expired(db: &Db, chance: &Chance, now: DateTime<Utc>) -> Result<usize> {
    let mut erased = 0;
    for id in db.read_now(|tx| note::list_expired(tx, oslo_date(now)))? {
        erased += db.write_now(|tx| erase_if_expired(tx, chance, id, now))?;
    }
    Ok(erased)
}

/// Forgets all groups whose time to be remembered is over, and tells how many. A group that met keeps its room,
/// by a mark without persons; its notes have the same last day, and go by [`erase_expired`].
///
/// # Errors
/// [`crate::Fault::Store`].
pub fn forget_expired(db: &Db, now: DateTime<Utc>) -> Result<usize> {
    let mut forgotten = 0;
    for id in db.read_now(|tx| group::list_expired(tx, oslo_date(now)))? {
        forgotten += db.write_now(|tx| forget_if_expired(tx, id, now))?;
    }
    Ok(forgotten)
}

/// Looks again in the transaction that erases: since the list was made, the person may have said "yes, go on".
pub(crate) fn erase_if_expired(tx: &mut DbConn, chance: &Chance, id: NoteId, now: DateTime<Utc>) -> Result<usize> {
    match note::find(tx, id)? {
        Some(note) if note.standing.kept_until() < oslo_date(now) => Ok(withdraw(tx, chance, id, now)?.notes),
        _ => Ok(0),
    }
}

fn forget_if_expired(tx: &mut DbConn, id: GroupId, now: DateTime<Utc>) -> Result<usize> {
    let Some(group) = group::find(tx, id)?.filter(|group| group.calendar.kept_until < oslo_date(now)) else {
        return Ok(0);
    };
    if group.state == GroupState::Ready {
        occupancy::forget(tx, group.id)?;
    } else {
        occupancy::delete_of(tx, group.id)?;
    }
    group::delete(tx, group.id)?;
    Ok(1)
}
