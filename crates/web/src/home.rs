//! `/`: what this is, and the ways in: a collection's code, a receipt code, a new link, and the door for staff.

use actix_web::{HttpRequest, HttpResponse, web};
use askama::Template;
use model::{Link, ShortCode};

use crate::{
    browser::Browser,
    fault::WebFault,
    form::{FormState, Input, fields},
    page::{Shell, show, show_again},
    redirect::see_other,
    routes::get,
};

fields! {
    /// The way in.
    enum HomeField {
        Code = "code",
    }
}

#[derive(Template)]
#[template(path = "home.html")]
struct Home {
    shell: Shell,
    code: Input,
    may_be_signed_in: bool,
}

/// Where it is served.
pub fn routes(cfg: &mut web::ServiceConfig) {
    cfg.service(web::resource(Link::Home.route()).route(get().to(home)));
}

async fn home(req: HttpRequest, browser: Browser) -> Result<HttpResponse, WebFault> {
    let Some(typed) = typed_code(req.query_string()) else {
        return show(&page(&browser, &FormState::empty()));
    };
    let mut state = FormState::empty().filled(HomeField::Code, typed);
    match state.read(HomeField::Code, |raw| {
        raw.parse::<ShortCode>().map_err(|_| "fault-code")
    }) {
        Some(code) => Ok(see_other(&Link::Collection(code))),
        None => show_again(&page(&browser, &state)),
    }
}

fn typed_code(query: &str) -> Option<String> {
    let pairs: Vec<(String, String)> = serde_html_form::from_str(query).ok()?;
    let code = pairs.into_iter().find(|(name, _)| name == "code");
    code.map(|(_, typed)| typed)
}

fn page(browser: &Browser, state: &FormState<HomeField>) -> Home {
    Home {
        shell: Shell::new(browser, "home-title").with_faults_of(state),
        code: Input::new(state, HomeField::Code, browser.texts(), "home-code").hint("home-code-hint"),
        may_be_signed_in: browser.session().is_some(),
    }
}
