//! Sets of sites whose groups a branch counts together.
//!
//! Where the same people want two times at a place, a relaxation opens half of each, and closing one of them changes
//! nothing: the other takes its place. How many groups there are *between* them, or in a quarter of a town, does change
//! something. So sites are joined by the takers that they share (see `families`), and every set on the way can be
//! branched on. Source: branching on general disjunctions (Owen & Mehrotra 2001; Karamanov & Cornuéjols 2011).

#![expect(clippy::indexing_slicing, reason = "a kernel on positions that it hands out itself")]

use std::{collections::BTreeMap, sync::Arc};

use crate::bound::Range;
use crate::families::{Near, families};
use crate::problem::Problem;
use crate::weight::whole;

/// Fractions in which what two sites share is counted.
const FINE: i64 = 1 << 16;

/// The sets of a problem's sites, each with more than one site, and fewer than all.
pub(crate) fn of(problem: &Problem<'_>) -> Vec<Arc<[usize]>> {
    let count = problem.sites.len();
    let sets = families(&near(problem), std::iter::repeat_n(FINE, count));
    sets.into_iter()
        .filter(|sites| sites.len() < count)
        .map(Arc::from)
        .collect()
}

/// What part of the larger one's takers two sites share.
fn near(problem: &Problem<'_>) -> Near {
    let mut near: Near = vec![BTreeMap::new(); problem.sites.len()];
    let is_new = |site: &usize| !problem.sites[*site].is_standing();
    for seats in &problem.seats {
        let sites: Vec<usize> = seats.iter().map(|seat| seat.site).filter(is_new).collect();
        for (at, one) in sites.iter().enumerate() {
            for other in &sites[at + 1..] {
                let larger = problem.sites[*one].takers.len().max(problem.sites[*other].takers.len());
                let part = FINE / whole(larger.max(problem.rules().max_size));
                *near[*one].entry(*other).or_default() += part;
                *near[*other].entry(*one).or_default() += part;
            }
        }
    }
    near
}

/// Opens and closes what the bounds of a range's sets leave no choice about. False if nothing remains.
pub(crate) fn confine(range: &mut Range) -> bool {
    let Range { floor, ceil, sets, .. } = range;
    let mut is_stable = false;
    while !is_stable {
        is_stable = true;
        for bounds in &*sets {
            let floors: usize = bounds.sites.iter().map(|site| floor[*site]).sum();
            let ceils: usize = bounds.sites.iter().map(|site| ceil[*site]).sum();
            if floors > bounds.most || ceils < bounds.least {
                return false;
            }
            if floors == ceils {
                continue;
            }
            for site in &*bounds.sites {
                if floors == bounds.most {
                    ceil[*site] = floor[*site];
                } else if ceils == bounds.least {
                    floor[*site] = ceil[*site];
                }
            }
            is_stable &= floors != bounds.most && ceils != bounds.least;
        }
    }
    true
}

#[cfg(test)]
mod tests {
    use super::{confine, of};
    use crate::bound::{Bounds, Range};
    use crate::component::parts;
    use crate::tests::pools::Town;

    /// Two times at one place that the same six want, and one that they share with six others.
    fn town() -> Town {
        Town::new()
            .cell("a", "mon", 2)
            .cell("b", "tue", 1)
            .cell("c", "wed", 1)
            .starter("f", 3, &["a", "b", "c"])
            .starter("g", 1, &["a"])
            .notes("x", 10, 0, &["a", "b", "c"])
            .notes("y", 6, 0, &["c"])
    }

    /// Floor and ceiling of the three sites with these bounds: the sites of each, and least and most of their groups.
    fn confined(bounds: &[(&[usize], usize, usize)]) -> Option<(Vec<usize>, Vec<usize>)> {
        let pool = town().pool();
        let mut range = Range::of(&parts(&pool)[0]);
        assert_eq!(range.ceil, [2, 1, 1]);
        range.sets = bounds
            .iter()
            .enumerate()
            .map(|(set, (sites, least, most))| Bounds {
                set,
                sites: (*sites).into(),
                least: *least,
                most: *most,
            })
            .collect();
        confine(&mut range).then_some((range.floor, range.ceil))
    }

    #[test]
    fn sites_with_the_same_takers_are_a_set_but_all_sites_are_none() {
        let pool = town().pool();
        let sets = of(&parts(&pool)[0]);
        assert_eq!(sets.iter().map(|set| set.to_vec()).collect::<Vec<_>>(), [[0, 1]]);
    }

    #[test]
    fn bounds_that_leave_a_choice_fix_nothing() {
        assert_eq!(confined(&[(&[0, 1], 1, 2)]), Some((vec![0, 0, 0], vec![2, 1, 1])));
    }

    #[test]
    fn a_set_that_must_open_all_it_can_does() {
        assert_eq!(confined(&[(&[0, 1], 3, 3)]), Some((vec![2, 1, 0], vec![2, 1, 1])));
    }

    #[test]
    fn what_one_set_fixes_counts_in_the_others() {
        let bounds: &[(&[usize], usize, usize)] = &[(&[0, 1], 0, 1), (&[1, 2], 2, 2)];
        assert_eq!(confined(bounds), Some((vec![0, 1, 1], vec![0, 1, 1])));
    }

    #[test]
    fn bounds_that_cannot_be_met_leave_nothing() {
        assert_eq!(confined(&[(&[0, 1], 4, 4)]), None);
        assert_eq!(confined(&[(&[0, 1], 3, 3), (&[1, 2], 0, 0)]), None);
    }
}
