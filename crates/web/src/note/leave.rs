//! `/i/{code}`: the interest note of a collection. Four questions, and nothing else (promise C1).

mod view;

use actix_web::{HttpResponse, web};
use course::{CONSENT_VERSION, Choices as Offered, Fault, NoteDraft, Receipt};
use model::{Band, Controller, EmailAddress, Link, ShortCode, WeekBand, weekday_code, weekday_from_code};

use super::received;
use crate::{
    app::App,
    browser::Browser,
    cookie::WithCookie as _,
    fault::WebFault,
    form::{Form, FormState, fields},
    page::{show, show_again},
    redirect::see_other,
    routes::{get, post},
};

fields! {
    /// The four questions.
    pub enum NoteField {
        Places = "place" many,
        Times = "time" many,
        Email = "email",
        Consent = "consent",
    }
}

/// Where it is served.
pub fn routes(cfg: &mut web::ServiceConfig) {
    let page = web::resource("/i/{code}");
    cfg.service(page.route(get().to(form)).route(post().to(leave)));
}

async fn form(app: App, browser: Browser, code: web::Path<String>) -> Result<HttpResponse, WebFault> {
    let (code, offered, controller) = find_open(&app, &code).await?;
    show(&view::page(
        &app,
        &browser,
        &code,
        (&offered, &controller),
        &FormState::empty(),
    ))
}

async fn leave(
    app: App,
    browser: Browser,
    code: web::Path<String>,
    form: Form<NoteField>,
) -> Result<HttpResponse, WebFault> {
    let (code, offered, controller) = find_open(&app, &code).await?;
    let mut state = form.about(&Link::Collection(code.clone()))?;
    let again = |state: &FormState<_>| show_again(&view::page(&app, &browser, &code, (&offered, &controller), state));
    let Some(draft) = parse(&mut state, &browser) else {
        return again(&state);
    };
    app.limits.note_at(&code)?;
    match submit(&app, code.clone(), draft).await {
        Ok(receipt) => {
            Ok(see_other(&Link::NoteReceived).with_cookie(&received::cookie(&app, browser.language, receipt)?))
        }
        Err(Fault::NoSuchPlace) => {
            state.blame(NoteField::Places, "fault-places-changed");
            again(&state)
        }
        Err(fault) => Err(fault.into()),
    }
}

/// Leaves the note. An address that has had its letters today gets no more, and nobody is told (promise S8).
async fn submit(app: &App, code: ShortCode, draft: NoteDraft) -> Result<Receipt, Fault> {
    let (vault, chance, now) = (app.vault.clone(), app.chance.clone(), app.clock.now());
    let submit = if app.limits.letters_to(&vault.index(&draft.email)) {
        course::submit
    } else {
        course::submit_silently
    };
    app.db
        .write(move |tx| submit(tx, (&vault, &chance), &code, &draft, now))
        .await
}

/// What an open collection offers. Without somebody who answers for the data, none is open.
async fn find_open(app: &App, code: &str) -> Result<(ShortCode, Offered, Controller), WebFault> {
    let code: ShortCode = code.parse().map_err(|_| Fault::NoSuchCollection)?;
    let (wanted, today) = (code.clone(), app.clock.today());
    let offered = app.db.read(move |tx| course::choices(tx, &wanted, today)).await?;
    let controller = app.controller.clone().ok_or(Fault::CollectionClosed)?;
    Ok((code, offered, controller))
}

fn parse(state: &mut FormState<NoteField>, browser: &Browser) -> Option<NoteDraft> {
    let places = state.read_each(NoteField::Places, "fault-places", |raw| raw.parse().ok());
    let times = state.read_each(NoteField::Times, "fault-times", time_from_code);
    let email = state.read(NoteField::Email, EmailAddress::parse);
    if !state.has(NoteField::Consent, &CONSENT_VERSION.to_string()) {
        state.blame(NoteField::Consent, "fault-consent");
        return None;
    }
    Some(NoteDraft {
        places: places?,
        times: times?,
        email: email?,
        language: browser.language,
    })
}

/// A weekday and a band, as the form has them: `tue-evening`.
fn time_code(time: WeekBand) -> String {
    format!("{}-{}", weekday_code(time.weekday), time.band.code())
}

fn time_from_code(code: &str) -> Option<WeekBand> {
    let (day, band) = code.split_once('-')?;
    Some(WeekBand {
        weekday: weekday_from_code(day)?,
        band: Band::from_code(band)?,
    })
}
