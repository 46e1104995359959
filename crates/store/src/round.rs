//! Rounds: drafts of groups. A round's row is there as long as it is open, and a region has one at most.

mod help;

use chrono::NaiveDate;
use diesel::prelude::*;
use model::{NoteId, RegionId, RoundId};

pub use help::{Help, Lack, insert_helps, list_helps};

use crate::{
    DbConn, Result,
    convert::{Column, count, id},
    schema::{rounds, unplaced},
};

/// An open round.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Round {
    /// Its identity.
    pub id: RoundId,
    /// Whose notes it matches.
    pub region: RegionId,
    /// When it was made.
    pub made_on: NaiveDate,
}

/// Opens a round.
///
/// # Errors
/// [`crate::Fault::Driver`], also if the region has one open: look with [`find_open`] first.
pub fn insert(c: &mut DbConn, round: Round) -> Result<()> {
    diesel::insert_into(rounds::table)
        .values((
            rounds::id.eq(round.id.blob()),
            rounds::region_id.eq(round.region.blob()),
            rounds::made_on.eq(round.made_on),
        ))
        .execute(c)?;
    Ok(())
}

/// The region's open round, if there is one.
///
/// # Errors
/// [`crate::Fault::Driver`].
pub fn find_open(c: &mut DbConn, region: RegionId) -> Result<Option<Round>> {
    type Row = (Vec<u8>, Vec<u8>, NaiveDate);
    let row: Option<Row> = rounds::table
        .filter(rounds::region_id.eq(region.blob()))
        .first(c)
        .optional()?;
    row.map(|(round, _, made_on)| {
        Ok(Round {
            id: id(round, Column("rounds", "id"))?,
            region,
            made_on,
        })
    })
    .transpose()
}

/// Closes a round. Its groups go on without it.
///
/// # Errors
/// [`crate::Fault::Driver`].
pub fn delete(c: &mut DbConn, round: RoundId) -> Result<()> {
    diesel::delete(rounds::table.find(round.blob())).execute(c)?;
    Ok(())
}

/// Why the round has no seat for a note.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Unplaced {
    /// The note.
    pub note: NoteId,
    /// The matcher's word for the reason.
    pub reason: String,
    /// How many want the cell that comes nearest to enough, where there are too few.
    pub have: Option<u16>,
}

/// Records why a note has no seat.
///
/// # Errors
/// [`crate::Fault::Driver`].
pub fn insert_unplaced(c: &mut DbConn, round: RoundId, without: &Unplaced) -> Result<()> {
    let have = without
        .have
        .map(|have| count::<i16, _>(have, Column("unplaced", "have")))
        .transpose()?;
    diesel::insert_into(unplaced::table)
        .values((
            unplaced::round_id.eq(round.blob()),
            unplaced::note_id.eq(without.note.blob()),
            unplaced::reason.eq(&without.reason),
            unplaced::have.eq(have),
        ))
        .execute(c)?;
    Ok(())
}

/// The notes that an open round has no seat for.
///
/// # Errors
/// [`crate::Fault::Driver`].
pub fn list_unplaced(c: &mut DbConn, round: RoundId) -> Result<Vec<Unplaced>> {
    type Row = (Vec<u8>, Vec<u8>, String, Option<i16>);
    let rows: Vec<Row> = unplaced::table
        .filter(unplaced::round_id.eq(round.blob()))
        .order(unplaced::note_id)
        .load(c)?;
    rows.into_iter()
        .map(|(_, note, reason, have)| {
            let have = have.map(|have| count(have, Column("unplaced", "have"))).transpose()?;
            Ok(Unplaced {
                note: id(note, Column("unplaced", "note_id"))?,
                reason,
                have,
            })
        })
        .collect()
}
