//! A person changes what they wish for, or the language of the letters.

use chrono::{DateTime, Utc};
use model::{Language, NoteId, NoteState, Wish, WrongState, oslo_date};
use store::{
    DbConn,
    note::{self, Note},
    place, wish,
};

use crate::{Fault, fault::Result};

/// What a note says from now on.
#[derive(Clone, Debug)]
pub struct Change {
    /// All that is wished for, first choices among it. A place and time that stands twice counts once.
    pub wishes: Vec<Wish>,
    /// The language of the letters.
    pub language: Language,
}

/// Changes a confirmed note. Whoever changes something is there: a note that waits or is paused waits six more months.
/// A seat that has been offered or taken stays as it is.
///
/// # Errors
/// [`Fault::Gone`]; [`Fault::WrongState`] if it has not been confirmed; [`Fault::NoWish`]; [`Fault::NoSuchPlace`] for a
/// place of another region, or one that is no longer offered and was not wished for before.
pub fn change(tx: &mut DbConn, note: NoteId, change: &Change, now: DateTime<Utc>) -> Result<()> {
    let found = note::find(tx, note)?.ok_or(Fault::Gone)?;
    let state = found.standing.state();
    if state == NoteState::Unconfirmed {
        return Err(WrongState(state).into());
    }
    let wishes = each_once(&change.wishes);
    if wishes.is_empty() {
        return Err(Fault::NoWish);
    }
    check_places(tx, &found, &wishes)?;
    wish::replace(tx, note, &wishes)?;
    note::set_language(tx, note, change.language)?;
    if matches!(state, NoteState::Waiting | NoteState::Paused) {
        let standing = found.standing.resume(oslo_date(now))?;
        note::set_standing(tx, note, standing)?;
    }
    Ok(())
}

fn check_places(tx: &mut DbConn, note: &Note, wishes: &[Wish]) -> Result<()> {
    let before = wish::list_of(tx, note.id)?;
    let mut places = place::list(tx, note.region)?;
    places.retain(|place| place.offered || before.iter().any(|wish| wish.place == place.id));
    let may_wish = |wish: &Wish| places.iter().any(|place| place.id == wish.place);
    if wishes.iter().all(may_wish) {
        Ok(())
    } else {
        Err(Fault::NoSuchPlace)
    }
}

/// A place and time that is a first choice anywhere is one.
fn each_once(wishes: &[Wish]) -> Vec<Wish> {
    let mut once: Vec<Wish> = Vec::new();
    for wish in wishes {
        let same = |other: &&mut Wish| (other.place, other.when) == (wish.place, wish.when);
        match once.iter_mut().find(same) {
            Some(known) => known.first_choice |= wish.first_choice,
            None => once.push(*wish),
        }
    }
    once
}
