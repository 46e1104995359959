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

    /// The fingerprint that was stored as these bytes.
    #[must_use]
    pub const fn from_bytes(bytes: [u8; 32]) -> Self {
        Self(bytes)
    }
}

impl fmt::Debug for Fingerprint {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Fingerprint(…)")
    }
}
