//! Sets of sites that share their notes with each other more than with the rest.
//!
//! Begins with each site by itself, and joins the two sets of which the smaller shares the largest part of its seats with
//! the other, again and again. Every set on the way is told. Source: agglomerative clustering.

#![expect(clippy::indexing_slicing, reason = "a kernel on positions that it hands out itself")]

use std::collections::BTreeMap;

/// What each site shares with others.
pub(crate) type Near = Vec<BTreeMap<usize, i64>>;

/// Sites, what they share with other sets, and their seats.
struct Family {
    sites: Vec<usize>,
    near: BTreeMap<usize, i64>,
    load: i64,
}

/// The sets that were joined, in that order; each is sorted. `loads` are the seats of each site.
pub(crate) fn families(near: &Near, loads: impl IntoIterator<Item = i64>) -> Vec<Vec<usize>> {
    let single = |(site, (near, load)): (usize, (&BTreeMap<usize, i64>, i64))| {
        Some(Family {
            sites: vec![site],
            near: near.clone(),
            load,
        })
    };
    let mut sets: Vec<Option<Family>> = near.iter().zip(loads).enumerate().map(single).collect();
    let mut found = Vec::new();
    while let Some((one, other)) = closest(&sites_of(&sets)) {
        let (Some(first), Some(second)) = (sets[one].take(), sets[other].take()) else {
            break;
        };
        let new = sets.len();
        let family = first.join(second, (one, other));
        for set in sets.iter_mut().flatten() {
            let shares = [set.near.remove(&one), set.near.remove(&other)];
            let share: i64 = shares.into_iter().flatten().sum();
            if share > 0 {
                set.near.insert(new, share);
            }
        }
        found.push(family.sites.clone());
        sets.push(Some(family));
    }
    found
}

impl Family {
    fn join(mut self, other: Self, (own, others): (usize, usize)) -> Self {
        self.sites.extend(other.sites);
        self.sites.sort_unstable();
        for (to, share) in other.near {
            *self.near.entry(to).or_default() += share;
        }
        self.near.remove(&own);
        self.near.remove(&others);
        self.load += other.load;
        self
    }
}

fn sites_of(sets: &[Option<Family>]) -> BTreeMap<usize, &Family> {
    let there = sets.iter().enumerate();
    there.filter_map(|(at, set)| Some((at, set.as_ref()?))).collect()
}

/// The two sets to join next.
fn closest(sets: &BTreeMap<usize, &Family>) -> Option<(usize, usize)> {
    let mut best: Option<(i128, usize, usize)> = None;
    for (one, set) in sets {
        for (other, share) in set.near.range(one + 1..) {
            let Some(with) = sets.get(other) else { continue };
            let part = (i128::from(*share) << 32) / i128::from(set.load.min(with.load).max(1));
            if best.is_none_or(|best| part > best.0) {
                best = Some((part, *one, *other));
            }
        }
    }
    best.map(|(_, one, other)| (one, other))
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use super::families;

    /// What so many sites share, by pairs, where each has eight seats.
    fn joined(count: usize, shares: &[(usize, usize, i64)]) -> Vec<Vec<usize>> {
        let mut near = vec![BTreeMap::new(); count];
        for (one, other, share) in shares {
            near[*one].insert(*other, *share);
            near[*other].insert(*one, *share);
        }
        families(&near, vec![8000; count])
    }

    #[test]
    fn those_who_share_most_are_joined_first() {
        let sets = joined(4, &[(0, 1, 10), (1, 2, 900), (2, 3, 20)]);
        assert_eq!(sets, [vec![1, 2], vec![1, 2, 3], vec![0, 1, 2, 3]]);
    }

    #[test]
    fn what_two_sets_share_adds_up() {
        let sets = joined(4, &[(0, 1, 900), (0, 2, 200), (1, 2, 200), (2, 3, 300)]);
        assert_eq!(sets, [vec![0, 1], vec![0, 1, 2], vec![0, 1, 2, 3]]);
    }

    #[test]
    fn those_who_share_nothing_stay_apart() {
        assert_eq!(joined(4, &[(0, 3, 5)]), [[0, 3]]);
    }
}
