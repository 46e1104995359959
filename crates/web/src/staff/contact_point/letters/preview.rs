//! `/contact-point/letters/{kind}/{language}`: one kind of letter with all its variants, and each as its reader sees it.

use actix_web::{HttpResponse, web};
use askama::Template;
use model::{Language, Link};
use store::{contact_point::ContactPoint, staff::Member};

use super::{samples, when, written};
use crate::{
    app::App,
    browser::Browser,
    fault::WebFault,
    letter::{self, LetterText},
    page::{Shell, show},
    routes::get,
    staff::signed_in::Coordinator,
};

#[derive(Template)]
#[template(path = "staff/letter-preview.html")]
struct PreviewPage {
    shell: Shell,
    when: String,
    sender: String,
    /// Of the letters' language.
    tag: &'static str,
    /// Each with its address and whether it is the one that is shown.
    languages: Vec<(Language, String, bool)>,
    letters: Vec<Previewed>,
}

struct Previewed {
    subject: String,
    text: LetterText,
    look: String,
}

type Asked = web::Path<(String, String)>;

/// Where it is served.
pub fn routes(cfg: &mut web::ServiceConfig) {
    let any = |link: fn(String, Language) -> Link| link(String::new(), Language::default()).route();
    cfg.service(web::resource(any(Link::LetterPreview)).route(get().to(preview)))
        .service(web::resource(any(Link::LetterLook)).route(get().to(look)));
}

async fn preview(
    app: App,
    browser: Browser,
    Coordinator(by): Coordinator,
    asked: Asked,
) -> Result<HttpResponse, WebFault> {
    let (kind, language) = read(asked)?;
    let own = own(&app, by).await?;
    let previewed = |name: &str, facts| {
        let letter = written(&app, &own, facts, language);
        Previewed {
            subject: letter.subject,
            text: LetterText::inert(&letter.text, language.tag()),
            look: Link::LetterLook(name.to_owned(), language).path(),
        }
    };
    let samples = samples(&app, &own);
    let of_kind = samples.iter().filter(|sample| sample.facts.kind() == kind);
    let letters: Vec<_> = of_kind.map(|sample| previewed(sample.name, &sample.facts)).collect();
    if letters.is_empty() {
        return Err(WebFault::NotFound);
    }
    let in_language = |other: Language| {
        let link = Link::LetterPreview(kind.clone(), other);
        (other, link.path(), other == language)
    };
    show(&PreviewPage {
        shell: Shell::new(&browser, "previews-one").for_staff(),
        when: browser.texts().get(&when(&kind)),
        sender: app.sender_name.to_string(),
        tag: language.tag(),
        languages: Language::ALL.map(in_language).into(),
        letters,
    })
}

async fn look(app: App, Coordinator(by): Coordinator, asked: Asked) -> Result<HttpResponse, WebFault> {
    let (name, language) = read(asked)?;
    let own = own(&app, by).await?;
    let samples = samples(&app, &own);
    let found = samples.iter().find(|sample| sample.name == name);
    let sample = found.ok_or(WebFault::NotFound)?;
    Ok(letter::look(&written(&app, &own, &sample.facts, language).html))
}

async fn own(app: &App, by: Member) -> Result<ContactPoint, WebFault> {
    Ok(app.db.read(move |tx| contact_point::get_own(tx, &by)).await?)
}

/// What the address names, and its language.
fn read(asked: Asked) -> Result<(String, Language), WebFault> {
    let (name, tag) = asked.into_inner();
    let language = Language::ALL.into_iter().find(|language| language.tag() == tag);
    Ok((name, language.ok_or(WebFault::NotFound)?))
}
