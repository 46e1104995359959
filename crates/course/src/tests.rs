//! Courses, collections and interest notes, tried on both databases.
//!
//! All stories begin on Tuesday 12 January 2027, when the course ends and its collection is open.

mod collections;
mod confirming;
mod courses;
mod leaving;
mod life;
mod my_note;

use std::ops::Deref;

use chrono::{DateTime, Utc};
use model::{EmailAddress, GroupId, Language, Letter, NoteId, NoteState, Standing};
use store::note;
use testkit::{Region, TestDb, day, letters_owed, oslo, region::wish};
use vault::Vault;

use crate::{Confirmed, Fault, NoteDraft, Receipt, confirm, submit};

/// A region with its database and vault.
struct Town {
    region: Region,
    vault: Vault,
    db: TestDb,
}

impl Deref for Town {
    type Target = Region;

    fn deref(&self) -> &Region {
        &self.region
    }
}

impl Town {
    fn on(db: TestDb) -> Self {
        Self {
            region: Region::made(&db, 1),
            vault: testkit::region::a_vault(),
            db,
        }
    }

    /// A form that is filled in for Tuesday evenings.
    fn form(&self, raw_address: &str) -> NoteDraft {
        NoteDraft {
            places: vec![self.place],
            times: vec![wish(self.cell).when],
            email: EmailAddress::parse(raw_address).unwrap(),
            language: Language::Bokmal,
        }
    }

    fn submit(&self, form: &NoteDraft, now: DateTime<Utc>) -> Result<Receipt, Fault> {
        self.db
            .write_now(|tx| submit(tx, (&self.vault, &self.chance), &self.code, form, now))
    }

    /// Leaves a note, and tells which it is: the one that a letter asks to confirm.
    fn leave(&self, raw_address: &str, now: DateTime<Utc>) -> NoteId {
        let before = self.asked_to_confirm();
        self.submit(&self.form(raw_address), now).unwrap();
        let mut after = self.asked_to_confirm();
        after.retain(|note| !before.contains(note));
        assert_eq!(after.len(), 1, "one letter");
        after[0]
    }

    fn asked_to_confirm(&self) -> Vec<NoteId> {
        let note = |letter| match letter {
            Letter::ConfirmNote { note } => Some(note),
            _ => None,
        };
        letters_owed(&self.db)
            .iter()
            .filter_map(|owed| note(owed.letter))
            .collect()
    }

    fn confirm(&self, note: NoteId, now: DateTime<Utc>) -> Result<Confirmed, Fault> {
        self.db.write_now(|tx| confirm(tx, &self.chance, note, now))
    }

    /// Leaves a note and confirms it.
    fn wait(&self, raw_address: &str, now: DateTime<Utc>) -> NoteId {
        let note = self.leave(raw_address, now);
        assert_eq!(self.confirm(note, now).unwrap(), Confirmed::Waiting);
        note
    }

    fn standing(&self, note: NoteId) -> Standing {
        self.find(note).unwrap().standing
    }

    fn state(&self, note: NoteId) -> Option<NoteState> {
        self.find(note).map(|note| note.standing.state())
    }

    fn find(&self, note: NoteId) -> Option<note::Note> {
        self.db.read_now(|tx| note::find(tx, note)).unwrap()
    }

    /// Makes and approves a group of all who wait. Its igangsetter is asked, or not.
    fn group(&self, ask_first: bool) -> GroupId {
        self.lets_lead(&self.igangsetter, &[self.cell], ask_first);
        let round = groups::propose(&self.db, &self.chance, self.id, day("2027-01-12"), &[5, 6, 7, 8]).unwrap();
        let by = &self.coordinator;
        let draft = self.db.read_now(|tx| groups::draft(tx, by)).unwrap().unwrap();
        let group = draft.groups[0].group.id;
        self.db
            .write_now(|tx| groups::approve(tx, &self.chance, by, (round, &[group]), start()))
            .unwrap();
        group
    }
}

/// When the stories begin.
fn start() -> DateTime<Utc> {
    oslo("2027-01-12 10:00")
}
