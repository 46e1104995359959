//! `POST /demo/play`: sign in as somebody, without a code.

use actix_web::{HttpResponse, web};
use model::{Link, StaffId};

use super::DemoField;
use crate::{
    app::App,
    cookie::{CookieName, WithCookie as _},
    fault::WebFault,
    form::Form,
    redirect::see_other,
    routes::post,
};

/// Where it is served.
pub fn routes(cfg: &mut web::ServiceConfig) {
    cfg.service(web::resource(Link::DemoPlay.route()).route(post().to(play)));
}

async fn play(app: App, form: Form<DemoField>) -> Result<HttpResponse, WebFault> {
    let typed = form.about(&Link::DemoPlay)?;
    let demo = app.demo.as_ref().ok_or(WebFault::NotFound)?;
    let person: StaffId = typed
        .value(DemoField::Person)
        .parse()
        .map_err(|_| WebFault::Unreadable)?;
    if !demo.staff.iter().any(|(member, _)| member.id == person) {
        return Err(WebFault::NotFound);
    }
    let (chance, now) = (app.chance.clone(), app.clock.now());
    let open = move |tx: &mut _| contact_point::open_session(tx, &chance, person, now);
    let session = app.db.write(open).await?;
    Ok(see_other(&Link::Desk).with_cookie(&CookieName::Session.set(&app, session.to_string())))
}
