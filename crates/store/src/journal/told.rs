//! What a transaction has done that belongs in the journal, until it commits.
//!
//! The database keeps it: what is rolled back, be it to a savepoint, is gone from there too.

use model::{Letter, LetterId, NoteId, StaffId};

use super::{Entry, LetterMark};
use crate::{DbConn, Result, dialect};

pub(crate) fn note_erased(c: &mut DbConn, note: NoteId) -> Result<()> {
    tell(c, Entry::Note(note))
}

pub(crate) fn staff_erased(c: &mut DbConn, member: StaffId) -> Result<()> {
    tell(c, Entry::Staff(member))
}

pub(crate) fn letter_delivered(c: &mut DbConn, id: LetterId, letter: &Letter) -> Result<()> {
    tell(c, Entry::Letter(id, LetterMark::of(letter)))
}

pub(crate) fn claimed(c: &mut DbConn, id: LetterId) -> Result<()> {
    tell(c, Entry::Claim(id))
}

fn tell(c: &mut DbConn, entry: Entry) -> Result<()> {
    dialect::remember(c, &entry.to_string())
}

/// Takes what there is to be written before the commit.
pub(crate) fn take(c: &mut DbConn) -> Result<Vec<String>> {
    dialect::take_remembered(c)
}
