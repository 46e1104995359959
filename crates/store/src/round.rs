//! Rounds: drafts of groups. A round's row is there as long as it is open, and a region has one at most.

use chrono::NaiveDate;
use diesel::prelude::*;
use model::{RegionId, RoundId};

use crate::{
    DbConn, Result,
    convert::{Column, id},
    schema::rounds,
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
