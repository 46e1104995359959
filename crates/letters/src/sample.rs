//! A made-up letter of each kind, and of each of its variants: for previews and for tests. Nobody in them exists, and
//! their links lead nowhere.

mod participant;
mod staff;

use chrono::{Datelike as _, Days, NaiveDate, NaiveTime, Weekday};
use model::{Controller, Language, RecognitionWords};

use crate::{Facts, Meeting, Notice, ToParticipant};

/// A letter that could be sent, with what it tells.
pub struct Sample {
    /// What tells it from all others: the kind, with what is special about it.
    pub name: &'static str,
    /// What it tells.
    pub facts: Facts,
}

/// Where and when the made-up letters are written.
#[derive(Clone, Copy, Debug)]
pub struct Scene<'a> {
    /// Scheme and authority of the pages that they lead to, such as `https://oppstart.example`.
    pub origin: &'a str,
    /// The name of the contact point.
    pub contact_point: &'a str,
    /// The day on which the invitation could be written; the meeting is two weeks later, on a Tuesday.
    pub today: NaiveDate,
}

/// One of each kind and variant, those to participants first.
#[must_use]
pub fn all(scene: &Scene<'_>) -> Vec<Sample> {
    let mut all = participant::all(scene);
    all.extend(staff::all(scene));
    all
}

impl Scene<'_> {
    /// As long as a real one is, and leads nowhere.
    fn link(&self, what: &str) -> String {
        format!(
            "{}/n/0{what}QmFzZTY0IHRva2VucyBhcmUgcXVpdGUgbG9uZywgYXMgdGhpcyBvbmU",
            self.origin
        )
    }

    fn page(&self, path: &str) -> String {
        format!("{}/{path}", self.origin)
    }

    fn first_meeting(&self) -> NaiveDate {
        let mut day = later(self.today, 14);
        while day.weekday() != Weekday::Tue {
            day = later(day, 1);
        }
        day
    }

    fn meeting(&self) -> Meeting {
        Meeting {
            date: self.first_meeting(),
            time: NaiveTime::MIN + chrono::TimeDelta::hours(18),
            place: "Storgata 1".to_owned(),
        }
    }

    fn to(&self) -> ToParticipant {
        ToParticipant {
            words: RecognitionWords::FIRST,
            my_note: self.link("MyNote"),
        }
    }

    fn notice(&self) -> Notice {
        Notice {
            paragraphs: vec![
                "Her forteller den som driver tjenesten, hva som har skjedd.".to_owned(),
                "Her står det hva vi har gjort, og hva du selv kan gjøre.".to_owned(),
            ],
            language: Language::Bokmal,
            controller: Some(Controller {
                responsible_body: "Storvik kommune".to_owned(),
                privacy_contact: "personvern@storvik.example".to_owned(),
                phone: "22 33 44 55".to_owned(),
            }),
            privacy: self.page("privacy"),
        }
    }
}

/// So many days after a day. The calendar ends in 262142.
fn later(day: NaiveDate, days: u64) -> NaiveDate {
    day.checked_add_days(Days::new(days)).unwrap_or(day)
}

/// So many days before a day.
fn earlier(day: NaiveDate, days: u64) -> NaiveDate {
    day.checked_sub_days(Days::new(days)).unwrap_or(day)
}
