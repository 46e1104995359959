//! Letters that strangers cause: so many a day to one address.

use std::{
    collections::HashMap,
    sync::{Mutex, MutexGuard, PoisonError},
};

use chrono::NaiveDate;
use model::Clock;
use vault::AddressIndex;

use super::rate::MOST_KEYS;

/// How many of them a day.
const A_DAY: u8 = 3;

/// The letters of today. At midnight in Oslo all is forgotten.
pub struct Letters {
    clock: Clock,
    today: Mutex<Day>,
}

#[derive(Default)]
struct Day {
    date: NaiveDate,
    letters: HashMap<AddressIndex, u8>,
}

impl Letters {
    pub fn new(clock: Clock) -> Self {
        Self {
            clock,
            today: Mutex::default(),
        }
    }

    /// Counts one letter, if there may be one more. Beyond what memory is for, nobody new gets one.
    pub fn may_go_to(&self, address: &AddressIndex) -> bool {
        let mut today = self.today();
        if today.letters.len() >= MOST_KEYS && !today.letters.contains_key(address) {
            return false;
        }
        let sent = today.letters.entry(*address).or_default();
        let may = *sent < A_DAY;
        *sent += u8::from(may);
        may
    }

    /// One letter less.
    pub fn take_back(&self, address: &AddressIndex) {
        if let Some(sent) = self.today().letters.get_mut(address) {
            *sent = sent.saturating_sub(1);
        }
    }

    fn today(&self) -> MutexGuard<'_, Day> {
        let mut today = self.today.lock().unwrap_or_else(PoisonError::into_inner);
        let date = self.clock.today();
        if today.date != date {
            *today = Day {
                date,
                letters: HashMap::new(),
            };
        }
        today
    }
}
