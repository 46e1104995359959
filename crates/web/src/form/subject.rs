//! What a form acts on.

use model::{GroupId, Link, LinkClaim, NoteId, Purpose};
use vault::Vault;

use crate::browser::Browser;

/// What a form acts on. It stands in the form's token, where it can't be altered.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Subject {
    /// Whatever the page at this path is about.
    Page(String),
    /// A note, for whoever had this link; with the group whose invitation was shown.
    Note(LinkClaim, Option<GroupId>),
}

const PAGE: u8 = 0;
const NOTE: u8 = 1;

impl Subject {
    /// The subject of the only form of a page.
    pub fn page(page: &Link) -> Self {
        Self::Page(page.path())
    }

    /// The value of the form's hidden field, in the browser it is shown in.
    pub fn token(&self, vault: &Vault, browser: &Browser) -> String {
        vault.form_token(&browser.id, &self.to_bytes())
    }

    /// The bytes that a token or a sealed cookie holds.
    pub fn to_bytes(&self) -> Vec<u8> {
        match self {
            Self::Page(path) => [&[PAGE], path.as_bytes()].concat(),
            Self::Note(claim, group) => {
                let group = group.as_ref().map(GroupId::blob).unwrap_or_default();
                [&[NOTE], &claim_to_bytes(*claim)[..], group].concat()
            }
        }
    }

    /// The subject of a genuine token.
    pub fn from_bytes(bytes: &[u8]) -> Option<Self> {
        match bytes.split_first()? {
            (&PAGE, path) => Some(Self::Page(String::from_utf8(path.to_vec()).ok()?)),
            (&NOTE, rest) => {
                let (claim, group) = rest.split_first_chunk()?;
                let group = if group.is_empty() {
                    None
                } else {
                    Some(GroupId::from_bytes(group.try_into().ok()?))
                };
                Some(Self::Note(claim_from_bytes(claim)?, group))
            }
            _ => None,
        }
    }
}

/// A claim in a form or a cookie: note (16 bytes), purpose (1), generation (2).
pub fn claim_to_bytes(claim: LinkClaim) -> [u8; 19] {
    let mut bytes = [0; 19];
    let parts = [
        claim.note.blob(),
        &[claim.purpose.byte()],
        &claim.generation.to_be_bytes(),
    ]
    .concat();
    bytes.copy_from_slice(&parts);
    bytes
}

/// The claim of these bytes.
pub fn claim_from_bytes(bytes: &[u8; 19]) -> Option<LinkClaim> {
    let (note, rest) = bytes.split_first_chunk()?;
    let (purpose, generation) = rest.split_first()?;
    Some(LinkClaim {
        note: NoteId::from_bytes(*note),
        purpose: Purpose::from_byte(*purpose)?,
        generation: u16::from_be_bytes(generation.try_into().ok()?),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_subject_reads_back() {
        let claim = LinkClaim {
            note: NoteId::from_bytes([7; 16]),
            purpose: Purpose::Answer,
            generation: 258,
        };
        for subject in [
            Subject::page(&Link::SignIn),
            Subject::Note(claim, None),
            Subject::Note(claim, Some(GroupId::from_bytes([9; 16]))),
        ] {
            assert_eq!(Subject::from_bytes(&subject.to_bytes()), Some(subject));
        }
    }

    #[test]
    fn what_is_no_subject_is_refused() {
        for bytes in [
            &[][..],
            &[2],
            &[NOTE],
            &[NOTE; 19],
            &[[NOTE; 20], [1; 20]].concat()[..30],
        ] {
            assert_eq!(Subject::from_bytes(bytes), None, "{bytes:?}");
        }
    }
}
