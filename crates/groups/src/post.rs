//! Letters that groups owe, each with the moment after which it is of no use (promise L6).
//!
//! Whoever has a receipt code is owed none: there is no address to write to (promise C13).

use chrono::{DateTime, NaiveDate, Utc};
use model::{Chance, Letter, LetterId, NoteId, StaffId, end_of, oslo_instant};
use store::{DbConn, group::Group, note, outbox};

use crate::fault::Result;

/// What a participant is told about a group, and what something newer takes the place of.
const ABOUT_GROUP: [&str; 8] = [
    "invitation",
    "answer-reminder",
    "meeting-on",
    "meeting-tomorrow",
    "meeting-cancelled",
    "meeting-moved",
    "practical-message",
    "no-igangsetter",
];

/// Owes the letters about one group, at one moment.
pub(crate) struct Post<'a> {
    pub chance: &'a Chance,
    pub group: &'a Group,
    pub now: DateTime<Utc>,
}

impl Post<'_> {
    pub(crate) fn invitation(&self, tx: &mut DbConn, note: NoteId) -> Result<bool> {
        let group = self.group.id;
        let useless_after = end_of(self.group.calendar.cut_off);
        self.participant(tx, &Letter::Invitation { note, group }, useless_after)
    }

    pub(crate) fn meeting_on(&self, tx: &mut DbConn, note: NoteId) -> Result<bool> {
        let group = self.group.id;
        self.participant(tx, &Letter::MeetingOn { note, group }, self.meeting())
    }

    /// The first meeting may have been moved: the letter is of use until it would have been.
    pub(crate) fn meeting_off(&self, tx: &mut DbConn, note: NoteId, meeting: DateTime<Utc>) -> Result<bool> {
        let group = self.group.id;
        self.participant(tx, &Letter::MeetingOff { note, group }, meeting)
    }

    pub(crate) fn still_interested(&self, tx: &mut DbConn, note: NoteId, kept_until: NaiveDate) -> Result<bool> {
        self.participant(tx, &Letter::StillInterested { note }, end_of(kept_until))
    }

    /// Asks somebody to lead, until a moment.
    pub(crate) fn asked_to_lead(&self, tx: &mut DbConn, staff: StaffId, until: DateTime<Utc>) -> Result<()> {
        let group = self.group.id;
        self.push(tx, &Letter::AskedToLead { staff, group }, until)
    }

    /// Tells whoever leads, and was not asked, that they do.
    pub(crate) fn set_to_lead(&self, tx: &mut DbConn) -> Result<()> {
        let group = self.group.id;
        match self.group.lead.certain() {
            Some(staff) => self.push(tx, &Letter::SetToLead { staff, group }, self.meeting()),
            None => Ok(()),
        }
    }

    pub(crate) fn participants_ready(&self, tx: &mut DbConn, meeting: DateTime<Utc>) -> Result<()> {
        let group = self.group.id;
        match self.group.lead.certain() {
            Some(staff) => self.push(tx, &Letter::ParticipantsReady { staff, group }, meeting),
            None => Ok(()),
        }
    }

    /// Tells the igangsetter once of all that has changed since the last such letter went out.
    pub(crate) fn group_changed(&self, tx: &mut DbConn) -> Result<()> {
        let group = self.group.id;
        outbox::cancel_of_group(tx, group, "group-changed")?;
        let useless_after = end_of(self.group.calendar.last_supported);
        match self.group.lead.certain() {
            Some(staff) if self.now < useless_after => {
                self.push(tx, &Letter::GroupChanged { staff, group }, useless_after)
            }
            _ => Ok(()),
        }
    }

    pub(crate) fn group_off(&self, tx: &mut DbConn, meeting: DateTime<Utc>) -> Result<()> {
        let group = self.group.id;
        match self.group.lead.certain() {
            Some(staff) => self.push(tx, &Letter::GroupOff { staff, group }, meeting),
            None => Ok(()),
        }
    }

    /// Owes a participant a letter. False if there is no address to write to.
    pub(crate) fn participant(&self, tx: &mut DbConn, letter: &Letter, useless_after: DateTime<Utc>) -> Result<bool> {
        if let Some(to) = letter.references().note
            && note::get(tx, to)?.by_code
        {
            return Ok(false);
        }
        self.push(tx, letter, useless_after)?;
        Ok(true)
    }

    /// When the first meeting begins, unless it is moved.
    pub(crate) fn meeting(&self) -> DateTime<Utc> {
        oslo_instant(self.group.calendar.first_meeting, self.group.cell.time.starts_at)
    }

    pub(crate) fn push(&self, tx: &mut DbConn, letter: &Letter, useless_after: DateTime<Utc>) -> Result<()> {
        let id = LetterId::random(self.chance);
        Ok(outbox::push(tx, id, letter, self.now, useless_after)?)
    }
}

/// Cancels all that somebody is owed about a group and has not been sent: they are no longer in it.
pub(crate) fn cancel_all(tx: &mut DbConn, note: NoteId) -> Result<()> {
    ABOUT_GROUP
        .iter()
        .try_for_each(|kind| Ok(outbox::cancel(tx, note, kind)?))
}
