//! From columns to types. What no version of the product has written is a corrupt row, not a panic.

use chrono::{DateTime, NaiveDateTime, NaiveTime, Utc, Weekday};
use model::{Language, RecognitionWords, WEEKDAYS, WeeklyTime};

use crate::{Fault, Result};

/// Which column a value comes from, for the message if it makes no sense.
#[derive(Clone, Copy)]
pub(crate) struct Column(pub &'static str, pub &'static str);

impl Column {
    pub(crate) const fn corrupt(self) -> Fault {
        Fault::Corrupt {
            table: self.0,
            column: self.1,
        }
    }
}

pub(crate) fn id<T: From<[u8; 16]>>(bytes: Vec<u8>, from: Column) -> Result<T> {
    <[u8; 16]>::try_from(bytes).map(T::from).map_err(|_| from.corrupt())
}

pub(crate) fn weekday(number: i16, from: Column) -> Result<Weekday> {
    usize::try_from(number)
        .ok()
        .and_then(|n| WEEKDAYS.get(n).copied())
        .ok_or(from.corrupt())
}

pub(crate) fn weekday_number(day: Weekday) -> i16 {
    // Never above 6.
    i16::try_from(day.num_days_from_monday()).unwrap_or_default()
}

pub(crate) fn weekly_time(day: i16, starts_at: NaiveTime, from: Column) -> Result<WeeklyTime> {
    WeeklyTime::new(weekday(day, from)?, starts_at).ok_or(from.corrupt())
}

pub(crate) fn count<T: TryFrom<N>, N>(number: N, from: Column) -> Result<T> {
    T::try_from(number).map_err(|_| from.corrupt())
}

pub(crate) fn language(tag: &str, from: Column) -> Result<Language> {
    Language::from_tag(tag).ok_or(from.corrupt())
}

pub(crate) fn words(colour: i16, thing: i16, from: Column) -> Result<RecognitionWords> {
    RecognitionWords::at(count(colour, from)?, count(thing, from)?).ok_or(from.corrupt())
}

/// Instants are stored in UTC, without a zone, to the microsecond.
pub(crate) const fn stored(at: DateTime<Utc>) -> NaiveDateTime {
    at.naive_utc()
}
