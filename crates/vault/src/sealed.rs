//! A sealed address: where it belongs, how its bytes are laid out, and the cipher suite.

use std::fmt;

use hpke::{
    Deserializable as _, HpkeError, Kem as _, Serializable as _, aead::ChaCha20Poly1305, kdf::HkdfSha256,
    kem::X25519HkdfSha256,
};
use model::{Chance, NoteId, StaffId};

use crate::{KeyId, key::Secret, mac::framed};

// RFC 9180, base mode: DHKEM(X25519, HKDF-SHA256), HKDF-SHA256, ChaCha20Poly1305.
pub(crate) type Kem = X25519HkdfSha256;
pub(crate) type Kdf = HkdfSha256;
pub(crate) type Aead = ChaCha20Poly1305;
pub(crate) type PublicKey = <Kem as hpke::Kem>::PublicKey;
pub(crate) type PrivateKey = <Kem as hpke::Kem>::PrivateKey;

/// What HPKE calls the application's info.
pub(crate) const INFO: &[u8] = b"oppstart sealed address";

/// All addresses are filled up to this length in bytes, their length byte included, so that a blob does not
/// tell how long its address is. The longest address has 254 bytes.
pub(crate) const PADDED_LEN: usize = 256;

/// The place that a sealed address is bound to: in another row or column it does not open (promise C2).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct SealedAt {
    table: &'static str,
    row: [u8; 16],
    column: &'static str,
}

impl SealedAt {
    /// The address on an interest note.
    #[must_use]
    pub const fn note(id: NoteId) -> Self {
        Self {
            table: "notes",
            row: *id.as_bytes(),
            column: "sealed_address",
        }
    }

    /// The address of a coordinator, course leader or igangsetter.
    #[must_use]
    pub const fn staff(id: StaffId) -> Self {
        Self {
            table: "staff",
            row: *id.as_bytes(),
            column: "sealed_address",
        }
    }

    /// What HPKE calls associated data.
    pub(crate) fn associated(&self, key: KeyId) -> Vec<u8> {
        framed(&[
            self.table.as_bytes(),
            &self.row,
            self.column.as_bytes(),
            &key.to_bytes(),
        ])
    }
}

#[cfg(test)]
impl SealedAt {
    pub(crate) const fn with_table(self, table: &'static str) -> Self {
        Self { table, ..self }
    }

    pub(crate) const fn with_column(self, column: &'static str) -> Self {
        Self { column, ..self }
    }
}

/// An address that only the private key opens: key number (4 bytes), encapsulated key (32), ciphertext (256 + 16).
#[derive(Clone, PartialEq, Eq)]
pub struct SealedAddress(Vec<u8>);

impl SealedAddress {
    pub(crate) fn assemble(key: KeyId, encapsulated: &[u8], ciphertext: &[u8]) -> Self {
        Self([&key.to_bytes(), encapsulated, ciphertext].concat())
    }

    /// The bytes as they were stored. Whether they are sound shows when they are opened.
    #[must_use]
    pub fn from_bytes(bytes: impl Into<Vec<u8>>) -> Self {
        Self(bytes.into())
    }

    /// The bytes to store.
    #[must_use]
    pub fn as_bytes(&self) -> &[u8] {
        &self.0
    }

    /// Key number, encapsulated key, ciphertext.
    pub(crate) fn parts(&self) -> Option<(KeyId, &[u8; 32], &[u8])> {
        let (key, rest) = self.0.split_first_chunk()?;
        let (encapsulated, ciphertext) = rest.split_first_chunk()?;
        Some((KeyId::from_bytes(*key), encapsulated, ciphertext))
    }
}

impl fmt::Debug for SealedAddress {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("SealedAddress(…)")
    }
}

/// A new private sealing key, in the form of RFC 9180 §7.1.2.
pub(crate) fn new_pair(chance: &Chance) -> Secret {
    let material = Secret::new(chance.bytes());
    let (private, _) = Kem::derive_keypair(material.bytes());
    Secret::new(private.to_bytes().into())
}

/// The public key that belongs to a private one.
pub(crate) fn public_of(private: &Secret) -> Result<Secret, HpkeError> {
    let private = PrivateKey::from_bytes(private.bytes())?;
    Ok(Secret::new(Kem::sk_to_pk(&private).to_bytes().into()))
}
