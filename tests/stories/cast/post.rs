//! Everybody's mailbox, and what holds for every letter.

use std::collections::HashSet;

use chrono::NaiveDate;
use store::{group, note, outbox};
use stories::smtp_peer::Letter;

use super::{Cast, address, nickname};

/// After everything: SQLite compares dates as texts, and a later year would have five digits.
pub const END_OF_TIME: NaiveDate = NaiveDate::from_ymd_opt(9999, 12, 31).expect("a date");

/// The first link of a letter: what it asks for.
pub fn link(letter: &Letter) -> String {
    letter.links().first().expect("the letter has a link").to_string()
}

impl Cast {
    /// The link to one's own note, which every letter has.
    pub fn my_note_link(&self, name: &str) -> String {
        let letter = self.last_letter(name);
        letter.links().last().expect("every letter has the link").to_string()
    }

    /// The newest letter to somebody.
    pub fn last_letter(&self, name: &str) -> Letter {
        let mut letters = self.app.mail.letters_to(&address(name));
        letters.pop().unwrap_or_else(|| panic!("no letter to {name}"))
    }

    /// The text of the newest letter to somebody, in one line.
    pub fn reads(&self, name: &str) -> String {
        let letter = self.last_letter(name);
        letter.text().split_whitespace().collect::<Vec<_>>().join(" ")
    }

    /// The subjects of all letters to somebody, in their order.
    pub fn subjects(&self, name: &str) -> Vec<String> {
        let letters = self.app.mail.letters_to(&address(name));
        letters.iter().map(|letter| letter.subject().to_owned()).collect()
    }

    /// Whether somebody has had a letter with this subject.
    pub fn was_told(&self, name: &str, subject: &str) -> bool {
        self.subjects(name).iter().any(|other| other == subject)
    }

    /// Checks that the newest letter of each of these people has this subject.
    #[track_caller]
    pub fn all_read(&self, names: &[&str], subject: &str) {
        for name in names {
            assert_eq!(self.last_letter(name).subject(), subject, "to {name}");
        }
    }

    /// How many letters have not been sent.
    pub fn letters_owed(&self) -> usize {
        let (owed, _) = self.app.db.read_now(outbox::waiting).expect("the database answers");
        usize::try_from(owed).expect("a number")
    }

    /// How much there is, all regions together.
    pub fn count_rows(&self) -> String {
        let counted = self.app.db.read_now(|tx| {
            let notes = note::list_expired(tx, END_OF_TIME)?.len();
            let groups = group::list_expired(tx, END_OF_TIME)?.len();
            Ok::<_, store::Fault>((notes, groups, outbox::waiting(tx)?.0))
        });
        let (notes, groups, letters) = counted.expect("the database answers");
        format!("{notes} notes, {groups} groups, {letters} letters owed")
    }

    /// Checks every letter that was sent in a story, and that no address of a participant can be read in the database.
    pub fn every_letter_is_in_order(&self) {
        let letters = self.app.mail.letters();
        let mut ids = HashSet::new();
        for letter in &letters {
            is_neutral_and_for_one(letter);
            is_readable(letter);
            self.is_known_by_its_words(letter);
            let id = letter.header("Message-ID").expect("an id").to_owned();
            assert!(ids.insert(id), "each has its own Message-ID");
        }
        assert!(!letters.is_empty());
        assert!(
            !self.app.stores("@deltaker.example"),
            "addresses are sealed (promise C2)"
        );
    }

    /// Letters to participants have the words that were shown (promise C15), lead to their own note and to somebody to
    /// call, and tell of nobody else (C8).
    fn is_known_by_its_words(&self, letter: &Letter) {
        let to = &letter.rcpt_tos[0];
        if to.ends_with("@kontakt.example") {
            let is_absence = letter.subject() == "Beskjed fra en deltaker";
            assert!(
                is_absence || !letter.text().contains(&nickname("")),
                "{}",
                letter.text()
            );
            return;
        }
        let words = self
            .words
            .get(to)
            .unwrap_or_else(|| panic!("a letter to {to}, who left no note"));
        let own = letter.links().iter().all(|link| link.contains("/n/"));
        assert!(
            own && !letter.links().is_empty(),
            "a way to one's own note (promise C12)"
        );
        for body in [letter.text(), letter.html()] {
            assert!(body.contains("12 34 56 78"), "whom to call: {body}");
            assert!(
                words.iter().any(|words| body.contains(words.as_str())),
                "{words:?}: {body}"
            );
            assert!(!body.contains(&nickname("")), "{body}");
        }
    }
}

/// Promises C8 and C9.
fn is_neutral_and_for_one(letter: &Letter) {
    assert_eq!(letter.rcpt_tos.len(), 1, "one letter, one recipient (promise C9)");
    assert_eq!(letter.to(), letter.rcpt_tos[0]);
    assert!(letter.header("Cc").is_none() && letter.header("Bcc").is_none());
    assert_eq!(letter.mail_from, "post@oppstart.example");
    let headers = letter.headers.iter().map(|(_, value)| value.as_str());
    let bodies = [letter.text(), letter.html(), &letter.ehlo];
    for words in headers.chain(bodies) {
        assert!(model::is_neutral(words), "not neutral (promise C8): {words}");
    }
}

/// Promise L5: a text and an HTML part that say and ask the same, with nothing to fetch.
fn is_readable(letter: &Letter) {
    let kinds: Vec<&str> = letter.parts.iter().map(|part| part.media_type.as_str()).collect();
    assert_eq!(kinds, ["text/plain", "text/html"]);
    assert_eq!(letter.header("Auto-Submitted"), Some("auto-generated"));
    let language = letter.header("Content-Language").expect("its language");
    assert!(
        letter.html().contains(&format!("lang=\"{language}\"")),
        "{}",
        letter.html()
    );
    for link in letter.links() {
        assert!(letter.html().contains(link), "{link} stands in both parts");
    }
    for remote in ["<img", "<script", "<link", "src=", "url(", "@import"] {
        assert!(!letter.html().contains(remote), "{remote}: {}", letter.html());
    }
}
