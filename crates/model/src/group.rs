//! The life of a group: `Proposed → Asked → Inviting → Ready`, or `Dissolved`, then forgotten.

use chrono::{Datelike as _, Days, NaiveDate, TimeDelta};

use crate::WeeklyTime;

/// How many a group starts with at least.
pub const MIN_SIZE: usize = 5;
/// How many are invited at most.
pub const MAX_SIZE: usize = 8;
/// How long a participant has to answer, from the day on which the mail server took the letter.
pub const ANSWER_DAYS: Days = Days::new(5);
/// How many days before the first meeting it is settled whether there is one.
pub const CUT_OFF_DAYS: Days = Days::new(3);
/// How many days at least lie between approval and the first meeting.
pub const NOTICE_DAYS: Days = Days::new(14);
/// How long an igangsetter has to say yes, and the coordinator then to find another.
pub const ASKED_FOR: TimeDelta = TimeDelta::hours(48 + 48);
/// How many meetings the igangsetter is there for, unless the contact point says otherwise.
pub const SUPPORTED_MEETINGS: u64 = 5;
/// How long a group is remembered after its last supported meeting, or after it was dissolved.
pub const REMEMBERED_DAYS: Days = Days::new(7);

/// Where in its life a group is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum GroupState {
    /// In a draft that nobody has approved.
    Proposed,
    /// Approved; the igangsetter has not said yes. Its notes are held, and shown as waiting.
    Asked,
    /// Invitations are out.
    Inviting,
    /// There will be a first meeting.
    Ready,
    /// There will not.
    Dissolved,
}

impl GroupState {
    /// All states.
    pub const ALL: [Self; 5] = [
        Self::Proposed,
        Self::Asked,
        Self::Inviting,
        Self::Ready,
        Self::Dissolved,
    ];

    /// The stored form.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Proposed => "proposed",
            Self::Asked => "asked",
            Self::Inviting => "inviting",
            Self::Ready => "ready",
            Self::Dissolved => "dissolved",
        }
    }

    /// The state of a stored form.
    #[must_use]
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|state| state.code() == code)
    }
}

/// What has become of one seat.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum SeatState {
    /// In a draft, or while the igangsetter is asked.
    Held,
    /// Offered, not answered.
    Invited,
    /// Taken.
    Accepted,
    /// Refused. The seat stays, so that the same date is not offered to the same person again.
    Declined,
    /// Not answered in time.
    Silent,
}

impl SeatState {
    /// All states.
    pub const ALL: [Self; 5] = [Self::Held, Self::Invited, Self::Accepted, Self::Declined, Self::Silent];

    /// The stored form.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Held => "held",
            Self::Invited => "invited",
            Self::Accepted => "accepted",
            Self::Declined => "declined",
            Self::Silent => "silent",
        }
    }

    /// The state of a stored form.
    #[must_use]
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|state| state.code() == code)
    }
}

/// The dates of a group that follow from its first meeting.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Calendar {
    /// When people first meet.
    pub first_meeting: NaiveDate,
    /// The last day for answers.
    pub cut_off: NaiveDate,
    /// The last meeting at which the igangsetter is there.
    pub last_supported: NaiveDate,
    /// The last day on which the group is remembered.
    pub kept_until: NaiveDate,
}

impl Calendar {
    /// The dates of a group that is approved today: it first meets on the time's first weekday
    /// that is at least [`NOTICE_DAYS`] away.
    #[must_use]
    pub fn approved(today: NaiveDate, time: WeeklyTime) -> Self {
        let earliest = today + NOTICE_DAYS;
        let wait = time.weekday.days_since(earliest.weekday());
        Self::meeting_on(earliest + Days::new(u64::from(wait)))
    }

    /// The dates of a group that first meets on this day.
    #[must_use]
    pub fn meeting_on(first_meeting: NaiveDate) -> Self {
        let last_supported = first_meeting + Days::new(7 * (SUPPORTED_MEETINGS.max(1) - 1));
        Self {
            first_meeting,
            cut_off: first_meeting - CUT_OFF_DAYS,
            last_supported,
            kept_until: last_supported + REMEMBERED_DAYS,
        }
    }

    /// The last day for the answer to an invitation that the mail server took on this day.
    #[must_use]
    pub fn answer_by(&self, delivered: NaiveDate) -> NaiveDate {
        (delivered + ANSWER_DAYS).min(self.cut_off)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use chrono::{NaiveTime, Weekday};

    fn day(m: u32, d: u32) -> NaiveDate {
        NaiveDate::from_ymd_opt(2027, m, d).unwrap()
    }

    #[test]
    fn the_first_meeting_is_the_first_right_weekday_two_weeks_away() {
        let tuesdays = WeeklyTime::new(Weekday::Tue, NaiveTime::from_hms_opt(18, 0, 0).unwrap()).unwrap();
        for (approved, meets) in [
            (day(1, 12), day(1, 26)),
            (day(1, 13), day(2, 2)),
            (day(1, 11), day(1, 26)),
            (day(1, 18), day(2, 2)),
        ] {
            assert_eq!(Calendar::approved(approved, tuesdays).first_meeting, meets);
        }
    }

    #[test]
    fn a_group_is_forgotten_seven_days_after_the_fifth_meeting() {
        let calendar = Calendar::meeting_on(day(1, 26));
        assert_eq!(calendar.cut_off, day(1, 23));
        assert_eq!(calendar.last_supported, day(2, 23));
        assert_eq!(calendar.kept_until, day(3, 2));
    }

    #[test]
    fn an_answer_is_never_due_after_the_cut_off() {
        let calendar = Calendar::meeting_on(day(1, 26));
        assert_eq!(calendar.answer_by(day(1, 12)), day(1, 17));
        assert_eq!(calendar.answer_by(day(1, 20)), day(1, 23));
    }
}
