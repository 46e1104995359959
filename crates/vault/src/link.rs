//! Tokens of the links in letters to participants (promise S1).
//!
//! A token is key number (4 bytes), note (16), purpose (1), generation (2) and tag (16) in base64url: 52 letters.
//! It is computed when a letter is rendered, and nothing of it is stored.

use data_encoding::BASE64URL_NOPAD;
use model::{LinkClaim, NoteId, Purpose};

use crate::{
    KeyId, TokenFault, Vault,
    key::Secret,
    mac::{ShortTag, same, tag},
};

const LABEL: &str = "oppstart link";

type Claim = [u8; 19];

impl Vault {
    /// The token that proves a claim, made with the key of a version, or with the newest older one.
    ///
    /// Which version that is, is for the caller to say: one whose key all processes have had time to get, so that each
    /// of them reads the token.
    #[must_use]
    pub fn link_token(&self, claim: &LinkClaim, version: KeyId) -> String {
        let keys = self.renewed_keys();
        let known = keys.link.entries().find(|(id, _)| *id <= version);
        let (id, key) = known.unwrap_or_else(|| keys.link.newest());
        let claim = to_bytes(claim);
        BASE64URL_NOPAD.encode(&[&id.to_bytes()[..], &claim, &tag_with(key, id, &claim)].concat())
    }

    /// What a genuine token claims. Whether its generation is still the note's is for the caller to see.
    ///
    /// # Errors
    /// [`TokenFault`] if the token is not one of ours, or its key is destroyed.
    pub fn read_link(&self, token: &str) -> Result<LinkClaim, TokenFault> {
        let (id, claim, given) = parts(token).ok_or(TokenFault::Malformed)?;
        let keys = self.renewed_keys();
        let key = keys.link.get(id).ok_or(TokenFault::UnknownKey(id))?;
        if !same(&tag_with(key, id, &claim), &given) {
            return Err(TokenFault::NotGenuine);
        }
        from_bytes(&claim).ok_or(TokenFault::Malformed)
    }

    /// The versions whose keys of links are here, newest first.
    #[must_use]
    pub fn link_versions(&self) -> Vec<KeyId> {
        self.renewed_keys().link.ids().collect()
    }
}

fn parts(token: &str) -> Option<(KeyId, Claim, ShortTag)> {
    let bytes = BASE64URL_NOPAD.decode(token.as_bytes()).ok()?;
    let (id, rest) = bytes.split_first_chunk()?;
    let (claim, tag) = rest.split_first_chunk()?;
    Some((KeyId::from_bytes(*id), *claim, tag.try_into().ok()?))
}

fn tag_with(key: &Secret, id: KeyId, claim: &[u8]) -> ShortTag {
    tag(key, LABEL, &[&id.to_bytes(), claim])
}

fn to_bytes(claim: &LinkClaim) -> Vec<u8> {
    let mut bytes = claim.note.as_bytes().to_vec();
    bytes.push(claim.purpose.byte());
    bytes.extend_from_slice(&claim.generation.to_be_bytes());
    bytes
}

fn from_bytes(claim: &Claim) -> Option<LinkClaim> {
    let (note, rest) = claim.split_first_chunk()?;
    let (purpose, generation) = rest.split_first()?;
    Some(LinkClaim {
        note: NoteId::from_bytes(*note),
        purpose: Purpose::from_byte(*purpose)?,
        generation: u16::from_be_bytes(generation.try_into().ok()?),
    })
}

#[cfg(test)]
mod tests;
