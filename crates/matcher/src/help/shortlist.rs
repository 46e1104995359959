//! Which additions are worth a run: told by counting, in the order in which they promise most.
//!
//! Looked at are cells that somebody without a seat wants, or somebody who would leave a seat to them by moving there; and
//! of what they lack only what stands in the way of one more group:
//! - a room, if enough want one more group than there are rooms, and more people can lead there than there are rooms;
//! - an igangsetter, if enough want the cell and a room is left beside the proposed groups;
//! - notes, if a room is left and one more group could be led: as many as all who want the cell lack to a group, or those
//!   of them without a seat; one and two where enough are there, but some of them are apart.
//!
//! First come those that open a group at once, then those for which an igangsetter would have to change, then those for
//! which seated people would; within these, those that concern more people. One pass over the wishes, and a sort.

#![expect(clippy::indexing_slicing, reason = "positions come from the pool, which was checked")]

use std::cmp::Reverse;
use std::collections::BTreeSet;

use super::{Addition, Lacks};
use crate::pool::Pool;
use crate::proposal::Proposal;

/// Most additions that are tried.
const MOST: usize = 24;

/// What is counted of a cell.
#[derive(Clone, Debug, Default)]
struct Counts {
    /// Notes that want it, and those of them without a seat.
    takers: usize,
    left: usize,
    /// Those who sit elsewhere, where somebody without a seat would like to sit.
    movable: usize,
    /// Some of those who want it are apart from somebody.
    has_foes: bool,
    /// Igangsettere who can take it, and whether one of them could take it besides what is proposed.
    leaders: usize,
    has_free_leader: bool,
    /// Groups that are proposed here.
    groups: usize,
}

/// What would have to happen besides.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Needs {
    Nothing,
    AnotherLeader,
    OthersToMove,
}

/// The additions to try, in this order.
pub(super) fn shortlist(pool: &Pool, proposal: &Proposal) -> Vec<Addition> {
    let mut found = Vec::new();
    for (cell, counts) in count(pool, proposal).iter().enumerate() {
        for (lacks, count) in lacking(pool, cell, counts) {
            let added = if lacks == Lacks::Notes { count } else { 0 };
            let Some(needs) = counts.needs(lacks, pool.rules.min_size.saturating_sub(added)) else {
                continue;
            };
            let people = match needs {
                Needs::OthersToMove => counts.left + counts.movable,
                _ => counts.left,
            };
            let gain = people.min(pool.rules.max_size);
            found.push((
                (needs, Reverse(gain), count, lacks, cell),
                Addition { cell, lacks, count },
            ));
        }
    }
    found.sort_by_key(|(promise, _)| *promise);
    found.into_iter().map(|(_, addition)| addition).take(MOST).collect()
}

impl Counts {
    /// What a group of so many would need besides the addition; `None` if there are not so many.
    fn needs(&self, lacks: Lacks, many: usize) -> Option<Needs> {
        let is_led = lacks == Lacks::Igangsetter || self.has_free_leader;
        match (self.left >= many, is_led) {
            (true, true) => Some(Needs::Nothing),
            (true, false) => Some(Needs::AnotherLeader),
            (false, _) => (self.left + self.movable >= many).then_some(Needs::OthersToMove),
        }
    }
}

/// What stands in the way of one more group in this cell.
fn lacking(pool: &Pool, cell: usize, counts: &Counts) -> Vec<(Lacks, usize)> {
    let (rooms, least) = (pool.cells[cell].free_rooms, pool.rules.min_size);
    let enough_for = counts.takers / least;
    let mut found = Vec::new();
    if counts.left + counts.movable == 0 {
        return found;
    }
    if rooms < enough_for && rooms < counts.leaders && !pool.cells[cell].is_overfull {
        found.push((Lacks::Room, 1));
    }
    if counts.groups < rooms.min(enough_for) {
        found.push((Lacks::Igangsetter, 1));
    }
    if counts.groups < rooms.min(counts.leaders) {
        let lacking = [counts.takers, counts.left].map(|there| least.saturating_sub(there));
        let mut counted: BTreeSet<usize> = lacking.into_iter().filter(|count| (1..least).contains(count)).collect();
        if counts.left >= least && counts.has_foes {
            counted.extend([1, 2]);
        }
        found.extend(counted.into_iter().map(|count| (Lacks::Notes, count)));
    }
    found
}

fn count(pool: &Pool, proposal: &Proposal) -> Vec<Counts> {
    let mut counts = vec![Counts::default(); pool.cells.len()];
    let unplaced: BTreeSet<&str> = proposal.unplaced.iter().map(|one| one.note.as_str()).collect();
    for (at, note) in pool.notes.iter().enumerate() {
        let is_left = unplaced.contains(note.id.as_str());
        for want in &note.wants {
            let counts = &mut counts[want.cell];
            counts.takers += 1;
            counts.left += usize::from(is_left);
            counts.has_foes |= !pool.foes[at].is_empty();
        }
    }
    mark_movable(pool, proposal, &mut counts);
    let mut led: Vec<Vec<usize>> = vec![Vec::new(); pool.igangsettere.len()];
    for group in &proposal.groups {
        let cell = cell_of(pool, &group.cell);
        let leader = pool.igangsettere.binary_search_by(|one| one.id.cmp(&group.igangsetter));
        if let (Some(cell), Ok(leader)) = (cell, leader) {
            counts[cell].groups += 1;
            led[leader].push(pool.cells[cell].slot);
        }
    }
    for (one, slots) in pool.igangsettere.iter().zip(&led) {
        for cell in one.cells.iter().filter(|_| one.free_groups > 0) {
            counts[*cell].leaders += 1;
            counts[*cell].has_free_leader |= slots.len() < one.free_groups && !slots.contains(&pool.cells[*cell].slot);
        }
    }
    counts
}

fn cell_of(pool: &Pool, id: &str) -> Option<usize> {
    pool.cells.binary_search_by(|cell| cell.id.as_str().cmp(id)).ok()
}

/// Counts in each cell who would leave a wanted seat elsewhere for it.
fn mark_movable(pool: &Pool, proposal: &Proposal, counts: &mut [Counts]) {
    let new = proposal
        .groups
        .iter()
        .map(|group| (cell_of(pool, &group.cell), &group.members));
    let filled = proposal.filled.iter().map(|filled| {
        let at = pool.standing.binary_search_by(|group| group.id.cmp(&filled.standing));
        (at.ok().map(|at| pool.standing[at].cell), &filled.members)
    });
    for (cell, members) in new.chain(filled) {
        let Some(cell) = cell.filter(|cell| counts[*cell].left > 0) else {
            continue;
        };
        let notes = members
            .iter()
            .filter_map(|id| pool.notes.binary_search_by(|note| note.id.cmp(id)).ok());
        for want in notes
            .flat_map(|note| &pool.notes[note].wants)
            .filter(|want| want.cell != cell)
        {
            counts[want.cell].movable += 1;
        }
    }
}
