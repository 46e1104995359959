//! Proves one level: a tree over how many groups each site opens.
//!
//! Every node is a range of plans with the prices of its parent. Walking on from them (see `ascent`) rules most ranges
//! out; in the others, sites whose opening or closing alone would do so are fixed, and the site that the priced answers
//! agree on least is branched on. A range of one plan is seated exactly (see `seating`). Depth first, the likelier side
//! first. Ends with a proof, or with the budget and the best bound of what was left open.

#![expect(clippy::indexing_slicing, reason = "a kernel on positions that it hands out itself")]

use std::collections::HashSet;

use crate::ascent::{Ascent, Walk, ascend};
use crate::cover;
use crate::bound::{Level, LevelNumber, Oracle, Prices, Range};
use crate::limits::Budget;
use crate::problem::{Answer, Plan, Problem, Seat};
use crate::seating;
use crate::table::Attainable;
use crate::weight::{Weight, whole};

const ROOT_ROUNDS: u32 = 100;
/// Fresh starts of the walk at the root, as long as they help.
const ROOT_WALKS: u32 = 12;
const NODE_ROUNDS: u32 = 40;
/// Plans of each walk at the root that are seated, late ones first.
const ROOT_TRIES: usize = 3;
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
        let range = Range::of(self.problem);
        let prices = self.first_prices();
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
            Some(values) if self.level.number == LevelNumber::Value => {
                values.at_most(bound).unwrap_or(bound)
            }
            _ => bound,
        }
    }

    /// The best of some plain guesses: what each note is worth to the best answer so far, and what a seat is worth
    /// anywhere, with and without the levels before.
    fn first_prices(&mut self) -> Prices {
        let (scale, fixed, number) = (self.level.scale, self.level.fixed, self.level.number);
        let even = |total: i64, by: i64, dearest: i64| (scale.saturating_mul(total) / by.max(1)).clamp(0, dearest);
        let ease = if number == LevelNumber::Ease { scale } else { 0 };
        let guess = match number {
            LevelNumber::Value => (scale, 0),
            LevelNumber::Waiting => (even(fixed.waiting, fixed.value, self.dearest.value), scale),
            LevelNumber::Ease => (
                even(-fixed.ease * 2, fixed.value, self.dearest.value),
                even(-fixed.ease, fixed.waiting, self.dearest.waiting),
            ),
        };
        let plan = self.problem.plan_of(&self.known.best);
        let notes = seating::prices(self.problem, &plan, (guess.0, guess.1, ease), self.budget);
        let mut guesses = vec![Prices {
            notes,
            value: guess.0,
            waiting: guess.1,
        }];
        let bare = if number == LevelNumber::Value { scale } else { 0 };
        for value in [guess.0, bare] {
            let head = value * self.problem.rules().best_head();
            let seat = |seat: &Seat| seat.weight.waiting * guess.1 + seat.weight.ease * ease + head;
            let full = |seats: &Vec<Seat>| seats.iter().map(seat).max().unwrap_or(0).max(0);
            guesses.push(Prices {
                notes: self.problem.seats.iter().map(full).collect(),
                value,
                waiting: guess.1,
            });
        }
        let range = Range::of(self.problem);
        let oracle = &mut self.oracle;
        let bound = |prices: &Prices| {
            oracle.price(prices, &range);
            oracle.best_plan(&range).map_or(i64::MIN, |(bound, _)| bound)
        };
        let bounds: Vec<i64> = guesses.iter().map(bound).collect();
        let need = self.need();
        let at = bounds.iter().position(|bound| *bound < need).unwrap_or(0);
        guesses.swap_remove(at)
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
        let is_root = rounds == ROOT_ROUNDS;
        let mut found: Option<Ascent> = None;
        for _ in 0..if is_root { ROOT_WALKS } else { 1 } {
            let start = found.as_ref().map_or(&prices, |ascent| &ascent.prices);
            let Some(ascent) = self.walk(&mut range, &start.clone(), rounds) else {
                return;
            };
            for plan in ascent.met.iter().rev().take(if is_root { ROOT_TRIES } else { 1 }) {
                self.try_plan(plan);
            }
            let helped = found
                .as_ref()
                .is_none_or(|before| (before.bound - ascent.bound) * 50 > ascent.bound - self.need());
            found = Some(ascent);
            if !helped {
                break;
            }
        }
        let Some(ascent) = found else { return };
        let bound = bound.min(ascent.bound);
        if bound < self.need() || !self.narrow(&mut range, &ascent) {
            return;
        }
        if range.is_one() {
            if !self.seat(&range.floor) {
                self.open.push(Node {
                    range,
                    prices: ascent.prices,
                    bound,
                });
            }
            return;
        }
        self.branch(&range, &ascent, bound);
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

    /// Splits a range in two: by the number of groups in all if the priced answers don't agree on it, else at the site
    /// they agree on least.
    fn branch(&mut self, range: &Range, ascent: &Ascent, bound: i64) {
        if let Some(note) = self.scarce(range, ascent) {
            return self.branch_on_note(note, range, ascent, bound);
        }
        let (mut low, mut high) = (range.clone(), range.clone());
        let share = if let Some(share) = self.doubtful_total(range, ascent) {
            low.most = share.0;
            high.least = share.0 + 1;
            share.1
        } else {
            let doubt = |site: &usize| (ascent.share[*site].rem_euclid(1000) - 500).abs();
            let sites = (0..range.floor.len()).filter(|site| range.floor[*site] < range.ceil[*site]);
            let Some(site) = sites.min_by_key(doubt) else { return };
            let share = usize::try_from(ascent.share[site]).unwrap_or(0);
            let fewer = (share / 1000).clamp(range.floor[site], range.ceil[site] - 1);
            low.ceil[site] = fewer;
            high.floor[site] = fewer + 1;
            share % 1000
        };
        let mut sides = [low, high];
        if share < 300 {
            sides.reverse();
        }
        for range in sides {
            self.open.push(Node {
                range,
                prices: ascent.prices.clone(),
                bound,
            });
        }
    }

    /// A note with few places to sit, none of them sure, that is dear enough to matter.
    fn scarce(&self, range: &Range, ascent: &Ascent) -> Option<usize> {
        const FEW: usize = 4;
        let gap = ascent.bound - self.need();
        let open = |note: &usize| {
            let sites = || self.problem.seats[*note].iter().map(|seat| seat.site);
            let ways = sites().filter(|site| range.ceil[*site] > 0).count() + usize::from(!range.must[*note]);
            (sites().all(|site| range.floor[site] == 0) && (2..=FEW).contains(&ways)).then_some((ways, *note))
        };
        let notes = (0..range.must.len()).filter(|note| ascent.prices.notes[*note] * 2 >= gap);
        notes.filter_map(|note| open(&note)).min().map(|(_, note)| note)
    }

    /// The first site that opens of those where this note could sit, or none of them.
    fn branch_on_note(&mut self, note: usize, range: &Range, ascent: &Ascent, bound: i64) {
        let mut sites: Vec<usize> = self.problem.seats[note].iter().map(|seat| seat.site).collect();
        sites.retain(|site| range.ceil[*site] > 0);
        sites.sort_by_key(|site| std::cmp::Reverse(ascent.share[*site]));
        let mut rest = range.clone();
        let mut sides = Vec::new();
        for site in sites {
            let mut side = rest.clone();
            side.floor[site] = 1;
            sides.push(side);
            rest.ceil[site] = 0;
        }
        if !range.must[note] {
            sides.push(rest);
        }
        for range in sides.into_iter().rev() {
            self.open.push(Node {
                range,
                prices: ascent.prices.clone(),
                bound,
            });
        }
    }

    /// Where the number of new groups could be split, and how much more there are on average (in thousandths).
    fn doubtful_total(&self, range: &Range, ascent: &Ascent) -> Option<(usize, usize)> {
        let sites = self.problem.sites.iter().zip(&ascent.share);
        let total: i64 = sites
            .filter(|(site, _)| !site.is_standing())
            .map(|(_, share)| share)
            .sum();
        let total = usize::try_from(total).ok()?;
        let fits = (range.least..range.most).contains(&(total / 1000));
        (fits && (150..=850).contains(&(total % 1000))).then_some((total / 1000, total % 1000))
    }
}
