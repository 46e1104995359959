//! Who is next in line for a seat.

use chrono::NaiveDate;
use diesel::{
    dsl::{count_star, exists, not},
    prelude::*,
};
use model::{Cell, GroupId, NoteId, NoteState, RegionId};

use crate::{
    DbConn, Result,
    convert::{Column, count, id, weekday_number},
    schema::{exclusions, notes, seats, wishes},
    seat::LIVE,
};

/// The notes of a region that wait for a seat, wish for a place and time and have not excluded it, and have had no seat
/// in a group there; those first that have waited longest. Dates that they have declined, and whom they are kept apart
/// from, are not looked at.
///
/// # Errors
/// [`crate::Fault::Driver`].
pub fn list(c: &mut DbConn, (region, group): (RegionId, GroupId), cell: Cell, today: NaiveDate) -> Result<Vec<NoteId>> {
    let (day, when) = (weekday_number(cell.time.weekday), cell.time.week_band());
    let wishing = wishes::table
        .filter(wishes::place_id.eq(cell.place.blob()))
        .filter(wishes::weekday.eq(day).and(wishes::band.eq(when.band.code())))
        .select(wishes::note_id);
    let excluding = exclusions::table.filter(
        exclusions::note_id
            .eq(notes::id)
            .and(exclusions::place_id.eq(cell.place.blob()))
            .and(exclusions::weekday.eq(day))
            .and(exclusions::starts_at.eq(cell.time.starts_at)),
    );
    let is_live = seats::state.eq_any(LIVE).or(seats::group_id.eq(group.blob()));
    let seated = seats::table.filter(seats::note_id.eq(notes::id).and(is_live));
    let ids: Vec<Vec<u8>> = notes::table
        .filter(notes::id.eq_any(wishing))
        .filter(notes::region_id.eq(region.blob()))
        .filter(notes::state.eq(NoteState::Waiting.code()))
        .filter(notes::kept_until.ge(today))
        .filter(not(exists(excluding)))
        .filter(not(exists(seated)))
        .order((notes::waiting_since, notes::id))
        .select(notes::id)
        .load(c)?;
    ids.into_iter().map(|bytes| id(bytes, Column("notes", "id"))).collect()
}

/// How many notes of a region wait for a seat since each date, the earliest first.
///
/// # Errors
/// [`crate::Fault::Driver`].
pub fn count_since(c: &mut DbConn, region: RegionId, today: NaiveDate) -> Result<Vec<(NaiveDate, usize)>> {
    let rows: Vec<(NaiveDate, i64)> = notes::table
        .filter(notes::region_id.eq(region.blob()))
        .filter(notes::state.eq(NoteState::Waiting.code()))
        .filter(notes::kept_until.ge(today))
        .filter(not(exists(
            seats::table.filter(seats::note_id.eq(notes::id).and(seats::state.eq_any(LIVE))),
        )))
        .group_by(notes::waiting_since)
        .order(notes::waiting_since)
        .select((notes::waiting_since, count_star()))
        .load(c)?;
    let read = |(since, notes): (NaiveDate, i64)| Ok((since, count(notes, Column("notes", "waiting_since"))?));
    rows.into_iter().map(read).collect()
}
