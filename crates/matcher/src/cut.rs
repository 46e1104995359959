//! What groups of whole people can't do, though fractions of groups could.
//!
//! Prices alone see twelve people as one and a half full groups. A [`Cut`] takes that away. Choose some sites, some notes
//! `U`, and for each of the sites `c` some further notes `W_c`. A group of `n` at `c` seats `n` people: of `W_c` at most
//! all, of `U` no more than there are between all the sites, and `y` others. So
//!
//! > `Σ (n − |W_c|) over the groups  ≤  |U| + y`
//!
//! whatever opens. The number of groups of each size is whole, and `y` is not negative, so the inequality may be rounded by
//! any `d ≥ 2`: with `|U| = d·q + r`, `0 < r < d`, and `κ(a) = (d − r)·⌊a / d⌋ + max(0, a mod d − r)`,
//!
//! > `Σ κ(n − |W_c|) over the groups  −  y  ≤  (d − r) · q`.
//!
//! Mixed-integer rounding: Nemhauser & Wolsey 1990; Marchand & Wolsey 2001. A cut holds for every answer, hence at all
//! levels and in all branches. It prices sizes of groups and some takers' seats, which is all that `oracle` needs.

#![expect(clippy::indexing_slicing, reason = "a kernel on positions that it hands out itself")]

use crate::problem::Problem;
use crate::weight::whole;

/// A bound on the groups of some sites by the notes that want them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Cut {
    /// `(d − r) · q`.
    pub most: i64,
    pub sites: Vec<CutSite>,
}

/// What a cut says of one site.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct CutSite {
    pub site: usize,
    /// What groups of the least size, one more, … count.
    pub counted: Vec<i64>,
    /// The takers (by position, ascending) whose seats are taken off: neither in `U` nor in `W_c`.
    pub others: Vec<usize>,
}

/// How an inequality is rounded: `d`, `r` and `q`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Rounding {
    by: i64,
    rest: i64,
    full: i64,
}

impl Rounding {
    /// Of so many notes by `by`; `None` where nothing is rounded.
    pub(crate) fn of(notes: usize, by: i64) -> Option<Self> {
        let notes = whole(notes);
        let rounding = Self {
            by,
            rest: notes.checked_rem(by)?,
            full: notes.checked_div(by)?,
        };
        (by > 1 && rounding.rest > 0).then_some(rounding)
    }

    /// `κ`.
    pub(crate) fn counted(self, seats: i64) -> i64 {
        (self.by - self.rest) * seats.div_euclid(self.by) + (seats.rem_euclid(self.by) - self.rest).max(0)
    }

    pub(crate) fn most(self) -> i64 {
        (self.by - self.rest) * self.full
    }
}

impl Cut {
    /// The cut of these sites, which hold new groups: `is_chosen` tells of a note whether it is in `U`, and `is_own` of a
    /// site's place in the list and a taker's place at the site whether it is in `W_c`.
    pub(crate) fn new(
        problem: &Problem<'_>,
        sites: &[usize],
        rounding: Rounding,
        is_chosen: impl Fn(usize) -> bool,
        is_own: impl Fn(usize, usize) -> bool,
    ) -> Self {
        let rules = problem.rules();
        let of_site = |(place, site): (usize, &usize)| {
            let takers = problem.sites[*site].takers.iter().enumerate();
            let unchosen = takers.filter(|(_, taker)| !is_chosen(taker.note)).map(|(at, _)| at);
            let (own, others): (Vec<usize>, Vec<usize>) = unchosen.partition(|taker| is_own(place, *taker));
            let counted = |size: usize| rounding.counted(whole(size) - whole(own.len()));
            CutSite {
                site: *site,
                counted: (rules.min_size..=rules.max_size).map(counted).collect(),
                others,
            }
        };
        Self {
            most: rounding.most(),
            sites: sites.iter().enumerate().map(of_site).collect(),
        }
    }
}
