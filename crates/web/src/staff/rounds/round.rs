//! `/rounds/{round}`: one proposal. Groups are chosen, then it is said whom that writes to, then they are approved.

use actix_web::{HttpRequest, HttpResponse, web};
use askama::Template;
use groups::{Draft, Proposed};
use model::{GroupId, GroupState, Link, RoundId};
use store::{
    DbConn,
    availability::{self, Availability},
    place::{self, Place},
    staff::Member,
};
use texts::Texts;

use super::{
    approved,
    send::{Reach, approve, asks_first},
    unplaced::{self, Advice, Reason},
};
use crate::{
    app::App,
    browser::Browser,
    cookie::WithCookie as _,
    fault::WebFault,
    form::{Buttons, Form, FormState, Opening, fields},
    page::{Shell, show, show_again},
    redirect::see_other,
    routes::{get, post},
    staff::{id::Id, signed_in::Coordinator},
    told::{Telling as _, Told},
};

fields! {
    /// Which groups, and which button.
    enum RoundField {
        Group = "group" many,
        Do = "do",
    }
}

const CHECK: &str = "check";
const SEND: &str = "send";
const DISCARD: &str = "discard";

#[derive(Template)]
#[template(path = "staff/round.html")]
struct RoundPage {
    shell: Shell,
    told: Vec<String>,
    page: Link,
    outcome: Outcome,
    groups: Vec<Card>,
    fault: Option<String>,
    unplaced: Vec<Reason>,
    helps: Vec<Advice>,
    form: Opening,
    discard: Buttons,
}

#[derive(Template)]
#[template(path = "staff/check.html")]
struct Check {
    shell: Shell,
    reach: Reach,
    groups: Vec<Card>,
    page: Link,
    form: Opening,
    send: Buttons,
}

/// How many the proposal has a seat for, and how many wait after it.
struct Outcome {
    seated: usize,
    after: usize,
}

/// A group of the draft.
struct Card {
    id: GroupId,
    name: String,
    place: String,
    time: String,
    first_meeting: String,
    notes: usize,
    igangsetter: String,
    asks_first: bool,
    chosen: bool,
}

/// A draft, with what its igangsettere have told, and the places of its region.
struct Found {
    draft: Draft,
    told: Vec<Availability>,
    places: Vec<Place>,
}

impl Outcome {
    fn of(draft: &Draft) -> Self {
        Self {
            seated: draft.groups.iter().map(|one| one.notes).sum(),
            after: draft.unplaced.len(),
        }
    }

    /// How many wait before it.
    const fn before(&self) -> usize {
        self.seated + self.after
    }

    /// Which part of them gets a seat.
    fn seated_percent(&self) -> usize {
        (self.seated * 100).checked_div(self.before()).unwrap_or(0)
    }
}

/// Where it is served.
pub fn routes(cfg: &mut web::ServiceConfig) {
    let page = web::resource(Link::Round(RoundId::from_bytes([0; 16])).route());
    cfg.service(page.route(get().to(show_draft)).route(post().to(act)));
}

/// The draft; or, with groups chosen in the query, what approving them would do.
async fn show_draft(
    app: App,
    browser: Browser,
    req: HttpRequest,
    Coordinator(by): Coordinator,
    Id(id): Id<RoundId>,
) -> Result<HttpResponse, WebFault> {
    let found = find(&app, by, id).await?;
    let mut state = chosen_in(req.query_string());
    if state.has(RoundField::Do, CHECK) {
        let known = |raw: &str| found.draft.groups.iter().find(|one| one.group.id.to_string() == raw);
        let none = if state.values(RoundField::Group).next().is_some() {
            "round-changed"
        } else {
            "round-no-group"
        };
        return match state.read_each(RoundField::Group, none, known) {
            Some(chosen) => show(&check(&app, &browser, (id, &found), &chosen)),
            None => show_again(&page(&app, &browser, &found, &state)),
        };
    }
    let told = approved::told(&app, &req, browser.texts());
    let page = page(&app, &browser, &found, &state);
    Ok(approved::forget(&app, show(&RoundPage { told, ..page })?))
}

async fn act(
    app: App,
    browser: Browser,
    Coordinator(by): Coordinator,
    Id(id): Id<RoundId>,
    form: Form<RoundField>,
) -> Result<HttpResponse, WebFault> {
    let mut state = form.about(&Link::Round(id))?;
    match state.value(RoundField::Do) {
        SEND => {
            let parsed = state.read_each(RoundField::Group, "round-no-group", |raw| raw.parse::<GroupId>().ok());
            let Some(chosen) = parsed else {
                let found = find(&app, by, id).await?;
                return show_again(&page(&app, &browser, &found, &state));
            };
            let (chance, now) = (app.chance.clone(), app.clock.now());
            let approve = move |tx: &mut DbConn| approve(tx, &chance, &by, (id, &chosen), now);
            let (told, next) = app.db.write(approve).await?;
            Ok(see_other(&next).with_cookie(&told.cookie(&app)?))
        }
        DISCARD => {
            app.db.write(move |tx| groups::discard(tx, &by, id)).await?;
            Ok(see_other(&Link::Rounds).telling(&app, Told::DraftDiscarded))
        }
        _ => {
            state.blame(RoundField::Do, "fault-button");
            let found = find(&app, by, id).await?;
            show_again(&page(&app, &browser, &found, &state))
        }
    }
}

/// The open round of the coordinator's region, if it is this one (promise S12).
async fn find(app: &App, by: Member, id: RoundId) -> Result<Found, WebFault> {
    let today = app.clock.today();
    let read = move |tx: &mut DbConn| {
        let draft = groups::draft(tx, &by)?.filter(|draft| draft.round.id == id);
        let draft = draft.ok_or(groups::Fault::NotYours)?;
        Ok::<_, groups::Fault>(Found {
            draft: groups::dated(tx, draft, today)?,
            told: availability::list(tx, by.region)?,
            places: place::list(tx, by.region)?,
        })
    };
    Ok(app.db.read(read).await?)
}

/// What was chosen, by a form that only asks to see more and so needs no token.
fn chosen_in(query: &str) -> FormState<RoundField> {
    let pairs: Vec<(String, String)> = serde_html_form::from_str(query).unwrap_or_default();
    let chosen = pairs.into_iter();
    let chosen = chosen.filter_map(|(name, value)| match name.as_str() {
        "group" => Some((RoundField::Group, value)),
        "do" => Some((RoundField::Do, value)),
        _ => None,
    });
    chosen.fold(FormState::empty(), |state, (field, value)| state.filled(field, value))
}

fn page(app: &App, browser: &Browser, found: &Found, state: &FormState<RoundField>) -> RoundPage {
    let (texts, link) = (browser.texts(), Link::Round(found.draft.round.id));
    let shell = Shell::new(browser, "round-title").for_staff();
    let was_chosen = |one: &Proposed| {
        let nothing_yet = state.values(RoundField::Group).next().is_none();
        (nothing_yet && state.fault(RoundField::Group).is_none())
            || state.has(RoundField::Group, &one.group.id.to_string())
    };
    RoundPage {
        told: Vec::new(),
        outcome: Outcome::of(&found.draft),
        groups: numbered(&found.draft)
            .map(|(number, one)| Card {
                chosen: was_chosen(one),
                ..card(texts, number, one, found)
            })
            .collect(),
        fault: state.fault(RoundField::Group).map(|fault| fault.text(texts)),
        unplaced: unplaced::reasons(texts, &found.draft.unplaced),
        helps: unplaced::helps(texts, &found.draft.helps, &found.places),
        form: Opening::of_page(app, browser, &link),
        discard: Buttons::new(state, RoundField::Do, texts).danger(DISCARD, "round-discard-yes"),
        shell: shell.with_faults_of(state),
        page: link,
    }
}

fn check(app: &App, browser: &Browser, (id, found): (RoundId, &Found), chosen: &[&Proposed]) -> Check {
    let texts = browser.texts();
    let is_chosen = |one: &Proposed| chosen.iter().any(|other| other.group.id == one.group.id);
    let cards = numbered(&found.draft).filter(|(_, one)| is_chosen(one));
    Check {
        shell: Shell::new(browser, "check-title").for_staff(),
        reach: Reach::of(texts, chosen, &found.told),
        groups: cards.map(|(number, one)| card(texts, number, one, found)).collect(),
        page: Link::Round(id),
        form: Opening::of_page(app, browser, &Link::Round(id)),
        send: Buttons::new(&FormState::empty(), RoundField::Do, texts).first(SEND, "check-send"),
    }
}

fn numbered(draft: &Draft) -> impl Iterator<Item = (usize, &Proposed)> {
    (1..).zip(&draft.groups)
}

fn card(texts: Texts, number: usize, one: &Proposed, found: &Found) -> Card {
    let group = &one.group;
    let name = if group.state == GroupState::Proposed {
        "round-group"
    } else {
        "round-fill"
    };
    Card {
        id: group.id,
        name: texts.with(name, &[("number", number.into())]),
        place: [&*group.place_name, &group.letter_name, &group.room_name].join(", "),
        time: texts.weekly_time(group.cell.time),
        first_meeting: texts.date(group.calendar.first_meeting),
        notes: one.notes,
        igangsetter: one.igangsetter.clone(),
        asks_first: asks_first(&found.told, group),
        chosen: true,
    }
}
