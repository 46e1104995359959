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

    /// The same, with the waiting of an older note of the same address.
    #[must_use]
    pub fn waiting_also_since(self, older: NaiveDate) -> Self {
        Self {
            waiting_since: self.waiting_since.min(older),
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
        let waiting = waiting_since.map_or(self, |older| self.waiting_also_since(older));
        Ok(waiting.wait(today))
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
mod tests;
