//! The vault: every key but the private sealing keys.

use std::{
    fmt,
    path::{Path, PathBuf},
    sync::{Arc, PoisonError, RwLock},
};

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
/// It can't open an address. Cloning is cheap. Keys that are renewed while it is in use are noticed: see
/// [`OpeningKeys::make_version`](crate::OpeningKeys::make_version).
#[derive(Clone)]
pub struct Vault(Arc<Open>);

struct Open {
    folder: PathBuf,
    lasting: Keys,
    renewed: RwLock<Arc<RenewedKeys>>,
}

/// The keys that stay as long as the process.
pub(crate) struct Keys {
    pub(crate) code: Ring<Secret>,
    pub(crate) set_up: Ring<Secret>,
    pub(crate) sign_in: Ring<Secret>,
    pub(crate) form: Ring<Secret>,
    pub(crate) cookie: Ring<Secret>,
}

/// The keys that are renewed every month: those that addresses are sealed and found with, and those of links
/// (promises C4, S1).
pub(crate) struct RenewedKeys {
    pub(crate) seal: Ring<PublicKey>,
    pub(crate) index: Ring<Secret>,
    pub(crate) link: Ring<Secret>,
}

impl RenewedKeys {
    fn load(files: &KeyFolder<'_>) -> Result<Self, KeyFault> {
        let public = |id, key: Secret| {
            let damaged = |_| KeyFault::Damaged {
                path: files.path_of(KeyUse::SealPublic, id),
            };
            PublicKey::from_bytes(key.bytes()).map_err(damaged)
        };
        Ok(Self {
            // Read last what is made first: so the newest index is never older than the newest seal.
            seal: Ring::load(files, KeyUse::SealPublic, public)?,
            link: Ring::load(files, KeyUse::Link, |_, key| Ok(key))?,
            index: Ring::load(files, KeyUse::Index, |_, key| Ok(key))?,
        })
    }

    fn are_those_of(&self, files: &KeyFolder<'_>) -> Result<bool, KeyFault> {
        Ok(self.seal.ids().eq(files.ids(KeyUse::SealPublic)?)
            && self.link.ids().eq(files.ids(KeyUse::Link)?)
            && self.index.ids().eq(files.ids(KeyUse::Index)?))
    }
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
            let newest = files.ids(KeyUse::SealPrivate)?.first().copied();
            make_pair(&files, newest.unwrap_or(KeyId::FIRST), chance)?;
        }
        Self::open(folder)
    }

    /// Opens a key folder as it is. Private sealing keys are neither made nor read.
    ///
    /// # Errors
    /// [`KeyFault`], also when a public or shared key is missing.
    pub fn open(folder: &Path) -> Result<Self, KeyFault> {
        let files = KeyFolder::at(folder);
        let shared = |key_use| Ring::load(&files, key_use, |_, key| Ok(key));
        let renewed = RenewedKeys::load(&files)?;
        let lasting = Keys {
            code: shared(KeyUse::Code)?,
            set_up: shared(KeyUse::SetUp)?,
            sign_in: shared(KeyUse::SignIn)?,
            form: shared(KeyUse::Form)?,
            cookie: shared(KeyUse::Cookie)?,
        };
        Ok(Self(Arc::new(Open {
            folder: folder.to_owned(),
            lasting,
            renewed: RwLock::new(Arc::new(renewed)),
        })))
    }

    pub(crate) fn keys(&self) -> &Keys {
        &self.0.lasting
    }

    /// The keys at this moment of what is renewed every month.
    ///
    /// Each time the names in the key folder are looked at, a few microseconds' work: so no process goes on with
    /// keys that another has renewed. A folder that can't be read at the moment leaves what is known.
    pub(crate) fn renewed_keys(&self) -> Arc<RenewedKeys> {
        let Open { folder, renewed, .. } = &*self.0;
        let known = Arc::clone(&renewed.read().unwrap_or_else(PoisonError::into_inner));
        let files = KeyFolder::at(folder);
        if known.are_those_of(&files).unwrap_or(true) {
            return known;
        }
        let Ok(newer) = RenewedKeys::load(&files).map(Arc::new) else {
            return known;
        };
        *renewed.write().unwrap_or_else(PoisonError::into_inner) = Arc::clone(&newer);
        newer
    }
}

/// Makes a pair of sealing keys, the private one first: whoever wins that race, the public key is made from the
/// winner's. What is there of the pair is kept.
pub(crate) fn make_pair(files: &KeyFolder<'_>, id: KeyId, chance: &Chance) -> Result<(), KeyFault> {
    if !files.ids(KeyUse::SealPrivate)?.contains(&id) {
        files.add(KeyUse::SealPrivate, id, &new_pair(chance), chance)?;
    }
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
