//! How a collection begins: with a place and a date that are planned, or with names first.

use groups::StartOption;
use model::weekday_code;
use texts::Texts;

use crate::form::{Choice, Choices, FormState};

use super::course::OpenField;

/// Names first: a round finds place and time.
const COLLECT: &str = "collect";

/// What was chosen.
pub enum Start {
    /// A place and a date.
    Planned(StartOption),
    /// Names first.
    Collect,
}

/// The choices: the planned starts first, since the field recommends them.
pub fn choices(state: &FormState<OpenField>, options: &[StartOption], texts: Texts) -> Choices {
    let choice = |option: &StartOption| Choice::new(state, OpenField::Start, key(option), named(texts, option));
    let collect = Choice::new(state, OpenField::Start, COLLECT, texts.get("course-collect"));
    let heading = |key| Some(texts.get(key));
    Choices::one(state, OpenField::Start, texts, "course-start")
        .hint("course-start-hint")
        .section(heading("course-planned"), options.iter().map(choice).collect())
        .section(heading("course-unplanned"), vec![collect])
}

/// Reads the choice. Where there is nothing to plan with, names come first.
pub fn read(state: &mut FormState<OpenField>, options: &[StartOption]) -> Option<Start> {
    if options.is_empty() && state.value(OpenField::Start).is_empty() {
        return Some(Start::Collect);
    }
    state.read(OpenField::Start, |raw| {
        if raw == COLLECT {
            return Ok(Start::Collect);
        }
        let chosen = options.iter().find(|option| key(option) == raw);
        chosen.cloned().map(Start::Planned).ok_or(if raw.is_empty() {
            "fault-choose"
        } else {
            "course-start-changed"
        })
    })
}

/// What stands for a planned start in the form.
fn key(option: &StartOption) -> String {
    format!(
        "{} {} {} {} {}",
        option.room,
        weekday_code(option.cell.time.weekday),
        option.cell.time.starts_at,
        option.igangsetter,
        option.date
    )
}

fn named(texts: Texts, option: &StartOption) -> String {
    let parts = [
        ("when", texts.date_time(option.date, option.cell.time.starts_at).into()),
        ("place", (&option.place_name).into()),
        ("room", (&option.room_name).into()),
        ("name", (&option.igangsetter_name).into()),
    ];
    texts.with("course-option", &parts)
}
