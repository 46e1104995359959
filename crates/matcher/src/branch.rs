//! Cuts a range of plans into smaller ones.
//!
//! First at a note with few places to sit: one of them opens, or the note stays out, which is dear. Else by the number of
//! groups in all, if the priced answers don't agree on it; else at the site they agree on least. One look at each wish.

#![expect(clippy::indexing_slicing, reason = "a kernel on positions that it hands out itself")]

use std::cmp::Reverse;

use crate::ascent::Ascent;
use crate::bound::Range;
use crate::problem::Problem;

/// Notes with more ways than this are not branched on.
const FEW: usize = 4;

/// Ranges that hold every plan of this one which matters, the likeliest last. `gap` is how far the range is from being
/// ruled out, in fractions of the scale.
pub(crate) fn sides(problem: &Problem<'_>, range: &Range, ascent: &Ascent, gap: i64) -> Vec<Range> {
    if let Some(note) = scarce(problem, range, ascent, gap) {
        return by_note(problem, note, range, ascent);
    }
    let (mut low, mut high) = (range.clone(), range.clone());
    let share = if let Some(share) = doubtful_total(problem, range, ascent) {
        low.most = share.0;
        high.least = share.0 + 1;
        share.1
    } else {
        let doubt = |site: &usize| (ascent.share[*site].rem_euclid(1000) - 500).abs();
        let sites = (0..range.floor.len()).filter(|site| range.floor[*site] < range.ceil[*site]);
        let Some(site) = sites.min_by_key(doubt) else {
            return Vec::new();
        };
        let share = usize::try_from(ascent.share[site]).unwrap_or(0);
        let fewer = (share / 1000).clamp(range.floor[site], range.ceil[site] - 1);
        low.ceil[site] = fewer;
        high.floor[site] = fewer + 1;
        share % 1000
    };
    if share < 300 { vec![high, low] } else { vec![low, high] }
}

/// A note with few places to sit, none of them sure, that is dear enough to matter.
fn scarce(problem: &Problem<'_>, range: &Range, ascent: &Ascent, gap: i64) -> Option<usize> {
    let ways = |note: &usize| {
        let sites = || problem.seats[*note].iter().map(|seat| seat.site);
        let ways = sites().filter(|site| range.ceil[*site] > 0).count() + usize::from(!range.must[*note]);
        (sites().all(|site| range.floor[site] == 0) && (2..=FEW).contains(&ways)).then_some((ways, *note))
    };
    let dear = (0..range.must.len()).filter(|note| ascent.prices.notes[*note] * 2 >= gap);
    dear.filter_map(|note| ways(&note)).min().map(|(_, note)| note)
}

/// By the first site that opens of those where this note could sit; the last range opens none of them.
fn by_note(problem: &Problem<'_>, note: usize, range: &Range, ascent: &Ascent) -> Vec<Range> {
    let mut ways: Vec<usize> = problem.seats[note].iter().map(|seat| seat.site).collect();
    ways.retain(|site| range.ceil[*site] > 0);
    ways.sort_by_key(|site| Reverse(ascent.share[*site]));
    let mut rest = range.clone();
    let mut sides = Vec::new();
    for site in ways {
        let mut side = rest.clone();
        side.floor[site] = 1;
        sides.push(side);
        rest.ceil[site] = 0;
    }
    if !range.must[note] {
        sides.push(rest);
    }
    sides.reverse();
    sides
}

/// Where the number of new groups could be split, and how much more there are on average (in thousandths).
fn doubtful_total(problem: &Problem<'_>, range: &Range, ascent: &Ascent) -> Option<(usize, usize)> {
    let sites = problem.sites.iter().zip(&ascent.share);
    let total: i64 = sites
        .filter(|(site, _)| !site.is_standing())
        .map(|(_, share)| share)
        .sum();
    let total = usize::try_from(total).ok()?;
    let fits = (range.least..range.most).contains(&(total / 1000));
    (fits && (150..=850).contains(&(total % 1000))).then_some((total / 1000, total % 1000))
}
