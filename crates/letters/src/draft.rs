//! What a letter says: its subject and paragraphs, before they become text or HTML.

mod meetings;
mod notice;
mod participant;
mod staff;

use model::Language;
use texts::{Texts, Value};

use crate::{Facts, Meeting, Sender};

/// A letter's subject and paragraphs.
pub struct Draft {
    pub subject: String,
    pub blocks: Vec<Block>,
}

/// One paragraph.
pub enum Block {
    /// Plain sentences.
    Said(String),
    /// Sentences of somebody else's, in a language that can be another than the letter's.
    Quoted(String, Language),
    /// What the letter asks for: a button. A letter has one at most.
    Call { label: String, link: String },
    /// Something else that can be done.
    Aside { label: String, link: String },
    /// A code to type in.
    Code(String),
}

impl Draft {
    /// The letter of these facts.
    pub fn of(facts: &Facts, texts: Texts, sender: &Sender) -> Self {
        let mut pen = Pen {
            texts,
            sender: &sender.name,
            blocks: Vec::new(),
        };
        pen.say("letter-greeting", &[]);
        let subject = match facts {
            Facts::Participant(to, news) => pen.write_to_participant(to, news),
            Facts::Staff(news) => pen.write_to_staff(news),
        };
        let phone = sender.phone.trim();
        if !phone.is_empty() {
            pen.say("letter-phone", &[("phone", phone.into())]);
        }
        pen.say("letter-sign-off", &[("sender", (&sender.name).into())]);
        Self {
            subject,
            blocks: pen.blocks,
        }
    }
}

/// Adds paragraphs to a letter. What writes a kind of letter returns its subject.
struct Pen<'a> {
    texts: Texts,
    sender: &'a str,
    blocks: Vec<Block>,
}

impl Pen<'_> {
    fn say(&mut self, key: &str, args: &[(&str, Value<'_>)]) {
        self.blocks.push(Block::Said(self.texts.with(key, args)));
    }

    /// A sentence with a meeting's day, time and place.
    fn say_meeting(&mut self, key: &str, meeting: &Meeting) {
        let when = self.texts.date_time(meeting.date, meeting.time);
        self.say(key, &[("when", when.into()), ("place", (&meeting.place).into())]);
    }

    fn call(&mut self, key: &str, link: &str) {
        self.blocks.push(Block::Call {
            label: self.texts.get(key),
            link: link.to_owned(),
        });
    }

    fn aside(&mut self, key: &str, link: &str) {
        self.blocks.push(Block::Aside {
            label: self.texts.get(key),
            link: link.to_owned(),
        });
    }
}
