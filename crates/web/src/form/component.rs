//! The one component for a field: label, hint, fault and input share one id.

use askama::{Template, filters::HtmlSafe};
use model::Link;
use texts::Texts;

use super::{Field, FormState, Subject, TOKEN};
use crate::{app::App, browser::Browser};

/// A field to type into.
#[derive(Template)]
#[template(path = "form/input.html")]
pub struct Input {
    id: &'static str,
    texts: Texts,
    label: String,
    hint: Option<String>,
    fault: Option<String>,
    value: String,
    kind: &'static str,
    mode: Option<&'static str>,
    autocomplete: &'static str,
    optional: bool,
    lines: Option<u8>,
    is_list: bool,
}

impl Input {
    /// A line of text, with the label of this key.
    pub fn new<F: Field>(state: &FormState<F>, field: F, texts: Texts, label: &str) -> Self {
        Self {
            id: field.name(),
            texts,
            label: texts.get(label),
            hint: None,
            fault: state.fault(field).map(|fault| fault.text(texts)),
            value: state.value(field).to_owned(),
            kind: "text",
            mode: None,
            autocomplete: "off",
            optional: false,
            lines: None,
            is_list: false,
        }
    }

    /// With a hint under the label.
    #[must_use]
    pub fn hint(self, key: &str) -> Self {
        let hint = Some(self.texts.get(key));
        Self { hint, ..self }
    }

    /// For the person's e-mail address.
    #[must_use]
    pub const fn email(mut self) -> Self {
        self.kind = "email";
        self.mode = Some("email");
        self.autocomplete = "email";
        self
    }

    /// On a device that many use: nothing that was typed before is offered.
    #[must_use]
    pub const fn remembering_nothing(mut self) -> Self {
        self.autocomplete = "off";
        self
    }

    /// For digits: the phone shows a number pad. `autocomplete` as HTML knows it: `off`, `one-time-code`.
    #[must_use]
    pub const fn digits(mut self, autocomplete: &'static str) -> Self {
        self.mode = Some("numeric");
        self.autocomplete = autocomplete;
        self
    }

    /// For a date. Browsers show a calendar, and send it as in ISO 8601; those that don't know it leave it to typing.
    #[must_use]
    pub const fn date(mut self) -> Self {
        self.kind = "date";
        self
    }

    /// For a list, a line each, of which so many are seen at once.
    #[must_use]
    pub const fn list(mut self, seen: u8) -> Self {
        self.lines = Some(seen);
        self.is_list = true;
        self
    }

    /// For several lines, of which so many are seen at once.
    #[must_use]
    pub const fn lines(mut self, seen: u8) -> Self {
        self.lines = Some(seen);
        self
    }

    /// May be left empty, and says so.
    #[must_use]
    pub const fn optional(mut self) -> Self {
        self.optional = true;
        self
    }

    /// The ids of what describes the input.
    fn described_by(&self) -> Option<String> {
        described_by(self.id, self.hint.is_some(), self.fault.is_some())
    }
}

/// Boxes to tick, or one of several to choose.
#[derive(Template)]
#[template(path = "form/choices.html")]
pub struct Choices {
    id: &'static str,
    texts: Texts,
    legend: String,
    hint: Option<String>,
    fault: Option<String>,
    kind: &'static str,
    in_tiles: bool,
    sections: Vec<(Option<String>, Vec<Choice>)>,
}

/// One of the choices.
pub struct Choice {
    id: String,
    value: String,
    label: String,
    chosen: bool,
}

impl Choices {
    /// Boxes of which several can be ticked.
    pub fn several<F: Field>(state: &FormState<F>, field: F, texts: Texts, legend: &str) -> Self {
        Self {
            id: field.name(),
            texts,
            legend: texts.get(legend),
            hint: None,
            fault: state.fault(field).map(|fault| fault.text(texts)),
            kind: "checkbox",
            in_tiles: false,
            sections: Vec::new(),
        }
    }

    /// Buttons of which one can be chosen; none is beforehand, but what was chosen before.
    pub fn one<F: Field>(state: &FormState<F>, field: F, texts: Texts, legend: &str) -> Self {
        Self {
            kind: "radio",
            ..Self::several(state, field, texts, legend)
        }
    }

    /// With a hint under the legend.
    #[must_use]
    pub fn hint(self, key: &str) -> Self {
        let hint = Some(self.texts.get(key));
        Self { hint, ..self }
    }

    /// With short choices, three to a section: they stand side by side where there is room.
    #[must_use]
    pub fn in_tiles(self) -> Self {
        Self { in_tiles: true, ..self }
    }

    /// With choices, under a heading of their own if there is one.
    #[must_use]
    pub fn section(mut self, heading: Option<String>, mut choices: Vec<Choice>) -> Self {
        let before: usize = self.sections.iter().map(|(_, choices)| choices.len()).sum();
        for (number, choice) in (before..).zip(&mut choices) {
            // The first input has the field's id, so that the list of faults leads there.
            choice.id = if number == 0 {
                self.id.to_owned()
            } else {
                format!("{}-{number}", self.id)
            };
        }
        if !choices.is_empty() {
            self.sections.push((heading, choices));
        }
        self
    }

    fn described_by(&self) -> Option<String> {
        described_by(self.id, self.hint.is_some(), self.fault.is_some())
    }

    /// Boxes can be said to be wrong, a single one of several buttons can't (WAI-ARIA 1.2).
    fn is_invalid(&self) -> bool {
        self.fault.is_some() && self.kind == "checkbox"
    }
}

impl Choice {
    /// A choice of a field, ticked if it was.
    pub fn new<F: Field>(state: &FormState<F>, field: F, value: impl Into<String>, label: impl Into<String>) -> Self {
        let value = value.into();
        Self {
            id: String::new(),
            chosen: state.has(field, &value),
            value,
            label: label.into(),
        }
    }
}

/// The beginning of a form that acts, with its token.
#[derive(Template)]
#[template(path = "form/opening.html")]
pub struct Opening {
    action: String,
    name: &'static str,
    token: String,
    remembers: bool,
}

impl Opening {
    /// A form that is sent to this page and acts on this subject.
    pub fn new(app: &App, browser: &Browser, to: &Link, subject: &Subject) -> Self {
        Self {
            action: to.path(),
            name: TOKEN,
            token: subject.token(&app.vault, browser),
            remembers: true,
        }
    }

    /// On a device that many use: the browser fills in nothing that was typed or ticked before.
    #[must_use]
    pub const fn remembering_nothing(mut self) -> Self {
        self.remembers = false;
        self
    }

    /// The form of a page that has one.
    pub fn of_page(app: &App, browser: &Browser, page: &Link) -> Self {
        Self::new(app, browser, page, &Subject::page(page))
    }
}

pub(super) fn described_by(id: &str, hint: bool, fault: bool) -> Option<String> {
    let parts = [(hint, "hint"), (fault, "fault")];
    let ids: Vec<String> = parts
        .into_iter()
        .filter(|(there, _)| *there)
        .map(|(_, part)| format!("{id}-{part}"))
        .collect();
    (!ids.is_empty()).then(|| ids.join(" "))
}

// They are templates themselves, and have escaped what was typed.
impl HtmlSafe for Input {}
impl HtmlSafe for Choices {}
impl HtmlSafe for Opening {}
