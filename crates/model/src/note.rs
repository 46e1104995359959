//! The life of an interest note: `Unconfirmed → Waiting → Invited → Joined`, with `Paused` beside it.
//! Erased means that the row is gone; there is no state for it.
//!
//! Every change of state sets the day until which the note is kept, so that no note is without one (promise C6).

use chrono::{Days, Months, NaiveDate};

/// How long an address waits for its confirmation.
pub const UNCONFIRMED_DAYS: Days = Days::new(7);
/// How long a confirmed note waits without a sign from the person.
pub const WAITING_MONTHS: Months = Months::new(6);
/// How long a person who did not answer has to say that they are still interested.
pub const PAUSED_DAYS: Days = Days::new(14);
/// How long before the end of its time a waiting note's person is asked whether to go on.
pub const ASKED_BEFORE: Months = Months::new(1);
/// After how long an unconfirmed address is reminded.
pub const REMINDED_AFTER: Days = Days::new(3);
/// After how long a waiting person is told what could help.
pub const LONG_WAIT: Days = Days::new(21);
/// What waiting for a group that then had too few adds to a note's waiting, in days.
pub const DISSOLVED_BONUS: Days = Days::new(30);

/// Where in its life a note is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum NoteState {
    /// The address has not been confirmed.
    Unconfirmed,
    /// Waits for a group.
    Waiting,
    /// Has been offered a seat.
    Invited,
    /// Has accepted a seat.
    Joined,
    /// Did not answer and is asked whether to go on, or can't be written to.
    Paused,
}

impl NoteState {
    /// All states.
    pub const ALL: [Self; 5] = [
        Self::Unconfirmed,
        Self::Waiting,
        Self::Invited,
        Self::Joined,
        Self::Paused,
    ];

    /// The stored form.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Unconfirmed => "unconfirmed",
            Self::Waiting => "waiting",
            Self::Invited => "invited",
            Self::Joined => "joined",
            Self::Paused => "paused",
        }
    }

    /// The state of a stored form.
    #[must_use]
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|state| state.code() == code)
    }
}

/// What a person is written, unasked, while nothing happens.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Prompt {
    /// Remember to confirm.
    Confirm,
    /// We are still looking, and this could help.
    StillLooking,
    /// Are you still interested? Names the day of erasure.
    StillInterested,
}

/// A note's state with its dates. Transitions consume it and refuse what the life does not know.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Standing {
    state: NoteState,
    waiting_since: NaiveDate,
    signed_on: NaiveDate,
    kept_until: NaiveDate,
    prompt_on: Option<NaiveDate>,
}

/// The note is not in a state from which this can happen.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("a note that is {} can't do this", .0.code())]
pub struct WrongState(pub NoteState);

impl Standing {
    /// A new note, left today.
    #[must_use]
    pub fn left(today: NaiveDate) -> Self {
        Self {
            state: NoteState::Unconfirmed,
            waiting_since: today,
            signed_on: today,
            kept_until: today + UNCONFIRMED_DAYS,
            prompt_on: Some(today + REMINDED_AFTER),
        }
    }

    /// What was stored.
    #[must_use]
    pub const fn stored(
        state: NoteState,
        (waiting_since, signed_on): (NaiveDate, NaiveDate),
        kept_until: NaiveDate,
        prompt_on: Option<NaiveDate>,
    ) -> Self {
        Self {
            state,
            waiting_since,
            signed_on,
            kept_until,
            prompt_on,
        }
    }

    /// The state.
    #[must_use]
    pub const fn state(self) -> NoteState {
        self.state
    }

    /// The day from which waiting is counted.
    #[must_use]
    pub const fn waiting_since(self) -> NaiveDate {
        self.waiting_since
    }

    /// The day from which the six months are counted: of the person's last sign, or of the end of their group.
    #[must_use]
    pub const fn signed_on(self) -> NaiveDate {
        self.signed_on
    }

    /// The last day on which the note is kept; it is erased at the midnight that ends it.
    #[must_use]
    pub const fn kept_until(self) -> NaiveDate {
        self.kept_until
    }

    /// The day on which the person is next written to, unasked.
    #[must_use]
    pub const fn prompt_on(self) -> Option<NaiveDate> {
        self.prompt_on
    }

    /// The same, but the person is not written to unasked.
    #[must_use]
    pub const fn unprompted(self) -> Self {
        Self {
            prompt_on: None,
            ..self
        }
    }

    /// What the person is to be written today, if anything, and where the note stands once that letter is owed.
    #[must_use]
    pub fn prompt(self, today: NaiveDate) -> Option<(Prompt, Self)> {
        self.prompt_on.filter(|day| *day <= today)?;
        let ask_on = self.kept_until - ASKED_BEFORE;
        let (prompt, prompt_on) = match self.state {
            NoteState::Unconfirmed => (Prompt::Confirm, None),
            NoteState::Waiting if today < ask_on => (Prompt::StillLooking, Some(ask_on)),
            NoteState::Waiting => (Prompt::StillInterested, None),
            NoteState::Invited | NoteState::Joined | NoteState::Paused => return None,
        };
        Some((prompt, Self { prompt_on, ..self }))
    }

    /// The person confirms the address, or looks up the receipt code for the first time. An older note of the same address hands on its waiting.
    ///
    /// # Errors
    /// [`WrongState`] unless unconfirmed.
    pub fn confirm(self, today: NaiveDate, waiting_since: Option<NaiveDate>) -> Result<Self, WrongState> {
        self.only(&[NoteState::Unconfirmed])?;
        let since = waiting_since.map_or(self.waiting_since, |older| older.min(self.waiting_since));
        Ok(Self {
            waiting_since: since,
            ..self
        }
        .wait(today))
    }

    /// The person, asked whether to go on, wants to: six more months.
    ///
    /// # Errors
    /// [`WrongState`] unless waiting or paused.
    pub fn resume(self, today: NaiveDate) -> Result<Self, WrongState> {
        self.only(&[NoteState::Paused, NoteState::Waiting])?;
        Ok(self.wait(today))
    }

    /// A seat is offered. The note is kept as long as its group.
    ///
    /// # Errors
    /// [`WrongState`] unless waiting.
    pub fn invite(self, group_kept_until: NaiveDate) -> Result<Self, WrongState> {
        self.only(&[NoteState::Waiting])?;
        Ok(Self {
            state: NoteState::Invited,
            kept_until: group_kept_until,
            prompt_on: None,
            ..self
        })
    }

    /// The seat is accepted.
    ///
    /// # Errors
    /// [`WrongState`] unless invited.
    pub fn join(self) -> Result<Self, WrongState> {
        self.only(&[NoteState::Invited])?;
        Ok(Self {
            state: NoteState::Joined,
            ..self
        })
    }

    /// The group moves, and is remembered for longer or shorter.
    ///
    /// # Errors
    /// [`WrongState`] unless invited or joined.
    pub fn keep_with_group(self, group_kept_until: NaiveDate) -> Result<Self, WrongState> {
        self.only(&[NoteState::Invited, NoteState::Joined])?;
        Ok(Self {
            kept_until: group_kept_until,
            ..self
        })
    }

    /// The seat is declined, or given back: back to waiting, with the waiting kept.
    ///
    /// # Errors
    /// [`WrongState`] unless invited or joined.
    pub fn decline(self, today: NaiveDate) -> Result<Self, WrongState> {
        self.only(&[NoteState::Invited, NoteState::Joined])?;
        Ok(self.wait(today))
    }

    /// The invitation was never delivered, or ended before it was answered: back to waiting, with the waiting kept.
    /// Nobody gave a sign, so the note is kept no longer than before it was invited, or for the days of a pause.
    ///
    /// # Errors
    /// [`WrongState`] unless invited.
    pub fn fall_back(self, today: NaiveDate) -> Result<Self, WrongState> {
        self.only(&[NoteState::Invited])?;
        let waited_out = self.signed_on + WAITING_MONTHS;
        Ok(self.wait_until(waited_out.max(today + PAUSED_DAYS), today))
    }

    /// The group had too few: back to waiting, first in line.
    ///
    /// # Errors
    /// [`WrongState`] unless joined.
    pub fn lose_group(self, today: NaiveDate) -> Result<Self, WrongState> {
        self.only(&[NoteState::Joined])?;
        Ok(Self {
            waiting_since: self.waiting_since - DISSOLVED_BONUS,
            ..self
        }
        .wait(today))
    }

    /// No answer came, or the mail server refuses the address for good.
    ///
    /// # Errors
    /// [`WrongState`] unless invited.
    pub fn pause(self, today: NaiveDate) -> Result<Self, WrongState> {
        self.only(&[NoteState::Invited])?;
        Ok(Self {
            state: NoteState::Paused,
            kept_until: today + PAUSED_DAYS,
            prompt_on: None,
            ..self
        })
    }

    fn wait(self, today: NaiveDate) -> Self {
        Self {
            signed_on: today,
            ..self
        }
        .wait_until(today + WAITING_MONTHS, today)
    }

    /// What could help is told once, when the long wait is over; whoever has waited longer has been told.
    fn wait_until(self, kept_until: NaiveDate, today: NaiveDate) -> Self {
        let long_wait = self.waiting_since + LONG_WAIT;
        let ask_on = (kept_until - ASKED_BEFORE).max(today);
        Self {
            state: NoteState::Waiting,
            kept_until,
            prompt_on: Some(if long_wait > today { long_wait } else { ask_on }),
            ..self
        }
    }

    fn only(self, states: &[NoteState]) -> Result<(), WrongState> {
        if states.contains(&self.state) {
            Ok(())
        } else {
            Err(WrongState(self.state))
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(d: u32) -> NaiveDate {
        NaiveDate::from_ymd_opt(2027, 1, d).unwrap()
    }

    #[test]
    fn confirming_keeps_the_longer_waiting_of_the_two() {
        let left = Standing::left(day(20));
        assert_eq!(left.confirm(day(21), Some(day(3))).unwrap().waiting_since(), day(3));
        assert_eq!(left.confirm(day(21), None).unwrap().waiting_since(), day(20));
    }

    #[test]
    fn whoever_lost_a_group_is_first_in_line() {
        let joined = Standing::left(day(20))
            .confirm(day(20), None)
            .unwrap()
            .invite(day(31))
            .unwrap()
            .join()
            .unwrap();
        let waiting = joined.lose_group(day(28)).unwrap();
        assert_eq!(waiting.waiting_since(), day(20) - Days::new(30));
        assert_eq!(waiting.state(), NoteState::Waiting);
    }

    #[test]
    fn an_invitation_that_nobody_could_answer_does_not_lengthen_the_six_months() {
        let invited = Standing::left(day(1))
            .confirm(day(1), None)
            .unwrap()
            .invite(day(30))
            .unwrap();
        let kept = |today| invited.fall_back(today).unwrap().kept_until();
        let months_end = day(1) + WAITING_MONTHS;
        assert_eq!(kept(day(20)), months_end);
        assert_eq!(
            kept(months_end),
            months_end + Days::new(14),
            "nobody is erased without notice"
        );
        let back = invited.fall_back(day(20)).unwrap();
        assert_eq!((back.state(), back.waiting_since()), (NoteState::Waiting, day(1)));
    }

    #[test]
    fn an_invitation_that_nobody_could_answer_leaves_the_months_that_the_person_asked_for() {
        let asked = day(1) + Months::new(5);
        let invited = Standing::left(day(1))
            .confirm(day(1), None)
            .and_then(|waiting| waiting.resume(asked))
            .and_then(|waiting| waiting.invite(asked + Days::new(30)))
            .unwrap();
        let back = invited.fall_back(asked + Days::new(40)).unwrap();
        let months_end = asked + WAITING_MONTHS;
        assert_eq!(
            (back.kept_until(), back.prompt_on()),
            (months_end, Some(months_end - ASKED_BEFORE))
        );
    }

    #[test]
    fn what_could_help_is_told_once_however_often_the_person_comes_back() {
        let waiting = Standing::left(day(1)).confirm(day(1), None).unwrap();
        let declined = |on| waiting.invite(day(31)).and_then(|invited| invited.decline(on)).unwrap();
        assert_eq!(declined(day(10)).prompt_on(), Some(day(22)), "not told yet");
        let resumed = waiting.resume(day(21)).unwrap();
        let (first, told) = resumed.prompt(day(22)).unwrap();
        assert_eq!(first, Prompt::StillLooking);
        for back in [told.resume(day(25)).unwrap(), declined(day(25))] {
            let ask_on = day(25) + WAITING_MONTHS - ASKED_BEFORE;
            assert_eq!(back.prompt_on(), Some(ask_on));
            assert_eq!(back.prompt(ask_on).unwrap().0, Prompt::StillInterested);
        }
    }

    #[test]
    fn every_state_says_until_when_the_note_is_kept() {
        let left = Standing::left(day(1));
        assert_eq!(left.kept_until(), day(8));
        let waiting = left.confirm(day(2), None).unwrap();
        assert_eq!(waiting.kept_until(), NaiveDate::from_ymd_opt(2027, 7, 2).unwrap());
        let invited = waiting.invite(day(30)).unwrap();
        assert_eq!(invited.kept_until(), day(30));
        assert_eq!(invited.pause(day(10)).unwrap().kept_until(), day(24));
        assert_eq!(invited.join().unwrap().kept_until(), day(30));
    }

    #[test]
    fn a_note_takes_no_step_that_its_life_does_not_know() {
        let unconfirmed = Standing::left(day(1));
        let waiting = unconfirmed.confirm(day(1), None).unwrap();
        assert!(unconfirmed.invite(day(9)).is_err());
        assert!(waiting.confirm(day(1), None).is_err());
        assert!(waiting.join().is_err());
        assert!(waiting.pause(day(1)).is_err());
        assert!(waiting.invite(day(9)).unwrap().join().unwrap().pause(day(2)).is_err());
    }

    #[test]
    fn a_waiting_person_is_written_after_three_weeks_and_a_month_before_the_end_and_no_more() {
        let waiting = Standing::left(day(1)).confirm(day(2), None).unwrap();
        assert_eq!(waiting.prompt(day(21)), None);
        let (first, waiting) = waiting.prompt(day(22)).unwrap();
        assert_eq!(first, Prompt::StillLooking);
        let june = NaiveDate::from_ymd_opt(2027, 6, 2).unwrap();
        assert_eq!(waiting.prompt_on(), Some(june));
        let (second, waiting) = waiting.prompt(june).unwrap();
        assert_eq!((second, waiting.prompt_on()), (Prompt::StillInterested, None));
        assert_eq!(waiting.prompt(waiting.kept_until()), None);
        assert_eq!(waiting.resume(june).unwrap().kept_until(), june + WAITING_MONTHS);
    }

    #[test]
    fn an_unconfirmed_address_is_reminded_once() {
        let left = Standing::left(day(1));
        assert_eq!(left.prompt(day(3)), None);
        let (prompt, reminded) = left.prompt(day(4)).unwrap();
        assert_eq!((prompt, reminded.prompt(day(8))), (Prompt::Confirm, None));
    }
}
