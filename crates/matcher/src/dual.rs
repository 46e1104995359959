//! Prices and cuts of a large part, and the least bound that they gave.
//!
//! Districts are relaxed one by one at the prices of the moment: people whom several districts share pay theirs as a toll
//! wherever they sit. A walk of the whole goes on from the prices and cuts that districts find, and bounds the whole.
//! Source: Lagrangian decomposition (Guignard & Kim 1987).

#![expect(clippy::indexing_slicing, reason = "a kernel on positions that it hands out itself")]

use std::{collections::BTreeMap, sync::Arc};

use crate::ascent::{Walk, ascend};
use crate::bound::{Level, LevelNumber, Prices, Range};
use crate::cut::Cut;
use crate::greedy::first_answer;
use crate::knowledge::Knowledge;
use crate::limits::{Budget, by_size, share_out};
use crate::oracle::Oracle;
use crate::patchwork::Window;
use crate::problem::{Answer, Problem};
use crate::search::{Sketch, sketch};
use crate::weight::{Weight, whole};

/// The part of the steps that the districts of a map may take: one in so many.
const PART: u64 = 4;

/// A district, and what was found of it: prices, cuts, and such groups as its relaxation suggests.
pub(crate) struct District<'a> {
    pub window: Window<'a>,
    pub known: Knowledge,
    prices: Prices,
}

pub(crate) struct Dual<'p, 'a> {
    problem: &'p Problem<'a>,
    level: Level,
    prices: Prices,
    cuts: Vec<Arc<Cut>>,
    /// In fractions of the level's scale.
    bound: i64,
}

impl<'p, 'a> Dual<'p, 'a> {
    pub(crate) fn new(problem: &'p Problem<'a>) -> Self {
        let level = Level::of(problem, LevelNumber::Value, Weight::default());
        Self {
            problem,
            level,
            prices: half_prices(problem, level),
            cuts: Vec::new(),
            bound: i64::MAX,
        }
    }

    /// A value that no answer exceeds.
    pub(crate) fn bound(&self) -> i64 {
        self.bound.div_euclid(self.level.scale)
    }

    /// By note what its seat costs, in value.
    pub(crate) fn prices(&self) -> impl Iterator<Item = i64> {
        let scale = self.level.scale;
        self.prices.notes.iter().map(move |price| price.max(&0) / scale)
    }

    /// Goes on by so many steps towards what is known to be possible.
    pub(crate) fn walk(&mut self, known: &Answer, rounds: u32, budget: &mut Budget) {
        let need = known.weight.value * self.level.scale;
        let walk = Walk {
            level: self.level,
            need,
            rounds,
            patience: 20,
            typical: Weight {
                value: 1,
                waiting: 1,
                ..Weight::default()
            },
            dearest: Weight::value(self.level.scale),
            cheapest: 0,
            is_wide: true,
        };
        let mut oracle = Oracle::new(self.problem, self.level, &self.cuts);
        let cost = (budget, self.problem.size() * 4);
        match ascend(&mut oracle, &mut Range::of(self.problem), &self.prices, &walk, cost) {
            Some(view) => {
                self.bound = self.bound.min(view.bound);
                self.prices = view.prices;
            }
            // Nothing is better than what is known: then its worth is the bound.
            None => self.bound = self.bound.min(need),
        }
    }

    /// Relaxes these districts, given by their sites, and takes up what they found. Returns them.
    pub(crate) fn relax(&mut self, sites: &[Vec<usize>], budget: &mut Budget) -> Vec<District<'a>> {
        let tolls = self.tolls(sites);
        let homes = self.homes(sites);
        let districts = look_into(&self.problem.at_tolls(&tolls), sites, &homes, budget);
        self.take_up(&districts, &tolls);
        districts
    }

    /// What a seat costs those whom more than one district can seat; nothing for all others.
    fn tolls(&self, districts: &[Vec<usize>]) -> Vec<i64> {
        let district_of = district_of(self.problem, districts);
        let tolls = self.problem.seats.iter().zip(self.prices()).map(|(seats, price)| {
            let mut districts = seats.iter().map(|seat| district_of[seat.site]);
            let first = districts.next();
            let is_at_home = districts.all(|district| Some(district) == first);
            if is_at_home { 0 } else { price }
        });
        tolls.collect()
    }

    /// The district of each leader (by position in the pool): where they lead most at these prices, or could.
    fn homes(&self, districts: &[Vec<usize>]) -> BTreeMap<usize, usize> {
        let problem = self.problem;
        let mut oracle = Oracle::new(problem, self.level, &self.cuts);
        let range = Range::of(problem);
        oracle.price(&self.prices, &range, 1);
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

    /// Takes up what districts found: the prices of those who can sit nowhere else, and cuts.
    fn take_up(&mut self, districts: &[District<'_>], tolls: &[i64]) {
        self.forget_cuts();
        for District { window, known, prices } in districts {
            let scale = Level::of(&window.problem, LevelNumber::Value, Weight::default()).scale;
            let scaled = |price: i64| price / scale * self.level.scale + price % scale * self.level.scale / scale;
            for (note, price) in window.notes().iter().zip(&prices.notes) {
                if tolls[*note] == 0 {
                    self.prices.notes[*note] = scaled(*price);
                }
            }
            for (cut, price) in known.cuts.iter().zip(&prices.cuts) {
                let cut = window.cut_of_whole(cut);
                let place = self.cuts.iter().position(|known| **known == cut);
                let place = place.unwrap_or_else(|| {
                    self.cuts.push(Arc::new(cut));
                    self.prices.cuts.push(0);
                    self.cuts.len() - 1
                });
                self.prices.cuts[place] = scaled(*price);
            }
        }
    }

    /// Leaves out cuts without a price. Districts find the others again where they matter; until then they cost nothing.
    fn forget_cuts(&mut self) {
        let mut prices = self.prices.cuts.iter();
        self.cuts.retain(|_| prices.next().is_some_and(|price| *price > 0));
        self.prices.cuts = vec![0; self.cuts.len()];
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
    let part = budget.left() / PART;
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
        sets: Vec::new(),
    }
}
