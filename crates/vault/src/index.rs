//! The blind index: finds the same address again without reading any (promise C3).

use std::fmt;

use model::EmailAddress;
use zeroize::Zeroizing;

use crate::{Vault, key::Secret, mac::tag};

const LABEL: &str = "oppstart address index";

/// The HMAC of a normalised address: 32 bytes, the same for the same mailbox under the same key.
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
pub struct AddressIndex([u8; 32]);

impl AddressIndex {
    /// The bytes to store.
    #[must_use]
    pub const fn as_bytes(&self) -> &[u8; 32] {
        &self.0
    }

    /// The index that was stored as these bytes.
    #[must_use]
    pub const fn from_bytes(bytes: [u8; 32]) -> Self {
        Self(bytes)
    }
}

impl Vault {
    /// The index to store with an address.
    #[must_use]
    pub fn index(&self, address: &EmailAddress) -> AddressIndex {
        index_with(self.keys().index.newest().1, address)
    }

    /// The indices to look an address up by, newest key first: more than one while keys are being renewed.
    #[must_use]
    pub fn indices(&self, address: &EmailAddress) -> Vec<AddressIndex> {
        self.keys().index.all().map(|key| index_with(key, address)).collect()
    }
}

fn index_with(key: &Secret, address: &EmailAddress) -> AddressIndex {
    AddressIndex(tag(key, LABEL, &[Zeroizing::new(address.normalised()).as_bytes()]))
}

impl fmt::Debug for AddressIndex {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("AddressIndex(…)")
    }
}
