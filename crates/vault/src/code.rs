//! The index of receipt codes: who types a code finds its note, who reads the database finds no code (promises C13, S8).

use std::fmt;

use model::ReceiptCode;

use crate::{Vault, mac::tag};

/// What a code is for. As one it proves nothing for the other.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CodeUse {
    /// To look up and answer for a note without an address.
    Receipt,
    /// To leave a note that a paper slip was given out for.
    Slip,
}

impl CodeUse {
    const fn label(self) -> &'static str {
        match self {
            Self::Receipt => "oppstart receipt code",
            Self::Slip => "oppstart slip code",
        }
    }
}

/// The HMAC of a code: 32 bytes, the same for the same code and use.
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
pub struct CodeIndex([u8; 32]);

impl CodeIndex {
    /// The bytes to store, and to look for.
    #[must_use]
    pub const fn as_bytes(&self) -> &[u8; 32] {
        &self.0
    }
}

impl Vault {
    /// The index to store instead of a code.
    ///
    /// Its key lies outside the database: 60 bits are few for somebody who has a hash and no need to hurry. That key
    /// stays when others are changed, for nobody but the holder could tell the code that a new index is made of.
    #[must_use]
    pub fn code_index(&self, code: &ReceiptCode, code_use: CodeUse) -> CodeIndex {
        CodeIndex(tag(
            self.keys().code.newest().1,
            code_use.label(),
            &[code.expose().as_bytes()],
        ))
    }
}

impl fmt::Debug for CodeIndex {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("CodeIndex(…)")
    }
}

#[cfg(test)]
mod tests {
    use model::Chance;

    use super::*;
    use crate::testing::Keys;

    fn code(text: &str) -> ReceiptCode {
        text.parse().unwrap()
    }

    #[test]
    fn the_same_code_has_one_index_however_it_is_typed() {
        let vault = Keys::fresh().open_or_create();
        let index = |text| vault.code_index(&code(text), CodeUse::Receipt);
        assert_eq!(index("ABCD-EFGH-JKMN"), index("abcd efgh jkmn"));
        assert!(index("ABCD-EFGH-JKMN") != index("ABCD-EFGH-JKMP"));
    }

    #[test]
    fn the_code_of_a_slip_is_not_that_of_a_receipt() {
        let vault = Keys::fresh().open_or_create();
        let code = ReceiptCode::random(&Chance::seeded(1));
        assert!(vault.code_index(&code, CodeUse::Receipt) != vault.code_index(&code, CodeUse::Slip));
    }

    #[test]
    fn the_index_of_a_code_depends_on_a_key_of_its_own() {
        let code = ReceiptCode::random(&Chance::seeded(1));
        let keys = Keys::fresh();
        let before = keys.open_or_create().code_index(&code, CodeUse::Receipt);
        keys.remove("index-1.key");
        assert_eq!(keys.open_or_create().code_index(&code, CodeUse::Receipt), before);
        keys.remove("code-1.key");
        assert!(keys.open_or_create().code_index(&code, CodeUse::Receipt) != before);
    }
}
