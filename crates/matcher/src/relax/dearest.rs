//! How dear anything may be.

#![expect(clippy::indexing_slicing, reason = "a kernel on positions that it hands out itself")]

use std::sync::Arc;

use super::DEAREST;
use crate::cut::Cut;
use crate::problem::Problem;
use crate::weight::whole;

/// The greatest prices whose sums still fit, whatever plan they are put on.
pub(super) struct Dearest {
    pub note: i64,
    /// For each set of a range.
    pub group: i64,
    pub value: i64,
    pub waiting: i64,
    pub cuts: Vec<i64>,
}

impl Dearest {
    /// Where a range bounds so many sets.
    pub(super) fn of(problem: &Problem<'_>, cuts: &[Arc<Cut>], bounded: usize) -> Self {
        let of = |total: i64| DEAREST / total.max(1);
        let rules = problem.rules();
        let groups = problem.notes.len() / rules.min_size.max(1);
        // A priced plan may seat somebody more than once.
        let standing = problem.sites.iter().filter(|site| site.is_standing());
        let standing: usize = standing.map(|site| site.tables[0].most()).sum();
        let seats = whole(groups * rules.max_size + standing).max(whole(problem.notes.len()));
        let longest = problem.sites.iter().flat_map(|site| &site.takers);
        let longest = longest.map(|taker| taker.waiting).max().unwrap_or(0);
        let totals = problem.greatest();
        let of_cut = |cut: &Arc<Cut>| {
            let counted = cut.sites.iter().flat_map(|site| &site.counted);
            let counted = counted.map(|count| count.abs()).max().unwrap_or(0);
            let sum = cut
                .most
                .saturating_add(seats)
                .saturating_add(counted.saturating_mul(whole(groups)));
            of(sum.saturating_mul(whole(cuts.len())))
        };
        Self {
            note: of(seats),
            group: of(whole(groups * bounded)),
            value: of(totals.value),
            waiting: of(totals.waiting.max(longest.saturating_mul(seats))),
            cuts: cuts.iter().map(of_cut).collect(),
        }
    }
}
