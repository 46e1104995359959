//! `/find`: asks for a new link. The answer is the same for known and unknown addresses (promise S7).

use actix_web::{HttpResponse, web};
use askama::Template;
use model::{EmailAddress, Link};

use super::may_write;
use crate::{
    app::App,
    browser::Browser,
    fault::WebFault,
    form::{Form, FormState, Input, Opening, fields},
    page::{Shell, show, show_again},
    redirect::see_other,
    routes::{get, post},
    told::{Telling as _, Told},
};

fields! {
    /// The address.
    enum FindField {
        Email = "email",
    }
}

#[derive(Template)]
#[template(path = "note/find.html")]
struct Find {
    shell: Shell,
    form: Opening,
    email: Input,
}

/// Where it is served.
pub fn routes(cfg: &mut web::ServiceConfig) {
    let page = web::resource(Link::FindNote.route());
    cfg.service(page.route(get().to(form)).route(post().to(find)));
}

async fn form(app: App, browser: Browser) -> Result<HttpResponse, WebFault> {
    show(&page(&app, &browser, &FormState::empty()))
}

async fn find(app: App, browser: Browser, form: Form<FindField>) -> Result<HttpResponse, WebFault> {
    let mut state = form.about(&Link::FindNote)?;
    let Some(email) = state.read(FindField::Email, EmailAddress::parse) else {
        return show_again(&page(&app, &browser, &state));
    };
    let may_write = may_write(&app, &email);
    let (vault, chance, now) = (app.vault.clone(), app.chance.clone(), app.clock.now());
    app.db
        .write(move |tx| course::find_note(tx, (&vault, &chance), &email, may_write, now))
        .await?;
    Ok(see_other(&Link::FindNote).telling(&app, Told::LinkSent))
}

fn page(app: &App, browser: &Browser, state: &FormState<FindField>) -> Find {
    let email = Input::new(state, FindField::Email, browser.texts(), "note-email");
    Find {
        shell: Shell::new(browser, "find-title").with_faults_of(state),
        form: Opening::of_page(app, browser, &Link::FindNote),
        email: email.email(),
    }
}
