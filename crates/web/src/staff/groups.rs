//! `/groups/{group}`: one group, as its igangsetter sees it. Who declined stands nowhere (promise C10).

use actix_web::{HttpResponse, web};
use askama::Template;
use chrono::{Days, NaiveDate};
use groups::Roster;
use model::{GroupId, GroupState, Link, SUPPORTED_MEETINGS};
use store::{DbConn, staff::Member};
use texts::Texts;

use super::{id::Id, signed_in::SignedIn};
use crate::{
    app::App,
    browser::Browser,
    fault::WebFault,
    form::{Buttons, Form, FormState, Opening, fields},
    page::{Shell, show, show_again},
    redirect::see_other,
    routes::{get, post},
    told::{Telling as _, Told},
};

fields! {
    /// The igangsetter's answer.
    enum LeadField {
        Do = "do",
    }
}

const YES: &str = "yes";
const NO: &str = "no";

#[derive(Template)]
#[template(path = "staff/group.html")]
struct GroupPage {
    shell: Shell,
    state: GroupState,
    when: String,
    place: String,
    room: String,
    way: String,
    waits_until: String,
    names: Vec<String>,
    meetings: Vec<String>,
    open_until: String,
    whom_to_call: Option<String>,
    form: Opening,
    buttons: Buttons,
}

/// Where it is served.
pub fn routes(cfg: &mut web::ServiceConfig) {
    let page = web::resource(Link::Group(GroupId::from_bytes([0; 16])).route());
    cfg.service(page.route(get().to(show_group)).route(post().to(answer)));
}

async fn show_group(
    app: App,
    browser: Browser,
    SignedIn(by): SignedIn,
    Id(id): Id<GroupId>,
) -> Result<HttpResponse, WebFault> {
    let roster = find(&app, by, id).await?;
    show(&page(&app, &browser, &roster, &FormState::empty()))
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
            let roster = find(&app, by, id).await?;
            return show_again(&page(&app, &browser, &roster, &state));
        }
    };
    let (chance, now) = (app.chance.clone(), app.clock.now());
    let answer = move |tx: &mut DbConn| groups::answer_lead(tx, &chance, &by, (id, takes_it), now);
    app.db.write(answer).await?;
    let leading = see_other(&Link::Group(id));
    Ok(if takes_it {
        leading
    } else {
        leading.telling(&app, Told::GroupRefused)
    })
}

async fn find(app: &App, by: Member, id: GroupId) -> Result<Roster, WebFault> {
    Ok(app.db.read(move |tx| groups::roster(tx, &by, id)).await?)
}

fn page(app: &App, browser: &Browser, roster: &Roster, state: &FormState<LeadField>) -> GroupPage {
    let (texts, group) = (browser.texts(), &roster.group);
    let title = match group.state {
        GroupState::Proposed | GroupState::Asked => "group-asked-title",
        GroupState::Inviting => "group-inviting-title",
        GroupState::Ready => "group-ready-title",
        GroupState::Dissolved => "group-dissolved-title",
    };
    let dated = |key, date: NaiveDate| texts.with(key, &[("date", texts.date(date).into())]);
    GroupPage {
        shell: Shell::new(browser, title).for_staff().with_faults_of(state),
        state: group.state,
        when: texts.date_time(group.calendar.first_meeting, group.cell.time.starts_at),
        place: group.place_name.clone(),
        room: group.room_name.clone(),
        way: group.how_to_find.clone(),
        waits_until: dated("group-waits-until", group.calendar.cut_off),
        names: names(texts, &roster.members),
        meetings: meetings(texts, group.calendar.first_meeting),
        open_until: dated("group-open-until", group.calendar.kept_until),
        whom_to_call: app
            .controller
            .as_ref()
            .filter(|_| matches!(group.state, GroupState::Inviting | GroupState::Ready))
            .map(|controller| texts.with("answer-cannot", &[("phone", (&controller.phone).into())])),
        form: Opening::of_page(app, browser, &Link::Group(group.id)),
        buttons: Buttons::new(state, LeadField::Do, texts)
            .first(YES, "group-yes")
            .other(NO, "group-no"),
    }
}

/// Those who come, by nickname; without one by number.
fn names(texts: Texts, members: &[Option<String>]) -> Vec<String> {
    let name = |(number, nickname): (usize, &Option<String>)| {
        let unnamed = || texts.with("group-participant", &[("number", number.into())]);
        nickname.clone().unwrap_or_else(unnamed)
    };
    (1..).zip(members).map(name).collect()
}

/// The dates of the meetings at which the igangsetter is there.
fn meetings(texts: Texts, first: NaiveDate) -> Vec<String> {
    (0..SUPPORTED_MEETINGS)
        .map(|week| texts.date(first + Days::new(7 * week)))
        .collect()
}
