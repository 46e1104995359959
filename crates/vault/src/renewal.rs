//! Renewing keys: a version is a pair of sealing keys, a key of the blind index and a key of links, of one number.
//!
//! Those of addresses go together; that of links stays for longer, since letters lie in mailboxes. Each step can be cut
//! off anywhere and is made good by doing it again (promise C4).

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
        for key_use in [KeyUse::Index, KeyUse::Link] {
            if !files.ids(key_use)?.contains(&version) {
                files.add(key_use, version, &Secret::new(chance.bytes()), chance)?;
            }
        }
        if !files.ids(KeyUse::SealPublic)?.contains(&version) {
            make_pair(&files, version, chance)?;
        }
        self.read_again().map(drop)
    }

    /// Destroys a version's keys of addresses for good: what is still sealed with it is unreadable everywhere, in old
    /// backups too. A version that is gone already stays so.
    ///
    /// # Errors
    /// [`KeyFault::InUse`] if it is the newest one.
    pub fn destroy_version(&self, version: KeyId) -> Result<(), KeyFault> {
        self.destroy(&[KeyUse::SealPrivate, KeyUse::SealPublic, KeyUse::Index], version)?;
        self.read_again().map(drop)
    }

    /// Destroys a version's key of links: links in letters from its time don't work any more.
    ///
    /// # Errors
    /// [`KeyFault::InUse`] if it is the newest one.
    pub fn destroy_link_key(&self, version: KeyId) -> Result<(), KeyFault> {
        self.destroy(&[KeyUse::Link], version)
    }

    /// Destroys keys of one number, unless one of them is the newest of its use.
    fn destroy(&self, uses: &[KeyUse], version: KeyId) -> Result<(), KeyFault> {
        let files = self.files();
        for key_use in uses {
            if files.ids(*key_use)?.first() == Some(&version) {
                let path = files.path_of(*key_use, version);
                return Err(KeyFault::InUse { path });
            }
        }
        uses.iter().try_for_each(|key_use| files.destroy(*key_use, version))
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
