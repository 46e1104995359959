//! `POST /demo/clock`: moves the clock, a day at a time, and does each day's work.

use actix_web::{HttpResponse, web};
use chrono::TimeDelta;
use model::Link;

use super::DemoField;
use crate::{app::App, fault::WebFault, form::Form, redirect::see_other, routes::post};

/// The furthest that one press moves it.
const MOST_DAYS: u32 = 60;

/// Where it is served.
pub fn routes(cfg: &mut web::ServiceConfig) {
    cfg.service(web::resource(Link::DemoClock.route()).route(post().to(advance)));
}

async fn advance(app: App, form: Form<DemoField>) -> Result<HttpResponse, WebFault> {
    let typed = form.about(&Link::DemoClock)?;
    let demo = app.demo.as_ref().ok_or(WebFault::NotFound)?;
    let days: u32 = typed.value(DemoField::Days).parse().map_err(|_| WebFault::Unreadable)?;
    for _ in 0..days.min(MOST_DAYS) {
        app.clock.advance(TimeDelta::days(1));
        (demo.catch_up)().await;
    }
    Ok(see_other(&Link::Demo))
}
