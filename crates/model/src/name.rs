//! Texts that staff and participants type: bounded, of one line, and neutral where a letter shows them.

use std::{fmt, str::FromStr};

/// Why a typed text is refused.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum NameFault {
    /// Nothing was typed.
    #[error("the text is empty")]
    Empty,
    /// More characters than there is room for.
    #[error("the text is too long")]
    TooLong,
    /// A control character, a line break among them.
    #[error("the text has a character that can't be shown")]
    Control,
    /// A word that says what the meeting is about (promise C8).
    #[error("the text says what the meeting is about")]
    NotNeutral,
}

macro_rules! names {
    ($($(#[$doc:meta])* $name:ident: $max:literal characters, neutral: $neutral:literal;)+) => {$(
        $(#[$doc])*
        #[derive(Clone, Debug, PartialEq, Eq)]
        pub struct $name(String);

        impl $name {
            /// How many characters it may have.
            pub const MAX_CHARS: usize = $max;

            /// The text.
            #[must_use]
            pub fn as_str(&self) -> &str {
                &self.0
            }
        }

        impl FromStr for $name {
            type Err = NameFault;

            fn from_str(raw: &str) -> Result<Self, NameFault> {
                let text = one_line(raw, Self::MAX_CHARS)?;
                if $neutral && !is_neutral(&text) {
                    return Err(NameFault::NotNeutral);
                }
                Ok(Self(text))
            }
        }

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str(&self.0)
            }
        }
    )+};
}

names! {
    /// A name that only staff and pages show: of a region, place, room, course.
    Name: 80 characters, neutral: false;
    /// A name that letters show: of a place, a contact point, an igangsetter.
    LetterName: 80 characters, neutral: true;
    /// A longer line that only pages show, such as how to find a place.
    Line: 300 characters, neutral: false;
    /// What a participant wants to be called in the group.
    Nickname: 30 characters, neutral: false;
}

fn one_line(raw: &str, max_chars: usize) -> Result<String, NameFault> {
    let text = raw.trim();
    if text.is_empty() {
        return Err(NameFault::Empty);
    }
    if text.chars().count() > max_chars {
        return Err(NameFault::TooLong);
    }
    if text.chars().any(|c| c.is_control() || is_invisible(c)) {
        return Err(NameFault::Control);
    }
    Ok(text.to_owned())
}

/// Characters that turn or hide text around them.
pub(crate) const fn is_invisible(c: char) -> bool {
    matches!(c, '\u{200b}'..='\u{200f}' | '\u{2028}'..='\u{202e}' | '\u{2060}'..='\u{2069}' | '\u{feff}')
}

/// Parts of words that tell a letter's reader about a course, health or self-help (promise C8).
const FORBIDDEN_PARTS: [&str; 34] = [
    "friskliv",
    "rusom",
    "avrus",
    "kurs",
    "course",
    "helse",
    "health",
    "sykdom",
    "sjuk",
    "syke",
    "disease",
    "illness",
    "diagnos",
    "lækjar",
    "pasient",
    "patient",
    "behandling",
    "treatment",
    "terapi",
    "therap",
    "selvhjelp",
    "sjølvhjelp",
    "self-help",
    "selfhelp",
    "mestring",
    "meistring",
    "coping",
    "anxiety",
    "depresjon",
    "depression",
    "psyki",
    "psychi",
    "smerte",
    "cancer",
];

/// Words that do so where a word begins with them, and not inside one: "bekreft" and "Langstranda" are harmless.
const FORBIDDEN_BEGINNINGS: [&str; 2] = ["angst", "kreft"];

/// Words that do so by themselves only: "lege" stands in "kollege".
const FORBIDDEN_WORDS: [&str; 3] = ["lege", "legen", "dps"];

/// True if a text says nothing of a course, health, diagnosis or self-help (promise C8).
#[must_use]
pub fn is_neutral(text: &str) -> bool {
    telling_word(text).is_none()
}

/// The first word that says something of a course, health, diagnosis or self-help, with the signs around it.
pub(crate) fn telling_word(text: &str) -> Option<&str> {
    text.split_whitespace().find(|word| told_by(word).is_some())
}

/// What of our own lists the first such word has: "helse" of "Helsehuset".
pub(crate) fn telling_part(text: &str) -> Option<&'static str> {
    text.split_whitespace().find_map(told_by)
}

fn told_by(word: &str) -> Option<&'static str> {
    let word = word.to_lowercase();
    let parts = || word.split(|c: char| !c.is_alphanumeric());
    let stands_inside = FORBIDDEN_PARTS.iter().find(|part| word.contains(**part));
    let begins = || {
        FORBIDDEN_BEGINNINGS
            .iter()
            .find(|told| parts().any(|part| part.starts_with(**told)))
    };
    let is_all = || FORBIDDEN_WORDS.iter().find(|told| parts().any(|part| part == **told));
    stands_inside.or_else(begins).or_else(is_all).copied()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_is_one_visible_line() {
        assert_eq!(" Storgata 1 ".parse::<Name>().unwrap().as_str(), "Storgata 1");
        assert_eq!("".parse::<Name>(), Err(NameFault::Empty));
        assert_eq!("a\nb".parse::<Name>(), Err(NameFault::Control));
        assert_eq!("a\u{202e}b".parse::<Name>(), Err(NameFault::Control));
        assert_eq!("å".repeat(81).parse::<Name>(), Err(NameFault::TooLong));
        assert!("å".repeat(80).parse::<Name>().is_ok());
    }

    #[test]
    fn what_a_letter_shows_says_nothing_of_its_purpose() {
        for told in [
            "Helsehuset",
            "Frisklivssentralen, Mestring",
            "KURSROMMET",
            "Self-help House",
            "Lege Hansen",
            "Kreftforeningen",
            "Frisklivssentralen",
            "DPS Storvik",
            "Sjukehuset",
            "Sjølvhjelpshuset",
            "Meistringsrommet",
            "Lækjarkontoret",
        ] {
            assert_eq!(told.parse::<LetterName>(), Err(NameFault::NotNeutral), "{told}");
        }
        for neutral in [
            "Storgata 1",
            "Frivilligsentralen",
            "Kollegen kafé",
            "Biblioteket",
            "Langstranda 2",
        ] {
            assert!(neutral.parse::<LetterName>().is_ok(), "{neutral}");
        }
    }
}
