//! The code that two people share who must never be put together.

use std::{fmt, str::FromStr};

use crate::{
    Chance,
    code::{Code, CodeFault},
};

/// Eight characters. One of the two makes it, and gives it to the other.
///
/// Its `Debug` shows nothing: to whoever sees two people's codes it tells about both.
#[derive(Clone, PartialEq, Eq)]
pub struct ApartCode(Code<8>);

impl ApartCode {
    /// Draws a new code.
    #[must_use]
    pub fn random(chance: &Chance) -> Self {
        Self(Code::random(chance))
    }

    /// The eight characters without the hyphen, the same however the code was typed.
    #[must_use]
    pub fn as_str(&self) -> &str {
        self.0.as_str()
    }
}

impl FromStr for ApartCode {
    type Err = CodeFault;

    /// Reads a code as a person types it: any case, with or without spaces and hyphens.
    fn from_str(raw: &str) -> Result<Self, CodeFault> {
        raw.parse().map(Self)
    }
}

/// As it is shown to the two: `ABCD-EFGH`.
impl fmt::Display for ApartCode {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

impl fmt::Debug for ApartCode {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("ApartCode(…)")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_apart_code_reads_back_from_both_its_forms_and_is_not_in_debug_output() {
        let code = ApartCode::random(&Chance::seeded(1));
        assert_eq!(code.to_string().len(), 9);
        assert_eq!(code.to_string().parse(), Ok(code.clone()));
        assert_eq!(code.as_str().parse(), Ok(code.clone()));
        assert_eq!(format!("{code:?}"), "ApartCode(…)");
    }
}
