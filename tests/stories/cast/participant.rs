//! What those do who leave notes. Each has a mailbox, or a receipt code on a piece of paper.

use stories::page::Seen;

use super::{Cast, address, nickname, post::link};

/// When all can meet, unless a story says otherwise.
const TUESDAY_EVENING: &[&str] = &["tue-evening"];

impl Cast {
    /// Somebody leaves a note for Tuesday evenings.
    pub fn leave_note(&mut self, name: &str, door: &str) {
        self.leave_note_for(name, door, TUESDAY_EVENING);
    }

    /// Somebody leaves a note for some times of the week.
    pub fn leave_note_for(&mut self, name: &str, door: &str, times: &[&str]) {
        self.fill_in_note(door, times, &[("email", &address(name))]);
        self.remember_words(name);
    }

    /// Somebody leaves a note without an address, writes down the code, and looks it up once.
    pub fn leave_note_with_code(&mut self, name: &str, door: &str) {
        self.fill_in_note(door, TUESDAY_EVENING, &[("code", "yes")]);
        let code = self.participant.seen().text_of(".code");
        self.codes.insert(name.to_owned(), code);
        let page = self.own_page(name).text();
        assert!(page.contains("Takk, nå er du med."), "{page}");
    }

    fn fill_in_note(&mut self, door: &str, times: &[&str], reach: &[(&str, &str)]) {
        let visitor = &mut self.participant;
        visitor.open(door);
        let place = visitor.seen().choice("place", "Storvik frivilligsentral");
        let consent = visitor.seen().choice("consent", "Jeg samtykker");
        let mut typed = vec![("place", place.as_str()), ("consent", &consent)];
        typed.extend(times.iter().map(|time| ("time", *time)));
        typed.extend(reach);
        visitor.fill_in(&typed);
        assert_eq!(visitor.seen().path, "/received", "{}", visitor.seen().text());
    }

    /// These people want to come on the date that is planned.
    pub fn tick_the_date(&mut self, names: &[&str], door: &str) {
        for name in names {
            self.participant.open(door);
            let page = self.participant.seen().text();
            assert!(page.contains("Ja, jeg vil være med"), "{page}");
            self.fill_in_note(door, TUESDAY_EVENING, &[("planned", "yes"), ("email", &address(name))]);
            self.remember_words(name);
        }
        self.app.work();
    }

    /// Writes down the recognition words that the page shows.
    fn remember_words(&mut self, name: &str) {
        let told = self.participant.seen().text();
        let (_, rest) = told.split_once("Kjenneordene dine er ").expect("recognition words");
        let (words, _) = rest.split_once('.').expect("the end of the sentence");
        self.words.entry(address(name)).or_default().push(words.to_owned());
    }

    /// Two share an apart code: one makes it, and gives it to the other.
    pub fn keep_apart(&mut self, one: &str, other: &str) {
        self.own_page(one);
        self.participant.open("/my-note/apart");
        self.participant.press(("make", "code"), &[]);
        let code = self.participant.seen().text_of(".card .code");
        self.own_page(other);
        self.participant.open("/my-note/apart");
        self.participant.press(("share", "code"), &[("code", &code)]);
        let page = self.participant.seen().text();
        assert!(page.contains("Vi setter dere ikke sammen."), "{page}");
    }

    /// Somebody confirms their address by the letter.
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

    /// These people leave notes for Tuesday evenings, and confirm them.
    pub fn join(&mut self, names: &[&str], door: &str) {
        self.join_for(names, door, TUESDAY_EVENING);
    }

    /// The same for other times.
    pub fn join_for(&mut self, names: &[&str], door: &str, times: &[&str]) {
        for name in names {
            self.leave_note_for(name, door, times);
        }
        self.app.work();
        for name in names {
            self.confirm(name);
        }
    }

    /// Somebody sees their own note: by the link in their newest letter, or by their code.
    pub fn own_page(&mut self, name: &str) -> Seen {
        if self.codes.contains_key(name) {
            let code = self.code_of(name);
            self.participant.open("/code");
            self.participant.fill_in(&[("code", &code)]);
        } else {
            let link = self.my_note_link(name);
            self.participant.open(&link);
        }
        self.participant.seen()
    }

    /// What the own page says first.
    pub fn standing_of(&mut self, name: &str) -> String {
        self.own_page(name).text_of("p.box strong")
    }

    /// Somebody opens the invitation.
    pub fn open_invitation(&mut self, name: &str) -> Seen {
        if self.codes.contains_key(name) {
            self.own_page(name);
            self.participant.open("/answer");
        } else {
            let letter = self.last_letter(name);
            assert_eq!(letter.subject(), "Tid for første møte", "to {name}");
            self.participant.open(&link(&letter));
        }
        assert_eq!(self.participant.seen().path, "/answer");
        self.participant.seen()
    }

    /// Somebody accepts, under a nickname.
    pub fn accept(&mut self, name: &str) {
        self.open_invitation(name);
        self.participant
            .press(("answer", "yes"), &[("nickname", &nickname(name))]);
        let page = self.participant.seen().text();
        assert!(page.contains("Du har svart ja"), "{name}: {page}");
    }

    /// These people accept.
    pub fn all_accept(&mut self, names: &[&str]) {
        for name in names {
            self.accept(name);
        }
        self.app.work();
    }

    /// Somebody says `not-this-date` or `not-this-time`.
    pub fn decline(&mut self, name: &str, answer: &str) {
        self.open_invitation(name);
        self.participant.press(("answer", answer), &[]);
        let page = self.participant.seen().text();
        assert!(page.contains("Svaret ditt er lagret"), "{name}: {page}");
    }

    /// Somebody erases everything about themselves, and sees how much that was.
    pub fn erase_everything(&mut self, name: &str) -> Seen {
        self.own_page(name);
        self.participant.press(("erase", "everything"), &[]);
        let proof = self.participant.seen();
        assert_eq!(proof.path, "/erased");
        assert!(proof.text().contains("Alt om deg er slettet her"), "{}", proof.text());
        proof
    }

    /// Somebody erases everything about themselves; nothing of it is left, and their links show that.
    pub fn leave(&mut self, name: &str) {
        let links = self.links_of(name);
        self.erase_everything(name);
        self.assert_gone(name, &links);
    }

    /// All links that somebody's letters have had.
    pub fn links_of(&self, name: &str) -> Vec<String> {
        let letters = self.app.mail.letters_to(&address(name));
        let links = letters
            .iter()
            .flat_map(|letter| letter.links().into_iter().map(str::to_owned));
        links.collect()
    }

    /// Checks that a genuine link to nothing shows that it is gone, and that no nickname is left.
    pub fn assert_gone(&mut self, name: &str, links: &[String]) {
        for link in links {
            self.participant.open(link);
            assert_eq!(self.participant.seen().path, "/erased", "{name}");
        }
        self.app.work();
        assert!(!links.is_empty() && !self.app.stores(&nickname(name)), "{name}");
    }

    /// The code that somebody has written down.
    pub fn code_of(&self, name: &str) -> String {
        self.codes
            .get(name)
            .cloned()
            .unwrap_or_else(|| panic!("{name} has no code"))
    }
}
