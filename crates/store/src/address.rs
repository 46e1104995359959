//! Sealed addresses of notes and staff, and their blind indexes, while keys are being renewed (promise C4).
//!
//! What holds here: all notes of one address have the same index, for they get a new one together. So twins are found
//! by comparing indexes, and the unique index on them holds, on every day of a renewal (promise C3).
//!
//! A sealed address begins with the number of its key, highest byte first: what is sealed with older keys is less.

use diesel::{
    Connection as _,
    prelude::*,
    result::{DatabaseErrorKind, Error as DieselError},
};
use model::{NoteId, StaffId};

use crate::{
    DbConn, Result,
    convert::{Column, id},
    key_version,
    schema::{notes, staff},
};

/// Whose address it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Holder {
    /// A note's.
    Note(NoteId),
    /// A member of staff's.
    Staff(StaffId),
}

/// An address that was opened and sealed anew.
#[derive(Clone, Debug)]
pub struct Renewed {
    /// Whose it is.
    pub holder: Holder,
    /// What was opened.
    pub old: Vec<u8>,
    /// The same, sealed with the newest key.
    pub bytes: Vec<u8>,
    /// Its index under the newest key.
    pub index: Vec<u8>,
    /// Its indexes under all others.
    pub older_indexes: Vec<Vec<u8>>,
}

/// Some of the notes' sealed addresses that are less than `below`, in the order of their notes, after one of them.
///
/// # Errors
/// [`crate::Fault::Driver`].
pub fn list_notes(c: &mut DbConn, below: &[u8], after: Option<NoteId>, at_most: i64) -> Result<Vec<(NoteId, Vec<u8>)>> {
    let after = after.map_or(Vec::new(), |note| note.blob().to_vec());
    let rows: Vec<(Vec<u8>, Vec<u8>)> = notes::table
        .filter(notes::sealed_address.lt(below).and(notes::id.gt(after)))
        .order(notes::id)
        .limit(at_most)
        .select((notes::id, notes::sealed_address.assume_not_null()))
        .load(c)?;
    rows.into_iter()
        .map(|(note, sealed)| Ok((id(note, Column("notes", "id"))?, sealed)))
        .collect()
}

/// All sealed addresses of staff that are less than `below`.
///
/// # Errors
/// [`crate::Fault::Driver`].
pub fn list_staff(c: &mut DbConn, below: &[u8]) -> Result<Vec<(StaffId, Vec<u8>)>> {
    let rows: Vec<(Vec<u8>, Vec<u8>)> = staff::table
        .filter(staff::sealed_address.lt(below))
        .select((staff::id, staff::sealed_address))
        .load(c)?;
    rows.into_iter()
        .map(|(member, sealed)| Ok((id(member, Column("staff", "id"))?, sealed)))
        .collect()
}

/// How many addresses are at least `from` and less than `below`.
///
/// # Errors
/// [`crate::Fault::Driver`].
pub fn count_between(c: &mut DbConn, from: &[u8], below: &[u8]) -> Result<i64> {
    let of_notes: i64 = notes::table
        .filter(notes::sealed_address.ge(from).and(notes::sealed_address.lt(below)))
        .count()
        .get_result(c)?;
    let of_staff: i64 = staff::table
        .filter(staff::sealed_address.ge(from).and(staff::sealed_address.lt(below)))
        .count()
        .get_result(c)?;
    Ok(of_notes + of_staff)
}

/// Stores an address that was sealed anew, with its new index, which all notes of the address get. False if the row is
/// gone or its address was sealed by somebody else meanwhile; then the sealed bytes stay as they are.
///
/// # Errors
/// [`crate::Fault::Driver`].
pub fn renew(c: &mut DbConn, renewed: &Renewed) -> Result<bool> {
    let changed = match renewed.holder {
        Holder::Note(note) => {
            renew_index(c, &renewed.index, &renewed.older_indexes)?;
            diesel::update(
                notes::table
                    .find(note.blob())
                    .filter(notes::sealed_address.eq(&renewed.old)),
            )
            .set(notes::sealed_address.eq(&renewed.bytes))
            .execute(c)?
        }
        Holder::Staff(member) => diesel::update(
            staff::table
                .find(member.blob())
                .filter(staff::sealed_address.eq(&renewed.old)),
        )
        .set((
            staff::sealed_address.eq(&renewed.bytes),
            staff::address_index.eq(&renewed.index),
        ))
        .execute(c)?,
    };
    Ok(changed > 0)
}

/// Gives all notes of an address its newest index. To be called before a note is stored with it.
///
/// Once the older keys are recorded as emptied there are no such notes, and nobody looks for them: on PostgreSQL, who
/// looks collides with whoever leaves a note at the same time.
///
/// Should there be confirmed notes of one address under two indexes, which nothing here makes, they stay as they are:
/// better that than a note that can't be left.
///
/// # Errors
/// [`crate::Fault::Driver`].
pub fn renew_index(c: &mut DbConn, newest: &[u8], older: &[impl AsRef<[u8]>]) -> Result<()> {
    if key_version::count_emptied(c)? >= older.len() {
        return Ok(());
    }
    let older: Vec<&[u8]> = older.iter().map(AsRef::as_ref).collect();
    let renewed = c.transaction(|c| {
        diesel::update(notes::table.filter(notes::address_index.eq_any(older)))
            .set(notes::address_index.eq(newest))
            .execute(c)
    });
    match renewed {
        Err(DieselError::DatabaseError(DatabaseErrorKind::UniqueViolation, _)) => Ok(()),
        renewed => Ok(renewed.map(drop)?),
    }
}
