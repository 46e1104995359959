//! What Kari does: places, rooms and people; rounds; and what comes up.

use stories::{page::Seen, visitor::Visitor};

use super::{Cast, address};

impl Cast {
    pub(super) fn add_place(&mut self) {
        self.at("kari", "/places").fill_in(&[
            ("name", "Storvik frivilligsentral"),
            ("address", "Storgata 1"),
            ("entrance", "Inngang fra torget"),
        ]);
        let visitor = self.at_the_place();
        visitor.fill_in(&[("name", "Møterommet"), ("tue", "18:00")]);
        assert!(visitor.seen().text().contains("Møterommet"));
    }

    /// Kari opens the page of the only place.
    pub fn at_the_place(&mut self) -> &mut dyn Visitor {
        let place = self.sees("kari", "/places").link("Storvik frivilligsentral");
        self.at("kari", &place)
    }

    /// Kari opens the page of a room.
    pub fn at_the_room(&mut self, name: &str) -> &mut dyn Visitor {
        let room = self.at_the_place().seen().link(name);
        self.at("kari", &room)
    }

    /// Kari adds a room that is free at six on a day, such as `thu`.
    pub fn add_room(&mut self, name: &str, day: &str) {
        self.at_the_place().fill_in(&[("name", name), (day, "18:00")]);
    }

    pub fn add_staff(&mut self, name: &str, role: &str) {
        let visitor = self.at("kari", "/people");
        visitor.fill_in(&[("email", &address(name)), ("name", name), ("role", role)]);
        let seen = visitor.seen();
        assert!(seen.text().contains(name));
        assert!(!seen.html.contains('@'), "addresses are shown to nobody (promise C14)");
    }

    /// The address at which notes can be left all the year round, as Kari reads it.
    pub fn permanent_door(&mut self) -> String {
        let page = self.sees("kari", "/contact-point").text();
        let (_, rest) = page.split_once("/k/").expect("the address of the sign-up page");
        format!("/k/{}", rest.split_whitespace().next().unwrap_or_default())
    }

    /// Kari makes a proposal, and sees it.
    pub fn propose(&mut self) -> Seen {
        let visitor = self.at("kari", "/rounds");
        visitor.press(("do", "propose"), &[]);
        let draft = visitor.seen();
        assert!(draft.path.starts_with("/rounds/"), "{}: {}", draft.path, draft.text());
        draft
    }

    /// Kari approves all groups of her proposal, and sees what came of it.
    pub fn approve(&mut self) -> Seen {
        let draft = self.sees("kari", "/rounds").link("Se forslaget");
        let visitor = self.at("kari", &draft);
        visitor.press(("do", "check"), &[]);
        visitor.press(("do", "send"), &[]);
        let told = visitor.seen();
        self.app.work();
        told
    }

    /// Kari makes a proposal, and approves it.
    pub fn propose_and_approve(&mut self) -> Seen {
        self.propose();
        self.approve()
    }

    /// Kari finds somebody else for the group that nobody starts.
    pub fn find_another_igangsetter(&mut self, name: &str) {
        let vacancy = self.desk("kari").link("Finn en igangsetter");
        let visitor = self.at("kari", &vacancy);
        let person = visitor.seen().choice("person", name);
        visitor.press(("do", "ask"), &[("person", &person)]);
        self.app.work();
    }

    /// Kari types in the code that a caller reads out.
    pub fn with_a_caller(&mut self, name: &str) -> &mut dyn Visitor {
        let code = self.code_of(name);
        let visitor = self.at("kari", "/caller");
        visitor.press(("look-up", "code"), &[("code", &code)]);
        visitor
    }
}
