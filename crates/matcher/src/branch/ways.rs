//! The ways to cut a range in two, those that promise most.
//!
//! Of the sites and sets that the relaxation leaves open, those come first whose notes have a price: where everybody finds
//! a seat anyway, or only igangsettere are scarce, the other choice costs nothing.

#![expect(clippy::indexing_slicing, reason = "a kernel on positions that it hands out itself")]

use std::{cmp::Reverse, sync::Arc};

use super::past::Past;
use crate::bound::{Bounds, Prices, Range};
use crate::look::{Look, View};
use crate::problem::Problem;
use crate::weight::whole;

/// Ways that are weighed up.
const WAYS: usize = 40;
/// A set is branched on if it is so far from whole groups, in thousandths.
const TORN: i64 = 50;
/// A side is guessed to cost a fifth of its distance (in thousandths of a group) times what a group costs: the rest is made
/// good elsewhere.
const MADE_GOOD: i128 = 5000;

/// A way to cut a range in two: fewer groups, or more.
pub(super) struct Branch {
    /// First all sites, then all sets, last the number of groups in all.
    pub number: usize,
    /// How far each side is from the relaxation, in thousandths of groups.
    pub distances: [i64; 2],
    pub sides: [Range; 2],
}

/// The branches that promise most, best first; the number of groups in all comes last.
pub(super) fn branches(look: &Look<'_, '_>, range: &Range, view: &View) -> Vec<Branch> {
    let sites = range.floor.len();
    let costs: Vec<i128> = (0..sites).map(|site| cost(look.problem, site, &view.prices)).collect();
    let open = (0..sites).filter(|site| range.floor[*site] < range.ceil[*site]);
    let open = open.map(|site| (site, view.share[site], costs[site]));
    let torn = look.sets.iter().enumerate().filter_map(|(set, inside)| {
        let share = share(inside, view);
        // What is torn in it costs as much as the dearest of its sites.
        let cost = inside.iter().filter(|site| view.share[**site] % 1000 != 0);
        let cost = cost.map(|site| costs[*site]).max()?;
        let part = share % 1000;
        (part.min(1000 - part) >= TORN).then_some((sites + set, share, cost))
    });
    let mut promising: Vec<(Reverse<i128>, usize)> = open
        .chain(torn)
        .map(|(number, share, cost)| (Reverse(promise(&look.past, number, share, cost)), number))
        .collect();
    promising.sort_unstable();
    promising.truncate(WAYS);
    let branches = promising
        .into_iter()
        .map(|(_, number)| match number.checked_sub(sites) {
            None => of_site(range, view, number),
            Some(set) => of_set(range, view, (number, set, &look.sets[set])),
        });
    let in_all = in_all(look.problem, range, view, sites + look.sets.len());
    branches.chain(in_all).collect()
}

/// How many groups these sites open in the relaxation, in thousandths.
fn share(sites: &[usize], view: &View) -> i64 {
    sites.iter().map(|site| view.share[*site]).sum()
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

fn of_set(range: &Range, view: &View, (number, set, sites): (usize, usize, &Arc<[usize]>)) -> Branch {
    let share = share(sites, view);
    let groups = usize::try_from(share / 1000).unwrap_or(0);
    let side = |least: usize, most: usize| {
        let mut side = range.clone();
        let known = side.sets.iter_mut().find(|bounds| bounds.set == set);
        if let Some(bounds) = known {
            bounds.least = bounds.least.max(least);
            bounds.most = bounds.most.min(most);
        } else {
            side.sets.push(Bounds {
                set,
                sites: Arc::clone(sites),
                least,
                most,
            });
        }
        side
    };
    let all: usize = sites.iter().map(|site| range.ceil[*site]).sum();
    Branch {
        number,
        distances: [share % 1000, 1000 - share % 1000],
        sides: [side(0, groups), side(groups + 1, all.min(range.most))],
    }
}

/// How much a branch promises: the mean of both sides' falls, or a guess at it by what seats cost.
fn promise(past: &Past, branch: usize, share: i64, cost: i128) -> i128 {
    let below = share.rem_euclid(1000);
    let guess = i128::from(below.min(1000 - below) + 1) * (cost + 1) / MADE_GOOD;
    if !past.is_known(branch) {
        return guess;
    }
    let product = past.expect(branch, 0, below) * past.expect(branch, 1, 1000 - below);
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
fn in_all(problem: &Problem<'_>, range: &Range, view: &View, number: usize) -> Option<Branch> {
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
        number,
        distances: [below, 1000 - below],
        sides: [fewer, more],
    })
}
