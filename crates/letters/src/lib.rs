//! The letters: a kind and its facts become a subject, a text and a page of HTML.
//!
//! Pure: nothing here sends, stores or asks for the time. Text and HTML are written from the same paragraphs,
//! so that they say the same. No letter says what the meeting is about (promise C8), every letter to
//! a participant has the recognition words (C15) and the link to see, change and erase (C12). One letter alone speaks
//! of another person: the one that tells an igangsetter of somebody's absence (L7).
//!
//! [`Facts`] and [`Rendered`] hold links and codes, so they can't be printed for debugging (promise C7).

mod colours;
mod draft;
mod facts;
mod html;
mod kind;
pub mod sample;
mod text;

#[cfg(test)]
mod tests;

use model::{ClosingLines, Language};
use texts::Texts;

use crate::draft::Draft;
pub use crate::facts::{Facts, Meeting, Notice, Participant, ParticipantNews, StaffNews, ToParticipant, WhyAsked};
pub use crate::kind::Receiver;

/// Who writes.
#[derive(Clone, Debug)]
pub struct Sender {
    /// A neutral name, such as "Oppstart".
    pub name: String,
    /// The contact point's telephone number; empty leaves the line out.
    pub phone: String,
    /// What the contact point says at the end of letters to participants, in its own words.
    pub closing_lines: Option<ClosingLines>,
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
    let texts = Texts::of(language);
    let draft = Draft::of(facts, texts, sender);
    Rendered {
        text: text::write(&draft),
        html: html::write(&draft, texts),
        subject: draft.subject,
    }
}
