//! Cuts a range of plans in two, where that rules out most.
//!
//! Of the sites that the relaxation leaves open, those come first whose notes have a price: where everybody finds a seat
//! anyway, or only igangsettere are scarce, the other choice costs nothing. What each has brought so far tells how far the
//! bound will fall on either side; the first few of which nothing is known yet are relaxed on both sides. The greatest
//! product wins.
//! Source: reliability branching with the product rule (Achterberg, Koch & Martin 2005).

#![expect(clippy::indexing_slicing, reason = "a kernel on positions that it hands out itself")]

use std::{cmp::Reverse, sync::Arc};

use crate::bound::{Bounds, Prices, Range};
use crate::look::{Look, Outcome, View};
use crate::problem::Problem;
use crate::relax::Aim;
use crate::sets;
use crate::weight::whole;

/// Sites that are weighed up.
const SITES: usize = 24;
/// Of those, so many are relaxed on both sides.
const PROBES: usize = 6;
/// A side is never taken to be nearer than this, in thousandths of groups.
const NEAR: i64 = 50;
/// A set is branched on if it is so far from whole groups, in thousandths.
const TORN: i64 = 50;
/// A side is guessed to cost a fifth of its distance (in thousandths of a group) times what a group costs: the rest is made
/// good elsewhere.
const MADE_GOOD: i128 = 5000;

/// What branches have brought so far: for each site (and, last, the number of groups in all) and each side, the falls of
/// the bound for a whole group: their sum and number.
#[derive(Clone, Debug)]
pub(crate) struct Past {
    falls: Vec<[Falls; 2]>,
    sets: Vec<Arc<[usize]>>,
}

#[derive(Clone, Copy, Debug, Default)]
struct Falls {
    sum: i128,
    count: i128,
}

/// Which side of which branch a range is.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Origin {
    branch: usize,
    side: usize,
    /// How far the side is from the relaxation, in thousandths of groups.
    distance: i64,
    /// Of the whole range.
    bound: i64,
}

impl Past {
    pub(crate) fn of(problem: &Problem<'_>) -> Self {
        let sets = sets::of(problem);
        Self {
            falls: vec![[Falls::default(); 2]; problem.sites.len() + sets.len() + 1],
            sets,
        }
    }

    /// Remembers the bound of a side.
    pub(crate) fn record(&mut self, origin: Origin, bound: i64) {
        let fall = i128::from((origin.bound - bound).max(0));
        let falls = &mut self.falls[origin.branch][origin.side];
        falls.sum += fall * 1000 / i128::from(origin.distance.max(NEAR));
        falls.count += 1;
    }

    fn is_known(&self, branch: usize) -> bool {
        self.falls[branch].iter().all(|falls| falls.count > 0)
    }

    /// How far the bound will fall on a side; as on average where nothing is known.
    fn expect(&self, branch: usize, side: usize, distance: i64) -> i128 {
        let own = self.falls[branch][side];
        let falls = if own.count > 0 { own } else { self.all(side) };
        let each = falls.sum.checked_div(falls.count).unwrap_or(1);
        (each * i128::from(distance.max(NEAR)) / 1000).max(1)
    }

    fn all(&self, side: usize) -> Falls {
        let add = |sum: Falls, falls: &[Falls; 2]| Falls {
            sum: sum.sum + falls[side].sum,
            count: sum.count + falls[side].count,
        };
        self.falls.iter().fold(Falls::default(), add)
    }
}

/// A way to cut a range in two: fewer groups, or more.
struct Branch {
    number: usize,
    /// How far each side is from the relaxation, in thousandths of groups.
    distances: [i64; 2],
    sides: [Range; 2],
}

/// A side of a range with its bound.
type Side = (Range, i64, Origin);

/// The two sides of a range with their bounds; a side that holds nothing as good is left out.
pub(crate) fn sides(look: &mut Look<'_, '_>, range: &Range, view: &View) -> Vec<Side> {
    let mut best: Option<(i128, Vec<Side>)> = None;
    let mut probes = PROBES;
    for branch in branches(look, range, view) {
        let is_probed = probes > 0 && !look.past.is_known(branch.number) && !look.budget.is_spent();
        probes -= usize::from(is_probed);
        let (score, sides) = weigh(look, branch, view, is_probed);
        if sides.len() < 2 {
            return sides;
        }
        if best.as_ref().is_none_or(|best| score > best.0) {
            best = Some((score, sides));
        }
    }
    best.map_or(Vec::new(), |(_, sides)| sides)
}

/// The product of both sides' falls, and the sides that are left.
fn weigh(look: &mut Look<'_, '_>, branch: Branch, view: &View, is_probed: bool) -> (i128, Vec<Side>) {
    let mut score: i128 = 1;
    let mut sides = Vec::new();
    for (side, mut range) in branch.sides.into_iter().enumerate() {
        let distance = branch.distances[side];
        let origin = Origin {
            branch: branch.number,
            side,
            distance,
            bound: view.bound,
        };
        let out = look.least() - 1;
        let bound = if !look.confine(&mut range) {
            out
        } else if is_probed {
            let bound = probe(look, &mut range, view).unwrap_or(out);
            look.record(origin, bound);
            bound
        } else {
            score *= look.past.expect(branch.number, side, distance);
            view.bound
        };
        if bound < view.bound {
            score *= i128::from(view.bound - bound);
        }
        if bound > out {
            sides.push((range, bound, origin));
        }
    }
    (score, sides)
}

/// The bound of a side by a relaxation of it; `None` if it holds nothing as good.
fn probe(look: &mut Look<'_, '_>, range: &mut Range, view: &View) -> Option<i64> {
    let active = look.active(&view.prices);
    match look.relax(range, &active, Aim::Bound) {
        Outcome::Solved(prices, average) => {
            let seen = look.view(range, prices, average.groups())?;
            Some(seen.bound.min(view.bound))
        }
        Outcome::Out => None,
        Outcome::Unsolved => Some(view.bound),
    }
}

fn branches(look: &Look<'_, '_>, range: &Range, view: &View) -> Vec<Branch> {
    let sites = 0..range.floor.len();
    let costs: Vec<i128> = sites.clone().map(|site| cost(look.problem, site, &view.prices)).collect();
    let open = sites.filter(|site| range.floor[*site] < range.ceil[*site]);
    let mut promising: Vec<(Reverse<i128>, usize)> = open
        .map(|site| (Reverse(promise(look, site, (view.share[site], costs[site]))), site))
        .collect();
    for (set, sites) in look.past.sets.iter().enumerate() {
        let share: i64 = sites.iter().map(|site| view.share[*site]).sum();
        let part = share.rem_euclid(1000);
        if part.min(1000 - part) < TORN {
            continue;
        }
        // What is torn in it costs as much as its dearest sites that are torn.
        let torn = sites.iter().filter(|site| view.share[**site].rem_euclid(1000) > 0);
        let cost = torn.map(|site| costs[*site]).max().unwrap_or(0);
        let number = range.floor.len() + set;
        promising.push((Reverse(promise(look, number, (share, cost))), number));
    }
    promising.sort_unstable();
    promising.truncate(SITES);
    let of = |(_, number): (_, usize)| match number.checked_sub(range.floor.len()) {
        None => of_site(range, view, number),
        Some(set) => of_set(look, range, view, set),
    };
    let mut branches: Vec<Branch> = promising.into_iter().map(of).collect();
    branches.extend(in_all((look.problem, look.past.sets.len()), range, view));
    branches
}

fn of_site(range: &Range, view: &View, site: usize) -> Branch {
    let (mut fewer, mut more) = (range.clone(), range.clone());
    let groups = usize::try_from(view.share[site] / 1000).unwrap_or(0);
    fewer.ceil[site] = groups.clamp(range.floor[site], range.ceil[site] - 1);
    more.floor[site] = fewer.ceil[site] + 1;
    let below = (view.share[site] - 1000 * whole(fewer.ceil[site])).clamp(0, 1000);
    Branch {
        number: site,
        distances: [below, 1000 - below],
        sides: [fewer, more],
    }
}

fn of_set(look: &Look<'_, '_>, range: &Range, view: &View, set: usize) -> Branch {
    let sites = &look.past.sets[set];
    let share: i64 = sites.iter().map(|site| view.share[*site]).sum();
    let groups = usize::try_from(share / 1000).unwrap_or(0);
    let side = |least: usize, most: usize| {
        let mut side = range.clone();
        match side.sets.iter_mut().find(|bounds| bounds.set == set) {
            Some(bounds) => {
                bounds.least = bounds.least.max(least);
                bounds.most = bounds.most.min(most);
            }
            None => side.sets.push(Bounds {
                set,
                sites: Arc::clone(sites),
                least,
                most,
            }),
        }
        side
    };
    let all = sites.iter().map(|site| range.ceil[*site]).sum();
    let below = share.rem_euclid(1000);
    Branch {
        number: range.floor.len() + set,
        distances: [below, 1000 - below],
        sides: [side(0, groups), side(groups + 1, all)],
    }
}

/// How much a branch promises: the mean of both sides' falls, or a guess at it by what seats cost.
fn promise(look: &Look<'_, '_>, branch: usize, (share, cost): (i64, i128)) -> i128 {
    let part = share.rem_euclid(1000);
    let guess = i128::from(part.min(1000 - part) + 1) * (cost + 1) / MADE_GOOD;
    if !look.past.is_known(branch) {
        return guess;
    }
    let product = look.past.expect(branch, 0, part) * look.past.expect(branch, 1, 1000 - part);
    product.isqrt().max(guess / 20)
}

/// The prices of a site's dearest takers, as many as a group has.
fn cost(problem: &Problem<'_>, site: usize, prices: &Prices) -> i128 {
    let takers = problem.sites[site].takers.iter();
    let mut costs: Vec<i64> = takers.map(|taker| prices.notes[taker.note].max(0)).collect();
    costs.sort_unstable_by_key(|price| Reverse(*price));
    let group = costs.iter().take(problem.rules().max_size);
    group.map(|price| i128::from(*price)).sum()
}

/// Fewer or more groups in all, if the relaxation leaves that open.
fn in_all((problem, sets): (&Problem<'_>, usize), range: &Range, view: &View) -> Option<Branch> {
    let new = view.share.iter().zip(&problem.sites);
    let sum: i64 = new
        .filter(|(_, site)| !site.is_standing())
        .map(|(share, _)| *share)
        .sum();
    let groups = usize::try_from(sum / 1000).unwrap_or(0);
    if !(range.least..range.most).contains(&groups) {
        return None;
    }
    let (mut fewer, mut more) = (range.clone(), range.clone());
    (fewer.most, more.least) = (groups, groups + 1);
    let below = sum.rem_euclid(1000);
    Some(Branch {
        number: range.floor.len() + sets,
        distances: [below, 1000 - below],
        sides: [fewer, more],
    })
}

#[cfg(test)]
mod tests {
    use super::{Falls, Origin, Past};

    fn origin(branch: usize, side: usize, distance: i64) -> Origin {
        Origin {
            branch,
            side,
            distance,
            bound: 1000,
        }
    }

    fn past() -> Past {
        Past {
            falls: vec![[Falls::default(); 2]; 3],
            sets: Vec::new(),
        }
    }

    #[test]
    fn a_fall_is_expected_in_proportion_to_the_distance() {
        let mut past = past();
        past.record(origin(0, 1, 500), 900);
        assert_eq!(past.expect(0, 1, 500), 100);
        assert_eq!(past.expect(0, 1, 250), 50);
        past.record(origin(0, 1, 500), 700);
        assert_eq!(past.expect(0, 1, 500), 200, "the mean of both");
    }

    #[test]
    fn what_is_not_known_is_expected_to_be_as_on_average_on_its_side() {
        let mut past = past();
        past.record(origin(0, 0, 1000), 900);
        past.record(origin(1, 0, 1000), 700);
        assert_eq!(past.expect(2, 0, 1000), 200);
        assert!(!past.is_known(0) && !past.is_known(2));
        past.record(origin(0, 1, 1000), 990);
        assert!(past.is_known(0));
    }

    #[test]
    fn a_bound_that_rose_counts_as_no_fall() {
        let mut past = past();
        past.record(origin(0, 0, 500), 1100);
        assert_eq!(past.expect(0, 0, 500), 1, "the least there is");
    }
}
