//! `/my-note`: what I chose, how it stands, what would help, and the way out.

mod choices;
mod status;
mod view;

use actix_web::{HttpRequest, HttpResponse, web};
use course::MyNote;
use model::{Link, LinkClaim, Purpose};

use super::{
    claim_on,
    erased::{EVERYTHING, erase},
    find_note, get_opened, opened,
};
use crate::{
    app::App,
    browser::Browser,
    cookie::WithCookie as _,
    fault::WebFault,
    form::{Form, FormState, fields},
    page::{show, show_again},
    redirect::see_other,
    routes::{get, post},
    told::{Telling as _, Told},
};

fields! {
    /// Which button was pressed.
    pub enum MyNoteField {
        GoOn = "go-on",
        Erase = "erase",
    }
}

const YES: &str = "yes";

/// Where it is served.
pub fn routes(cfg: &mut web::ServiceConfig) {
    let page = web::resource(Link::MyNote.route());
    cfg.service(page.route(get().to(mine)).route(post().to(act)));
}

async fn mine(app: App, browser: Browser, req: HttpRequest) -> Result<HttpResponse, WebFault> {
    let (claim, _) = get_opened(&app, &req, Purpose::MyNote)?;
    let Some(mine) = find_note(&app, claim).await? else {
        return Ok(see_other(&Link::Erased));
    };
    let page = show(&view::page(&app, &browser, claim, &mine, &FormState::empty()))?;
    with_answer(&app, page, &mine)
}

/// Whoever may erase the note may answer for it: the page has a link there.
fn with_answer(app: &App, page: HttpResponse, mine: &MyNote) -> Result<HttpResponse, WebFault> {
    let Some(seat) = &mine.seat else {
        return Ok(page);
    };
    let claim = claim_on(&mine.note, Purpose::Answer);
    Ok(page.with_cookie(&opened(app, claim, Some(seat.group.id))?))
}

async fn act(app: App, browser: Browser, form: Form<MyNoteField>) -> Result<HttpResponse, WebFault> {
    let (claim, _, mut state) = form.of_note(Purpose::MyNote)?;
    let Some(mine) = find_note(&app, claim).await? else {
        return Ok(see_other(&Link::Erased));
    };
    if state.has(MyNoteField::Erase, EVERYTHING) {
        return erase(&app, claim.note).await;
    }
    if state.has(MyNoteField::GoOn, YES) {
        let now = app.clock.now();
        app.db.write(move |tx| course::resume(tx, claim.note, now)).await?;
        return Ok(lead_back(&app, claim)?.telling(&app, Told::Resumed));
    }
    state.blame(MyNoteField::Erase, "fault-button");
    show_again(&view::page(&app, &browser, claim, &mine, &state))
}

/// Shows what came of it: of this form's note, whichever link was followed last.
pub fn lead_back(app: &App, claim: LinkClaim) -> Result<HttpResponse, WebFault> {
    Ok(see_other(&Link::MyNote).with_cookie(&opened(app, claim, None)?))
}
