//! Parts too large to be proven at once, such as a country that groups on the telephone make one.
//!
//! Prices of seats are found for the whole (see `ascend`). At these, people whom several districts share pay a toll wherever
//! they sit, so that districts can be relaxed one by one. What they find of prices and cuts is put together, and a walk from
//! there bounds the whole. The districts' groups are put together too, and then small windows are solved again, each with
//! all others as they are: first with a toll on every seat, so that whom others are waiting for is left to them, then for the
//! value alone. In the end districts are cut and relaxed once more, with other borders, for a lower bound.
//!
//! Pieces that are solved at a time are independent of each other, so threads share them out; what comes of it does not
//! depend on how many there are. Source: Lagrangian decomposition (Guignard & Kim 1987); large neighbourhood search
//! (Shaw 1998).

#![expect(clippy::indexing_slicing, reason = "a kernel on positions that it hands out itself")]

use std::{collections::BTreeMap, sync::Arc};

use crate::ascent::{Walk, ascend};
use crate::bound::{Level, LevelNumber, Prices, Range};
use crate::cut::Cut;
use crate::district::map;
use crate::greedy::first_answer;
use crate::knowledge::Knowledge;
use crate::limits::{Budget, by_size, share_out};
use crate::look::View;
use crate::oracle::Oracle;
use crate::patchwork::{Patchwork, Window};
use crate::problem::{Answer, Problem};
use crate::search::{Sketch, sketch};
use crate::weight::{Weight, whole};

/// Steps of a walk to prices.
const WALK: u32 = 2000;
/// Steps of a walk that only goes on from one map of districts to the next.
const SHORT_WALK: u32 = 500;
/// How often windows are cut and solved with a toll on every seat.
const DEAR_ROUNDS: usize = 6;
/// How often after that, for the value alone.
const PLAIN_ROUNDS: usize = 2;
/// The part of its price that every seat costs in dear rounds: one in so many.
const DEAR: i64 = 2;
/// The part of the steps that the districts of a map may take: one in so many.
const SKETCHES: u64 = 4;
/// The bound is left as many steps as so many rounds.
const BOUND: usize = 2;
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
    /// Of a window, which is solved again and again.
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

/// A district, and what was found of it: prices, cuts, and such groups as its relaxation suggests.
struct District<'a> {
    window: Window<'a>,
    known: Knowledge,
    prices: Prices,
}

/// Prices and cuts of the whole, and the least bound so far, in fractions of the scale.
struct Dual {
    prices: Prices,
    cuts: Vec<Arc<Cut>>,
    bound: i64,
}

/// A good answer, and a bound on the value if there is one.
pub(crate) fn solve(problem: &Problem<'_>, grain: Grain, budget: &mut Budget) -> (Answer, Option<i64>) {
    let level = Level::of(problem, LevelNumber::Value, Weight::default());
    let greedy = first_answer(problem);
    let target = |answer: &Answer| answer.weight.value * level.scale;
    let first = walk(
        problem,
        level,
        &[],
        (half_prices(problem, level), target(&greedy), WALK),
        budget,
    );
    let mut dual = Dual {
        prices: first.prices,
        cuts: Vec::new(),
        bound: first.bound,
    };
    let districts = dual.sharpen(problem, level, (grain, 0), (target(&greedy), SHORT_WALK), budget);
    let mut answer = gather(problem, level, (&dual.prices, &districts), grain, budget);
    if answer.weight < greedy.weight {
        answer = greedy;
    }
    let elsewhere = problem.sites.len() / 2;
    dual.sharpen(problem, level, (grain, elsewhere), (target(&answer), WALK), budget);
    (answer, Some(dual.bound.div_euclid(level.scale)))
}

/// The answers of districts, made better window by window.
fn gather(
    problem: &Problem<'_>,
    level: Level,
    (prices, districts): (&Prices, &[District<'_>]),
    grain: Grain,
    budget: &mut Budget,
) -> Answer {
    let prices = prices.notes.iter();
    let parts: Vec<i64> = prices.map(|price| price.max(&0) / level.scale / DEAR).collect();
    let dear = problem.at_tolls(&parts);
    let mut work = Patchwork::new(&dear);
    for district in districts {
        work.lay(&district.window, &district.known.best);
    }
    improve(&dear, &mut work, grain, (DEAR_ROUNDS, PLAIN_ROUNDS + BOUND), budget);
    let mut work = work.at(problem);
    improve(problem, &mut work, grain, (PLAIN_ROUNDS, BOUND), budget);
    work.answer()
}

impl Dual {
    /// Relaxes the districts of a map that is grown from the site at `start`, and walks on from what they found. Returns
    /// them.
    fn sharpen<'a>(
        &mut self,
        problem: &Problem<'a>,
        level: Level,
        (grain, start): (Grain, usize),
        (target, rounds): (i64, u32),
        budget: &mut Budget,
    ) -> Vec<District<'a>> {
        let sites = map(problem, (grain.district, grain.hub), start);
        let tolls = tolls(problem, level, &self.prices, &sites);
        let homes = homes(problem, level, self, &sites);
        let districts = look_into(&problem.at_tolls(&tolls), &sites, &homes, budget);
        self.take_up(level, &districts, &tolls);
        let view = walk(
            problem,
            level,
            &self.cuts,
            (self.prices.clone(), target, rounds),
            budget,
        );
        self.bound = self.bound.min(view.bound);
        self.prices = view.prices;
        districts
    }

    /// Takes up what districts found: the prices of those who can sit nowhere else, and cuts. Cuts that were known before
    /// are found again where they matter; until then they cost nothing.
    fn take_up(&mut self, level: Level, districts: &[District<'_>], tolls: &[i64]) {
        self.prices.cuts.fill(0);
        for District { window, known, prices } in districts {
            let scale = Level::of(&window.problem, LevelNumber::Value, Weight::default()).scale;
            let scaled = |price: i64| price / scale * level.scale + price % scale * level.scale / scale;
            for (note, price) in window.notes().iter().zip(&prices.notes) {
                if tolls[*note] == 0 {
                    self.prices.notes[*note] = scaled(*price);
                }
            }
            for (cut, price) in known.cuts.iter().zip(&prices.cuts) {
                self.cuts.push(Arc::new(window.cut_of_whole(cut)));
                self.prices.cuts.push(scaled(*price));
            }
        }
    }
}

/// Relaxes each district with the leaders that are at home there. Its groups are left to windows: they find better ones in
/// less time.
fn look_into<'a>(
    problem: &Problem<'a>,
    sites: &[Vec<usize>],
    homes: &BTreeMap<usize, usize>,
    budget: &mut Budget,
) -> Vec<District<'a>> {
    let windows = sites.iter().enumerate();
    let windows: Vec<Window<'a>> = windows
        .map(|(number, sites)| Window::of(problem, sites, |leader| homes.get(&leader) == Some(&number)))
        .collect();
    let part = budget.left() / SKETCHES;
    let part = by_size(&windows, part, |window: &Window<'_>| window.problem.size());
    let found = share_out(&windows, budget, part, |window, budget| {
        let mut known = Knowledge::of(&window.problem, first_answer(&window.problem), budget);
        let prices = sketch(&window.problem, &mut known, Sketch::Prices, budget);
        (known, prices)
    });
    let districts = windows.into_iter().zip(found);
    districts
        .map(|(window, (known, prices))| District { window, known, prices })
        .collect()
}

/// The district of each leader (by position in the pool): where they lead most at these prices, or could.
fn homes(problem: &Problem<'_>, level: Level, dual: &Dual, districts: &[Vec<usize>]) -> BTreeMap<usize, usize> {
    let mut oracle = Oracle::new(problem, level, &dual.cuts);
    let range = Range::of(problem);
    oracle.price(&dual.prices, &range);
    oracle.best_plan(&range);
    let district_of = district_of(problem, districts);
    let mut count: BTreeMap<usize, BTreeMap<usize, usize>> = BTreeMap::new();
    for (site, district) in district_of.iter().enumerate() {
        for leader in problem.leaders.of(site) {
            let who = problem.leaders.who(*leader);
            *count.entry(who).or_default().entry(*district).or_default() += 1;
        }
    }
    for (site, leader) in oracle.led() {
        *count.entry(leader).or_default().entry(district_of[site]).or_default() += problem.sites.len();
    }
    let most = |counts: BTreeMap<usize, usize>| counts.into_iter().map(|(district, count)| (count, district)).max();
    count
        .into_iter()
        .filter_map(|(leader, counts)| Some((leader, most(counts)?.1)))
        .collect()
}

/// By site the district that it is in.
fn district_of(problem: &Problem<'_>, districts: &[Vec<usize>]) -> Vec<usize> {
    let mut district_of = vec![0; problem.sites.len()];
    for (number, sites) in districts.iter().enumerate() {
        for site in sites {
            district_of[*site] = number;
        }
    }
    district_of
}

/// What a seat costs those whom more than one district can seat; nothing for all others.
fn tolls(problem: &Problem<'_>, level: Level, prices: &Prices, districts: &[Vec<usize>]) -> Vec<i64> {
    let district_of = district_of(problem, districts);
    let notes = problem.seats.iter().zip(&prices.notes).map(|(seats, price)| {
        let mut districts = seats.iter().map(|seat| district_of[seat.site]);
        let first = districts.next();
        let is_at_home = districts.all(|district| Some(district) == first);
        if is_at_home { 0 } else { price.max(&0) / level.scale }
    });
    notes.collect()
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
    (start, target, rounds): (Prices, i64, u32),
    budget: &mut Budget,
) -> View {
    let walk = Walk {
        level,
        need: target,
        rounds,
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
        bound: target,
        plan: Vec::new(),
        share: Vec::new(),
    })
}

/// Cuts a problem into windows and solves them anew, with all others as they are; so many times, with steps left for so
/// many later.
fn improve<'a>(
    problem: &Problem<'a>,
    work: &mut Patchwork<'_, 'a>,
    grain: Grain,
    (rounds, later): (usize, usize),
    budget: &mut Budget,
) {
    for round in 0..rounds {
        let start = (2 * round + 1) * problem.sites.len() / (2 * rounds);
        let districts = map(problem, (grain.window, grain.hub), start);
        let batches = districts.len().div_ceil(AT_ONCE);
        for batch in 0..batches {
            // Neighbours have neighbouring numbers: those solved at a time lie apart.
            let sites = (0..AT_ONCE).filter_map(|nth| districts.get(nth * batches + batch));
            let windows: Vec<Window<'_>> = sites.map(|sites| Window::around(problem, sites, work)).collect();
            let part = budget.left() / whole_u64((rounds + later - round) * batches - batch);
            let part = by_size(&windows, part, |window: &Window<'_>| window.problem.size());
            let solved = share_out(&windows, budget, part, |window, budget| {
                let mut known = Knowledge::of(&window.problem, window.known.clone(), budget);
                sketch(&window.problem, &mut known, Sketch::Groups, budget);
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
