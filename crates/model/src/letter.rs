//! The kinds of letters. A letter is a kind and references, never a text or an address (promise L1).

use chrono::NaiveDate;

use crate::{GroupId, NoteId, NoticeId, SignInId, StaffId};

/// What an igangsetter can tell a group in a letter, in fixed words: free text could say what the group is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Practical {
    /// The door is locked: please ring the bell.
    RingTheBell,
    /// We meet outside, ten minutes early.
    MeetOutside,
    /// Please bring indoor shoes.
    IndoorShoes,
    /// Please bring something to drink.
    BringADrink,
    /// How to find the way has changed; it stands on the page.
    SeeThePage,
}

impl Practical {
    /// All of them, in the order in which the page offers them.
    pub const ALL: [Self; 5] = [
        Self::RingTheBell,
        Self::MeetOutside,
        Self::IndoorShoes,
        Self::BringADrink,
        Self::SeeThePage,
    ];

    /// The stored form, also used in forms.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::RingTheBell => "ring-the-bell",
            Self::MeetOutside => "meet-outside",
            Self::IndoorShoes => "indoor-shoes",
            Self::BringADrink => "bring-a-drink",
            Self::SeeThePage => "see-the-page",
        }
    }

    /// The message of a stored form.
    #[must_use]
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|message| message.code() == code)
    }
}

/// The things a letter can refer to.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct References {
    /// The participant it goes to; of an absence letter, the one whom it speaks of.
    pub note: Option<NoteId>,
    /// The member of staff it goes to.
    pub staff: Option<StaffId>,
    /// The group it speaks of.
    pub group: Option<GroupId>,
    /// The attempt to sign in that it answers.
    pub sign_in: Option<SignInId>,
    /// The meeting it speaks of, by the date on which it would have been had nothing been moved.
    pub meeting: Option<NaiveDate>,
    /// What the operator tells.
    pub notice: Option<NoticeId>,
    /// What the igangsetter tells.
    pub message: Option<Practical>,
}

macro_rules! letters {
    ($($(#[$doc:meta])* $name:ident = $kind:literal { $($field:ident: $type:ty),+ };)+) => {
        /// One message owed to one person. What the fields are, [`References`] says.
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        pub enum Letter {
            $($(#[$doc])* $name {
                $(#[doc = concat!("See [`References::", stringify!($field), "`].")] $field: $type),+
            }),+
        }

        impl Letter {
            /// The stored name of the kind, also used in logs and metrics.
            #[must_use]
            pub const fn kind(&self) -> &'static str {
                match self {
                    $(Self::$name { .. } => $kind),+
                }
            }

            /// What the letter refers to.
            #[must_use]
            pub fn references(&self) -> References {
                match *self {
                    $(Self::$name { $($field),+ } => References {
                        $($field: Some($field),)+
                        ..References::default()
                    }),+
                }
            }

            /// The letter of a stored kind and references; `None` where they don't belong together.
            #[must_use]
            pub fn from_parts(kind: &str, to: References) -> Option<Self> {
                Some(match kind {
                    $($kind => Self::$name { $($field: to.$field?),+ },)+
                    _ => return None,
                })
            }

            /// The stored names of all kinds, in the order in which they are declared here.
            pub const KINDS: &[&'static str] = &[$($kind),+];
        }
    };
}

letters! {
    /// To a participant: please confirm this address.
    ConfirmNote = "confirm-note" { note: NoteId };
    /// To a participant, on the third day: remember to confirm.
    ConfirmReminder = "confirm-reminder" { note: NoteId };
    /// To a participant: a place and a time have been found.
    Invitation = "invitation" { note: NoteId, group: GroupId };
    /// To a participant who has not answered: the answer is due tomorrow.
    AnswerReminder = "answer-reminder" { note: NoteId, group: GroupId };
    /// To a participant who accepted: the meeting takes place.
    MeetingOn = "meeting-on" { note: NoteId, group: GroupId };
    /// To a participant who accepted, or had yet to answer: the group does not come about.
    MeetingOff = "meeting-off" { note: NoteId, group: GroupId };
    /// To a participant who accepted, the day before the first meeting.
    MeetingTomorrow = "meeting-tomorrow" { note: NoteId, group: GroupId };
    /// To a participant who accepted: one meeting is cancelled.
    MeetingCancelled = "meeting-cancelled" { note: NoteId, group: GroupId, meeting: NaiveDate };
    /// To a participant who accepted: one meeting has a new time.
    MeetingMoved = "meeting-moved" { note: NoteId, group: GroupId, meeting: NaiveDate };
    /// To a participant who accepted: a fixed message from the igangsetter.
    PracticalMessage = "practical-message" { note: NoteId, group: GroupId, message: Practical };
    /// To a participant who accepted, in a group that has met: nobody starts the next meeting, which takes place.
    NoIgangsetter = "no-igangsetter" { note: NoteId, group: GroupId, meeting: NaiveDate };
    /// To a participant after three weeks of waiting: what could help.
    StillLooking = "still-looking" { note: NoteId };
    /// To a participant who did not answer, or has waited for five months: do you want to go on waiting?
    StillInterested = "still-interested" { note: NoteId };
    /// To a participant who asked for it: a new link.
    NewLink = "new-link" { note: NoteId };
    /// To an igangsetter: can you take a new group?
    AskedToLead = "asked-to-lead" { staff: StaffId, group: GroupId };
    /// To an igangsetter who wants no question: they have a new group, and people are being invited to it.
    SetToLead = "set-to-lead" { staff: StaffId, group: GroupId };
    /// To an igangsetter: the participants are ready.
    ParticipantsReady = "participants-ready" { staff: StaffId, group: GroupId };
    /// To an igangsetter of a ready group: there is one fewer, or something else has changed.
    GroupChanged = "group-changed" { staff: StaffId, group: GroupId };
    /// To an igangsetter: a participant can't come to a meeting. Vanishes on delivery (promise L7).
    Absence = "absence" { staff: StaffId, note: NoteId, group: GroupId, meeting: NaiveDate };
    /// To an igangsetter who said yes: the group does not come about.
    GroupOff = "group-off" { staff: StaffId, group: GroupId };
    /// To staff: the code to sign in with. For an unknown address it has no recipient and is dropped.
    SignInCode = "sign-in-code" { sign_in: SignInId };
    /// To a new member of staff: you have been added, and this is how to sign in.
    Welcome = "welcome" { staff: StaffId };
    /// To a coordinator: there is something to do.
    Tasks = "tasks" { staff: StaffId };
    /// To a participant: others may have seen your data (GDPR art. 34, promise C14).
    Notice = "notice" { note: NoteId, notice: NoticeId };
    /// The same to a member of staff.
    StaffNotice = "staff-notice" { staff: StaffId, notice: NoticeId };
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_kind_is_stored_and_read_back() {
        let all = References {
            note: Some(NoteId::from_bytes([1; 16])),
            staff: Some(StaffId::from_bytes([2; 16])),
            group: Some(GroupId::from_bytes([3; 16])),
            sign_in: Some(SignInId::from_bytes([4; 16])),
            notice: Some(NoticeId::from_bytes([5; 16])),
            meeting: NaiveDate::from_ymd_opt(2027, 1, 26),
            message: Some(Practical::RingTheBell),
        };
        for kind in Letter::KINDS {
            let letter = Letter::from_parts(kind, all).unwrap();
            assert_eq!(letter.kind(), *kind);
            assert_eq!(Letter::from_parts(kind, letter.references()), Some(letter));
            assert_eq!(Letter::from_parts(kind, References::default()), None);
        }
    }

    #[test]
    fn every_message_is_stored_and_read_back() {
        for message in Practical::ALL {
            assert_eq!(Practical::from_code(message.code()), Some(message));
        }
    }
}
