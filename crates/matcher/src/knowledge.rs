//! What is known of a problem while its levels are proven one after another.

use std::{collections::HashSet, sync::Arc};

use crate::bound::Range;
use crate::cut::Cut;
use crate::limits::Budget;
use crate::problem::{Answer, Plan, Problem, Site};
use crate::seating;
use crate::table::Attainable;

/// The best so far, and where to look on.
#[derive(Debug)]
pub(crate) struct Knowledge {
    pub best: Answer,
    /// Plans that were seated as well as can be.
    pub seated: HashSet<Plan>,
    /// Plans that were tried out, seated or not.
    pub tried: HashSet<Plan>,
    /// The values that can be reached at all, if that is known.
    pub attainable: Option<Attainable>,
    /// Ranges outside of which no plan but the seated ones is as good at the levels that are proven.
    pub ranges: Vec<Range>,
    /// Cuts that were found so far.
    pub cuts: Vec<Arc<Cut>>,
}

impl Knowledge {
    /// A first answer, its groups seated as well as can be.
    pub(crate) fn of(problem: &Problem<'_>, best: Answer, budget: &mut Budget) -> Self {
        let new_groups = problem
            .sites
            .iter()
            .filter(|site| !site.is_standing())
            .map(Site::most)
            .sum();
        // What tolls and gains add up to is not known.
        let is_plain = |site: &Site| !site.is_standing() && site.takers.iter().all(|taker| taker.toll == 0);
        let attainable = problem
            .sites
            .iter()
            .all(is_plain)
            .then(|| Attainable::of(problem.rules(), new_groups, problem.notes.len()));
        let mut known = Self {
            best,
            seated: HashSet::new(),
            tried: HashSet::new(),
            attainable: attainable.flatten(),
            ranges: vec![Range::of(problem)],
            cuts: Vec::new(),
        };
        let plan = problem.plan_of(&known.best);
        if seating::seat(problem, &plan, &mut known.best, budget) {
            known.seated.insert(plan);
        }
        known
    }
}
