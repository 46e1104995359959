//! The kinds of letters. A letter is a kind and references, never a text or an address (promise L1).

use crate::{GroupId, NoteId, SignInId, StaffId};

/// One message owed to one person.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Letter {
    /// To a participant: please confirm this address.
    ConfirmNote {
        /// To whom.
        note: NoteId,
    },
    /// To a participant: a place and a time have been found.
    Invitation {
        /// To whom.
        note: NoteId,
        /// To which group.
        group: GroupId,
    },
    /// To a participant who accepted: the meeting takes place.
    MeetingOn {
        /// To whom.
        note: NoteId,
        /// Which group meets.
        group: GroupId,
    },
    /// To a participant who accepted, or had yet to answer: the meeting does not take place.
    MeetingOff {
        /// To whom.
        note: NoteId,
        /// Which group does not meet.
        group: GroupId,
    },
    /// To a participant who did not answer: do you want to go on waiting?
    StillInterested {
        /// To whom.
        note: NoteId,
    },
    /// To an igangsetter: can you take a new group?
    AskedToLead {
        /// To whom.
        staff: StaffId,
        /// Which group.
        group: GroupId,
    },
    /// To an igangsetter: the participants are ready.
    ParticipantsReady {
        /// To whom.
        staff: StaffId,
        /// Which group.
        group: GroupId,
    },
    /// To an igangsetter who said yes: there were too few.
    GroupOff {
        /// To whom.
        staff: StaffId,
        /// Which group.
        group: GroupId,
    },
    /// To staff: the code to sign in with. For an unknown address it has no recipient and is dropped.
    SignInCode {
        /// Which attempt to sign in.
        sign_in: SignInId,
    },
}

impl Letter {
    /// The stored name of the kind, also used in logs and metrics.
    #[must_use]
    pub const fn kind(&self) -> &'static str {
        match self {
            Self::ConfirmNote { .. } => "confirm-note",
            Self::Invitation { .. } => "invitation",
            Self::MeetingOn { .. } => "meeting-on",
            Self::MeetingOff { .. } => "meeting-off",
            Self::StillInterested { .. } => "still-interested",
            Self::AskedToLead { .. } => "asked-to-lead",
            Self::ParticipantsReady { .. } => "participants-ready",
            Self::GroupOff { .. } => "group-off",
            Self::SignInCode { .. } => "sign-in-code",
        }
    }

    /// What the letter refers to.
    #[must_use]
    pub const fn references(&self) -> References {
        let (mut note, mut staff, mut group, mut sign_in) = (None, None, None, None);
        match *self {
            Self::ConfirmNote { note: n } | Self::StillInterested { note: n } => note = Some(n),
            Self::Invitation { note: n, group: g }
            | Self::MeetingOn { note: n, group: g }
            | Self::MeetingOff { note: n, group: g } => (note, group) = (Some(n), Some(g)),
            Self::AskedToLead { staff: s, group: g }
            | Self::ParticipantsReady { staff: s, group: g }
            | Self::GroupOff { staff: s, group: g } => (staff, group) = (Some(s), Some(g)),
            Self::SignInCode { sign_in: s } => sign_in = Some(s),
        }
        References {
            note,
            staff,
            group,
            sign_in,
        }
    }

    /// The letter of a stored kind and references; `None` where they don't belong together.
    #[must_use]
    pub fn from_parts(kind: &str, to: References) -> Option<Self> {
        Some(match kind {
            "confirm-note" => Self::ConfirmNote { note: to.note? },
            "invitation" => Self::Invitation {
                note: to.note?,
                group: to.group?,
            },
            "meeting-on" => Self::MeetingOn {
                note: to.note?,
                group: to.group?,
            },
            "meeting-off" => Self::MeetingOff {
                note: to.note?,
                group: to.group?,
            },
            "still-interested" => Self::StillInterested { note: to.note? },
            "asked-to-lead" => Self::AskedToLead {
                staff: to.staff?,
                group: to.group?,
            },
            "participants-ready" => Self::ParticipantsReady {
                staff: to.staff?,
                group: to.group?,
            },
            "group-off" => Self::GroupOff {
                staff: to.staff?,
                group: to.group?,
            },
            "sign-in-code" => Self::SignInCode { sign_in: to.sign_in? },
            _ => return None,
        })
    }
}

/// The things a letter can refer to.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct References {
    /// The participant it goes to.
    pub note: Option<NoteId>,
    /// The member of staff it goes to.
    pub staff: Option<StaffId>,
    /// The group it speaks of.
    pub group: Option<GroupId>,
    /// The attempt to sign in that it answers.
    pub sign_in: Option<SignInId>,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_kind_is_stored_and_read_back() {
        let (note, staff) = (NoteId::from_bytes([1; 16]), StaffId::from_bytes([2; 16]));
        let (group, sign_in) = (GroupId::from_bytes([3; 16]), SignInId::from_bytes([4; 16]));
        for letter in [
            Letter::ConfirmNote { note },
            Letter::Invitation { note, group },
            Letter::MeetingOn { note, group },
            Letter::MeetingOff { note, group },
            Letter::StillInterested { note },
            Letter::AskedToLead { staff, group },
            Letter::ParticipantsReady { staff, group },
            Letter::GroupOff { staff, group },
            Letter::SignInCode { sign_in },
        ] {
            assert_eq!(Letter::from_parts(letter.kind(), letter.references()), Some(letter));
            assert_eq!(Letter::from_parts(letter.kind(), References::default()), None);
        }
    }
}
