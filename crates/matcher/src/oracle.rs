//! Each site's best answer to prices, and the best plan made of them.
//!
//! Under prices a site's best seats are those of its best takers, and the best sites that can all be led are chosen
//! greedily, since they form a matroid (see `leaders`). A cut changes what the sizes of a site's groups are worth, and what
//! some of its takers bring, so nothing else changes. One evaluation is a selection among all wishes.

#![expect(clippy::indexing_slicing, reason = "a kernel on positions that it hands out itself")]

use std::cmp::Ordering;
use std::sync::Arc;

use crate::bound::{Excess, Level, LevelNumber, Prices, Range};
use crate::cut::Cut;
use crate::leaders::Leaders;
use crate::problem::{Plan, Problem, Site, Taker};
use crate::table::Table;
use crate::weight::{Weight, whole};

/// A worth that no plan may have.
const NEVER: i64 = i64::MIN / 4;

/// The priced sites of a problem. `price` first, then `best_plan` as often as needed.
#[derive(Clone, Debug)]
pub(crate) struct Oracle<'p> {
    problem: &'p Problem<'p>,
    leaders: Leaders,
    level: Level,
    cuts: Vec<Arc<Cut>>,
    sites: Vec<Priced>,
    /// What doesn't depend on the plan.
    constant: i64,
    steps: Vec<(i64, usize)>,
}

/// A site under prices.
#[derive(Clone, Debug, Default)]
struct Priced {
    /// What each taker brings.
    net: Vec<i64>,
    /// The takers that may sit, best first as far as seats go.
    ranked: Vec<usize>,
    /// What so many seats are worth to one, two, … groups.
    tables: Vec<Vec<i64>>,
    /// The worth of no, one, two, … groups with their best takers.
    worth: Vec<i64>,
    /// The cuts it stands in: their number, and where among the cut's sites.
    cuts: Vec<(usize, usize)>,
}

impl<'p> Oracle<'p> {
    pub(crate) fn new(problem: &'p Problem<'p>, level: Level, cuts: &[Arc<Cut>]) -> Self {
        let priced = |site: &Site| Priced {
            net: vec![0; site.takers.len()],
            ranked: (0..site.takers.len()).collect(),
            tables: site.tables.iter().map(|table| table.worth.clone()).collect(),
            worth: vec![0; site.most() + 1],
            cuts: Vec::new(),
        };
        let mut oracle = Self {
            problem,
            leaders: problem.leaders.clone(),
            level,
            cuts: Vec::new(),
            sites: problem.sites.iter().map(priced).collect(),
            constant: 0,
            steps: Vec::new(),
        };
        for cut in cuts {
            oracle.add(Arc::clone(cut));
        }
        oracle
    }

    /// From now on this cut has a price too.
    pub(crate) fn add(&mut self, cut: Arc<Cut>) {
        for (at, place) in cut.sites.iter().enumerate() {
            self.sites[place.site].cuts.push((self.cuts.len(), at));
        }
        self.cuts.push(cut);
    }

    /// Where a cut stands among those that have a price, if it does.
    pub(crate) fn place_of(&self, cut: &Cut) -> Option<usize> {
        self.cuts.iter().position(|known| **known == *cut)
    }

    pub(crate) fn cuts(&self) -> &[Arc<Cut>] {
        &self.cuts
    }

    /// Lets every site find its best seats under these prices, for as many groups as the range allows.
    pub(crate) fn price(&mut self, prices: &Prices, range: &Range) {
        let Level { number, fixed, .. } = self.level;
        self.constant = prices.notes.iter().sum();
        for (cut, price) in self.cuts.iter().zip(&prices.cuts) {
            self.constant += cut.most * price;
        }
        if number > LevelNumber::Value {
            self.constant -= prices.value * fixed.value;
        }
        if number > LevelNumber::Waiting {
            self.constant -= prices.waiting * fixed.waiting;
        }
        for (at, site) in self.problem.sites.iter().enumerate() {
            if range.ceil[at] == 0 {
                continue;
            }
            self.weigh_takers(at, site, prices);
            self.weigh_sizes(at, site, prices, range.ceil[at]);
            self.rank(at, site, site.tables[range.ceil[at] - 1].most());
            for groups in range.floor[at].max(1)..=range.ceil[at] {
                self.sites[at].worth[groups] = self.best_load(at, groups).0;
            }
        }
    }

    /// Puts the best takers in order, as many as there are seats; all of them where some are apart.
    fn rank(&mut self, at: usize, site: &Site, seats: usize) {
        let Priced { net, ranked, .. } = &mut self.sites[at];
        let len = ranked.len();
        // Sites start at different takers among equals, so that they don't all choose the same.
        let turn = |taker: usize| (taker + at * 5) % len;
        let order = |one: &usize, other: &usize| match net[*other].cmp(&net[*one]) {
            Ordering::Equal => turn(*one).cmp(&turn(*other)),
            unequal => unequal,
        };
        let enough = if site.has_cliques { len } else { seats.min(len) };
        if enough < len {
            ranked.select_nth_unstable_by(enough, order);
        }
        ranked[..enough].sort_unstable_by(order);
    }

    /// What each taker brings after prices.
    fn weigh_takers(&mut self, at: usize, site: &Site, prices: &Prices) {
        let ease = if self.level.number == LevelNumber::Ease {
            self.level.scale
        } else {
            0
        };
        let Priced { net, cuts, .. } = &mut self.sites[at];
        for (net, taker) in net.iter_mut().zip(&site.takers) {
            *net = prices.waiting * taker.waiting
                - ease * taker.rank
                - taker.toll * prices.value
                - prices.notes[taker.note];
        }
        for (number, place) in cuts {
            let price = prices.cuts.get(*number).copied().unwrap_or(0);
            if price > 0 {
                for taker in &self.cuts[*number].sites[*place].others {
                    net[*taker] += price;
                }
            }
        }
    }

    /// What sizes of groups are worth after prices.
    fn weigh_sizes(&mut self, at: usize, site: &Site, prices: &Prices, most: usize) {
        let Self {
            problem, cuts, sites, ..
        } = self;
        let Priced { tables, cuts: here, .. } = &mut sites[at];
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

    /// The best plan of a range (not wider than the one priced) and its bound, in fractions of the scale; `None` if no
    /// plan in it can be led.
    pub(crate) fn best_plan(&mut self, range: &Range) -> Option<(i64, Plan)> {
        let mut plan = range.floor.clone();
        let mut total = self.constant;
        let mut groups = 0;
        self.leaders.clear();
        self.steps.clear();
        for (at, site) in self.problem.sites.iter().enumerate() {
            let (floor, ceil) = (range.floor[at], range.ceil[at]);
            let worth = &self.sites[at].worth;
            if floor > 0 {
                if worth[floor] <= NEVER || (!site.is_standing() && !(0..floor).all(|_| self.leaders.add(at))) {
                    return None;
                }
                total += worth[floor];
                groups += if site.is_standing() { 0 } else { floor };
            }
            if floor < ceil {
                push_steps(&mut self.steps, at, &worth[floor..=ceil]);
            }
        }
        self.steps
            .sort_unstable_by(|one, other| other.0.cmp(&one.0).then(one.1.cmp(&other.1)));
        for (gain, at) in &self.steps {
            if groups >= range.most || (*gain <= 0 && groups >= range.least) {
                break;
            }
            if self.leaders.add(*at) {
                total += gain;
                plan[*at] += 1;
                groups += 1;
            }
        }
        (range.least..=range.most).contains(&groups).then_some((total, plan))
    }

    /// Who leads the groups of the best plan that was found last: site and leader's position in the pool.
    pub(crate) fn led(&self) -> Vec<(usize, usize)> {
        self.leaders.assigned()
    }

    /// Days this note has waited.
    pub(crate) fn waiting(&self, note: usize) -> i64 {
        self.problem.seats[note].first().map_or(0, |seat| seat.weight.waiting)
    }

    /// How far the priced answer to this plan breaks what was given up.
    pub(crate) fn excess(&self, plan: &Plan) -> Excess {
        let mut notes = vec![-1; self.problem.notes.len()];
        let mut cuts: Vec<i64> = self.cuts.iter().map(|cut| -cut.most).collect();
        let mut totals = Weight::default() - self.level.fixed;
        let mut sits = Vec::new();
        for (at, site) in self.problem.sites.iter().enumerate() {
            let Some(table) = plan[at].checked_sub(1).map(|before| &site.tables[before]) else {
                continue;
            };
            let (_, load) = self.best_load(at, plan[at]);
            totals.value += if load == 0 { 0 } else { table.at(load) };
            sits.clear();
            sits.resize(site.takers.len(), false);
            for (at, taker) in self.eligible(at, plan[at]).take(load) {
                sits[at] = true;
                notes[taker.note] += 1;
                totals += taker.weight();
            }
            if self.sites[at].cuts.is_empty() {
                continue;
            }
            let sizes = self.sizes(at, plan[at], load);
            for (number, place) in &self.sites[at].cuts {
                let here = &self.cuts[*number].sites[*place];
                let counted = sizes
                    .iter()
                    .map(|size| here.counted[size - self.problem.rules().min_size]);
                let others = here.others.iter().filter(|taker| sits[**taker]);
                cuts[*number] += counted.sum::<i64>() - whole(others.count());
            }
        }
        Excess { notes, cuts, totals }
    }

    /// The sizes of a site's groups that share so many seats.
    fn sizes(&self, at: usize, groups: usize, mut load: usize) -> Vec<usize> {
        let (here, rules) = (&self.problem.sites[at], self.problem.rules());
        if here.is_standing() || groups == 1 {
            return vec![load];
        }
        let priced = &self.sites[at];
        let mut sizes = Vec::with_capacity(groups);
        let singles = &priced.tables[0];
        for groups in (1..groups).rev() {
            let one = split_off(
                Some(&priced.tables[groups - 1]),
                &here.tables,
                groups,
                load,
                rules.min_size,
                singles,
            )
            .1;
            sizes.push(one);
            load -= one;
        }
        sizes.push(load);
        sizes
    }

    /// The takers in order, but of those who are all apart from each other at most one per group.
    fn eligible(&self, at: usize, groups: usize) -> impl Iterator<Item = (usize, &'p Taker)> {
        let mut used: Vec<usize> = Vec::new();
        let Site {
            takers, has_cliques, ..
        } = &self.problem.sites[at];
        self.sites[at]
            .ranked
            .iter()
            .map(move |taker| (*taker, &takers[*taker]))
            .filter(move |(_, taker)| {
                !has_cliques
                    || taker.clique.is_none_or(|clique| {
                        let before = used.iter().filter(|other| **other == clique).count();
                        used.push(clique);
                        before < groups
                    })
            })
    }

    /// The best worth after prices and its number of seats.
    fn best_load(&self, at: usize, groups: usize) -> (i64, usize) {
        let (table, priced): (&Table, _) = (&self.problem.sites[at].tables[groups - 1], &self.sites[at]);
        let worth = &priced.tables[groups - 1];
        let mut best = (NEVER, 0);
        if table.least == 0 {
            best = (worth[0], 0);
        }
        let mut sum = 0;
        for (before, (taker, _)) in self.eligible(at, groups).take(table.most()).enumerate() {
            sum += priced.net[taker];
            let load = before + 1;
            if load >= table.least && worth[load - table.least] + sum > best.0 {
                best = (worth[load - table.least] + sum, load);
            }
        }
        best
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

/// What each further group brings, as steps that never rise and whose sums are nowhere below the worth.
pub(crate) fn push_steps(steps: &mut Vec<(i64, usize)>, site: usize, worth: &[i64]) {
    let mut from = 0;
    while from + 1 < worth.len() {
        let slope = |to: usize| (i128::from(worth[to] - worth[from]), i128::from(whole(to - from)));
        let steeper = |one: &usize, other: &usize| {
            let ((up, run), (other_up, other_run)) = (slope(*one), slope(*other));
            (up * other_run).cmp(&(other_up * run))
        };
        let Some(to) = (from + 1..worth.len()).max_by(steeper) else {
            return;
        };
        let (up, run) = (worth[to] - worth[from], whole(to - from));
        let step = up.div_euclid(run) + i64::from(up.rem_euclid(run) != 0);
        steps.extend(std::iter::repeat_n((step, site), to - from));
        from = to;
    }
}

#[cfg(test)]
mod tests;
