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
    lines: Vec<Line>,
}

struct Listed {
    id: LetterId,
    to: String,
    at: String,
    subject: String,
}

/// A line of a letter, perhaps a link that leads into the demonstration.
struct Line {
    text: String,
    is_link: bool,
}

/// Where it is served.
pub fn routes(cfg: &mut web::ServiceConfig) {
    let letter = Link::DemoLetter(LetterId::from_bytes([0; 16]));
    cfg.service(web::resource(Link::DemoLetters.route()).route(get().to(list)))
        .service(web::resource(letter.route()).route(get().to(open)));
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
    let demo = app.demo.as_ref().ok_or(WebFault::NotFound)?;
    let id: LetterId = id.parse().map_err(|_| WebFault::NotFound)?;
    let found = (demo.letters)().into_iter().find(|letter| letter.id == id);
    let letter = found.ok_or(WebFault::NotFound)?;
    let is_link = |line: &str| line.starts_with(&app.public_url);
    let line = |text: &str| Line {
        is_link: is_link(text.trim()),
        text: text.trim_end().to_owned(),
    };
    show(&Opened {
        shell: Shell::new(&browser, "demo-letters")
            .for_staff()
            .titled(letter.subject.clone()),
        at: moment(browser.texts(), &letter),
        lines: letter.text.lines().map(line).collect(),
        to: letter.to,
    })
}

fn moment(texts: Texts, letter: &DemoLetter) -> String {
    let local = oslo_local(letter.at);
    texts.date_time(local.date(), local.time())
}
