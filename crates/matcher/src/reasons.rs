//! Why a note has no seat.
//!
//! A cell is *possible* for a note if a new group could be opened there beside the standing ones (somebody can lead it,
//! a room is free, enough notes want it) or if a standing group there has open seats. The first reason that is true is
//! told; [`Reason`] says what each means. About one look at each wish, but for the search among people kept apart, which
//! is cut off (and then believes that a group was possible).

#![expect(clippy::indexing_slicing, reason = "positions come from the pool, which was checked")]

use std::cmp::Reverse;

use crate::pool::Pool;
use crate::proposal::{Reason, Unplaced};

/// Looks among people kept apart, in all, before every group is believed possible.
const LOOKS: usize = 200_000_000;

/// What a cell offers besides what was proposed.
#[derive(Clone, Debug, Default)]
struct Chance {
    can_be_led: bool,
    /// All notes that want it.
    takers: Vec<usize>,
    /// Standing groups with open seats.
    open: Vec<usize>,
    /// New groups proposed here.
    groups: Vec<Vec<usize>>,
}

struct View<'a> {
    pool: &'a Pool,
    chances: Vec<Chance>,
    /// For each standing group whom the proposal adds.
    added: Vec<Vec<usize>>,
}

/// The reason of every note that sits neither in `groups` (cell, notes) nor in `added` (standing group, notes).
pub(crate) fn explain(pool: &Pool, groups: &[(usize, &[usize])], added: &[(usize, &[usize])]) -> Vec<Unplaced> {
    let mut view = View {
        pool,
        chances: vec![Chance::default(); pool.cells.len()],
        added: vec![Vec::new(); pool.standing.len()],
    };
    for (note, entry) in pool.notes.iter().enumerate() {
        entry
            .wants
            .iter()
            .for_each(|want| view.chances[want.cell].takers.push(note));
    }
    for one in pool.igangsettere.iter().filter(|one| one.free_groups > 0) {
        one.cells.iter().for_each(|cell| view.chances[*cell].can_be_led = true);
    }
    for (at, group) in pool
        .standing
        .iter()
        .enumerate()
        .filter(|(_, group)| !group.gain.is_empty())
    {
        view.chances[group.cell].open.push(at);
    }
    let mut seated = vec![false; pool.notes.len()];
    for (cell, notes) in groups {
        notes.iter().for_each(|note| seated[*note] = true);
        view.chances[*cell].groups.push(notes.to_vec());
    }
    for (group, notes) in added {
        notes.iter().for_each(|note| seated[*note] = true);
        view.added[*group] = notes.to_vec();
    }
    let mut looks = LOOKS;
    let left = (0..seated.len()).filter(|note| !seated[*note]);
    left.map(|note| Unplaced {
        note: pool.notes[note].id.clone(),
        reason: view.reason(note, &mut looks),
    })
    .collect()
}

impl View<'_> {
    fn reason(&self, note: usize, looks: &mut usize) -> Reason {
        let wants = &self.pool.notes[note].wants;
        let wanted = || wants.iter().map(|want| (want, &self.chances[want.cell]));
        if wants.is_empty() {
            return Reason::NoCommonTime;
        }
        if !wanted().any(|(_, chance)| !chance.open.is_empty()) {
            if !wanted().any(|(_, chance)| chance.can_be_led) {
                return Reason::NoIgangsetter;
            }
            let roomy =
                || wanted().filter(|(want, chance)| chance.can_be_led && self.pool.cells[want.cell].free_rooms > 0);
            let nearest = roomy().max_by_key(|(want, chance)| (chance.takers.len(), Reverse((want.rank, want.cell))));
            let Some((want, chance)) = nearest else {
                return Reason::NoRoom;
            };
            let have = chance.takers.len();
            if have < self.pool.rules.min_size {
                return Reason::TooFew {
                    cell: self.pool.cells[want.cell].id.clone(),
                    have,
                };
            }
        }
        if wants.iter().all(|want| !self.has_company(note, want.cell, looks))
            || wants.iter().any(|want| self.is_kept_out(note, want.cell))
        {
            return Reason::Apart;
        }
        Reason::Outweighed
    }

    /// Whether the note could sit in a new or open group of this cell with nobody it must be apart from.
    fn has_company(&self, note: usize, cell: usize, looks: &mut usize) -> bool {
        let Chance {
            can_be_led,
            takers,
            open,
            ..
        } = &self.chances[cell];
        let admits = |group: &usize| self.pool.standing[*group].barred.binary_search(&note).is_err();
        if open.iter().any(admits) {
            return true;
        }
        if !can_be_led || self.pool.cells[cell].free_rooms == 0 || takers.len() < self.pool.rules.min_size {
            return false;
        }
        let need = self.pool.rules.min_size - 1;
        let keeps_from_nobody = |other: &usize| self.pool.foes[*other].is_empty();
        let company = || {
            let others = takers.iter().copied();
            others.filter(|other| *other != note && !self.pool.are_apart(note, *other))
        };
        let easy = company().filter(keeps_from_nobody).take(need).count();
        if easy == need {
            return true;
        }
        let others: Vec<usize> = company().filter(|other| !keeps_from_nobody(other)).collect();
        self.can_sit(&others, need - easy, looks)
    }

    /// Whether so many of these notes could share a group.
    fn can_sit(&self, notes: &[usize], need: usize, looks: &mut usize) -> bool {
        *looks = looks.saturating_sub(1 + notes.len() * notes.len());
        if *looks == 0 || need == 0 {
            return true;
        }
        if notes.len() < need {
            return false;
        }
        let foes = |note: &usize| notes.iter().filter(|other| self.pool.are_apart(*note, **other)).count();
        let Some((most, &note)) = notes.iter().map(|note| (foes(note), note)).max() else {
            return false;
        };
        if most == 0 {
            return true;
        }
        let without: Vec<usize> = notes.iter().copied().filter(|other| *other != note).collect();
        let with: Vec<usize> = without
            .iter()
            .copied()
            .filter(|other| !self.pool.are_apart(note, *other))
            .collect();
        self.can_sit(&without, need, looks) || self.can_sit(&with, need - 1, looks)
    }

    /// Whether a group of the proposal in this cell would gain by the note, but holds somebody it must be apart from.
    fn is_kept_out(&self, note: usize, cell: usize) -> bool {
        let rules = &self.pool.rules;
        let is_foe = |other: &usize| self.pool.are_apart(note, *other);
        let new = self.chances[cell]
            .groups
            .iter()
            .any(|members| rules.worth(members.len() + 1) > rules.worth(members.len()) && members.iter().any(is_foe));
        new || self.chances[cell].open.iter().any(|at| {
            let (group, added) = (&self.pool.standing[*at], &self.added[*at]);
            let now = added.len().checked_sub(1).map_or(0, |last| group.gain[last]);
            let gains = group.gain.get(added.len()).is_some_and(|next| *next > now);
            gains && (group.barred.binary_search(&note).is_ok() || added.iter().any(is_foe))
        })
    }
}
