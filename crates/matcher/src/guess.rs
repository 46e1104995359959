//! Where to start: prices before any walk, and a plan after one.
//!
//! Guesses only steer; what is stated rests on `bound` and `seating`. Prices come from the best answer so far (one
//! transport) and from what a seat is worth anywhere: with a full group's share for each, or with what the last seat of a
//! group of some size adds, which is right where the number of groups is fixed. The plan opens the sites that the priced
//! answers opened most often, a sort.

#![expect(clippy::indexing_slicing, reason = "a kernel on positions that it hands out itself")]

use crate::bound::{Level, LevelNumber, Prices, Range};
use crate::limits::Budget;
use crate::problem::{Answer, Plan, Problem, Seat};
use crate::seating;
use crate::weight::{Weight, whole};

/// What each note is worth to the best answer so far, then what a seat is worth anywhere, with and without the levels
/// before.
pub(crate) fn prices(
    problem: &Problem<'_>,
    level: Level,
    (best, dearest): (&Answer, Weight),
    budget: &mut Budget,
) -> Vec<Prices> {
    let Level { number, scale, fixed } = level;
    let even = |total: i64, by: i64, dearest: i64| (scale.saturating_mul(total) / by.max(1)).clamp(0, dearest);
    let ease = if number == LevelNumber::Ease { scale } else { 0 };
    let (value, waiting) = match number {
        LevelNumber::Value => (scale, 0),
        LevelNumber::Waiting => (even(fixed.waiting, fixed.value, dearest.value), scale),
        LevelNumber::Ease => (
            even(-fixed.ease * 2, fixed.value, dearest.value),
            even(-fixed.ease, fixed.waiting, dearest.waiting),
        ),
    };
    let plan = problem.plan_of(best);
    let notes = seating::prices(problem, &plan, (value, waiting, ease), budget);
    let mut guesses = vec![Prices { notes, value, waiting }];
    let bare = if number == LevelNumber::Value { scale } else { 0 };
    for value in [value, bare] {
        for head in problem.rules().heads() {
            let seat = |seat: &Seat| seat.weight.waiting * waiting + seat.weight.ease * ease + value * head;
            let full = |seats: &Vec<Seat>| seats.iter().map(seat).max().unwrap_or(0).max(0);
            let notes = problem.seats.iter().map(full).collect();
            guesses.push(Prices { notes, value, waiting });
        }
        if value == bare {
            break;
        }
    }
    guesses
}

/// The sites of a range that opened most often (on average, in thousandths), as far as they can be led.
pub(crate) fn plan(problem: &Problem<'_>, range: &Range, share: &[i64]) -> Plan {
    let mut plan = range.floor.clone();
    let mut leaders = problem.leaders.clone();
    let new: Vec<usize> = (0..plan.len())
        .filter(|site| !problem.sites[*site].is_standing())
        .collect();
    for site in &new {
        (0..plan[*site]).for_each(|_| _ = leaders.add(*site));
    }
    let total = new.iter().map(|site| share[*site]).sum::<i64>() + 500;
    let total = usize::try_from(total / 1000)
        .unwrap_or(0)
        .max(range.least)
        .min(range.most);
    let mut left = total.saturating_sub(new.iter().map(|site| plan[*site]).sum());
    let mut steps: Vec<(i64, usize)> = Vec::new();
    for site in new {
        let further = range.floor[site]..range.ceil[site];
        steps.extend(further.map(|groups| (share[site] - whole(groups) * 1000, site)));
    }
    steps.sort_by_key(|(share, site)| (-share, *site));
    for (_, site) in steps {
        if left > 0 && leaders.add(site) {
            plan[site] += 1;
            left -= 1;
        }
    }
    plan
}
