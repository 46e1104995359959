//! `/groups/{group}`: one group, as its igangsetter sees it. Who declined stands nowhere (promise C10).

mod meetings;
mod message;
mod step_back;
mod view;

use actix_web::{HttpResponse, web};
use groups::{Dispatch, Fault, Roster};
use model::{Controller, GroupId, GroupState, Link};
use store::{DbConn, contact_point, staff::Member};

use super::{id::Id, signed_in::SignedIn};
use crate::{
    app::App,
    browser::Browser,
    fault::WebFault,
    form::{Form, FormState, fields},
    page::{show, show_again},
    redirect::see_other,
    routes::{get, post},
    told::{Telling as _, Told},
};

fields! {
    /// The igangsetter's answer.
    pub(super) enum LeadField {
        Do = "do",
    }
}

const YES: &str = "yes";
const NO: &str = "no";

/// A group, what its igangsetter has told it, and whom to call.
struct Found {
    roster: Roster,
    dispatches: Vec<Dispatch>,
    controller: Option<Controller>,
}

/// Where it is served.
pub fn routes(cfg: &mut web::ServiceConfig) {
    let page = web::resource(Link::Group(GroupId::from_bytes([0; 16])).route());
    cfg.service(page.route(get().to(show_group)).route(post().to(answer)))
        .configure(meetings::routes)
        .configure(message::routes)
        .configure(step_back::routes);
}

async fn show_group(
    app: App,
    browser: Browser,
    SignedIn(by): SignedIn,
    Id(id): Id<GroupId>,
) -> Result<HttpResponse, WebFault> {
    let found = find(&app, by, id).await?;
    show(&view::page(&app, &browser, &found, &FormState::empty()))
}

async fn answer(
    app: App,
    browser: Browser,
    SignedIn(by): SignedIn,
    Id(id): Id<GroupId>,
    form: Form<LeadField>,
) -> Result<HttpResponse, WebFault> {
    let mut state = form.about(&Link::Group(id))?;
    let takes_it = match state.value(LeadField::Do) {
        YES => true,
        NO => false,
        _ => {
            state.blame(LeadField::Do, "fault-button");
            let found = find(&app, by, id).await?;
            return show_again(&view::page(&app, &browser, &found, &state));
        }
    };
    let (chance, now) = (app.chance.clone(), app.clock.now());
    let answer = move |tx: &mut DbConn| {
        groups::answer_lead(tx, &chance, &by, (id, takes_it), now)?;
        match groups::roster(tx, &by, id, now) {
            Ok(_) => Ok(true),
            Err(Fault::NotYours) => Ok(false),
            Err(fault) => Err(fault),
        }
    };
    // Whoever has said no does not see the group any more, whatever is pressed later.
    Ok(if app.db.write(answer).await? {
        see_other(&Link::Group(id))
    } else {
        see_other(&Link::Desk).telling(&app, Told::GroupRefused)
    })
}

/// A group whose people know of each other, for whoever leads it for certain; for others the page is not there.
async fn find_ready(app: &App, by: Member, id: GroupId) -> Result<Roster, WebFault> {
    let whom = by.id;
    let roster = find(app, by, id).await?.roster;
    if is_ready(roster.group.state) && roster.group.lead.certain() == Some(whom) {
        Ok(roster)
    } else {
        Err(WebFault::NotFound)
    }
}

/// Whether people know of each other, so that they can be told something.
const fn is_ready(state: GroupState) -> bool {
    matches!(state, GroupState::Ready | GroupState::Started)
}

async fn find(app: &App, by: Member, id: GroupId) -> Result<Found, WebFault> {
    let now = app.clock.now();
    let read = move |tx: &mut DbConn| {
        let roster = groups::roster(tx, &by, id, now)?;
        let leads = roster.group.lead.certain() == Some(by.id);
        Ok::<_, groups::Fault>(Found {
            dispatches: if leads {
                groups::dispatches(tx, &by, id, now)?
            } else {
                Vec::new()
            },
            controller: contact_point::get(tx, roster.group.contact_point)?.controller,
            roster,
        })
    };
    Ok(app.db.read(read).await?)
}
