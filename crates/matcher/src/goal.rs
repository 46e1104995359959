//! What a bound must reach to matter at a level.

use crate::bound::{Level, LevelNumber};
use crate::table::Attainable;
use crate::weight::Weight;

/// A level, and the values that can be reached at all if that is known.
#[derive(Clone, Copy)]
pub(crate) struct Goal<'k> {
    pub level: Level,
    attainable: Option<&'k Attainable>,
}

impl<'k> Goal<'k> {
    pub(crate) fn new(level: Level, attainable: Option<&'k Attainable>) -> Self {
        Self { level, attainable }
    }

    /// The least bound that could still hide something as good, in fractions of the scale.
    pub(crate) fn least(self, best: Weight) -> i64 {
        self.level.number.of(best).saturating_mul(self.level.scale)
    }

    /// The least bound that could still hide something better, in fractions of the scale.
    pub(crate) fn need(self, best: Weight) -> i64 {
        let next = self.level.number.of(best) + 1;
        let next = match self.values() {
            Some(values) => values.at_least(next),
            None => Some(next),
        };
        next.map_or(i64::MAX, |next| next.saturating_mul(self.level.scale))
    }

    /// A bound in whole numbers that can be reached.
    pub(crate) fn stated(self, bound: i64) -> i64 {
        let bound = bound.div_euclid(self.level.scale);
        self.values().and_then(|values| values.at_most(bound)).unwrap_or(bound)
    }

    /// The least and the greatest number of new groups of anything as good; `None` if there is nothing.
    pub(crate) fn groups(self, best: Weight) -> Option<(usize, usize)> {
        let (least, most) = match self.level.number {
            LevelNumber::Value => (best.value, i64::MAX),
            _ => (self.level.fixed.value, self.level.fixed.value),
        };
        self.attainable
            .map_or(Some((0, usize::MAX)), |values| values.groups(least, most))
    }

    fn values(self) -> Option<&'k Attainable> {
        self.attainable.filter(|_| self.level.number == LevelNumber::Value)
    }
}
