//! What a caller on another thread sees of a run, and how it ends one.
//!
//! The matcher has no clock: whoever has one decides when it is enough, and says so here.

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, AtomicU64, AtomicUsize, Ordering::Relaxed};

/// One run, seen from outside. All clones are of the same run.
#[derive(Clone, Debug, Default)]
pub struct Watch(Arc<Seen>);

#[derive(Debug, Default)]
struct Seen {
    is_stopped: AtomicBool,
    has_ended_early: AtomicBool,
    steps: AtomicU64,
    parts: AtomicUsize,
    parts_done: AtomicUsize,
}

/// How far a run has come.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Progress {
    /// Steps so far; the run ends at those of its limits, if not before.
    pub steps: u64,
    /// Parts of the pool that have nothing to do with each other; none until they are found.
    pub parts: usize,
    /// Parts that are done.
    pub parts_done: usize,
}

impl Watch {
    /// Ends the run soon: it then gives the best it has found, with the bounds that it has proven.
    pub fn stop(&self) {
        self.0.is_stopped.store(true, Relaxed);
    }

    /// Whether the run was ended by [`Watch::stop`] while it had something left to do. Only then can another run of the
    /// same pool give another proposal.
    #[must_use]
    pub fn has_ended_early(&self) -> bool {
        self.0.has_ended_early.load(Relaxed)
    }

    /// How far the run has come.
    #[must_use]
    pub fn progress(&self) -> Progress {
        Progress {
            steps: self.0.steps.load(Relaxed),
            parts: self.0.parts.load(Relaxed),
            parts_done: self.0.parts_done.load(Relaxed),
        }
    }

    /// Whether to end now; asked only by somebody who has something left to do.
    pub(crate) fn must_end(&self) -> bool {
        let is_stopped = self.0.is_stopped.load(Relaxed);
        if is_stopped {
            self.0.has_ended_early.store(true, Relaxed);
        }
        is_stopped
    }

    pub(crate) fn spend(&self, steps: u64) {
        self.0.steps.fetch_add(steps, Relaxed);
    }

    pub(crate) fn begin(&self, parts: usize) {
        self.0.parts.store(parts, Relaxed);
    }

    pub(crate) fn part_done(&self) {
        self.0.parts_done.fetch_add(1, Relaxed);
    }
}
