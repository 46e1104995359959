//! Keys, and everything that is made with them: sealed addresses, the blind index, tokens and codes.
//!
//! Three things hold here. A [`Vault`] can seal an address but never open one; that takes [`OpeningKeys`],
//! which only the notifier loads (promise C2). Every use has its own key and its own label, so that what was
//! made for one use proves nothing for another (promise S1). And nothing here shows a secret in its `Debug`.
//!
//! Clock and database are absent on purpose: when a token ends, and whether a link's generation is the
//! newest, is decided by who keeps the row.

mod backup;
mod code;
mod cookie;
mod fault;
mod folder;
mod form;
mod index;
mod key;
mod link;
mod mac;
mod mark;
mod opening;
mod renewal;
mod ring;
mod seal;
mod sealed;
mod session;
mod set_up;
mod sign_in;
mod vault;

pub use backup::{BackupFault, BackupIdentity, BackupReader, BackupRecipient, BackupWriter, NotABackupKey};
pub use code::{CodeIndex, CodeUse};
pub use fault::{KeyFault, OpenFault, SealFault, TokenFault};
pub use form::BrowserId;
pub use index::{AddressIndex, AddressIndexes};
pub use key::KeyId;
pub use opening::OpeningKeys;
pub use sealed::{SealedAddress, SealedAt};
pub use session::{Fingerprint, SessionToken};
pub use vault::Vault;

#[cfg(test)]
mod testing;
