//! Session tokens: the browser holds the token, the database its fingerprint only (promise S4).
//! So a value read from the database signs nobody in.

use std::{fmt, str::FromStr};

use data_encoding::BASE64URL_NOPAD;
use model::Chance;
use sha2::{Digest as _, Sha256};
use zeroize::Zeroizing;

use crate::TokenFault;

/// A random secret whose bearer is signed in: 256 bits, 43 letters in a cookie.
pub struct SessionToken(Zeroizing<[u8; 32]>);

impl SessionToken {
    /// Draws a new one.
    #[must_use]
    pub fn random(chance: &Chance) -> Self {
        Self(Zeroizing::new(chance.bytes()))
    }

    /// What the database keeps. A plain hash will do, since the token is random and can't be guessed.
    #[must_use]
    pub fn fingerprint(&self) -> Fingerprint {
        Fingerprint::of(&*self.0)
    }
}

impl fmt::Display for SessionToken {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        BASE64URL_NOPAD.encode_display(&*self.0).fmt(f)
    }
}

impl FromStr for SessionToken {
    type Err = TokenFault;

    fn from_str(raw: &str) -> Result<Self, Self::Err> {
        let bytes = BASE64URL_NOPAD
            .decode(raw.as_bytes())
            .map_err(|_| TokenFault::Malformed)?;
        let bytes = bytes.try_into().map_err(|_| TokenFault::Malformed)?;
        Ok(Self(Zeroizing::new(bytes)))
    }
}

impl fmt::Debug for SessionToken {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("SessionToken(…)")
    }
}

/// The SHA-256 of a random secret: 32 bytes to find a session by, or to know a browser again.
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
pub struct Fingerprint([u8; 32]);

impl Fingerprint {
    pub(crate) fn of(secret: &[u8]) -> Self {
        Self(Sha256::digest(secret).into())
    }

    /// The bytes to store.
    #[must_use]
    pub const fn as_bytes(&self) -> &[u8; 32] {
        &self.0
    }
}

impl fmt::Debug for Fingerprint {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Fingerprint(…)")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_session_is_found_again_by_its_token() {
        let token = SessionToken::random(&Chance::seeded(1));
        let read: SessionToken = token.to_string().parse().unwrap();
        assert_eq!(read.fingerprint(), token.fingerprint());
    }

    #[test]
    fn the_fingerprint_is_the_sha_256_of_the_token() {
        let token: SessionToken = "A".repeat(43).parse().unwrap();
        let expected = data_encoding::HEXLOWER
            .decode(b"66687aadf862bd776c8fc18b8e9f8e20089714856ee233b3902a591d0d5f2925")
            .unwrap();
        assert_eq!(token.fingerprint().as_bytes(), expected.as_slice());
    }

    #[test]
    fn a_fingerprint_does_not_work_as_a_token() {
        let token = SessionToken::random(&Chance::seeded(1));
        let stolen: SessionToken = BASE64URL_NOPAD.encode(token.fingerprint().as_bytes()).parse().unwrap();
        assert!(stolen.fingerprint() != token.fingerprint());
    }

    #[test]
    fn what_has_not_the_shape_of_a_token_is_refused() {
        let token = SessionToken::random(&Chance::seeded(1)).to_string();
        for raw in [
            "",
            "AAAA",
            &token[..42],
            &format!("{token}A"),
            &format!("{}!", &token[..42]),
        ] {
            assert_eq!(raw.parse::<SessionToken>().err(), Some(TokenFault::Malformed), "{raw}");
        }
    }
}
