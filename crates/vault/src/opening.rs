//! Opening: the private sealing keys. Only the notifier's process loads them (promise C2).

use std::{
    fmt,
    path::{Path, PathBuf},
    sync::{Arc, PoisonError, RwLock},
};

use hpke::{Deserializable as _, OpModeR, single_shot_open};
use model::EmailAddress;
use zeroize::Zeroizing;

use crate::{
    KeyFault, KeyId, OpenFault, SealedAddress, SealedAt,
    folder::KeyFolder,
    key::KeyUse,
    mac::same,
    ring::Ring,
    sealed::{Aead, INFO, Kdf, Kem, PrivateKey, public_of},
};

/// The private sealing keys, and with them the power to renew and destroy keys. Keys that another process has made are
/// read when they are needed.
pub struct OpeningKeys {
    folder: PathBuf,
    ring: RwLock<Arc<Ring<PrivateKey>>>,
}

impl OpeningKeys {
    /// Reads the private sealing keys of a key folder.
    ///
    /// # Errors
    /// [`KeyFault`], also when the newest public key has no private one, when a pair does not belong
    /// together, and (on Unix) when others than the owner can reach a private key.
    pub fn load(folder: &Path) -> Result<Self, KeyFault> {
        Ok(Self {
            folder: folder.to_owned(),
            ring: RwLock::new(Arc::new(read(&KeyFolder::at(folder))?)),
        })
    }

    /// Opens the address that was sealed for this place.
    ///
    /// # Errors
    /// [`OpenFault`], also when the address was sealed for another table, row or column.
    pub fn open(&self, sealed: &SealedAddress, at: SealedAt) -> Result<EmailAddress, OpenFault> {
        let known = Arc::clone(&self.ring.read().unwrap_or_else(PoisonError::into_inner));
        match open_with(&known, sealed, at) {
            // A key that was made since, perhaps; where the folder can't be read now, the key stays unknown.
            Err(OpenFault::UnknownKey(id)) => match self.read_again() {
                Ok(newer) => open_with(&newer, sealed, at),
                Err(_) => Err(OpenFault::UnknownKey(id)),
            },
            opened => opened,
        }
    }

    pub(crate) fn files(&self) -> KeyFolder<'_> {
        KeyFolder::at(&self.folder)
    }

    /// Forgets keys whose files are gone, and learns those that have come.
    pub(crate) fn read_again(&self) -> Result<Arc<Ring<PrivateKey>>, KeyFault> {
        let newer = Arc::new(read(&self.files())?);
        *self.ring.write().unwrap_or_else(PoisonError::into_inner) = Arc::clone(&newer);
        Ok(newer)
    }
}

fn read(files: &KeyFolder<'_>) -> Result<Ring<PrivateKey>, KeyFault> {
    let public = files.ids(KeyUse::SealPublic)?;
    let private = files.ids(KeyUse::SealPrivate)?;
    let newest = public.first().copied().unwrap_or(KeyId::FIRST);
    if !private.contains(&newest) {
        return Err(KeyFault::MissingPrivate {
            path: files.path_of(KeyUse::SealPrivate, newest),
        });
    }
    Ring::load(files, KeyUse::SealPrivate, |id, key| {
        let path = files.path_of(KeyUse::SealPrivate, id);
        let Ok(expected) = public_of(&key) else {
            return Err(KeyFault::Damaged { path });
        };
        if public.contains(&id) && !same(files.read(KeyUse::SealPublic, id)?.bytes(), expected.bytes()) {
            return Err(KeyFault::Unpaired { path });
        }
        PrivateKey::from_bytes(key.bytes()).map_err(|_| KeyFault::Damaged { path })
    })
}

fn open_with(ring: &Ring<PrivateKey>, sealed: &SealedAddress, at: SealedAt) -> Result<EmailAddress, OpenFault> {
    let (id, encapsulated, ciphertext) = sealed.parts().ok_or(OpenFault::Malformed)?;
    let key = ring.get(id).ok_or(OpenFault::UnknownKey(id))?;
    let encapsulated = <Kem as hpke::Kem>::EncappedKey::from_bytes(encapsulated).map_err(|_| OpenFault::Malformed)?;
    let aad = at.associated(id);
    let plain = single_shot_open::<Aead, Kdf, Kem>(&OpModeR::Base, key, &encapsulated, INFO, ciphertext, &aad)
        .map(Zeroizing::new)
        .map_err(|_| OpenFault::NotGenuine)?;
    unpadded(&plain).ok_or(OpenFault::Malformed)
}

fn unpadded(plain: &[u8]) -> Option<EmailAddress> {
    let (length, room) = plain.split_first()?;
    let text = std::str::from_utf8(room.get(..usize::from(*length))?).ok()?;
    EmailAddress::parse(text).ok()
}

impl fmt::Debug for OpeningKeys {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("OpeningKeys(…)")
    }
}

#[cfg(test)]
mod tests;
