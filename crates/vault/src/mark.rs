//! By what a database knows its keys: a mark that tells nothing about them.

use crate::{Vault, mac::tag};

const LABEL: &str = "oppstart key mark";

impl Vault {
    /// The mark of the key of the blind index: 32 bytes, another for every other key. With other keys than its own
    /// a database is deaf and mute: no address is found, no link works, no letter can be addressed.
    #[must_use]
    pub fn mark(&self) -> [u8; 32] {
        tag(self.keys().index.newest().1, LABEL, &[])
    }
}

#[cfg(test)]
mod tests {
    use crate::testing::Keys;

    #[test]
    fn other_keys_have_another_mark() {
        let keys = Keys::fresh();
        let one = keys.open_or_create();
        keys.add_generation(2);
        let other = keys.open_or_create();
        assert_eq!(other.mark(), keys.open_or_create().mark());
        assert_ne!(one.mark(), other.mark());
    }
}
