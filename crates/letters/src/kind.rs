//! Which kind of letter some facts are of, and who gets it. Nothing is left to a wildcard: a new kind is named here.

use crate::{Facts, ParticipantNews, StaffNews};

/// Who gets a letter.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Receiver {
    /// Somebody who left a note.
    Participant,
    /// Whoever starts a group.
    Igangsetter,
    /// Any member of staff.
    Staff,
}

impl Receiver {
    /// All of them, participants first.
    pub const ALL: [Self; 3] = [Self::Participant, Self::Igangsetter, Self::Staff];
}

impl Facts {
    /// The kind of the letter, by the name that [`model::Letter::kind`] has for it.
    #[must_use]
    pub const fn kind(&self) -> &'static str {
        match self {
            Self::Participant(_, news) => news.kind(),
            Self::Staff(news) => news.kind().0,
        }
    }

    /// Who gets the letter.
    #[must_use]
    pub const fn receiver(&self) -> Receiver {
        match self {
            Self::Participant(..) => Receiver::Participant,
            Self::Staff(news) => news.kind().1,
        }
    }
}

impl ParticipantNews {
    const fn kind(&self) -> &'static str {
        match self {
            Self::ConfirmNote { .. } => "confirm-note",
            Self::ConfirmReminder { .. } => "confirm-reminder",
            Self::Invitation { .. } => "invitation",
            Self::AnswerReminder { .. } => "answer-reminder",
            Self::MeetingOn { .. } => "meeting-on",
            Self::MeetingOff { .. } => "meeting-off",
            Self::MeetingTomorrow { .. } => "meeting-tomorrow",
            Self::MeetingCancelled { .. } => "meeting-cancelled",
            Self::MeetingMoved { .. } => "meeting-moved",
            Self::PracticalMessage { .. } => "practical-message",
            Self::NoIgangsetter { .. } => "no-igangsetter",
            Self::StillLooking => "still-looking",
            Self::StillInterested { .. } => "still-interested",
            Self::NewLink => "new-link",
            Self::Notice(_) => "notice",
        }
    }
}

impl StaffNews {
    const fn kind(&self) -> (&'static str, Receiver) {
        use Receiver::{Igangsetter, Staff};
        match self {
            Self::AskedToLead { .. } => ("asked-to-lead", Igangsetter),
            Self::SetToLead { .. } => ("set-to-lead", Igangsetter),
            Self::ParticipantsReady { .. } => ("participants-ready", Igangsetter),
            Self::GroupChanged { .. } => ("group-changed", Igangsetter),
            Self::Absence { .. } => ("absence", Igangsetter),
            Self::GroupOff { .. } => ("group-off", Igangsetter),
            Self::SignInCode { .. } => ("sign-in-code", Staff),
            Self::Welcome { .. } => ("welcome", Staff),
            Self::Tasks { .. } => ("tasks", Staff),
            Self::Notice { .. } => ("staff-notice", Staff),
        }
    }
}
