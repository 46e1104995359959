//! Sign-in codes: six digits, derived from a challenge's id (promise S4).
//! So the letter and the check need no stored code; tries and time are counted by who keeps the challenge.

use model::SignInId;
use subtle::{Choice, ConstantTimeEq as _};

use crate::{Vault, key::Secret, mac::tag};

const LABEL: &str = "oppstart sign-in code";

impl Vault {
    /// The code of a challenge: six digits, leading zeros included.
    #[must_use]
    pub fn sign_in_code(&self, id: SignInId) -> String {
        code_with(self.keys().sign_in.newest().1, id)
    }

    /// Whether this is the code of the challenge. Space between the digits is ignored.
    ///
    /// Takes the same time for every wrong code of six digits.
    #[must_use]
    pub fn is_sign_in_code(&self, id: SignInId, typed: &str) -> bool {
        let typed: String = typed.split_whitespace().collect();
        let mut right = Choice::from(0);
        for key in self.keys().sign_in.all() {
            right |= code_with(key, id).as_bytes().ct_eq(typed.as_bytes());
        }
        right.into()
    }
}

fn code_with(key: &Secret, id: SignInId) -> String {
    // Of 2^64 numbers, no remainder is favoured by more than one part in 10^13.
    let number = u64::from_be_bytes(tag(key, LABEL, &[id.as_bytes()])) % 1_000_000;
    format!("{number:06}")
}
