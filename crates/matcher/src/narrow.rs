//! Fixes what a bound leaves no choice about.
//!
//! A site that opens more, or fewer, groups than in the best plan under the prices: if the bound of that is too low, it
//! doesn't. Each look at a site is one choice of the best plan. Source: reduced-cost fixing (Nemhauser & Wolsey 1988).

#![expect(clippy::indexing_slicing, reason = "a kernel on positions that it hands out itself")]

use crate::bound::Range;
use crate::look::{Look, View};

/// Fixes sites of a range whose other choices hold nothing as good. False if nothing remains.
pub(crate) fn narrow(look: &mut Look<'_, '_>, range: &mut Range, view: &View) -> bool {
    look.oracle.price(&view.prices, range, 1);
    for site in 0..range.floor.len() {
        let (floor, ceil, now) = (range.floor[site], range.ceil[site], view.plan[site]);
        if now < ceil {
            range.floor[site] = now + 1;
            if is_out(look, range) {
                range.ceil[site] = now;
            }
            range.floor[site] = floor;
        }
        if floor < now {
            let ceil = std::mem::replace(&mut range.ceil[site], now - 1);
            if is_out(look, range) {
                range.floor[site] = now;
            }
            range.ceil[site] = ceil;
        }
    }
    range.floor.iter().zip(&range.ceil).all(|(floor, ceil)| floor <= ceil) && look.confine(range)
}

fn is_out(look: &mut Look<'_, '_>, range: &Range) -> bool {
    look.budget.spend(range.floor.len() * 4);
    let least = look.least();
    look.oracle.best_plan(range).is_none_or(|(bound, _)| bound < least)
}
