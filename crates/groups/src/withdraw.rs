//! "Erase everything about me", from any state.

use chrono::{DateTime, Utc};
use model::{Chance, NoteId};
use store::{
    DbConn, group,
    note::{self, Erased},
    seat,
};

use crate::{fault::Result, settle};

/// Erases a note with all that refers to it, letters not yet sent included, and settles the group it sat in
/// (promise C12). Erasing again erases nothing more.
///
/// # Errors
/// [`crate::Fault::Store`].
pub fn withdraw(tx: &mut DbConn, chance: &Chance, note: NoteId, now: DateTime<Utc>) -> Result<Erased> {
    let seat = seat::find_live(tx, note)?;
    if let Some(seat) = &seat {
        group::hold(tx, seat.group)?;
    }
    let erased = note::erase(tx, note)?;
    if let Some(seat) = seat {
        settle(tx, chance, seat.group, now)?;
    }
    Ok(erased)
}
