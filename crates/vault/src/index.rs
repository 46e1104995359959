//! The blind index: finds the same address again without reading any (promise C3).

use std::fmt;

use model::EmailAddress;
use zeroize::Zeroizing;

use crate::{Vault, mac::tag};

const LABEL: &str = "oppstart address index";

/// The HMAC of a normalised address: 32 bytes, the same for the same mailbox under the same key.
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
pub struct AddressIndex([u8; 32]);

impl AddressIndex {
    /// An index that was stored.
    #[must_use]
    pub const fn from_bytes(bytes: [u8; 32]) -> Self {
        Self(bytes)
    }

    /// The bytes to store.
    #[must_use]
    pub const fn as_bytes(&self) -> &[u8; 32] {
        &self.0
    }
}

impl Vault {
    /// The index to store with an address.
    #[must_use]
    pub fn index(&self, address: &EmailAddress) -> AddressIndex {
        let (_, key) = self.keys().index.newest();
        AddressIndex(tag(key, LABEL, &[Zeroizing::new(address.normalised()).as_bytes()]))
    }
}

impl fmt::Debug for AddressIndex {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("AddressIndex(…)")
    }
}

#[cfg(test)]
mod tests {
    use crate::testing::{Keys, address};

    #[test]
    fn the_same_mailbox_has_one_index_however_it_is_typed() {
        let vault = Keys::fresh().open_or_create();
        let index = |raw| vault.index(&address(raw));
        assert_eq!(index("Kari@Example.no"), index(" kari@example.NO "));
        assert_eq!(index("kari@blåbær.no"), index("kari@xn--blbr-roah.no"));
        assert!(index("kari@example.no") != index("ola@example.no"));
        assert!(index("kari+tur@example.no") != index("kari@example.no"));
    }

    #[test]
    fn the_index_depends_on_the_key() {
        let keys = Keys::fresh();
        let before = keys.open_or_create().index(&address("kari@example.no"));
        keys.add_generation(2);
        let after = keys.open_or_create().index(&address("kari@example.no"));
        assert!(before != after);
    }
}
