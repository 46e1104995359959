//! A time that never goes back.

use std::{
    sync::{Arc, Mutex, PoisonError},
    time::Duration,
};

use chrono::{DateTime, Utc};
use model::Clock;

/// The service's clock for counting: what it is set back by is left out, or nobody could act until the time that was
/// is there again (promise R7).
#[derive(Clone)]
pub struct Steady {
    clock: Clock,
    hand: Arc<Mutex<Hand>>,
}

struct Hand {
    seen: DateTime<Utc>,
    passed: Duration,
}

impl Steady {
    /// Begins at nought.
    pub fn new(clock: Clock) -> Self {
        let hand = Hand {
            seen: clock.now(),
            passed: Duration::ZERO,
        };
        Self {
            clock,
            hand: Arc::new(Mutex::new(hand)),
        }
    }
}

impl governor::clock::Clock for Steady {
    type Instant = Duration;

    fn now(&self) -> Duration {
        let mut hand = self.hand.lock().unwrap_or_else(PoisonError::into_inner);
        let now = self.clock.now();
        let since = (now - hand.seen).to_std().unwrap_or_default();
        hand.passed += since;
        hand.seen = now;
        hand.passed
    }
}
