//! One example of each kind of letter.

use chrono::{NaiveDate, NaiveTime};
use model::RecognitionWords;

use crate::{Facts, Meeting, Sender, ToParticipant};

pub const MY_NOTE: &str = "https://oppstart.example/n/1MyNote1QmFzZTY0IHRva2VucyBhcmUgcXVpdGUgbG9uZywgYXMgdGhpcyBvbmU";
const CONFIRM: &str = "https://oppstart.example/n/1Confirm2QmFzZTY0IHRva2VucyBhcmUgcXVpdGUgbG9uZywgYXMgdGhpcyBvbmU";
const ANSWER: &str = "https://oppstart.example/n/1Answer3QmFzZTY0IHRva2VucyBhcmUgcXVpdGUgbG9uZywgYXMgdGhpcyBvbmU";
const DESK: &str = "https://oppstart.example/groups/03030303030303030303030303030303";

/// Every link that an example has.
pub const LINKS: [&str; 4] = [MY_NOTE, CONFIRM, ANSWER, DESK];

/// A letter's facts and the name of their kind.
pub type Named = (&'static str, Facts);

pub fn sender() -> Sender {
    Sender {
        name: "Oppstart".to_owned(),
        phone: "22 33 44 55".to_owned(),
    }
}

pub fn to() -> ToParticipant {
    ToParticipant {
        words: RecognitionWords::at(0, 0).unwrap(),
        my_note: MY_NOTE.to_owned(),
    }
}

pub fn meeting() -> Meeting {
    Meeting {
        date: january(26),
        time: NaiveTime::from_hms_opt(18, 0, 0).unwrap(),
        place: "Storgata 1".to_owned(),
    }
}

fn january(day: u32) -> NaiveDate {
    NaiveDate::from_ymd_opt(2027, 1, day).unwrap()
}

pub fn all() -> Vec<Named> {
    let mut all = all_to_participants();
    all.extend(all_to_staff());
    all
}

pub fn all_to_participants() -> Vec<Named> {
    let (to, meeting) = (to(), meeting());
    vec![
        (
            "confirm-note",
            Facts::ConfirmNote {
                to: to.clone(),
                confirm: CONFIRM.to_owned(),
                days: 7,
            },
        ),
        (
            "invitation",
            Facts::Invitation {
                to: to.clone(),
                meeting: meeting.clone(),
                answer_by: january(15),
                answer: ANSWER.to_owned(),
            },
        ),
        (
            "meeting-on",
            Facts::MeetingOn {
                to: to.clone(),
                meeting: meeting.clone(),
            },
        ),
        (
            "meeting-off",
            Facts::MeetingOff {
                to: to.clone(),
                meeting,
            },
        ),
        (
            "still-interested",
            Facts::StillInterested {
                to,
                erased_after: january(29),
            },
        ),
    ]
}

fn all_to_staff() -> Vec<Named> {
    let (meeting, desk) = (meeting(), DESK.to_owned());
    vec![
        (
            "asked-to-lead",
            Facts::AskedToLead {
                meeting: meeting.clone(),
                desk: desk.clone(),
            },
        ),
        (
            "participants-ready",
            Facts::ParticipantsReady {
                meeting: meeting.clone(),
                participants: 6,
                desk: desk.clone(),
            },
        ),
        ("group-off", Facts::GroupOff { meeting, desk }),
        (
            "sign-in-code",
            Facts::SignInCode {
                code: "123456".to_owned(),
                minutes: 30,
            },
        ),
    ]
}
