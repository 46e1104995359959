//! What an operator is told of a restore: counts, and what to do next.

use super::{
    replay::{Letters, Replayed},
    since::Since,
};
use crate::{backup::Header, retention::Forgotten};

pub(super) fn told(
    header: &Header,
    replayed: &Replayed,
    letters: Letters,
    forgotten: Forgotten,
    journal: Option<&Since>,
) -> String {
    let made = header.made.format("%Y-%m-%d %H:%M UTC");
    let mut told = format!("The backup of {made} is put back.\n");
    match journal {
        Some(journal) => {
            told += &format!(
                "Erased again, as the journal says: {} notes, {} staff. Letters still owed: {}.\n",
                replayed.notes, replayed.staff, letters.owed
            );
            if journal.torn > 0 {
                told += &format!(
                    "{} lines of the journal can't be read: the host stopped while they were written.\n",
                    journal.torn
                );
            }
        }
        None => {
            told += &format!(
                "Without the journal nobody knows who was erased and what was sent since then. {} letters were dropped; \
                 nobody was erased again: see docs/operations.md for what to do before it is served.\n",
                letters.ended
            );
        }
    }
    told += &format!(
        "Erased since their last day is over: {} notes, {} groups, {} staff.\n",
        forgotten.notes, forgotten.groups, forgotten.staff
    );
    told + "Everybody has to sign in anew. What else was done after the backup is lost: tell the coordinators.\n"
}
