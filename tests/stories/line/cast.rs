//! Who plays in the line, and what each of them does.

use chrono::NaiveDate;
use store::{group, note, outbox};
use stories::{app::TestApp, smtp_peer::Letter, visitor::Visitor};

/// What kind of person a browser belongs to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Person {
    /// A coordinator, leader or igangsetter.
    Staff,
    /// Somebody who leaves a note.
    Participant,
}

/// The service with its people. Participants share a browser: each of their pages is bound to its own note.
pub struct Cast {
    pub app: TestApp,
    pub participant: Box<dyn Visitor>,
    coordinator: Box<dyn Visitor>,
    leader: Box<dyn Visitor>,
    igangsetter: Box<dyn Visitor>,
}

/// The address of somebody on the staff, or of a participant.
fn address(name: &str) -> String {
    match name {
        "kari" | "lars" | "anne" => format!("{name}@kontakt.example"),
        _ => format!("{name}@deltaker.example"),
    }
}

/// A name that stands nowhere else.
pub fn nickname(name: &str) -> String {
    format!("Kallenavn-{name}")
}

/// The first link of a letter: what it asks for.
pub fn link(letter: &Letter) -> String {
    letter.links().first().expect("the letter has a link").to_string()
}

impl Cast {
    /// Sets up a contact point: one place with a room on Tuesdays at six, an igangsetter for it, and a course leader.
    pub fn at_a_contact_point(app: TestApp, visitor: &dyn Fn(&TestApp, Person) -> Box<dyn Visitor>) -> Self {
        let staff = || visitor(&app, Person::Staff);
        let (coordinator, leader, igangsetter) = (staff(), staff(), staff());
        let participant = visitor(&app, Person::Participant);
        let mut cast = Self {
            app,
            participant,
            coordinator,
            leader,
            igangsetter,
        };
        cast.set_up();
        cast.add_place();
        cast.add_staff("anne", "igangsetter");
        cast.add_staff("lars", "leader");
        cast.make_available();
        sign_in(&cast.app, &mut *cast.leader, "lars");
        sign_in(&cast.app, &mut *cast.igangsetter, "anne");
        cast
    }

    fn set_up(&mut self) {
        let link = self.app.set_up_link();
        self.coordinator.open(&link);
        assert_eq!(
            self.coordinator.seen().path,
            "/set-up",
            "the token is gone from the address (promise S3)"
        );
        self.coordinator.fill_in(&[
            ("region", "Storvik"),
            ("contact-point", "Frivilligsentralen"),
            ("name", "Kari"),
            ("email", &address("kari")),
        ]);
        type_code(&self.app, &mut *self.coordinator, "kari");
    }

    fn add_place(&mut self) {
        let visitor = &mut self.coordinator;
        visitor.open("/places");
        visitor.fill_in(&[
            ("name", "Storvik frivilligsentral"),
            ("letter-name", "Storgata 1"),
            ("how-to-find", "Inngang fra torget"),
        ]);
        visitor.open("/places");
        let place = visitor.seen().links("/places/").remove(0);
        visitor.open(&place);
        visitor.fill_in(&[("name", "Møterommet"), ("tue", "18:00")]);
        assert!(visitor.seen().text().contains("Møterommet"));
    }

    fn add_staff(&mut self, name: &str, role: &str) {
        self.coordinator.open("/people");
        self.coordinator
            .fill_in(&[("email", &address(name)), ("name", name), ("role", role)]);
        assert!(self.coordinator.seen().text().contains(name));
        assert!(
            !self.coordinator.seen().html.contains('@'),
            "addresses are shown to nobody (promise C14)"
        );
    }

    fn make_available(&mut self) {
        let visitor = &mut self.coordinator;
        visitor.open("/people");
        let availability = visitor.seen().links("/people/").remove(0);
        visitor.open(&availability);
        let (cell, _) = visitor.seen().choices("cell").remove(0);
        visitor.press(("do", "save"), &[("cell", &cell)]);
    }

    /// The leader adds a course of twelve and opens a collection; its code is what a poster would show.
    pub fn open_collection(&mut self, title: &str) -> String {
        let today = self.app.clock.today().to_string();
        let visitor = &mut self.leader;
        visitor.open("/courses");
        let (leader, _) = visitor.seen().choices("leader").pop().expect("somebody leads it");
        visitor.fill_in(&[
            ("title", title),
            ("leader", &leader),
            ("last-session", &today),
            ("participants", "12"),
        ]);
        visitor.press(("do", "open"), &[]);
        let shown = visitor.seen();
        assert!(shown.path.starts_with("/collections/"), "{}", shown.path);
        assert!(shown.html.contains("<svg"), "there is a QR code");
        format!("/i/{}", shown.text_of(".code"))
    }

    pub fn leave_note(&mut self, name: &str, collection: &str) {
        let visitor = &mut self.participant;
        visitor.open(collection);
        let (place, _) = visitor.seen().choices("place").remove(0);
        let (consent, _) = visitor.seen().choices("consent").remove(0);
        visitor.fill_in(&[
            ("place", &place),
            ("time", "tue-evening"),
            ("email", &address(name)),
            ("consent", &consent),
        ]);
        assert_eq!(visitor.seen().path, "/received");
        self.app.work();
    }

    pub fn confirm(&mut self, name: &str) {
        let letter = self.last_letter(name);
        assert_eq!(letter.subject(), "Bekreft e-postadressen din");
        self.participant.open(&link(&letter));
        assert_eq!(
            self.participant.seen().path,
            "/confirm",
            "the token is gone from the address (promise S3)"
        );
        self.participant.press(("answer", "yes"), &[]);
        assert!(!self.participant.seen().text().contains("Det var ikke meg"));
    }

    pub fn propose_and_approve(&mut self) {
        let visitor = &mut self.coordinator;
        visitor.open("/rounds");
        visitor.press(("do", "propose"), &[]);
        assert!(visitor.seen().path.starts_with("/rounds/"));
        visitor.press(("do", "check"), &[]);
        assert!(visitor.seen().text().contains('5'), "{}", visitor.seen().text());
        visitor.press(("do", "send"), &[]);
        self.app.work();
    }

    pub fn say_yes_to_the_group(&mut self) {
        assert_eq!(self.last_letter("anne").subject(), "Kan du ta en ny gruppe?");
        let visitor = &mut self.igangsetter;
        visitor.open("/desk");
        let group = visitor.seen().links("/groups/").remove(0);
        visitor.open(&group);
        visitor.press(("do", "yes"), &[]);
    }

    pub fn accept(&mut self, name: &str) {
        let letter = self.last_letter(name);
        assert_eq!(letter.subject(), "Tid for første møte");
        assert!(
            letter.text().contains("tirsdag 19. januar 2027 kl. 18.00, Storgata 1"),
            "{}",
            letter.text()
        );
        self.participant.open(&link(&letter));
        assert_eq!(self.participant.seen().path, "/answer");
        self.participant
            .press(("answer", "yes"), &[("nickname", &nickname(name))]);
    }

    /// What the igangsetter reads on the group's page.
    pub fn roster(&mut self) -> String {
        self.igangsetter.open("/desk");
        let group = self.igangsetter.seen().links("/groups/").remove(0);
        self.igangsetter.open(&group);
        self.igangsetter.seen().text()
    }

    /// The link to one's own note, which every letter has.
    pub fn my_note_link(&self, name: &str) -> String {
        self.last_letter(name)
            .links()
            .last()
            .expect("every letter has the link")
            .to_string()
    }

    /// The newest letter to somebody.
    pub fn last_letter(&self, name: &str) -> Letter {
        self.app
            .mail
            .letters_to(&address(name))
            .pop()
            .unwrap_or_else(|| panic!("no letter to {name}"))
    }

    /// How many letters have not been sent.
    pub fn letters_owed(&self) -> usize {
        let (owed, _) = self.app.db.read_now(outbox::waiting).expect("the database answers");
        usize::try_from(owed).expect("a number")
    }

    /// How much there is, all regions together.
    pub fn count_rows(&self) -> String {
        let counted = self.app.db.read_now(|tx| {
            let notes = note::list_expired(tx, NaiveDate::MAX)?.len();
            let groups = group::list_expired(tx, NaiveDate::MAX)?.len();
            Ok::<_, store::Fault>((notes, groups, outbox::waiting(tx)?.0))
        });
        let (notes, groups, letters) = counted.expect("the database answers");
        format!("{notes} notes, {groups} groups, {letters} letters owed")
    }
}

/// Signs somebody in by the code from the letter.
fn sign_in(app: &TestApp, visitor: &mut dyn Visitor, name: &str) {
    visitor.open("/sign-in");
    visitor.fill_in(&[("email", &address(name))]);
    type_code(app, visitor, name);
}

fn type_code(app: &TestApp, visitor: &mut dyn Visitor, name: &str) {
    let asked = visitor.seen();
    assert_eq!(asked.path, "/sign-in/code", "{}", asked.text());
    app.work();
    let letter = app.mail.letters_to(&address(name)).pop().expect("a letter with a code");
    let code: String = letter.subject().chars().filter(char::is_ascii_digit).collect();
    assert_eq!(code.len(), 6, "{}", letter.subject());
    visitor.fill_in(&[("code", &code)]);
    assert_eq!(visitor.seen().path, "/desk");
}
