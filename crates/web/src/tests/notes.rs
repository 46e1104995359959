//! The participant's pages.

mod answering;
mod confirming;
mod leaving;
mod links;
mod looks;
mod seeing;

use model::{GroupId, Letter, Link, LinkClaim, NoteId, NoteState, Purpose};
use store::{note, seat};
use testkit::{DatabaseKind, Region, TestDb, day, letters_owed};

use super::site::{Answer, Site, Visitor};

/// A site with one region and an open collection.
pub struct Town {
    pub site: Site,
    pub region: Region,
}

impl Town {
    pub fn on(db: TestDb) -> Self {
        let site = Site::on(db);
        let region = Region::made(&site.db, 1);
        Self { site, region }
    }

    pub fn on_sqlite() -> Self {
        Self::on(TestDb::migrated(DatabaseKind::Sqlite))
    }

    /// The form of the collection.
    pub fn collection(&self) -> Link {
        Link::Collection(self.region.code.clone())
    }

    /// What somebody types who can come to the only place on Tuesday evenings.
    pub fn typed<'a>(&self, place: &'a str, email: &'a str) -> [(&'a str, &'a str); 4] {
        assert_eq!(place, self.region.place.to_string());
        [
            ("place", place),
            ("time", "tue-evening"),
            ("email", email),
            ("consent", "1"),
        ]
    }

    pub async fn leave(&self, visitor: &Visitor, email: &str) -> Answer {
        let place = self.region.place.to_string();
        let shown = visitor.visit(&self.collection()).await;
        visitor.send(&shown, &self.typed(&place, email)).await
    }

    /// The notes that letters ask to confirm, in no order.
    pub fn unconfirmed(&self) -> Vec<NoteId> {
        let letters = letters_owed(&self.site.db).into_iter();
        letters
            .filter_map(|letter| match letter.letter {
                Letter::ConfirmNote { note } => Some(note),
                _ => None,
            })
            .collect()
    }

    /// The path of the link in a letter.
    pub fn link(&self, note: NoteId, purpose: Purpose) -> String {
        let claim = LinkClaim {
            note,
            purpose,
            generation: 1,
        };
        Link::Token(self.site.app.vault.link_token(&claim)).path()
    }

    /// Follows the link in a letter to its page.
    pub async fn follow(&self, visitor: &Visitor, note: NoteId, purpose: Purpose) -> Answer {
        let led = visitor.get(&self.link(note, purpose)).await;
        assert_eq!(led.status, 303, "{}", led.body);
        visitor.get(led.location()).await
    }

    pub fn state(&self, of: NoteId) -> Option<NoteState> {
        let found = self.site.db.read_now(|tx| note::find(tx, of)).unwrap();
        found.map(|note| note.standing.state())
    }

    /// Lets six people wait, and invites them all to one group.
    pub fn invite(&self) -> (Vec<NoteId>, GroupId) {
        let (app, region) = (&self.site.app, &self.region);
        region.lets_lead(&region.igangsetter, &[region.cell], false);
        let notes = region.add_notes(6, day("2027-01-04"));
        let (chance, now) = (&app.chance, app.clock.now());
        let round = groups::propose(&app.db, chance, region.id, app.clock.today(), &app.size_value).unwrap();
        let approved = app.db.write_now(|tx| {
            let draft = groups::draft(tx, &region.coordinator)?.unwrap();
            let all: Vec<_> = draft.groups.iter().map(|proposed| proposed.group.id).collect();
            groups::approve(tx, chance, &region.coordinator, (round, &all), now)?;
            Ok::<_, groups::Fault>(all)
        });
        (notes, approved.unwrap()[0])
    }

    pub fn seat(&self, group: GroupId, of: NoteId) -> seat::Seat {
        let found = self.site.db.read_now(|tx| seat::find(tx, group, of)).unwrap();
        found.unwrap()
    }
}
