//! Cuts a range of plans in two, where that rules out most.
//!
//! A branch counts the groups of one site, of a set of them (see `sets`), or of all. What each has brought so far tells how
//! far the bound will fall on either side; the first few of which nothing is known yet are relaxed on both sides. The
//! greatest product wins.
//! Source: reliability branching with the product rule (Achterberg, Koch & Martin 2005).

mod past;
mod ways;

use crate::bound::Range;
use crate::look::{Look, Outcome, View};
use crate::relax::Aim;

pub(crate) use past::{Origin, Past};
use ways::Branch;

/// So many branches of which nothing is known are relaxed on both sides, again and again as long as one of them is better
/// than those before.
const PROBES: usize = 9;
/// But no more than these.
const MOST_PROBES: usize = 24;

/// A side of a range with its bound.
type Side = (Range, i64, Origin);

/// The two sides of a range with their bounds; a side that holds nothing as good is left out.
pub(crate) fn sides(look: &mut Look<'_, '_>, range: &Range, view: &View) -> Vec<Side> {
    let mut best: Option<(i128, Vec<Side>)> = None;
    let (mut probes, mut in_vain) = (0, 0);
    for branch in ways::branches(look, range, view) {
        let is_worth_it = in_vain < PROBES && probes < MOST_PROBES && !look.budget.is_spent();
        let is_probed = is_worth_it && !look.past.is_known(branch.number);
        probes += usize::from(is_probed);
        in_vain += usize::from(is_probed);
        let (score, sides) = weigh(look, branch, view, is_probed);
        if sides.len() < 2 {
            return sides;
        }
        if best.as_ref().is_none_or(|best| score > best.0) {
            best = Some((score, sides));
            in_vain = 0;
        }
    }
    best.map_or(Vec::new(), |(_, sides)| sides)
}

/// The product of both sides' falls, and the sides that are left.
fn weigh(look: &mut Look<'_, '_>, branch: Branch, view: &View, is_probed: bool) -> (i128, Vec<Side>) {
    let mut score: i128 = 1;
    let mut sides = Vec::new();
    for (side, (mut range, distance)) in (0..).zip(branch.sides.into_iter().zip(branch.distances)) {
        let origin = Origin {
            branch: branch.number,
            side,
            distance,
            bound: view.bound,
        };
        let out = look.least() - 1;
        let bound = if !look.confine(&mut range) {
            out
        } else if is_probed {
            let bound = probe(look, &mut range, view).unwrap_or(out);
            look.record(origin, bound);
            bound
        } else {
            score *= look.past.expect(branch.number, side, distance);
            view.bound
        };
        if bound < view.bound {
            score *= i128::from(view.bound - bound);
        }
        if bound > out {
            sides.push((range, bound, origin));
        }
    }
    (score, sides)
}

/// The bound of a side by a relaxation of it; `None` if it holds nothing as good.
fn probe(look: &mut Look<'_, '_>, range: &mut Range, view: &View) -> Option<i64> {
    let active = look.active(&view.prices);
    match look.relax(range, &active, Aim::Bound) {
        Outcome::Solved(prices, average) => {
            let seen = look.view(range, prices, average.groups())?;
            Some(seen.bound.min(view.bound))
        }
        Outcome::Out => None,
        Outcome::Unsolved => Some(view.bound),
    }
}
