//! What can go wrong with keys and with what is made from them. No message holds a secret or an address.

use std::{io, path::PathBuf};

use crate::KeyId;

/// Why the keys can't be used. Each message names the file and says what to do (promise R10).
#[derive(Debug, thiserror::Error)]
pub enum KeyFault {
    /// The folder is absent, or its names can't be listed or made.
    #[error("the key folder {} can't be used ({source}): check that it exists and belongs to the service's user", path.display())]
    Folder {
        /// The folder.
        path: PathBuf,
        /// What the system said.
        source: io::Error,
    },
    /// A key file is there, but can't be read.
    #[error("the key file {} can't be read ({source}): let the service's user read it", path.display())]
    Unreadable {
        /// The file.
        path: PathBuf,
        /// What the system said.
        source: io::Error,
    },
    /// A new key can't be written.
    #[error("the key file {} can't be written ({source}): let the service's user write to its folder", path.display())]
    Unwritable {
        /// The file.
        path: PathBuf,
        /// What the system said.
        source: io::Error,
    },
    /// There is no key of a use, and none may be made.
    #[error("the key file {} is missing: copy it from the host that runs the worker, or restore it", path.display())]
    Missing {
        /// The file that was looked for; one of the same use with a higher number would do as well.
        path: PathBuf,
    },
    /// This host can seal addresses, but not open them.
    #[error("the private key file {} is missing: only a host that has it can send letters; restore it from where keys are kept, or run `oppstart serve --only web` here", path.display())]
    MissingPrivate {
        /// The file.
        path: PathBuf,
    },
    /// The first line names another use or number than the file's name does.
    #[error("the file {} is not the key that its name says, its first line should be `{expected}`: put the right file there", path.display())]
    WrongFile {
        /// The file.
        path: PathBuf,
        /// The first line that a key of this name has.
        expected: String,
    },
    /// The first line is right, the rest is not.
    #[error("the key file {} is damaged: restore it from where keys are kept", path.display())]
    Damaged {
        /// The file.
        path: PathBuf,
    },
    /// Others than the owner can reach a private key.
    #[error("the private key file {} can be reached by others (mode {mode:03o}): run `chmod 600` on it", path.display())]
    Exposed {
        /// The file.
        path: PathBuf,
        /// Its permission bits.
        mode: u32,
    },
    /// The newest key can't be destroyed: it is the one in use.
    #[error("the key file {} holds the newest key of its use, and is not destroyed", path.display())]
    InUse {
        /// The file.
        path: PathBuf,
    },
    /// The private key does not open what is sealed to the public key of the same number.
    #[error("the private key file {} does not belong to the public key of the same number: restore both from one place", path.display())]
    Unpaired {
        /// The private file.
        path: PathBuf,
    },
}

/// Why something could not be sealed. Neither happens with sound keys.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum SealFault {
    /// The address is longer than any address that can exist.
    #[error("the address is too long to be sealed")]
    TooLong,
    /// The key is one that nothing can be sealed with.
    #[error("the key can't seal")]
    Key,
}

/// Why a sealed address stays closed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum OpenFault {
    /// These bytes have not the shape of a sealed address.
    #[error("this is not a sealed address")]
    Malformed,
    /// It was sealed to a key that is not here: destroyed, or another host's.
    #[error("the address was sealed with key {0}, which is not here")]
    UnknownKey(KeyId),
    /// It was altered, or sealed for another table, row or column.
    #[error("the sealed address was altered or moved from its place")]
    NotGenuine,
}

/// Why a token, code or cookie is refused. To whoever sent it, all of these are one and the same.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum TokenFault {
    /// It has not the shape of one.
    #[error("this is not a token")]
    Malformed,
    /// It was made with a key that is not here any more.
    #[error("the token was made with key {0}, which is not here")]
    UnknownKey(KeyId),
    /// It was not made here, or for something else, or was altered.
    #[error("the token is not genuine")]
    NotGenuine,
}
