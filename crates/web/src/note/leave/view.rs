//! How the interest note looks.

use askama::Template;
use course::{CONSENT_VERSION, Choices as Offered};
use model::{Band, Controller, Link, ShortCode, WEEKDAYS, WeekBand};
use store::place::Place;
use texts::Texts;

use super::{NoteField, time_code};
use crate::{
    app::App,
    browser::Browser,
    form::{Choice, Choices, FormState, Input, Opening},
    page::Shell,
};

#[derive(Template)]
#[template(path = "note/leave.html")]
pub struct NotePage {
    shell: Shell,
    form: Opening,
    places: Choices,
    times: Choices,
    email: Input,
    consent: Choices,
}

/// The form, with what was typed and what is wrong with it.
pub fn page(
    app: &App,
    browser: &Browser,
    code: &ShortCode,
    (offered, controller): (&Offered, &Controller),
    state: &FormState<NoteField>,
) -> NotePage {
    let texts = browser.texts();
    NotePage {
        shell: Shell::new(browser, "note-title").with_faults_of(state),
        form: Opening::of_page(app, browser, &Link::Collection(code.clone())),
        places: places(offered, state, texts),
        times: times(state, texts),
        email: Input::new(state, NoteField::Email, texts, "note-email")
            .hint("note-email-hint")
            .email(),
        consent: consent(offered, controller, state, texts),
    }
}

fn places(offered: &Offered, state: &FormState<NoteField>, texts: Texts) -> Choices {
    let choice = |place: &Place| Choice::new(state, NoteField::Places, place.id.to_string(), &place.name);
    let choices = |places: &[Place]| places.iter().map(choice).collect();
    Choices::several(state, NoteField::Places, texts, "note-places")
        .hint("note-several")
        .section(None, choices(&offered.own))
        .section(Some(texts.get("note-neighbours")), choices(&offered.neighbours))
}

fn times(state: &FormState<NoteField>, texts: Texts) -> Choices {
    let several = Choices::several(state, NoteField::Times, texts, "note-times").hint("note-several");
    WEEKDAYS.into_iter().fold(several, |choices, weekday| {
        let choice = |band| {
            let code = time_code(WeekBand { weekday, band });
            Choice::new(state, NoteField::Times, code, texts.band(band))
        };
        choices.section(Some(texts.weekday(weekday)), Band::ALL.map(choice).into())
    })
}

/// What is agreed to, and with whom. A change of these words needs a new [`CONSENT_VERSION`].
fn consent(offered: &Offered, controller: &Controller, state: &FormState<NoteField>, texts: Texts) -> Choices {
    let names: Vec<&str> = offered.region.iter().map(|point| point.name.as_str()).collect();
    let agreed = texts.with(
        "note-consent",
        &[
            ("body", (&controller.responsible_body).into()),
            ("points", in_a_row(&names, texts).into()),
        ],
    );
    let choice = Choice::new(state, NoteField::Consent, CONSENT_VERSION.to_string(), agreed);
    Choices::several(state, NoteField::Consent, texts, "note-consent-title").section(None, vec![choice])
}

/// «A», «A og B», «A, B og C».
fn in_a_row(names: &[&str], texts: Texts) -> String {
    match names {
        [] => String::new(),
        [only] => (*only).to_owned(),
        [others @ .., last] => texts.with(
            "list-and",
            &[("others", others.join(", ").into()), ("last", (*last).into())],
        ),
    }
}
