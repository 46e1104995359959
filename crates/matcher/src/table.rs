//! What seats at one site are worth, by how many are taken.
//!
//! Parallel new groups of a cell are alike but for their sizes, so a cell that opens `k` groups is one table: the best
//! worth of `n` notes in `k` groups. Values need not be concave, nor is a larger group always worth more.

#![expect(
    clippy::indexing_slicing,
    reason = "positions are derived from the tables' own lengths"
)]

use std::collections::BTreeSet;

use crate::pool::Rules;

/// Worth of `least`, `least + 1`, … seats.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Table {
    pub least: usize,
    /// Never empty.
    pub worth: Vec<i64>,
}

impl Table {
    pub(crate) fn most(&self) -> usize {
        self.least + self.worth.len() - 1
    }

    /// Worth of this many seats, which must lie between `least` and `most`.
    pub(crate) fn at(&self, seats: usize) -> i64 {
        self.worth[seats - self.least]
    }

    /// The table of a standing group: nobody added, or as its gains tell, for at most `takers` notes.
    pub(crate) fn of_gains(gain: &[i64], takers: usize) -> Self {
        let worth = std::iter::once(0).chain(gain.iter().copied().take(takers)).collect();
        Self { least: 0, worth }
    }

    /// The tables of one, two, … `most` new groups for at most `takers` notes. Ends early where there are too few.
    pub(crate) fn of_groups(rules: &Rules, most: usize, takers: usize) -> Vec<Self> {
        let mut tables: Vec<Self> = Vec::new();
        for groups in 1..=most {
            let least = rules.min_size * groups;
            if least > takers {
                break;
            }
            let seats = least..=takers.min(rules.max_size * groups);
            let worth = seats.filter_map(|seats| match tables.last() {
                None => Some(rules.worth(seats)),
                Some(fewer) => one_more(rules, fewer, seats),
            });
            tables.push(Self {
                least,
                worth: worth.collect(),
            });
        }
        tables
    }
}

fn one_more(rules: &Rules, fewer: &Table, seats: usize) -> Option<i64> {
    (rules.min_size..=rules.max_size)
        .filter(|size| *size <= seats && (fewer.least..=fewer.most()).contains(&(seats - size)))
        .map(|size| rules.worth(size) + fewer.at(seats - size))
        .max()
}

/// All ways to split `seats` into `groups` sizes, largest first, with the greatest worth there is; at most `limit` ways.
pub(crate) fn best_sizes(rules: &Rules, groups: usize, seats: usize, limit: usize) -> Vec<Vec<usize>> {
    let Some(best) = Table::of_groups(rules, groups, seats)
        .get(groups.wrapping_sub(1))
        .map(|table| table.at(seats))
    else {
        return Vec::new();
    };
    let mut found = Vec::new();
    let mut tried = limit.saturating_mul(100);
    split(
        rules,
        &mut Vec::new(),
        (groups, seats, best),
        &mut |sizes| {
            found.push(sizes.to_vec());
            found.len() < limit
        },
        &mut tried,
    );
    found
}

fn split(
    rules: &Rules,
    sizes: &mut Vec<usize>,
    (groups, seats, worth): (usize, usize, i64),
    tell: &mut impl FnMut(&[usize]) -> bool,
    tried: &mut usize,
) -> bool {
    if groups == 0 {
        return seats != 0 || worth != 0 || tell(sizes);
    }
    *tried = tried.saturating_sub(1);
    let largest = sizes.last().copied().unwrap_or(rules.max_size).min(seats);
    for size in (rules.min_size..=largest).rev() {
        let rest = (groups - 1, seats - size, worth - rules.worth(size));
        if rest.1 < rules.min_size * rest.0 || rest.1 > size * rest.0 || *tried == 0 {
            continue;
        }
        sizes.push(size);
        let go_on = split(rules, sizes, rest, tell, tried);
        sizes.pop();
        if !go_on {
            return false;
        }
    }
    true
}

/// The values that new groups can add up to, each with a number of groups that does it.
#[derive(Clone, Debug)]
pub(crate) struct Attainable(BTreeSet<(i64, usize)>);

impl Attainable {
    /// Of at most `groups` groups of at most `notes` notes; `None` where they are too many to be worth knowing.
    pub(crate) fn of(rules: &Rules, groups: usize, notes: usize) -> Option<Self> {
        // Heads of a region have some twenty thousand; expected values of few groups more already have no end.
        const MANY: usize = 30_000;
        const OF_A_COUNT: usize = 1000;
        let mut reached = BTreeSet::from([(0, 0)]);
        let mut last = BTreeSet::from([(0, 0)]);
        for count in 1..=groups.min(notes / rules.min_size) {
            let mut next = BTreeSet::new();
            for (taken, value) in &last {
                for size in rules.min_size..=rules.max_size.min(notes - taken) {
                    next.insert((taken + size, value + rules.worth(size)));
                }
            }
            reached.extend(next.iter().map(|(_, value)| (*value, count)));
            if reached.len() > MANY || next.len() > OF_A_COUNT {
                return None;
            }
            last = next;
        }
        Some(Self(reached))
    }

    /// The least that isn't below this value.
    pub(crate) fn at_least(&self, value: i64) -> Option<i64> {
        self.0.range((value, 0)..).next().map(|(value, _)| *value)
    }

    /// The greatest that isn't above this value.
    pub(crate) fn at_most(&self, value: i64) -> Option<i64> {
        self.0
            .range(..=(value, usize::MAX))
            .next_back()
            .map(|(value, _)| *value)
    }

    /// The least and the greatest number of groups that reach a value from `least` to `most`.
    pub(crate) fn groups(&self, least: i64, most: i64) -> Option<(usize, usize)> {
        let counts = || self.0.range((least, 0)..=(most, usize::MAX)).map(|(_, groups)| *groups);
        counts().min().zip(counts().max())
    }
}
