//! The only place that asks the system for the time.

use std::sync::{
    Arc,
    atomic::{AtomicI64, Ordering},
};

use chrono::{DateTime, Days, NaiveDate, NaiveDateTime, NaiveTime, TimeDelta, Utc, offset::LocalResult};
use chrono_tz::{Europe::Oslo, Tz};

/// Tells the time. Clones share one hand, so a test or the demo that moves it moves it for all.
#[derive(Clone, Debug)]
pub struct Clock {
    fixed: Option<DateTime<Utc>>,
    moved_seconds: Arc<AtomicI64>,
}

impl Clock {
    /// The system's time.
    #[must_use]
    pub fn system() -> Self {
        Self {
            fixed: None,
            moved_seconds: Arc::default(),
        }
    }

    /// A clock that stands until it is moved.
    #[must_use]
    pub fn standing_at(at: DateTime<Utc>) -> Self {
        Self {
            fixed: Some(at),
            moved_seconds: Arc::default(),
        }
    }

    /// The instant now, in UTC.
    #[must_use]
    #[expect(clippy::disallowed_methods, reason = "this is the one place that may")]
    pub fn now(&self) -> DateTime<Utc> {
        let base = self.fixed.unwrap_or_else(Utc::now);
        base + TimeDelta::seconds(self.moved_seconds.load(Ordering::SeqCst))
    }

    /// Today's date in Oslo.
    #[must_use]
    pub fn today(&self) -> NaiveDate {
        oslo_date(self.now())
    }

    /// Moves the clock, for tests and for the demo.
    pub fn advance(&self, by: TimeDelta) {
        self.moved_seconds.fetch_add(by.num_seconds(), Ordering::SeqCst);
    }
}

/// The date in Oslo at an instant. Days end at midnight there (promise C6).
#[must_use]
pub fn oslo_date(at: DateTime<Utc>) -> NaiveDate {
    at.with_timezone(&Oslo).date_naive()
}

/// What calendars and clocks in Oslo show at an instant.
#[must_use]
pub fn oslo_local(at: DateTime<Utc>) -> NaiveDateTime {
    at.with_timezone(&Oslo).naive_local()
}

/// The instant at which clocks in Oslo show a date and a time.
///
/// A time that a spring night skips becomes the first moment after the gap;
/// of a time that an autumn night has twice, the first is meant (promise R7).
#[must_use]
pub fn oslo_instant(date: NaiveDate, time: NaiveTime) -> DateTime<Utc> {
    let local = date.and_time(time);
    first_instant(local, Oslo).unwrap_or_else(|| local.and_utc()).to_utc()
}

/// The midnight in Oslo that ends a day.
#[must_use]
pub fn end_of(day: NaiveDate) -> DateTime<Utc> {
    oslo_instant(day + Days::new(1), NaiveTime::MIN)
}

fn first_instant(local: NaiveDateTime, zone: Tz) -> Option<DateTime<Utc>> {
    (0..=4).find_map(|quarters_of_an_hour| {
        let shifted = local + TimeDelta::minutes(15 * quarters_of_an_hour);
        match shifted.and_local_timezone(zone) {
            LocalResult::Single(at) | LocalResult::Ambiguous(at, _) => Some(at.to_utc()),
            LocalResult::None => None,
        }
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn date(y: i32, m: u32, d: u32) -> NaiveDate {
        NaiveDate::from_ymd_opt(y, m, d).unwrap()
    }

    fn time(h: u32, m: u32) -> NaiveTime {
        NaiveTime::from_hms_opt(h, m, 0).unwrap()
    }

    #[test]
    fn a_time_that_the_spring_night_skips_is_the_first_after_the_gap() {
        let at = oslo_instant(date(2027, 3, 28), time(2, 30));
        assert_eq!(at.to_rfc3339(), "2027-03-28T01:00:00+00:00");
    }

    #[test]
    fn of_a_time_that_the_autumn_night_has_twice_the_first_is_meant() {
        let at = oslo_instant(date(2027, 10, 31), time(2, 30));
        assert_eq!(at.to_rfc3339(), "2027-10-31T00:30:00+00:00");
    }

    #[test]
    fn a_day_ends_at_midnight_in_oslo() {
        assert_eq!(end_of(date(2027, 1, 31)).to_rfc3339(), "2027-01-31T23:00:00+00:00");
        assert_eq!(end_of(date(2027, 7, 1)).to_rfc3339(), "2027-07-01T22:00:00+00:00");
    }

    #[test]
    fn a_day_in_oslo_begins_before_the_day_in_utc() {
        let at = DateTime::parse_from_rfc3339("2027-01-11T23:00:00Z").unwrap().to_utc();
        assert_eq!(oslo_date(at), date(2027, 1, 12));
    }

    #[test]
    fn clones_share_the_hand() {
        let clock = Clock::standing_at(DateTime::UNIX_EPOCH);
        clock.clone().advance(TimeDelta::days(1));
        assert_eq!(clock.now(), DateTime::UNIX_EPOCH + TimeDelta::days(1));
    }
}
