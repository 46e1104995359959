//! So much at once, and then one more every so often: for each of many.

use std::{
    hash::Hash,
    num::NonZeroU32,
    sync::atomic::{AtomicU32, Ordering},
    time::Duration,
};

use governor::{
    RateLimiter,
    clock::{Clock as _, Reference as _},
    middleware::NoOpMiddleware,
    state::keyed::HashMapStateStore,
};

use super::steady::Steady;
use crate::fault::WebFault;

/// How many are told apart. More than these are counted together, so that memory is bounded.
pub const MOST_KEYS: usize = 50_000;
/// After so many requests those are forgotten that have waited long enough.
const TIDY_EVERY: u32 = 1_000;

/// How much is not too much.
#[derive(Clone, Copy)]
pub struct Quota {
    /// So often at once.
    pub at_once: u32,
    /// In how many seconds one more becomes possible.
    pub seconds_each: u64,
}

impl Quota {
    fn to_governor(self) -> governor::Quota {
        let at_once = NonZeroU32::new(self.at_once).unwrap_or(NonZeroU32::MIN);
        let each = Duration::from_secs(self.seconds_each.max(1));
        governor::Quota::with_period(each).map_or_else(
            || governor::Quota::per_second(at_once),
            |quota| quota.allow_burst(at_once),
        )
    }
}

/// Counts by key.
pub struct Rate<K: Hash + Eq + Clone> {
    limiter: RateLimiter<Option<K>, HashMapStateStore<Option<K>>, Steady, NoOpMiddleware<Duration>>,
    clock: Steady,
    taken: AtomicU32,
}

impl<K: Hash + Eq + Clone> Rate<K> {
    /// Nothing has been counted yet.
    pub fn new(quota: Quota, clock: Steady) -> Self {
        Self {
            limiter: RateLimiter::hashmap_with_clock(quota.to_governor(), clock.clone()),
            clock,
            taken: AtomicU32::new(0),
        }
    }

    /// Counts one.
    ///
    /// # Errors
    /// [`WebFault::TooOften`], with the time after which it is worth trying again.
    pub fn take(&self, key: &K) -> Result<(), WebFault> {
        if self.taken.fetch_add(1, Ordering::Relaxed) % TIDY_EVERY == TIDY_EVERY - 1 {
            self.limiter.retain_recent();
            self.limiter.shrink_to_fit();
        }
        let key = (self.limiter.len() < MOST_KEYS).then(|| key.clone());
        self.limiter.check_key(&key).map_err(|not_yet| {
            let wait: Duration = not_yet.earliest_possible().duration_since(self.clock.now()).into();
            WebFault::TooOften {
                seconds: wait.as_secs() + u64::from(wait.subsec_nanos() > 0),
            }
        })
    }

    #[cfg(test)]
    pub fn keys(&self) -> usize {
        self.limiter.len()
    }
}
