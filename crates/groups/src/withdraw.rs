//! "Erase everything about me", from any state.

use chrono::{DateTime, Utc};
use model::{Chance, GroupState, NoteId, SeatState};
use store::{
    DbConn, group,
    note::{self, Erased},
    seat::{self, Seat},
};

use crate::{fault::Result, post::Post, settle};

/// Erases a note with all that refers to it, letters not yet sent included, and settles the group it sat in, or the
/// planned one that waited for it to be confirmed (promise C12). Erasing again erases nothing more.
///
/// # Errors
/// [`crate::Fault::Store`].
pub fn withdraw(tx: &mut DbConn, chance: &Chance, note: NoteId, now: DateTime<Utc>) -> Result<Erased> {
    let seat = seat::find_live(tx, note)?;
    let planned = note::find(tx, note)?.and_then(|note| note.planned);
    // Only a note that is not confirmed waits for a planned group, and it has no seat.
    let group = seat.as_ref().map(|seat| seat.group).or(planned);
    if let Some(group) = group {
        group::hold(tx, group)?;
    }
    let erased = note::erase(tx, note)?;
    if let Some(seat) = seat {
        tell_igangsetter(tx, chance, &seat, now)?;
    }
    if let Some(group) = group {
        settle(tx, chance, group, now)?;
    }
    Ok(erased)
}

/// Whoever leads a group that is ready is told that there is one fewer.
fn tell_igangsetter(tx: &mut DbConn, chance: &Chance, left: &Seat, now: DateTime<Utc>) -> Result<()> {
    match group::find(tx, left.group)? {
        Some(group)
            if left.state == SeatState::Accepted && matches!(group.state, GroupState::Ready | GroupState::Started) =>
        {
            let group = &group;
            Post { chance, group, now }.group_changed(tx)
        }
        _ => Ok(()),
    }
}
