//! The token of the one-time set-up link: an id (16 bytes) and its tag (16) in base64url.
//! That it works once, and for how long, is decided by who keeps the id.

use data_encoding::BASE64URL_NOPAD;
use model::SetUpId;

use crate::{
    TokenFault, Vault,
    key::Secret,
    mac::{ShortTag, same, tag},
};

const LABEL: &str = "oppstart set-up";

impl Vault {
    /// The token of a set-up link.
    #[must_use]
    pub fn set_up_token(&self, id: SetUpId) -> String {
        let tag = tag_with(self.keys().set_up.newest().1, id.as_bytes());
        BASE64URL_NOPAD.encode(&[&id.as_bytes()[..], &tag].concat())
    }

    /// The id that a genuine token proves.
    ///
    /// # Errors
    /// [`TokenFault`] if the token is not one of ours.
    pub fn read_set_up(&self, token: &str) -> Result<SetUpId, TokenFault> {
        let bytes = BASE64URL_NOPAD
            .decode(token.as_bytes())
            .map_err(|_| TokenFault::Malformed)?;
        let (id, tag) = bytes.split_first_chunk::<16>().ok_or(TokenFault::Malformed)?;
        let genuine = self.keys().set_up.all().any(|key| same(&tag_with(key, id), tag));
        if genuine {
            Ok(SetUpId::from_bytes(*id))
        } else {
            Err(TokenFault::NotGenuine)
        }
    }
}

fn tag_with(key: &Secret, id: &[u8; 16]) -> ShortTag {
    tag(key, LABEL, &[id])
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testing::{Keys, flipped};

    const ID: SetUpId = SetUpId::from_bytes([9; 16]);

    #[test]
    fn a_set_up_token_gives_its_id_back() {
        let vault = Keys::fresh().open_or_create();
        assert_eq!(vault.read_set_up(&vault.set_up_token(ID)), Ok(ID));
    }

    #[test]
    fn a_set_up_token_with_any_bit_flipped_is_refused() {
        let vault = Keys::fresh().open_or_create();
        let token = vault.set_up_token(ID);
        for altered in flipped(&token) {
            assert!(vault.read_set_up(&altered).is_err(), "{altered}");
        }
        for end in 0..token.len() {
            assert!(vault.read_set_up(&token[..end]).is_err(), "{end}");
        }
    }

    #[test]
    fn a_set_up_token_outlives_a_change_of_keys() {
        let keys = Keys::fresh();
        let token = keys.open_or_create().set_up_token(ID);
        keys.add_generation(2);
        assert_eq!(keys.open_or_create().read_set_up(&token), Ok(ID));
        assert!(keys.open_or_create().set_up_token(ID) != token);
    }
}
