//! Who plays in the stories, and what each of them does: a small vocabulary, so that a story reads like prose.
//!
//! There is one contact point with a room on Tuesdays at six. Kari coordinates, Lars leads courses, and Anne starts
//! groups. Everybody else leaves notes.

mod coordinator;
mod igangsetter;
mod leader;
mod participant;
pub mod post;
mod staff;

use std::collections::BTreeMap;

use stories::{
    app::TestApp,
    visitor::{Screenless, Visitor},
};
use testkit::DatabaseKind;

/// What kind of person a browser belongs to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Person {
    /// A coordinator, leader or igangsetter.
    Staff,
    /// Somebody who leaves a note.
    Participant,
}

/// How somebody visits the service.
pub type Visiting = fn(&TestApp, Person) -> Box<dyn Visitor>;

/// The service with its people. Participants share a browser: each of their pages is bound to its own note.
pub struct Cast {
    pub app: TestApp,
    pub participant: Box<dyn Visitor>,
    visiting: Visiting,
    staff: BTreeMap<&'static str, Box<dyn Visitor>>,
    /// The receipt codes that people have written down.
    codes: BTreeMap<String, String>,
    /// The recognition words that people were shown, of each note that they have left.
    words: BTreeMap<String, Vec<String>>,
}

/// A story, told on both databases; in the end every letter that was sent in it is looked through.
macro_rules! story {
    ($sentence:ident, |$cast:ident| $body:block) => {
        story!($sentence, from "2027-01-05 15:00", |$cast| $body);
    };
    ($sentence:ident, from $beginning:literal, |$cast:ident| $body:block) => {
        fn $sentence(kind: testkit::DatabaseKind) {
            let mut $cast = crate::cast::Cast::begin(kind, $beginning);
            $body
            $cast.every_letter_is_in_order();
        }

        mod $sentence {
            #[test]
            fn on_sqlite() {
                super::$sentence(testkit::DatabaseKind::Sqlite);
            }

            #[test]
            fn on_postgres() {
                super::$sentence(testkit::DatabaseKind::Postgres);
            }
        }
    };
}
pub(crate) use story;

/// The address of somebody on the staff, or of a participant.
pub fn address(name: &str) -> String {
    match name {
        "kari" | "lars" | "anne" | "bo" => format!("{name}@kontakt.example"),
        _ => format!("{name}@deltaker.example"),
    }
}

/// A name that stands nowhere else.
pub fn nickname(name: &str) -> String {
    format!("Kallenavn-{name}")
}

/// Visits without a screen.
pub fn screenless(app: &TestApp, _: Person) -> Box<dyn Visitor> {
    Box::new(Screenless::new(app.url()))
}

impl Cast {
    /// A contact point that is ready to begin, at a moment in Oslo; visited without screens.
    pub fn begin(kind: DatabaseKind, moment: &str) -> Self {
        Self::at_a_contact_point(TestApp::start_on(kind, moment), screenless)
    }

    /// The same, visited otherwise.
    pub fn at_a_contact_point(app: TestApp, visiting: Visiting) -> Self {
        let participant = visiting(&app, Person::Participant);
        let mut cast = Self {
            app,
            participant,
            visiting,
            staff: BTreeMap::new(),
            codes: BTreeMap::new(),
            words: BTreeMap::new(),
        };
        cast.set_up();
        cast.add_place();
        cast.add_staff("anne", "igangsetter");
        cast.add_staff("lars", "leader");
        cast.can_start_groups("anne", Asked::First);
        cast
    }
}

/// Whether an igangsetter is asked before people are invited.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Asked {
    First,
    Never,
}

/// Enough for a group, and no more.
pub const FIVE: [&str; 5] = ["ada", "berit", "carl", "dina", "einar"];
/// One more than enough.
pub const SIX: [&str; 6] = ["ada", "berit", "carl", "dina", "einar", "frida"];
/// As many as a group invites.
pub const EIGHT: [&str; 8] = ["ada", "berit", "carl", "dina", "einar", "frida", "geir", "hanna"];

impl Cast {
    /// These people's notes have become a group, and the invitations are out.
    pub fn invite(&mut self, names: &[&str]) {
        let door = self.open_collection("Mandagskurset");
        self.join(names, &door);
        self.propose_and_approve();
        self.anne_says_yes();
        self.all_read(names, "Tid for første møte");
    }

    /// These people's group is ready.
    pub fn make_ready(&mut self, names: &[&str]) {
        self.invite(names);
        self.all_accept(names);
        self.all_read(names, "Møtet blir noe av");
    }
}
