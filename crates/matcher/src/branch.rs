//! Cuts a range of plans in two, where that rules out most.
//!
//! A branch counts the groups of one site, of a set of them (see `sets`), or of all. What each has brought so far tells how
//! far the bound will fall on either side; the first few of which nothing is known yet are relaxed on both sides. The
//! greatest product wins.
//! Source: reliability branching with the product rule (Achterberg, Koch & Martin 2005).

mod past;
mod ways;

use crate::bound::Range;
use crate::look::{Look, View};

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

/// The product of both sides' falls, if both are left, and the sides that are left.
fn weigh(look: &mut Look<'_, '_>, branch: Branch, view: &View, is_probed: bool) -> (i128, Vec<Side>) {
    let (mut ranges, mut origins) = (Vec::new(), Vec::new());
    for (side, (mut range, distance)) in (0..).zip(branch.sides.into_iter().zip(branch.distances)) {
        if look.confine(&mut range) {
            ranges.push(range);
            origins.push(Origin {
                branch: branch.number,
                side,
                distance,
                bound: view.bound,
            });
        }
    }
    let out = look.least() - 1;
    let bounds = if is_probed {
        look.probe(&mut ranges, view)
    } else {
        vec![Some(view.bound); ranges.len()]
    };
    let mut score: i128 = 1;
    let mut sides = Vec::new();
    for ((range, origin), bound) in ranges.into_iter().zip(origins).zip(bounds) {
        let bound = bound.unwrap_or(out);
        if is_probed {
            look.record(origin, bound);
            score *= i128::from(view.bound - bound).max(1);
        } else {
            score *= look.past.expect(origin.branch, origin.side, origin.distance);
        }
        if bound > out {
            sides.push((range, bound, origin));
        }
    }
    (score, sides)
}
