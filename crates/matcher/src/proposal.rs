//! What the matcher proposes, and how sure it is of it.

use serde::Serialize;

/// New groups, filled standing groups, those left over and why.
#[derive(Clone, Debug, Serialize, PartialEq, Eq)]
pub struct Proposal {
    /// New groups, by cell.
    pub groups: Vec<ProposedGroup>,
    /// Standing groups that get new members, by id.
    pub filled: Vec<FilledGroup>,
    /// Notes without a seat, by id.
    pub unplaced: Vec<Unplaced>,
    /// What the proposal achieves on each level, and what no proposal can exceed.
    pub objective: Objective,
    /// True if all three bounds are met: there is no better proposal.
    pub optimal: bool,
    /// What each part of the pool took, in the order of the parts.
    #[serde(skip)]
    pub(crate) efforts: Vec<Effort>,
}

/// What one part of a pool took.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Effort {
    pub steps: u64,
    /// All levels are proven, and no step was lacking: more of them would change nothing.
    pub is_complete: bool,
    /// How many notes have a seat.
    pub seated: usize,
}

/// A new group.
#[derive(Clone, Debug, Serialize, PartialEq, Eq, PartialOrd, Ord)]
pub struct ProposedGroup {
    /// Where and when.
    pub cell: String,
    /// Who starts it.
    pub igangsetter: String,
    /// Its notes, by id.
    pub members: Vec<String>,
}

/// New members of a standing group.
#[derive(Clone, Debug, Serialize, PartialEq, Eq, PartialOrd, Ord)]
pub struct FilledGroup {
    /// The standing group's id.
    pub standing: String,
    /// The added notes, by id; never empty.
    pub members: Vec<String>,
}

/// A note without a seat.
#[derive(Clone, Debug, Serialize, PartialEq, Eq, PartialOrd, Ord)]
pub struct Unplaced {
    /// The note's id.
    pub note: String,
    /// Why it has none.
    #[serde(flatten)]
    pub reason: Reason,
}

/// Why a note has no seat: the first of these that is true.
#[derive(Clone, Debug, Serialize, PartialEq, Eq, PartialOrd, Ord)]
#[serde(tag = "reason", rename_all = "snake_case")]
pub enum Reason {
    /// It wants no cell at all.
    NoCommonTime,
    /// Nobody is left who could lead a new group in any of its cells.
    NoIgangsetter,
    /// None of its cells that can be led has a free room.
    NoRoom,
    /// Too few want any of its cells that have a room and somebody to lead.
    TooFew {
        /// The one of them that is nearest to enough.
        cell: String,
        /// How many notes want that cell, this one included.
        have: usize,
    },
    /// Enough want one of its cells, but not enough who may sit together with it; or it could join a proposed or standing
    /// group at a gain, but for somebody it must be apart from.
    Apart,
    /// A group with it was possible, another choice was better.
    Outweighed,
}

/// The three levels in order of importance.
#[derive(Clone, Copy, Debug, Serialize, PartialEq, Eq)]
pub struct Objective {
    /// Total worth of the groups; the more the better.
    pub value: Total,
    /// Waiting days of those seated; the more the better.
    pub waiting: Total,
    /// Sum of ranks of those seated; the less the better.
    pub rank: Total,
}

/// A total and its proven bound.
#[derive(Clone, Copy, Debug, Serialize, PartialEq, Eq)]
pub struct Total {
    /// What the proposal has.
    pub achieved: i64,
    /// What no proposal that is equal on the levels before can better; `None` if that is not known.
    pub bound: Option<i64>,
}

impl Total {
    pub(crate) fn is_met(&self) -> bool {
        self.bound == Some(self.achieved)
    }
}
