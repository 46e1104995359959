//! A freed seat is offered at once to whoever has waited longest for the place and time.

use chrono::{DateTime, Utc};
use model::{Chance, GroupState, LAST_OFFER, NoteId, SeatState, end_of, oslo_date};
use store::{
    DbConn,
    group::{self, Group},
    note::Note,
    seat,
};

use crate::{fault::Result, invite::offer, pool::Snapshot, post::Post};

/// Offers the free seats of a group whose invitations are out. Nobody is offered a seat in the last 48 hours before the
/// cut-off, nor a second one of the same group.
pub(crate) fn backfill(tx: &mut DbConn, chance: &Chance, group: &Group, now: DateTime<Utc>) -> Result<()> {
    let free = free_seats(tx, group)?;
    if free == 0 || !can_offer(group, now) {
        return Ok(());
    }
    let region = Snapshot::read(tx, group.region, oslo_date(now))?;
    let mut line: Vec<&Note> = region.notes().iter().collect();
    line.sort_by_key(|note| (note.standing.waiting_since(), note.id));
    let mut given = 0;
    for note in line {
        if given == free {
            break;
        }
        if may_join(tx, &region, group, note.id)? {
            seat::insert(tx, group.id, note.id, SeatState::Held)?;
            if let Some(seat) = seat::find(tx, group.id, note.id)? {
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
pub(crate) fn may_join(tx: &mut DbConn, region: &Snapshot, group: &Group, note: NoteId) -> Result<bool> {
    if !region.wants(note, group) {
        return Ok(false);
    }
    let seats = seat::list(tx, group.id)?;
    let knows_it = seats.iter().any(|seat| seat.note == note);
    let mut seated = seats.iter().filter(|seat| is_given(seat.state));
    Ok(!knows_it && !seated.any(|seat| region.are_apart(seat.note, note)))
}

/// True of a seat that is offered or taken. One that a draft only holds is neither.
pub(crate) const fn is_given(state: SeatState) -> bool {
    matches!(state, SeatState::Invited | SeatState::Accepted)
}
