//! Good plans from relaxations: one rounded, or one after another with ever more sites fixed.
//!
//! These only look for good answers; nothing rests on them.

#![expect(clippy::indexing_slicing, reason = "a kernel on positions that it hands out itself")]

use crate::bound::{Prices, Range};
use crate::look::{Look, Outcome};
use crate::problem::{Plan, Problem};
use crate::relax::Aim;
use crate::weight::whole;

/// A site this near to a whole number of groups, in thousandths, is fixed.
const NEAR: i64 = 30;
/// Where no site is so near, one in so many is fixed.
const PORTION: usize = 12;

/// Fixes the sites that are torn least, relaxes again, and so on, down to one plan; tries what is met on the way.
pub(crate) fn dive(look: &mut Look<'_, '_>, range: &Range, prices: &Prices) {
    let mut range = range.clone();
    let active = look.active(prices);
    while !look.budget.is_spent() {
        let Outcome::Solved(prices, average) = look.relax(&range, &active, Aim::Corner) else {
            return;
        };
        let Some(view) = look.view(&mut range, prices, average.groups()) else {
            return;
        };
        let mut torn: Vec<(i64, usize)> = (0..view.share.len())
            .filter(|site| range.floor[*site] < range.ceil[*site])
            .map(|site| {
                let part = view.share[site].rem_euclid(1000);
                (part.min(1000 - part), site)
            })
            .collect();
        torn.sort_unstable();
        let near = torn.iter().filter(|(part, _)| *part < NEAR).count();
        let count = if near > 0 { near } else { torn.len().div_ceil(PORTION) };
        for (_, site) in torn.into_iter().take(count) {
            let groups = usize::try_from((view.share[site] + 500) / 1000).unwrap_or(0);
            let groups = groups.clamp(range.floor[site], range.ceil[site]);
            (range.floor[site], range.ceil[site]) = (groups, groups);
        }
        look.try_share(&range, &view.share);
        if range.is_one() {
            return;
        }
    }
}

/// The sites of a range that open most (in thousandths of groups), as far as they can be led.
pub(crate) fn rounded(problem: &Problem<'_>, range: &Range, share: &[i64]) -> Plan {
    let mut plan = range.floor.clone();
    let mut leaders = problem.leaders.clone();
    let new: Vec<usize> = (0..plan.len())
        .filter(|site| !problem.sites[*site].is_standing())
        .collect();
    for site in &new {
        (0..plan[*site]).for_each(|_| _ = leaders.add(*site));
    }
    let total = new.iter().map(|site| share[*site]).sum::<i64>() + 500;
    let total = usize::try_from(total / 1000)
        .unwrap_or(0)
        .max(range.least)
        .min(range.most);
    let mut left = total.saturating_sub(new.iter().map(|site| plan[*site]).sum());
    let mut steps: Vec<(i64, usize)> = Vec::new();
    for site in new {
        let further = range.floor[site]..range.ceil[site];
        steps.extend(further.map(|groups| (share[site] - whole(groups) * 1000, site)));
    }
    steps.sort_by_key(|(share, site)| (-share, *site));
    for (_, site) in steps {
        if left > 0 && leaders.add(site) {
            plan[site] += 1;
            left -= 1;
        }
    }
    plan
}
