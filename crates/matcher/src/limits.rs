//! How long a run may go on, counted in steps and never in seconds.
//!
//! A step is about one look at one wish of one note, a few nanoseconds. The same pool with the same limits ends at the
//! same step on every machine, so that it gives the same proposal; only a run that its caller ends (see `watch`) may not.

use crate::watch::Watch;

/// Where a run ends if the best proposal is not proven before.
#[derive(Clone, Debug)]
pub struct Limits {
    /// Steps for the whole pool. Its parts share them by their size.
    pub steps: u64,
    /// How many threads may work side by side, at least one. The proposal does not depend on it.
    pub threads: usize,
    /// By which the caller looks on, and may end the run before.
    pub watch: Watch,
}

impl Default for Limits {
    /// Enough to prove a contact point's pool many times over; some seconds on a region's.
    fn default() -> Self {
        Self {
            steps: 1_000_000_000,
            threads: 1,
            watch: Watch::default(),
        }
    }
}

/// What is left of the limits.
#[derive(Debug)]
pub(crate) struct Budget {
    left: u64,
    watch: Watch,
}

impl Budget {
    pub(crate) fn new(steps: u64, watch: Watch) -> Self {
        Self { left: steps, watch }
    }

    pub(crate) fn spend(&mut self, steps: usize) {
        let steps = u64::try_from(steps).unwrap_or(u64::MAX);
        self.left = self.left.saturating_sub(steps);
        self.watch.spend(steps);
    }

    /// Gives up what is left.
    pub(crate) fn end(&mut self) {
        self.left = 0;
    }

    /// Whether to end now; asked only by somebody who has something left to do.
    pub(crate) fn is_spent(&self) -> bool {
        self.left == 0 || self.watch.must_end()
    }

    pub(crate) fn left(&self) -> u64 {
        self.left
    }
}
