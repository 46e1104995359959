//! The participant's pages.

mod answering;
mod apart;
mod changing;
mod confirming;
mod doors;
mod finding;
mod leaving;
mod links;
mod looks;
mod meetings;
mod notices;
mod seeing;
mod tablet;

use model::{GroupId, Letter, Link, LinkClaim, NoteId, NoteState, Purpose, ReceiptCode, ShortCode};
use store::{collection, contact_point, group, note, seat};
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
            ("consent", "2"),
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
        Link::Token(self.site.app.vault.link_token(&claim, vault::KeyId::of(1))).path()
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
        let run = groups::propose(&app.db, chance, region.id, app.clock.today(), app.acceptance_percent).unwrap();
        let approved = app.db.write_now(|tx| {
            let draft = groups::draft(tx, &region.coordinator)?.unwrap();
            let all: Vec<_> = draft.groups.iter().map(|proposed| proposed.group.id).collect();
            groups::approve(tx, chance, &region.coordinator, (run.round, &all), now)?;
            Ok::<_, groups::Fault>(all)
        });
        (notes, approved.unwrap()[0])
    }

    pub fn seat(&self, group: GroupId, of: NoteId) -> seat::Seat {
        let found = self.site.db.read_now(|tx| seat::find(tx, group, of)).unwrap();
        found.unwrap()
    }

    /// What whoever wants a code, and no letters, types at some door, and the code that they are shown.
    pub async fn take_code(&self, visitor: &Visitor, door: &Link) -> ReceiptCode {
        let place = self.region.place.to_string();
        let shown = visitor.visit(door).await;
        let fields = [
            ("place", &*place),
            ("time", "tue-evening"),
            ("email", ""),
            ("code", "yes"),
            ("consent", "2"),
        ];
        let left = visitor.send(&shown, &fields).await;
        assert_eq!(left.location(), "/received", "{}", left.body);
        code_on(&visitor.visit(&Link::NoteReceived).await)
    }

    /// Types a receipt code on its page.
    pub async fn look_up(&self, visitor: &Visitor, code: &str) -> Answer {
        let shown = visitor.visit(&Link::LookUp).await;
        visitor.send(&shown, &[("code", code)]).await
    }

    /// Opens another collection of the course, with the first start that can be planned.
    pub fn open_planned(&self) -> (ShortCode, GroupId) {
        let (app, region) = (&self.site.app, &self.region);
        region.lets_lead(&region.igangsetter, &[region.cell], false);
        let (by, now, today) = (&region.coordinator, app.clock.now(), app.clock.today());
        let opened = app.db.write_now(|tx| {
            let starts = groups::start_options(tx, by, region.contact_point, today)?;
            let planned = (region.course, starts.first());
            let id = course::open_collection(tx, &app.chance, by, planned, now)?;
            Ok::<_, course::Fault>(collection::find(tx, id)?.unwrap())
        });
        let opened = opened.unwrap();
        (opened.code, opened.planned.unwrap())
    }

    /// Lets six people be invited and say yes: the group is ready.
    pub fn ready(&self) -> (Vec<NoteId>, GroupId) {
        let (notes, group) = self.invite();
        let (app, now) = (&self.site.app, self.site.app.clock.now());
        for note in &notes {
            let yes = groups::Answer::Accept { nickname: None };
            let answered = |tx: &mut _| groups::answer(tx, &app.chance, (*note, group), &yes, now);
            app.db.write_now(answered).unwrap();
        }
        assert_eq!(self.group(group).state, model::GroupState::Ready);
        (notes, group)
    }

    pub fn group(&self, of: GroupId) -> group::Group {
        self.site.db.read_now(|tx| group::get(tx, of)).unwrap()
    }

    /// The permanent sign-up page of the region's contact point.
    pub fn sign_up(&self) -> Link {
        let found = self
            .site
            .db
            .read_now(|tx| contact_point::get(tx, self.region.contact_point));
        Link::SignUp(found.unwrap().slug)
    }
}

/// The receipt code that a page shows.
pub fn code_on(shown: &Answer) -> ReceiptCode {
    let (_, after) = shown.body.split_once("<p class=\"large code\">").expect("a code");
    after.split_once('<').unwrap().0.parse().unwrap()
}

/// The link of a paper slip of the open collection.
pub fn slip(town: &Town) -> Link {
    let (app, region) = (&town.site.app, &town.region);
    let codes = app.db.write_now(|tx| {
        let found = collection::find_by_code(tx, &region.code)?.unwrap();
        let (keys, of, today) = ((&app.vault, &app.chance), (found.id, 1), app.clock.today());
        course::print_slips(tx, keys, &region.coordinator, of, today)
    });
    Link::Slip(codes.unwrap()[0].expose().to_owned())
}
