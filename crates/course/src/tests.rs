//! Courses, collections and interest notes, tried on both databases.
//!
//! All stories begin on Tuesday 12 January 2027, when the course ends and its collection is open.

mod apart;
mod by_code;
mod changing;
mod collections;
mod confirming;
mod courses;
mod doors;
mod finding;
mod leaving;
mod life;
mod my_note;
mod planned;
mod prompting;

use std::ops::Deref;

use chrono::{DateTime, Utc};
use groups::StartOption;
use model::{
    CollectionId, EmailAddress, GroupId, Language, Letter, NoteId, NoteState, PlaceId, ReceiptCode, ShortCode, Standing,
};
use store::{
    Db,
    collection::{self, Collection},
    note, place,
};
use testkit::{Region, TestDb, day, letters_owed, oslo, region::wish};
use vault::Vault;

use crate::{Confirmed, Door, Fault, NoteDraft, Reach, Receipt, confirm, look_up, open_collection, submit};

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
            reach: Reach::Email(EmailAddress::parse(raw_address).unwrap()),
            language: Language::Bokmal,
            planned: false,
        }
    }

    fn form_by_code(&self) -> NoteDraft {
        NoteDraft {
            reach: Reach::Code,
            ..self.form("nobody@example.no")
        }
    }

    fn door(&self) -> Door {
        Door::Collection(self.code.clone())
    }

    fn submit(&self, form: &NoteDraft, now: DateTime<Utc>) -> Result<Receipt, Fault> {
        self.submit_at(&self.door(), form, now)
    }

    fn submit_at(&self, door: &Door, form: &NoteDraft, now: DateTime<Utc>) -> Result<Receipt, Fault> {
        let keys = (&self.vault, &self.chance);
        self.db.write_now(|tx| submit(tx, keys, (door, form), true, now))
    }

    /// Leaves a note, and tells which it is: the one that a letter asks to confirm.
    fn leave(&self, raw_address: &str, now: DateTime<Utc>) -> NoteId {
        self.leave_at(&self.door(), &self.form(raw_address), now)
    }

    fn leave_at(&self, door: &Door, form: &NoteDraft, now: DateTime<Utc>) -> NoteId {
        let before = self.asked_to_confirm();
        self.submit_at(door, form, now).unwrap();
        let mut after = self.asked_to_confirm();
        after.retain(|note| !before.contains(note));
        assert_eq!(after.len(), 1, "one letter");
        after[0]
    }

    /// Leaves a note without an address, and tells its code.
    fn leave_by_code(&self, now: DateTime<Utc>) -> ReceiptCode {
        self.submit(&self.form_by_code(), now).unwrap().code.unwrap()
    }

    fn look_up(&self, code: &ReceiptCode, now: DateTime<Utc>) -> Option<(note::Note, Confirmed)> {
        let keys = (&self.vault, &self.chance);
        self.db.write_now(|tx| look_up(tx, keys, code, now)).unwrap()
    }

    fn asked_to_confirm(&self) -> Vec<NoteId> {
        let note = |letter| match letter {
            Letter::ConfirmNote { note } => Some(note),
            _ => None,
        };
        self.letters().into_iter().filter_map(note).collect()
    }

    fn letters(&self) -> Vec<Letter> {
        letters_owed(&self.db).iter().map(|owed| owed.letter).collect()
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

    fn pause(&self, note: NoteId) {
        let since = (day("2027-01-12"), day("2027-01-12"));
        let paused = Standing::stored(NoteState::Paused, since, day("2027-02-01"), None);
        self.db.write_now(|tx| note::set_standing(tx, note, paused)).unwrap();
    }

    /// What the store knows of the collection with a code.
    fn collection(&self, code: &ShortCode) -> Collection {
        let db: &Db = &self.db;
        db.read_now(|tx| collection::find_by_code(tx, code)).unwrap().unwrap()
    }

    /// Changes what is said of a place.
    fn edit_place(&self, place: PlaceId, edit: impl Fn(&mut place::Place)) {
        self.db
            .write_now(|tx| {
                let mut found = place::find(tx, self.id, place)?.unwrap();
                edit(&mut found);
                place::update(tx, &found)
            })
            .unwrap();
    }

    /// Makes and approves a group of all who wait. Its igangsetter is asked, or not.
    fn group(&self, ask_first: bool) -> GroupId {
        self.lets_lead(&self.igangsetter, &[self.cell], ask_first);
        let run = groups::propose(&self.db, &self.chance, self.id, day("2027-01-12"), 100).unwrap();
        let by = &self.coordinator;
        let draft = self.db.read_now(|tx| groups::draft(tx, by)).unwrap().unwrap();
        let group = draft.groups[0].group.id;
        self.db
            .write_now(|tx| groups::approve(tx, &self.chance, by, (run.round, &[group]), start()))
            .unwrap();
        group
    }

    fn accept(&self, note: NoteId, group: GroupId) {
        let yes = groups::Answer::Accept { nickname: None };
        self.db
            .write_now(|tx| groups::answer(tx, &self.chance, (note, group), &yes, start()))
            .unwrap();
    }

    /// The earliest start that can be planned. Its igangsetter is asked, or not.
    fn first_start(&self, ask_first: bool) -> StartOption {
        self.lets_lead(&self.igangsetter, &[self.cell], ask_first);
        let by = &self.coordinator;
        let options = self
            .db
            .read_now(|tx| groups::start_options(tx, by, self.contact_point, day("2027-01-12")))
            .unwrap();
        options[0].clone()
    }

    /// Opens another collection of the course, with a planned start or without.
    fn open(&self, planned: Option<&StartOption>) -> Collection {
        let by = &self.coordinator;
        self.db
            .write_now(|tx| {
                let opened = open_collection(tx, &self.chance, by, (self.course, planned), start())?;
                Ok::<_, Fault>(collection::find(tx, opened)?.unwrap())
            })
            .unwrap()
    }

    fn close(&self, collection: CollectionId, now: DateTime<Utc>) {
        let by = &self.coordinator;
        self.db
            .write_now(|tx| crate::close_collection(tx, &self.chance, by, collection, now))
            .unwrap();
    }
}

/// When the stories begin.
fn start() -> DateTime<Utc> {
    oslo("2027-01-12 10:00")
}
