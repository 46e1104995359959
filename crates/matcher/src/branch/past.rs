//! What branches have brought so far.

#![expect(clippy::indexing_slicing, reason = "a kernel on positions that it hands out itself")]

/// A side is never taken to be nearer than this, in thousandths of groups.
const NEAR: i64 = 50;

/// For each branch and each side, the falls of the bound for a whole group: their sum and number.
#[derive(Clone, Debug)]
pub(crate) struct Past(Vec<[Falls; 2]>);

#[derive(Clone, Copy, Debug, Default)]
struct Falls {
    sum: i128,
    count: i128,
}

/// Which side of which branch a range is.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Origin {
    pub branch: usize,
    pub side: usize,
    /// How far the side is from the relaxation, in thousandths of groups.
    pub distance: i64,
    /// Of the whole range.
    pub bound: i64,
}

impl Past {
    /// Nothing is known yet of so many branches.
    pub(crate) fn of(branches: usize) -> Self {
        Self(vec![[Falls::default(); 2]; branches])
    }

    /// Remembers the bound of a side.
    pub(crate) fn record(&mut self, origin: Origin, bound: i64) {
        let fall = i128::from((origin.bound - bound).max(0));
        let falls = &mut self.0[origin.branch][origin.side];
        falls.sum += fall * 1000 / i128::from(origin.distance.max(NEAR));
        falls.count += 1;
    }

    pub(super) fn is_known(&self, branch: usize) -> bool {
        self.0[branch].iter().all(|falls| falls.count > 0)
    }

    /// How far the bound will fall on a side; as on average where nothing is known.
    pub(super) fn expect(&self, branch: usize, side: usize, distance: i64) -> i128 {
        let own = self.0[branch][side];
        let falls = if own.count > 0 { own } else { self.all(side) };
        let each = falls.sum.checked_div(falls.count).unwrap_or(1);
        (each * i128::from(distance.max(NEAR)) / 1000).max(1)
    }

    fn all(&self, side: usize) -> Falls {
        let add = |sum: Falls, falls: &[Falls; 2]| Falls {
            sum: sum.sum + falls[side].sum,
            count: sum.count + falls[side].count,
        };
        self.0.iter().fold(Falls::default(), add)
    }
}

#[cfg(test)]
mod tests {
    use super::{Origin, Past};

    fn origin(branch: usize, side: usize, distance: i64) -> Origin {
        Origin {
            branch,
            side,
            distance,
            bound: 1000,
        }
    }

    fn past() -> Past {
        Past::of(3)
    }

    #[test]
    fn a_fall_is_expected_in_proportion_to_the_distance() {
        let mut past = past();
        past.record(origin(0, 1, 500), 900);
        assert_eq!(past.expect(0, 1, 500), 100);
        assert_eq!(past.expect(0, 1, 250), 50);
        past.record(origin(0, 1, 500), 700);
        assert_eq!(past.expect(0, 1, 500), 200, "the mean of both");
    }

    #[test]
    fn what_is_not_known_is_expected_to_be_as_on_average_on_its_side() {
        let mut past = past();
        past.record(origin(0, 0, 1000), 900);
        past.record(origin(1, 0, 1000), 700);
        assert_eq!(past.expect(2, 0, 1000), 200);
        assert!(!past.is_known(0) && !past.is_known(2));
        past.record(origin(0, 1, 1000), 990);
        assert!(past.is_known(0));
    }

    #[test]
    fn a_bound_that_rose_counts_as_no_fall() {
        let mut past = past();
        past.record(origin(0, 0, 500), 1100);
        assert_eq!(past.expect(0, 0, 500), 1, "the least there is");
    }
}
