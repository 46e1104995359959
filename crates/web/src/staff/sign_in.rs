//! `/sign-in`: type in an address to get a code. The answer is the same whether anybody has it (promise S7).

mod code;

use actix_web::{HttpResponse, cookie::Cookie, web};
use askama::Template;
use model::{EmailAddress, Link, SignInId};
use vault::AddressIndex;

use crate::{
    app::App,
    browser::Browser,
    cookie::{CookieName, WithCookie as _},
    fault::WebFault,
    form::{Form, FormState, Input, Opening, fields},
    page::{Shell, show, show_again},
    redirect::see_other,
    routes::{get, post},
};

/// For how many minutes the browser remembers which code it asked for: as long as the code works.
const MINUTES: u16 = 30;

fields! {
    /// Who wants to sign in.
    enum SignInField {
        Email = "email",
    }
}

#[derive(Template)]
#[template(path = "staff/sign-in.html")]
struct SignIn {
    shell: Shell,
    form: Opening,
    email: Input,
}

/// Where it is served.
pub fn routes(cfg: &mut web::ServiceConfig) {
    let page = web::resource(Link::SignIn.route());
    cfg.service(page.route(get().to(form)).route(post().to(ask)))
        .configure(code::routes);
}

/// The browser will know again which code it asked for, and for which address.
pub fn asked(app: &App, id: SignInId, address: &AddressIndex) -> Result<Cookie<'static>, WebFault> {
    let content = [id.blob(), address.as_bytes()].concat();
    CookieName::SignIn.seal(app, &content, MINUTES)
}

async fn form(app: App, browser: Browser) -> Result<HttpResponse, WebFault> {
    show(&page(&app, &browser, &FormState::empty()))
}

async fn ask(app: App, browser: Browser, form: Form<SignInField>) -> Result<HttpResponse, WebFault> {
    let mut state = form.about(&Link::SignIn)?;
    let Some(email) = state.read(SignInField::Email, EmailAddress::parse) else {
        return show_again(&page(&app, &browser, &state));
    };
    let (vault, chance, now) = (app.vault.clone(), app.chance.clone(), app.clock.now());
    let address = vault.index(&email);
    // Whoever has had the letters of today gets no more, and nobody is told (promises S7, S8).
    let is_owed = app.limits.letters_to(&address);
    let ask = move |tx: &mut _| {
        if is_owed {
            contact_point::ask_for_code(tx, (&vault, &chance), &email, &browser.id, now)
        } else {
            contact_point::ask_silently(tx, &chance, &browser.id, now)
        }
    };
    let id = app.db.write(ask).await?;
    Ok(see_other(&Link::SignInCode).with_cookie(&asked(&app, id, &address)?))
}

fn page(app: &App, browser: &Browser, state: &FormState<SignInField>) -> SignIn {
    SignIn {
        shell: Shell::new(browser, "sign-in-title").for_staff().with_faults_of(state),
        form: Opening::of_page(app, browser, &Link::SignIn),
        email: Input::new(state, SignInField::Email, browser.texts(), "sign-in-email")
            .hint("sign-in-email-hint")
            .email(),
    }
}
