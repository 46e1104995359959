//! Each site's best answer to prices, and the best plan made of them.
//!
//! Under prices a site's best seats are those of its best takers, and the best sites that can all be led are chosen
//! greedily, since they form a matroid (see `leaders`). A cut changes what the sizes of a site's groups are worth, and what
//! some of its takers bring, so nothing else changes. One evaluation is a selection among all wishes.

#![expect(clippy::indexing_slicing, reason = "a kernel on positions that it hands out itself")]

use std::sync::Arc;

use crate::bound::{Excess, Level, LevelNumber, Prices, Range};
use crate::cut::Cut;
use crate::leaders::Leaders;
use crate::limits::for_each;
use crate::problem::{Plan, Problem};
use crate::weight::{Weight, whole};

use priced::{NEVER, Priced, Pricing};

/// The priced sites of a problem. `price` first, then `best_plan` as often as needed.
#[derive(Clone, Debug)]
pub(crate) struct Oracle<'p> {
    problem: &'p Problem<'p>,
    leaders: Leaders,
    level: Level,
    cuts: Vec<Arc<Cut>>,
    sites: Vec<Priced>,
    /// What doesn't depend on the plan.
    constant: i64,
    steps: Vec<(i64, usize)>,
}

impl<'p> Oracle<'p> {
    pub(crate) fn new(problem: &'p Problem<'p>, level: Level, cuts: &[Arc<Cut>]) -> Self {
        let mut oracle = Self {
            problem,
            leaders: problem.leaders.clone(),
            level,
            cuts: Vec::new(),
            sites: problem.sites.iter().map(Priced::new).collect(),
            constant: 0,
            steps: Vec::new(),
        };
        for cut in cuts {
            oracle.add(Arc::clone(cut));
        }
        oracle
    }

    /// From now on this cut has a price too.
    pub(crate) fn add(&mut self, cut: Arc<Cut>) {
        for (at, place) in cut.sites.iter().enumerate() {
            self.sites[place.site].cuts.push((self.cuts.len(), at));
        }
        self.cuts.push(cut);
    }

    /// Where a cut stands among those that have a price, if it does.
    pub(crate) fn place_of(&self, cut: &Cut) -> Option<usize> {
        self.cuts.iter().position(|known| **known == *cut)
    }

    pub(crate) fn cuts(&self) -> &[Arc<Cut>] {
        &self.cuts
    }

    /// Lets every site find its best seats under these prices, for as many groups as the range allows, on so many threads.
    pub(crate) fn price(&mut self, prices: &Prices, range: &Range, threads: usize) {
        let Level { number, fixed, .. } = self.level;
        self.constant = prices.notes.iter().sum();
        for (cut, price) in self.cuts.iter().zip(&prices.cuts) {
            self.constant += cut.most * price;
        }
        if number > LevelNumber::Value {
            self.constant -= prices.value * fixed.value;
        }
        if number > LevelNumber::Waiting {
            self.constant -= prices.waiting * fixed.waiting;
        }
        let tolls = self.tolls(prices, range);
        let pricing = Pricing {
            tolls: &tolls,
            problem: self.problem,
            level: self.level,
            cuts: &self.cuts,
            prices,
        };
        for_each(&mut self.sites, threads, |at, site| site.price(at, &pricing, range));
    }

    /// What a group at each site costs for the sets that the range bounds; empty if it bounds none.
    fn tolls(&mut self, prices: &Prices, range: &Range) -> Vec<i64> {
        if range.sets.is_empty() {
            return Vec::new();
        }
        let mut tolls = vec![0; self.problem.sites.len()];
        for (bounds, price) in range.sets.iter().zip(&prices.sets) {
            let groups = if *price > 0 { bounds.most } else { bounds.least };
            self.constant += price * whole(groups);
            for site in &*bounds.sites {
                tolls[*site] += price;
            }
        }
        tolls
    }

    /// The best plan of a range (not wider than the one priced) and its bound, in fractions of the scale; `None` if no
    /// plan in it can be led.
    pub(crate) fn best_plan(&mut self, range: &Range) -> Option<(i64, Plan)> {
        let mut plan = range.floor.clone();
        let mut total = self.constant;
        let mut groups = 0;
        self.leaders.clear();
        self.steps.clear();
        for (at, site) in self.problem.sites.iter().enumerate() {
            let (floor, ceil) = (range.floor[at], range.ceil[at]);
            let worth = &self.sites[at].worth;
            if floor > 0 {
                if worth[floor] <= NEVER || (!site.is_standing() && !(0..floor).all(|_| self.leaders.add(at))) {
                    return None;
                }
                total += worth[floor];
                groups += if site.is_standing() { 0 } else { floor };
            }
            if floor < ceil {
                push_steps(&mut self.steps, at, &worth[floor..=ceil]);
            }
        }
        // Steps that bring nothing are taken only as long as there are too few groups.
        if range.least <= groups {
            self.steps.retain(|(gain, _)| *gain > 0);
        }
        self.steps
            .sort_unstable_by(|one, other| other.0.cmp(&one.0).then(one.1.cmp(&other.1)));
        for (gain, at) in &self.steps {
            if groups >= range.most || (*gain <= 0 && groups >= range.least) {
                break;
            }
            if self.leaders.add(*at) {
                total += gain;
                plan[*at] += 1;
                groups += 1;
            }
        }
        (range.least..=range.most).contains(&groups).then_some((total, plan))
    }

    /// Who leads the groups of the best plan that was found last: site and leader's position in the pool.
    pub(crate) fn led(&self) -> Vec<(usize, usize)> {
        self.leaders.assigned()
    }

    /// Days this note has waited.
    pub(crate) fn waiting(&self, note: usize) -> i64 {
        self.problem.seats[note].first().map_or(0, |seat| seat.weight.waiting)
    }

    /// How far the priced answer to this plan breaks what was given up. Totals are those of the levels before.
    pub(crate) fn excess(&self, plan: &Plan) -> Excess {
        let mut notes = vec![-1; self.problem.notes.len()];
        let mut cuts: Vec<i64> = self.cuts.iter().map(|cut| -cut.most).collect();
        let mut totals = Weight::default() - self.level.fixed;
        let mut sits = Vec::new();
        for (at, site) in self.problem.sites.iter().enumerate() {
            let Some(table) = plan[at].checked_sub(1).map(|before| &site.tables[before]) else {
                continue;
            };
            let priced = &self.sites[at];
            let load = priced.load[plan[at]];
            totals.value += if load == 0 { 0 } else { table.at(load) };
            for taker in priced.eligible(site, plan[at]).take(load) {
                notes[priced.notes[taker].get()] += 1;
                if self.level.number > LevelNumber::Value {
                    totals += site.takers[taker].weight();
                }
            }
            if priced.cuts.is_empty() {
                continue;
            }
            sits.clear();
            sits.resize(site.takers.len(), false);
            for taker in priced.eligible(site, plan[at]).take(load) {
                sits[taker] = true;
            }
            let sizes = priced.sizes(site, plan[at], load, self.problem.rules().min_size);
            for (number, place) in &priced.cuts {
                let here = &self.cuts[*number].sites[*place];
                let counted = sizes
                    .iter()
                    .map(|size| here.counted[size - self.problem.rules().min_size]);
                let others = here.others.iter().filter(|taker| sits[**taker]);
                cuts[*number] += counted.sum::<i64>() - whole(others.count());
            }
        }
        Excess { notes, cuts, totals }
    }
}

/// What each further group brings, as steps that never rise and whose sums are nowhere below the worth.
pub(crate) fn push_steps(steps: &mut Vec<(i64, usize)>, site: usize, worth: &[i64]) {
    let mut from = 0;
    while from + 1 < worth.len() {
        let slope = |to: usize| (i128::from(worth[to] - worth[from]), i128::from(whole(to - from)));
        let steeper = |one: &usize, other: &usize| {
            let ((up, run), (other_up, other_run)) = (slope(*one), slope(*other));
            (up * other_run).cmp(&(other_up * run))
        };
        let Some(to) = (from + 1..worth.len()).max_by(steeper) else {
            return;
        };
        let (up, run) = (worth[to] - worth[from], whole(to - from));
        let step = up.div_euclid(run) + i64::from(up.rem_euclid(run) != 0);
        steps.extend(std::iter::repeat_n((step, site), to - from));
        from = to;
    }
}

mod priced;
#[cfg(test)]
mod tests;
