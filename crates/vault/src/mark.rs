//! By what a database knows its keys: a mark that tells nothing about them.

use crate::{KeyId, Vault, mac::tag};

const LABEL: &str = "oppstart key mark";

impl Vault {
    /// The newest version of the keys that addresses are found with.
    #[must_use]
    pub fn newest_version(&self) -> KeyId {
        self.renewed_keys().index.newest().0
    }

    /// The marks of all keys of the blind index that are here, newest first: 32 bytes each, another for every other
    /// key. With other keys than its own a database is deaf and mute: no address is found, no letter can be addressed.
    #[must_use]
    pub fn marks(&self) -> Vec<(KeyId, [u8; 32])> {
        let keys = self.renewed_keys();
        let mark = |(id, key)| (id, tag(key, LABEL, &[]));
        keys.index.entries().map(mark).collect()
    }
}

#[cfg(test)]
mod tests {
    use crate::testing::Keys;

    #[test]
    fn every_key_has_a_mark_of_its_own_and_keeps_it() {
        let keys = Keys::fresh();
        let before = keys.open_or_create().marks();
        keys.add_generation(2);
        let after = keys.open_or_create().marks();
        assert_eq!((before.len(), after.len()), (1, 2));
        assert_eq!(after[1], before[0]);
        assert_ne!(after[0].1, after[1].1);
        assert!(after[0].0 > after[1].0);
    }
}
