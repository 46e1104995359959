//! Proves one level: a tree over how many groups each site opens.
//!
//! Every node is a range of plans with the prices of its parent. Walking on from them (see `ascent`) rules most ranges
//! out; in the others, sites whose opening or closing alone would do so are fixed, as is what follows from the notes that
//! must have a seat (see `cover`) and from the numbers of groups that can reach the value at all. What remains is cut up
//! (see `branch`); a range of one plan is seated exactly (see `seating`). Depth first, the likelier side first. Ends with
//! a proof, or with the budget and the best bound of what was left open.

#![expect(clippy::indexing_slicing, reason = "a kernel on positions that it hands out itself")]

use std::collections::HashSet;

use crate::ascent::{Ascent, Walk, ascend};
use crate::bound::{Level, LevelNumber, Oracle, Prices, Range};
use crate::branch;
use crate::cover;
use crate::guess;
use crate::limits::Budget;
use crate::problem::{Answer, Plan, Problem};
use crate::seating;
use crate::table::Attainable;
use crate::weight::{Weight, whole};

const ROOT_ROUNDS: u32 = 100;
/// Fresh starts of the walk at the root, as long as they help.
const ROOT_WALKS: u32 = 12;
const NODE_ROUNDS: u32 = 40;
/// Plans of each walk at the root that are seated, late ones first.
const ROOT_TRIES: usize = 8;
/// First steps at the root and below it, where prices are warm.
const ROOT_PACE: i64 = 1 << 9;
const NODE_PACE: i64 = 1 << 8;

/// What is known of a problem while its levels are proven one after another.
#[derive(Debug)]
pub(crate) struct Knowledge {
    pub best: Answer,
    /// Plans that were seated as well as can be.
    pub seated: HashSet<Plan>,
    /// The values that can be reached at all, if that is known.
    pub attainable: Option<Attainable>,
}

struct Node {
    range: Range,
    prices: Prices,
    /// In fractions of the scale; an upper bound on the range.
    bound: i64,
}

struct Search<'p, 'b> {
    problem: &'p Problem<'p>,
    level: Level,
    oracle: Oracle<'p>,
    known: &'b mut Knowledge,
    budget: &'b mut Budget,
    typical: Weight,
    dearest: Weight,
    open: Vec<Node>,
    tried: HashSet<Plan>,
    /// Prices that may be a better start than those of a parent.
    guesses: Vec<Prices>,
}

/// Improves what is known until no plan is better at this level. Returns the proven bound of the level (its own total if
/// it was proven best, `i64::MAX` if the budget ended before there was any).
pub(crate) fn prove(problem: &Problem<'_>, number: LevelNumber, known: &mut Knowledge, budget: &mut Budget) -> i64 {
    let totals = greatest(problem);
    let room = [totals.value, totals.waiting, -totals.ease]
        .into_iter()
        .max()
        .unwrap_or(0)
        .max(1);
    let level = Level {
        number,
        scale: ((1 << 55) / room).clamp(1, 1 << 16),
        fixed: known.best.weight,
    };
    let seated = whole(known.best.groups.iter().map(|(_, members)| members.len()).sum()).max(1);
    let typical = |total: i64| (total / seated).max(1);
    let dearest = |total: i64| (1 << 58) / total.max(1);
    let mut search = Search {
        problem,
        level,
        oracle: Oracle::new(problem, level),
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
        tried: HashSet::new(),
        guesses: Vec::new(),
    };
    search.run()
}

/// Totals that no answer exceeds, in size.
fn greatest(problem: &Problem<'_>) -> Weight {
    let tables = problem.sites.iter().flat_map(|site| &site.tables);
    let value = tables
        .map(|table| table.worth.iter().map(|worth| worth.abs()).max().unwrap_or(0))
        .sum();
    let notes = problem.seats.iter().map(|seats| {
        let waiting = seats.first().map_or(0, |seat| seat.weight.waiting);
        Weight {
            waiting,
            ease: seats.iter().map(|seat| seat.weight.ease).min().unwrap_or(0),
            ..Weight::default()
        }
    });
    notes.sum::<Weight>() + Weight::value(value)
}

impl Search<'_, '_> {
    fn run(&mut self) -> i64 {
        let mut range = Range::of(self.problem);
        if !self.confine(&mut range) {
            return self.achieved();
        }
        let (level, dearest) = (self.level, self.dearest);
        self.guesses = guess::prices(self.problem, level, (&self.known.best, dearest), self.budget);
        let prices = self.guesses.remove(0);
        self.open.push(Node {
            range,
            prices,
            bound: i64::MAX,
        });
        let mut rounds = ROOT_ROUNDS;
        while let Some(node) = self.open.pop() {
            if node.bound < self.need() {
                continue;
            }
            if self.budget.is_spent() {
                self.open.push(node);
                break;
            }
            self.look_into(node, rounds);
            rounds = NODE_ROUNDS;
        }
        let left = self
            .open
            .iter()
            .map(|node| node.bound)
            .filter(|bound| *bound >= self.need())
            .max();
        match left {
            None => self.achieved(),
            Some(i64::MAX) => i64::MAX,
            Some(bound) => self.stated(bound),
        }
    }

    /// What the level's total is now; more is better.
    fn achieved(&self) -> i64 {
        self.level.number.of(self.known.best.weight)
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

    /// The prices or, if that bounds the range better, one of the guesses.
    fn better_start(&mut self, range: &Range, prices: Prices) -> Prices {
        let mut best: Option<(i64, Prices)> = None;
        for start in std::iter::once(&prices).chain(&self.guesses) {
            let mut start = start.clone();
            self.drop_prices(range, &mut start);
            self.oracle.price(&start, range);
            self.budget.spend(self.problem.size() * 4);
            let bound = self.oracle.best_plan(range).map_or(i64::MIN, |(bound, _)| bound);
            if best.as_ref().is_none_or(|best| bound < best.0) {
                best = Some((bound, start));
            }
        }
        best.map_or(prices, |best| best.1)
    }

    /// Cuts off numbers of groups, and sites, that can't be part of anything better. False if nothing remains.
    fn confine(&self, range: &mut Range) -> bool {
        let values = match self.level.number {
            LevelNumber::Value => (self.achieved() + 1, i64::MAX),
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

    /// A seat that can't be had is worth nothing.
    fn drop_prices(&self, range: &Range, prices: &mut Prices) {
        for (seats, price) in self.problem.seats.iter().zip(&mut prices.notes) {
            if seats.iter().all(|seat| range.ceil[seat.site] == 0) {
                *price = 0;
            }
        }
    }

    fn walk(&mut self, range: &mut Range, prices: &Prices, rounds: u32) -> Option<Ascent> {
        let need = self.need();
        let pace = if rounds == ROOT_ROUNDS { ROOT_PACE } else { NODE_PACE };
        let Self {
            level,
            typical,
            dearest,
            ..
        } = *self;
        let walk = Walk {
            level,
            need,
            rounds,
            pace,
            typical,
            dearest,
            cheapest: -(1 << 55) / whole(prices.notes.len()).max(1),
        };
        ascend(
            &mut self.oracle,
            range,
            prices,
            &walk,
            (self.budget, self.problem.size() * 4),
        )
    }

    fn look_into(&mut self, node: Node, rounds: u32) {
        let Node {
            mut range,
            mut prices,
            bound,
        } = node;
        if !self.confine(&mut range) {
            return;
        }
        self.drop_prices(&range, &mut prices);
        let Some(ascent) = self.settle(&mut range, prices, rounds) else {
            return;
        };
        let bound = bound.min(ascent.bound);
        if bound < self.need() || !self.narrow(&mut range, &ascent) {
            return;
        }
        if range.is_one() {
            if !self.is_out(&range, self.need()) && !self.seat(&range.floor) {
                self.open.push(Node {
                    range,
                    prices: ascent.prices,
                    bound,
                });
            }
            return;
        }
        let gap = ascent.bound - self.need();
        for range in branch::sides(self.problem, &range, &ascent, gap) {
            self.open.push(Node {
                range,
                prices: ascent.prices.clone(),
                bound,
            });
        }
    }

    /// Walks, at the root again and again as long as it helps, and tries the plans met; `None` if the range is out.
    fn settle(&mut self, range: &mut Range, prices: Prices, rounds: u32) -> Option<Ascent> {
        let is_root = rounds == ROOT_ROUNDS;
        let (walks, tries) = if is_root { (ROOT_WALKS, ROOT_TRIES) } else { (1, 1) };
        // At the root, the walk from the best answer's prices comes first, since it meets good plans.
        let start = if is_root {
            prices
        } else {
            self.better_start(range, prices)
        };
        let mut found = self.walk(range, &start, rounds)?;
        for walk in 1..=walks {
            for plan in found.met.iter().rev().take(tries) {
                self.try_plan(plan);
            }
            self.try_plan(&guess::plan(self.problem, range, &found.share));
            if walk == walks {
                break;
            }
            let start = self.better_start(range, found.prices.clone());
            let before = std::mem::replace(&mut found, self.walk(range, &start, rounds)?).bound;
            if (before - found.bound) * 50 <= found.bound - self.need() {
                break;
            }
        }
        Some(found)
    }

    /// Looks for a better answer near a plan, which may open more groups than can be filled.
    fn try_plan(&mut self, plan: &Plan) {
        if self.tried.insert(plan.clone()) {
            let plan = seating::thin(self.problem, plan, self.budget);
            self.seat(&plan);
        }
    }

    /// Seats a plan as well as can be, once. False if the budget ended first.
    fn seat(&mut self, plan: &Plan) -> bool {
        if self.known.seated.contains(plan) {
            return true;
        }
        let sure = seating::seat(self.problem, plan, &mut self.known.best, self.budget);
        if sure {
            self.known.seated.insert(plan.clone());
        }
        sure
    }

    /// Fixes sites whose other choices can't matter any more. False if nothing remains.
    fn narrow(&mut self, range: &mut Range, ascent: &Ascent) -> bool {
        let need = self.need();
        self.oracle.price(&ascent.prices, range);
        for site in 0..range.floor.len() {
            let (floor, ceil, now) = (range.floor[site], range.ceil[site], ascent.plan[site]);
            if now < ceil {
                range.floor[site] = now + 1;
                if self.is_out(range, need) {
                    range.ceil[site] = now;
                }
                range.floor[site] = floor;
            }
            if floor < now {
                let ceil = std::mem::replace(&mut range.ceil[site], now - 1);
                if self.is_out(range, need) {
                    range.floor[site] = now;
                }
                range.ceil[site] = ceil;
            }
        }
        range.floor.iter().zip(&range.ceil).all(|(floor, ceil)| floor <= ceil) && self.confine(range)
    }

    fn is_out(&mut self, range: &Range, need: i64) -> bool {
        self.budget.spend(range.floor.len() * 4);
        self.oracle.best_plan(range).is_none_or(|(bound, _)| bound < need)
    }
}
