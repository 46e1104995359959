//! The life of a group: `Proposed → Asked → Inviting → Ready → Started`, or `Dissolved`, then forgotten.
//! One that is planned at a course begins as `Open`.

use chrono::{DateTime, Datelike as _, Days, NaiveDate, TimeDelta, Utc, Weekday};

use crate::StaffId;

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
/// How many weeks after that are looked at for a date: a room or an igangsetter that is away for longer is not offered.
pub const WEEKS_AHEAD: u64 = 12;
/// How long an igangsetter has to say yes.
pub const ASKED_FOR: TimeDelta = TimeDelta::hours(48);
/// How long a coordinator has to find an igangsetter for a group that nobody has been invited to.
pub const VACANT_FOR: TimeDelta = TimeDelta::hours(48);
/// How long before the end of the cut-off a freed seat is offered for the last time.
pub const LAST_OFFER: TimeDelta = TimeDelta::hours(48);
/// How long before the first meeting it has an igangsetter, or is called off.
pub const NOBODY_BEFORE: TimeDelta = TimeDelta::hours(24);
/// How many meetings the igangsetter is there for, unless the contact point says otherwise.
pub const SUPPORTED_MEETINGS: u8 = 5;
/// How many meetings a contact point can promise an igangsetter for, at most.
pub const MOST_SUPPORTED: u8 = 10;
/// How long a group is remembered after its last supported meeting, or after it was dissolved.
pub const REMEMBERED_DAYS: Days = Days::new(7);

/// Where in its life a group is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum GroupState {
    /// In a draft that nobody has approved.
    Proposed,
    /// Planned at a course: whoever confirms a note with its date ticked has a seat, until its collection closes.
    Open,
    /// Approved; no igangsetter has said yes. Its notes are held, and shown as waiting.
    Asked,
    /// Invitations are out.
    Inviting,
    /// There will be a first meeting.
    Ready,
    /// The first meeting has been.
    Started,
    /// There will not.
    Dissolved,
}

impl GroupState {
    /// All states.
    pub const ALL: [Self; 7] = [
        Self::Proposed,
        Self::Open,
        Self::Asked,
        Self::Inviting,
        Self::Ready,
        Self::Started,
        Self::Dissolved,
    ];

    /// True while people are told of the group: it has invited, or is open, and has not been called off.
    #[must_use]
    pub const fn is_announced(self) -> bool {
        matches!(self, Self::Open | Self::Inviting | Self::Ready | Self::Started)
    }

    /// The stored form.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Proposed => "proposed",
            Self::Open => "open",
            Self::Asked => "asked",
            Self::Inviting => "inviting",
            Self::Ready => "ready",
            Self::Started => "started",
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

/// Who starts a group.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Lead {
    /// Somebody who has said yes, or wants no question; of a draft, somebody who has not been told.
    By(StaffId),
    /// Somebody who has been asked.
    Asked {
        /// Who.
        whom: StaffId,
        /// When.
        at: DateTime<Utc>,
        /// Since when nobody else leads.
        vacant_since: DateTime<Utc>,
    },
    /// Nobody: a coordinator has to find somebody.
    Vacant {
        /// Since when.
        since: DateTime<Utc>,
    },
}

impl Lead {
    /// Whoever leads, or has been asked to.
    #[must_use]
    pub const fn whom(self) -> Option<StaffId> {
        match self {
            Self::By(whom) | Self::Asked { whom, .. } => Some(whom),
            Self::Vacant { .. } => None,
        }
    }

    /// Whoever leads for certain.
    #[must_use]
    pub const fn certain(self) -> Option<StaffId> {
        match self {
            Self::By(whom) => Some(whom),
            Self::Asked { .. } | Self::Vacant { .. } => None,
        }
    }

    /// Since when nobody leads for certain.
    #[must_use]
    pub const fn vacant_since(self) -> Option<DateTime<Utc>> {
        match self {
            Self::By(_) => None,
            Self::Asked { vacant_since, .. } | Self::Vacant { since: vacant_since } => Some(vacant_since),
        }
    }
}

/// The first date that a group approved today can meet on: the weekday's first that is at least [`NOTICE_DAYS`] away
/// and open. `None` if none of the next [`WEEKS_AHEAD`] is.
#[must_use]
pub fn first_meeting(today: NaiveDate, weekday: Weekday, is_open: impl Fn(NaiveDate) -> bool) -> Option<NaiveDate> {
    let earliest = today + NOTICE_DAYS;
    let first = earliest + Days::new(u64::from(weekday.days_since(earliest.weekday())));
    (0..WEEKS_AHEAD)
        .map(|week| first + Days::new(7 * week))
        .find(|date| is_open(*date))
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
    /// The dates of a group that first meets on this day, with an igangsetter at so many meetings.
    #[must_use]
    pub fn meeting_on(first_meeting: NaiveDate, supported: u8) -> Self {
        let last_supported = first_meeting + Days::new(7 * (u64::from(supported).max(1) - 1));
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

    /// The weekly meetings from the first to the last supported one.
    pub fn meetings(&self) -> impl Iterator<Item = NaiveDate> + use<> {
        let last = self.last_supported;
        self.first_meeting
            .iter_days()
            .step_by(7)
            .take_while(move |date| *date <= last)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(m: u32, d: u32) -> NaiveDate {
        NaiveDate::from_ymd_opt(2027, m, d).unwrap()
    }

    #[test]
    fn the_first_meeting_is_the_first_right_weekday_two_weeks_away() {
        for (approved, meets) in [
            (day(1, 12), day(1, 26)),
            (day(1, 13), day(2, 2)),
            (day(1, 11), day(1, 26)),
            (day(1, 18), day(2, 2)),
        ] {
            assert_eq!(first_meeting(approved, Weekday::Tue, |_| true), Some(meets));
        }
    }

    #[test]
    fn a_first_meeting_skips_shut_weeks_but_not_for_ever() {
        let shut_in_february = |date: NaiveDate| date.month() != 2;
        assert_eq!(
            first_meeting(day(1, 13), Weekday::Tue, shut_in_february),
            Some(day(3, 2))
        );
        assert_eq!(first_meeting(day(1, 13), Weekday::Tue, |_| false), None);
    }

    #[test]
    fn an_answer_is_due_five_days_after_delivery_but_never_after_the_cut_off() {
        let calendar = Calendar::meeting_on(day(1, 26), 5);
        assert_eq!(calendar.answer_by(day(1, 12)), day(1, 17));
        assert_eq!(calendar.answer_by(day(1, 21)), day(1, 23));
        assert_eq!(calendar.answer_by(day(1, 25)), day(1, 23));
    }

    #[test]
    fn a_group_is_remembered_for_a_week_after_the_last_supported_meeting() {
        for (supported, last) in [(0, day(1, 26)), (1, day(1, 26)), (5, day(2, 23)), (10, day(3, 30))] {
            let calendar = Calendar::meeting_on(day(1, 26), supported);
            assert_eq!(calendar.last_supported, last);
            assert_eq!(calendar.kept_until, last + Days::new(7));
            assert_eq!(calendar.meetings().count(), usize::from(supported.max(1)));
        }
    }
}
