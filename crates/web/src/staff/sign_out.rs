//! `POST /sign-out`: ends the session.

use actix_web::{HttpResponse, web};
use model::Link;

use crate::{
    app::App,
    browser::Browser,
    cookie::{CookieName, WithCookie as _},
    fault::WebFault,
    form::{Form, FormState, fields},
    redirect::see_other,
    routes::post,
};

fields! {
    /// The button.
    pub enum SignOutField {
        Do = "do",
    }
}

/// What the button says.
pub const OUT: &str = "out";

/// Where it is served.
pub fn routes(cfg: &mut web::ServiceConfig) {
    cfg.service(web::resource(Link::SignOut.route()).route(post().to(sign_out)));
}

async fn sign_out(app: App, browser: Browser, form: Form<SignOutField>) -> Result<HttpResponse, WebFault> {
    let state: FormState<SignOutField> = form.about(&Link::SignOut)?;
    if !state.has(SignOutField::Do, OUT) {
        return Err(WebFault::Unreadable);
    }
    if let Some(session) = browser.session() {
        app.db.write(move |tx| contact_point::sign_out(tx, &session)).await?;
    }
    Ok(see_other(&Link::Home).with_cookie(&CookieName::Session.forget(&app)))
}
