//! Why letters wait at present: the mail server refuses us, and not one recipient (promise L4).

use chrono::{DateTime, Utc};
use diesel::prelude::*;

use crate::{DbConn, Result, convert::stored, schema::mail_pauses};

/// There is one way out for letters so far.
const NAME: &str = "mail";

/// Letters wait until a moment, for a cause that names no person.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MailPause {
    /// Until when.
    pub until: DateTime<Utc>,
    /// Why, in a word for the operator.
    pub cause: String,
}

/// Pauses all letters.
///
/// # Errors
/// [`crate::Fault::Driver`].
pub fn put(c: &mut DbConn, pause: &MailPause) -> Result<()> {
    clear(c)?;
    diesel::insert_into(mail_pauses::table)
        .values((
            mail_pauses::name.eq(NAME),
            mail_pauses::until.eq(stored(pause.until)),
            mail_pauses::cause.eq(&pause.cause),
        ))
        .execute(c)?;
    Ok(())
}

/// The pause, if there is one, also if its time is over and nothing has been sent since.
///
/// # Errors
/// [`crate::Fault::Driver`].
pub fn find(c: &mut DbConn) -> Result<Option<MailPause>> {
    let row: Option<(String, chrono::NaiveDateTime, String)> = mail_pauses::table.find(NAME).first(c).optional()?;
    Ok(row.map(|(_, until, cause)| MailPause {
        until: until.and_utc(),
        cause,
    }))
}

/// Ends the pause.
///
/// # Errors
/// [`crate::Fault::Driver`].
pub fn clear(c: &mut DbConn) -> Result<()> {
    diesel::delete(mail_pauses::table.find(NAME)).execute(c)?;
    Ok(())
}
