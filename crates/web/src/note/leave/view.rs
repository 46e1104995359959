//! How the interest note looks.

use askama::Template;
use course::{CONSENT_VERSION, Choices as Offered, Planned};
use model::Link;
use texts::Texts;

use super::{NoteField, Way, YES};
use crate::{
    app::App,
    browser::Browser,
    form::{Choice, Choices, FormState, Input, Opening},
    note::{
        meeting::where_it_is,
        wanted::{with_places, with_times},
    },
    page::Shell,
};

#[derive(Template)]
#[template(path = "note/leave.html")]
pub struct NotePage {
    shell: Shell,
    form: Opening,
    planned: Option<(Choices, Option<String>)>,
    places: Choices,
    times: Choices,
    email: Input,
    code: Choices,
    consent: Choices,
    /// On a tablet: where to begin anew.
    anew: Option<Link>,
}

/// The form, with what was typed and what is wrong with it.
pub fn page((app, browser): (&App, &Browser), way: &Way, offered: &Offered, state: &FormState<NoteField>) -> NotePage {
    let texts = browser.texts();
    let form = Opening::of_page(app, browser, &way.link());
    let email = Input::new(state, NoteField::Email, texts, "note-email")
        .hint("note-email-hint")
        .email();
    let is_tablet = way.tablet().is_some();
    NotePage {
        shell: Shell::new(browser, "note-title").with_faults_of(state),
        form: if is_tablet { form.remembering_nothing() } else { form },
        planned: offered.planned.as_ref().map(|planned| start(planned, state, texts)),
        places: places(offered, state, texts),
        times: times(state, texts),
        email: if is_tablet { email.remembering_nothing() } else { email },
        code: code(state, texts),
        consent: consent(offered, state, texts),
        anew: is_tablet.then(|| way.link()),
    }
}

/// The start whose date is fixed, and who starts it.
fn start(planned: &Planned, state: &FormState<NoteField>, texts: Texts) -> (Choices, Option<String>) {
    let group = &planned.group;
    let when = texts.date_time(group.calendar.first_meeting, group.cell.time.starts_at);
    let place = where_it_is(group);
    let yes = texts.with("note-planned-yes", &[("when", when.into()), ("place", place.into())]);
    let choices = Choices::several(state, NoteField::Planned, texts, "note-planned")
        .section(None, vec![Choice::new(state, NoteField::Planned, YES, yes)]);
    let by = planned.igangsetter.as_ref();
    (
        choices,
        by.map(|name| texts.with("note-planned-by", &[("name", name.into())])),
    )
}

fn places(offered: &Offered, state: &FormState<NoteField>, texts: Texts) -> Choices {
    let question = Choices::several(state, NoteField::Places, texts, "note-places").hint("note-several");
    let places = (&*offered.own, &*offered.neighbours);
    with_places(question, (NoteField::Places, state), places, texts)
}

fn times(state: &FormState<NoteField>, texts: Texts) -> Choices {
    let question = Choices::several(state, NoteField::Times, texts, "note-times").hint("note-several");
    with_times(question, (NoteField::Times, state), &[], texts)
}

fn code(state: &FormState<NoteField>, texts: Texts) -> Choices {
    let choice = Choice::new(state, NoteField::Code, YES, texts.get("note-code"));
    Choices::several(state, NoteField::Code, texts, "note-no-email")
        .hint("note-code-hint")
        .section(None, vec![choice])
}

/// What is agreed to, and with whom. A change of these words needs a new [`CONSENT_VERSION`].
fn consent(offered: &Offered, state: &FormState<NoteField>, texts: Texts) -> Choices {
    let names: Vec<&str> = offered.region.iter().map(|point| point.name.as_str()).collect();
    let controller = offered.contact_point.controller.as_ref();
    // Without a controller no door opens.
    let body = controller.map_or("", |controller| &controller.responsible_body);
    let agreed = texts.with(
        "note-consent",
        &[("body", body.into()), ("points", in_a_row(&names, texts).into())],
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
