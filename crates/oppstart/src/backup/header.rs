//! What stands before the copy, sealed with it: which backup it is, of when, and of what.

use std::{
    fmt,
    io::{self, BufRead},
};

use chrono::{DateTime, SecondsFormat, Utc};
use model::BackupId;
use store::DatabaseUrl;

const FIRST: &str = "oppstart backup";

/// What is known of a backup before it is put back.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Header {
    /// Its identity, which the journal knows.
    pub id: BackupId,
    /// When it was begun.
    pub made: DateTime<Utc>,
    /// The kind of database: `sqlite` or `postgres`.
    pub database: String,
    /// The newest migration that the database had.
    pub schema: String,
}

impl Header {
    /// The kind of a database.
    pub fn kind_of(url: &DatabaseUrl) -> String {
        match url {
            DatabaseUrl::Sqlite(_) => "sqlite".to_owned(),
            DatabaseUrl::Postgres(_) => "postgres".to_owned(),
        }
    }

    /// Reads what [`Header`]'s `Display` wrote, and leaves the copy.
    ///
    /// # Errors
    /// What the input says; [`io::ErrorKind::InvalidData`] if that is no header.
    pub fn read(input: &mut dyn BufRead) -> io::Result<Self> {
        let mut next = |name: &str| {
            let mut line = String::new();
            input.read_line(&mut line)?;
            let value = line
                .trim_end()
                .strip_prefix(name)
                .and_then(|rest| rest.strip_prefix(' '));
            value.map(str::to_owned).ok_or_else(unknown)
        };
        let version = next(FIRST)?;
        let (id, made) = (next("id")?, next("made")?);
        let (database, schema) = (next("database")?, next("schema")?);
        if version != "1" {
            return Err(unknown());
        }
        Ok(Self {
            id: id.parse().map_err(|_| unknown())?,
            made: made.parse().map_err(|_| unknown())?,
            database,
            schema,
        })
    }
}

fn unknown() -> io::Error {
    io::Error::new(
        io::ErrorKind::InvalidData,
        "a backup of another program, or of a newer one",
    )
}

impl fmt::Display for Header {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        writeln!(f, "{FIRST} 1")?;
        writeln!(f, "id {}", self.id)?;
        writeln!(f, "made {}", self.made.to_rfc3339_opts(SecondsFormat::Secs, true))?;
        writeln!(f, "database {}", self.database)?;
        writeln!(f, "schema {}", self.schema)
    }
}
