//! Letters that somebody else causes: so many a day to one address, or from one seat.

use std::{
    collections::HashMap,
    hash::Hash,
    sync::{Mutex, MutexGuard, PoisonError},
};

use chrono::NaiveDate;
use model::Clock;

use super::rate::MOST_KEYS;

/// How many of them a day.
const A_DAY: u8 = 3;

/// The letters of today, by what they are counted for. At midnight in Oslo all is forgotten.
pub struct Daily<K> {
    clock: Clock,
    today: Mutex<Day<K>>,
}

struct Day<K> {
    date: NaiveDate,
    letters: HashMap<K, u8>,
}

impl<K: Eq + Hash + Copy> Daily<K> {
    pub fn new(clock: Clock) -> Self {
        Self {
            today: Mutex::new(Day::of(clock.today())),
            clock,
        }
    }

    /// Counts one letter, if there may be one more. Beyond what memory is for, nobody new gets one.
    pub fn may_go(&self, key: &K) -> bool {
        let mut today = self.today();
        if today.letters.len() >= MOST_KEYS && !today.letters.contains_key(key) {
            return false;
        }
        let sent = today.letters.entry(*key).or_default();
        let may = *sent < A_DAY;
        *sent += u8::from(may);
        may
    }

    /// One letter less.
    pub fn take_back(&self, key: &K) {
        if let Some(sent) = self.today().letters.get_mut(key) {
            *sent = sent.saturating_sub(1);
        }
    }

    fn today(&self) -> MutexGuard<'_, Day<K>> {
        let mut today = self.today.lock().unwrap_or_else(PoisonError::into_inner);
        let date = self.clock.today();
        if today.date != date {
            *today = Day::of(date);
        }
        today
    }
}

impl<K> Day<K> {
    fn of(date: NaiveDate) -> Self {
        Self {
            date,
            letters: HashMap::new(),
        }
    }
}
