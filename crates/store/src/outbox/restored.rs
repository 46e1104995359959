//! What becomes of letters that are owed in a database that was put back from a backup (promise R8).

use chrono::{DateTime, NaiveDateTime, Utc};
use diesel::prelude::*;
use model::{Letter, LetterId};

use super::{Claimed, Outcome, Row};
use crate::{DbConn, Result, convert::stored, schema::letters};

/// All letters that are owed, in the order of their ids.
///
/// # Errors
/// [`crate::Fault::Driver`].
pub fn list_owed(c: &mut DbConn) -> Result<Vec<(LetterId, Letter)>> {
    let rows = letters::table
        .filter(letters::outcome.is_null())
        .order(letters::id)
        .select(Row::as_select())
        .load(c)?;
    let owed = rows.into_iter().map(Claimed::try_from);
    owed.map(|letter| letter.map(|letter| (letter.id, letter.letter)))
        .collect()
}

/// Ends a letter that nobody has claimed here: it was sent before, or nobody knows. `None` if it is not owed.
///
/// # Errors
/// [`crate::Fault::Driver`].
pub fn end_unclaimed(c: &mut DbConn, letter: LetterId, outcome: Outcome, now: DateTime<Utc>) -> Result<Option<Letter>> {
    let owed = || letters::table.find(letter.blob()).filter(letters::outcome.is_null());
    let Some(row) = owed().select(Row::as_select()).first(c).optional()? else {
        return Ok(None);
    };
    let letter = Claimed::try_from(row)?.letter;
    if matches!(letter, Letter::Absence { .. }) {
        // As it would be where it was delivered (promise L7).
        diesel::delete(owed()).execute(c)?;
    } else {
        diesel::update(owed())
            .set((
                letters::outcome.eq(outcome.code()),
                letters::ended_at.eq(stored(now)),
                letters::lease_until.eq(None::<NaiveDateTime>),
            ))
            .execute(c)?;
    }
    Ok(Some(letter))
}
