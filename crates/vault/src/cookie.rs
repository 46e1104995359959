//! Sealed cookies: what a page has to tell the next one, without an address or a row that holds it.
//!
//! A value is nonce (24 bytes) and XChaCha20-Poly1305 ciphertext in base64url. The nonce is random: with 192
//! bits of it, no count of cookies makes two alike. The cookie's name is authenticated with its content.

use chacha20poly1305::{
    KeyInit as _, XChaCha20Poly1305,
    aead::{Aead as _, Payload},
};
use data_encoding::BASE64URL_NOPAD;
use model::Chance;

use crate::{SealFault, TokenFault, Vault, key::Secret, mac::framed};

const LABEL: &[u8] = b"oppstart cookie";

impl Vault {
    /// The value of the cookie `name`, which hides and protects its content, but not the content's length.
    ///
    /// # Errors
    /// [`SealFault`] if the content is beyond what the cipher takes (256 GiB).
    pub fn seal_cookie(&self, name: &str, content: &[u8], chance: &Chance) -> Result<String, SealFault> {
        let nonce: [u8; 24] = chance.bytes();
        let aad = associated(name);
        let sealed = cipher(self.keys().cookie.newest().1)
            .encrypt(
                &nonce.into(),
                Payload {
                    msg: content,
                    aad: &aad,
                },
            )
            .map_err(|_| SealFault::TooLong)?;
        Ok(BASE64URL_NOPAD.encode(&[&nonce[..], &sealed].concat()))
    }

    /// The content of the cookie `name`.
    ///
    /// # Errors
    /// [`TokenFault`] if it is not one of ours, was altered, or came under another name.
    pub fn open_cookie(&self, name: &str, value: &str) -> Result<Vec<u8>, TokenFault> {
        let bytes = BASE64URL_NOPAD
            .decode(value.as_bytes())
            .map_err(|_| TokenFault::Malformed)?;
        let (nonce, sealed) = bytes.split_first_chunk::<24>().ok_or(TokenFault::Malformed)?;
        let aad = associated(name);
        self.keys()
            .cookie
            .all()
            .find_map(|key| {
                cipher(key)
                    .decrypt(nonce.into(), Payload { msg: sealed, aad: &aad })
                    .ok()
            })
            .ok_or(TokenFault::NotGenuine)
    }
}

fn cipher(key: &Secret) -> XChaCha20Poly1305 {
    XChaCha20Poly1305::new(key.bytes().into())
}

fn associated(name: &str) -> Vec<u8> {
    framed(&[LABEL, name.as_bytes()])
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::testing::{Keys, flipped, quick};

    #[test]
    fn a_cookie_of_another_name_is_refused() {
        let keys = Keys::fresh();
        let vault = keys.open_or_create();
        let value = vault.seal_cookie("receipt", b"blue boat", &keys.chance).unwrap();
        assert_eq!(vault.open_cookie("receipt", &value), Ok(b"blue boat".to_vec()));
        for other in ["link", "receip", "receipt ", "Receipt", ""] {
            assert_eq!(vault.open_cookie(other, &value), Err(TokenFault::NotGenuine), "{other}");
        }
    }

    #[test]
    fn a_cookie_with_any_bit_flipped_is_refused() {
        let keys = Keys::fresh();
        let vault = keys.open_or_create();
        let value = vault.seal_cookie("receipt", b"blue boat", &keys.chance).unwrap();
        for altered in flipped(&value) {
            assert!(vault.open_cookie("receipt", &altered).is_err(), "{altered}");
        }
        for end in 0..value.len() {
            assert!(vault.open_cookie("receipt", &value[..end]).is_err(), "{end}");
        }
    }

    #[test]
    fn a_cookie_hides_its_content_and_never_looks_the_same_twice() {
        let keys = Keys::fresh();
        let vault = keys.open_or_create();
        let seal = || vault.seal_cookie("receipt", b"blue boat", &keys.chance).unwrap();
        let bytes = BASE64URL_NOPAD.decode(seal().as_bytes()).unwrap();
        assert!(!bytes.windows(4).any(|window| window == b"blue"));
        assert!(seal() != seal());
    }

    #[test]
    fn a_cookie_outlives_a_change_of_keys() {
        let keys = Keys::fresh();
        let value = keys
            .open_or_create()
            .seal_cookie("receipt", b"blue boat", &keys.chance)
            .unwrap();
        keys.add_generation(2);
        let vault = keys.open_or_create();
        assert_eq!(vault.open_cookie("receipt", &value), Ok(b"blue boat".to_vec()));
        let newer = vault.seal_cookie("receipt", b"red boat", &keys.chance).unwrap();
        keys.remove("cookie-2.key");
        let refused = keys.open_or_create().open_cookie("receipt", &newer);
        assert_eq!(
            refused,
            Err(TokenFault::NotGenuine),
            "new cookies are made with the new key"
        );
    }

    #[test]
    fn every_content_reads_back() {
        let keys = Keys::fresh();
        let vault = keys.open_or_create();
        proptest!(quick(), |(name: String, content: Vec<u8>)| {
            let value = vault.seal_cookie(&name, &content, &keys.chance).unwrap();
            prop_assert_eq!(vault.open_cookie(&name, &value), Ok(content));
        });
    }
}
