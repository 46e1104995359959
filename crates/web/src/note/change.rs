//! `/my-note/change`: drop single wishes, say which suit best, add places and times, choose the language.

mod typed;
mod view;

use actix_web::{HttpRequest, HttpResponse, web};
use course::Fault;
use model::{Link, Purpose};

use super::{find_note, get_opened, my_note::lead_back};
use crate::{
    app::App,
    browser::Browser,
    cookie::{CookieName, WithCookie as _},
    fault::WebFault,
    form::{Form, fields},
    page::{show, show_again},
    redirect::see_other,
    routes::{get, post},
    told::{Telling as _, Told},
};

fields! {
    /// Which wishes stay, which of them suit best, what is added, and the button.
    pub enum ChangeField {
        Keep = "keep" many,
        First = "first" many,
        Places = "place" many,
        Times = "time" many,
        Language = "language",
        Save = "save",
    }
}

const SAVE: &str = "save";

/// Where it is served.
pub fn routes(cfg: &mut web::ServiceConfig) {
    let page = web::resource(Link::ChangeNote.route());
    cfg.service(page.route(get().to(form)).route(post().to(change)));
}

async fn form(app: App, browser: Browser, req: HttpRequest) -> Result<HttpResponse, WebFault> {
    let (claim, _) = get_opened(&app, &req, Purpose::MyNote)?;
    match find_note(&app, claim).await? {
        None => Ok(see_other(&Link::Erased)),
        Some(mine) => show(&view::page((&app, &browser), claim, &mine, &typed::as_stored(&mine))),
    }
}

async fn change(app: App, browser: Browser, form: Form<ChangeField>) -> Result<HttpResponse, WebFault> {
    let (claim, _, mut state) = form.of_note(Purpose::MyNote)?;
    let Some(mine) = find_note(&app, claim).await? else {
        return Ok(see_other(&Link::Erased));
    };
    if let Some(change) = typed::change(&mut state) {
        let (now, language) = (app.clock.now(), change.language);
        let changed = app
            .db
            .write(move |tx| course::change(tx, claim.note, &change, now))
            .await;
        match changed {
            Ok(()) => {
                let language = CookieName::Language.set(&app, language.tag().to_owned());
                return Ok(lead_back(&app, claim)?
                    .with_cookie(&language)
                    .telling(&app, Told::NoteChanged));
            }
            Err(Fault::NoSuchPlace) => state.blame(ChangeField::Places, "fault-places-changed"),
            Err(fault) => return Err(fault.into()),
        }
    }
    show_again(&view::page((&app, &browser), claim, &mine, &state))
}
