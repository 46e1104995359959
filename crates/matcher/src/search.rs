//! Proves one level: a tree over how many groups each site opens.
//!
//! A node is a range of plans. Its relaxation (see `relax`), sharpened by cuts (see `separate`), gives prices, and with them
//! an exact bound; sites whose other choices are ruled out by it are fixed (see `narrow`). What remains is cut in two (see
//! `branch`); a range of one plan is seated exactly (see `seating`). The range with the highest bound comes next. Ends with
//! a proof, or with the budget and the highest bound that was left open.
//!
//! Ranges that can hold an answer as good as the best, but no better one, are set aside: the next level begins there, since
//! nothing outside of them is as good at this one.

mod trials;

use std::collections::HashSet;
use std::sync::Arc;

use crate::ascent::{Walk, ascend};
use crate::bound::{Level, LevelNumber, Prices, Range};
use crate::knowledge::Knowledge;
use crate::limits::Budget;
use crate::narrow::narrow;
use crate::oracle::Oracle;
use crate::problem::{Plan, Problem};
use crate::weight::{Weight, whole};
use crate::{branch, cover, dive, relax, separate};

/// Most rounds of cuts, and how many may pass without a much better bound: at the root, below it, and in a sketch.
const ROOT: (u32, u32) = (40, 3);
const BELOW: (u32, u32) = (3, 1);
const SKETCH: (u32, u32) = (8, 1);
/// Steps of a walk before a range is relaxed: many are out already.
const FIRST_LOOK: u32 = 30;
/// Steps of a walk where there is no relaxation.
const WALK: u32 = 60;

/// A range that may hold something better.
struct Node {
    range: Range,
    /// Where to walk from if there is no relaxation.
    prices: Prices,
    /// In fractions of the scale; an upper bound on the range.
    bound: i64,
}

/// What is known of a range after looking into it.
pub(crate) struct View {
    pub prices: Prices,
    /// In fractions of the scale.
    pub bound: i64,
    /// The best plan under the prices.
    pub plan: Plan,
    /// How many groups each site opens in the relaxation, in thousandths.
    pub share: Vec<i64>,
}

pub(crate) struct Search<'p, 'b> {
    pub problem: &'p Problem<'p>,
    pub level: Level,
    pub oracle: Oracle<'p>,
    pub known: &'b mut Knowledge,
    pub budget: &'b mut Budget,
    typical: Weight,
    dearest: Weight,
    open: Vec<Node>,
    aside: Vec<(Range, i64)>,
    tried: HashSet<Plan>,
    dives: u32,
    looked: u32,
}

/// Improves what is known until no plan is better at this level. Returns the proven bound of the level (its own total if
/// it was proven best, `i64::MAX` if the budget ended before there was any).
pub(crate) fn prove(problem: &Problem<'_>, number: LevelNumber, known: &mut Knowledge, budget: &mut Budget) -> i64 {
    let mut search = Search::new(problem, number, known, budget);
    let bound = search.run();
    let least = search.least();
    let aside = std::mem::take(&mut search.aside).into_iter();
    let ranges = aside
        .filter(|(_, bound)| *bound >= least)
        .map(|(range, _)| range)
        .collect();
    let cuts = search.oracle.cuts().to_vec();
    (known.ranges, known.cuts) = (ranges, cuts);
    bound
}

/// Improves what is known of the value by one dive from the root. Returns good prices, those of the cuts in `known`
/// included.
pub(crate) fn sketch(problem: &Problem<'_>, known: &mut Knowledge, budget: &mut Budget) -> Prices {
    let mut search = Search::new(problem, LevelNumber::Value, known, budget);
    let start = search.no_prices();
    if search.budget.is_spent() {
        return start;
    }
    let mut range = Range::of(problem);
    let view = search.settle(&mut range, &start, SKETCH);
    if view.as_ref().is_some_and(|view| view.bound >= search.need()) {
        dive::dive(&mut search, &range);
    }
    let cuts = search.oracle.cuts().to_vec();
    known.cuts = cuts;
    view.map_or(start, |view| view.prices)
}

impl<'p, 'b> Search<'p, 'b> {
    fn new(problem: &'p Problem<'p>, number: LevelNumber, known: &'b mut Knowledge, budget: &'b mut Budget) -> Self {
        let totals = problem.greatest();
        let level = Level::of(problem, number, known.best.weight);
        let seated = whole(known.best.groups.iter().map(|(_, members)| members.len()).sum()).max(1);
        let typical = |total: i64| (total / seated).max(1);
        let dearest = |total: i64| (1 << 58) / total.max(1);
        Self {
            problem,
            level,
            oracle: Oracle::new(problem, level, &known.cuts),
            typical: Weight {
                value: typical(level.fixed.value),
                waiting: typical(level.fixed.waiting),
                ..level.fixed
            },
            dearest: Weight {
                value: dearest(totals.value),
                waiting: dearest(totals.waiting),
                ..level.fixed
            },
            known,
            budget,
            open: Vec::new(),
            aside: Vec::new(),
            tried: HashSet::new(),
            dives: 0,
            looked: 0,
        }
    }
}

impl Search<'_, '_> {
    fn run(&mut self) -> i64 {
        let prices = self.no_prices();
        for range in std::mem::take(&mut self.known.ranges) {
            self.open.push(Node {
                range,
                prices: prices.clone(),
                bound: i64::MAX,
            });
        }
        while let Some(node) = self.next() {
            if self.budget.is_spent() {
                self.open.push(node);
                break;
            }
            self.look_into(node);
        }
        match self.open.iter().map(|node| node.bound).max() {
            None => self.achieved(),
            Some(i64::MAX) => i64::MAX,
            Some(bound) => self.stated(bound),
        }
    }

    fn no_prices(&self) -> Prices {
        let own = |number: LevelNumber| {
            if self.level.number == number {
                self.level.scale
            } else {
                0
            }
        };
        Prices {
            notes: vec![0; self.problem.notes.len()],
            value: own(LevelNumber::Value),
            waiting: own(LevelNumber::Waiting),
            cuts: Vec::new(),
        }
    }

    /// The open range with the highest bound; sets aside or forgets those that can't be better.
    fn next(&mut self) -> Option<Node> {
        loop {
            let (at, _) = self
                .open
                .iter()
                .enumerate()
                .max_by_key(|(at, node)| (node.bound, *at))?;
            let node = self.open.swap_remove(at);
            if node.bound >= self.need() {
                return Some(node);
            }
            self.set_aside(node.range, node.bound);
        }
    }

    fn set_aside(&mut self, range: Range, bound: i64) {
        if bound >= self.least() {
            self.aside.push((range, bound));
        }
    }

    /// What the level's total is now; more is better.
    pub(crate) fn achieved(&self) -> i64 {
        self.level.number.of(self.known.best.weight)
    }

    /// The least bound that could still hide something as good.
    pub(crate) fn least(&self) -> i64 {
        self.achieved().saturating_mul(self.level.scale)
    }

    /// The least bound that could still hide something better, in fractions of the scale.
    fn need(&self) -> i64 {
        let next = self.achieved() + 1;
        let next = match &self.known.attainable {
            Some(values) if self.level.number == LevelNumber::Value => values.at_least(next),
            _ => Some(next),
        };
        next.map_or(i64::MAX, |next| next.saturating_mul(self.level.scale))
    }

    /// A bound in whole numbers that can be reached.
    fn stated(&self, bound: i64) -> i64 {
        let bound = bound.div_euclid(self.level.scale);
        match &self.known.attainable {
            Some(values) if self.level.number == LevelNumber::Value => values.at_most(bound).unwrap_or(bound),
            _ => bound,
        }
    }

    /// Cuts off numbers of groups, and sites, that can't be part of anything as good. False if nothing remains.
    pub(crate) fn confine(&self, range: &mut Range) -> bool {
        let values = match self.level.number {
            LevelNumber::Value => (self.achieved(), i64::MAX),
            _ => (self.level.fixed.value, self.level.fixed.value),
        };
        if let Some(attainable) = &self.known.attainable {
            let Some((least, most)) = attainable.groups(values.0, values.1) else {
                return false;
            };
            range.least = range.least.max(least);
            range.most = range.most.min(most);
        }
        range.least <= range.most && cover::confine(self.problem, range)
    }

    fn look_into(&mut self, node: Node) {
        let Node {
            mut range,
            prices,
            bound,
        } = node;
        self.looked += 1;
        if !self.confine(&mut range) {
            return;
        }
        if bound < i64::MAX && self.walk(&mut range, &prices, FIRST_LOOK).is_none() {
            return;
        }
        let Some(view) = self.settle(&mut range, &prices, if bound == i64::MAX { ROOT } else { BELOW }) else {
            return;
        };
        let bound = bound.min(view.bound);
        let may_help = bound >= self.need() || self.level.number < LevelNumber::Ease;
        if may_help && self.looked >= 8_u32.pow(self.dives) {
            self.dives += 1;
            dive::dive(self, &range);
        }
        if bound < self.need() {
            self.set_aside(range, bound);
            return;
        }
        if !narrow(self, &mut range, &view) {
            return;
        }
        if range.is_one() {
            if !self.seat(&range.floor) {
                self.open.push(Node {
                    range,
                    prices: view.prices,
                    bound,
                });
                self.budget.end();
            }
            return;
        }
        for (range, side) in branch::sides(self, &range, &view) {
            self.open.push(Node {
                range,
                prices: view.prices.clone(),
                bound: bound.min(side),
            });
        }
    }

    /// Relaxes a range, and cuts off what is torn as long as it helps; `None` if it holds nothing as good.
    fn settle(&mut self, range: &mut Range, start: &Prices, (rounds, patience): (u32, u32)) -> Option<View> {
        let mut best: Option<View> = None;
        let (mut first, mut stale) = (0, 0);
        for round in 0..rounds {
            let Some(relaxed) = relax::relax(
                self.problem,
                self.level,
                range,
                (self.oracle.cuts(), relax::Aim::Bound),
                self.budget,
            ) else {
                let without = || self.walk(range, start, WALK);
                return best.map_or_else(without, Some);
            };
            let view = self.view(range, relaxed.prices, relaxed.average.groups())?;
            self.try_share(range, &view.share);
            if view.bound < self.least() {
                return None;
            }
            let (bound, before) = (view.bound, best.as_ref().map_or(view.bound, |best| best.bound));
            if round == 0 {
                first = bound;
            }
            let helped = (before - bound) * 50 > first - bound;
            stale = if round == 0 || helped { 0 } else { stale + 1 };
            if best.is_none() || bound < before {
                best = Some(view);
            }
            if stale == patience || bound < self.need() || self.budget.is_spent() {
                break;
            }
            let cuts = separate::separate(self.problem, &relaxed.average);
            let known = self.oracle.cuts().len();
            for cut in cuts {
                if self.oracle.cuts().iter().all(|known| **known != cut) {
                    self.oracle.add(Arc::new(cut));
                }
            }
            if self.oracle.cuts().len() == known {
                break;
            }
        }
        best
    }

    /// What these prices say of a range; `None` if it holds nothing as good. Marks the notes that must have a seat.
    pub(crate) fn view(&mut self, range: &mut Range, prices: Prices, share: Vec<i64>) -> Option<View> {
        self.oracle.price(&prices, range);
        self.budget.spend(self.problem.size() * 4);
        let (bound, plan) = self.oracle.best_plan(range)?;
        if bound < self.least() {
            return None;
        }
        range.require(&prices, bound - self.least());
        Some(View {
            prices,
            bound,
            plan,
            share,
        })
    }

    /// Walks on from these prices.
    pub(crate) fn walk(&mut self, range: &mut Range, prices: &Prices, rounds: u32) -> Option<View> {
        let mut start = prices.clone();
        for (seats, price) in self.problem.seats.iter().zip(&mut start.notes) {
            // A seat that can't be had is worth nothing.
            if seats.iter().all(|seat| range.ceil.get(seat.site) == Some(&0)) {
                *price = 0;
            }
        }
        let walk = Walk {
            level: self.level,
            need: self.least(),
            rounds,
            patience: 5,
            typical: self.typical,
            dearest: self.dearest,
            cheapest: -(1 << 55) / whole(start.notes.len()).max(1),
        };
        ascend(
            &mut self.oracle,
            range,
            &start,
            &walk,
            (self.budget, self.problem.size() * 4),
        )
    }
}
