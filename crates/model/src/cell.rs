//! Places and weekly times: what people wish for, and what rooms offer.

use chrono::{NaiveTime, TimeDelta, Timelike as _, Weekday};

use crate::PlaceId;

/// How long a meeting lasts.
pub const MEETING: TimeDelta = TimeDelta::hours(2);

/// A part of the day, as the interest note asks for it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Band {
    /// Starts before 12.
    Morning,
    /// Starts from 12 to 16.59.
    Afternoon,
    /// Starts from 17.
    Evening,
}

impl Band {
    /// From morning to evening.
    pub const ALL: [Self; 3] = [Self::Morning, Self::Afternoon, Self::Evening];

    /// The band in which a meeting starts.
    #[must_use]
    pub fn of(starts_at: NaiveTime) -> Self {
        match starts_at.hour() {
            0..12 => Self::Morning,
            12..17 => Self::Afternoon,
            _ => Self::Evening,
        }
    }

    /// The stored form, also used in forms.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Morning => "morning",
            Self::Afternoon => "afternoon",
            Self::Evening => "evening",
        }
    }

    /// The band of a stored form.
    #[must_use]
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|band| band.code() == code)
    }
}

/// The days of the week, from Monday, as every form lists them.
pub const WEEKDAYS: [Weekday; 7] = [
    Weekday::Mon,
    Weekday::Tue,
    Weekday::Wed,
    Weekday::Thu,
    Weekday::Fri,
    Weekday::Sat,
    Weekday::Sun,
];

/// The three letters that stand for a weekday in forms.
#[must_use]
pub const fn weekday_code(day: Weekday) -> &'static str {
    match day {
        Weekday::Mon => "mon",
        Weekday::Tue => "tue",
        Weekday::Wed => "wed",
        Weekday::Thu => "thu",
        Weekday::Fri => "fri",
        Weekday::Sat => "sat",
        Weekday::Sun => "sun",
    }
}

/// The weekday of three letters.
#[must_use]
pub fn weekday_from_code(code: &str) -> Option<Weekday> {
    WEEKDAYS.into_iter().find(|day| weekday_code(*day) == code)
}

/// A weekday and a part of the day.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct WeekBand {
    /// The day.
    pub weekday: Weekday,
    /// The part of it.
    pub band: Band,
}

impl WeekBand {
    /// The parts of a day, from morning to evening.
    pub fn of_day(weekday: Weekday) -> impl Iterator<Item = Self> {
        Band::ALL.into_iter().map(move |band| Self { weekday, band })
    }
}

/// A weekly two-hour time, in Oslo's local time.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct WeeklyTime {
    /// The day.
    pub weekday: Weekday,
    /// When it starts. Meetings don't go past midnight: see [`WeeklyTime::new`].
    pub starts_at: NaiveTime,
}

impl WeeklyTime {
    /// A time between 6 and 22, so that a meeting ends on the day on which it starts; `None` outside.
    #[must_use]
    pub fn new(weekday: Weekday, starts_at: NaiveTime) -> Option<Self> {
        let minutes = starts_at.hour() * 60 + starts_at.minute();
        (6 * 60..=22 * 60)
            .contains(&minutes)
            .then_some(Self { weekday, starts_at })
    }

    /// The weekday and part of the day that a participant would have ticked for it.
    #[must_use]
    pub fn week_band(self) -> WeekBand {
        WeekBand {
            weekday: self.weekday,
            band: Band::of(self.starts_at),
        }
    }

    /// True if two meetings at these times would be under way at once.
    #[must_use]
    pub fn overlaps(self, other: Self) -> bool {
        self.weekday == other.weekday && (self.starts_at - other.starts_at).abs() < MEETING
    }
}

/// A place at a weekly time, with as many parallel groups as rooms are free.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Cell {
    /// Where.
    pub place: PlaceId,
    /// When.
    pub time: WeeklyTime,
}

/// A participant's wish. The form asks for places and times apart; wishes are their product.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Wish {
    /// Where.
    pub place: PlaceId,
    /// On which day, in which part of it.
    pub when: WeekBand,
    /// Whether this is preferred to the others.
    pub first_choice: bool,
}

impl Wish {
    /// The wish's rank of a cell that fulfils it: 1 for a first choice, else 2; `None` of another cell.
    #[must_use]
    pub fn rank_of(self, cell: Cell) -> Option<u32> {
        let fits = self.place == cell.place && self.when == cell.time.week_band();
        fits.then_some(if self.first_choice { 1 } else { 2 })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(hour: u32, minute: u32) -> NaiveTime {
        NaiveTime::from_hms_opt(hour, minute, 0).unwrap()
    }

    #[test]
    fn bands_change_at_noon_and_at_five() {
        for (time, band) in [
            (at(11, 59), Band::Morning),
            (at(12, 0), Band::Afternoon),
            (at(16, 59), Band::Afternoon),
            (at(17, 0), Band::Evening),
        ] {
            assert_eq!(Band::of(time), band);
        }
    }

    #[test]
    fn meetings_overlap_within_two_hours_of_one_day() {
        let time = |day, hour, minute| WeeklyTime::new(day, at(hour, minute)).unwrap();
        assert!(time(Weekday::Tue, 18, 0).overlaps(time(Weekday::Tue, 19, 59)));
        assert!(!time(Weekday::Tue, 18, 0).overlaps(time(Weekday::Tue, 20, 0)));
        assert!(!time(Weekday::Tue, 18, 0).overlaps(time(Weekday::Wed, 18, 0)));
    }

    #[test]
    fn a_meeting_ends_on_the_day_on_which_it_starts() {
        assert!(WeeklyTime::new(Weekday::Mon, at(22, 0)).is_some());
        assert!(WeeklyTime::new(Weekday::Mon, at(22, 1)).is_none());
        assert!(WeeklyTime::new(Weekday::Mon, at(5, 59)).is_none());
    }
}
