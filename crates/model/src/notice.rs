//! What everybody is told whose data others may have seen (GDPR art. 34, promise C14), in the operator's own words.

use crate::{
    Language,
    name::{is_invisible, telling_word},
};

/// Why a text is refused.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum NoticeFault {
    /// There is nothing to read in it.
    #[error("it is empty")]
    Empty,
    /// More characters than there is room for.
    #[error("it is longer than {} characters", NoticeText::MAX_CHARS)]
    TooLong,
    /// A character that turns or hides others.
    #[error("line {0} has a character that can't be shown")]
    Hidden(usize),
    /// A word that says what people meet about (promise C8).
    #[error("line {line} has the word {word:?}, which says what letters must not: others may read them")]
    NotNeutral {
        /// The line, counted from 1.
        line: usize,
        /// The word.
        word: String,
    },
}

/// Paragraphs that letters and pages show: bounded, visible and neutral.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NoticeText(String);

impl NoticeText {
    /// How many characters it may have, spaces between words counted once.
    pub const MAX_CHARS: usize = 5_000;

    /// Reads a plain text, in which a blank line begins a new paragraph.
    ///
    /// # Errors
    /// [`NoticeFault`], with the line.
    pub fn parse(raw: &str) -> Result<Self, NoticeFault> {
        // Some editors begin a file with this mark.
        let lines: Vec<&str> = raw.trim_start_matches('\u{feff}').lines().collect();
        for (line, text) in (1..).zip(&lines) {
            if text.chars().any(|c| c != '\t' && (c.is_control() || is_invisible(c))) {
                return Err(NoticeFault::Hidden(line));
            }
            if let Some(word) = telling_word(text) {
                let word = word.trim_matches(|c: char| !c.is_alphanumeric()).to_owned();
                return Err(NoticeFault::NotNeutral { line, word });
            }
        }
        let paragraphs = lines.split(|line| line.trim().is_empty()).map(|lines| {
            let words: Vec<&str> = lines.iter().flat_map(|line| line.split_whitespace()).collect();
            words.join(" ")
        });
        let text = paragraphs
            .filter(|text| !text.is_empty())
            .collect::<Vec<_>>()
            .join("\n\n");
        match text.chars().count() {
            0 => Err(NoticeFault::Empty),
            length if length > Self::MAX_CHARS => Err(NoticeFault::TooLong),
            _ => Ok(Self(text)),
        }
    }

    /// A text that was stored.
    #[must_use]
    pub const fn stored(text: String) -> Self {
        Self(text)
    }

    /// The text, with an empty line between paragraphs.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// Its paragraphs.
    pub fn paragraphs(&self) -> impl Iterator<Item = &str> {
        self.0.split("\n\n")
    }
}

/// The same in several languages.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NoticeTexts {
    /// In bokmål, which stands in for the others.
    pub bokmal: NoticeText,
    /// In nynorsk.
    pub nynorsk: Option<NoticeText>,
    /// In English.
    pub english: Option<NoticeText>,
}

impl NoticeTexts {
    /// The text for whoever reads a language, and the language that it is in.
    #[must_use]
    pub fn for_reader(&self, language: Language) -> (&NoticeText, Language) {
        let own = match language {
            Language::Bokmal => None,
            Language::Nynorsk => self.nynorsk.as_ref(),
            Language::English => self.english.as_ref(),
        };
        own.map_or((&self.bokmal, Language::Bokmal), |text| (text, language))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_blank_line_begins_a_paragraph_and_other_lines_run_on() {
        let text = NoticeText::parse("\u{feff}En\r\n  to\ttre. \n\n \nFire.\n").unwrap();
        assert_eq!(text.paragraphs().collect::<Vec<_>>(), ["En to tre.", "Fire."]);
        assert_eq!(NoticeText::stored(text.as_str().to_owned()), text);
    }

    #[test]
    fn what_can_not_stand_in_a_letter_is_refused_with_its_line() {
        let told = |raw: &str| NoticeText::parse(raw).unwrap_err().to_string();
        assert_eq!(NoticeText::parse(" \n\n"), Err(NoticeFault::Empty));
        assert_eq!(NoticeText::parse("En\nto\u{202e}"), Err(NoticeFault::Hidden(2)));
        assert_eq!(NoticeText::parse("En\u{1b}[2J"), Err(NoticeFault::Hidden(1)));
        let refused = told("Hei.\n\nDu var på et (Mestringskurs), sier de.");
        assert!(
            refused.contains("line 3") && refused.contains("\"Mestringskurs\""),
            "{refused}"
        );
        assert!(told("Din lege vet det.").contains("\"lege\""));
        assert!(NoticeText::parse("En kollege skrev feil.").is_ok());
    }

    #[test]
    fn a_text_has_room_for_five_thousand_characters() {
        assert!(NoticeText::parse(&"å".repeat(5_000)).is_ok());
        assert_eq!(NoticeText::parse(&"å".repeat(5_001)), Err(NoticeFault::TooLong));
    }

    #[test]
    fn bokmal_stands_in_for_a_language_without_a_text() {
        let text = |raw| NoticeText::parse(raw).unwrap();
        let texts = NoticeTexts {
            bokmal: text("Beskjed"),
            nynorsk: None,
            english: Some(text("Message")),
        };
        assert_eq!(
            texts.for_reader(Language::English),
            (&text("Message"), Language::English)
        );
        assert_eq!(
            texts.for_reader(Language::Nynorsk),
            (&text("Beskjed"), Language::Bokmal)
        );
        assert_eq!(texts.for_reader(Language::Bokmal), (&text("Beskjed"), Language::Bokmal));
    }
}
