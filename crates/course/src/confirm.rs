//! The person confirms the address, or says that it was somebody else.

use chrono::{DateTime, Utc};
use model::{Chance, NoteId, NoteState, oslo_date};
use store::{
    DbConn,
    note::{self, Erased},
    wish,
};

use crate::{Fault, fault::Result};

/// What confirming led to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Confirmed {
    /// The note waits for a group now.
    Waiting,
    /// An older note of the same address has a seat already; this one is gone, and that one goes on.
    Seated(NoteId),
    /// It had been confirmed before.
    Already,
}

/// Confirms a note. An older note of the same address is replaced, and hands on its waiting and the places and times
/// that its person never wants to be offered; one that has been offered or has taken a seat stays instead (promise C3).
///
/// # Errors
/// [`Fault::Gone`] if the note has been erased.
pub fn confirm(tx: &mut DbConn, chance: &Chance, note: NoteId, now: DateTime<Utc>) -> Result<Confirmed> {
    let new = note::find(tx, note)?.ok_or(Fault::Gone)?;
    if new.standing.state() != NoteState::Unconfirmed {
        return Ok(Confirmed::Already);
    }
    let twin = note::find_twin(tx, &new)?;
    if let Some(seated) = twin.as_ref().filter(|twin| has_seat(twin.standing.state())) {
        note::erase(tx, note)?;
        return Ok(Confirmed::Seated(seated.id));
    }
    let mut waiting_since = None;
    if let Some(older) = twin {
        waiting_since = Some(older.standing.waiting_since());
        wish::copy_exclusions(tx, older.id, note)?;
        groups::withdraw(tx, chance, older.id, now)?;
    }
    let standing = new.standing.confirm(oslo_date(now), waiting_since)?;
    note::set_standing(tx, note, standing)?;
    Ok(Confirmed::Waiting)
}

/// "It was not me": erases a note that has not been confirmed.
///
/// # Errors
/// [`Fault::WrongState`] if it has been confirmed meanwhile; then "erase everything about me" is the way.
pub fn disown(tx: &mut DbConn, note: NoteId) -> Result<Erased> {
    let Some(found) = note::find(tx, note)? else {
        return Ok(Erased::default());
    };
    match found.standing.state() {
        NoteState::Unconfirmed => Ok(note::erase(tx, note)?),
        other => Err(model::WrongState(other).into()),
    }
}

/// "Yes, I am still interested": a paused note waits again. One that waits already stays as it is.
///
/// # Errors
/// [`Fault::Gone`]; [`Fault::WrongState`] in any other state.
pub fn resume(tx: &mut DbConn, note: NoteId, now: DateTime<Utc>) -> Result<()> {
    let found = note::find(tx, note)?.ok_or(Fault::Gone)?;
    if found.standing.state() == NoteState::Waiting {
        return Ok(());
    }
    let standing = found.standing.resume(oslo_date(now))?;
    Ok(note::set_standing(tx, note, standing)?)
}

const fn has_seat(state: NoteState) -> bool {
    matches!(state, NoteState::Invited | NoteState::Joined)
}
