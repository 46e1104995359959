//! Form tokens: a form acts only in the browser it was shown in, and only on its own subject (promise S6).
//!
//! A token is tag (16 bytes) and subject in base64url; the subject is readable, but can't be altered.

use std::{fmt, str::FromStr};

use data_encoding::BASE64URL_NOPAD;
use model::Chance;
use zeroize::Zeroizing;

use crate::{
    Fingerprint, TokenFault, Vault,
    key::Secret,
    mac::{ShortTag, same, tag},
};

const LABEL: &str = "oppstart form";

/// What a browser keeps in a cookie, so that forms can be bound to it: 128 random bits.
#[derive(Clone, PartialEq, Eq)]
pub struct BrowserId(Zeroizing<[u8; 16]>);

impl BrowserId {
    /// Draws a new one.
    #[must_use]
    pub fn random(chance: &Chance) -> Self {
        Self(Zeroizing::new(chance.bytes()))
    }

    /// What the database keeps of it, to know the browser again that asked for a sign-in code.
    #[must_use]
    pub fn fingerprint(&self) -> Fingerprint {
        Fingerprint::of(&*self.0)
    }
}

impl fmt::Display for BrowserId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        BASE64URL_NOPAD.encode_display(&*self.0).fmt(f)
    }
}

impl FromStr for BrowserId {
    type Err = TokenFault;

    fn from_str(raw: &str) -> Result<Self, Self::Err> {
        let bytes = BASE64URL_NOPAD
            .decode(raw.as_bytes())
            .map_err(|_| TokenFault::Malformed)?;
        let bytes = bytes.try_into().map_err(|_| TokenFault::Malformed)?;
        Ok(Self(Zeroizing::new(bytes)))
    }
}

impl fmt::Debug for BrowserId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("BrowserId(…)")
    }
}

impl Vault {
    /// The hidden field of a form that acts on `subject`, shown in `browser`.
    #[must_use]
    pub fn form_token(&self, browser: &BrowserId, subject: &[u8]) -> String {
        let tag = tag_with(self.keys().form.newest().1, browser, subject);
        BASE64URL_NOPAD.encode(&[&tag[..], subject].concat())
    }

    /// The subject of a form that this browser was shown.
    ///
    /// # Errors
    /// [`TokenFault`] if the token is not one of ours, or another browser's.
    pub fn read_form(&self, browser: &BrowserId, token: &str) -> Result<Vec<u8>, TokenFault> {
        let bytes = BASE64URL_NOPAD
            .decode(token.as_bytes())
            .map_err(|_| TokenFault::Malformed)?;
        let (tag, subject) = bytes.split_first_chunk::<16>().ok_or(TokenFault::Malformed)?;
        let genuine = self
            .keys()
            .form
            .all()
            .any(|key| same(&tag_with(key, browser, subject), tag));
        if genuine {
            Ok(subject.to_vec())
        } else {
            Err(TokenFault::NotGenuine)
        }
    }
}

fn tag_with(key: &Secret, browser: &BrowserId, subject: &[u8]) -> ShortTag {
    tag(key, LABEL, &[&*browser.0, subject])
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::testing::{Keys, flipped, quick};

    #[test]
    fn a_form_gives_its_subject_back_to_the_browser_that_was_shown_it() {
        let keys = Keys::fresh();
        let vault = keys.open_or_create();
        let (browser, other) = (BrowserId::random(&keys.chance), BrowserId::random(&keys.chance));
        let token = vault.form_token(&browser, b"note 1");
        assert_eq!(vault.read_form(&browser, &token), Ok(b"note 1".to_vec()));
        assert_eq!(vault.read_form(&other, &token), Err(TokenFault::NotGenuine));
    }

    #[test]
    fn a_form_token_with_any_bit_flipped_is_refused() {
        let keys = Keys::fresh();
        let vault = keys.open_or_create();
        let browser = BrowserId::random(&keys.chance);
        for subject in [&b""[..], b"1", b"note 1"] {
            let token = vault.form_token(&browser, subject);
            for altered in flipped(&token) {
                assert!(vault.read_form(&browser, &altered).is_err(), "{altered}");
            }
            for end in 0..token.len() {
                assert!(vault.read_form(&browser, &token[..end]).is_err(), "{end}");
            }
        }
    }

    #[test]
    fn an_open_form_outlives_a_change_of_keys() {
        let keys = Keys::fresh();
        let browser = BrowserId::random(&keys.chance);
        let token = keys.open_or_create().form_token(&browser, b"note 1");
        keys.add_generation(2);
        let vault = keys.open_or_create();
        assert_eq!(vault.read_form(&browser, &token), Ok(b"note 1".to_vec()));
        assert!(vault.form_token(&browser, b"note 1") != token);
    }

    #[test]
    fn a_browser_is_known_again_by_its_cookie_and_by_its_fingerprint() {
        let chance = model::Chance::seeded(1);
        let browser = BrowserId::random(&chance);
        let read: BrowserId = browser.to_string().parse().unwrap();
        assert!(read == browser);
        assert_eq!(read.fingerprint(), browser.fingerprint());
        assert!(BrowserId::random(&chance).fingerprint() != browser.fingerprint());
        for raw in ["", "AAAA", &format!("{browser}A"), &browser.to_string()[..21]] {
            assert!(raw.parse::<BrowserId>().is_err(), "{raw}");
        }
    }

    #[test]
    fn every_subject_reads_back() {
        let keys = Keys::fresh();
        let vault = keys.open_or_create();
        let browser = BrowserId::random(&keys.chance);
        proptest!(quick(), |(subject: Vec<u8>)| {
            let token = vault.form_token(&browser, &subject);
            prop_assert_eq!(vault.read_form(&browser, &token), Ok(subject));
        });
    }
}
