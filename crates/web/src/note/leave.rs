//! The interest note, by three doors: `/i/{code}` of a collection, `/k/{name}` of a contact point and `/s/{slip}` of a
//! paper slip; and `/i/{code}/tablet`, where one after the other leaves a note. Four questions, and nothing else
//! (promise C1).

mod typed;
mod view;
mod way;

use actix_web::{HttpResponse, web};
use course::{Choices as Offered, Fault, NoteDraft, Reach, Receipt};
use model::Link;

use self::way::Way;
use super::{
    may_write,
    received::{Left, Told},
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
};

/// The patterns of its pages.
pub const DOORS: [&str; 4] = Way::PATTERNS;

fields! {
    /// The planned start, and the four questions.
    pub enum NoteField {
        Planned = "planned",
        Places = "place" many,
        Times = "time" many,
        Email = "email",
        Code = "code",
        Consent = "consent",
    }
}

/// The value of a box that is ticked.
const YES: &str = "yes";

/// Where it is served.
pub fn routes(cfg: &mut web::ServiceConfig) {
    for pattern in Way::PATTERNS {
        cfg.service(web::resource(pattern).route(get().to(form)).route(post().to(leave)));
    }
}

async fn form(app: App, browser: Browser, way: Way) -> Result<HttpResponse, WebFault> {
    let offered = offered(&app, &way).await?;
    show(&view::page((&app, &browser), &way, &offered, &FormState::empty()))
}

async fn leave(app: App, browser: Browser, way: Way, form: Form<NoteField>) -> Result<HttpResponse, WebFault> {
    let offered = offered(&app, &way).await?;
    let mut state = form.about(&way.link())?;
    let again = |state: &FormState<_>| show_again(&view::page((&app, &browser), &way, &offered, state));
    let Some(draft) = typed::draft(&mut state, &offered, browser.language) else {
        return again(&state);
    };
    app.limits.note_at(&way.link())?;
    match submit(&app, &way, draft).await {
        Ok(receipt) => {
            let left = left(&browser, &way, &offered, receipt);
            Ok(see_other(&Link::NoteReceived).with_cookie(&left.cookie(&app)?))
        }
        Err(Fault::NoSuchPlace | Fault::NoWish) => {
            state.blame(NoteField::Places, "fault-places-changed");
            again(&state)
        }
        Err(fault) => Err(fault.into()),
    }
}

async fn offered(app: &App, way: &Way) -> Result<Offered, WebFault> {
    let (vault, door, today) = (app.vault.clone(), way.door.clone(), app.clock.today());
    let offered = app.db.read(move |tx| course::choices(tx, &vault, &door, today));
    Ok(offered.await?)
}

async fn submit(app: &App, way: &Way, draft: NoteDraft) -> Result<Receipt, Fault> {
    let may_write = match &draft.reach {
        Reach::Email(email) => may_write(app, email),
        Reach::Code => true,
    };
    let (vault, chance, now, door) = (app.vault.clone(), app.chance.clone(), app.clock.now(), way.door.clone());
    let submitted = app
        .db
        .write(move |tx| course::submit(tx, (&vault, &chance), (&door, &draft), may_write, now));
    submitted.await
}

/// What the next page tells: on a tablet, nothing of what has an address to go to.
fn left(browser: &Browser, way: &Way, offered: &Offered, receipt: Receipt) -> Left {
    let tablet = way.tablet().cloned();
    let to_tell = tablet.is_none() || receipt.code.is_some();
    let controller = offered.contact_point.controller.as_ref();
    Left {
        tablet,
        told: to_tell.then(|| Told {
            language: browser.language,
            words: receipt.words,
            code: receipt.code,
            phone: controller.map_or_else(String::new, |controller| controller.phone.clone()),
        }),
    }
}
