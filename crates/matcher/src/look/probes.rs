//! The sides of a branch, relaxed once before one is chosen, to learn how far the bound falls there.

use super::{Look, Outcome, View};
use crate::bound::Range;
use crate::limits::share_out;
use crate::relax::Aim;

impl Look<'_, '_> {
    /// The bounds of these parts of a range with this view, found side by side; `None` of those that hold nothing as good.
    /// Marks the notes that must have a seat.
    pub(crate) fn probe(&mut self, ranges: &mut [Range], view: &View) -> Vec<Option<i64>> {
        let active = self.active(&view.prices);
        let (ground, oracle, best) = (self.ground, &self.oracle, &self.found.best);
        let left = self.budget.left();
        let probed = share_out(
            ranges,
            self.budget,
            |_| left,
            |range, budget| {
                let mut look = Look::new(ground, budget);
                look.oracle.clone_from(oracle);
                look.found.best.clone_from(best);
                look.probe_one(range.clone(), view, &active)
            },
        );
        let probed = ranges.iter_mut().zip(probed);
        let bounds = probed.map(|(range, (narrowed, bound))| {
            *range = narrowed;
            bound
        });
        bounds.collect()
    }

    fn probe_one(&mut self, mut range: Range, view: &View, active: &[bool]) -> (Range, Option<i64>) {
        let bound = match self.relax(&range, active, Aim::Bound) {
            Outcome::Solved(prices, average) => {
                let seen = self.view(&mut range, prices, average.groups());
                seen.map(|seen| seen.bound.min(view.bound))
            }
            Outcome::Out => None,
            Outcome::Unsolved => Some(view.bound),
        };
        (range, bound)
    }
}
