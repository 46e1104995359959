//! Finds good prices: steps against the excess, until a range of plans is out or nothing improves.
//!
//! Subgradient steps of Polyak's length towards the total that is still of interest, along an average of the excesses so
//! far (Camerini, Fratta & Maffioli 1975). Where it goes is only a matter of speed: every bound is `oracle`'s, exact.
//! Integers throughout, so that every machine walks the same way.

#![expect(clippy::indexing_slicing, reason = "a kernel on positions that it hands out itself")]

use crate::bound::{Level, LevelNumber, Prices, Range};
use crate::limits::Budget;
use crate::look::View;
use crate::oracle::Oracle;
use crate::problem::Plan;
use crate::weight::{Weight, whole};

/// Fractions in which directions are averaged.
const FINE: i64 = 1 << 10;
/// Fractions in which the length of a step is kept.
const STEP: u32 = 24;
/// How long the first step is, in fractions (`1 << 20`) of what would reach the need if the bound were straight.
const PACE: i128 = 1 << 18;
/// Steps shorter than this lead nowhere.
const SHORTEST: i128 = 1 << 6;
/// A cut counts seats, some for each group: its excess is walked in steps of so many.
const CUT: i64 = 4;
/// Hundredths of a direction that are kept in the next.
const KEEP: i64 = 60;

/// What a walk needs to know besides its start.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Walk {
    pub level: Level,
    /// Bounds below this (in fractions of the scale) rule a range out.
    pub need: i64,
    pub rounds: u32,
    /// Steps without a better bound before they are shortened.
    pub patience: u32,
    /// A typical seat's value and waiting days, to walk in even steps.
    pub typical: Weight,
    /// The least price of a note that must be seated, which may be negative.
    pub cheapest: i64,
    /// The greatest price of a unit of value and of a day that can't overflow.
    pub dearest: Weight,
    /// Whether there are so many sites that all threads price them.
    pub is_wide: bool,
}

/// The direction of the walk: averaged excess in fractions of `FINE`, totals in typical seats.
struct Direction {
    notes: Vec<i64>,
    cuts: Vec<i64>,
    value: i64,
    waiting: i64,
}

/// Walks from these prices; `None` if the range holds nothing of interest. Marks the notes that must have a seat in
/// whatever is; their prices may be negative, since they are seated exactly once.
pub(crate) fn ascend(
    oracle: &mut Oracle<'_>,
    range: &mut Range,
    start: &Prices,
    walk: &Walk,
    (budget, cost): (&mut Budget, usize),
) -> Option<View> {
    let mut prices = start.clone();
    prices.cuts.resize(oracle.cuts().len(), 0);
    let mut best: Option<View> = None;
    let mut direction = Direction::of(&prices);
    let (mut pace, mut stale) = (PACE, 0);
    for round in 0..walk.rounds.max(1) {
        oracle.price(&prices, range, if walk.is_wide { budget.threads() } else { 1 });
        let (bound, plan) = oracle.best_plan(range)?;
        budget.spend(cost);
        if bound < walk.need {
            return None;
        }
        range.require(&prices, bound - walk.need);
        direction.turn(oracle, &plan, &prices, (walk, round == 0));
        let before = best.as_ref().map_or(i64::MAX, |best| best.bound);
        if bound <= before {
            best = Some(View::of_walk(prices.clone(), bound, plan));
        }
        stale = if bound < before { 0 } else { stale + 1 };
        if stale >= walk.patience {
            (stale, pace) = (0, pace * 7 / 10);
            if let Some(best) = &best {
                prices = best.prices.clone();
            }
        }
        let goal = bound.min(before) - walk.need + walk.level.scale / 2 + 1;
        let length = (i128::from(goal) * pace) >> 20;
        let is_over = budget.is_spent() || pace < SHORTEST;
        if is_over || !direction.step(oracle, &mut prices, (length, &range.must), walk) {
            break;
        }
    }
    best
}

impl View {
    /// What a walk saw: its plan takes the place of a relaxation's groups.
    fn of_walk(prices: Prices, bound: i64, plan: Plan) -> Self {
        Self {
            prices,
            bound,
            share: plan.iter().map(|groups| whole(*groups) * 1000).collect(),
            plan,
        }
    }
}

impl Direction {
    /// No direction yet.
    fn of(prices: &Prices) -> Self {
        Self {
            notes: vec![0; prices.notes.len()],
            cuts: vec![0; prices.cuts.len()],
            value: 0,
            waiting: 0,
        }
    }

    /// Blends in the excess of a plan. A total's price moves together with the prices of the notes that have one (a
    /// typical seat's worth, or their days), so that its part is only what the seats don't explain.
    fn turn(&mut self, oracle: &Oracle<'_>, plan: &Plan, prices: &Prices, (walk, first): (&Walk, bool)) {
        let excess = oracle.excess(plan);
        let keep = if first { 0 } else { KEEP };
        let mix = |old: i64, new: i64| (old * keep + new * (100 - keep)) / 100;
        let counts_days = walk.level.number > LevelNumber::Waiting;
        let (mut seats, mut days) = (0, 0);
        for (note, (old, new)) in self.notes.iter_mut().zip(&excess.notes).enumerate() {
            *old = mix(*old, new * FINE);
            if prices.notes[note] > 0 {
                seats += new;
                days += if counts_days { new * oracle.waiting(note) } else { 0 };
            }
        }
        for (old, new) in self.cuts.iter_mut().zip(&excess.cuts) {
            *old = mix(*old, new * FINE / CUT);
        }
        if walk.level.number > LevelNumber::Value {
            let over = excess.totals.value - seats * walk.typical.value;
            self.value = mix(self.value, over * FINE / walk.typical.value);
        }
        if counts_days {
            let over = excess.totals.waiting - days;
            self.waiting = mix(self.waiting, over * FINE / walk.typical.waiting);
        }
    }

    /// Moves the prices so that the bound would fall by `goal` if it were straight; false if there is nowhere to go.
    fn step(&self, oracle: &Oracle<'_>, prices: &mut Prices, (goal, must): (i128, &[bool]), walk: &Walk) -> bool {
        let free = self
            .notes
            .iter()
            .zip(&prices.notes)
            .zip(must)
            .filter(|((part, price), must)| **part > 0 || **price > 0 || **must);
        let cuts = self.cuts.iter().zip(&prices.cuts);
        let cuts = cuts.filter(|(part, price)| **part > 0 || **price > 0);
        let free = free
            .map(|((part, _), _)| part)
            .chain(cuts.map(|(part, _)| part))
            .chain([&self.value, &self.waiting]);
        let norm: i128 = free.map(|part| i128::from(*part) * i128::from(*part)).sum();
        if norm == 0 {
            return false;
        }
        let length = ((goal * i128::from(FINE)) << STEP) / norm;
        let part = |part: i64| i64::try_from((length * i128::from(part)) >> STEP).unwrap_or(0);
        let value = (prices.value - part(self.value) / walk.typical.value).clamp(0, walk.dearest.value) - prices.value;
        let day = (prices.waiting - part(self.waiting) / walk.typical.waiting).clamp(0, walk.dearest.waiting)
            - prices.waiting;
        let moves = [
            walk.level.number > LevelNumber::Value,
            walk.level.number > LevelNumber::Waiting,
        ];
        let value = if moves[0] { value } else { 0 };
        let day = if moves[1] { day } else { 0 };
        for (note, price) in prices.notes.iter_mut().enumerate() {
            let along = if *price > 0 && (value, day) != (0, 0) {
                value * walk.typical.value + day * oracle.waiting(note)
            } else {
                0
            };
            let least = if must[note] { walk.cheapest } else { 0 };
            *price = (*price + part(self.notes[note]) + along).max(least);
        }
        for (price, move_by) in prices.cuts.iter_mut().zip(&self.cuts) {
            *price = (*price + part(*move_by) / CUT).max(0);
        }
        prices.value += value;
        prices.waiting += day;
        true
    }
}
