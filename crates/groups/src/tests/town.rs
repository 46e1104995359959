//! What is changed in a town, and who is written to.

use model::{GroupId, NoteId, RecognitionWords, Standing, Wish};
use store::{
    apart_code,
    availability::{self, Availability},
    contact_point::{self, ContactPoint},
    note::{self, Note, Reached},
    outbox::Claimed,
    place::{self, Place},
    room::{self, Room},
};
use testkit::{day, letters_owed, region::wish};

use super::Town;

impl Town {
    /// Edits the town's first room.
    pub(super) fn edit_room(&self, edit: impl Fn(&mut Room)) {
        let edited = |tx: &mut store::DbConn| {
            let mut rooms = room::list(tx, self.id)?.into_iter();
            let mut room = rooms.find(|room| room.id == self.room).unwrap();
            edit(&mut room);
            room::update(tx, &room)
        };
        self.db.write_now(edited).unwrap();
    }

    /// Edits the town's first place.
    pub(super) fn edit_place(&self, edit: impl Fn(&mut Place)) {
        let edited = |tx: &mut store::DbConn| {
            let mut place = place::find(tx, self.id, self.place)?.unwrap();
            edit(&mut place);
            place::update(tx, &place)
        };
        self.db.write_now(edited).unwrap();
    }

    /// Edits what the town's first igangsetter can take.
    pub(super) fn edit_availability(&self, edit: impl Fn(&mut Availability)) {
        let edited = |tx: &mut store::DbConn| {
            let mut all = availability::list(tx, self.id)?.into_iter();
            let mut one = all.find(|one| one.staff == self.igangsetter.id).unwrap();
            edit(&mut one);
            availability::put(tx, &one)
        };
        self.db.write_now(edited).unwrap();
    }

    pub(super) fn edit_contact_point(&self, edit: impl Fn(&mut ContactPoint)) {
        let edited = |tx: &mut store::DbConn| {
            let mut point = contact_point::get(tx, self.contact_point)?;
            edit(&mut point);
            contact_point::update(tx, &point)
        };
        self.db.write_now(edited).unwrap();
    }

    /// A confirmed note with a receipt code, that wants the town's cell.
    pub(super) fn add_coded_note(&self, since: &str) -> NoteId {
        let standing = Standing::left(day(since)).confirm(day(since), None).unwrap();
        self.add_note_like(standing, (true, None), &[wish(self.cell)])
    }

    /// An unconfirmed note whose person has ticked the date of a planned group, and nothing else.
    pub(super) fn tick(&self, group: GroupId, on: &str) -> NoteId {
        self.add_note_like(Standing::left(day(on)), (false, Some(group)), &[])
    }

    pub(super) fn add_note_like(
        &self,
        standing: Standing,
        (by_code, planned): (bool, Option<GroupId>),
        wishes: &[Wish],
    ) -> NoteId {
        let note = Note {
            id: NoteId::random(&self.chance),
            region: self.id,
            contact_point: self.contact_point,
            standing,
            language: model::Language::Bokmal,
            words: RecognitionWords::random(&self.chance),
            consent_version: 1,
            generation: 1,
            by_code,
            planned,
        };
        let index: [u8; 32] = self.chance.bytes();
        let reached = if by_code {
            Reached::Code { index: &index }
        } else {
            Reached::Address {
                sealed: b"sealed",
                index: &index,
            }
        };
        self.db
            .write_now(|tx| note::insert(tx, &note, wishes, reached))
            .unwrap();
        note.id
    }

    /// Keeps two people apart.
    pub(super) fn keep_apart(&self, one: NoteId, other: NoteId) {
        let code = NoteId::random(&self.chance).to_string();
        for note in [one, other] {
            self.db.write_now(|tx| apart_code::insert(tx, note, &code)).unwrap();
        }
    }

    /// The letters of a kind that are owed.
    pub(super) fn letters(&self, kind: &str) -> Vec<Claimed> {
        let mut owed = letters_owed(&self.db);
        owed.retain(|owed| owed.letter.kind() == kind);
        owed
    }

    /// To whose notes letters of a kind are owed, in the order of their identities.
    pub(super) fn written_to(&self, kind: &str) -> Vec<NoteId> {
        let owed = self.letters(kind);
        let mut notes: Vec<NoteId> = owed.iter().filter_map(|owed| owed.letter.references().note).collect();
        notes.sort_unstable();
        notes
    }
}
