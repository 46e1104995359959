//! The most broken cut of a set of sites.
//!
//! Notes are chosen one after another, those that sit most at the set's sites first, and each time the cut is rounded by
//! every size of group that there is. One look costs about the notes of the set that are torn, times its groups' sizes,
//! times its sites.

#![expect(clippy::indexing_slicing, reason = "a kernel on positions that it hands out itself")]

use std::collections::{BTreeMap, BTreeSet};

use super::{Average, ONE};
use crate::cut::{Cut, Rounding};
use crate::families::Near;
use crate::problem::Problem;
use crate::weight::whole;

/// Sets of fewer sites than this grow by the neighbour that breaks a cut most, others by the nearest.
const FEW: usize = 6;
/// Neighbours that are tried for a small set.
const NEIGHBOURS: usize = 4;

/// A note's part of a seat at a site.
#[derive(Clone, Copy)]
struct Part {
    site: usize,
    share: i64,
    is_own: bool,
}

/// How a set's inequality is rounded best.
pub(super) struct Rounded {
    /// By how much the average breaks it, for its length.
    pub by: i64,
    chosen: BTreeSet<usize>,
    rounding: Rounding,
}

/// An average, laid out to look at many sets.
pub(super) struct Scan<'a> {
    problem: &'a Problem<'a>,
    average: &'a Average,
    /// By note.
    parts: Vec<Vec<Part>>,
    /// By site: how many takers are its own, and the seats of others.
    own: Vec<i64>,
    others: Vec<i64>,
    /// By site: sizes of groups, and how many of them there are.
    sizes: Vec<Vec<(i64, i64)>>,
    /// By site: its place in the set that is looked at.
    place: Vec<Option<usize>>,
    /// By note: how much it sits at the set's sites.
    inside: Vec<i64>,
}

impl<'a> Scan<'a> {
    pub(super) fn new(problem: &'a Problem<'a>, average: &'a Average) -> Self {
        let count = problem.sites.len();
        let mut scan = Self {
            problem,
            average,
            parts: vec![Vec::new(); problem.notes.len()],
            own: vec![0; count],
            others: vec![0; count],
            sizes: Vec::with_capacity(count),
            place: vec![None; count],
            inside: vec![0; problem.notes.len()],
        };
        for (site, here) in problem.sites.iter().enumerate() {
            for (at, (taker, share)) in here.takers.iter().zip(&average.seats[site]).enumerate() {
                let (share, is_own) = (*share, average.is_own(site, at));
                scan.parts[taker.note].push(Part { site, share, is_own });
                if is_own {
                    scan.own[site] += 1;
                } else {
                    scan.others[site] += share;
                }
            }
            let sizes = average.sizes[site].iter().enumerate().skip(problem.rules().min_size);
            let sizes = sizes.filter(|(_, share)| **share > ONE / 1000);
            scan.sizes
                .push(sizes.map(|(size, share)| (whole(size), *share)).collect());
        }
        scan
    }

    /// The cut of these sites that the average breaks most.
    pub(super) fn most_broken(&mut self, sites: &[usize]) -> Option<Rounded> {
        for (place, site) in sites.iter().enumerate() {
            self.place[*site] = Some(place);
        }
        let inside = self.inside(sites);
        let best = self.best_rounding(sites, &inside);
        for site in sites {
            self.place[*site] = None;
        }
        let (by, chosen, rounding) = best.filter(|best| best.0 > 0)?;
        let chosen = inside[..chosen].iter().map(|(_, note)| *note).collect();
        Some(Rounded { by, chosen, rounding })
    }

    pub(super) fn cut(&self, sites: &[usize], rounded: &Rounded) -> Cut {
        Cut::new(
            self.problem,
            sites,
            rounded.rounding,
            |note| rounded.chosen.contains(&note),
            |place, taker| self.average.is_own(sites[place], taker),
        )
    }

    /// The site by which a set grows.
    pub(super) fn next(&mut self, sites: &[usize], near: &Near) -> Option<usize> {
        let mut beside: BTreeMap<usize, i64> = BTreeMap::new();
        for (other, share) in sites.iter().flat_map(|site| &near[*site]) {
            if sites.binary_search(other).is_err() {
                *beside.entry(*other).or_default() += share;
            }
        }
        let mut beside: Vec<(i64, usize)> = beside.into_iter().map(|(site, share)| (share, site)).collect();
        beside.sort_unstable_by(|one, other| other.cmp(one));
        beside.truncate(if sites.len() < FEW { NEIGHBOURS } else { 1 });
        if beside.len() < 2 {
            return beside.first().map(|(_, site)| *site);
        }
        let tried = beside.into_iter().map(|(share, site)| {
            let mut with: Vec<usize> = sites.iter().copied().chain([site]).collect();
            with.sort_unstable();
            let by = self.most_broken(&with).map_or(0, |rounded| rounded.by);
            ((by, share), site)
        });
        tried.max().map(|(_, site)| site)
    }

    /// The notes that sit at these sites, those who do most first.
    fn inside(&mut self, sites: &[usize]) -> Vec<(i64, usize)> {
        let mut notes = Vec::new();
        for site in sites {
            let takers = self.problem.sites[*site].takers.iter().zip(&self.average.seats[*site]);
            for (taker, share) in takers.filter(|(_, share)| **share > ONE / 100) {
                if self.inside[taker.note] == 0 {
                    notes.push(taker.note);
                }
                self.inside[taker.note] += share;
            }
        }
        let share = |note: usize| (std::mem::take(&mut self.inside[note]).min(ONE), note);
        let mut inside: Vec<(i64, usize)> = notes.into_iter().map(share).collect();
        inside.sort_unstable_by(|one, other| other.0.cmp(&one.0).then(one.1.cmp(&other.1)));
        inside
    }

    /// By how much the best rounding is broken for its length, how many notes it chooses, and how it rounds.
    fn best_rounding(&self, sites: &[usize], inside: &[(i64, usize)]) -> Option<(i64, usize, Rounding)> {
        let mut own: Vec<i64> = sites.iter().map(|site| self.own[*site]).collect();
        let mut others: i64 = sites.iter().map(|site| self.others[*site]).sum();
        // Who has a whole seat inside is chosen, but for what a group may lack.
        let whole_seats = inside.iter().take_while(|(share, _)| *share > ONE - ONE / 100).count();
        let first = whole_seats.saturating_sub(self.problem.rules().max_size);
        let mut best: Option<(i64, usize, Rounding)> = None;
        for (before, (_, note)) in inside.iter().enumerate() {
            for part in &self.parts[*note] {
                match self.place[part.site] {
                    Some(place) if part.is_own => own[place] -= 1,
                    Some(_) => others -= part.share,
                    None => {}
                }
            }
            if before < first {
                continue;
            }
            let chosen = before + 1;
            for by in self.divisors(sites, &own) {
                let Some(rounding) = Rounding::of(chosen, by) else {
                    continue;
                };
                let by = self.broken(sites, &own, others, rounding);
                if best.is_none_or(|best| by > best.0) {
                    best = Some((by, chosen, rounding));
                }
            }
        }
        best
    }

    /// By how much a rounding is broken for its length.
    fn broken(&self, sites: &[usize], own: &[i64], others: i64, rounding: Rounding) -> i64 {
        let (mut counted, mut square) = (0, 0);
        for (site, own) in sites.iter().zip(own) {
            for (size, share) in &self.sizes[*site] {
                let weight = rounding.counted(size - own);
                counted += weight * share;
                square += weight * weight;
            }
        }
        let length = u64::try_from(square).map_or(0, u64::isqrt);
        (counted - others - rounding.most() * ONE) / (i64::try_from(length).unwrap_or(0) + 2)
    }

    /// What groups take besides their own, as far as the average has such groups.
    fn divisors(&self, sites: &[usize], own: &[i64]) -> Vec<i64> {
        let mut found = Vec::new();
        for (site, own) in sites.iter().zip(own) {
            for (size, share) in &self.sizes[*site] {
                let by = size - own;
                if *share > ONE / 50 && by > 1 && !found.contains(&by) {
                    found.push(by);
                }
            }
        }
        found
    }
}
