//! What notes wish for, and which places and times their people have declined for good.

use chrono::NaiveTime;
use diesel::prelude::*;
use model::{Band, Cell, NoteId, RegionId, WeekBand, Wish};

use crate::{
    DbConn, Result,
    convert::{Column, id, weekday, weekday_number, weekly_time},
    schema::{exclusions, notes, wishes},
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
    let when = WeekBand {
        weekday: weekday(day, Column("wishes", "weekday"))?,
        band: Band::from_code(&band).ok_or(Column("wishes", "band").corrupt())?,
    };
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
