//! What would help: single additions to a pool, and how many more of its notes each would seat.
//!
//! An *addition* is one more free room in a cell, one more igangsetter who can take one group and only in that cell, or
//! some more notes that want only that cell, have waited no day, rank it below everybody else's wishes and sort last.
//! `would_seat` is the number of the pool's own notes that [`assemble`](crate::assemble) seats with the addition, minus
//! those that it seats without, under the same limits: it was run, not guessed. Additions that would seat nobody more
//! are not told.
//!
//! Which additions are tried is counted (see `shortlist`). Parts of the pool that an addition does not touch are not
//! solved again. When the runs have taken [`FEW`] times the steps of the proposal itself, and at least [`LEAST_STEPS`],
//! no further one begins; so the list depends on the pool and the limits alone, like everything here.

mod shortlist;

use std::cmp::Reverse;
use std::collections::BTreeMap;

use serde::Serialize;

use crate::limits::Limits;
use crate::pool::{Igangsetter, Note, Pool, Want};
use crate::problem::{Place, Problem};
use crate::proposal::{Effort, Proposal};
use crate::regional::Grain;
use crate::solve::{each_part, solve};
use shortlist::shortlist;

/// How many times the proposal's own steps the runs may take before the last one begins.
const FEW: u64 = 2;
/// What they may take in any case: some hundredths of a second.
const LEAST_STEPS: u64 = 20_000_000;

/// One addition, and what it would change.
#[derive(Clone, Debug, Serialize, PartialEq, Eq)]
pub struct Help {
    /// Where.
    pub cell: String,
    /// What would be added.
    pub lacks: Lacks,
    /// How many of it; one room or igangsetter.
    pub count: usize,
    /// How many more of the pool's notes a run with it seats; at least one.
    pub would_seat: usize,
}

/// A proposal and what would help, as they are written out together.
#[derive(Clone, Debug, Serialize)]
pub struct WithHelp<'a> {
    /// The proposal.
    #[serde(flatten)]
    pub proposal: &'a Proposal,
    /// What would help; left out if it was not looked for.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub help: Option<Vec<Help>>,
}

/// What a cell can lack.
#[derive(Clone, Copy, Debug, Serialize, PartialEq, Eq, PartialOrd, Ord)]
#[serde(rename_all = "snake_case")]
pub enum Lacks {
    /// A free room.
    Room,
    /// Somebody who can start a group.
    Igangsetter,
    /// People who want it.
    Notes,
}

/// Something to add in one cell.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Addition {
    cell: usize,
    lacks: Lacks,
    count: usize,
}

/// The additions that would seat more, best first: those that seat most; of these the smallest; then rooms before
/// igangsettere before notes.
///
/// `proposal` is what [`assemble`](crate::assemble) gave for this pool and these limits; of any other, the numbers would
/// not be true.
#[must_use]
pub fn help(pool: &Pool, proposal: &Proposal, limits: &Limits) -> Vec<Help> {
    let memory = Memory::of(pool, proposal, limits);
    let taken: u64 = proposal.efforts.iter().map(|effort| effort.steps).sum();
    let mut left = taken.saturating_mul(FEW).max(LEAST_STEPS);
    let before: usize = proposal.efforts.iter().map(|effort| effort.seated).sum();
    let mut found = Vec::new();
    for addition in shortlist(pool, proposal) {
        if left == 0 {
            break;
        }
        let (seated, steps) = memory.seats_with(addition, limits);
        left = left.saturating_sub(steps);
        if let Some(more) = seated.checked_sub(before).filter(|more| *more > 0) {
            found.push((addition, more));
        }
    }
    found.sort_by_key(|(addition, more)| (Reverse(*more), addition.count, addition.lacks, addition.cell));
    let smaller = found.clone();
    let is_needless = |(addition, more): &(Addition, usize)| {
        smaller.iter().any(|(other, as_many)| {
            (other.cell, other.lacks) == (addition.cell, addition.lacks)
                && other.count < addition.count
                && as_many >= more
        })
    };
    found.retain(|one| !is_needless(one));
    let told = found.into_iter().filter_map(|(addition, would_seat)| {
        Some(Help {
            cell: pool.cells.get(addition.cell)?.id.clone(),
            lacks: addition.lacks,
            count: addition.count,
            would_seat,
        })
    });
    told.collect()
}

/// What is known of a pool's parts from the run that made the proposal.
struct Memory<'a> {
    pool: &'a Pool,
    /// By the first place of each part.
    parts: BTreeMap<Place, Effort>,
}

impl<'a> Memory<'a> {
    fn of(pool: &'a Pool, proposal: &Proposal, limit: &Limits) -> Self {
        let mut efforts = proposal.efforts.iter();
        let mut parts = BTreeMap::new();
        each_part(pool, limit, |part, _| {
            if let Some((first, effort)) = part.sites.first().zip(efforts.next()) {
                parts.insert(first.place, *effort);
            }
        });
        Self { pool, parts }
    }

    /// How many of the pool's notes have a seat with the addition, and the steps it took to learn it.
    fn seats_with(&self, addition: Addition, limit: &Limits) -> (usize, u64) {
        let pool = addition.made_to(self.pool);
        let (mut seated, mut steps) = (0, 0);
        each_part(&pool, limit, |part, budget| {
            let share = budget.left();
            let known = part.sites.first().and_then(|first| self.parts.get(&first.place));
            let known = known.filter(|known| known.is_complete && known.steps < share);
            if let Some(known) = known.filter(|_| !self.is_touched(part, addition)) {
                budget.take(known.steps);
                seated += known.seated;
                return;
            }
            let (answer, _) = solve(part, Grain::default(), budget);
            let members = answer.groups.iter().flat_map(|(_, members)| members);
            let notes = members.filter_map(|member| part.notes.get(*member));
            seated += notes.filter(|note| **note < self.pool.notes.len()).count();
            steps += share - budget.left();
        });
        (seated, steps)
    }

    /// Whether a part of the pool with the addition is other than it was. What is added has to do with one cell only, and
    /// whatever it joins is in one part with that cell.
    fn is_touched(&self, part: &Problem<'_>, addition: Addition) -> bool {
        let cell_of = |place| match place {
            Place::Cell(cell) => Some(cell),
            Place::Standing(group) => self.pool.standing.get(group).map(|group| group.cell),
        };
        part.sites.iter().any(|site| cell_of(site.place) == Some(addition.cell))
    }
}

impl Addition {
    /// The pool with this addition. What is new comes last in every order, so that nothing else moves.
    fn made_to(self, pool: &Pool) -> Pool {
        let mut pool = pool.clone();
        match self.lacks {
            Lacks::Room => {
                if let Some(cell) = pool.cells.get_mut(self.cell) {
                    cell.free_rooms += 1;
                }
            }
            Lacks::Igangsetter => {
                let last = pool.igangsettere.last().map_or("", |one| &one.id);
                pool.igangsettere.push(Igangsetter {
                    id: format!("{last}+1"),
                    free_groups: 1,
                    cells: vec![self.cell],
                });
            }
            Lacks::Notes => {
                let last = pool.notes.last().map_or_else(String::new, |note| note.id.clone());
                let ranks = pool.notes.iter().flat_map(|note| &note.wants).map(|want| want.rank);
                let rank = ranks.max().unwrap_or(0).saturating_add(1).min(i64::from(i32::MAX));
                for nth in 0..self.count {
                    pool.notes.push(Note {
                        id: format!("{last}+{nth:04}"),
                        waiting: 0,
                        wants: vec![Want { cell: self.cell, rank }],
                    });
                    pool.foes.push(Vec::new());
                }
            }
        }
        pool
    }
}
