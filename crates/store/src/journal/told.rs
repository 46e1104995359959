//! What a transaction has done that belongs in the journal, until it commits.
//!
//! It is kept in a temporary table of the connection: what is rolled back, be it to a savepoint, is gone from there too.

use diesel::prelude::*;
use model::{Letter, LetterId, NoteId, StaffId};

use super::{Entry, LetterMark};
use crate::{DbConn, Result};

diesel::table! {
    journal_lines (line) {
        line -> Text,
    }
}

pub const CREATE_ON_SQLITE: &str = "CREATE TEMP TABLE journal_lines (line TEXT NOT NULL);";
/// Also where transactions only read unless they say otherwise: then the first that writes tells so.
pub const CREATE_ON_POSTGRES: &str = "BEGIN READ WRITE;
    CREATE TEMP TABLE journal_lines (line TEXT NOT NULL) ON COMMIT DELETE ROWS;
    COMMIT;";

pub fn note_erased(c: &mut DbConn, note: NoteId) -> Result<()> {
    tell(c, Entry::Note(note))
}

pub fn staff_erased(c: &mut DbConn, member: StaffId) -> Result<()> {
    tell(c, Entry::Staff(member))
}

pub fn letter_delivered(c: &mut DbConn, id: LetterId, letter: &Letter) -> Result<()> {
    tell(c, Entry::Letter(id, LetterMark::of(letter)))
}

pub fn claimed(c: &mut DbConn, id: LetterId) -> Result<()> {
    tell(c, Entry::Claim(id))
}

fn tell(c: &mut DbConn, entry: Entry) -> Result<()> {
    diesel::insert_into(journal_lines::table)
        .values(journal_lines::line.eq(entry.to_string()))
        .execute(c)?;
    Ok(())
}

/// Takes what there is to be written before the commit.
pub fn take(c: &mut DbConn) -> Result<Vec<String>> {
    let lines: Vec<String> = journal_lines::table.select(journal_lines::line).load(c)?;
    if !lines.is_empty() {
        diesel::delete(journal_lines::table).execute(c)?;
    }
    Ok(lines)
}
