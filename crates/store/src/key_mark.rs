//! Which keys the database belongs to: a mark of them, stored when it is first opened.

use diesel::prelude::*;

use crate::{DbConn, Result, schema::key_marks};

/// The mark of the keys that the database belongs to; `None` before it has any.
///
/// # Errors
/// [`crate::Fault::Driver`].
pub fn find(c: &mut DbConn) -> Result<Option<Vec<u8>>> {
    Ok(key_marks::table.select(key_marks::mark).first(c).optional()?)
}

/// Stores the mark of the keys, once.
///
/// # Errors
/// [`crate::Fault::Driver`].
pub fn insert(c: &mut DbConn, mark: &[u8]) -> Result<()> {
    diesel::insert_into(key_marks::table)
        .values(key_marks::mark.eq(mark))
        .execute(c)?;
    Ok(())
}
