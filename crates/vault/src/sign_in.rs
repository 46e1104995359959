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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testing::Keys;

    const ID: SignInId = SignInId::from_bytes([4; 16]);

    #[test]
    fn a_code_is_six_digits_and_each_challenge_has_its_own() {
        let keys = Keys::fresh();
        let vault = keys.open_or_create();
        let codes: Vec<String> = (0..500)
            .map(|_| vault.sign_in_code(SignInId::random(&keys.chance)))
            .collect();
        assert!(
            codes
                .iter()
                .all(|code| code.len() == 6 && code.bytes().all(|byte| byte.is_ascii_digit()))
        );
        let different: std::collections::HashSet<_> = codes.iter().collect();
        assert!(different.len() > 495, "of 500 codes {} differ", different.len());
        for digit in '0'..='9' {
            let leading = codes.iter().filter(|code| code.starts_with(digit)).count();
            assert!(
                (25..=80).contains(&leading),
                "{leading} of 500 codes start with {digit}"
            );
        }
    }

    #[test]
    fn a_code_is_right_with_or_without_spaces() {
        let vault = Keys::fresh().open_or_create();
        let code = vault.sign_in_code(ID);
        let (first, last) = code.split_at(3);
        for typed in [
            code.clone(),
            format!(" {first} {last}\n"),
            format!("{first}\u{a0}{last}"),
        ] {
            assert!(vault.is_sign_in_code(ID, &typed), "{typed:?}");
        }
    }

    #[test]
    fn every_other_code_is_wrong() {
        let vault = Keys::fresh().open_or_create();
        let code = vault.sign_in_code(ID);
        for at in 0..6 {
            for digit in '0'..='9' {
                let mut typed = code.clone();
                typed.replace_range(at..=at, &digit.to_string());
                assert_eq!(vault.is_sign_in_code(ID, &typed), typed == code, "{typed}");
            }
        }
        for typed in [
            "",
            " ",
            &code[..5],
            &format!("{code}0"),
            &format!("0{code}"),
            &format!("{code}{code}"),
        ] {
            assert!(!vault.is_sign_in_code(ID, typed), "{typed:?}");
        }
        assert!(!vault.is_sign_in_code(SignInId::from_bytes([5; 16]), &code));
    }

    #[test]
    fn a_code_outlives_a_change_of_keys() {
        let keys = Keys::fresh();
        let code = keys.open_or_create().sign_in_code(ID);
        keys.add_generation(2);
        let vault = keys.open_or_create();
        assert!(vault.sign_in_code(ID) != code);
        assert!(vault.is_sign_in_code(ID, &code));
        assert!(vault.is_sign_in_code(ID, &vault.sign_in_code(ID)));
    }
}
