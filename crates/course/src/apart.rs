//! Apart codes: one person makes one and gives it to another, and the two are never put together.
//!
//! A code holds for what comes: it breaks up no group in which both have been offered a seat already.

use model::{ApartCode, Chance, NoteId, NoteState, WrongState};
use store::{
    DbConn, apart_code,
    note::{self, Note},
};

use crate::{Fault, fault::Result};

/// How many codes a note can have.
const MOST_CODES: usize = 3;
/// How many people share a code.
const PAIR: usize = 2;

/// Makes a code, to be given to the other.
///
/// # Errors
/// [`Fault::Gone`]; [`Fault::WrongState`] if the note has not been confirmed; [`Fault::TooManyCodes`].
pub fn make_apart_code(tx: &mut DbConn, chance: &Chance, note: NoteId) -> Result<ApartCode> {
    let note = get_confirmed(tx, note)?;
    has_space(tx, &note)?;
    loop {
        let code = ApartCode::random(chance);
        if apart_code::count_sharing(tx, note.region, code.as_str())? == 0 {
            apart_code::insert(tx, note.id, code.as_str())?;
            return Ok(code);
        }
    }
}

/// Shares a code that another person of the region has made. Typing it in again is no fault.
///
/// # Errors
/// [`Fault::Gone`]; [`Fault::WrongState`] if the note has not been confirmed; [`Fault::NoSuchCode`];
/// [`Fault::CodeTaken`]; [`Fault::TooManyCodes`].
pub fn share_apart_code(tx: &mut DbConn, note: NoteId, code: &ApartCode) -> Result<()> {
    let note = get_confirmed(tx, note)?;
    let is_own = apart_code::list_of(tx, note.id)?.iter().any(|own| own == code.as_str());
    match apart_code::count_sharing(tx, note.region, code.as_str())? {
        0 => Err(Fault::NoSuchCode),
        PAIR if is_own => Ok(()),
        1 if !is_own => {
            has_space(tx, &note)?;
            Ok(apart_code::insert(tx, note.id, code.as_str())?)
        }
        _ => Err(Fault::CodeTaken),
    }
}

/// Lets go of a code. The other keeps it, and may give it to somebody else.
///
/// # Errors
/// [`Fault::Store`].
pub fn drop_apart_code(tx: &mut DbConn, note: NoteId, code: &ApartCode) -> Result<()> {
    Ok(apart_code::delete(tx, note, code.as_str())?)
}

fn get_confirmed(tx: &mut DbConn, note: NoteId) -> Result<Note> {
    let found = note::find(tx, note)?.ok_or(Fault::Gone)?;
    match found.standing.state() {
        NoteState::Unconfirmed => Err(WrongState(NoteState::Unconfirmed).into()),
        _ => Ok(found),
    }
}

fn has_space(tx: &mut DbConn, note: &Note) -> Result<()> {
    if apart_code::list_of(tx, note.id)?.len() < MOST_CODES {
        Ok(())
    } else {
        Err(Fault::TooManyCodes)
    }
}
