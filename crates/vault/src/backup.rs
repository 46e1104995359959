//! Sealing backups (promise R8): anybody on the host can make one, and only who has the identity reads it.
//!
//! The recipient's public key stands in the settings; its private half, the identity, is kept away from the host. A
//! backup is sealed with a key of the key folder too, so that it opens at home only, and none can be forged by somebody
//! who knows nothing but the recipient.
//!
//! RFC 9180 in PSK mode. A backup is a first line, the number of the key of the folder (4 bytes), the encapsulated key
//! (32), and pieces of 64 KiB, each with its tag (16), in the order that HPKE counts; the last one is sealed as the
//! last. So none can be altered, left out, moved or cut off.

mod identity;
mod reader;
mod writer;

use zeroize::Zeroizing;

use crate::{KeyId, TokenFault, Vault, mac::tag};

pub use identity::{BackupIdentity, BackupRecipient, NotABackupKey};
pub use reader::{BackupFault, BackupReader};
pub use writer::BackupWriter;

/// The first line of a backup.
const FIRST_LINE: &[u8] = b"Oppstart backup 1\n";
const INFO: &[u8] = b"oppstart backup";

/// How much is sealed at once, in bytes.
const PIECE: usize = 64 * 1024;
const TAG: usize = 16;
/// What each piece is bound to.
const MORE: &[u8] = b"more";
const LAST: &[u8] = b"last";

impl Vault {
    /// The number of the key of the folder that backups are sealed with now.
    fn newest_backup_key(&self) -> KeyId {
        self.keys().code.newest().0
    }

    /// The key of the folder that a backup is sealed with. It comes of the one for receipt codes, which is never
    /// renewed: without that, a database could not be used anyhow.
    fn backup_key(&self, id: KeyId) -> Result<Zeroizing<[u8; 32]>, TokenFault> {
        let key = self.keys().code.get(id).ok_or(TokenFault::UnknownKey(id))?;
        Ok(Zeroizing::new(tag(key, "oppstart backup", &[])))
    }
}

#[cfg(test)]
mod tests;
