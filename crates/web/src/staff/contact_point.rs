//! `/contact-point`: what the contact point says of itself, and the address of its permanent sign-up page.

mod closed_days;
mod controller;
mod edit;
mod letters;
mod new;

use actix_web::{HttpResponse, web};
use askama::Template;
use model::{ClosingLines, Controller, Link};
use store::{
    DbConn,
    contact_point::{ContactPoint, list},
};

use super::{
    qr::QrPicture,
    signed_in::Coordinator,
    steps::{self, Step},
};
use crate::{
    app::App,
    browser::Browser,
    fault::WebFault,
    page::{Shell, show},
    routes::get,
};

#[derive(Template)]
#[template(path = "staff/contact-point.html")]
struct ContactPointPage {
    shell: Shell,
    address: String,
    picture: QrPicture,
    supported: String,
    closing: Vec<String>,
    controller: Option<Controller>,
    neighbours: Vec<String>,
}

/// Where it is served.
pub fn routes(cfg: &mut web::ServiceConfig) {
    cfg.service(web::resource(Link::ContactPoint.route()).route(get().to(show_point)))
        .configure(edit::routes)
        .configure(controller::routes)
        .configure(closed_days::routes)
        .configure(letters::routes)
        .configure(new::routes);
}

/// What the contact point says at the end of letters to participants.
fn lines_of(point: &ContactPoint) -> Vec<String> {
    let lines = point.closing_lines.iter().flat_map(ClosingLines::lines);
    lines.map(str::to_owned).collect()
}

async fn show_point(app: App, browser: Browser, Coordinator(by): Coordinator) -> Result<HttpResponse, WebFault> {
    let at_step = steps::at(&app, &browser, &by, Step::Controller).await?;
    let read = move |tx: &mut DbConn| {
        let own = contact_point::get_own(tx, &by)?;
        Ok::<_, contact_point::Fault>((list(tx, own.region)?, own))
    };
    let (region, own) = app.db.read(read).await?;
    let texts = browser.texts();
    let address = app.absolute(&Link::SignUp(own.slug.clone()));
    let others = region.into_iter().filter(|point| point.id != own.id);
    let shell = Shell::new(&browser, "point-title").for_staff().at_step(at_step);
    show(&ContactPointPage {
        shell: shell.titled(own.name.clone()),
        picture: QrPicture::of(&address, texts)?,
        address,
        supported: texts.with("point-supported-count", &[("meetings", own.supported_meetings.into())]),
        closing: lines_of(&own),
        controller: own.controller,
        neighbours: others.map(|point| point.name).collect(),
    })
}
