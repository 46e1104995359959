//! `/demo`: play as …

use actix_web::{HttpResponse, web};
use askama::Template;
use model::{Link, ShortCode, StaffId};
use store::staff::Member;
use texts::Texts;

use crate::{
    app::App,
    browser::Browser,
    fault::WebFault,
    form::Opening,
    page::{Shell, show},
    routes::get,
    staff::named_roles,
};

#[derive(Template)]
#[template(path = "demo/start.html")]
struct Start {
    shell: Shell,
    today: String,
    play: Opening,
    staff: Vec<Player>,
    collections: Vec<(ShortCode, String)>,
    receipts: Vec<String>,
    letters: usize,
    clock: Opening,
    days: [u32; 4],
}

/// Somebody who can be played.
struct Player {
    id: StaffId,
    name: String,
    roles: String,
}

/// Where it is served.
pub fn routes(cfg: &mut web::ServiceConfig) {
    cfg.service(web::resource(Link::Demo.route()).route(get().to(start)));
}

async fn start(app: App, browser: Browser) -> Result<HttpResponse, WebFault> {
    let demo = app.demo.as_ref().ok_or(WebFault::NotFound)?;
    (demo.catch_up)().await;
    let texts = browser.texts();
    let now = app.clock.now();
    show(&Start {
        shell: Shell::new(&browser, "demo-title").for_staff(),
        today: texts.with("demo-today", &[("date", texts.date(model::oslo_date(now)).into())]),
        play: Opening::of_page(&app, &browser, &Link::DemoPlay),
        staff: demo
            .staff
            .iter()
            .map(|(member, at)| player(texts, member, at))
            .collect(),
        collections: demo.collections.clone(),
        receipts: demo.receipts.iter().map(|code| code.expose().to_owned()).collect(),
        letters: (demo.letters)().len(),
        clock: Opening::of_page(&app, &browser, &Link::DemoClock),
        days: [1, 5, 14, 30],
    })
}

fn player(texts: Texts, member: &Member, at: &str) -> Player {
    Player {
        id: member.id,
        name: member.name.clone(),
        roles: format!("{}, {at}", named_roles(texts, member.roles)),
    }
}
