//! What notes wish for, and which places and times their people have declined for good.

use chrono::{NaiveDate, NaiveTime};
use diesel::{
    dsl::{count_star, exists, not},
    prelude::*,
};
use model::{Band, Cell, NoteId, NoteState, PlaceId, RegionId, WeekBand, Wish};

use crate::{
    DbConn, Result,
    convert::{Column, count, id, weekday, weekday_number, weekly_time},
    schema::{exclusions, notes, seats, wishes},
    seat::LIVE,
};

/// Adds wishes to a note.
///
/// # Errors
/// [`crate::Fault::Driver`].
pub fn insert(c: &mut DbConn, note: NoteId, wanted: &[Wish]) -> Result<()> {
    for wish in wanted {
        diesel::insert_into(wishes::table)
            .values((
                wishes::note_id.eq(note.blob()),
                wishes::place_id.eq(wish.place.blob()),
                wishes::weekday.eq(weekday_number(wish.when.weekday)),
                wishes::band.eq(wish.when.band.code()),
                wishes::first_choice.eq(wish.first_choice),
            ))
            .execute(c)?;
    }
    Ok(())
}

/// Puts wishes in place of those that a note had.
///
/// # Errors
/// [`crate::Fault::Driver`].
pub fn replace(c: &mut DbConn, note: NoteId, wanted: &[Wish]) -> Result<()> {
    diesel::delete(wishes::table.filter(wishes::note_id.eq(note.blob()))).execute(c)?;
    insert(c, note, wanted)
}

/// The wishes of one note, in the order of the week.
///
/// # Errors
/// [`crate::Fault::Driver`].
pub fn list_of(c: &mut DbConn, note: NoteId) -> Result<Vec<Wish>> {
    let rows: Vec<Row> = wishes::table
        .filter(wishes::note_id.eq(note.blob()))
        .order(wishes::weekday)
        .load(c)?;
    rows.into_iter().map(|row| read(row).map(|(_, wish)| wish)).collect()
}

/// The wishes of a region's notes, with the notes they belong to.
///
/// # Errors
/// [`crate::Fault::Driver`].
pub fn list(c: &mut DbConn, region: RegionId) -> Result<Vec<(NoteId, Wish)>> {
    let rows: Vec<Row> = wishes::table
        .inner_join(notes::table)
        .filter(notes::region_id.eq(region.blob()))
        .order((wishes::note_id, wishes::weekday))
        .select(wishes::all_columns)
        .load(c)?;
    rows.into_iter().map(read).collect()
}

/// The places and times that a region's people have declined for good.
///
/// # Errors
/// [`crate::Fault::Driver`].
pub fn list_exclusions(c: &mut DbConn, region: RegionId) -> Result<Vec<(NoteId, Cell)>> {
    type Row = (Vec<u8>, Vec<u8>, i16, NaiveTime);
    let rows: Vec<Row> = exclusions::table
        .inner_join(notes::table)
        .filter(notes::region_id.eq(region.blob()))
        .select(exclusions::all_columns)
        .load(c)?;
    rows.into_iter()
        .map(|(note, place, day, starts_at)| {
            let time = weekly_time(day, starts_at, Column("exclusions", "starts_at"))?;
            let place = id(place, Column("exclusions", "place_id"))?;
            Ok((id(note, Column("exclusions", "note_id"))?, Cell { place, time }))
        })
        .collect()
}

/// Whether a note has declined a place and time for good.
///
/// # Errors
/// [`crate::Fault::Driver`].
pub fn is_excluded(c: &mut DbConn, note: NoteId, cell: Cell) -> Result<bool> {
    let day = weekday_number(cell.time.weekday);
    let key = (note.blob(), cell.place.blob(), day, cell.time.starts_at);
    let found: i64 = exclusions::table.find(key).count().get_result(c)?;
    Ok(found > 0)
}

/// How many notes of a region that wait for a seat wish for each place and part of the week.
///
/// # Errors
/// [`crate::Fault::Driver`].
pub fn count_waiting(c: &mut DbConn, region: RegionId, today: NaiveDate) -> Result<Vec<(PlaceId, WeekBand, usize)>> {
    type Row = (Vec<u8>, i16, String, i64);
    let rows: Vec<Row> = wishes::table
        .inner_join(notes::table)
        .filter(notes::region_id.eq(region.blob()))
        .filter(notes::state.eq(NoteState::Waiting.code()))
        .filter(notes::kept_until.ge(today))
        .filter(not(exists(
            seats::table.filter(seats::note_id.eq(notes::id).and(seats::state.eq_any(LIVE))),
        )))
        .group_by((wishes::place_id, wishes::weekday, wishes::band))
        .select((wishes::place_id, wishes::weekday, wishes::band, count_star()))
        .load(c)?;
    let read = |(place, day, band, wanted): Row| {
        let when = week_band(day, &band)?;
        let wanted = count(wanted, Column("wishes", "band"))?;
        Ok((id(place, Column("wishes", "place_id"))?, when, wanted))
    };
    rows.into_iter().map(read).collect()
}

/// Excludes for one note what is excluded for another, beside what is excluded for it already.
///
/// # Errors
/// [`crate::Fault::Driver`].
pub fn copy_exclusions(c: &mut DbConn, from: NoteId, to: NoteId) -> Result<()> {
    let rows: Vec<(Vec<u8>, i16, NaiveTime)> = exclusions::table
        .filter(exclusions::note_id.eq(from.blob()))
        .select((exclusions::place_id, exclusions::weekday, exclusions::starts_at))
        .load(c)?;
    for (place, day, starts_at) in rows {
        let key = (to.blob(), place.as_slice(), day, starts_at);
        diesel::delete(exclusions::table.find(key)).execute(c)?;
        diesel::insert_into(exclusions::table)
            .values((
                exclusions::note_id.eq(to.blob()),
                exclusions::place_id.eq(place),
                exclusions::weekday.eq(day),
                exclusions::starts_at.eq(starts_at),
            ))
            .execute(c)?;
    }
    Ok(())
}

type Row = (Vec<u8>, Vec<u8>, i16, String, bool);

fn read((note, place, day, band, first_choice): Row) -> Result<(NoteId, Wish)> {
    let when = week_band(day, &band)?;
    let place = id(place, Column("wishes", "place_id"))?;
    Ok((
        id(note, Column("wishes", "note_id"))?,
        Wish {
            place,
            when,
            first_choice,
        },
    ))
}

fn week_band(day: i16, band: &str) -> Result<WeekBand> {
    Ok(WeekBand {
        weekday: weekday(day, Column("wishes", "weekday"))?,
        band: Band::from_code(band).ok_or(Column("wishes", "band").corrupt())?,
    })
}
