//! `/received`: what happens after a note was left. The same for known and unknown addresses (promise S7).

use actix_web::{HttpRequest, HttpResponse, cookie::Cookie, web};
use askama::Template;
use course::Receipt;
use model::{Link, RecognitionWords};

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
pub fn cookie(app: &App, receipt: Receipt) -> Result<Cookie<'static>, WebFault> {
    let content = [receipt.words.colour(), receipt.words.thing()];
    CookieName::Receipt.seal(app, &content, MINUTES)
}

async fn received(app: App, browser: Browser, req: HttpRequest) -> Result<HttpResponse, WebFault> {
    let words = find_words(&app, &req).map(|words| browser.texts().recognition(words));
    show(&Received {
        shell: Shell::new(&browser, "received-title"),
        words,
    })
}

fn find_words(app: &App, req: &HttpRequest) -> Option<RecognitionWords> {
    match CookieName::Receipt.open(app, req)?.as_slice() {
        [colour, thing] => RecognitionWords::at(*colour, *thing),
        _ => None,
    }
}
