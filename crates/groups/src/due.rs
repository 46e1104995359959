//! What the schedule asks of groups and notes. Each step is idempotent, and a transaction of its own for each thing.

use chrono::{DateTime, Utc};
use model::{Chance, GroupState, oslo_date};
use store::{Db, group, note, occupancy};

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
    let expired = db.read_now(|tx| note::list_expired(tx, oslo_date(now)))?;
    for id in &expired {
        db.write_now(|tx| withdraw(tx, chance, *id, now))?;
    }
    Ok(expired.len())
}

/// Forgets all groups whose time to be remembered is over, and tells how many. A group that met keeps its room,
/// by a mark without persons; its notes have the same last day, and go by [`erase_expired`].
///
/// # Errors
/// [`crate::Fault::Store`].
pub fn forget_expired(db: &Db, now: DateTime<Utc>) -> Result<usize> {
    let expired = db.read_now(|tx| group::list_expired(tx, oslo_date(now)))?;
    for id in &expired {
        db.write_now(|tx| -> Result<()> {
            let Some(group) = group::find(tx, *id)? else {
                return Ok(());
            };
            if group.state == GroupState::Ready {
                occupancy::forget(tx, group.id)?;
            } else {
                occupancy::delete_of(tx, group.id)?;
            }
            Ok(group::delete(tx, group.id)?)
        })?;
    }
    Ok(expired.len())
}
