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
    forgotten: Option<Forgotten>,
    journal: Option<&Since>,
) -> String {
    let made = header.made.format("%Y-%m-%d %H:%M UTC");
    let mut lines = vec![format!("The backup of {made} is put back.")];
    match journal {
        Some(journal) => {
            lines.push(format!(
                "Erased again, as the journal says: {} notes, {} staff. Letters still owed: {}.",
                replayed.notes, replayed.staff, letters.owed
            ));
            if journal.torn > 0 {
                lines.push(format!(
                    "{} lines of the journal can't be read: the host stopped while they were written.",
                    journal.torn
                ));
            }
        }
        None => lines.push(format!(
            "Without the journal nobody knows who was erased and what was sent since then. {} letters were dropped; \
             nobody was erased again: see docs/operations.md for what to do before it is served.",
            letters.ended
        )),
    }
    if let Some(forgotten) = forgotten {
        lines.push(format!(
            "Erased since their last day is over: {} notes, {} groups, {} staff.",
            forgotten.notes, forgotten.groups, forgotten.staff
        ));
    }
    lines.push(
        "Everybody has to sign in anew. What else was done after the backup is lost: tell the coordinators.\n"
            .to_owned(),
    );
    lines.join("\n")
}
