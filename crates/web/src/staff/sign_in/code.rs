//! `/sign-in/code`: type in the code, in the browser that asked for it (promise S4).

use actix_web::{HttpRequest, HttpResponse, http::StatusCode, web};
use askama::Template;
use contact_point::SignedIn;
use model::{Link, SignInId};
use vault::AddressIndex;

use crate::{
    app::App,
    browser::Browser,
    cookie::{CookieName, WithCookie as _},
    fault::WebFault,
    form::{FieldFault, Form, FormState, Input, Opening, fields},
    limit::Peer,
    page::{Shell, render, show, show_again},
    redirect::see_other,
    routes::{get, post},
};

const DIGITS: usize = 6;

fields! {
    /// The code from the letter.
    enum CodeField {
        Code = "code",
    }
}

#[derive(Template)]
#[template(path = "staff/code.html")]
struct TypeCode {
    shell: Shell,
    form: Opening,
    code: Input,
}

#[derive(Template)]
#[template(path = "staff/code-ended.html")]
struct Ended {
    shell: Shell,
}

/// Where it is served.
pub fn routes(cfg: &mut web::ServiceConfig) {
    let page = web::resource(Link::SignInCode.route());
    cfg.service(page.route(get().to(form)).route(post().to(sign_in)));
}

async fn form(app: App, browser: Browser, req: HttpRequest) -> Result<HttpResponse, WebFault> {
    if asked_for(&app, &req).is_none() {
        return Ok(see_other(&Link::SignIn));
    }
    show(&page(&app, &browser, &FormState::empty()))
}

async fn sign_in(
    app: App,
    browser: Browser,
    (req, peer): (HttpRequest, Peer),
    form: Form<CodeField>,
) -> Result<HttpResponse, WebFault> {
    let mut state = form.about(&Link::SignInCode)?;
    let Some((id, address)) = asked_for(&app, &req) else {
        return ended(&app, &browser);
    };
    let Some(typed) = state.read(CodeField::Code, six_digits) else {
        return show_again(&page(&app, &browser, &state));
    };
    app.limits.look_up(&peer)?;
    let (vault, chance, now) = (app.vault.clone(), app.chance.clone(), app.clock.now());
    let (same, language) = (browser.id.clone(), browser.language);
    let sign_in = move |tx: &mut _| contact_point::sign_in(tx, (&vault, &chance), (id, &same), (&typed, language), now);
    match app.db.write(sign_in).await? {
        SignedIn::Session(token) => {
            app.limits.letter_was_wanted(&address);
            Ok(see_other(&Link::Desk)
                .with_cookie(&CookieName::Session.set(&app, token.to_string()))
                .with_cookie(&CookieName::SignIn.forget(&app)))
        }
        SignedIn::Ended | SignedIn::WrongCode { tries_left: 0 } => ended(&app, &browser),
        SignedIn::WrongCode { tries_left } => {
            let left = FieldFault::numbered("code-wrong", "tries", tries_left.into());
            state.blame(CodeField::Code, left);
            show_again(&page(&app, &browser, &state))
        }
    }
}

/// Which code this browser asked for last, and for which address.
fn asked_for(app: &App, req: &HttpRequest) -> Option<(SignInId, AddressIndex)> {
    let content = CookieName::SignIn.open(app, req)?;
    let (id, address) = content.split_first_chunk()?;
    Some((
        SignInId::from_bytes(*id),
        AddressIndex::from_bytes(address.try_into().ok()?),
    ))
}

/// Space between the digits is what people type, and some mail programs add it.
fn six_digits(raw: &str) -> Result<String, &'static str> {
    let digits: String = raw.split_whitespace().collect();
    if digits.len() == DIGITS && digits.bytes().all(|byte| byte.is_ascii_digit()) {
        Ok(digits)
    } else {
        Err("code-digits")
    }
}

/// The code works no more; there is a way to a new one.
fn ended(app: &App, browser: &Browser) -> Result<HttpResponse, WebFault> {
    let page = Ended {
        shell: Shell::new(browser, "code-ended-title").for_staff(),
    };
    Ok(render(StatusCode::GONE, &page)?.with_cookie(&CookieName::SignIn.forget(app)))
}

fn page(app: &App, browser: &Browser, state: &FormState<CodeField>) -> TypeCode {
    TypeCode {
        shell: Shell::new(browser, "code-title").for_staff().with_faults_of(state),
        form: Opening::of_page(app, browser, &Link::SignInCode),
        code: Input::new(state, CodeField::Code, browser.texts(), "code-code")
            .hint("code-code-hint")
            .digits("one-time-code"),
    }
}
