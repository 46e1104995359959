//! `/code`: whoever has a receipt code sees the note, and confirms it by looking for the first time (promise C13).
//! The code of a paper slip leads to its form.

use actix_web::{HttpResponse, web};
use askama::Template;
use course::{Confirmed, Door, Fault};
use model::{Link, Purpose, ReceiptCode};
use store::note::Note;

use super::{claim_on, opened};
use crate::{
    app::App,
    browser::Browser,
    cookie::WithCookie as _,
    fault::WebFault,
    form::{Form, FormState, Input, Opening, fields},
    limit::Peer,
    page::{Shell, show, show_again},
    redirect::see_other,
    routes::{get, post},
    told::{Telling as _, Told},
};

fields! {
    /// The code.
    enum LookUpField {
        Code = "code",
    }
}

#[derive(Template)]
#[template(path = "note/look_up.html")]
struct LookUp {
    shell: Shell,
    form: Opening,
    code: Input,
}

/// Where it is served.
pub fn routes(cfg: &mut web::ServiceConfig) {
    let page = web::resource(Link::LookUp.route());
    cfg.service(page.route(get().to(form)).route(post().to(look)));
}

async fn form(app: App, browser: Browser) -> Result<HttpResponse, WebFault> {
    show(&page(&app, &browser, &FormState::empty()))
}

async fn look(app: App, browser: Browser, peer: Peer, form: Form<LookUpField>) -> Result<HttpResponse, WebFault> {
    let mut state = form.about(&Link::LookUp)?;
    let typed = state.read(LookUpField::Code, |raw| {
        raw.parse::<ReceiptCode>().map_err(|_| "fault-receipt-code")
    });
    let Some(code) = typed else {
        return show_again(&page(&app, &browser, &state));
    };
    app.limits.look_up(&peer)?;
    if let Some((note, confirmed)) = look_up(&app, &code).await? {
        return lead_to_note(&app, &note, confirmed);
    }
    if is_slip(&app, &code).await? {
        return Ok(see_other(&Link::Slip(code.expose().to_owned())));
    }
    state.blame(LookUpField::Code, "fault-receipt-code-unknown");
    show_again(&page(&app, &browser, &state))
}

async fn look_up(app: &App, code: &ReceiptCode) -> Result<Option<(Note, Confirmed)>, Fault> {
    let (vault, chance, now, code) = (app.vault.clone(), app.chance.clone(), app.clock.now(), code.clone());
    let found = app
        .db
        .write(move |tx| course::look_up(tx, (&vault, &chance), &code, now));
    found.await
}

fn lead_to_note(app: &App, note: &Note, confirmed: Confirmed) -> Result<HttpResponse, WebFault> {
    let leading = see_other(&Link::MyNote).with_cookie(&opened(app, claim_on(note, Purpose::MyNote), None)?);
    Ok(match confirmed {
        Confirmed::Waiting | Confirmed::Joined => leading.telling(app, Told::CodeConfirmed),
        Confirmed::Full => leading.telling(app, Told::GroupFull),
        Confirmed::Already | Confirmed::Seated(_) | Confirmed::Newer(_) => leading,
    })
}

async fn is_slip(app: &App, code: &ReceiptCode) -> Result<bool, WebFault> {
    let (vault, today, door) = (app.vault.clone(), app.clock.today(), Door::Slip(code.clone()));
    let found = app.db.read(move |tx| course::choices(tx, &vault, &door, today)).await;
    match found {
        Ok(_) | Err(Fault::CollectionClosed | Fault::CollectionFull | Fault::NoController) => Ok(true),
        Err(Fault::SlipUsed) => Ok(false),
        Err(fault) => Err(fault.into()),
    }
}

fn page(app: &App, browser: &Browser, state: &FormState<LookUpField>) -> LookUp {
    let code = Input::new(state, LookUpField::Code, browser.texts(), "look-up-code");
    LookUp {
        shell: Shell::new(browser, "look-up-title").with_faults_of(state),
        form: Opening::of_page(app, browser, &Link::LookUp).remembering_nothing(),
        code: code.hint("look-up-code-hint"),
    }
}
