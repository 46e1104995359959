//! The closing lines of a contact point's letters, in its own words.

use std::fmt;

use crate::name::{is_invisible, telling_part};

/// Why closing lines are refused.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum ClosingFault {
    /// There is nothing to read in them.
    #[error("they are empty")]
    Empty,
    /// More characters than there is room for.
    #[error("they are longer than {} characters", ClosingLines::MAX_CHARS)]
    TooLong,
    /// More lines than there is room for.
    #[error("they are more than {} lines", ClosingLines::MAX_LINES)]
    TooManyLines,
    /// A character that can't be shown, or that turns or hides others.
    #[error("they have a character that can't be shown")]
    Control,
    /// A web or an e-mail address, or what a mail program would make a link of.
    #[error("they have an address")]
    Address,
    /// A word that says what people meet about (promise C8), by what of our lists it has.
    #[error("they have a word with {0:?}, which says what letters must not")]
    NotNeutral(&'static str),
}

/// One to three short lines, visible and neutral, that stand at the end of letters to participants.
///
/// They hold no address: a letter has no links but our own, so that people can tell it from fraud.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ClosingLines(String);

impl ClosingLines {
    /// How many characters they may have, spaces between words counted once and a line's end as one.
    pub const MAX_CHARS: usize = 300;
    /// How many lines they may be, empty ones not counted.
    pub const MAX_LINES: usize = 3;

    /// Reads what was typed.
    ///
    /// # Errors
    /// [`ClosingFault`].
    pub fn parse(raw: &str) -> Result<Self, ClosingFault> {
        let shown = |c: char| !c.is_control() && !is_invisible(c);
        if !raw.chars().all(|c| matches!(c, '\r' | '\n' | '\t') || shown(c)) {
            return Err(ClosingFault::Control);
        }
        let words = |line: &str| line.split_whitespace().collect::<Vec<_>>().join(" ");
        // Browsers send both signs at the end of a line, old programs one of them.
        let lines: Vec<String> = raw
            .split(['\r', '\n'])
            .map(words)
            .filter(|line| !line.is_empty())
            .collect();
        let text = lines.join("\n");
        if text.is_empty() {
            return Err(ClosingFault::Empty);
        }
        if text.chars().count() > Self::MAX_CHARS {
            return Err(ClosingFault::TooLong);
        }
        if lines.len() > Self::MAX_LINES {
            return Err(ClosingFault::TooManyLines);
        }
        if text.split_whitespace().any(is_address) {
            return Err(ClosingFault::Address);
        }
        telling_part(&text).map_or(Ok(Self(text)), |told| Err(ClosingFault::NotNeutral(told)))
    }

    /// Lines that were stored.
    #[must_use]
    pub const fn stored(text: String) -> Self {
        Self(text)
    }

    /// The text, with a line break between lines.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// Its lines.
    pub fn lines(&self) -> impl Iterator<Item = &str> {
        self.0.lines()
    }
}

impl fmt::Display for ClosingLines {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// True of what leads somewhere, and of what mail programs take for it: "storvik.no", but not "f.eks." or "kl. 18.00".
fn is_address(word: &str) -> bool {
    if word.contains("://") || word.contains('@') || word.to_lowercase().starts_with("www.") {
        return true;
    }
    let host = word.split(['/', '?', '#', ':']).next().unwrap_or_default();
    let host = host.trim_matches(|c: char| !c.is_alphanumeric());
    let labels: Vec<&str> = host.split('.').collect();
    let [.., domain, top] = labels.as_slice() else {
        return false;
    };
    domain.chars().count() > 1 && top.chars().count() > 1 && top.chars().all(char::is_alphabetic)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn parsed(raw: &str) -> Result<String, ClosingFault> {
        ClosingLines::parse(raw).map(|lines| lines.as_str().to_owned())
    }

    #[test]
    fn lines_are_kept_and_space_around_them_is_not() {
        let text = parsed("  Velkommen  til\toss!\r\n\r\nHilsen Kari \r og Ola\n").unwrap();
        assert_eq!(text, "Velkommen til oss!\nHilsen Kari\nog Ola");
        let stored = ClosingLines::stored(text);
        assert_eq!(stored.lines().count(), 3);
        assert_eq!(ClosingLines::parse(stored.as_str()), Ok(stored.clone()));
    }

    #[test]
    fn there_is_room_for_three_lines_and_three_hundred_characters() {
        assert_eq!(parsed(" \r\n\t"), Err(ClosingFault::Empty));
        assert!(parsed(&"å".repeat(300)).is_ok());
        assert_eq!(parsed(&"å".repeat(301)), Err(ClosingFault::TooLong));
        assert_eq!(
            parsed(&["å".repeat(150), "å".repeat(150)].join("\n")),
            Err(ClosingFault::TooLong)
        );
        assert_eq!(parsed("a\nb\nc\nd"), Err(ClosingFault::TooManyLines));
        assert!(parsed("a\n\n\nb\n\nc\n").is_ok());
    }

    #[test]
    fn what_hides_or_turns_text_is_refused() {
        for hidden in [
            "Hei\u{7}",
            "Hei\0",
            "a\u{202e}b",
            "a\u{200b}b",
            "a\u{1b}[2J",
            "a\u{b}b",
            "a\u{85}b",
        ] {
            assert_eq!(parsed(hidden), Err(ClosingFault::Control), "{hidden:?}");
        }
    }

    #[test]
    fn addresses_are_refused_and_points_in_sentences_are_not() {
        for address in [
            "Se https://storvik.example",
            "Se storvik.no.",
            "(www.storvik.no)",
            "Les mer på Storvik.kommune.no/oss",
            "Skriv til post@storvik.no",
            "storvik.no:8080",
            "javascript://x",
            "Takk.Hilsen",
        ] {
            assert_eq!(parsed(address), Err(ClosingFault::Address), "{address}");
        }
        for harmless in [
            "Vi har åpent kl. 10.00–14.30, også i uke 8.",
            "Ta med f.eks. en kopp, o.l. m.m.",
            "Ring 22 33 44 55 … eller kom innom!",
            "Åpent man.–fre. 10/2",
        ] {
            assert!(parsed(harmless).is_ok(), "{harmless}");
        }
    }

    #[test]
    fn a_word_that_tells_too_much_is_named() {
        for (raw, told) in [
            ("Velkommen til Helsehuset!", "helse"),
            ("Hei.\nTakk for KURSET", "kurs"),
            ("Din lege vet det.", "lege"),
            ("Ring ved (angst)", "angst"),
            ("Vår self-help group", "self-help"),
        ] {
            assert_eq!(parsed(raw), Err(ClosingFault::NotNeutral(told)), "{raw}");
        }
        assert!(parsed("Hils på en kollega, og bekreft gjerne.").is_ok());
    }
}
