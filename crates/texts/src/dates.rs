//! Dates and times as each language writes them: in Norwegian with a point after the day and in the time.

use chrono::{Datelike as _, NaiveDate, NaiveTime, Timelike as _, Weekday};
use model::{WeeklyTime, weekday_code};

use crate::Texts;

impl Texts {
    /// A date: «tirsdag 12. januar 2027», "Tuesday 12 January 2027".
    #[must_use]
    pub fn date(self, date: NaiveDate) -> String {
        let year = date.year().to_string();
        self.with(
            "date-with-year",
            &[("date", self.short_date(date).into()), ("year", year.into())],
        )
    }

    /// A date near enough to need no year: «fredag 15. januar», "Friday 15 January".
    #[must_use]
    pub fn short_date(self, date: NaiveDate) -> String {
        let month = self.get(&format!("month-{}", date.month()));
        self.with(
            "date-short",
            &[
                ("weekday", self.weekday(date.weekday()).into()),
                ("day", date.day().into()),
                ("month", month.into()),
            ],
        )
    }

    /// A time of day: «18.00», "18:00".
    #[must_use]
    pub fn time(self, time: NaiveTime) -> String {
        let hour = format!("{:02}", time.hour());
        let minute = format!("{:02}", time.minute());
        self.with("time", &[("hour", hour.into()), ("minute", minute.into())])
    }

    /// A date and a time: «tirsdag 12. januar 2027 kl. 18.00», "Tuesday 12 January 2027 at 18:00".
    #[must_use]
    pub fn date_time(self, date: NaiveDate, time: NaiveTime) -> String {
        self.with(
            "date-and-time",
            &[("date", self.date(date).into()), ("time", self.time(time).into())],
        )
    }

    /// The name of a day, as it is written inside a sentence: «tirsdag», "Tuesday".
    #[must_use]
    pub fn weekday(self, day: Weekday) -> String {
        self.get(&format!("weekday-{}", weekday_code(day)))
    }

    /// A weekly time, as it is written inside a sentence: «tirsdager kl. 18.00», "Tuesdays at 18:00".
    #[must_use]
    pub fn weekly_time(self, weekly: WeeklyTime) -> String {
        let days = self.get(&format!("weekdays-{}", weekday_code(weekly.weekday)));
        self.with(
            "weekly-time",
            &[("days", days.into()), ("time", self.time(weekly.starts_at).into())],
        )
    }
}
