//! Leases: work that one instance at a time does. They are compared with the database's own time, never with ours.

use chrono::{NaiveDateTime, TimeDelta};
use diesel::prelude::*;

use crate::{DbConn, Result, dialect, schema::leases};

/// Takes or renews a lease for a while. `holder` is drawn once by each instance.
/// False if another instance holds it.
///
/// # Errors
/// [`crate::Fault::Driver`].
pub fn take(c: &mut DbConn, name: &str, holder: i32, lasts: TimeDelta) -> Result<bool> {
    let clock = dialect::now(c)?;
    let row: Option<(String, i32, NaiveDateTime)> = leases::table.find(name).first(c).optional()?;
    if row.is_some_and(|(_, held_by, until)| held_by != holder && until > clock) {
        return Ok(false);
    }
    diesel::delete(leases::table.find(name)).execute(c)?;
    diesel::insert_into(leases::table)
        .values((
            leases::name.eq(name),
            leases::holder.eq(holder),
            leases::lease_until.eq(clock + lasts),
        ))
        .execute(c)?;
    Ok(true)
}

/// Gives a lease back, if this instance holds it.
///
/// # Errors
/// [`crate::Fault::Driver`].
pub fn give_back(c: &mut DbConn, name: &str, holder: i32) -> Result<()> {
    diesel::delete(leases::table.find(name).filter(leases::holder.eq(holder))).execute(c)?;
    Ok(())
}
