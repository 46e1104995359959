//! The codes by which two people are kept apart.

use diesel::prelude::*;
use model::{NoteId, RegionId};

use crate::{
    DbConn, Result,
    convert::{Column, count, id},
    schema::{apart_codes, notes},
};

/// Gives a note a code. Doing so again changes nothing.
///
/// # Errors
/// [`crate::Fault::Driver`].
pub fn insert(c: &mut DbConn, note: NoteId, code: &str) -> Result<()> {
    delete(c, note, code)?;
    diesel::insert_into(apart_codes::table)
        .values((apart_codes::note_id.eq(note.blob()), apart_codes::code.eq(code)))
        .execute(c)?;
    Ok(())
}

/// Takes a code from a note.
///
/// # Errors
/// [`crate::Fault::Driver`].
pub fn delete(c: &mut DbConn, note: NoteId, code: &str) -> Result<()> {
    diesel::delete(apart_codes::table.find((note.blob(), code))).execute(c)?;
    Ok(())
}

/// Lets a note that replaces an older one have its codes; of those that it has already, the older one's go.
///
/// # Errors
/// [`crate::Fault::Driver`].
pub fn hand_on(c: &mut DbConn, older: NoteId, newer: NoteId) -> Result<()> {
    for code in list_of(c, newer)? {
        delete(c, older, &code)?;
    }
    diesel::update(apart_codes::table.filter(apart_codes::note_id.eq(older.blob())))
        .set(apart_codes::note_id.eq(newer.blob()))
        .execute(c)?;
    Ok(())
}

/// The codes of one note, in order.
///
/// # Errors
/// [`crate::Fault::Driver`].
pub fn list_of(c: &mut DbConn, note: NoteId) -> Result<Vec<String>> {
    let of_note = apart_codes::note_id.eq(note.blob());
    let mut codes: Vec<String> = apart_codes::table.filter(of_note).select(apart_codes::code).load(c)?;
    codes.sort();
    Ok(codes)
}

/// How many notes of a region have a code.
///
/// # Errors
/// [`crate::Fault::Driver`].
pub fn count_sharing(c: &mut DbConn, region: RegionId, code: &str) -> Result<usize> {
    let sharing: i64 = apart_codes::table
        .inner_join(notes::table)
        .filter(notes::region_id.eq(region.blob()).and(apart_codes::code.eq(code)))
        .count()
        .get_result(c)?;
    count(sharing, Column("apart_codes", "code"))
}

/// The codes of a region's notes, with the notes they belong to.
///
/// # Errors
/// [`crate::Fault::Driver`].
pub fn list(c: &mut DbConn, region: RegionId) -> Result<Vec<(NoteId, String)>> {
    let rows: Vec<(Vec<u8>, String)> = apart_codes::table
        .inner_join(notes::table)
        .filter(notes::region_id.eq(region.blob()))
        .order((apart_codes::code, apart_codes::note_id))
        .select(apart_codes::all_columns)
        .load(c)?;
    rows.into_iter()
        .map(|(note, code)| Ok((id(note, Column("apart_codes", "note_id"))?, code)))
        .collect()
}
