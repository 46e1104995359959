//! What a proposal is good for: value before waiting before ranks.
//!
//! Weights are added, subtracted and compared, nothing else, so that the three levels stay apart exactly at any size of
//! number. All parts together form an ordered group, which is all that shortest paths need.

use std::ops::{Add, AddAssign, Sub};

/// The levels in order of importance; each is "the more the better".
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Weight {
    /// Seats that must be taken for a group to be large enough; 0 outside of `flow` and `seating`.
    pub fit: i64,
    /// Total worth of the groups.
    pub value: i64,
    /// Sum of waiting days of those seated.
    pub waiting: i64,
    /// Minus the sum of ranks.
    pub ease: i64,
}

impl Weight {
    pub(crate) fn value(value: i64) -> Self {
        Self {
            value,
            ..Self::default()
        }
    }

    pub(crate) fn fit() -> Self {
        Self {
            fit: 1,
            ..Self::default()
        }
    }

    /// What a note with this waiting time brings into a cell of this rank, apart from the group's worth.
    pub(crate) fn seat(waiting: i64, rank: i64) -> Self {
        Self {
            waiting,
            ease: -rank,
            ..Self::default()
        }
    }
}

impl Add for Weight {
    type Output = Self;

    fn add(self, other: Self) -> Self {
        Self {
            fit: self.fit + other.fit,
            value: self.value + other.value,
            waiting: self.waiting + other.waiting,
            ease: self.ease + other.ease,
        }
    }
}

impl Sub for Weight {
    type Output = Self;

    fn sub(self, other: Self) -> Self {
        Self {
            fit: self.fit - other.fit,
            value: self.value - other.value,
            waiting: self.waiting - other.waiting,
            ease: self.ease - other.ease,
        }
    }
}

impl AddAssign for Weight {
    fn add_assign(&mut self, other: Self) {
        *self = *self + other;
    }
}

impl std::iter::Sum for Weight {
    fn sum<I: Iterator<Item = Self>>(weights: I) -> Self {
        weights.fold(Self::default(), Add::add)
    }
}

/// A count as a number to calculate with.
pub(crate) fn whole(count: usize) -> i64 {
    i64::try_from(count).unwrap_or(i64::MAX)
}

/// A whole number as a fraction of the machine; exact below 2^53.
#[expect(
    clippy::as_conversions,
    clippy::cast_precision_loss,
    reason = "only good guesses are made of it"
)]
pub(crate) fn fraction(number: i64) -> f64 {
    number as f64
}

/// The nearest whole number.
#[expect(
    clippy::as_conversions,
    clippy::cast_possible_truncation,
    reason = "a cast saturates, which will do for a guess"
)]
pub(crate) fn nearest(fraction: f64) -> i64 {
    fraction.round() as i64
}
