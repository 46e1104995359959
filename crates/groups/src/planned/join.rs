//! Whoever confirms a note with a planned date ticked has a seat.

use chrono::{DateTime, Utc};
use model::{Chance, GroupState, MAX_SIZE, NoteId, SeatState, oslo_date};
use store::{
    DbConn,
    group::{self, Group},
    note, seat,
};

use crate::{answer::accept, backfill::is_given, fault::Result, settle, wants::is_apart};

/// What came of a confirmed note whose date was ticked.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Joined {
    /// It has an accepted seat.
    Seated,
    /// All eight seats are taken or offered; it may wait in the pool.
    Full,
    /// The group takes nobody any more: it is ready, or has been given up.
    NotOpen,
}

/// Gives a note that waits a seat in the group whose date was ticked. One that confirms late has a seat too, as long as
/// the group is being filled. In any case the note lets go of the group.
///
/// # Errors
/// [`crate::Fault::Store`], [`crate::Fault::WrongState`] unless the note waits.
pub fn join_planned(tx: &mut DbConn, chance: &Chance, note: NoteId, now: DateTime<Utc>) -> Result<Joined> {
    let Some(group) = note::get(tx, note)?.planned else {
        return Ok(Joined::NotOpen);
    };
    group::hold(tx, group)?;
    settle(tx, chance, group, now)?;
    let joined = match group::find(tx, group)? {
        Some(group) if takes(&group, now) => seat_in(tx, &group, note)?,
        _ => Joined::NotOpen,
    };
    note::clear_planned(tx, note)?;
    settle(tx, chance, group, now)?;
    Ok(joined)
}

fn takes(group: &Group, now: DateTime<Utc>) -> bool {
    let is_open = matches!(group.state, GroupState::Open | GroupState::Inviting);
    is_open && oslo_date(now) <= group.calendar.cut_off
}

fn seat_in(tx: &mut DbConn, group: &Group, note: NoteId) -> Result<Joined> {
    let seats = seat::list(tx, group.id)?;
    let given = seats.iter().filter(|seat| is_given(seat.state));
    let given: Vec<NoteId> = given.map(|seat| seat.note).collect();
    // Whoever has declined before, with an older note perhaps, may think better of it.
    let own = seats.iter().find(|seat| seat.note == note);
    let was_silent = own.is_some_and(|seat| seat.state != SeatState::Declined);
    if given.len() >= MAX_SIZE || was_silent || is_apart(tx, note, &given)? {
        return Ok(Joined::Full);
    }
    let standing = note::get(tx, note)?.standing.invite(group.calendar.kept_until)?;
    if own.is_none() {
        seat::insert(tx, group.id, note, SeatState::Invited)?;
    }
    if let Some(seat) = seat::find(tx, group.id, note)? {
        accept(tx, seat, standing.join()?)?;
    }
    Ok(Joined::Seated)
}
