//! A field for several lines of text.

use askama::{Template, filters::HtmlSafe};
use texts::Texts;

use super::{Field, FormState, component::described_by};

/// A field for several lines, such as those of a list.
#[derive(Template)]
#[template(path = "form/area.html")]
pub struct Area {
    id: &'static str,
    texts: Texts,
    label: String,
    hint: String,
    fault: Option<String>,
    value: String,
    rows: u8,
}

impl Area {
    /// So many lines high, with what was typed, and the label and the hint of these keys.
    pub fn new<F: Field>(state: &FormState<F>, field: F, texts: Texts, (label, hint): (&str, &str), rows: u8) -> Self {
        Self {
            id: field.name(),
            texts,
            label: texts.get(label),
            hint: texts.get(hint),
            fault: state.fault(field).map(|fault| fault.text(texts)),
            value: state.value(field).to_owned(),
            rows,
        }
    }

    /// The ids of what describes the field.
    fn described_by(&self) -> Option<String> {
        described_by(self.id, true, self.fault.is_some())
    }
}

// It is a template itself, and has escaped what was typed.
impl HtmlSafe for Area {}
