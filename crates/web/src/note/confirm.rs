//! `/confirm`: «Ja, bekreft» or «Det var ikke meg – slett»; then, for whoever wants, what suits best.

use actix_web::{HttpRequest, HttpResponse, web};
use askama::Template;
use course::Confirmed;
use model::{Link, LinkClaim, NoteId, NoteState, Purpose};

use super::{claim_on, erased, find_note, find_opened, get_opened, opened};
use crate::{
    app::App,
    browser::Browser,
    cookie::WithCookie as _,
    fault::WebFault,
    form::{Buttons, Form, FormState, Opening, Subject, fields},
    page::{Shell, show, show_again},
    redirect::see_other,
    routes::{get, post},
    told::{Telling as _, Told},
};

fields! {
    /// Which button was pressed.
    enum ConfirmField {
        Answer = "answer",
    }
}

const YES: &str = "yes";
const NOT_ME: &str = "not-me";

#[derive(Template)]
#[template(path = "note/confirm.html")]
struct Confirm {
    shell: Shell,
    form: Opening,
    buttons: Buttons,
}

#[derive(Template)]
#[template(path = "note/confirmed.html")]
struct Done {
    shell: Shell,
    /// Whether it was confirmed in this browser, so that the note can be changed right away.
    can_change: bool,
}

/// Where it is served.
pub fn routes(cfg: &mut web::ServiceConfig) {
    let page = web::resource(Link::Confirm.route());
    cfg.service(page.route(get().to(form)).route(post().to(answer)));
}

async fn form(app: App, browser: Browser, req: HttpRequest) -> Result<HttpResponse, WebFault> {
    let (claim, _) = get_opened(&app, &req, Purpose::Confirm)?;
    match find_note(&app, claim).await? {
        None => Ok(see_other(&Link::Erased)),
        Some(mine) if mine.note.standing.state() == NoteState::Unconfirmed => {
            show(&page(&app, &browser, claim, &FormState::empty()))
        }
        Some(_) => show(&Done {
            shell: Shell::new(&browser, "confirmed-title"),
            can_change: find_opened(&app, &req, Purpose::MyNote).is_some_and(|(mine, _)| mine.note == claim.note),
        }),
    }
}

async fn answer(app: App, browser: Browser, form: Form<ConfirmField>) -> Result<HttpResponse, WebFault> {
    let (claim, _, mut state) = form.of_note(Purpose::Confirm)?;
    if find_note(&app, claim).await?.is_none() {
        return Ok(see_other(&Link::Erased));
    }
    match state.value(ConfirmField::Answer) {
        YES => confirm(&app, claim).await,
        NOT_ME => {
            let (chance, now) = (app.chance.clone(), app.clock.now());
            let disown = move |tx: &mut _| course::disown(tx, &chance, claim.note, now);
            let counts = app.db.write(disown).await?;
            erased::lead_to_proof(&app, counts)
        }
        _ => {
            state.blame(ConfirmField::Answer, "fault-button");
            show_again(&page(&app, &browser, claim, &state))
        }
    }
}

async fn confirm(app: &App, claim: LinkClaim) -> Result<HttpResponse, WebFault> {
    let (chance, now) = (app.chance.clone(), app.clock.now());
    let confirmed = app
        .db
        .write(move |tx| course::confirm(tx, &chance, claim.note, now))
        .await?;
    match confirmed {
        Confirmed::Waiting | Confirmed::Already => lead_back(app, claim),
        Confirmed::Full => Ok(lead_back(app, claim)?.telling(app, Told::GroupFull)),
        Confirmed::Joined => lead_to(app, claim.note).await,
        Confirmed::Seated(older) => lead_to(app, older).await,
        Confirmed::Newer(newer) => Ok(lead_to(app, newer).await?.telling(app, Told::NewerNote)),
    }
}

/// Whoever confirms may see and change the note.
fn lead_back(app: &App, claim: LinkClaim) -> Result<HttpResponse, WebFault> {
    let mine = LinkClaim {
        purpose: Purpose::MyNote,
        ..claim
    };
    Ok(see_other(&Link::Confirm)
        .with_cookie(&opened(app, claim, None)?)
        .with_cookie(&opened(app, mine, None)?))
}

/// There is a seat, of the note that was confirmed or of an older one of the same address; or a newer note has been
/// confirmed before. Whoever reads the address's letters is shown that one.
async fn lead_to(app: &App, note: NoteId) -> Result<HttpResponse, WebFault> {
    let Some(found) = app.db.read(move |tx| course::my_note(tx, note)).await? else {
        return Ok(see_other(&Link::Erased));
    };
    let claim = claim_on(&found.note, Purpose::MyNote);
    Ok(see_other(&Link::MyNote).with_cookie(&opened(app, claim, None)?))
}

fn page(app: &App, browser: &Browser, claim: LinkClaim, state: &FormState<ConfirmField>) -> Confirm {
    Confirm {
        shell: Shell::new(browser, "confirm-title").with_faults_of(state),
        form: Opening::new(app, browser, &Link::Confirm, &Subject::Note(claim, None)),
        buttons: Buttons::new(state, ConfirmField::Answer, browser.texts())
            .first(YES, "confirm-yes")
            .other(NOT_ME, "confirm-not-me"),
    }
}
