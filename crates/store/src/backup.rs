//! A copy of the whole database, taken while others write, and put into an empty one again (promise R8).
//!
//! Of SQLite it is the file's bytes. Of PostgreSQL it is every row as JSON, one a line, below a line that names the
//! table; the schema is not part of it, since migrations make that. So what is put back is data only: no statement of
//! the copy's is ever run.

mod rows;

use std::io::{BufRead, Write};

use diesel::prelude::*;

use crate::{
    DbConn, Fault, Result, dialect, lease,
    schema::{leases, sessions, set_ups, sign_ins},
};

/// The lease that is held from before the first row is put back until all is done.
const UNFINISHED: &str = "restore";
const HOLDER: i32 = 0;
const FOR_EVER: chrono::TimeDelta = chrono::TimeDelta::days(36_500);

/// Writes the copy: all of one moment, in a transaction that only reads.
pub(crate) fn write(c: &mut DbConn, out: &mut dyn Write) -> Result<()> {
    match c {
        DbConn::Sqlite(c) => {
            let bytes = c.serialize_database_to_buffer();
            out.write_all(bytes.try_as_slice()?).map_err(Fault::Copy)
        }
        DbConn::Postgres(c) => rows::write(c, out),
    }
}

/// Makes the tables of an empty PostgreSQL database as they were when the copy was made, and marks it as unfinished. A
/// restore that was not finished is begun anew.
///
/// # Errors
/// [`Fault::NotEmpty`]; [`Fault::NewerSchema`].
pub(crate) fn make_room(c: &mut DbConn, schema: &str) -> Result<()> {
    if let DbConn::Postgres(pg) = c
        && rows::count_tables(pg)? > 0
    {
        if !is_begun(c)? {
            return Err(Fault::NotEmpty);
        }
        dialect::migrate_all_back(c)?;
    }
    dialect::migrate_to(c, schema)?;
    begin(c)
}

/// Puts the rows of PostgreSQL into the tables that were made for them.
pub(crate) fn read(c: &mut DbConn, rows: &mut dyn BufRead) -> Result<()> {
    match c {
        // The file is the database.
        DbConn::Sqlite(_) => Ok(()),
        DbConn::Postgres(pg) => {
            rows::read(pg, rows)?;
            begin(c)
        }
    }
}

/// Marks the database as one that is being put back, and that nothing else holds.
///
/// # Errors
/// [`Fault::Driver`].
pub fn begin(c: &mut DbConn) -> Result<()> {
    diesel::delete(leases::table).execute(c)?;
    lease::take(c, UNFINISHED, HOLDER, FOR_EVER)?;
    Ok(())
}

/// Lets go of the mark: the database may be served.
///
/// # Errors
/// [`Fault::Driver`].
pub fn finish(c: &mut DbConn) -> Result<()> {
    lease::give_back(c, UNFINISHED, HOLDER)
}

/// True if the database was being put back, and that was not finished: nobody may serve it.
///
/// # Errors
/// [`Fault::Driver`].
pub fn is_unfinished(c: &mut DbConn) -> Result<bool> {
    let marks: i64 = leases::table.find(UNFINISHED).count().get_result(c)?;
    Ok(marks > 0)
}

/// The same of a database that may be of somebody else's.
fn is_begun(c: &mut DbConn) -> Result<bool> {
    Ok(dialect::newest_migration(c)?.is_some() && is_unfinished(c)?)
}

/// Ends all sessions, codes and set-up links: some that had ended when the copy was put back would work again.
///
/// # Errors
/// [`Fault::Driver`].
pub fn close_doors(c: &mut DbConn) -> Result<()> {
    diesel::delete(sessions::table).execute(c)?;
    diesel::delete(sign_ins::table).execute(c)?;
    diesel::delete(set_ups::table).execute(c)?;
    Ok(())
}
