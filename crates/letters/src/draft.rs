//! What a letter says: its subject and paragraphs, before they become text or HTML.

mod meetings;
mod notice;
mod participant;
mod staff;

use model::{Language, is_neutral};
use texts::{Texts, Value};

use crate::{Facts, Meeting, Sender};

/// A letter's subject, its paragraphs, and what stands below the greeting at its end in all letters.
pub struct Draft {
    pub subject: String,
    pub blocks: Vec<Block>,
    pub foot: Vec<Line>,
}

/// One paragraph.
pub enum Block {
    /// Plain sentences.
    Said(String),
    /// A meeting's day, time and place, which the eye finds first.
    Fact(String),
    /// Sentences of somebody else's, in a language that can be another than the letter's.
    Quoted(String, Language),
    /// The contact point's closing lines, in its own words.
    Closing(Vec<String>),
    /// What the letter asks for: a button. A letter has one at most.
    Call { label: String, link: String },
    /// Something else that can be done.
    Aside { label: String, link: String },
    /// A code to type in.
    Code(String),
}

/// One paragraph of the foot.
pub enum Line {
    /// Plain sentences.
    Said(String),
    /// Something that can be done.
    Aside { label: String, link: String },
}

impl Draft {
    /// The letter of these facts.
    pub fn of(facts: &Facts, texts: Texts, sender: &Sender) -> Self {
        let mut pen = Pen {
            texts,
            sender,
            blocks: Vec::new(),
            foot: Vec::new(),
        };
        pen.say("letter-greeting", &[]);
        let subject = match facts {
            Facts::Participant(to, news) => pen.write_to_participant(to, news),
            Facts::Staff(news) => pen.write_to_staff(news),
        };
        pen.say("letter-sign-off", &[("sender", (&sender.name).into())]);
        let phone = sender.phone.trim();
        if !phone.is_empty() {
            pen.say_below("letter-phone", &[("phone", phone.into())]);
        }
        Self {
            subject,
            blocks: pen.blocks,
            foot: pen.foot,
        }
    }
}

/// Adds paragraphs to a letter. What writes a kind of letter returns its subject.
struct Pen<'a> {
    texts: Texts,
    sender: &'a Sender,
    blocks: Vec<Block>,
    foot: Vec<Line>,
}

impl Pen<'_> {
    fn say(&mut self, key: &str, args: &[(&str, Value<'_>)]) {
        self.blocks.push(Block::Said(self.texts.with(key, args)));
    }

    /// A sentence with a meeting's day, time and place.
    fn say_meeting(&mut self, key: &str, meeting: &Meeting) {
        let when = self.texts.date_time(meeting.date, meeting.time);
        let args = [("when", when.into()), ("place", (&meeting.place).into())];
        self.blocks.push(Block::Fact(self.texts.with(key, &args)));
    }

    /// A sentence of the foot.
    fn say_below(&mut self, key: &str, args: &[(&str, Value<'_>)]) {
        self.foot.push(Line::Said(self.texts.with(key, args)));
    }

    /// The contact point's own words. What was neutral when it was typed may not be any more (promise C8).
    fn close(&mut self) {
        let lines = self.sender.closing_lines.as_ref();
        if let Some(lines) = lines.filter(|lines| is_neutral(lines.as_str())) {
            self.blocks
                .push(Block::Closing(lines.lines().map(str::to_owned).collect()));
        }
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
