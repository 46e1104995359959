//! The letters: a kind and its facts become a subject, a text and a page of HTML.
//!
//! Pure: nothing here sends, stores or asks for the time. Text and HTML are written from the same paragraphs,
//! so that they say the same. No letter says what the meeting is about (promise C8), every letter to
//! a participant has the recognition words (C15) and the link to see and erase (C12).
//!
//! [`Facts`] and [`Rendered`] hold links and codes, so they can't be printed for debugging (promise C7).

mod draft;
mod html;
mod text;

#[cfg(test)]
mod tests;

use chrono::{NaiveDate, NaiveTime};
use model::{Language, RecognitionWords};
use texts::Texts;

use crate::draft::Draft;

/// Who writes.
#[derive(Clone, Debug)]
pub struct Sender {
    /// A neutral name, such as "Oppstart".
    pub name: String,
    /// Where to call; empty leaves the line out.
    pub phone: String,
}

/// When and where people meet.
#[derive(Clone)]
pub struct Meeting {
    /// The day.
    pub date: NaiveDate,
    /// When it starts, in Oslo's local time.
    pub time: NaiveTime,
    /// The place's letter name, which is neutral: a street address as a rule.
    pub place: String,
}

/// What every letter to a participant has.
#[derive(Clone)]
pub struct ToParticipant {
    /// The words that tell it from fraud.
    pub words: RecognitionWords,
    /// The absolute address of the page where everything can be seen and erased.
    pub my_note: String,
}

/// What a letter tells, by kind. The kinds are those of [`model::Letter`].
#[derive(Clone)]
pub enum Facts {
    /// Somebody left a note with this address.
    ConfirmNote {
        /// The participant.
        to: ToParticipant,
        /// The absolute address of the page to confirm on.
        confirm: String,
        /// For how many days that works.
        days: u64,
    },
    /// A place and a time were found.
    Invitation {
        /// The participant.
        to: ToParticipant,
        /// The first meeting.
        meeting: Meeting,
        /// The last day for the answer.
        answer_by: NaiveDate,
        /// The absolute address of the page to answer on.
        answer: String,
    },
    /// The meeting takes place. The page of the note shows how to find it.
    MeetingOn {
        /// The participant, who accepted.
        to: ToParticipant,
        /// The first meeting.
        meeting: Meeting,
    },
    /// The meeting does not take place, as there were too few; the participant keeps the place in line.
    MeetingOff {
        /// The participant, who accepted.
        to: ToParticipant,
        /// The meeting that is off.
        meeting: Meeting,
    },
    /// No answer came. The page of the note is where to say yes.
    StillInterested {
        /// The participant.
        to: ToParticipant,
        /// Without a yes, everything is erased after this day.
        erased_after: NaiveDate,
    },
    /// An igangsetter is asked to take a group.
    AskedToLead {
        /// Its first meeting.
        meeting: Meeting,
        /// The absolute address of the page to answer on.
        desk: String,
    },
    /// Enough participants accepted.
    ParticipantsReady {
        /// Their first meeting.
        meeting: Meeting,
        /// How many they are. Names are on the page only.
        participants: usize,
        /// The absolute address of that page.
        desk: String,
    },
    /// The igangsetter's group does not start, as there were too few.
    GroupOff {
        /// The meeting that is off.
        meeting: Meeting,
        /// The absolute address of the igangsetter's page.
        desk: String,
    },
    /// The code to sign in with. The letter has no link: the code is typed in the browser that asked (promise S4).
    SignInCode {
        /// Six digits.
        code: String,
        /// For how many minutes it works.
        minutes: i64,
    },
}

/// A letter, ready to be sent.
pub struct Rendered {
    /// The subject, one line.
    pub subject: String,
    /// The text part: lines of at most 76 characters, but for links; each link has a line of its own.
    pub text: String,
    /// The HTML part, with nothing from elsewhere in it.
    pub html: String,
}

/// Writes a letter.
#[must_use]
pub fn render(facts: &Facts, language: Language, sender: &Sender) -> Rendered {
    let draft = Draft::of(facts, Texts::of(language), sender);
    Rendered {
        text: text::write(&draft),
        html: html::write(&draft, language),
        subject: draft.subject,
    }
}
