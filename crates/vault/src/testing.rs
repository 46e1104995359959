//! What the tests of this crate share: a key folder that goes away by itself, and altered tokens.

use std::{fs, path::Path};

use data_encoding::BASE64URL_NOPAD;
use model::{Chance, EmailAddress};
use proptest::test_runner::Config as ProptestConfig;
use tempfile::TempDir;

use crate::{
    KeyId, OpeningKeys, Vault,
    key::{KeyUse, Secret},
    sealed::{new_pair, public_of},
};

pub(crate) struct Keys {
    pub(crate) folder: TempDir,
    pub(crate) chance: Chance,
}

impl Keys {
    pub(crate) fn fresh() -> Self {
        let keys = Self {
            folder: TempDir::new().unwrap(),
            chance: Chance::seeded(1),
        };
        keys.open_or_create();
        keys
    }

    pub(crate) fn path(&self) -> &Path {
        self.folder.path()
    }

    pub(crate) fn open_or_create(&self) -> Vault {
        Vault::open_or_create(self.path(), &self.chance).unwrap()
    }

    pub(crate) fn opening(&self) -> OpeningKeys {
        OpeningKeys::load(self.path()).unwrap()
    }

    /// What a rotation does: another key of each use.
    pub(crate) fn add_generation(&self, id: u32) {
        for key_use in KeyUse::SHARED {
            self.put(key_use, id, &Secret::new(self.chance.bytes()));
        }
        let private = new_pair(&self.chance);
        self.put(KeyUse::SealPublic, id, &public_of(&private).unwrap());
        self.put(KeyUse::SealPrivate, id, &private);
    }

    pub(crate) fn put(&self, key_use: KeyUse, id: u32, key: &Secret) {
        let id = KeyId::from_bytes(id.to_be_bytes());
        self.write(&key_use.file_name(id), key.to_text(key_use, id).as_bytes());
    }

    pub(crate) fn write(&self, name: &str, content: &[u8]) {
        let path = self.path().join(name);
        fs::write(&path, content).unwrap();
        set_mode(&path, 0o600);
    }

    pub(crate) fn remove(&self, name: &str) {
        fs::remove_file(self.path().join(name)).unwrap();
    }

    pub(crate) fn names(&self) -> Vec<String> {
        let mut names: Vec<_> = fs::read_dir(self.path())
            .unwrap()
            .map(|entry| entry.unwrap().file_name().into_string().unwrap())
            .collect();
        names.sort();
        names
    }
}

#[cfg(unix)]
pub(crate) fn set_mode(path: &Path, mode: u32) {
    fs::set_permissions(path, std::os::unix::fs::PermissionsExt::from_mode(mode)).unwrap();
}

#[cfg(not(unix))]
pub(crate) fn set_mode(_: &Path, _: u32) {}

/// Few cases: nothing here is optimised in a debug build.
pub(crate) fn quick() -> ProptestConfig {
    ProptestConfig {
        cases: 40,
        failure_persistence: None,
        ..ProptestConfig::default()
    }
}

pub(crate) fn address(raw: &str) -> EmailAddress {
    EmailAddress::parse(raw).unwrap()
}

/// The token with each of its bits flipped in turn: those of its letters, and those that the letters stand for.
pub(crate) fn flipped(token: &str) -> Vec<String> {
    let letters = single_flips(token.as_bytes())
        .into_iter()
        .filter_map(|bytes| String::from_utf8(bytes).ok());
    let bytes = BASE64URL_NOPAD.decode(token.as_bytes()).unwrap();
    let decoded = single_flips(&bytes)
        .into_iter()
        .map(|bytes| BASE64URL_NOPAD.encode(&bytes));
    letters.chain(decoded).collect()
}

fn single_flips(bytes: &[u8]) -> Vec<Vec<u8>> {
    let flip = |bit: usize| {
        let mut flipped = bytes.to_vec();
        flipped[bit / 8] ^= 1 << (bit % 8);
        flipped
    };
    (0..bytes.len() * 8).map(flip).collect()
}
