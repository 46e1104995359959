//! Buttons that send a form, each with the value that says which was pressed.
//!
//! None of them is chosen beforehand, so a program that sends the form without pressing one does nothing
//! (promise S2).

use askama::{Template, filters::HtmlSafe};
use texts::Texts;

use super::{Field, FormState};

/// The buttons of a form.
#[derive(Template)]
#[template(path = "form/buttons.html")]
pub struct Buttons {
    id: &'static str,
    texts: Texts,
    fault: Option<String>,
    all: Vec<Button>,
}

struct Button {
    value: &'static str,
    label: String,
    style: &'static str,
}

impl Buttons {
    /// No button yet.
    pub fn new<F: Field>(state: &FormState<F>, field: F, texts: Texts) -> Self {
        Self {
            id: field.name(),
            texts,
            fault: state.fault(field).map(|fault| fault.text(texts)),
            all: Vec::new(),
        }
    }

    /// With the button that most people press.
    #[must_use]
    pub fn first(self, value: &'static str, label: &str) -> Self {
        self.with(value, label, "")
    }

    /// With another button.
    #[must_use]
    pub fn other(self, value: &'static str, label: &str) -> Self {
        self.with(value, label, "other")
    }

    /// With a button that can't be undone.
    #[must_use]
    pub fn danger(self, value: &'static str, label: &str) -> Self {
        self.with(value, label, "danger")
    }

    fn with(mut self, value: &'static str, label: &str, style: &'static str) -> Self {
        self.all.push(Button {
            value,
            label: self.texts.get(label),
            style,
        });
        self
    }
}

// It is a template itself.
impl HtmlSafe for Buttons {}
