//! Good plans near the best one: what ruin makes of it (see `ruin`), and a small search of its own, among the plans that the
//! best and a relaxation leave open.
//!
//! Where both of these open as many groups at a site, that many are kept; what remains is little, and its relaxation is torn less.
//! This only looks for good answers; nothing rests on it.
//! Source: relaxation-induced neighbourhoods, Danna, Rothberg & Le Pape 2005.

use super::{AT_ONCE, Search};
use crate::bound::Range;
use crate::look::Node;
use crate::ruin::rebuild;

/// Turns of ruin for each site.
const TURNS: usize = 30;
/// Most looks of one such search.
const LOOKS: usize = 12;
/// A relaxation that is so near to a whole number of groups, in thousandths, opens that number.
const NEAR: i64 = 100;

impl Search<'_, '_> {
    /// Improves the value of what the first dive found, unless that is proven.
    pub(super) fn rebuild_best(&mut self) {
        let need = self.goal().need(self.known.best.weight);
        if self.open.iter().any(|node| node.bound >= need) {
            let turns = TURNS * self.problem.sites.len();
            self.known.best = rebuild(self.problem, self.known.best.clone(), turns, self.budget);
        }
    }

    /// Searches near the best plan and a relaxation with so many groups at each site, in thousandths.
    pub(super) fn search_near(&mut self, share: &[i64]) {
        let newest = self.open.last().map(|node| node.prices.clone());
        let bound = self.open.iter().map(|node| node.bound).max();
        let (Some(prices), Some(bound)) = (newest, bound.filter(|bound| *bound < i64::MAX)) else {
            return;
        };
        let mut open = vec![Node {
            range: self.near(share),
            prices,
            bound,
            origin: None,
        }];
        let mut looks = 0;
        while looks < LOOKS && !self.budget.is_spent() {
            let need = self.goal().need(self.known.best.weight);
            open.retain(|node| node.bound >= need);
            open.sort_by_key(|node| node.bound);
            let nodes = open.split_off(open.len().saturating_sub(AT_ONCE));
            if nodes.is_empty() {
                break;
            }
            let nodes: Vec<_> = nodes.into_iter().map(|node| (node, looks == 0)).collect();
            looks += nodes.len();
            open.extend(self.look_into(&nodes).open);
        }
    }

    /// The plans that have, at each site, as many groups as the best one, as the relaxation, or a number between.
    fn near(&self, share: &[i64]) -> Range {
        let mut range = Range::of(self.problem);
        let best = self.problem.plan_of(&self.known.best);
        let whole = |thousandths: i64| usize::try_from(thousandths.div_euclid(1000)).unwrap_or(0);
        let bounds = range.floor.iter_mut().zip(&mut range.ceil);
        for ((floor, ceil), (groups, share)) in bounds.zip(best.into_iter().zip(share)) {
            *floor = groups.min(whole(share + NEAR)).max(*floor);
            *ceil = groups.max(whole(share + 999 - NEAR)).min(*ceil);
        }
        range
    }
}
