//! Cuts a range of plans in two, where that rules out most.
//!
//! Tried are the sites whose number of groups the relaxation leaves most open, and the number of groups in all. A short
//! walk from the range's prices (see `ascent`) tells how far the bound falls on either side; the greatest product wins.
//! Source: strong branching with the product rule (Achterberg, Koch & Martin 2005).

#![expect(clippy::indexing_slicing, reason = "a kernel on positions that it hands out itself")]

use crate::bound::Range;
use crate::search::{Search, View};

/// Sites that are tried.
const SITES: usize = 12;
/// Steps of a walk.
const STEPS: u32 = 12;

/// The two sides of a range with their bounds; a side that holds nothing as good is left out.
pub(crate) fn sides(search: &mut Search<'_, '_>, range: &Range, view: &View) -> Vec<(Range, i64)> {
    let mut best: Option<(i128, Vec<(Range, i64)>)> = None;
    for pair in pairs(search, range, view) {
        let mut score: i128 = 1;
        let mut sides = Vec::new();
        for mut side in pair {
            let seen = search
                .confine(&mut side)
                .then(|| search.walk(&mut side, &view.prices, STEPS))
                .flatten();
            let bound = seen.map(|seen| seen.bound.min(view.bound));
            let fall = view.bound - bound.unwrap_or(search.least() - 1);
            score *= i128::from(fall.max(1));
            sides.extend(bound.map(|bound| (side, bound)));
        }
        if sides.len() < 2 {
            return sides;
        }
        if best.as_ref().is_none_or(|best| score > best.0) {
            best = Some((score, sides));
        }
    }
    best.map_or(Vec::new(), |(_, sides)| sides)
}

fn pairs(search: &Search<'_, '_>, range: &Range, view: &View) -> Vec<[Range; 2]> {
    let torn = |site: &usize| (view.share[*site].rem_euclid(1000) - 500).abs();
    let mut sites: Vec<usize> = (0..range.floor.len())
        .filter(|site| range.floor[*site] < range.ceil[*site])
        .collect();
    sites.sort_by_key(torn);
    sites.truncate(SITES);
    let at_site = |site: usize| {
        let (mut fewer, mut more) = (range.clone(), range.clone());
        let groups = usize::try_from(view.share[site] / 1000).unwrap_or(0);
        fewer.ceil[site] = groups.clamp(range.floor[site], range.ceil[site] - 1);
        more.floor[site] = fewer.ceil[site] + 1;
        [fewer, more]
    };
    let mut pairs: Vec<[Range; 2]> = sites.into_iter().map(at_site).collect();
    let new = view
        .share
        .iter()
        .zip(&search.problem.sites)
        .filter(|(_, site)| !site.is_standing());
    let total = usize::try_from(new.map(|(share, _)| share).sum::<i64>() / 1000).unwrap_or(0);
    if (range.least..range.most).contains(&total) {
        let (mut fewer, mut more) = (range.clone(), range.clone());
        fewer.most = total;
        more.least = total + 1;
        pairs.push([fewer, more]);
    }
    pairs
}
