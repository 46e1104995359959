//! Where a backup is put back. An SQLite database grows beside its place under a name that no service opens, and takes
//! its name when all is done; in PostgreSQL a mark stands for that.

use std::{
    fs::{self, File, OpenOptions},
    io::{self, BufRead},
    path::{Path, PathBuf},
};

use store::{DatabaseUrl, Db};

use super::{RestoreFault, fault::at};
use crate::{
    backup::Header,
    service::{make_private, unfinished_file},
};

/// What SQLite keeps beside a database. A log that is left of another one would be taken for this one's.
const BESIDE: [&str; 4] = ["", "-wal", "-shm", "-journal"];

pub(super) enum Place<'a> {
    Sqlite { path: &'a Path, unfinished: PathBuf },
    Postgres(&'a DatabaseUrl),
}

impl<'a> Place<'a> {
    /// Sees that there is nothing yet, and clears away what an earlier restore has left.
    pub(super) fn prepare(url: &'a DatabaseUrl) -> Result<Self, RestoreFault> {
        let DatabaseUrl::Sqlite(path) = url else {
            return Ok(Self::Postgres(url));
        };
        for file in BESIDE.map(|end| with_end(path, end)) {
            if fs::metadata(&file).is_ok_and(|found| found.len() > 0) {
                return Err(RestoreFault::NotEmpty(file.display().to_string()));
            }
        }
        let unfinished = unfinished_file(path);
        make_private(&unfinished).map_err(at(&unfinished))?;
        Ok(Self::Sqlite { path, unfinished })
    }

    /// Puts the copy there, marked as unfinished.
    pub(super) fn put_back(&self, copy: &mut dyn BufRead, header: &Header) -> Result<Db, RestoreFault> {
        match self {
            Self::Postgres(url) => {
                let db = Db::open(url)?;
                db.copy_from(copy, &header.schema)?;
                Ok(db)
            }
            Self::Sqlite { unfinished, .. } => {
                write(copy, unfinished).map_err(at(unfinished))?;
                let db = Db::open(&DatabaseUrl::Sqlite(unfinished.clone()))?;
                db.copy_from(&mut io::empty(), &header.schema)?;
                Ok(db)
            }
        }
    }

    /// Lets go of the database, and gives it its name.
    pub(super) fn hand_over(self, db: Db) -> Result<(), RestoreFault> {
        let Self::Sqlite { path, unfinished } = self else {
            return Ok(());
        };
        if !db.scrub()? {
            return Err(RestoreFault::NotEmpty(
                with_end(&unfinished, "-wal").display().to_string(),
            ));
        }
        drop(db);
        let folder = path.parent().filter(|folder| *folder != Path::new(""));
        for file in ["-wal", "-shm"].map(|end| with_end(&unfinished, end)) {
            if_there(fs::remove_file(&file)).map_err(at(&file))?;
        }
        fs::rename(&unfinished, path)
            .and_then(|()| File::open(folder.unwrap_or(Path::new(".")))?.sync_all())
            .map_err(at(path))
    }
}

/// Writes SQLite's file anew; what an earlier restore has left is gone, its log included.
fn write(copy: &mut dyn BufRead, unfinished: &Path) -> io::Result<()> {
    for file in BESIDE.map(|end| with_end(unfinished, end)).iter().skip(1) {
        if_there(fs::remove_file(file))?;
    }
    let mut file = OpenOptions::new().write(true).truncate(true).open(unfinished)?;
    io::copy(copy, &mut file)?;
    file.sync_all()
}

fn with_end(path: &Path, end: &str) -> PathBuf {
    let mut name = path.to_path_buf().into_os_string();
    name.push(end);
    name.into()
}

fn if_there(done: io::Result<()>) -> io::Result<()> {
    match done {
        Err(fault) if fault.kind() != io::ErrorKind::NotFound => Err(fault),
        _ => Ok(()),
    }
}
