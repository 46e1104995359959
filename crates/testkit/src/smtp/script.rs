//! What a peer is told to do.

use std::collections::BTreeMap;

/// A point in a delivery at which the peer has the word.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Stage {
    /// The first line after connecting; normally 220.
    Greeting,
    /// The answer to EHLO or HELO; normally 250 with the extensions.
    Ehlo,
    /// The answer to STARTTLS; 454 unless scripted, since the peer has no TLS.
    StartTls,
    /// The answer to AUTH; normally 235.
    Auth,
    /// The answer to MAIL FROM; normally 250.
    Mail,
    /// The answer to RCPT TO; normally 250.
    Rcpt,
    /// The answer to DATA; normally 354.
    Data,
    /// After the first line of the letter. A line has no place here.
    InData,
    /// The answer to the final dot; normally 250.
    AfterDot,
}

/// What the peer does at a stage.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Answer {
    /// This line, its code included, such as `450 4.7.1 Try again later`.
    Line(String),
    /// Nothing: the connection stays open, and is read but never answered.
    Silence,
    /// The connection is closed.
    HangUp,
}

/// How the peer behaves; what is not mentioned goes well.
#[derive(Clone, Debug, Default)]
pub struct Script {
    answers: BTreeMap<Stage, Answer>,
    recipients: BTreeMap<String, Answer>,
    extensions: Vec<String>,
}

impl Answer {
    /// A reply of one line, without its line end.
    ///
    /// # Panics
    /// When it does not begin with a reply code of three digits, or holds a line end.
    #[must_use]
    pub fn line(text: &str) -> Self {
        let code = text.get(..3).unwrap_or_default();
        let plain = code.len() == 3 && code.bytes().all(|byte| byte.is_ascii_digit());
        assert!(plain && !text.contains(['\r', '\n']), "not a reply line: {text:?}");
        Self::Line(text.to_owned())
    }
}

impl Script {
    /// A peer with which all goes well. It offers `8BITMIME`, and neither
    /// `STARTTLS`, `AUTH` nor `SMTPUTF8`.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// Does this at that stage.
    #[must_use]
    pub fn at(mut self, stage: Stage, answer: Answer) -> Self {
        self.answers.insert(stage, answer);
        self
    }

    /// Does this when that recipient is named, whatever holds for the others.
    #[must_use]
    pub fn at_recipient(mut self, address: &str, answer: Answer) -> Self {
        self.recipients.insert(address.to_owned(), answer);
        self
    }

    /// Offers one more extension in the answer to EHLO, such as `STARTTLS`,
    /// `SMTPUTF8` or `AUTH PLAIN`.
    #[must_use]
    pub fn offering(mut self, extension: &str) -> Self {
        self.extensions.push(extension.to_owned());
        self
    }

    pub(super) fn answer(&self, stage: Stage) -> Option<&Answer> {
        self.answers.get(&stage)
    }

    pub(super) fn answer_to(&self, recipient: &str) -> Option<&Answer> {
        self.recipients.get(recipient).or_else(|| self.answer(Stage::Rcpt))
    }

    pub(super) fn extensions(&self) -> impl Iterator<Item = &str> {
        self.extensions.iter().map(String::as_str)
    }
}
