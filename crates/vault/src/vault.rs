//! The vault: every key but the private sealing keys.

use std::{fmt, path::Path, sync::Arc};

use hpke::Deserializable as _;
use model::Chance;

use crate::{
    KeyFault, KeyId,
    folder::KeyFolder,
    key::{KeyUse, Secret},
    ring::Ring,
    sealed::{PublicKey, new_pair, public_of},
};

/// What every process holds: it seals addresses, finds them again, and makes and reads tokens.
///
/// It can't open an address. Cloning is cheap.
#[derive(Clone)]
pub struct Vault(Arc<Keys>);

pub(crate) struct Keys {
    pub(crate) seal: Ring<PublicKey>,
    pub(crate) index: Ring<Secret>,
    pub(crate) code: Ring<Secret>,
    pub(crate) link: Ring<Secret>,
    pub(crate) set_up: Ring<Secret>,
    pub(crate) sign_in: Ring<Secret>,
    pub(crate) form: Ring<Secret>,
    pub(crate) cookie: Ring<Secret>,
}

impl Vault {
    /// Opens the key folder, and makes the folder and the keys that are missing.
    ///
    /// Several processes may do so at once; they end up with the same keys. A public sealing key without its
    /// private one is left so: that is how a folder for `serve --only web` looks.
    ///
    /// # Errors
    /// [`KeyFault`] names the file that can't be used and says what to do.
    pub fn open_or_create(folder: &Path, chance: &Chance) -> Result<Self, KeyFault> {
        let files = KeyFolder::create(folder)?;
        for key_use in KeyUse::SHARED {
            if files.ids(key_use)?.is_empty() {
                files.add(key_use, KeyId::FIRST, &Secret::new(chance.bytes()), chance)?;
            }
        }
        if files.ids(KeyUse::SealPublic)?.is_empty() {
            make_pair(&files, chance)?;
        }
        Self::open(folder)
    }

    /// Opens a key folder as it is. Private sealing keys are neither made nor read.
    ///
    /// # Errors
    /// [`KeyFault`], also when a public or shared key is missing.
    pub fn open(folder: &Path) -> Result<Self, KeyFault> {
        let files = KeyFolder::at(folder);
        let public = |id, key: Secret| {
            let damaged = |_| KeyFault::Damaged {
                path: files.path_of(KeyUse::SealPublic, id),
            };
            PublicKey::from_bytes(key.bytes()).map_err(damaged)
        };
        let shared = |key_use| Ring::load(&files, key_use, |_, key| Ok(key));
        Ok(Self(Arc::new(Keys {
            seal: Ring::load(&files, KeyUse::SealPublic, public)?,
            index: shared(KeyUse::Index)?,
            code: shared(KeyUse::Code)?,
            link: shared(KeyUse::Link)?,
            set_up: shared(KeyUse::SetUp)?,
            sign_in: shared(KeyUse::SignIn)?,
            form: shared(KeyUse::Form)?,
            cookie: shared(KeyUse::Cookie)?,
        })))
    }

    pub(crate) fn keys(&self) -> &Keys {
        &self.0
    }
}

/// Makes the sealing keys, the private one first: whoever wins that race, the public key is made from the winner's.
fn make_pair(files: &KeyFolder<'_>, chance: &Chance) -> Result<(), KeyFault> {
    let id = if let Some(newest) = files.ids(KeyUse::SealPrivate)?.first() {
        *newest
    } else {
        files.add(KeyUse::SealPrivate, KeyId::FIRST, &new_pair(chance), chance)?;
        KeyId::FIRST
    };
    let private = files.read(KeyUse::SealPrivate, id)?;
    let public = public_of(&private).map_err(|_| KeyFault::Damaged {
        path: files.path_of(KeyUse::SealPrivate, id),
    })?;
    files.add(KeyUse::SealPublic, id, &public, chance)
}

impl fmt::Debug for Vault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Vault(…)")
    }
}

#[cfg(test)]
mod tests;
