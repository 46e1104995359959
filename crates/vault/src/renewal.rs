//! Renewing the keys of addresses: a version is a pair of sealing keys and a key of the blind index, of one number.
//!
//! Each step can be cut off anywhere and is made good by doing it again (promise C4).

use model::Chance;

use crate::{
    KeyFault, KeyId, OpeningKeys, SealedAddress,
    key::{KeyUse, Secret},
    vault::make_pair,
};

impl OpeningKeys {
    /// Makes a version, or what is missing of it; from then on all processes seal and index with it, if it is the
    /// newest. What is there is kept, so a second call changes nothing.
    ///
    /// The key of the index comes first and the public key last. So an address that is sealed with a version can be
    /// opened, and its index is not older: see [`Vault::indexes`](crate::Vault::indexes).
    ///
    /// # Errors
    /// [`KeyFault`].
    pub fn make_version(&self, version: KeyId, chance: &Chance) -> Result<(), KeyFault> {
        let files = self.files();
        if !files.ids(KeyUse::Index)?.contains(&version) {
            files.add(KeyUse::Index, version, &Secret::new(chance.bytes()), chance)?;
        }
        if !files.ids(KeyUse::SealPublic)?.contains(&version) {
            make_pair(&files, version, chance)?;
        }
        self.read_again().map(drop)
    }

    /// Destroys a version for good: what is still sealed with it is unreadable everywhere, in old backups too.
    /// A version that is gone already stays so.
    ///
    /// # Errors
    /// [`KeyFault::InUse`] if it is the newest one.
    pub fn destroy_version(&self, version: KeyId) -> Result<(), KeyFault> {
        let files = self.files();
        for key_use in [KeyUse::SealPrivate, KeyUse::SealPublic, KeyUse::Index] {
            if files.ids(key_use)?.first() == Some(&version) {
                let path = files.path_of(key_use, version);
                return Err(KeyFault::InUse { path });
            }
        }
        for key_use in [KeyUse::SealPrivate, KeyUse::SealPublic, KeyUse::Index] {
            files.destroy(key_use, version)?;
        }
        self.read_again().map(drop)
    }
}

impl KeyId {
    /// The lowest bytes that an address sealed with this key can have. They grow with the number, so that a database
    /// can tell what is sealed with an older one.
    #[must_use]
    pub const fn least_sealed(self) -> [u8; 4] {
        self.to_bytes()
    }
}

impl SealedAddress {
    /// The number of the key that it is sealed with; `None` if these bytes have not the shape of a sealed address.
    #[must_use]
    pub fn version(&self) -> Option<KeyId> {
        self.parts().map(|(id, ..)| id)
    }
}

#[cfg(test)]
mod tests;
