//! `/groups/{group}/lead`: a coordinator finds somebody else to start a group.

use actix_web::{HttpResponse, web};
use askama::Template;
use chrono::{Days, NaiveTime};
use groups::{Fault, Vacancy};
use model::{GroupId, Link, StaffId, oslo_local};
use store::{DbConn, staff::Member};

use super::{id::Id, place_and_time, signed_in::Coordinator};
use crate::{
    app::App,
    browser::Browser,
    fault::WebFault,
    form::{Buttons, Choice, Choices, Form, FormState, Opening, fields},
    page::{Shell, show, show_again},
    redirect::see_other,
    routes::{get, post},
    told::{Telling as _, Told},
};

fields! {
    /// Who takes over.
    enum TakeOverField {
        Person = "person",
        Do = "do",
    }
}

const ASK: &str = "ask";

#[derive(Template)]
#[template(path = "staff/lead.html")]
struct LeadPage {
    shell: Shell,
    group: String,
    first_meeting: String,
    until: String,
    asked: Option<String>,
    has_candidates: bool,
    availability: Link,
    form: Opening,
    who: Choices,
    ask: Buttons,
}

/// Where it is served.
pub fn routes(cfg: &mut web::ServiceConfig) {
    let page = web::resource(Link::Lead(GroupId::from_bytes([0; 16])).route());
    cfg.service(page.route(get().to(show_vacancy)).route(post().to(take_over)));
}

async fn show_vacancy(
    app: App,
    browser: Browser,
    Coordinator(by): Coordinator,
    Id(id): Id<GroupId>,
) -> Result<HttpResponse, WebFault> {
    let vacancy = find(&app, by, id).await?;
    show(&page(&app, &browser, &vacancy, &FormState::empty()))
}

async fn take_over(
    app: App,
    browser: Browser,
    Coordinator(by): Coordinator,
    Id(id): Id<GroupId>,
    form: Form<TakeOverField>,
) -> Result<HttpResponse, WebFault> {
    let mut state = form.about(&Link::Lead(id))?;
    let vacancy = find(&app, by.clone(), id).await?;
    let known = |raw: &str| vacancy.candidates.iter().find(|(who, _)| who.to_string() == raw);
    let new: Option<StaffId> = state
        .read(TakeOverField::Person, |raw| known(raw).ok_or("lead-none"))
        .map(|(who, _)| *who);
    if !state.has(TakeOverField::Do, ASK) {
        state.blame(TakeOverField::Do, "fault-button");
    }
    let (Some(new), None) = (new, state.fault(TakeOverField::Do)) else {
        return show_again(&page(&app, &browser, &vacancy, &state));
    };
    let (chance, now) = (app.chance.clone(), app.clock.now());
    let take_over = move |tx: &mut DbConn| groups::take_over(tx, &chance, &by, (id, new), now);
    match app.db.write(take_over).await {
        Ok(()) => Ok(see_other(&Link::Desk).telling(&app, Told::LeadFound)),
        Err(Fault::CantLead) => {
            state.blame(TakeOverField::Person, "lead-cant");
            show_again(&page(&app, &browser, &vacancy, &state))
        }
        Err(fault) => Err(fault.into()),
    }
}

/// A group of the coordinator's region that nobody leads for certain (promise S12).
async fn find(app: &App, by: Member, id: GroupId) -> Result<Vacancy, WebFault> {
    let now = app.clock.now();
    let list = app.db.read(move |tx| groups::vacancies(tx, &by, now)).await?;
    list.into_iter()
        .find(|vacancy| vacancy.group.id == id)
        .ok_or(WebFault::NotFound)
}

fn page(app: &App, browser: &Browser, vacancy: &Vacancy, state: &FormState<TakeOverField>) -> LeadPage {
    let (texts, group) = (browser.texts(), &vacancy.group);
    let until = oslo_local(vacancy.until);
    // The end of a day is called by its day, not by the midnight after it.
    let until = if until.time() == NaiveTime::MIN {
        texts.date(until.date() - Days::new(1))
    } else {
        texts.date_time(until.date(), until.time())
    };
    let choice = |(who, name): &(StaffId, String)| Choice::new(state, TakeOverField::Person, who.to_string(), name);
    LeadPage {
        shell: Shell::new(browser, "lead-title").for_staff().with_faults_of(state),
        group: place_and_time(texts, group),
        first_meeting: texts.date_time(group.calendar.first_meeting, group.cell.time.starts_at),
        until: texts.with("lead-until", &[("when", until.into())]),
        asked: vacancy
            .asked
            .as_ref()
            .map(|name| texts.with("lead-asked", &[("name", name.into())])),
        has_candidates: !vacancy.candidates.is_empty(),
        availability: Link::People,
        form: Opening::of_page(app, browser, &Link::Lead(group.id)),
        who: Choices::one(state, TakeOverField::Person, texts, "lead-who")
            .hint("lead-who-hint")
            .section(None, vacancy.candidates.iter().map(choice).collect()),
        ask: Buttons::new(state, TakeOverField::Do, texts).first(ASK, "lead-ask"),
    }
}
