//! Codes that people read out, write down and type: letters and digits, five bits each.

use std::{fmt, iter, str::FromStr};

use crate::Chance;

/// 32 characters that can be told apart: of 0 and O there is neither, and of 1, I and L there is L.
const ALPHABET: &[u8; 32] = b"23456789ABCDEFGHJKLMNPQRSTUVWXYZ";
/// How many characters are shown and read out in one go.
const GROUP: usize = 4;

/// The text is no such code.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("this is not a code of the right length, or has characters that no code has")]
pub struct CodeFault;

/// `N` characters, without hyphens.
#[derive(Clone, PartialEq, Eq)]
pub(crate) struct Code<const N: usize>(String);

impl<const N: usize> Code<N> {
    pub(crate) fn random(chance: &Chance) -> Self {
        let character = || chance.pick(ALPHABET).copied().map_or('2', char::from);
        Self(iter::repeat_with(character).take(N).collect())
    }

    pub(crate) fn as_str(&self) -> &str {
        &self.0
    }
}

impl<const N: usize> FromStr for Code<N> {
    type Err = CodeFault;

    /// Reads a code as a person types it: any case, with or without spaces and hyphens.
    fn from_str(raw: &str) -> Result<Self, CodeFault> {
        let code: String = raw
            .chars()
            .filter(|c| !c.is_whitespace() && !is_hyphen(*c))
            .map(meant)
            .collect();
        if code.len() == N && code.bytes().all(|byte| ALPHABET.contains(&byte)) {
            Ok(Self(code))
        } else {
            Err(CodeFault)
        }
    }
}

/// In groups of four: `ABCD-EFGH-JKMN`.
impl<const N: usize> fmt::Display for Code<N> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (at, character) in self.0.chars().enumerate() {
            if at > 0 && at % GROUP == 0 {
                f.write_str("-")?;
            }
            write!(f, "{character}")?;
        }
        Ok(())
    }
}

/// The one on the keyboard, and those that telephones and word processors make of it.
const fn is_hyphen(c: char) -> bool {
    matches!(c, '-' | '\u{2010}'..='\u{2014}' | '\u{2212}')
}

const fn meant(c: char) -> char {
    match c.to_ascii_uppercase() {
        '1' | 'I' => 'L',
        other => other,
    }
}

#[cfg(test)]
mod tests {
    use std::collections::HashSet;

    use super::*;

    #[test]
    fn a_character_stands_for_five_bits_and_is_not_taken_for_another() {
        let different: HashSet<_> = ALPHABET.iter().collect();
        assert_eq!(different.len(), 32);
        assert!(!ALPHABET.iter().any(|byte| b"0O1I".contains(byte)));
        let drawn = Code::<4000>::random(&Chance::seeded(1));
        for byte in ALPHABET {
            let times = drawn.as_str().bytes().filter(|other| other == byte).count();
            assert!((70..=190).contains(&times), "{} of 4000: {times}", char::from(*byte));
        }
    }

    #[test]
    fn a_code_is_shown_in_groups_of_four_and_reads_back() {
        let chance = Chance::seeded(1);
        for _ in 0..100 {
            let code = Code::<12>::random(&chance);
            let shown = code.to_string();
            assert_eq!(shown.split('-').map(str::len).collect::<Vec<_>>(), [4, 4, 4], "{shown}");
            assert!(shown.parse::<Code<12>>().is_ok_and(|read| read == code), "{shown}");
        }
    }

    #[test]
    fn a_code_is_read_as_people_type_it() {
        let read = |raw: &str| raw.parse::<Code<8>>().map(|code| code.to_string());
        for typed in [
            "ABCD-EFL2",
            "abcdefl2",
            " ab cd\u{a0}- efL2\n",
            "A-B-C-D-E-F-1-2",
            "abcd\u{2013}efi2",
        ] {
            assert_eq!(read(typed), Ok("ABCD-EFL2".to_owned()), "{typed:?}");
        }
        for wrong in [
            "",
            "ABCD-EFL",
            "ABCD-EFL22",
            "ABCD-EFL0",
            "ABCD-EFO2",
            "ÅBCDEFL2",
            "ABCD_EFL2",
        ] {
            assert_eq!(read(wrong), Err(CodeFault), "{wrong:?}");
        }
    }
}
