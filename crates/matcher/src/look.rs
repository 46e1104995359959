//! A look into one range of plans: what bounds it, good plans near it, and how it is cut in two.
//!
//! The range's relaxation (see `relax`), sharpened by cuts (see `separate`), gives prices, and with them an exact bound;
//! sites whose other choices are ruled out by it are fixed (see `narrow`). What remains is cut in two (see `branch`); a
//! range of one plan is seated exactly (see `seating`). A look changes nothing but itself, so that several can go on side by
//! side: what it found is told at its end.

mod probes;
mod trials;

use std::sync::Arc;

use crate::ascent::{Walk, ascend};
use crate::bound::{Level, LevelNumber, Prices, Range};
use crate::branch::{self, Origin, Past};
use crate::cut::Cut;
use crate::goal::Goal;
use crate::knowledge::Knowledge;
use crate::limits::Budget;
use crate::narrow::narrow;
use crate::oracle::Oracle;
use crate::problem::{Answer, Plan, Problem};
use crate::relax::{Aim, DEAREST, Relaxed, Terms, relax};
use crate::separate::Average;
use crate::weight::{Weight, whole};
use crate::{cover, dive, separate, sets};

/// Most rounds of cuts, and how many may pass without a much better bound.
pub(crate) type Rounds = (u32, u32);
const ROOT: Rounds = (60, 5);
const BELOW: Rounds = (3, 1);
/// Steps of a walk where there is no relaxation.
const WALK: u32 = 60;
/// A cut whose price is a smaller part of a unit is left out of the relaxation.
const TINY: i64 = 200;

/// A range that may hold something better.
pub(crate) struct Node {
    pub range: Range,
    pub prices: Prices,
    /// In fractions of the scale; an upper bound on the range. `i64::MAX` where nothing is known yet.
    pub bound: i64,
    pub origin: Option<Origin>,
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

/// What a relaxation came to.
pub(crate) enum Outcome {
    Solved(Prices, Average),
    /// The range holds nothing as good.
    Out,
    Unsolved,
}

/// What was known when a look began.
#[derive(Clone, Copy)]
pub(crate) struct Ground<'s, 'p> {
    pub problem: &'p Problem<'p>,
    pub known: &'s Knowledge,
    pub oracle: &'s Oracle<'p>,
    pub past: &'s Past,
    /// Sets of sites that can be branched on.
    pub sets: &'s [Arc<[usize]>],
    pub level: Level,
}

/// What a look found.
pub(crate) struct Found {
    pub best: Answer,
    /// Plans that were seated as well as can be, and plans that were tried out.
    pub seated: Vec<Plan>,
    pub tried: Vec<Plan>,
    /// Cuts that were not known; prices of nodes are of the known cuts, and then of these.
    pub cuts: Vec<Arc<Cut>>,
    /// How far the bound fell on the sides of branches.
    pub falls: Vec<(Origin, i64)>,
    pub open: Vec<Node>,
    /// Ranges that can hold something as good, but nothing better, with their bounds.
    pub aside: Vec<(Range, i64)>,
    /// How many groups each site opens in the relaxation, in thousandths; empty if there was none.
    pub share: Vec<i64>,
}

pub(crate) struct Look<'s, 'p> {
    pub problem: &'p Problem<'p>,
    pub goal: Goal<'s>,
    pub oracle: Oracle<'p>,
    pub past: Past,
    pub sets: &'s [Arc<[usize]>],
    pub budget: &'s mut Budget,
    ground: Ground<'s, 'p>,
    found: Found,
    walk: Walk,
}

impl<'s, 'p> Look<'s, 'p> {
    pub(crate) fn new(ground: Ground<'s, 'p>, budget: &'s mut Budget) -> Self {
        let (problem, level, known) = (ground.problem, ground.level, ground.known);
        let totals = problem.greatest();
        let seated = whole(known.best.groups.iter().map(|(_, members)| members.len()).sum()).max(1);
        let typical = |total: i64| (total / seated).max(1);
        let dearest = |total: i64| DEAREST / total.max(1);
        let fixed = level.fixed;
        Self {
            problem,
            goal: Goal::new(level, known.attainable.as_ref()),
            oracle: ground.oracle.clone(),
            past: ground.past.clone(),
            sets: ground.sets,
            budget,
            ground,
            found: Found {
                best: known.best.clone(),
                seated: Vec::new(),
                tried: Vec::new(),
                cuts: Vec::new(),
                falls: Vec::new(),
                open: Vec::new(),
                aside: Vec::new(),
                share: Vec::new(),
            },
            walk: Walk {
                level,
                need: 0,
                rounds: 0,
                patience: 5,
                typical: Weight {
                    value: typical(fixed.value),
                    waiting: typical(fixed.waiting),
                    ..fixed
                },
                dearest: Weight {
                    value: dearest(totals.value),
                    waiting: dearest(totals.waiting),
                    ..fixed
                },
                cheapest: -(1 << 55) / whole(problem.notes.len()).max(1),
                is_wide: false,
            },
        }
    }

    /// Looks into a node, and dives from it if it `dives`.
    pub(crate) fn at(mut self, node: &Node, dives: bool) -> Found {
        self.look_into(node, dives);
        self.told()
    }

    /// What was found.
    pub(crate) fn told(mut self) -> Found {
        let known = self.ground.oracle.cuts().len();
        self.found.cuts = self.oracle.cuts().iter().skip(known).cloned().collect();
        self.found
    }

    /// The least bound that could still hide something as good.
    pub(crate) fn least(&self) -> i64 {
        self.goal.least(self.found.best.weight)
    }

    /// The least bound that could still hide something better.
    pub(crate) fn need(&self) -> i64 {
        self.goal.need(self.found.best.weight)
    }

    /// Remembers how far the bound fell on a side of a branch.
    pub(crate) fn record(&mut self, origin: Origin, bound: i64) {
        self.past.record(origin, bound);
        self.found.falls.push((origin, bound));
    }

    /// Cuts off numbers of groups, and sites, that can't be part of anything as good. False if nothing remains.
    pub(crate) fn confine(&self, range: &mut Range) -> bool {
        let Some((least, most)) = self.goal.groups(self.found.best.weight) else {
            return false;
        };
        range.least = range.least.max(least);
        range.most = range.most.min(most);
        range.least <= range.most && sets::confine(range) && cover::confine(self.problem, range) && sets::confine(range)
    }

    fn look_into(&mut self, node: &Node, dives: bool) {
        let mut range = node.range.clone();
        let view = self.look_at(node, &mut range);
        if let Some(origin) = node.origin {
            let out = self.least() - 1;
            self.record(origin, view.as_ref().map_or(out, |view| view.bound));
        }
        let Some(view) = view else { return };
        self.found.share.clone_from(&view.share);
        let bound = node.bound.min(view.bound);
        if dives && (bound >= self.need() || self.goal.level.number < LevelNumber::Ease) {
            dive::dive(self, &range, &view.prices);
        }
        if bound < self.need() {
            if bound >= self.least() {
                self.found.aside.push((range, bound));
            }
        } else if narrow(self, &mut range, &view) {
            self.cut_in_two(range, view, bound);
        }
    }

    /// What a node's range holds; `None` if nothing as good.
    fn look_at(&mut self, node: &Node, range: &mut Range) -> Option<View> {
        if !self.confine(range) {
            return None;
        }
        let rounds = if node.bound == i64::MAX { ROOT } else { BELOW };
        self.settle(range, &node.prices, rounds)
    }

    /// Opens both sides of a range; seats it if it is one plan. If the limits end that, it is left open.
    fn cut_in_two(&mut self, range: Range, view: View, bound: i64) {
        if !range.is_one() {
            for (range, side, origin) in branch::sides(self, &range, &view) {
                self.found.open.push(Node {
                    range,
                    prices: view.prices.clone(),
                    bound: bound.min(side),
                    origin: Some(origin),
                });
            }
        } else if !self.seat(&range.floor) {
            self.found.open.push(Node {
                range,
                prices: view.prices,
                bound,
                origin: None,
            });
        }
    }

    /// Relaxes a range, and cuts off what is torn as long as it helps; `None` if it holds nothing as good.
    pub(crate) fn settle(&mut self, range: &mut Range, start: &Prices, (rounds, patience): Rounds) -> Option<View> {
        let mut best: Option<View> = None;
        let (mut first, mut stale) = (0, 0);
        let mut active = self.active(start);
        for round in 0..rounds {
            let (prices, average) = match self.relax(range, &active, Aim::Bound) {
                Outcome::Solved(prices, average) => (prices, average),
                Outcome::Out => return None,
                Outcome::Unsolved => {
                    let without = || self.walk(range, start, WALK);
                    return best.map_or_else(without, Some);
                }
            };
            let view = self.view(range, prices, average.groups())?;
            active = self.active(&view.prices);
            self.try_share(range, &view.share);
            if view.bound < self.least() {
                return None;
            }
            let (bound, before) = (view.bound, best.as_ref().map_or(view.bound, |best| best.bound));
            if round == 0 {
                first = bound;
            }
            let helped = i128::from(before - bound) * 50 > i128::from(first - bound);
            stale = if round == 0 || helped { 0 } else { stale + 1 };
            if best.is_none() || bound < before {
                best = Some(view);
            }
            if stale == patience || bound < self.need() || self.budget.is_spent() {
                break;
            }
            if !self.add(separate::separate(self.problem, &average), &mut active) {
                break;
            }
        }
        best
    }

    /// Makes cuts known and active. False if they were before.
    fn add(&mut self, cuts: Vec<Cut>, active: &mut Vec<bool>) -> bool {
        let mut is_new = false;
        for cut in cuts {
            let known = self.oracle.place_of(&cut);
            if let Some(active) = known.and_then(|known| active.get_mut(known)) {
                is_new |= !std::mem::replace(active, true);
            } else {
                self.oracle.add(Arc::new(cut));
                active.push(true);
                is_new = true;
            }
        }
        is_new
    }

    /// The cuts that have a price worth telling; all, if none of them has been priced.
    pub(crate) fn active(&self, prices: &Prices) -> Vec<bool> {
        let tiny = self.goal.level.scale / TINY;
        let unknown = if prices.cuts.is_empty() { i64::MAX } else { 0 };
        let price = |at: usize| prices.cuts.get(at).copied().unwrap_or(unknown);
        (0..self.oracle.cuts().len()).map(|at| price(at) > tiny).collect()
    }

    /// Relaxes a range once.
    pub(crate) fn relax(&mut self, range: &Range, active: &[bool], aim: Aim) -> Outcome {
        let terms = Terms {
            cuts: self.oracle.cuts(),
            active,
            aim,
        };
        match relax(self.problem, self.goal.level, range, terms, self.budget) {
            Some(Relaxed::Best { prices, average }) => Outcome::Solved(prices, average),
            Some(Relaxed::Impossible { prices }) => {
                self.oracle.price(&prices, range, 1);
                let best = self.oracle.best_plan(range);
                if best.is_none_or(|(bound, _)| bound < self.least()) {
                    Outcome::Out
                } else {
                    Outcome::Unsolved
                }
            }
            None => Outcome::Unsolved,
        }
    }

    /// What these prices say of a range; `None` if it holds nothing as good. Marks the notes that must have a seat.
    pub(crate) fn view(&mut self, range: &mut Range, prices: Prices, share: Vec<i64>) -> Option<View> {
        self.oracle.price(&prices, range, 1);
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
    fn walk(&mut self, range: &mut Range, prices: &Prices, rounds: u32) -> Option<View> {
        let mut start = prices.clone();
        for (seats, price) in self.problem.seats.iter().zip(&mut start.notes) {
            // A seat that can't be had is worth nothing.
            if seats.iter().all(|seat| range.ceil.get(seat.site) == Some(&0)) {
                *price = 0;
            }
        }
        let walk = Walk {
            need: self.least(),
            rounds,
            ..self.walk
        };
        let cost = (&mut *self.budget, self.problem.size() * 4);
        ascend(&mut self.oracle, range, &start, &walk, cost)
    }
}
