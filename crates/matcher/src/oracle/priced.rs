//! A site under prices: its best takers, and what they are worth as one, two, … groups.

#![expect(clippy::indexing_slicing, reason = "a kernel on positions that it hands out itself")]

use std::cmp::Ordering;
use std::sync::Arc;

use crate::bound::{Level, LevelNumber, Prices, Range};
use crate::cut::Cut;
use crate::problem::{Problem, Site};
use crate::small::Small;
use crate::table::Table;
use crate::weight::whole;

/// A worth that no plan may have.
pub(super) const NEVER: i64 = i64::MIN / 4;

/// What sites are priced by.
#[derive(Clone, Copy)]
pub(super) struct Pricing<'p> {
    pub problem: &'p Problem<'p>,
    pub level: Level,
    pub cuts: &'p [Arc<Cut>],
    pub prices: &'p Prices,
    /// What a group costs at each site; nothing where it is empty.
    pub tolls: &'p [i64],
}

#[derive(Clone, Debug, Default)]
pub(super) struct Priced {
    /// By taker their note, close together, and what they bring.
    pub notes: Vec<Small>,
    net: Vec<i64>,
    /// The takers that may sit, best first as far as seats go.
    ranked: Vec<Small>,
    /// What so many seats are worth to one, two, … groups.
    tables: Vec<Vec<i64>>,
    /// The worth of no, one, two, … groups with their best takers, and how many these are.
    pub worth: Vec<i64>,
    pub load: Vec<usize>,
    /// The cuts it stands in: their number, and where among the cut's sites.
    pub cuts: Vec<(usize, usize)>,
}

impl Priced {
    /// A site that `price` has not seen yet.
    pub(super) fn new(site: &Site) -> Self {
        Self {
            notes: site.takers.iter().map(|taker| Small::of(taker.note)).collect(),
            net: vec![0; site.takers.len()],
            ranked: (0..site.takers.len()).map(Small::of).collect(),
            tables: site.tables.iter().map(|table| table.worth.clone()).collect(),
            worth: vec![0; site.most() + 1],
            load: vec![0; site.most() + 1],
            cuts: Vec::new(),
        }
    }

    /// Finds the best seats of this site (given by its number) for as many groups as the range allows.
    pub(super) fn price(&mut self, at: usize, pricing: &Pricing<'_>, range: &Range) {
        let Some(most) = range.ceil[at].checked_sub(1) else {
            return;
        };
        let site = &pricing.problem.sites[at];
        self.weigh_takers(site, pricing);
        self.weigh_sizes(site, pricing, range.ceil[at]);
        self.rank(at, site, site.tables[most].most());
        for groups in range.floor[at].max(1)..=range.ceil[at] {
            (self.worth[groups], self.load[groups]) = self.best_load(site, groups);
            self.worth[groups] -= pricing.tolls.get(at).map_or(0, |toll| toll * whole(groups));
        }
    }

    /// What each taker brings after prices.
    fn weigh_takers(&mut self, site: &Site, pricing: &Pricing<'_>) {
        let (level, prices) = (pricing.level, pricing.prices);
        let ease = if level.number == LevelNumber::Ease {
            level.scale
        } else {
            0
        };
        let Self { net, cuts, .. } = self;
        for (net, taker) in net.iter_mut().zip(&site.takers) {
            *net = prices.waiting * taker.waiting
                - ease * taker.rank
                - taker.toll * prices.value
                - prices.notes[taker.note];
        }
        for (number, place) in cuts {
            let price = prices.cuts.get(*number).copied().unwrap_or(0);
            if price > 0 {
                for taker in &pricing.cuts[*number].sites[*place].others {
                    net[*taker] += price;
                }
            }
        }
    }

    /// What sizes of groups are worth after prices.
    fn weigh_sizes(&mut self, site: &Site, pricing: &Pricing<'_>, most: usize) {
        let Pricing {
            problem, cuts, prices, ..
        } = pricing;
        let Self { tables, cuts: here, .. } = self;
        let of_cut = |number: usize| prices.cuts.get(number).copied().unwrap_or(0);
        if here.iter().all(|(number, _)| of_cut(*number) == 0) {
            for (priced, table) in tables.iter_mut().zip(&site.tables) {
                for (priced, worth) in priced.iter_mut().zip(&table.worth) {
                    *priced = worth * prices.value;
                }
            }
            return;
        }
        let rules = problem.rules();
        let mut sizes: Vec<i64> = rules.size_value.iter().map(|worth| worth * prices.value).collect();
        for (number, place) in here.iter() {
            let price = of_cut(*number);
            if price == 0 {
                continue;
            }
            for (worth, counted) in sizes.iter_mut().zip(&cuts[*number].sites[*place].counted) {
                *worth -= price * counted;
            }
        }
        for groups in 0..most {
            let (fewer, rest) = tables.split_at_mut(groups);
            for (seats, worth) in (site.tables[groups].least..).zip(&mut rest[0]) {
                *worth = split_off(fewer.last(), &site.tables, groups, seats, rules.min_size, &sizes).0;
            }
        }
    }

    /// Puts the best takers in order, as many as there are seats; all of them where some are apart.
    fn rank(&mut self, at: usize, site: &Site, seats: usize) {
        let Self { net, ranked, .. } = self;
        let len = ranked.len();
        // Sites start at different takers among equals, so that they don't all choose the same.
        let turn = |taker: usize| (taker + at * 5) % len;
        let order = |one: &Small, other: &Small| match net[other.get()].cmp(&net[one.get()]) {
            Ordering::Equal => turn(one.get()).cmp(&turn(other.get())),
            unequal => unequal,
        };
        let enough = if site.has_cliques { len } else { seats.min(len) };
        if enough < len {
            ranked.select_nth_unstable_by(enough, order);
        }
        ranked[..enough].sort_unstable_by(order);
    }

    /// The best worth after prices and its number of seats.
    fn best_load(&self, site: &Site, groups: usize) -> (i64, usize) {
        let (table, worth) = (&site.tables[groups - 1], &self.tables[groups - 1]);
        let mut best = (NEVER, 0);
        if table.least == 0 {
            best = (worth[0], 0);
        }
        let mut sum = 0;
        for (before, taker) in self.eligible(site, groups).take(table.most()).enumerate() {
            sum += self.net[taker];
            let load = before + 1;
            if load >= table.least && worth[load - table.least] + sum > best.0 {
                best = (worth[load - table.least] + sum, load);
            }
        }
        best
    }

    /// The takers in order, but of those who are all apart from each other at most one per group.
    pub(super) fn eligible<'s>(&'s self, site: &'s Site, groups: usize) -> impl Iterator<Item = usize> {
        let mut used: Vec<usize> = Vec::new();
        self.ranked.iter().map(|taker| taker.get()).filter(move |taker| {
            !site.has_cliques
                || site.takers[*taker].clique.is_none_or(|clique| {
                    let before = used.iter().filter(|other| **other == clique).count();
                    used.push(clique);
                    before < groups
                })
        })
    }

    /// The sizes of a site's groups that share so many seats.
    pub(super) fn sizes(&self, site: &Site, groups: usize, mut load: usize, least: usize) -> Vec<usize> {
        if site.is_standing() || groups == 1 {
            return vec![load];
        }
        let mut sizes = Vec::with_capacity(groups);
        let singles = &self.tables[0];
        for groups in (1..groups).rev() {
            let one = split_off(
                Some(&self.tables[groups - 1]),
                &site.tables,
                groups,
                load,
                least,
                singles,
            )
            .1;
            sizes.push(one);
            load -= one;
        }
        sizes.push(load);
        sizes
    }
}

/// The best worth of one group more than `fewer` holds (`groups` of them), with so many seats in all; and its size.
fn split_off(
    fewer: Option<&Vec<i64>>,
    tables: &[Table],
    groups: usize,
    seats: usize,
    least: usize,
    sizes: &[i64],
) -> (i64, usize) {
    let Some(fewer) = fewer else {
        return (sizes[seats - least], seats);
    };
    let first = tables[groups - 1].least;
    let mut best = (NEVER, 0);
    for (size, worth) in (least..).zip(sizes) {
        let rest = seats.checked_sub(size).and_then(|rest| rest.checked_sub(first));
        if let Some(rest) = rest.and_then(|rest| fewer.get(rest))
            && worth + rest > best.0
        {
            best = (worth + rest, size);
        }
    }
    best
}
