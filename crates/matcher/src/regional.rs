//! Parts too large to be proven at once, such as a country that groups on the telephone make one.
//!
//! Prices of seats are found for the whole (see `ascent`). At these, people whom several districts share pay a toll
//! wherever they sit, so that districts can be bounded and solved one by one: `Σ tolls + Σ best of each district` bounds
//! the whole, whatever the tolls, since nobody sits twice. The districts' groups are put together, and then districts,
//! cut in other ways, are solved again, each with all others as they are, as long as the steps last.
//!
//! Districts are independent of each other, so threads share them out; what comes of it does not depend on how many there
//! are. Source: Lagrangian decomposition (Guignard & Kim 1987); large neighbourhood search (Shaw 1998).

#![expect(clippy::indexing_slicing, reason = "a kernel on positions that it hands out itself")]

use crate::ascent::{Walk, ascend};
use crate::bound::{Level, LevelNumber, Prices, Range};
use crate::district::{Map, map};
use crate::greedy::first_answer;
use crate::limits::{Budget, share_out};
use crate::oracle::Oracle;
use crate::patchwork::{Patchwork, Window};
use crate::problem::{Answer, Problem};
use crate::search::{Knowledge, prove};
use crate::seating;
use crate::weight::{Weight, whole};

/// Wishes of a district.
const WISHES: usize = 2_500;
/// Steps of the walk to prices.
const WALK: u32 = 300;
/// How often the whole is cut into districts again.
const ROUNDS: usize = 3;
/// Districts that are solved at a time, each with the others as they were before.
const AT_ONCE: usize = 8;

/// A good answer, and a bound on the value if there is one.
pub(crate) fn solve(problem: &Problem<'_>, budget: &mut Budget) -> (Answer, Option<i64>) {
    let level = Level::of(problem, LevelNumber::Value, Weight::default());
    let greedy = first_answer(problem);
    let prices = walk(problem, level, &greedy, budget);
    let Map { districts, hubs } = map(problem, WISHES, 0);
    let toll = tolls(problem, level, &prices, &districts);
    let part = budget.left() / 2;
    let windows: Vec<Window<'_>> = districts.iter().map(|sites| Window::with_tolls(problem, sites, &toll)).collect();
    let solved = share_out(&windows, budget, part, |window, budget| {
        let mut known = Knowledge::of(&window.problem, first_answer(&window.problem), budget);
        let bound = prove(&window.problem, LevelNumber::Value, &mut known, budget);
        (known.best, bound)
    });
    let mut bound = toll.iter().sum::<i64>() + bound_of_hubs(problem, &hubs, &toll, level);
    let mut work = Patchwork::new(problem);
    for (window, (answer, of_district)) in windows.iter().zip(solved) {
        bound = bound.saturating_add(of_district);
        work.lay(window, &answer);
    }
    let mut better = Patchwork::new(problem);
    better.lay(&Window::all(problem), &greedy);
    if work.weight() < better.weight() {
        work = better;
    }
    improve(problem, &mut work, &hubs, budget);
    (work.answer(), (bound < i64::MAX).then_some(bound))
}

fn walk(problem: &Problem<'_>, level: Level, known: &Answer, budget: &mut Budget) -> Prices {
    let rules = problem.rules();
    let sizes = (rules.min_size..=rules.max_size).zip(&rules.size_value);
    let head = sizes.map(|(size, worth)| worth / whole(size)).max().unwrap_or(0);
    let start = Prices {
        notes: vec![head * level.scale / 2; problem.notes.len()],
        value: level.scale,
        waiting: 0,
        cuts: Vec::new(),
    };
    let walk = Walk {
        level,
        need: known.weight.value * level.scale,
        rounds: WALK,
        typical: Weight { value: 1, waiting: 1, ..Weight::default() },
        dearest: Weight::value(level.scale),
        cheapest: 0,
    };
    let mut oracle = Oracle::new(problem, level, &[]);
    let cost = (budget, problem.size() * 4);
    ascend(&mut oracle, &mut Range::of(problem), &start, &walk, cost).map_or(start, |view| view.prices)
}

/// What a seat costs those whom more than one district, or a hub, can seat; nothing for all others.
fn tolls(problem: &Problem<'_>, level: Level, prices: &Prices, districts: &[Vec<usize>]) -> Vec<i64> {
    let mut district_of = vec![None; problem.sites.len()];
    for (number, sites) in districts.iter().enumerate() {
        sites.iter().for_each(|site| district_of[*site] = Some(number));
    }
    let notes = problem.seats.iter().zip(&prices.notes).map(|(seats, price)| {
        let home = seats.first().and_then(|seat| district_of[seat.site]);
        let is_at_home = home.is_some() && seats.iter().all(|seat| district_of[seat.site] == home);
        if is_at_home { 0 } else { price.max(&0) / level.scale }
    });
    notes.collect()
}

/// Hubs are bounded by what each takes best at these tolls.
fn bound_of_hubs(problem: &Problem<'_>, hubs: &[usize], toll: &[i64], level: Level) -> i64 {
    let window = Window::with_tolls(problem, hubs, toll);
    let range = Range::of(&window.problem);
    let mut oracle = Oracle::new(&window.problem, level, &[]);
    let prices = Prices {
        notes: vec![0; window.problem.notes.len()],
        value: level.scale,
        waiting: 0,
        cuts: Vec::new(),
    };
    oracle.price(&prices, &range);
    oracle.best_plan(&range).map_or(0, |(bound, _)| bound.div_euclid(level.scale) + 1)
}

/// Solves district by district anew, with all others as they are.
fn improve(problem: &Problem<'_>, work: &mut Patchwork<'_>, hubs: &[usize], budget: &mut Budget) {
    for round in 0..ROUNDS {
        let hub_window = Window::around(problem, hubs, work);
        let mut best = first_answer(&hub_window.problem);
        let plan = hub_window.problem.plan_of(&best);
        seating::seat(&hub_window.problem, &plan, &mut best, budget);
        work.relay(&hub_window, &best);
        let start = (2 * round + 1) * problem.sites.len() / (2 * ROUNDS);
        let districts = map(problem, WISHES, start).districts;
        let batches = districts.len().div_ceil(AT_ONCE);
        for batch in 0..batches {
            // Neighbours have neighbouring numbers: those solved at a time lie apart.
            let sites = (0..AT_ONCE).filter_map(|nth| districts.get(nth * batches + batch));
            let windows: Vec<Window<'_>> = sites.map(|sites| Window::around(problem, sites, work)).collect();
            let part = budget.left() / whole_u64((ROUNDS - round) * batches - batch);
            let solved = share_out(&windows, budget, part, |window, budget| {
                let mut known = Knowledge::of(&window.problem, window.known.clone(), budget);
                prove(&window.problem, LevelNumber::Value, &mut known, budget);
                known.best
            });
            for (window, answer) in windows.iter().zip(solved) {
                work.relay(window, &answer);
            }
        }
    }
}

fn whole_u64(count: usize) -> u64 {
    u64::try_from(count).unwrap_or(u64::MAX).max(1)
}
