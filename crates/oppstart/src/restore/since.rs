//! What the journals of all hosts tell of the time since a backup.

use std::{collections::HashMap, path::PathBuf};

use chrono::NaiveDate;
use model::{BackupId, LetterId, oslo_date};
use store::{
    Journal,
    journal::{Entry, Journalled, LetterMark},
};

use super::RestoreFault;
use crate::backup::Header;

/// What was done, each thing with its day.
pub(super) struct Since {
    /// All that the journals hold, in the order of the days: to do again what was done before the backup changes
    /// nothing, and a clock that was set back may have mixed the days.
    pub(super) entries: Vec<(NaiveDate, Entry)>,
    /// How many lines can't be read.
    pub(super) torn: usize,
    sent: HashMap<LetterId, NaiveDate>,
    said: HashMap<LetterMark, NaiveDate>,
}

impl Since {
    /// Reads the journals.
    ///
    /// # Errors
    /// [`RestoreFault::OtherJournal`] if none of them knows the backup: it may not reach back far enough.
    pub(super) fn read(folders: &[PathBuf], header: &Header) -> Result<Self, RestoreFault> {
        let journals: Result<Vec<_>, _> = folders.iter().map(|folder| Journal::read(folder)).collect();
        Self::of(journals?, header.id, oslo_date(header.made)).ok_or_else(|| {
            let names = folders.iter().map(|folder| folder.display().to_string());
            RestoreFault::OtherJournal(names.collect::<Vec<_>>().join(", "))
        })
    }

    /// The same of what was read; `None` if none knows the backup of that day.
    pub(super) fn of(journals: Vec<Journalled>, backup: BackupId, day: NaiveDate) -> Option<Self> {
        if !journals.iter().any(|journal| journal.knows(backup)) {
            return None;
        }
        let mut since = Self {
            entries: Vec::new(),
            torn: 0,
            sent: HashMap::new(),
            said: HashMap::new(),
        };
        for journal in journals {
            let is_known = journal.knows(backup);
            let mut has_begun = false;
            for (on, entry) in &journal.entries {
                has_begun |= *entry == Entry::Backup(backup) || (!is_known && *on >= day);
                if let Entry::Letter(id, mark) = entry {
                    since.sent.insert(*id, *on);
                    if has_begun {
                        since.said.insert(*mark, *on);
                    }
                }
            }
            since.entries.extend(journal.entries);
            since.torn += journal.torn;
        }
        since.entries.sort_by_key(|(on, _)| *on);
        Some(since)
    }

    /// When this very letter was sent.
    pub(super) fn sent(&self, letter: LetterId) -> Option<NaiveDate> {
        self.sent.get(&letter).copied()
    }

    /// When a letter that says the same was sent after the backup.
    pub(super) fn said(&self, what: LetterMark) -> Option<NaiveDate> {
        self.said.get(&what).copied()
    }
}
