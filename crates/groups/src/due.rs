//! What the schedule asks of groups and notes. Each step is idempotent, and a transaction of its own for each thing.

use chrono::{DateTime, Utc};
use model::{Chance, GroupId, GroupState, NoteId, oslo_date};
use store::{Db, DbConn, group, note, occupancy};

use crate::{fault::Result, meetings::begins_at, settle, withdraw};

/// Settles all groups that can still change by themselves. One that can't be settled keeps no other from it.
///
/// # Errors
/// The first fault, once all have been tried.
pub fn settle_due(db: &Db, chance: &Chance, now: DateTime<Utc>) -> Result<()> {
    let unsettled = db.read_now(group::list_unsettled)?;
    each(unsettled, |id| {
        db.write_now(|tx| {
            group::hold(tx, id)?;
            settle(tx, chance, id, now)
        })?;
        Ok(0)
    })?;
    Ok(())
}

/// Erases all notes whose time to be kept is over (promise C6), and tells how many. One that can't be erased keeps
/// no other.
///
/// # Errors
/// The first fault, once all have been tried.
pub fn erase_expired(db: &Db, chance: &Chance, now: DateTime<Utc>) -> Result<usize> {
    let expired = db.read_now(|tx| note::list_expired(tx, oslo_date(now)))?;
    each(expired, |id| db.write_now(|tx| erase_if_expired(tx, chance, id, now)))
}

/// Forgets all groups whose time to be remembered is over, and tells how many. A group that met keeps its room,
/// by a mark without persons; its notes have the same last day, and go by [`erase_expired`].
///
/// # Errors
/// The first fault, once all have been tried.
pub fn forget_expired(db: &Db, now: DateTime<Utc>) -> Result<usize> {
    let expired = db.read_now(|tx| group::list_expired(tx, oslo_date(now)))?;
    each(expired, |id| db.write_now(|tx| forget_if_expired(tx, id, now)))
}

/// Does something for each, whatever fails, and adds up what was done.
pub(crate) fn each<T>(things: Vec<T>, work: impl Fn(T) -> Result<usize>) -> Result<usize> {
    let mut sum = Ok(0);
    for thing in things {
        match (work(thing), &mut sum) {
            (Ok(done), Ok(so_far)) => *so_far += done,
            (Err(fault), Ok(_)) => sum = Err(fault),
            (_, Err(_)) => {}
        }
    }
    sum
}

/// Looks again in the transaction that erases: since the list was made, the person may have said "yes, go on".
pub(crate) fn erase_if_expired(tx: &mut DbConn, chance: &Chance, id: NoteId, now: DateTime<Utc>) -> Result<usize> {
    match note::find(tx, id)? {
        Some(note) if note.standing.kept_until() < oslo_date(now) => Ok(withdraw(tx, chance, id, now)?.notes),
        _ => Ok(0),
    }
}

fn forget_if_expired(tx: &mut DbConn, id: GroupId, now: DateTime<Utc>) -> Result<usize> {
    group::hold(tx, id)?;
    let Some(group) = group::find(tx, id)?.filter(|group| group.calendar.kept_until < oslo_date(now)) else {
        return Ok(0);
    };
    // The schedule may not have come by since it met.
    let has_met = group.state == GroupState::Ready && begins_at(tx, &group)?.is_some_and(|begins| begins <= now);
    if has_met || group.state == GroupState::Started {
        occupancy::forget(tx, group.id)?;
    } else {
        occupancy::delete_of(tx, group.id)?;
    }
    group::delete(tx, group.id)?;
    Ok(1)
}
