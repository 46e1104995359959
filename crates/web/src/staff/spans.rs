//! Spans of days on which doors are shut, or somebody is away: each with a button that drops it, and a form for more.

use askama::{Template, filters::HtmlSafe};
use chrono::NaiveDate;
use model::DaysOff;
use texts::Texts;

use super::typed;
use crate::form::{Field, FormState, Input};

/// The spans that there are.
#[derive(Template)]
#[template(path = "staff/spans.html")]
pub struct Spans {
    texts: Texts,
    spans: Vec<Shown>,
}

struct Shown {
    value: String,
    days: String,
}

impl Spans {
    /// The list of these.
    pub fn new(texts: Texts, spans: &[DaysOff]) -> Self {
        let shown = |span: &DaysOff| Shown {
            value: format!("{} {}", span.first(), span.last()),
            days: named(texts, *span),
        };
        Self {
            texts,
            spans: spans.iter().map(shown).collect(),
        }
    }
}

/// The inputs for another one.
#[derive(Template)]
#[template(path = "staff/span-form.html")]
pub struct SpanForm {
    first: Input,
    last: Input,
}

impl SpanForm {
    /// The inputs, with what was typed.
    pub fn new<F: Field>(state: &FormState<F>, (first, last): (F, F), texts: Texts) -> Self {
        Self {
            first: Input::new(state, first, texts, "spans-first").date(),
            last: Input::new(state, last, texts, "spans-last")
                .hint("spans-last-hint")
                .date()
                .optional(),
        }
    }
}

// They are templates themselves.
impl HtmlSafe for Spans {}
impl HtmlSafe for SpanForm {}

/// Reads another span; without a last day it is one day.
pub fn read<F: Field>(state: &mut FormState<F>, (first, last): (F, F), today: NaiveDate) -> Option<DaysOff> {
    let first = state.read(first, |raw| typed::date(raw, today));
    let until = state.read(last, |raw| typed::optional_date(raw, today));
    let (first, until) = (first?, until?);
    let span = DaysOff::new(first, until.unwrap_or(first));
    if span.is_none() {
        state.blame(last, "fault-until-early");
    }
    span
}

/// The span whose button was pressed, if one was.
pub fn dropped<F: Field>(state: &FormState<F>, field: F) -> Option<DaysOff> {
    let (first, last) = state.value(field).split_once(' ')?;
    DaysOff::new(first.parse().ok()?, last.parse().ok()?)
}

fn named(texts: Texts, span: DaysOff) -> String {
    if span.first() == span.last() {
        return texts.date(span.first());
    }
    let days = [
        ("first", texts.date(span.first()).into()),
        ("last", texts.date(span.last()).into()),
    ];
    texts.with("spans-days", &days)
}
