//! `/set-up/{token}` and `/set-up`: the first region, contact point and coordinator, by the link on the console.

use actix_web::{HttpRequest, HttpResponse, http::StatusCode, web};
use askama::Template;
use contact_point::{Fault, FirstSetUp};
use model::{EmailAddress, Link, SetUpId};

use super::sign_in;
use crate::{
    app::App,
    browser::Browser,
    cookie::{CookieName, WithCookie as _},
    fault::WebFault,
    form::{Form, FormState, Input, Opening, fields},
    page::{Shell, render, show, show_again},
    redirect::see_other,
    routes::{get, post},
    told::{Telling as _, Told},
};

/// For how many minutes the form stays open: as long as its link.
const MINUTES: u16 = 30;

fields! {
    /// What the first coordinator tells.
    enum SetUpField {
        Region = "region",
        ContactPoint = "contact-point",
        Name = "name",
        Email = "email",
    }
}

#[derive(Template)]
#[template(path = "staff/set-up.html")]
struct SetUp {
    shell: Shell,
    form: Opening,
    region: Input,
    contact_point: Input,
    name: Input,
    email: Input,
}

#[derive(Template)]
#[template(path = "staff/set-up-used.html")]
struct Used {
    shell: Shell,
}

/// Where it is served.
pub fn routes(cfg: &mut web::ServiceConfig) {
    let page = web::resource(Link::SetUp.route());
    cfg.service(web::resource(Link::SetUpToken(String::new()).route()).route(get().to(open)))
        .service(page.route(get().to(form)).route(post().to(set_up)));
}

async fn open(app: App, browser: Browser, token: web::Path<String>) -> Result<HttpResponse, WebFault> {
    let id = app.vault.read_set_up(&token).map_err(|_| WebFault::NoSuchLink)?;
    if !is_open(&app, id).await? {
        return used(&app, &browser);
    }
    Ok(see_other(&Link::SetUp).with_cookie(&CookieName::SetUp.seal(&app, id.blob(), MINUTES)?))
}

async fn form(app: App, browser: Browser, req: HttpRequest) -> Result<HttpResponse, WebFault> {
    match opened(&app, &req) {
        Some(id) if is_open(&app, id).await? => show(&page(&app, &browser, &FormState::empty())),
        _ => used(&app, &browser),
    }
}

async fn set_up(
    app: App,
    browser: Browser,
    req: HttpRequest,
    form: Form<SetUpField>,
) -> Result<HttpResponse, WebFault> {
    let mut state = form.about(&Link::SetUp)?;
    let Some(id) = opened(&app, &req) else {
        return used(&app, &browser);
    };
    let Some(first) = read(&mut state) else {
        return show_again(&page(&app, &browser, &state));
    };
    let (vault, chance, now) = (app.vault.clone(), app.chance.clone(), app.clock.now());
    let same = browser.id.clone();
    let address = vault.index(&first.email);
    let made = app.db.write(move |tx| {
        contact_point::set_up(tx, (&vault, &chance), id, &first, now)?;
        contact_point::ask_for_code(tx, (&vault, &chance), &first.email, &same, now)
    });
    match made.await {
        Ok(code) => Ok(see_other(&Link::SignInCode)
            .with_cookie(&sign_in::asked(&app, code, &address)?)
            .with_cookie(&CookieName::SetUp.forget(&app))
            .telling(&app, Told::SetUp)),
        Err(Fault::LinkUsed) => used(&app, &browser),
        Err(fault) => Err(fault.into()),
    }
}

fn read(state: &mut FormState<SetUpField>) -> Option<FirstSetUp> {
    let region = state.read_name(SetUpField::Region, "set-up-region");
    let contact_point = state.read_name(SetUpField::ContactPoint, "set-up-contact-point");
    let name = state.read_name(SetUpField::Name, "set-up-name");
    let email = state.read(SetUpField::Email, EmailAddress::parse);
    Some(FirstSetUp {
        region: region?,
        contact_point: contact_point?,
        name: name?,
        email: email?,
    })
}

async fn is_open(app: &App, id: SetUpId) -> Result<bool, WebFault> {
    let now = app.clock.now();
    Ok(app
        .db
        .read(move |tx| contact_point::is_set_up_open(tx, id, now))
        .await?)
}

/// The link that this browser opened.
fn opened(app: &App, req: &HttpRequest) -> Option<SetUpId> {
    let id = CookieName::SetUp.open(app, req)?;
    Some(SetUpId::from_bytes(id.try_into().ok()?))
}

/// The link has been used, or its time is over; either way there is a way on.
fn used(app: &App, browser: &Browser) -> Result<HttpResponse, WebFault> {
    let page = Used {
        shell: Shell::new(browser, "set-up-used-title").for_staff(),
    };
    Ok(render(StatusCode::GONE, &page)?.with_cookie(&CookieName::SetUp.forget(app)))
}

fn page(app: &App, browser: &Browser, state: &FormState<SetUpField>) -> SetUp {
    let input = |field, label| Input::new(state, field, browser.texts(), label);
    SetUp {
        shell: Shell::new(browser, "set-up-title").for_staff().with_faults_of(state),
        form: Opening::of_page(app, browser, &Link::SetUp),
        region: input(SetUpField::Region, "set-up-region").hint("set-up-region-hint"),
        contact_point: input(SetUpField::ContactPoint, "set-up-contact-point").hint("set-up-contact-point-hint"),
        name: input(SetUpField::Name, "set-up-name").hint("set-up-name-hint"),
        email: input(SetUpField::Email, "set-up-email")
            .hint("set-up-email-hint")
            .email(),
    }
}
