//! Why a backup is not put back. One line each (promise R10).

use std::{io, path::Path};

use chrono::{DateTime, Utc};

use crate::service::StartFault;

/// Why a backup is not put back.
#[derive(Debug, thiserror::Error)]
pub enum RestoreFault {
    /// The backup or the identity can't be read, or is not what it should be.
    #[error("restore: {file}: {cause}")]
    File {
        /// Which file.
        file: String,
        /// What is wrong with it.
        cause: io::Error,
    },
    /// The keys of its time are about to be destroyed, and the journal has ended.
    #[error("restore: this backup is of {}, and older than 35 days: it must not be put back", .0.format("%Y-%m-%d"))]
    TooOld(DateTime<Utc>),
    /// A backup is put back into the kind of database that it was made of.
    #[error("restore: this is a backup of a database of the kind {0}: database_url must begin with {0}:")]
    OtherKind(String),
    /// There is a database already.
    #[error("restore: {0} is there: a backup is put back only where there is no database")]
    NotEmpty(String),
    /// What was erased since the backup can't be erased again.
    #[error(
        "restore: the journal in {0} does not know this backup: name the right folder with --journal; if it is lost, \
         see docs/operations.md for --without-journal"
    )]
    OtherJournal(String),
    /// The keys, the database or the journal can't be used.
    #[error(transparent)]
    Start(#[from] StartFault),
    /// What was erased can't be erased again.
    #[error(transparent)]
    Groups(#[from] groups::Fault),
    /// Who was removed can't be removed again.
    #[error(transparent)]
    ContactPoint(#[from] contact_point::Fault),
    /// It is done, and could not be told.
    #[error(transparent)]
    Output(#[from] io::Error),
}

impl From<store::Fault> for RestoreFault {
    fn from(fault: store::Fault) -> Self {
        Self::Start(fault.into())
    }
}

pub(super) fn at(file: &Path) -> impl Fn(io::Error) -> RestoreFault {
    let file = file.display().to_string();
    move |cause| RestoreFault::File {
        file: file.clone(),
        cause,
    }
}
