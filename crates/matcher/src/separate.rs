//! Finds cuts that a relaxation's fractions break: its average answer.
//!
//! For given sites the best notes to choose are those that sit there most, so all numbers of them are tried at once (see
//! `scan`). Sites are gathered in two ways: from each one that opens by halves, by one neighbour after another through notes
//! that sit in both; and by joining, of all sets, the two that share the largest part of their notes (see `families`). What
//! is short of whole groups is often a quarter of a town, so sets grow large. The average is only a guess of where to look:
//! a cut holds wherever it comes from.

#![expect(clippy::indexing_slicing, reason = "a kernel on positions that it hands out itself")]

mod scan;

use std::collections::{BTreeMap, HashSet};

use crate::cut::Cut;
use crate::families::{Near, families};
use crate::problem::Problem;
use crate::weight::{fraction, nearest};

/// A whole seat or group in an average.
const ONE: i64 = 1 << 16;
/// Most sites of a set that is gathered from one.
const SITES: usize = 40;
/// A cut must be broken by so much of a seat, in fractions of `ONE`.
const BROKEN: i64 = ONE / 100;
/// At most so many cuts are found at a time.
const AT_ONCE: usize = 300;

/// Who sits where and in groups of which sizes, in fractions of `ONE`: an average of whole answers, as it were.
#[derive(Clone, Debug, Default)]
pub(crate) struct Average {
    /// By site and taker.
    seats: Vec<Vec<i64>>,
    /// By site and size.
    sizes: Vec<Vec<i64>>,
}

impl Average {
    pub(crate) fn none(problem: &Problem<'_>) -> Self {
        let full = problem.rules().max_size;
        Self {
            seats: problem.sites.iter().map(|site| vec![0; site.takers.len()]).collect(),
            sizes: problem.sites.iter().map(|_| vec![0; full + 1]).collect(),
        }
    }

    /// How much of a seat a taker has.
    pub(crate) fn seat(&mut self, site: usize, taker: usize, share: f64) {
        self.seats[site][taker] = nearest(share * fraction(ONE)).clamp(0, ONE);
    }

    /// How many groups of a size a site has.
    pub(crate) fn groups_of(&mut self, site: usize, members: usize, share: f64) {
        self.sizes[site][members] = nearest(share * fraction(ONE)).max(0);
    }

    /// How many groups a site opens, in fractions of `ONE`.
    fn total(&self, site: usize) -> i64 {
        self.sizes[site].iter().sum()
    }

    /// How many seats a site's groups have.
    fn load(&self, site: usize) -> i64 {
        self.seats[site].iter().sum()
    }

    /// Whether a taker has all of a seat that the site's groups can give.
    fn is_own(&self, site: usize, taker: usize) -> bool {
        self.total(site).min(ONE) - self.seats[site][taker] < ONE / 100
    }

    /// How many groups each site opens, in thousandths.
    pub(crate) fn groups(&self) -> Vec<i64> {
        let thousandths = |sizes: &Vec<i64>| sizes.iter().sum::<i64>() * 1000 / ONE;
        self.sizes.iter().map(thousandths).collect()
    }
}

/// Cuts that the average breaks, those broken most first.
pub(crate) fn separate(problem: &Problem<'_>, average: &Average) -> Vec<Cut> {
    let near = neighbours(problem, average);
    let mut scan = scan::Scan::new(problem, average);
    let mut seen: HashSet<Vec<usize>> = HashSet::new();
    let mut found: Vec<(i64, Cut)> = Vec::new();
    let mut look_at = |scan: &mut scan::Scan<'_>, sites: &[usize]| {
        let broken = scan.most_broken(sites).filter(|rounded| rounded.by > BROKEN);
        if let Some(rounded) = broken {
            let cut = scan.cut(sites, &rounded);
            if found.iter().all(|(_, known)| *known != cut) {
                found.push((rounded.by, cut));
            }
        }
    };
    let is_torn = |site: &usize| {
        let part = average.total(*site).rem_euclid(ONE);
        !problem.sites[*site].is_standing() && part > ONE / 50 && part < ONE - ONE / 50
    };
    for start in (0..problem.sites.len()).filter(is_torn) {
        let mut sites = vec![start];
        // What a set grows to depends on nothing but the set.
        while seen.insert(sites.clone()) {
            look_at(&mut scan, &sites);
            let next = if sites.len() < SITES {
                scan.next(&sites, &near)
            } else {
                None
            };
            let Some(next) = next else { break };
            sites.push(next);
            sites.sort_unstable();
        }
    }
    for sites in families(&near, (0..problem.sites.len()).map(|site| average.load(site))) {
        if seen.insert(sites.clone()) {
            look_at(&mut scan, &sites);
        }
    }
    found.sort_by_key(|(by, _)| std::cmp::Reverse(*by));
    found.truncate(AT_ONCE);
    found.into_iter().map(|(_, cut)| cut).collect()
}

/// For each site those that share notes with it: how much of a seat these have at both.
fn neighbours(problem: &Problem<'_>, average: &Average) -> Near {
    let mut of_note: Vec<Vec<(usize, i64)>> = vec![Vec::new(); problem.notes.len()];
    for (at, site) in problem.sites.iter().enumerate().filter(|(_, site)| !site.is_standing()) {
        for (taker, share) in site.takers.iter().zip(&average.seats[at]) {
            if *share > ONE / 50 {
                of_note[taker.note].push((at, *share));
            }
        }
    }
    let mut near = vec![BTreeMap::new(); problem.sites.len()];
    for shares in of_note {
        for (at, (one, share)) in shares.iter().enumerate() {
            for (other, others) in &shares[at + 1..] {
                *near[*one].entry(*other).or_insert(0) += share.min(others);
                *near[*other].entry(*one).or_insert(0) += share.min(others);
            }
        }
    }
    near
}
