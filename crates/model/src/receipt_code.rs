//! The code that stands in for an address: its holder looks up the answer with it (promise C13).

use std::{fmt, str::FromStr};

use crate::{
    Chance,
    code::{Code, CodeFault},
};

/// Twelve characters, 60 bits (promise S8): of a note without an address, or of a paper slip.
///
/// Only its HMAC is stored, and its `Debug` shows nothing: whoever has the code acts for the note.
#[derive(Clone, PartialEq, Eq)]
pub struct ReceiptCode(Code<12>);

impl ReceiptCode {
    /// Draws a new code.
    #[must_use]
    pub fn random(chance: &Chance) -> Self {
        Self(Code::random(chance))
    }

    /// The twelve characters without hyphens, the same however the code was typed.
    #[must_use]
    pub fn expose(&self) -> &str {
        self.0.as_str()
    }
}

impl FromStr for ReceiptCode {
    type Err = CodeFault;

    /// Reads a code as a person types it: any case, with or without spaces and hyphens.
    fn from_str(raw: &str) -> Result<Self, CodeFault> {
        raw.parse().map(Self)
    }
}

/// As it is shown to its holder: `ABCD-EFGH-JKMN`.
impl fmt::Display for ReceiptCode {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

impl fmt::Debug for ReceiptCode {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("ReceiptCode(…)")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_receipt_code_has_sixty_bits_and_reads_back() {
        let code = ReceiptCode::random(&Chance::seeded(1));
        assert_eq!(code.expose().len() * 5, 60);
        assert_eq!(code.to_string().to_lowercase().parse(), Ok(code.clone()));
        assert_eq!(code.expose().parse(), Ok(code));
    }

    #[test]
    fn debug_output_shows_no_receipt_code() {
        let code = ReceiptCode::random(&Chance::seeded(1));
        assert_eq!(format!("{code:?}"), "ReceiptCode(…)");
    }
}
