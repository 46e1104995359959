//! How long a run may go on, counted in steps and never in seconds.
//!
//! A step is about one look at one wish of one note, a few nanoseconds. The same pool with the same limits ends at the
//! same step on every machine, so that it gives the same proposal.

/// Where a run ends if the best proposal is not proven before.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Limits {
    /// Steps for the whole pool. Its parts share them by their size.
    pub steps: u64,
}

impl Default for Limits {
    /// Enough to prove a contact point's pool many times over; some seconds on a region's.
    fn default() -> Self {
        Self { steps: 1_000_000_000 }
    }
}

/// What is left of the limits. A search that bounds all levels asks for nothing but whether it
/// [`is_spent`](Self::is_spent): then it would have ended the same with more steps, and `help` need not run it again.
#[derive(Debug)]
pub(crate) struct Budget {
    left: u64,
}

impl Budget {
    pub(crate) fn new(steps: u64) -> Self {
        Self { left: steps }
    }

    pub(crate) fn spend(&mut self, steps: usize) {
        self.take(u64::try_from(steps).unwrap_or(u64::MAX));
    }

    pub(crate) fn take(&mut self, steps: u64) {
        self.left = self.left.saturating_sub(steps);
    }

    /// Gives up what is left.
    pub(crate) fn end(&mut self) {
        self.left = 0;
    }

    pub(crate) fn is_spent(&self) -> bool {
        self.left == 0
    }

    pub(crate) fn left(&self) -> u64 {
        self.left
    }
}
