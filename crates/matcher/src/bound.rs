//! How good a proposal could be at most: prices on notes, and each site's best answer to them.
//!
//! "A note sits at most once" is given up for a price per note (Lagrangian relaxation; at the second and third level the
//! earlier levels' totals are priced as well). `oracle` finds the best answer to them. *Any* prices that aren't negative give a
//! true bound, as do negative ones of notes that must have a seat (the bound then is one on answers that seat them); all
//! numbers are integers, in fractions of `Level::scale`, so that what is stated is exact.
//! Source: Geoffrion 1974; Fisher 1981.

use std::sync::Arc;

use crate::problem::{Plan, Problem, Site};
use crate::weight::Weight;

/// Which of the three levels is bounded, and what the levels before it are fixed to.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Level {
    pub number: LevelNumber,
    /// What prices are fractions of.
    pub scale: i64,
    /// The proven totals of the levels before; others are ignored.
    pub fixed: Weight,
}

impl Level {
    /// A level whose prices are as fine as they can be without overflow.
    pub(crate) fn of(problem: &Problem<'_>, number: LevelNumber, fixed: Weight) -> Self {
        let totals = problem.greatest();
        let room = [totals.value, totals.waiting, -totals.ease].into_iter().max();
        let scale = ((1 << 55) / room.unwrap_or(0).max(1)).clamp(1, 1 << 16);
        Self { number, scale, fixed }
    }
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum LevelNumber {
    Value,
    Waiting,
    Ease,
}

impl LevelNumber {
    /// This level's part of a weight; more is better.
    pub(crate) fn of(self, weight: Weight) -> i64 {
        match self {
            Self::Value => weight.value,
            Self::Waiting => weight.waiting,
            Self::Ease => weight.ease,
        }
    }
}

/// Prices in fractions of the level's scale.
#[derive(Clone, Debug)]
pub(crate) struct Prices {
    /// Of each note's seat; never negative, but for notes that must have one.
    pub notes: Vec<i64>,
    /// Of a unit of value; never negative. The scale itself at the first level.
    pub value: i64,
    /// Of a waiting day; never negative. The scale itself at the second level.
    pub waiting: i64,
    /// Of each cut; never negative. Cuts beyond the last have none.
    pub cuts: Vec<i64>,
    /// Of a group in each set that the range bounds: positive where there may be no more, negative where there must be as
    /// many. Sets beyond the last have none.
    pub sets: Vec<i64>,
}

/// Plans from `floor` to `ceil`, site by site, with `least` to `most` new groups in all and a seat for each note of `must`.
#[derive(Clone, Debug)]
pub(crate) struct Range {
    pub floor: Plan,
    pub ceil: Plan,
    pub least: usize,
    pub most: usize,
    /// By note.
    pub must: Vec<bool>,
    pub sets: Vec<Bounds>,
}

/// From `least` to `most` groups at these sites in all.
#[derive(Clone, Debug)]
pub(crate) struct Bounds {
    /// Its number among all sets.
    pub set: usize,
    pub sites: Arc<[usize]>,
    pub least: usize,
    pub most: usize,
}

impl Range {
    /// All plans of a problem.
    pub(crate) fn of(problem: &Problem<'_>) -> Self {
        Self {
            floor: problem
                .sites
                .iter()
                .map(|site| usize::from(site.is_standing()))
                .collect(),
            ceil: problem.sites.iter().map(Site::most).collect(),
            least: 0,
            most: problem.notes.len() / problem.rules().min_size,
            must: vec![false; problem.notes.len()],
            sets: Vec::new(),
        }
    }

    /// Marks the notes without whose seat nothing of interest is left, `slack` being how far the bound under these prices
    /// is above what is of interest: the price of a note without a seat could be 0, and the bound would fall by it.
    pub(crate) fn require(&mut self, prices: &Prices, slack: i64) {
        for (must, price) in self.must.iter_mut().zip(&prices.notes) {
            *must |= *price > slack;
        }
    }

    pub(crate) fn is_one(&self) -> bool {
        self.floor == self.ceil
    }
}

/// How far a priced answer breaks what was given up.
#[derive(Clone, Debug, Default)]
pub(crate) struct Excess {
    /// How often each note was seated, less one.
    pub notes: Vec<i64>,
    /// By how much each cut is broken.
    pub cuts: Vec<i64>,
    /// Totals less what they are fixed to.
    pub totals: Weight,
}
