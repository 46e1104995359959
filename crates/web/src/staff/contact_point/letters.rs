//! `/contact-point/letters`: every kind of letter, to look at. All of it is made up, nothing is stored or sent.

mod preview;

use ::letters::{
    Facts, Receiver, Rendered, Sender, render,
    sample::{self, Sample, Scene},
};
use actix_web::{HttpResponse, web};
use askama::Template;
use model::{Language, Letter, Link};
use store::contact_point::ContactPoint;

use super::lines_of;
use crate::{
    app::App,
    browser::Browser,
    fault::WebFault,
    page::{Shell, show},
    routes::get,
    staff::signed_in::Coordinator,
};

#[derive(Template)]
#[template(path = "staff/letters.html")]
struct LettersPage {
    shell: Shell,
    closing: Vec<String>,
    receivers: Vec<(String, Vec<Listed>)>,
}

/// A kind of letter.
struct Listed {
    link: String,
    subject: String,
    when: String,
}

/// Where it is served.
pub fn routes(cfg: &mut web::ServiceConfig) {
    cfg.service(web::resource(Link::LetterPreviews.route()).route(get().to(list)))
        .configure(preview::routes);
}

async fn list(app: App, browser: Browser, Coordinator(by): Coordinator) -> Result<HttpResponse, WebFault> {
    let own = app.db.read(move |tx| contact_point::get_own(tx, &by)).await?;
    let (texts, language) = (browser.texts(), browser.texts().language());
    let samples = samples(&app, &own);
    let listed = |kind: &str| {
        let first = samples.iter().find(|sample| sample.facts.kind() == kind)?;
        let listed = Listed {
            link: Link::LetterPreview(kind.to_owned(), language).path(),
            subject: written(&app, &own, &first.facts, language).subject,
            when: texts.get(&when(kind)),
        };
        Some((first.facts.receiver(), listed))
    };
    let of = |receiver| {
        let kinds = Letter::KINDS.iter().filter_map(|kind| listed(kind));
        let kinds = kinds.filter(|(to, _)| *to == receiver).map(|(_, listed)| listed);
        (texts.get(heading(receiver)), kinds.collect())
    };
    show(&LettersPage {
        shell: Shell::new(&browser, "previews-title").for_staff(),
        closing: lines_of(&own),
        receivers: Receiver::ALL.map(of).into(),
    })
}

/// The made-up letters of a contact point, as they could be written today.
fn samples(app: &App, own: &ContactPoint) -> Vec<Sample> {
    sample::all(&Scene {
        origin: &app.public_url,
        contact_point: &own.name,
        today: app.clock.today(),
    })
}

/// A letter with what is not made up: the sender, the telephone number and the closing lines.
fn written(app: &App, own: &ContactPoint, facts: &Facts, language: Language) -> Rendered {
    let phone = own.controller.as_ref().map(|one| one.phone.clone());
    let sender = Sender {
        name: app.sender_name.to_string(),
        phone: phone.unwrap_or_default(),
        closing_lines: own.closing_lines.clone(),
    };
    render(facts, language, &sender)
}

/// The key of what tells when a kind of letter goes out.
fn when(kind: &str) -> String {
    format!("when-{kind}")
}

const fn heading(to: Receiver) -> &'static str {
    match to {
        Receiver::Participant => "previews-to-participant",
        Receiver::Igangsetter => "previews-to-igangsetter",
        Receiver::Staff => "previews-to-staff",
    }
}
