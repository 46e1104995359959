//! How many of a group were reached by what its igangsetter told.

use std::ops::AddAssign;

use model::{GroupId, SeatState};
use store::{DbConn, note, outbox, seat, staff::Member};

use crate::{fault::Result, lead::own};

/// The kinds of letters that an igangsetter causes.
const KINDS: [&str; 4] = ["meeting-cancelled", "meeting-moved", "practical-message", "meeting-off"];

/// How many of a group are reached: by letters that are owed now, or by looking up their code.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Reached {
    /// Letters that are owed now.
    pub letters: usize,
    /// People who have a receipt code, and find it on their page.
    pub by_code: usize,
}

impl AddAssign<bool> for Reached {
    /// Counts one more person: whether a letter is owed to them.
    fn add_assign(&mut self, by_letter: bool) {
        if by_letter {
            self.letters += 1;
        } else {
            self.by_code += 1;
        }
    }
}

/// How letters of one kind have fared: «5 av 6 sendt, 1 har kode».
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Dispatch {
    /// The kind, by its stored name.
    pub kind: &'static str,
    /// How many there are.
    pub letters: usize,
    /// How many of them the mail server has taken.
    pub sent: usize,
    /// How many of the group have a receipt code, and find it on their page.
    pub by_code: usize,
}

/// What an igangsetter has told the own group, and how many were reached, without a name. Letters are forgotten 24 hours
/// after they were delivered (promise C6), and then are not counted any more.
///
/// # Errors
/// [`crate::Fault::NotYours`] (promise S12).
pub fn dispatches(tx: &mut DbConn, by: &Member, group: GroupId) -> Result<Vec<Dispatch>> {
    let group = own(tx, by, group)?;
    let mut by_code = 0;
    for seat in seat::list(tx, group.id)? {
        if seat.state == SeatState::Accepted && note::get(tx, seat.note)?.by_code {
            by_code += 1;
        }
    }
    let mut told = Vec::new();
    for kind in KINDS {
        let (letters, sent) = outbox::count_of_group(tx, group.id, kind)?;
        if letters > 0 {
            told.push(Dispatch {
                kind,
                letters: usize::try_from(letters).unwrap_or(usize::MAX),
                sent: usize::try_from(sent).unwrap_or(usize::MAX),
                by_code,
            });
        }
    }
    Ok(told)
}
