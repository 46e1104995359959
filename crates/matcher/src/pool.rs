//! A checked pool in its own order.
//!
//! Everything is sorted by id and refers to each other by position, so that whatever is computed from a pool depends on
//! the set of its entries alone, never on how they were listed.

use crate::fault::PoolFault;
use crate::input::PoolInput;

/// A pool that was checked: every id exists once, every reference is known, every number is in range.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Pool {
    pub(crate) rules: Rules,
    pub(crate) cells: Vec<Cell>,
    pub(crate) notes: Vec<Note>,
    pub(crate) igangsettere: Vec<Igangsetter>,
    pub(crate) standing: Vec<Standing>,
    /// For each note the notes it must not sit with, ascending.
    pub(crate) foes: Vec<Vec<usize>>,
    pub(crate) warnings: Vec<String>,
}

/// The sizes of a group and what each is worth.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Rules {
    pub min_size: usize,
    pub max_size: usize,
    /// One entry per size from `min_size` to `max_size`.
    pub size_value: Vec<i64>,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Cell {
    pub id: String,
    pub slot: usize,
    /// Rooms that no standing group holds.
    pub free_rooms: usize,
    /// More standing groups are here than there are rooms.
    pub is_overfull: bool,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Note {
    pub id: String,
    pub waiting: i64,
    /// By cell, ascending.
    pub wants: Vec<Want>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Want {
    pub cell: usize,
    pub rank: i64,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Igangsetter {
    pub id: String,
    /// Groups this person can start besides the standing ones.
    pub free_groups: usize,
    /// Cells this person can take in slots without a standing group of theirs, ascending.
    pub cells: Vec<usize>,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Standing {
    pub id: String,
    pub cell: usize,
    /// Worth of adding one, two, three … notes in all; its length is the number of open seats.
    pub gain: Vec<i64>,
    /// Notes that are apart from a member, ascending.
    pub barred: Vec<usize>,
}

impl Pool {
    /// Reads and checks the JSON form.
    ///
    /// # Errors
    /// One sentence that names the place of the first thing that is wrong.
    pub fn from_json(text: &str) -> Result<Self, PoolFault> {
        Self::try_from(PoolInput::from_json(text)?)
    }

    /// Things that look wrong but were accepted, one sentence each; for the person who runs the round.
    #[must_use]
    pub fn warnings(&self) -> &[String] {
        &self.warnings
    }

    pub(crate) fn are_apart(&self, one: usize, other: usize) -> bool {
        self.foes
            .get(one)
            .is_some_and(|foes| foes.binary_search(&other).is_ok())
    }
}

impl Rules {
    /// What a group of this size is worth; nothing if it can't start.
    pub(crate) fn worth(&self, size: usize) -> i64 {
        size.checked_sub(self.min_size)
            .and_then(|at| self.size_value.get(at))
            .copied()
            .unwrap_or(0)
    }
}
