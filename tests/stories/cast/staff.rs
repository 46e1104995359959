//! What all on the staff do: open pages, and sign in for it.

use stories::{app::TestApp, page::Seen, visitor::Visitor};

use super::{Cast, Person, address};

impl Cast {
    /// Somebody on the staff opens a page, and signs in first if need be.
    pub fn at(&mut self, name: &'static str, path: &str) -> &mut dyn Visitor {
        let (app, visiting) = (&self.app, self.visiting);
        let visitor = self.staff.entry(name).or_insert_with(|| visiting(app, Person::Staff));
        visitor.open(path);
        if visitor.seen().path.starts_with("/sign-in") {
            visitor.fill_in(&[("email", &address(name))]);
            type_code(app, &mut **visitor, name);
            visitor.open(path);
        }
        &mut **visitor
    }

    /// What stands on somebody's page.
    pub fn sees(&mut self, name: &'static str, path: &str) -> Seen {
        self.at(name, path).seen()
    }

    /// What there is to do for somebody.
    pub fn desk(&mut self, name: &'static str) -> Seen {
        self.sees(name, "/desk")
    }

    /// The first set-up, by the link that the console shows.
    pub(super) fn set_up(&mut self) {
        let link = self.app.set_up_link();
        let visitor = self
            .staff
            .entry("kari")
            .or_insert_with(|| (self.visiting)(&self.app, Person::Staff));
        visitor.open(&link);
        assert_eq!(
            visitor.seen().path,
            "/set-up",
            "the token is gone from the address (promise S3)"
        );
        visitor.fill_in(&[
            ("region", "Storvik"),
            ("contact-point", "Frivilligsentralen"),
            ("name", "Kari"),
            ("email", &address("kari")),
        ]);
        type_code(&self.app, &mut **visitor, "kari");
        let visitor = self.at("kari", "/contact-point/controller");
        visitor.fill_in(&[
            ("body", "Storvik kommune"),
            ("contact", "personvern@storvik.example"),
            ("phone", "12 34 56 78"),
        ]);
    }
}

/// Types the code from the letter into the browser that asked for it.
fn type_code(app: &TestApp, visitor: &mut dyn Visitor, name: &str) {
    let asked = visitor.seen();
    assert_eq!(asked.path, "/sign-in/code", "{}", asked.text());
    app.work();
    let letters = app.mail.letters_to(&address(name));
    let mut codes = letters
        .iter()
        .filter_map(|letter| letter.subject().strip_prefix("Koden din er "));
    let code = codes.next_back().expect("a letter with a code");
    visitor.fill_in(&[("code", code)]);
    assert_eq!(visitor.seen().path, "/desk");
}
