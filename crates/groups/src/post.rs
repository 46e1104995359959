//! Letters that groups owe, each with the moment after which it is of no use (promise L6).

use chrono::{DateTime, Days, NaiveDate, NaiveTime, Utc};
use model::{ASKED_FOR, Chance, Letter, LetterId, NoteId, oslo_instant};
use store::{DbConn, group::Group, outbox};

use crate::fault::Result;

/// Owes the letters about one group, at one moment.
pub(crate) struct Post<'a> {
    pub chance: &'a Chance,
    pub group: &'a Group,
    pub now: DateTime<Utc>,
}

impl Post<'_> {
    pub(crate) fn invitation(&self, tx: &mut DbConn, note: NoteId) -> Result<()> {
        let useless_after = end_of(self.group.calendar.cut_off);
        self.push(
            tx,
            &Letter::Invitation {
                note,
                group: self.group.id,
            },
            useless_after,
        )
    }

    pub(crate) fn meeting_on(&self, tx: &mut DbConn, note: NoteId) -> Result<()> {
        self.push(
            tx,
            &Letter::MeetingOn {
                note,
                group: self.group.id,
            },
            self.meeting(),
        )
    }

    pub(crate) fn meeting_off(&self, tx: &mut DbConn, note: NoteId) -> Result<()> {
        self.push(
            tx,
            &Letter::MeetingOff {
                note,
                group: self.group.id,
            },
            self.meeting(),
        )
    }

    pub(crate) fn still_interested(&self, tx: &mut DbConn, note: NoteId, kept_until: NaiveDate) -> Result<()> {
        self.push(tx, &Letter::StillInterested { note }, end_of(kept_until))
    }

    pub(crate) fn asked_to_lead(&self, tx: &mut DbConn) -> Result<()> {
        let letter = Letter::AskedToLead {
            staff: self.group.igangsetter,
            group: self.group.id,
        };
        self.push(tx, &letter, self.now + ASKED_FOR)
    }

    pub(crate) fn participants_ready(&self, tx: &mut DbConn) -> Result<()> {
        let letter = Letter::ParticipantsReady {
            staff: self.group.igangsetter,
            group: self.group.id,
        };
        self.push(tx, &letter, self.meeting())
    }

    pub(crate) fn group_off(&self, tx: &mut DbConn) -> Result<()> {
        let letter = Letter::GroupOff {
            staff: self.group.igangsetter,
            group: self.group.id,
        };
        self.push(tx, &letter, self.meeting())
    }

    /// When the first meeting begins.
    pub(crate) fn meeting(&self) -> DateTime<Utc> {
        oslo_instant(self.group.calendar.first_meeting, self.group.cell.time.starts_at)
    }

    fn push(&self, tx: &mut DbConn, letter: &Letter, useless_after: DateTime<Utc>) -> Result<()> {
        Ok(outbox::push(
            tx,
            LetterId::random(self.chance),
            letter,
            self.now,
            useless_after,
        )?)
    }
}

fn end_of(day: NaiveDate) -> DateTime<Utc> {
    oslo_instant(day + Days::new(1), NaiveTime::MIN)
}
