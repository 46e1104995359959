//! What a letter tells, gathered at the moment it is sent: the outbox holds references only (promise L1).
//!
//! A letter has no facts if its recipient is gone or has no address, if what it tells of is no longer so, or if its
//! recipient has done already what it asks for.

mod meetings;
mod notice;
mod participant;
mod seated;
mod staff;

use chrono::{DateTime, NaiveDate, Utc};
use letters::Facts;
use model::{ClosingLines, ContactPointId, Language, Letter, Link, oslo_date};
use store::{DbConn, contact_point, key_version};
use vault::{KeyId, SealedAddress, SealedAt, Vault};

use crate::{Fault, PublicUrl};

/// What links and codes are made from.
#[derive(Clone)]
pub(crate) struct Maker {
    pub(crate) vault: Vault,
    pub(crate) public_url: PublicUrl,
    /// The version of the keys that links are made with.
    pub(crate) link_key: KeyId,
}

/// A letter's facts, and its recipient's address, still sealed.
pub(crate) struct Gathered {
    pub(crate) sealed: SealedAddress,
    pub(crate) sealed_at: SealedAt,
    pub(crate) language: Language,
    pub(crate) office: Office,
    pub(crate) facts: Facts,
}

/// What letters say of the recipient's contact point.
pub(crate) struct Office {
    /// Its telephone number; empty if it has not said.
    pub(crate) phone: String,
    /// What it says at the end of letters to participants.
    pub(crate) closing_lines: Option<ClosingLines>,
}

/// What came of looking for a letter's facts; `None` if there are none.
type Found<T> = Result<Option<T>, Fault>;

/// Gathers what a letter tells; `None` if nobody is left to be told.
pub(crate) fn gather(c: &mut DbConn, maker: &Maker, letter: &Letter, now: DateTime<Utc>) -> Found<Gathered> {
    let today = oslo_date(now);
    let maker = &maker.on(c, today)?;
    match *letter {
        Letter::ConfirmNote { note } => participant::confirm_note(c, maker, note, today),
        Letter::ConfirmReminder { note } => participant::confirm_reminder(c, maker, note, today),
        Letter::StillLooking { note } => participant::still_looking(c, maker, note, today),
        Letter::StillInterested { note } => participant::still_interested(c, maker, note, today),
        Letter::NewLink { note } => participant::new_link(c, maker, note),
        Letter::Invitation { note, group } => meetings::invitation(c, maker, (note, group), today),
        Letter::AnswerReminder { note, group } => meetings::answer_reminder(c, maker, (note, group), today),
        Letter::MeetingOn { note, group } => meetings::meeting_on(c, maker, (note, group)),
        Letter::MeetingOff { note, group } => meetings::meeting_off(c, maker, (note, group)),
        Letter::MeetingTomorrow { note, group } => meetings::meeting_tomorrow(c, maker, (note, group), today),
        Letter::MeetingCancelled { note, group, meeting } => {
            meetings::meeting_cancelled(c, maker, (note, group), (meeting, today))
        }
        Letter::MeetingMoved { note, group, meeting } => meetings::meeting_moved(c, maker, (note, group), meeting),
        Letter::PracticalMessage { note, group, message } => {
            meetings::practical_message(c, maker, (note, group), (message, now))
        }
        Letter::NoIgangsetter { note, group, meeting } => {
            meetings::no_igangsetter(c, maker, (note, group), (meeting, now))
        }
        Letter::AskedToLead { staff, group } => staff::asked_to_lead(c, maker, (staff, group), now),
        Letter::SetToLead { staff, group } => staff::set_to_lead(c, maker, (staff, group)),
        Letter::ParticipantsReady { staff, group } => staff::participants_ready(c, maker, (staff, group)),
        Letter::GroupChanged { staff, group } => staff::group_changed(c, maker, (staff, group), now),
        Letter::Absence {
            staff,
            note,
            group,
            meeting,
        } => staff::absence(c, maker, staff, (note, group, meeting)),
        Letter::GroupOff { staff, group } => staff::group_off(c, maker, (staff, group)),
        Letter::SignInCode { sign_in } => staff::sign_in_code(c, maker, sign_in, now),
        Letter::Welcome { staff } => staff::welcome(c, maker, staff),
        Letter::Tasks { staff } => staff::tasks(c, maker, staff, now),
        Letter::Notice { note, notice } => notice::to_participant(c, maker, (note, notice)),
        Letter::StaffNotice { staff, notice } => notice::to_staff(c, maker, (staff, notice)),
    }
}

impl Maker {
    /// The same, with the keys of a day.
    fn on(&self, c: &mut DbConn, today: NaiveDate) -> store::Result<Self> {
        let version = key_version::find_for_links(c, today)?;
        Ok(Self {
            link_key: version.map_or(self.link_key, KeyId::of),
            ..self.clone()
        })
    }

    fn desk(&self) -> String {
        self.public_url.to(&Link::Desk)
    }
}

fn office(c: &mut DbConn, point: ContactPointId) -> store::Result<Office> {
    let point = contact_point::get(c, point)?;
    Ok(Office {
        phone: point.controller.map(|one| one.phone).unwrap_or_default(),
        closing_lines: point.closing_lines,
    })
}
