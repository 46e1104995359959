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

impl AsRef<[u8]> for AddressIndex {
    fn as_ref(&self) -> &[u8] {
        &self.0
    }
}

/// All indexes under which an address may be stored at present: there are several while keys are being renewed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AddressIndexes {
    /// What is stored from now on.
    pub newest: AddressIndex,
    /// What rows may still have that have not been renewed, newest first.
    pub older: Vec<AddressIndex>,
}

impl AddressIndexes {
    /// All of them, newest first.
    #[must_use]
    pub fn all(&self) -> Vec<AddressIndex> {
        std::iter::once(&self.newest).chain(&self.older).copied().collect()
    }
}

impl Vault {
    /// The index under the newest key.
    #[must_use]
    pub fn index(&self, address: &EmailAddress) -> AddressIndex {
        index_with(self.renewed_keys().index.newest().1, address)
    }

    /// The indexes to look an address up by, and to store with it.
    ///
    /// Take them inside the transaction that uses them, after its first query and after sealing the address. Then they
    /// hold every index that a row can have which this transaction sees, and what is stored is never found by an older
    /// key than it is sealed with: the renewal finds its rows by the latter (promise C4).
    #[must_use]
    pub fn indexes(&self, address: &EmailAddress) -> AddressIndexes {
        let keys = self.renewed_keys();
        AddressIndexes {
            newest: index_with(keys.index.newest().1, address),
            older: keys.index.all().skip(1).map(|key| index_with(key, address)).collect(),
        }
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

    #[test]
    fn while_keys_are_renewed_an_address_has_an_index_of_each() {
        let keys = Keys::fresh();
        let vault = keys.open_or_create();
        let kari = address("kari@example.no");
        let first = vault.indexes(&kari);
        assert_eq!((first.newest, first.older.len()), (vault.index(&kari), 0));
        keys.add_generation(2);
        let both = vault.indexes(&kari);
        assert_eq!(both.older, [first.newest]);
        assert_eq!(both.all(), [vault.index(&kari), first.newest]);
        keys.remove("index-1.key");
        assert_eq!(vault.indexes(&kari).all(), [both.newest]);
    }

    #[test]
    fn a_folder_that_is_out_of_reach_leaves_the_keys_that_are_known() {
        let keys = Keys::fresh();
        let vault = keys.open_or_create();
        let kari = address("kari@example.no");
        let before = vault.indexes(&kari);
        let moved = keys.path().with_extension("moved");
        std::fs::rename(keys.path(), &moved).unwrap();
        let meanwhile = vault.indexes(&kari);
        std::fs::rename(&moved, keys.path()).unwrap();
        assert_eq!(meanwhile, before);
    }
}
