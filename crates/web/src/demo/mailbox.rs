//! `/demo/letters`: everybody's mailbox, and one letter.

use actix_web::{HttpResponse, web};
use askama::Template;
use model::{LetterId, Link, oslo_local};
use texts::Texts;

use super::DemoLetter;
use crate::{
    app::App,
    browser::Browser,
    fault::WebFault,
    letter::{LetterText, look},
    page::{Shell, show},
    routes::get,
};

#[derive(Template)]
#[template(path = "demo/mailbox.html")]
struct Mailbox {
    shell: Shell,
    letters: Vec<Listed>,
}

#[derive(Template)]
#[template(path = "demo/letter.html")]
struct Opened {
    shell: Shell,
    to: String,
    at: String,
    text: LetterText,
    look: String,
}

struct Listed {
    id: LetterId,
    to: String,
    at: String,
    subject: String,
}

/// Where it is served.
pub fn routes(cfg: &mut web::ServiceConfig) {
    let any = LetterId::from_bytes([0; 16]);
    let (letter, page) = (Link::DemoLetter(any), Link::DemoLetterLook(any));
    cfg.service(web::resource(Link::DemoLetters.route()).route(get().to(list)))
        .service(web::resource(letter.route()).route(get().to(open)))
        .service(web::resource(page.route()).route(get().to(show_look)));
}

async fn list(app: App, browser: Browser) -> Result<HttpResponse, WebFault> {
    let demo = app.demo.as_ref().ok_or(WebFault::NotFound)?;
    (demo.catch_up)().await;
    let texts = browser.texts();
    let listed = |letter: DemoLetter| Listed {
        id: letter.id,
        at: moment(texts, &letter),
        to: letter.to,
        subject: letter.subject,
    };
    show(&Mailbox {
        shell: Shell::new(&browser, "demo-letters").for_staff(),
        letters: (demo.letters)().into_iter().map(listed).collect(),
    })
}

async fn open(app: App, browser: Browser, id: web::Path<String>) -> Result<HttpResponse, WebFault> {
    let letter = find(&app, &id)?;
    show(&Opened {
        shell: Shell::new(&browser, "demo-letters")
            .for_staff()
            .titled(letter.subject.clone()),
        at: moment(browser.texts(), &letter),
        text: LetterText::with_links(&letter.text, &app.public_url),
        look: Link::DemoLetterLook(letter.id).path(),
        to: letter.to,
    })
}

/// The HTML part, as its reader sees it.
async fn show_look(app: App, id: web::Path<String>) -> Result<HttpResponse, WebFault> {
    Ok(look(&find(&app, &id)?.html))
}

fn find(app: &App, id: &str) -> Result<DemoLetter, WebFault> {
    let demo = app.demo.as_ref().ok_or(WebFault::NotFound)?;
    let id: LetterId = id.parse().map_err(|_| WebFault::NotFound)?;
    let found = (demo.letters)().into_iter().find(|letter| letter.id == id);
    found.ok_or(WebFault::NotFound)
}

fn moment(texts: Texts, letter: &DemoLetter) -> String {
    let local = oslo_local(letter.at);
    texts.date_time(local.date(), local.time())
}
