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
