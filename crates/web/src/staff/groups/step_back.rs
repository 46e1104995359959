//! `/groups/{group}/step-back`: the igangsetter can't start the group after all.

use actix_web::{HttpResponse, web};
use askama::Template;
use model::{GroupId, GroupState, Link};
use store::DbConn;

use super::{Found, LeadField, find};
use crate::{
    app::App,
    browser::Browser,
    fault::WebFault,
    form::{Buttons, Form, FormState, Opening},
    page::{Shell, show, show_again},
    redirect::see_other,
    routes::{get, post},
    staff::{id::Id, signed_in::SignedIn},
    told::{Telling as _, Told},
};

const STEP_BACK: &str = "step-back";

#[derive(Template)]
#[template(path = "staff/group-step-back.html")]
struct StepBackPage {
    shell: Shell,
    what_then: &'static str,
    back: Link,
    form: Opening,
    button: Buttons,
}

/// Where it is served.
pub fn routes(cfg: &mut web::ServiceConfig) {
    let page = web::resource(Link::StepBack(GroupId::from_bytes([0; 16])).route());
    cfg.service(page.route(get().to(show_form)).route(post().to(step_back)));
}

async fn show_form(
    app: App,
    browser: Browser,
    SignedIn(by): SignedIn,
    Id(id): Id<GroupId>,
) -> Result<HttpResponse, WebFault> {
    let found = find(&app, by, id).await?;
    show(&page(&app, &browser, &found, &FormState::empty()))
}

async fn step_back(
    app: App,
    browser: Browser,
    SignedIn(by): SignedIn,
    Id(id): Id<GroupId>,
    form: Form<LeadField>,
) -> Result<HttpResponse, WebFault> {
    let mut state = form.about(&Link::StepBack(id))?;
    if !state.has(LeadField::Do, STEP_BACK) {
        let found = find(&app, by, id).await?;
        state.blame(LeadField::Do, "fault-button");
        return show_again(&page(&app, &browser, &found, &state));
    }
    let (chance, now) = (app.chance.clone(), app.clock.now());
    let step_back = move |tx: &mut DbConn| groups::step_back(tx, &chance, &by, id, now);
    app.db.write(step_back).await?;
    Ok(see_other(&Link::Desk).telling(&app, Told::SteppedBack))
}

fn page(app: &App, browser: &Browser, found: &Found, state: &FormState<LeadField>) -> StepBackPage {
    let group = &found.roster.group;
    StepBackPage {
        shell: Shell::new(browser, "step-back-title").for_staff().with_faults_of(state),
        // A group that has met goes on, with an igangsetter or without.
        what_then: match group.state {
            GroupState::Started => "step-back-started",
            _ => "step-back-text",
        },
        back: Link::Group(group.id),
        form: Opening::of_page(app, browser, &Link::StepBack(group.id)),
        button: Buttons::new(state, LeadField::Do, browser.texts()).danger(STEP_BACK, "step-back-yes"),
    }
}
