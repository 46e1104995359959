//! A freed seat is offered at once to whoever has waited longest for the place and time.

use chrono::{DateTime, NaiveDate, Utc};
use model::{Chance, GroupState, LAST_OFFER, NoteId, SeatState, end_of, oslo_date};
use store::{
    DbConn,
    group::{self, Group},
    line, seat,
};

use crate::{
    fault::Result,
    invite::offer,
    post::Post,
    wants::{is_apart, wants},
};

/// Offers the free seats of a group whose invitations are out. Nobody is offered a seat in the last 48 hours before the
/// cut-off, nor a second one of the same group.
pub(crate) fn backfill(tx: &mut DbConn, chance: &Chance, group: &Group, now: DateTime<Utc>) -> Result<()> {
    let free = free_seats(tx, group)?;
    if free == 0 || !can_offer(group, now) {
        return Ok(());
    }
    let today = oslo_date(now);
    let line = line::list(tx, (group.region, group.id), group.cell, today)?;
    let mut given = 0;
    for note in line {
        if given == free {
            break;
        }
        if may_join(tx, group, note, today)? {
            seat::insert(tx, group.id, note, SeatState::Held)?;
            if let Some(seat) = seat::find(tx, group.id, note)? {
                offer(tx, &Post { chance, group, now }, seat)?;
            }
            given += 1;
        }
    }
    Ok(())
}

/// How many seats are neither taken nor offered, nor kept for those who have ticked the date and may yet confirm.
pub(crate) fn free_seats(tx: &mut DbConn, group: &Group) -> Result<usize> {
    let seats = seat::list(tx, group.id)?;
    let given = seats.iter().filter(|seat| is_given(seat.state)).count();
    let kept = group::count_unconfirmed(tx, group.id)?;
    Ok(group.size.saturating_sub(given + kept))
}

/// True while seats of a group can be offered.
pub(crate) fn can_offer(group: &Group, now: DateTime<Utc>) -> bool {
    group.state == GroupState::Inviting && now + LAST_OFFER <= end_of(group.calendar.cut_off)
}

/// Whether somebody wants the place and time, has not declined it or the date, has had no seat in the group, and need
/// not be kept apart from anybody in it.
pub(crate) fn may_join(tx: &mut DbConn, group: &Group, note: NoteId, today: NaiveDate) -> Result<bool> {
    if !wants(tx, note, group, today)? {
        return Ok(false);
    }
    let seats = seat::list(tx, group.id)?;
    let knows_it = seats.iter().any(|seat| seat.note == note);
    let seated = seats.iter().filter(|seat| is_given(seat.state));
    let seated: Vec<NoteId> = seated.map(|seat| seat.note).collect();
    Ok(!knows_it && !is_apart(tx, note, &seated)?)
}

/// True of a seat that is offered or taken. One that a draft only holds is neither.
pub(crate) const fn is_given(state: SeatState) -> bool {
    matches!(state, SeatState::Invited | SeatState::Accepted)
}
