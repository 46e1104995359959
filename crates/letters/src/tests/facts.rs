//! One example of each kind of letter, and of each of its variants.

use chrono::{NaiveDate, NaiveTime};
use model::{Controller, Language, Practical, RecognitionWords};

use crate::{Facts, Meeting, Notice, Participant, ParticipantNews, Sender, StaffNews, ToParticipant, WhyAsked};

pub const MY_NOTE: &str = "https://oppstart.example/n/1MyNote1QmFzZTY0IHRva2VucyBhcmUgcXVpdGUgbG9uZywgYXMgdGhpcyBvbmU";
const CONFIRM: &str = "https://oppstart.example/n/1Confirm2QmFzZTY0IHRva2VucyBhcmUgcXVpdGUgbG9uZywgYXMgdGhpcyBvbmU";
const ANSWER: &str = "https://oppstart.example/n/1Answer3QmFzZTY0IHRva2VucyBhcmUgcXVpdGUgbG9uZywgYXMgdGhpcyBvbmU";
const DESK: &str = "https://oppstart.example/desk";
const SIGN_IN: &str = "https://oppstart.example/sign-in";
const PRIVACY: &str = "https://oppstart.example/privacy";

/// Every link that an example has.
pub const LINKS: [&str; 6] = [MY_NOTE, CONFIRM, ANSWER, DESK, SIGN_IN, PRIVACY];

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

pub fn january(day: u32) -> NaiveDate {
    NaiveDate::from_ymd_opt(2027, 1, day).unwrap()
}

pub fn all() -> Vec<Named> {
    let mut all = all_to_participants();
    all.extend(all_to_staff());
    all
}

pub fn all_to_participants() -> Vec<Named> {
    let news = [
        about_the_address(),
        about_the_seat(),
        about_meetings(),
        about_waiting(),
        about_the_data(),
    ];
    let named = |(kind, news)| (kind, Facts::Participant(to(), news));
    news.into_iter().flatten().map(named).collect()
}

type News = Vec<(&'static str, ParticipantNews)>;

fn about_the_address() -> News {
    let (confirm, days) = (CONFIRM.to_owned(), 7);
    let reminder = ParticipantNews::ConfirmReminder {
        confirm: confirm.clone(),
        days: 4,
    };
    vec![
        ("confirm-note", ParticipantNews::ConfirmNote { confirm, days }),
        ("confirm-reminder", reminder),
        ("new-link", ParticipantNews::NewLink),
    ]
}

fn about_the_seat() -> News {
    let (meeting, answer_by, answer) = (meeting(), january(15), ANSWER.to_owned());
    let reminder = |today| ParticipantNews::AnswerReminder {
        meeting: meeting.clone(),
        answer_by,
        today,
        answer: answer.clone(),
    };
    vec![
        ("answer-reminder", reminder(january(14))),
        ("answer-reminder-late", reminder(january(15))),
        (
            "invitation",
            ParticipantNews::Invitation {
                meeting: meeting.clone(),
                answer_by,
                answer: answer.clone(),
            },
        ),
        ("meeting-off", ParticipantNews::MeetingOff { meeting }),
    ]
}

fn about_meetings() -> News {
    let meeting = meeting();
    let cancelled = |today| ParticipantNews::MeetingCancelled {
        meeting: meeting.clone(),
        today,
    };
    let mut news = vec![
        (
            "meeting-on",
            ParticipantNews::MeetingOn {
                meeting: meeting.clone(),
            },
        ),
        (
            "meeting-tomorrow",
            ParticipantNews::MeetingTomorrow {
                meeting: meeting.clone(),
            },
        ),
        ("meeting-cancelled", cancelled(january(20))),
        ("meeting-cancelled-today", cancelled(january(26))),
        (
            "meeting-moved",
            ParticipantNews::MeetingMoved {
                from: january(26),
                to: Meeting {
                    date: january(27),
                    ..meeting.clone()
                },
            },
        ),
        (
            "no-igangsetter",
            ParticipantNews::NoIgangsetter {
                meeting: meeting.clone(),
            },
        ),
    ];
    news.extend(Practical::ALL.map(|message| {
        let next = meeting.clone();
        (message.code(), ParticipantNews::PracticalMessage { message, next })
    }));
    news
}

fn about_waiting() -> News {
    let interested = |why| ParticipantNews::StillInterested {
        erased_after: january(29),
        why,
    };
    vec![
        ("still-looking", ParticipantNews::StillLooking),
        ("still-interested", interested(WhyAsked::Silent)),
        ("still-interested-waited", interested(WhyAsked::WaitedLong)),
    ]
}

fn about_the_data() -> News {
    let elsewhere = |responsible_body: &str| ParticipantNews::Notice(notice(responsible_body));
    vec![
        ("notice", ParticipantNews::Notice(notice("Storvik kommune"))),
        ("notice-of-a-telling-name", elsewhere("Storvik helse")),
    ]
}

/// What an operator may write, in bokmål only.
pub fn notice(responsible_body: &str) -> Notice {
    Notice {
        paragraphs: vec![
            "Natt til mandag kom noen inn i systemet vårt. De kan ha sett at vi har lagret adressen din.".to_owned(),
            "Vi har stengt dem ute. Svar ikke på brev som ber om penger.".to_owned(),
        ],
        language: Language::Bokmal,
        controller: Some(Controller {
            responsible_body: responsible_body.to_owned(),
            privacy_contact: "personvern@storvik.example".to_owned(),
            phone: "22 33 44 55".to_owned(),
        }),
        privacy: PRIVACY.to_owned(),
    }
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

fn all_to_staff() -> Vec<Named> {
    let mut all = vec![("absence", absence(Some("Solveig"))), ("absence-number", absence(None))];
    all.extend(about_groups().map(|(kind, news)| (kind, Facts::Staff(news))));
    all.extend(about_work().map(|(kind, news)| (kind, Facts::Staff(news))));
    all
}

fn about_groups() -> [(&'static str, StaffNews); 7] {
    let (meeting, desk) = (meeting(), DESK.to_owned());
    let asked = |is_announced| StaffNews::AskedToLead {
        meeting: meeting.clone(),
        is_announced,
        desk: desk.clone(),
    };
    let changed = |participants, is_short| StaffNews::GroupChanged {
        next: meeting.clone(),
        participants,
        is_short,
        desk: desk.clone(),
    };
    let ready = StaffNews::ParticipantsReady {
        meeting: meeting.clone(),
        participants: 6,
        desk: desk.clone(),
    };
    let set = StaffNews::SetToLead {
        meeting: meeting.clone(),
        desk: desk.clone(),
    };
    [
        ("asked-to-lead", asked(false)),
        ("asked-to-lead-announced", asked(true)),
        ("set-to-lead", set),
        ("participants-ready", ready),
        ("group-changed", changed(5, false)),
        ("group-changed-short", changed(4, true)),
        ("group-off", StaffNews::GroupOff { meeting, desk }),
    ]
}

fn about_work() -> [(&'static str, StaffNews); 4] {
    let (code, desk) = ("123456".to_owned(), DESK.to_owned());
    let welcome = StaffNews::Welcome {
        contact_point: "Frivilligsentralen".to_owned(),
        sign_in: SIGN_IN.to_owned(),
    };
    [
        ("sign-in-code", StaffNews::SignInCode { code, minutes: 30 }),
        ("welcome", welcome),
        (
            "tasks",
            StaffNews::Tasks {
                count: 3,
                desk: desk.clone(),
            },
        ),
        (
            "staff-notice",
            StaffNews::Notice {
                notice: notice("Storvik kommune"),
                desk,
            },
        ),
    ]
}
