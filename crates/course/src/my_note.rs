//! What a person sees of the own note.

use model::{GroupState, NoteId, WeekBand};
use store::{
    DbConn,
    group::{self, Group},
    note::{self, Note},
    place::{self, Place},
    seat::{self, Seat},
    staff, wish,
};

use crate::fault::Result;

/// One's own note, with what has come of it.
#[derive(Clone, Debug)]
pub struct MyNote {
    /// The note.
    pub note: Note,
    /// The places that were ticked, by name.
    pub places: Vec<Place>,
    /// The times that were ticked, in the order of the week.
    pub times: Vec<WeekBand>,
    /// The seat, once invitations are out, with its group and the name that the igangsetter goes by.
    pub seat: Option<(Seat, Group, String)>,
}

/// One's own note; `None` if it has been erased.
///
/// # Errors
/// [`crate::Fault::Store`].
pub fn my_note(tx: &mut DbConn, note: NoteId) -> Result<Option<MyNote>> {
    let Some(note) = note::find(tx, note)? else {
        return Ok(None);
    };
    let wishes = wish::list_of(tx, note.id)?;
    let mut places = place::list(tx, note.region)?;
    places.retain(|place| wishes.iter().any(|wish| wish.place == place.id));
    let mut times: Vec<WeekBand> = wishes.iter().map(|wish| wish.when).collect();
    times.sort_by_key(|time| (time.weekday.num_days_from_monday(), time.band));
    times.dedup();
    let seat = announced_seat(tx, note.id)?;
    Ok(Some(MyNote {
        note,
        places,
        times,
        seat,
    }))
}

/// A seat is spoken of once the igangsetter has said yes; until then the person is shown as waiting.
fn announced_seat(tx: &mut DbConn, note: NoteId) -> Result<Option<(Seat, Group, String)>> {
    let Some(seat) = seat::find_live(tx, note)? else {
        return Ok(None);
    };
    let group = group::get(tx, seat.group)?;
    if !matches!(group.state, GroupState::Inviting | GroupState::Ready) {
        return Ok(None);
    }
    let igangsetter = staff::get(tx, group.igangsetter)?.name;
    Ok(Some((seat, group, igangsetter)))
}
