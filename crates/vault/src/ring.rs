//! All keys of one use: the newest makes, all of them read.

use crate::{
    KeyFault, KeyId,
    folder::KeyFolder,
    key::{KeyUse, Secret},
};

/// The keys of one use, never none.
pub(crate) struct Ring<K> {
    newest: (KeyId, K),
    older: Vec<(KeyId, K)>,
}

impl<K> Ring<K> {
    /// Reads all keys of a use; `prepare` makes of the bytes what is used later.
    pub(crate) fn load(
        folder: &KeyFolder<'_>,
        key_use: KeyUse,
        prepare: impl Fn(KeyId, Secret) -> Result<K, KeyFault>,
    ) -> Result<Self, KeyFault> {
        let mut keys = folder
            .ids(key_use)?
            .into_iter()
            .map(|id| Ok((id, prepare(id, folder.read(key_use, id)?)?)));
        let missing = || KeyFault::Missing {
            path: folder.path_of(key_use, KeyId::FIRST),
        };
        let newest = keys.next().ok_or_else(missing)??;
        Ok(Self {
            newest,
            older: keys.collect::<Result<_, KeyFault>>()?,
        })
    }

    pub(crate) const fn newest(&self) -> (KeyId, &K) {
        (self.newest.0, &self.newest.1)
    }

    pub(crate) fn get(&self, id: KeyId) -> Option<&K> {
        self.entries().find(|entry| entry.0 == id).map(|entry| entry.1)
    }

    /// All keys, newest first.
    pub(crate) fn all(&self) -> impl Iterator<Item = &K> {
        self.entries().map(|entry| entry.1)
    }

    /// Their numbers, newest first.
    pub(crate) fn ids(&self) -> impl Iterator<Item = KeyId> {
        self.entries().map(|entry| entry.0)
    }

    /// All keys with their numbers, newest first.
    pub(crate) fn entries(&self) -> impl Iterator<Item = (KeyId, &K)> {
        std::iter::once(&self.newest)
            .chain(&self.older)
            .map(|(id, key)| (*id, key))
    }
}
