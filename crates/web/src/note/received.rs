//! `/received`: what happens after a note was left. The same for known and unknown addresses (promise S7).

use actix_web::{HttpRequest, HttpResponse, cookie::Cookie, web};
use askama::Template;
use course::Receipt;
use model::{Language, Link, RecognitionWords};
use texts::Texts;

use crate::{
    app::App,
    browser::Browser,
    cookie::CookieName,
    fault::WebFault,
    page::{Shell, show},
    routes::get,
};

/// Long enough to write the words down.
const MINUTES: u16 = 30;

#[derive(Template)]
#[template(path = "note/received.html")]
struct Received {
    shell: Shell,
    words: Option<String>,
}

/// Where it is served.
pub fn routes(cfg: &mut web::ServiceConfig) {
    cfg.service(web::resource(Link::NoteReceived.route()).route(get().to(received)));
}

/// What the page is told.
pub fn cookie(app: &App, language: Language, receipt: Receipt) -> Result<Cookie<'static>, WebFault> {
    let words = [receipt.words.colour(), receipt.words.thing()];
    CookieName::Receipt.seal(app, &[&words[..], language.tag().as_bytes()].concat(), MINUTES)
}

async fn received(app: App, browser: Browser, req: HttpRequest) -> Result<HttpResponse, WebFault> {
    show(&Received {
        shell: Shell::new(&browser, "received-title"),
        words: find_words(&app, &req),
    })
}

/// The words in the language of the note, as they will stand in the letters.
fn find_words(app: &App, req: &HttpRequest) -> Option<String> {
    let content = CookieName::Receipt.open(app, req)?;
    let ([colour, thing], tag) = content.split_first_chunk()?;
    let language = Language::from_tag(str::from_utf8(tag).ok()?)?;
    Some(Texts::of(language).recognition(RecognitionWords::at(*colour, *thing)?))
}
