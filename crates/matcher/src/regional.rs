//! Parts too large to be proven at once, such as a country that groups on the telephone make one.
//!
//! Prices of seats are found for the whole (see `ascent`). At these, people whom several districts share pay a toll
//! wherever they sit, so that districts can be relaxed and solved one by one. What they find of prices and cuts is put
//! together, and a last walk from there bounds the whole. The districts' groups are put together, and then districts,
//! cut in other ways, are solved again, each with all others as they are, as long as the steps last.
//!
//! Districts are independent of each other, so threads share them out; what comes of it does not depend on how many there
//! are. Source: Lagrangian decomposition (Guignard & Kim 1987); large neighbourhood search (Shaw 1998).

#![expect(clippy::indexing_slicing, reason = "a kernel on positions that it hands out itself")]

use crate::ascent::{Walk, ascend};
use std::{collections::BTreeMap, sync::Arc};

use crate::bound::{Level, LevelNumber, Prices, Range};
use crate::cut::Cut;
use crate::district::{Map, map};
use crate::greedy::first_answer;
use crate::knowledge::Knowledge;
use crate::limits::{Budget, share_out};
use crate::oracle::Oracle;
use crate::patchwork::{Patchwork, Window};
use crate::problem::{Answer, Problem};
use crate::search::{View, sketch};
use crate::seating;
use crate::weight::{Weight, whole};

/// Wishes of a district.
const WISHES: usize = 9_000;
/// Steps of the walk to prices.
const WALK: u32 = 2000;
/// How often the whole is cut into districts again.
const ROUNDS: usize = 3;
/// Districts that are solved at a time, each with the others as they were before.
const AT_ONCE: usize = 8;

/// A good answer, and a bound on the value if there is one.
pub(crate) fn solve(problem: &Problem<'_>, budget: &mut Budget) -> (Answer, Option<i64>) {
    let level = Level::of(problem, LevelNumber::Value, Weight::default());
    let greedy = first_answer(problem);
    let known = greedy.weight.value * level.scale;
    let first = walk(problem, level, &[], (half_prices(problem, level), known), budget);
    let prices = first.prices;
    let Map { districts, hubs } = map(problem, WISHES, 0);
    let toll = tolls(problem, level, &prices, &districts);
    let home = homes(problem, level, &prices, &districts);
    let windows: Vec<Window<'_>> = districts
        .iter()
        .enumerate()
        .map(|(number, sites)| Window::with_tolls(problem, sites, &toll, |leader| home.get(&leader) == Some(&number)))
        .collect();
    let part = budget.left() / 3;
    let sketches = share_out(&windows, budget, part, |window, budget| {
        let mut known = Knowledge::of(&window.problem, first_answer(&window.problem), budget);
        let prices = sketch(&window.problem, &mut known, budget);
        (known, prices)
    });
    let (cuts, start) = together(problem, level, (&windows, &sketches), (&prices, &toll));
    let work = land(problem, (&windows, &sketches), (&greedy, &hubs, &prices, level), budget);
    let known = work.weight().value * level.scale;
    let bound = walk(problem, level, &cuts, (start, known), budget)
        .bound
        .min(first.bound);
    (work.answer(), Some(bound.div_euclid(level.scale)))
}

/// Groups of all sites: those of the districts, with a toll for whom a hub could seat, and then those of the hubs.
fn land<'a>(
    problem: &Problem<'a>,
    (windows, sketches): (&[Window<'a>], &[(Knowledge, Prices)]),
    (greedy, hubs, prices, level): (&Answer, &[usize], &Prices, Level),
    budget: &mut Budget,
) -> Patchwork<'a> {
    let is_hub = |site: &usize| hubs.binary_search(site).is_ok();
    let sites: Vec<usize> = (0..problem.sites.len()).filter(|site| !is_hub(site)).collect();
    let toll: Vec<i64> = problem
        .seats
        .iter()
        .zip(&prices.notes)
        .map(|(seats, price)| {
            if seats.iter().any(|seat| is_hub(&seat.site)) {
                price.max(&0) / level.scale
            } else {
                0
            }
        })
        .collect();
    let country = Window::with_tolls(problem, &sites, &toll, |_| true);
    let mut work = Patchwork::new(&country.problem);
    for (window, (known, _)) in windows.iter().zip(sketches) {
        work.lay_of(&country, window, &known.best);
    }
    improve(&country.problem, &mut work, budget);
    let mut whole = Patchwork::new(problem);
    whole.lay(&country, &work.answer());
    let window = Window::around(problem, hubs, &whole);
    let mut best = first_answer(&window.problem);
    let plan = window.problem.plan_of(&best);
    seating::seat(&window.problem, &plan, &mut best, budget);
    whole.lay(&window, &best);
    let mut simple = Patchwork::new(problem);
    simple.lay(&Window::all(problem), greedy);
    if whole.weight() < simple.weight() {
        simple
    } else {
        whole
    }
}

/// The district of each leader (by position in the pool): where they lead most at these prices, or could.
fn homes(problem: &Problem<'_>, level: Level, prices: &Prices, districts: &[Vec<usize>]) -> BTreeMap<usize, usize> {
    let mut oracle = Oracle::new(problem, level, &[]);
    let range = Range::of(problem);
    oracle.price(prices, &range);
    oracle.best_plan(&range);
    let mut district_of = vec![None; problem.sites.len()];
    for (number, sites) in districts.iter().enumerate() {
        for site in sites {
            district_of[*site] = Some(number);
        }
    }
    let mut count: BTreeMap<usize, BTreeMap<usize, usize>> = BTreeMap::new();
    for (site, district) in district_of.iter().enumerate() {
        for leader in problem.leaders.of(site) {
            if let Some(district) = district {
                *count
                    .entry(problem.leaders.who(*leader))
                    .or_default()
                    .entry(*district)
                    .or_default() += 1;
            }
        }
    }
    for (site, leader) in oracle.led() {
        if let Some(district) = district_of[site] {
            *count.entry(leader).or_default().entry(district).or_default() += problem.sites.len();
        }
    }
    let most = |counts: BTreeMap<usize, usize>| counts.into_iter().map(|(district, count)| (count, district)).max();
    count
        .into_iter()
        .filter_map(|(leader, counts)| Some((leader, most(counts)?.1)))
        .collect()
}

/// The districts' cuts, and prices for all: a district's own for who can sit nowhere else, tolls and what the dearest
/// district adds for others.
fn together(
    problem: &Problem<'_>,
    level: Level,
    (windows, sketches): (&[Window<'_>], &[(Knowledge, Prices)]),
    (walked, toll): (&Prices, &[i64]),
) -> (Vec<Arc<Cut>>, Prices) {
    let mut cuts = Vec::new();
    let mut prices = Prices {
        notes: vec![0; problem.notes.len()],
        cuts: Vec::new(),
        ..*walked
    };
    for (window, (known, of_window)) in windows.iter().zip(sketches) {
        let own = Level::of(&window.problem, LevelNumber::Value, Weight::default());
        let scaled = |price: i64| price / own.scale * level.scale + price % own.scale * level.scale / own.scale;
        for (note, price) in window.notes().iter().zip(&of_window.notes) {
            prices.notes[*note] = prices.notes[*note].max(scaled(*price));
        }
        for (cut, price) in known.cuts.iter().zip(&of_window.cuts) {
            cuts.push(Arc::new(window.cut_of_whole(cut)));
            prices.cuts.push(scaled(*price));
        }
    }
    for (price, toll) in prices.notes.iter_mut().zip(toll) {
        *price += toll * level.scale;
    }
    (cuts, prices)
}

/// Half of the best share of a group for everybody.
fn half_prices(problem: &Problem<'_>, level: Level) -> Prices {
    let rules = problem.rules();
    let sizes = (rules.min_size..=rules.max_size).zip(&rules.size_value);
    let head = sizes.map(|(size, worth)| worth / whole(size)).max().unwrap_or(0);
    Prices {
        notes: vec![head * level.scale / 2; problem.notes.len()],
        value: level.scale,
        waiting: 0,
        cuts: Vec::new(),
    }
}

/// Walks from these prices towards what is known to be possible.
fn walk(
    problem: &Problem<'_>,
    level: Level,
    cuts: &[Arc<Cut>],
    (start, need): (Prices, i64),
    budget: &mut Budget,
) -> View {
    let walk = Walk {
        level,
        need,
        rounds: WALK,
        patience: 20,
        typical: Weight {
            value: 1,
            waiting: 1,
            ..Weight::default()
        },
        dearest: Weight::value(level.scale),
        cheapest: 0,
    };
    let mut oracle = Oracle::new(problem, level, cuts);
    let cost = (budget, problem.size() * 4);
    let seen = ascend(&mut oracle, &mut Range::of(problem), &start, &walk, cost);
    // Nothing is better than what is known: then its worth is the bound.
    seen.unwrap_or(View {
        prices: start,
        bound: need,
        plan: Vec::new(),
        share: Vec::new(),
    })
}

/// What a seat costs those whom more than one district, or a hub, can seat; nothing for all others.
fn tolls(problem: &Problem<'_>, level: Level, prices: &Prices, districts: &[Vec<usize>]) -> Vec<i64> {
    let mut district_of = vec![None; problem.sites.len()];
    for (number, sites) in districts.iter().enumerate() {
        for site in sites {
            district_of[*site] = Some(number);
        }
    }
    let notes = problem.seats.iter().zip(&prices.notes).map(|(seats, price)| {
        let home = seats.first().and_then(|seat| district_of[seat.site]);
        let is_at_home = home.is_some() && seats.iter().all(|seat| district_of[seat.site] == home);
        if is_at_home { 0 } else { price.max(&0) / level.scale }
    });
    notes.collect()
}

/// Solves district by district anew, with all others as they are.
fn improve<'a>(problem: &Problem<'a>, work: &mut Patchwork<'a>, budget: &mut Budget) {
    for round in 0..ROUNDS {
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
                sketch(&window.problem, &mut known, budget);
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
