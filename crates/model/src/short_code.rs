//! The code of a collection, short enough to read from a poster and type on a phone.

use std::{fmt, str::FromStr};

use crate::Chance;

/// Letters and digits that nobody mistakes for one another: no 0, O, 1, I (or L, which looks like both).
const ALPHABET: &[u8] = b"23456789ABCDEFGHJKMNPQRSTUVWXYZ";
const LEN: usize = 6;

/// Six characters of an alphabet of 31: about 30 bits. It opens a form, and protects nothing.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct ShortCode(String);

/// The text is no collection's code.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("a code has six letters and digits")]
pub struct ShortCodeFault;

impl ShortCode {
    /// Draws a new code.
    #[must_use]
    pub fn random(chance: &Chance) -> Self {
        let letter = || chance.pick(ALPHABET).copied().map_or('2', char::from);
        Self(std::iter::repeat_with(letter).take(LEN).collect())
    }

    /// The code as stored and as part of an address.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl FromStr for ShortCode {
    type Err = ShortCodeFault;

    /// Reads a code as a person types it: any case, spaces and hyphens ignored.
    fn from_str(raw: &str) -> Result<Self, ShortCodeFault> {
        let code: String = raw
            .chars()
            .filter(|c| !c.is_whitespace() && *c != '-')
            .map(|c| c.to_ascii_uppercase())
            .collect();
        let known = |b: u8| ALPHABET.contains(&b);
        if code.len() == LEN && code.bytes().all(known) {
            Ok(Self(code))
        } else {
            Err(ShortCodeFault)
        }
    }
}

impl fmt::Display for ShortCode {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_code_has_characters_that_look_alike() {
        let chance = Chance::seeded(1);
        for _ in 0..500 {
            let code = ShortCode::random(&chance);
            assert!(!code.as_str().contains(['0', 'O', '1', 'I', 'L']), "{code}");
            assert_eq!(code.as_str().parse(), Ok(code));
        }
    }

    #[test]
    fn a_code_is_read_as_people_type_it() {
        assert_eq!(" abc-2 3d ".parse::<ShortCode>().unwrap().as_str(), "ABC23D");
        for wrong in ["", "ABC23", "ABC23DE", "ABC230", "ÅBC23D"] {
            assert_eq!(wrong.parse::<ShortCode>(), Err(ShortCodeFault), "{wrong:?}");
        }
    }
}
