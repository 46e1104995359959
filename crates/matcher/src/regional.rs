//! Parts too large to be proven at once, such as a country that groups on the telephone make one.
//!
//! Prices of seats are found for the whole (see `ascend`). At these, people whom several districts share pay a toll wherever
//! they sit, so that districts can be relaxed one by one. What they find of prices and cuts is put together, and a walk from
//! there bounds the whole; then districts with other borders are relaxed at better prices, and so on.
//!
//! The districts' groups are put together too, and small windows are solved again, each with all others as they are and a
//! toll on every seat, so that whom others are waiting for is left to them. From these, `ruin` finds better ones, on the
//! whole at once, while the bound is sharpened beside it. Last, windows are seated as well as their groups allow.
//!
//! Pieces that are solved at a time are independent of each other, so threads share them out; what comes of it does not
//! depend on how many there are. Source: Lagrangian decomposition (Guignard & Kim 1987); large neighbourhood search
//! (Shaw 1998).

use crate::district::map;
use crate::dual::{District, Dual};
use crate::greedy::first_answer;
use crate::knowledge::Knowledge;
use crate::limits::{Budget, beside, by_size, share_out};
use crate::patchwork::{Patchwork, Window};
use crate::problem::{Answer, Problem};
use crate::ruin::rebuild;
use crate::search::{Sketch, sketch};
use crate::seating::seat;

/// Steps of a walk from one map of districts to the next.
const WALK: u32 = 800;
/// Steps of the last walk.
const LAST_WALK: u32 = 1000;
/// How many maps of districts are relaxed one after another.
const MAPS: usize = 4;
/// The part of its price that every seat costs in windows: one in so many.
const DEAR: i64 = 2;
/// The part of the steps that all windows may take: one in so many.
const PART: u64 = 4;
/// Turns of ruin for each site.
const TURNS: usize = 50;
/// Steps that a large part may take: each window gets its share, and more make windows slower than they make them better.
const STEPS: u64 = 20_000_000_000;
/// Windows that are solved at a time, each with the others as they were before.
const AT_ONCE: usize = 8;

/// How finely large parts are cut: in wishes.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Grain {
    /// Parts with more wishes, people and places than this are cut at all.
    pub large: usize,
    /// A site that more notes want is a hub.
    pub hub: usize,
    /// Of a district, which gives prices and cuts.
    pub district: usize,
    /// Of a window, which is solved with all others as they are.
    pub window: usize,
}

impl Default for Grain {
    fn default() -> Self {
        Self {
            large: 25_000,
            hub: 300,
            district: 1500,
            window: 1500,
        }
    }
}

/// A good answer, and a bound on the value.
pub(crate) fn solve(problem: &Problem<'_>, grain: Grain, budget: &mut Budget) -> (Answer, i64) {
    budget.within(STEPS, |budget| solve_within(problem, grain, budget))
}

fn solve_within(problem: &Problem<'_>, grain: Grain, budget: &mut Budget) -> (Answer, i64) {
    let districts = |nth: usize| map(problem, (grain.district, grain.hub), nth * problem.sites.len() / MAPS);
    let mut dual = Dual::new(problem);
    let mut answer = first_answer(problem);
    dual.walk(&answer, WALK, budget);
    let relaxed = dual.relax(&districts(0), budget);
    let gathered = gather(problem, (&dual, &relaxed), grain, budget);
    if gathered.weight > answer.weight {
        answer = gathered;
    }
    let known = answer.clone();
    let sharpen = |budget: &mut Budget| {
        for nth in 1..MAPS {
            dual.walk(&known, WALK, budget);
            dual.relax(&districts(nth), budget);
        }
        dual.walk(&known, LAST_WALK, budget);
    };
    let turns = TURNS * problem.sites.len();
    beside(budget, sharpen, |budget| {
        answer = rebuild(problem, known.clone(), turns, budget);
    });
    (settle(problem, &answer, grain, budget), dual.bound())
}

/// The answers of districts, made better window by window.
fn gather(
    problem: &Problem<'_>,
    (dual, districts): (&Dual<'_, '_>, &[District<'_>]),
    grain: Grain,
    budget: &mut Budget,
) -> Answer {
    let parts: Vec<i64> = dual.prices().map(|price| price / DEAR).collect();
    let dear = problem.at_tolls(&parts);
    let mut work = Patchwork::new(&dear);
    for district in districts {
        work.lay(&district.window, &district.known.best);
    }
    improve(&dear, &mut work, grain, budget, |window, budget| {
        let mut known = Knowledge::of(&window.problem, window.known.clone(), budget);
        sketch(&window.problem, &mut known, Sketch::Groups, budget);
        known.best
    });
    work.at(problem).answer()
}

/// The same groups with the best who can sit there, as far as windows tell.
fn settle(problem: &Problem<'_>, answer: &Answer, grain: Grain, budget: &mut Budget) -> Answer {
    let mut work = Patchwork::of(problem, answer);
    improve(problem, &mut work, grain, budget, |window, budget| {
        let mut best = window.known.clone();
        seat(
            &window.problem,
            &window.problem.plan_of(&window.known),
            &mut best,
            budget,
        );
        best
    });
    work.answer()
}

/// Cuts a problem into windows and solves each anew, with all others as they are.
fn improve<'a>(
    problem: &Problem<'a>,
    work: &mut Patchwork<'_, 'a>,
    grain: Grain,
    budget: &mut Budget,
    solve: impl Fn(&Window<'a>, &mut Budget) -> Answer + Sync,
) {
    let districts = map(problem, (grain.window, grain.hub), problem.sites.len() / 2);
    let batches = districts.len().div_ceil(AT_ONCE);
    let part = budget.left() / PART / u64::try_from(batches).unwrap_or(u64::MAX).max(1);
    for batch in 0..batches {
        // Neighbours have neighbouring numbers: those solved at a time lie apart.
        let sites = (0..AT_ONCE).filter_map(|nth| districts.get(nth * batches + batch));
        let windows: Vec<Window<'_>> = sites.map(|sites| Window::around(problem, sites, work)).collect();
        let part = by_size(&windows, part, |window: &Window<'_>| window.problem.size());
        let solved = share_out(&windows, budget, part, &solve);
        for (window, answer) in windows.iter().zip(solved) {
            work.relay(window, &answer);
        }
    }
}
