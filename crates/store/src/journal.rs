//! The journal: what stays done when the database is put back from a backup (promise R8).
//!
//! It lies outside the database and its backups: a text file for each day in Oslo, with the ids of notes and staff that
//! were erased, and of letters that a mail server took. A line is on the disk before its transaction commits. So the
//! journal may hold more than was done, if a commit failed, and never less.

mod line;
mod told;

use std::{
    collections::BTreeMap,
    fs::{self, DirBuilder, File, OpenOptions},
    io::{self, Write as _},
    os::unix::fs::{DirBuilderExt as _, OpenOptionsExt as _},
    path::{Path, PathBuf},
};

use chrono::{Days, NaiveDate};
use model::{BackupId, Clock};

use crate::{Fault, Result};

pub use line::{Entry, LetterMark};
pub(crate) use told::{claimed, letter_delivered, note_erased, staff_erased, take};

/// How many days a backup may be old: by then the keys of its time are about to be destroyed (promise C4), and the
/// journal ends.
pub const BACKUPS_LAST: Days = Days::new(35);

const ENDING: &str = "journal";

/// A journal that is written to. Several processes of one host may write to the same folder.
#[derive(Clone, Debug)]
pub struct Journal {
    folder: PathBuf,
    clock: Clock,
}

/// What a journal holds.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Journalled {
    /// What was done, with its day, in the order in which it was written.
    pub entries: Vec<(NaiveDate, Entry)>,
    /// Lines that can't be read, since the host stopped while they were written: their transactions were not committed.
    pub torn: usize,
}

impl Journal {
    /// The journal of this folder, which is made for its owner only if there is none.
    ///
    /// # Errors
    /// [`Fault::Journal`] if nothing can be written there.
    pub fn open(folder: &Path, clock: Clock) -> Result<Self> {
        let journal = Self {
            folder: folder.to_owned(),
            clock,
        };
        DirBuilder::new()
            .recursive(true)
            .mode(0o700)
            .create(folder)
            // Nothing is left of this: a command that is run as somebody else must not own the service's file.
            .and_then(|()| tempfile::tempfile_in(folder).map(drop))
            .map_err(|cause| fault(folder, cause))?;
        Ok(journal)
    }

    /// Writes down what is done from now on, or a backup that is being made.
    ///
    /// # Errors
    /// [`Fault::Journal`].
    pub fn write(&self, entries: &[Entry]) -> Result<()> {
        let lines: Vec<String> = entries.iter().map(ToString::to_string).collect();
        self.write_lines(&lines)
    }

    /// Writes down what another journal holds, by its days.
    ///
    /// # Errors
    /// [`Fault::Journal`].
    pub fn take_over(&self, entries: &[(NaiveDate, Entry)]) -> Result<()> {
        let mut by_day: BTreeMap<NaiveDate, Vec<String>> = BTreeMap::new();
        for (day, entry) in entries {
            by_day.entry(*day).or_default().push(entry.to_string());
        }
        let append = |(day, lines): (NaiveDate, Vec<String>)| self.append(day, &lines);
        by_day
            .into_iter()
            .try_for_each(append)
            .map_err(|cause| fault(&self.folder, cause))
    }

    pub(crate) fn write_lines(&self, lines: &[String]) -> Result<()> {
        self.append(self.clock.today(), lines)
            .map_err(|cause| fault(&self.folder, cause))
    }

    /// Removes the days that no backup reaches back to any more (promise C6).
    ///
    /// # Errors
    /// [`Fault::Journal`].
    pub fn remove_old(&self) -> Result<()> {
        self.remove_before(self.clock.today() - BACKUPS_LAST)
            .map_err(|cause| fault(&self.folder, cause))
    }

    /// All that the journal in a folder holds.
    ///
    /// # Errors
    /// [`Fault::Journal`], also if there is no such folder.
    pub fn read(folder: &Path) -> Result<Journalled> {
        let read = || {
            let mut found = Journalled::default();
            for (day, path) in days(folder)? {
                let text = fs::read(path)?;
                for line in String::from_utf8_lossy(&text).lines().filter(|line| !line.is_empty()) {
                    match line.parse() {
                        Ok(entry) => found.entries.push((day, entry)),
                        Err(_) => found.torn += 1,
                    }
                }
            }
            Ok(found)
        };
        read().map_err(|cause| fault(folder, cause))
    }

    /// Adds lines to a day's file, and returns when they are on the disk. It is opened each time: that costs little
    /// beside the disk, and works on across midnight. A new day ends an old one, also on a host that runs no schedule.
    fn append(&self, day: NaiveDate, lines: &[String]) -> io::Result<()> {
        let path = self.folder.join(format!("{day}.{ENDING}"));
        let mut file = OpenOptions::new().append(true).create(true).mode(0o600).open(path)?;
        if file.metadata()?.len() == 0 {
            self.remove_before(self.clock.today() - BACKUPS_LAST)?;
        }
        if !lines.is_empty() {
            // In one piece, since others write too; and after an end of line, since the one before may be torn.
            file.write_all(format!("\n{}\n", lines.join("\n")).as_bytes())?;
        }
        file.sync_data()?;
        File::open(&self.folder)?.sync_all()
    }

    fn remove_before(&self, first: NaiveDate) -> io::Result<()> {
        for (day, path) in days(&self.folder)? {
            if day < first {
                match fs::remove_file(path) {
                    // Another process was here first.
                    Err(fault) if fault.kind() != io::ErrorKind::NotFound => return Err(fault),
                    _ => {}
                }
            }
        }
        Ok(())
    }
}

impl Journalled {
    /// Whether a backup was made while this journal was written: then it holds all that was done since.
    #[must_use]
    pub fn knows(&self, backup: BackupId) -> bool {
        self.entries.iter().any(|(_, entry)| *entry == Entry::Backup(backup))
    }
}

/// The files of a journal, from the first day to the last.
fn days(folder: &Path) -> io::Result<Vec<(NaiveDate, PathBuf)>> {
    let mut found = Vec::new();
    for entry in fs::read_dir(folder)? {
        let path = entry?.path();
        let day = path.file_stem().and_then(|stem| stem.to_str()?.parse().ok());
        if let Some(day) = day.filter(|_| path.extension().is_some_and(|ending| ending == ENDING)) {
            found.push((day, path));
        }
    }
    found.sort_unstable();
    Ok(found)
}

fn fault(folder: &Path, cause: io::Error) -> Fault {
    let folder = folder.display().to_string();
    Fault::Journal { folder, cause }
}
