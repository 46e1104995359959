//! `/received`: what happens after a note was left. The same for known and unknown addresses (promise S7).
//!
//! On a tablet it tells nothing but a code, until that is written down; then the next person begins.

mod left;

use actix_web::{
    HttpRequest, HttpResponse,
    http::header::{self, HeaderValue},
    web,
};
use askama::Template;
use model::{Link, Purpose};

pub use self::left::{Left, Told};
use crate::{
    app::App,
    browser::Browser,
    cookie::{CookieName, WithCookie as _},
    fault::WebFault,
    form::{Buttons, Form, FormState, Opening, fields},
    page::{Shell, show, show_again},
    redirect::see_other,
    routes::{get, post},
};

fields! {
    /// Which button was pressed on the tablet.
    enum TabletField {
        Do = "do",
    }
}

const NEXT: &str = "next";
const WRITTEN_DOWN: &str = "written-down";

#[derive(Template)]
#[template(path = "note/received.html")]
struct Received {
    shell: Shell,
    told: ToldHere,
}

/// What the page says to whoever sits at their own device.
enum ToldHere {
    /// Look for the letter, which carries these words.
    Letter(String),
    /// Keep the code.
    Code(CodeCard),
    /// Nothing any more: it was too long ago.
    Over,
}

/// A receipt code, and what to do with it.
struct CodeCard {
    code: String,
    look: String,
    address: String,
}

#[derive(Template)]
#[template(path = "note/tablet.html")]
struct Tablet {
    shell: Shell,
    code: Option<CodeCard>,
    form: Opening,
    buttons: Buttons,
}

/// Where it is served.
pub fn routes(cfg: &mut web::ServiceConfig) {
    let page = web::resource(Link::NoteReceived.route());
    cfg.service(page.route(get().to(received)).route(post().to(hand_on)));
}

async fn received(app: App, browser: Browser, req: HttpRequest) -> Result<HttpResponse, WebFault> {
    match Left::find(&app, &req) {
        Some(left) if left.tablet.is_some() => show(&tablet((&app, &browser), &left, &FormState::empty())),
        left => show(&Received {
            shell: Shell::new(&browser, "received-title"),
            told: told_here(&app, &browser, left.and_then(|left| left.told)),
        }),
    }
}

/// «Jeg har skrevet ned koden» and «Neste person».
async fn hand_on(
    app: App,
    browser: Browser,
    req: HttpRequest,
    form: Form<TabletField>,
) -> Result<HttpResponse, WebFault> {
    let mut state = form.about(&Link::NoteReceived)?;
    let left = Left::find(&app, &req).unwrap_or_default();
    let Some(code) = left.tablet.clone() else {
        return Ok(see_other(&Link::Home));
    };
    match state.value(TabletField::Do) {
        NEXT => Ok(forget_person(&app, see_other(&Link::Tablet(code)))),
        WRITTEN_DOWN => {
            let nothing = Left { told: None, ..left };
            Ok(see_other(&Link::NoteReceived).with_cookie(&nothing.cookie(&app)?))
        }
        _ => {
            state.blame(TabletField::Do, "fault-button");
            show_again(&tablet((&app, &browser), &left, &state))
        }
    }
}

/// Nothing of one person is left in the browser for the next one, not even their language, or pages to go back to.
fn forget_person(app: &App, mut leading: HttpResponse) -> HttpResponse {
    let kept_pages = HeaderValue::from_static("\"cache\"");
    leading.headers_mut().insert(header::CLEAR_SITE_DATA, kept_pages);
    let names = [
        CookieName::Receipt,
        CookieName::Erased,
        CookieName::Told,
        CookieName::Language,
    ];
    let of_notes = Purpose::ALL.map(CookieName::Note);
    names
        .into_iter()
        .chain(of_notes)
        .fold(leading, |leading, name| leading.with_cookie(&name.forget(app)))
}

fn told_here(app: &App, browser: &Browser, told: Option<Told>) -> ToldHere {
    match told {
        None => ToldHere::Over,
        Some(told) if told.code.is_some() => code_card(app, browser, &told).map_or(ToldHere::Over, ToldHere::Code),
        Some(told) => ToldHere::Letter(told.recognition()),
    }
}

fn tablet((app, browser): (&App, &Browser), left: &Left, state: &FormState<TabletField>) -> Tablet {
    let code = left.told.as_ref().and_then(|told| code_card(app, browser, told));
    let buttons = Buttons::new(state, TabletField::Do, browser.texts());
    let title = if code.is_some() {
        "tablet-code-title"
    } else {
        "tablet-title"
    };
    Tablet {
        shell: Shell::new(browser, title).with_faults_of(state),
        form: Opening::of_page(app, browser, &Link::NoteReceived),
        buttons: match code {
            Some(_) => buttons.first(WRITTEN_DOWN, "tablet-written-down"),
            None => buttons.first(NEXT, "tablet-next"),
        },
        code,
    }
}

fn code_card(app: &App, browser: &Browser, told: &Told) -> Option<CodeCard> {
    let code = told.code.as_ref()?.to_string();
    let phone = told.phone.as_str().into();
    let address = app.absolute(&Link::LookUp);
    Some(CodeCard {
        code,
        look: browser.texts().with("received-code-look", &[("phone", phone)]),
        address: address.split_once("://").map_or("", |(_, shown)| shown).to_owned(),
    })
}
