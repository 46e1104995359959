//! The scene of all tests, its samples by name, and some facts that no sample has.

use chrono::NaiveDate;
use model::{ClosingLines, Controller, RecognitionWords};

use crate::{
    Facts, Meeting, Notice, Participant, ParticipantNews, Sender, StaffNews, ToParticipant,
    sample::{self, Sample, Scene},
};

pub const MY_NOTE: &str = "https://oppstart.example/n/0MyNoteQmFzZTY0IHRva2VucyBhcmUgcXVpdGUgbG9uZywgYXMgdGhpcyBvbmU";
const CONFIRM: &str = "https://oppstart.example/n/0ConfirmQmFzZTY0IHRva2VucyBhcmUgcXVpdGUgbG9uZywgYXMgdGhpcyBvbmU";
const ANSWER: &str = "https://oppstart.example/n/0AnswerQmFzZTY0IHRva2VucyBhcmUgcXVpdGUgbG9uZywgYXMgdGhpcyBvbmU";
const DESK: &str = "https://oppstart.example/desk";
const SIGN_IN: &str = "https://oppstart.example/sign-in";
const PRIVACY: &str = "https://oppstart.example/privacy";

/// Every link that a sample has.
pub const LINKS: [&str; 6] = [MY_NOTE, CONFIRM, ANSWER, DESK, SIGN_IN, PRIVACY];

pub fn sender() -> Sender {
    Sender {
        name: "Oppstart".to_owned(),
        phone: "22 33 44 55".to_owned(),
        closing_lines: Some(closing_lines()),
    }
}

/// Written in bokmål only, as the page asks for.
pub fn closing_lines() -> ClosingLines {
    ClosingLines::parse("Vi gleder oss til å se deg!\nDu treffer oss på telefon tirsdag og torsdag mellom kl. 10 og 14, og ellers kan du legge igjen en beskjed.").unwrap()
}

/// On Tuesday 12 January 2027; the first meeting is on the 26th.
pub fn all() -> Vec<Sample> {
    sample::all(&Scene {
        origin: "https://oppstart.example",
        contact_point: "Frivilligsentralen",
        today: january(12),
    })
}

pub fn to() -> ToParticipant {
    ToParticipant {
        words: RecognitionWords::FIRST,
        my_note: MY_NOTE.to_owned(),
    }
}

/// The invitation's meeting.
pub fn meeting() -> Meeting {
    let found = all().into_iter().find_map(|sample| match sample.facts {
        Facts::Participant(_, ParticipantNews::Invitation { meeting, .. }) => Some(meeting),
        _ => None,
    });
    found.unwrap()
}

pub fn january(day: u32) -> NaiveDate {
    NaiveDate::from_ymd_opt(2027, 1, day).unwrap()
}

/// What an operator may write, in bokmål only.
pub fn notice(responsible_body: &str) -> Notice {
    let found = all().into_iter().find_map(|sample| match sample.facts {
        Facts::Participant(_, ParticipantNews::Notice(notice)) => Some(notice),
        _ => None,
    });
    let mut notice = found.unwrap();
    notice.controller = Some(Controller {
        responsible_body: responsible_body.to_owned(),
        ..notice.controller.unwrap()
    });
    notice
}

/// A letter about somebody's absence.
pub fn absence(nickname: Option<&str>) -> Facts {
    Facts::Staff(StaffNews::Absence {
        who: Participant {
            number: 3,
            nickname: nickname.map(str::to_owned),
        },
        date: january(26),
        desk: DESK.to_owned(),
    })
}
