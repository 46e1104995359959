//! What can go wrong with the memory. A corrupt row is not a driver's failure, and is told apart.

use std::error::Error;

use diesel::result::{DatabaseErrorKind, Error as DieselError};

/// Why the database did not do what it was asked.
#[derive(Debug, thiserror::Error)]
pub enum Fault {
    /// The address of the database is not one that we know.
    #[error("database_url must begin with sqlite: or postgres:// (it begins with {0:?})")]
    UnknownScheme(String),
    /// No connection could be had.
    #[error("cannot open the database: {0}")]
    Open(String),
    /// PostgreSQL is to be spoken to by TLS, and this program can't.
    #[error(
        "database_url asks for TLS, and this program was built without it: build it with `--features postgres-tls`"
    )]
    NoTls,
    /// The SQLite library is older than the first without the WAL-reset corruption bug.
    #[error("the SQLite library is {0}, and must be 3.51.3 or newer")]
    OldSqlite(String),
    /// The database was written by a newer version of the product.
    #[error("the database has a newer schema than this program knows ({0}); start the newer program")]
    NewerSchema(String),
    /// A migration failed.
    #[error("cannot migrate the database: {0}")]
    Migration(String),
    /// A row holds what no version of the product has written.
    #[error("table {table} has a row with an impossible {column}")]
    Corrupt {
        /// The table.
        table: &'static str,
        /// The column.
        column: &'static str,
    },
    /// The journal can't be written or read. Nothing is erased that it does not hold (promise R8).
    #[error("the journal {folder} can't be used: {cause}")]
    Journal {
        /// Its folder.
        folder: String,
        /// What the system said.
        cause: std::io::Error,
    },
    /// A copy of the database can't be written or read.
    #[error("the copy of the database: {0}")]
    Copy(std::io::Error),
    /// A copy is put into an empty database only.
    #[error("the database is not empty: make a new one for the backup, or remove what is there")]
    NotEmpty,
    /// There is no schema, and nothing to copy.
    #[error("the database is empty: there is nothing to back up")]
    Empty,
    /// Something that must be there is not.
    #[error("no such row in {0}")]
    Missing(&'static str),
    /// The worker thread ended before its work did.
    #[error("the database work was cut off")]
    CutOff,
    /// The driver failed.
    #[error("the database refused: {}", class(.0))]
    Driver(#[source] DieselError),
}

/// What most functions here return.
pub type Result<T> = std::result::Result<T, Fault>;

impl From<DieselError> for Fault {
    fn from(fault: DieselError) -> Self {
        Self::Driver(fault)
    }
}

/// A driver's message can repeat values of a row, addresses' indexes among them: only its class is ever shown
/// (promise C7).
fn class(fault: &DieselError) -> String {
    match fault {
        DieselError::DatabaseError(kind, _) => format!("{kind:?}"),
        DieselError::NotFound => "not found".to_owned(),
        DieselError::DeserializationError(_) => "a value can't be read".to_owned(),
        DieselError::SerializationError(_) => "a value can't be written".to_owned(),
        DieselError::RollbackErrorOnCommit { .. } => "rollback failed".to_owned(),
        _ => "the connection is unusable".to_owned(),
    }
}

/// True if the whole transaction may succeed when it is run again:
/// another one got in between, and the database noticed.
pub(crate) fn may_succeed_again(fault: &(dyn Error + 'static)) -> bool {
    let mut cause = Some(fault);
    while let Some(fault) = cause {
        if let Some(driver) = fault.downcast_ref::<DieselError>() {
            return is_conflict(driver);
        }
        cause = fault.source();
    }
    false
}

fn is_conflict(fault: &DieselError) -> bool {
    match fault {
        DieselError::DatabaseError(DatabaseErrorKind::SerializationFailure, _) => true,
        // diesel has no kind of its own for a deadlock, and SQLite's "busy" comes without one.
        DieselError::DatabaseError(_, told) => {
            told.message().contains("deadlock detected") || told.message().contains("database is locked")
        }
        DieselError::RollbackErrorOnCommit { commit_error, .. } => is_conflict(commit_error),
        _ => false,
    }
}
