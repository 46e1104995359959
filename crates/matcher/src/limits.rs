//! How long a run may go on, counted in steps and never in seconds.
//!
//! A step is about one look at one wish of one note, a few nanoseconds. The same pool with the same limits ends at the
//! same step on every machine, so that it gives the same proposal; only a run that its caller ends (see `watch`) may not.

use std::{
    sync::{
        Arc, Mutex, PoisonError,
        atomic::{AtomicUsize, Ordering},
    },
    thread,
};

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

/// What is left of the limits. A search that bounds all levels asks for nothing but whether it
/// [`is_spent`](Self::is_spent): then it would have ended the same with more steps, and `help` need not run it again.
#[derive(Debug)]
pub(crate) struct Budget {
    left: u64,
    threads: Arc<AtomicUsize>,
    watch: Watch,
}

impl Budget {
    pub(crate) fn new(steps: u64, limits: &Limits) -> Self {
        Self {
            left: steps,
            threads: Arc::new(AtomicUsize::new(limits.threads)),
            watch: limits.watch.clone(),
        }
    }

    pub(crate) fn spend(&mut self, steps: usize) {
        self.take(u64::try_from(steps).unwrap_or(u64::MAX));
    }

    pub(crate) fn take(&mut self, steps: u64) {
        self.left = self.left.saturating_sub(steps);
        self.watch.spend(steps);
    }

    /// Does some work with so many steps at most; what it spends goes off these.
    pub(crate) fn within<O>(&mut self, most: u64, work: impl FnOnce(&mut Self) -> O) -> O {
        let kept = self.left.saturating_sub(most);
        self.left -= kept;
        let outcome = work(self);
        self.left += kept;
        outcome
    }

    /// Whether to end now; asked only by somebody who has something left to do.
    pub(crate) fn is_spent(&self) -> bool {
        self.left == 0 || self.watch.must_end()
    }

    pub(crate) fn left(&self) -> u64 {
        self.left
    }

    /// How many threads may work side by side here; more when work beside this ends.
    pub(crate) fn threads(&self) -> usize {
        self.threads.load(Ordering::Relaxed)
    }
}

/// Parts of so many steps for some pieces, by their size.
pub(crate) fn by_size<'s, I>(
    pieces: &[I],
    steps: u64,
    size: impl Fn(&I) -> usize + Sync + 's,
) -> impl Fn(&I) -> u64 + Sync + 's {
    let size = move |piece: &I| u64::try_from(size(piece)).unwrap_or(u64::MAX);
    let unit = steps / pieces.iter().map(&size).sum::<u64>().max(1);
    move |piece| unit.saturating_mul(size(piece))
}

/// Does some pieces of work, each with so many steps at most; what they spend goes off the budget.
///
/// What a piece comes to depends on its part alone, hence not on how many threads there are. Threads that no piece needs are
/// there for those under way. Parts may add up to more than is left: then so may what they spend, and nothing is left.
pub(crate) fn share_out<I: Sync, O: Send>(
    pieces: &[I],
    budget: &mut Budget,
    part: impl Fn(&I) -> u64 + Sync,
    work: impl Fn(&I, &mut Budget) -> O + Sync,
) -> Vec<O> {
    let watch = budget.watch.clone();
    let all = budget.threads();
    let workers = all.min(pieces.len()).max(1);
    let threads = Arc::new(AtomicUsize::new(1 + all.saturating_sub(workers)));
    let next = AtomicUsize::new(0);
    let done: Mutex<Vec<(usize, O, u64)>> = Mutex::new(Vec::new());
    let run = || {
        while let Some((number, piece)) =
            Some(next.fetch_add(1, Ordering::Relaxed)).and_then(|number| Some((number, pieces.get(number)?)))
        {
            let mut own = Budget {
                left: part(piece),
                threads: Arc::clone(&threads),
                watch: watch.clone(),
            };
            let outcome = work(piece, &mut own);
            let mut done = done.lock().unwrap_or_else(PoisonError::into_inner);
            done.push((number, outcome, part(piece) - own.left()));
        }
        threads.fetch_add(1, Ordering::Relaxed);
    };
    thread::scope(|scope| {
        for _ in 1..workers {
            scope.spawn(run);
        }
        run();
    });
    let mut done = done.into_inner().unwrap_or_else(PoisonError::into_inner);
    done.sort_unstable_by_key(|(number, ..)| *number);
    let spent: u64 = done.iter().map(|(_, _, spent)| spent).sum();
    budget.left = budget.left.saturating_sub(spent);
    done.into_iter().map(|(_, outcome, _)| outcome).collect()
}

/// Does the same with each item, given with its number.
pub(crate) fn for_each<T: Send>(items: &mut [T], threads: usize, work: impl Fn(usize, &mut T) + Sync) {
    let chunk = (items.len() / (threads * 32)).max(1);
    let chunks = Mutex::new(items.chunks_mut(chunk).enumerate());
    let next = || chunks.lock().unwrap_or_else(PoisonError::into_inner).next();
    let run = || {
        while let Some((nth, items)) = next() {
            items
                .iter_mut()
                .zip(nth * chunk..)
                .for_each(|(item, at)| work(at, item));
        }
    };
    thread::scope(|scope| {
        for _ in 1..threads {
            scope.spawn(run);
        }
        run();
    });
}

/// Does two pieces of work, each with half of the steps, side by side if there are threads for it: half of them for each,
/// and all for who is not done when the other is. What comes of them does not depend on that.
pub(crate) fn beside(budget: &mut Budget, one: impl FnOnce(&mut Budget) + Send, other: impl FnOnce(&mut Budget)) {
    let threads = budget.threads();
    let half = |threads: usize| Budget {
        left: budget.left / 2,
        threads: Arc::new(AtomicUsize::new(threads.max(1))),
        watch: budget.watch.clone(),
    };
    let (mut first, mut second) = (half(threads / 2), half(threads - threads / 2));
    if threads > 1 {
        let (of_first, of_second) = (Arc::clone(&first.threads), Arc::clone(&second.threads));
        thread::scope(|scope| {
            scope.spawn(|| {
                one(&mut first);
                of_second.fetch_add(first.threads(), Ordering::Relaxed);
            });
            other(&mut second);
            of_first.fetch_add(second.threads(), Ordering::Relaxed);
        });
    } else {
        one(&mut first);
        other(&mut second);
    }
    budget.left = first.left + second.left;
}

#[cfg(test)]
mod tests {
    use super::{Budget, Limits, for_each};

    #[test]
    fn work_within_some_steps_spends_no_more_than_these() {
        let mut budget = Budget::new(100, &Limits::default());
        let was_spent = budget.within(30, |budget| {
            budget.spend(20);
            let before = budget.is_spent();
            budget.spend(20);
            (before, budget.is_spent())
        });
        assert_eq!((was_spent, budget.left()), ((false, true), 70));
        budget.within(500, |budget| budget.spend(10));
        assert_eq!(budget.left(), 60);
    }

    #[test]
    fn each_item_is_done_once_with_its_own_number() {
        for (len, threads) in [(0, 2), (1, 3), (7, 1), (1000, 3)] {
            let mut items: Vec<usize> = (0..len).collect();
            for_each(&mut items, threads, |at, item| *item = *item * 2 + at);
            assert!(items.iter().enumerate().all(|(at, item)| *item == 3 * at));
        }
    }
}
