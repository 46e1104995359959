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
    /// By contact point.
    staff: Vec<(String, Vec<Player>)>,
    collections: Vec<(ShortCode, String)>,
    receipts: Vec<String>,
    letters: usize,
    clock: Opening,
    days: [u32; 4],
}

/// Somebody who can be played.
struct Player {
    id: StaffId,
    label: String,
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
        staff: by_contact_point(texts, &demo.staff),
        collections: demo.collections.clone(),
        receipts: demo.receipts.iter().map(|code| code.expose().to_owned()).collect(),
        letters: (demo.letters)().len(),
        clock: Opening::of_page(&app, &browser, &Link::DemoClock),
        days: [1, 5, 14, 30],
    })
}

fn by_contact_point(texts: Texts, staff: &[(Member, String)]) -> Vec<(String, Vec<Player>)> {
    let mut points: Vec<(String, Vec<Player>)> = Vec::new();
    for (member, at) in staff {
        let player = player(texts, member);
        match points.iter_mut().find(|(point, _)| point == at) {
            Some((_, players)) => players.push(player),
            None => points.push((at.clone(), vec![player])),
        }
    }
    points
}

fn player(texts: Texts, member: &Member) -> Player {
    Player {
        id: member.id,
        label: format!("{} ({})", member.name, named_roles(texts, member.roles)),
    }
}
