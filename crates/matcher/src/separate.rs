//! Finds cuts that an averaged answer to prices breaks.
//!
//! For given sites the best notes to choose are those that sit there most, so all numbers of them are tried at once. Sites
//! are gathered from one that opens by halves, each time by the neighbour, through notes that sit in both, that breaks a cut
//! most. The average is only a guess of where to look: a cut holds wherever it comes from.

#![expect(clippy::indexing_slicing, reason = "a kernel on positions that it hands out itself")]

use std::collections::{BTreeMap, BTreeSet};

use crate::cut::{Cut, Rounding};
use crate::problem::Problem;
use crate::weight::{fraction, nearest, whole};

/// A whole seat or group in an average.
const ONE: i64 = 1 << 16;
/// Most sites of a cut.
const SITES: usize = 8;
/// Neighbours that are tried for each further site.
const NEIGHBOURS: usize = 4;
/// A cut must be broken by so much of a seat, in fractions of `ONE`.
const BROKEN: i64 = ONE / 100;
/// At most so many cuts are found at a time.
const AT_ONCE: usize = 300;

/// Who sat where and in groups of which sizes, on average over late answers, in fractions of `ONE`.
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

    /// How many groups each site opens, in thousandths.
    pub(crate) fn groups(&self) -> Vec<i64> {
        let thousandths = |sizes: &Vec<i64>| sizes.iter().sum::<i64>() * 1000 / ONE;
        self.sizes.iter().map(thousandths).collect()
    }
}

/// Cuts that the average breaks, those broken most first.
pub(crate) fn separate(problem: &Problem<'_>, average: &Average) -> Vec<Cut> {
    let near = neighbours(problem, average);
    let mut found: Vec<(i64, Cut)> = Vec::new();
    let is_torn = |site: &usize| {
        let part = average.total(*site).rem_euclid(ONE);
        !problem.sites[*site].is_standing() && part > ONE / 50 && part < ONE - ONE / 50
    };
    for start in (0..problem.sites.len()).filter(is_torn) {
        let mut sites = vec![start];
        loop {
            if let Some((by, cut)) = Look::at(problem, average, &sites).most_broken()
                && by > BROKEN
                && found.iter().all(|(_, known)| *known != cut)
            {
                found.push((by, cut));
            }
            if sites.len() == SITES {
                break;
            }
            let mut beside: BTreeMap<usize, i64> = BTreeMap::new();
            for (other, share) in sites.iter().flat_map(|site| &near[*site]) {
                if !sites.contains(other) {
                    *beside.entry(*other).or_default() += share;
                }
            }
            let mut beside: Vec<(i64, usize)> = beside.into_iter().map(|(site, share)| (share, site)).collect();
            beside.sort_unstable_by(|one, other| other.cmp(one));
            beside.truncate(NEIGHBOURS);
            let by = |site: usize| {
                let mut with: Vec<usize> = sites.iter().copied().chain([site]).collect();
                with.sort_unstable();
                Look::at(problem, average, &with)
                    .most_broken()
                    .map_or(i64::MIN, |(by, _)| by)
            };
            let Some((_, next)) = beside.into_iter().map(|(share, site)| ((by(site), share), site)).max() else {
                break;
            };
            sites.push(next);
            sites.sort_unstable();
        }
    }
    found.sort_by_key(|(by, _)| std::cmp::Reverse(*by));
    found.truncate(AT_ONCE);
    found.into_iter().map(|(_, cut)| cut).collect()
}

/// Some sites, and how their average answer could be rounded.
struct Look<'a> {
    problem: &'a Problem<'a>,
    average: &'a Average,
    sites: &'a [usize],
    /// Notes by how much they sit at these sites, most first.
    inside: Vec<(i64, usize)>,
    /// By site and taker: whether it has all of a seat that the site's groups can give it.
    is_own: Vec<Vec<bool>>,
}

impl<'a> Look<'a> {
    fn at(problem: &'a Problem<'a>, average: &'a Average, sites: &'a [usize]) -> Self {
        let mut inside: BTreeMap<usize, i64> = BTreeMap::new();
        let mut is_own = Vec::with_capacity(sites.len());
        for site in sites {
            let open = average.total(*site).min(ONE);
            let mut own = Vec::with_capacity(average.seats[*site].len());
            for (taker, share) in problem.sites[*site].takers.iter().zip(&average.seats[*site]) {
                if *share > ONE / 100 {
                    *inside.entry(taker.note).or_default() += share;
                }
                own.push(open - share < ONE / 100);
            }
            is_own.push(own);
        }
        let mut inside: Vec<(i64, usize)> = inside.into_iter().map(|(note, share)| (share.min(ONE), note)).collect();
        inside.sort_unstable_by(|one, other| other.0.cmp(&one.0).then(one.1.cmp(&other.1)));
        Self {
            problem,
            average,
            sites,
            inside,
            is_own,
        }
    }

    /// The cut that the average breaks most, and by how much for its length.
    fn most_broken(&self) -> Option<(i64, Cut)> {
        // By site: own takers that are not chosen, and the seats of others.
        let mut own: Vec<i64> = Vec::new();
        let mut others = 0;
        let mut of_note: BTreeMap<usize, Vec<(usize, bool, i64)>> = BTreeMap::new();
        for (place, site) in self.sites.iter().enumerate() {
            own.push(0);
            for (at, taker) in self.problem.sites[*site].takers.iter().enumerate() {
                let (is_own, share) = (self.is_own[place][at], self.average.seats[*site][at]);
                if is_own {
                    own[place] += 1;
                } else {
                    others += share;
                }
                of_note.entry(taker.note).or_default().push((place, is_own, share));
            }
        }
        let mut best: Option<(i64, usize, Rounding)> = None;
        for (before, (_, note)) in self.inside.iter().enumerate() {
            for (place, is_own, share) in of_note.get(note).into_iter().flatten() {
                if *is_own { own[*place] -= 1 } else { others -= share }
            }
            let chosen = before + 1;
            for by in self.divisors(&own) {
                let Some(rounding) = Rounding::of(chosen, by) else {
                    continue;
                };
                let (mut counted, mut square) = (0, 0);
                for (site, own) in self.sites.iter().zip(&own) {
                    for (size, share) in self.average.sizes[*site]
                        .iter()
                        .enumerate()
                        .skip(self.problem.rules().min_size)
                    {
                        let weight = rounding.counted(whole(size) - own);
                        counted += weight * share;
                        square += weight * weight;
                    }
                }
                let over = counted - others - rounding.most() * ONE;
                let by = over / (whole_root(square) + 2);
                if best.is_none_or(|best| by > best.0) {
                    best = Some((by, chosen, rounding));
                }
            }
        }
        let (by, chosen, rounding) = best.filter(|best| best.0 > 0)?;
        let chosen: BTreeSet<usize> = self.inside[..chosen].iter().map(|(_, note)| *note).collect();
        let cut = Cut::new(
            self.problem,
            self.sites,
            rounding,
            |note| chosen.contains(&note),
            |place, taker| self.is_own[place][taker],
        );
        Some((by, cut))
    }

    /// What groups take besides their own, as far as the average has such groups.
    fn divisors(&self, own: &[i64]) -> Vec<i64> {
        let mut found = Vec::new();
        for (site, own) in self.sites.iter().zip(own) {
            for (size, share) in self.average.sizes[*site].iter().enumerate() {
                let by = whole(size) - own;
                if *share > ONE / 50 && by > 1 && !found.contains(&by) {
                    found.push(by);
                }
            }
        }
        found
    }
}

fn whole_root(square: i64) -> i64 {
    u64::try_from(square).map_or(0, u64::isqrt).try_into().unwrap_or(0)
}

/// For each site those that share notes with it, and how much.
fn neighbours(problem: &Problem<'_>, average: &Average) -> Vec<BTreeMap<usize, i64>> {
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
