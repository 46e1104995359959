//! What single people want, asked of the database one by one: of those who sit in a group, or are next in line for it.
//! What a round needs of a whole region, [`crate::pool`] reads at once.

use chrono::NaiveDate;
use model::{Cell, NoteId, WeeklyTime, Wish};
use store::{DbConn, apart_code, group::Group, note, seat, wish};

use crate::fault::Result;

/// Whether a note wishes for a place and time, and has not excluded it. One whose time is over wants nothing any more:
/// it is about to be erased (promise C6).
pub(crate) fn wants_cell(tx: &mut DbConn, note: NoteId, cell: Cell, today: NaiveDate) -> Result<bool> {
    let is_kept = note::find(tx, note)?.is_some_and(|note| note.standing.kept_until() >= today);
    let fulfils = |wish: &Wish| wish.rank_of(cell).is_some();
    let is_wished = wish::list_of(tx, note)?.iter().any(fulfils);
    Ok(is_kept && is_wished && !wish::is_excluded(tx, note, cell)?)
}

/// Whether a note wants the place and time of a group, and has not declined its date.
pub(crate) fn wants(tx: &mut DbConn, note: NoteId, group: &Group, today: NaiveDate) -> Result<bool> {
    let first = (group.cell.time, group.calendar.first_meeting);
    Ok(wants_cell(tx, note, group.cell, today)? && !has_declined(tx, note, first)?)
}

/// A declined date is not offered again, neither in another room nor at another place.
pub(crate) fn has_declined(tx: &mut DbConn, note: NoteId, (time, date): (WeeklyTime, NaiveDate)) -> Result<bool> {
    let declined = seat::list_declined_of(tx, note)?;
    Ok(declined.iter().any(|(at, on)| *on == date && at.overlaps(time)))
}

/// Whether somebody is to be kept apart from one of these.
pub(crate) fn is_apart(tx: &mut DbConn, note: NoteId, from: &[NoteId]) -> Result<bool> {
    let codes = apart_code::list_of(tx, note)?;
    if codes.is_empty() {
        return Ok(false);
    }
    for other in from.iter().filter(|other| **other != note) {
        let of_other = apart_code::list_of(tx, *other)?;
        if codes.iter().any(|code| of_other.contains(code)) {
            return Ok(true);
        }
    }
    Ok(false)
}
