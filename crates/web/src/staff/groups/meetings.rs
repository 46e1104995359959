//! `/groups/{group}/meetings`: cancel or move one meeting, or call the group off. All who come are told at once.

use actix_web::{HttpResponse, web};
use askama::Template;
use chrono::{DateTime, NaiveDate, NaiveTime, Utc};
use groups::{Fault, Meeting, Roster};
use model::{Chance, GroupId, GroupState, Link, oslo_date};
use store::{DbConn, staff::Member};

use super::{find_ready, view::dated_meeting};
use crate::{
    app::App,
    browser::Browser,
    fault::WebFault,
    form::{Buttons, Choice, Choices, Form, FormState, Input, Opening, fields},
    page::{Shell, show, show_again},
    redirect::see_other,
    routes::{get, post},
    staff::{id::Id, signed_in::SignedIn, typed},
    told::{Telling as _, Told},
};

fields! {
    /// Which meeting, when instead, and which button; and the button that calls the group off.
    enum MeetingField {
        Meeting = "meeting",
        Date = "date",
        Time = "time",
        Do = "do",
        Off = "off",
    }
}

const CANCEL: &str = "cancel";
const MOVE: &str = "move";
const CALL_OFF: &str = "group";

/// What the igangsetter wants, once it has been read.
#[derive(Clone, Copy)]
enum Wanted {
    Cancel(NaiveDate),
    Move(NaiveDate, (NaiveDate, NaiveTime)),
    CallOff,
}

#[derive(Template)]
#[template(path = "staff/group-meetings.html")]
struct MeetingsPage {
    shell: Shell,
    back: Link,
    has_meetings: bool,
    form: Opening,
    meeting: Choices,
    date: Input,
    time: Input,
    buttons: Buttons,
    off: Option<(Opening, Buttons)>,
}

/// Where it is served.
pub fn routes(cfg: &mut web::ServiceConfig) {
    let page = web::resource(Link::Meetings(GroupId::from_bytes([0; 16])).route());
    cfg.service(page.route(get().to(show_form)).route(post().to(change)));
}

async fn show_form(
    app: App,
    browser: Browser,
    SignedIn(by): SignedIn,
    Id(id): Id<GroupId>,
) -> Result<HttpResponse, WebFault> {
    let roster = find_ready(&app, by, id).await?;
    show(&page(&app, &browser, &roster, &FormState::empty()))
}

async fn change(
    app: App,
    browser: Browser,
    SignedIn(by): SignedIn,
    Id(id): Id<GroupId>,
    form: Form<MeetingField>,
) -> Result<HttpResponse, WebFault> {
    let mut state = form.about(&Link::Meetings(id))?;
    let roster = find_ready(&app, by.clone(), id).await?;
    let Some(wanted) = read(&mut state, &roster, app.clock.now()) else {
        return show_again(&page(&app, &browser, &roster, &state));
    };
    let (chance, now) = (app.chance.clone(), app.clock.now());
    let carry_out = move |tx: &mut DbConn| wanted.carry_out(tx, &chance, &by, (id, now));
    match app.db.write(carry_out).await {
        Ok(told) => Ok(see_other(&Link::Group(id)).telling(&app, told)),
        Err(Fault::BadDate) => {
            state.blame(MeetingField::Date, "meetings-bad-date");
            show_again(&page(&app, &browser, &roster, &state))
        }
        Err(Fault::RoomTaken) => {
            state.blame(MeetingField::Date, "meetings-room-taken");
            show_again(&page(&app, &browser, &roster, &state))
        }
        Err(fault) => Err(fault.into()),
    }
}

impl Wanted {
    fn carry_out(
        self,
        tx: &mut DbConn,
        chance: &Chance,
        by: &Member,
        (id, now): (GroupId, DateTime<Utc>),
    ) -> Result<Told, Fault> {
        match self {
            Self::Cancel(meeting) => {
                groups::cancel_meeting(tx, chance, by, (id, meeting), now)?;
                Ok(Told::MeetingCancelled)
            }
            Self::Move(meeting, to) => {
                groups::move_meeting(tx, chance, by, (id, meeting, to), now)?;
                Ok(Told::MeetingMoved)
            }
            Self::CallOff => {
                groups::call_off(tx, chance, by, id, now)?;
                Ok(Told::GroupCalledOff)
            }
        }
    }
}

fn read(state: &mut FormState<MeetingField>, roster: &Roster, now: DateTime<Utc>) -> Option<Wanted> {
    if state.has(MeetingField::Off, CALL_OFF) {
        return Some(Wanted::CallOff);
    }
    let known = |raw: &str| ahead(roster, now).find(|meeting| meeting.planned.to_string() == raw);
    let meeting = state.read(MeetingField::Meeting, |raw| known(raw).ok_or("meetings-none"));
    if state.has(MeetingField::Do, CANCEL) {
        return Some(Wanted::Cancel(meeting?.planned));
    }
    if !state.has(MeetingField::Do, MOVE) {
        state.blame(MeetingField::Do, "fault-button");
        return None;
    }
    let date = state.read(MeetingField::Date, |raw| typed::date(raw, oslo_date(now)));
    let time = state.read(MeetingField::Time, typed::time);
    Some(Wanted::Move(meeting?.planned, (date?, time?)))
}

/// The meetings that have not been. One that is cancelled, or on a day when doors are shut, can be moved.
fn ahead(roster: &Roster, now: DateTime<Utc>) -> impl Iterator<Item = &Meeting> {
    let is_ahead = move |meeting: &&Meeting| match meeting.begins_at() {
        Some(begins) => begins > now,
        None => meeting.planned >= oslo_date(now),
    };
    roster.meetings.iter().filter(is_ahead)
}

fn page(app: &App, browser: &Browser, roster: &Roster, state: &FormState<MeetingField>) -> MeetingsPage {
    let (texts, id) = (browser.texts(), roster.group.id);
    let choice = |meeting: &Meeting| {
        let label = dated_meeting(texts, meeting);
        Choice::new(state, MeetingField::Meeting, meeting.planned.to_string(), label)
    };
    let form = || Opening::of_page(app, browser, &Link::Meetings(id));
    let call_off = Buttons::new(state, MeetingField::Off, texts).danger(CALL_OFF, "meetings-call-off");
    MeetingsPage {
        shell: Shell::new(browser, "meetings-title").for_staff().with_faults_of(state),
        back: Link::Group(id),
        has_meetings: ahead(roster, app.clock.now()).next().is_some(),
        form: form(),
        meeting: Choices::one(state, MeetingField::Meeting, texts, "meetings-which")
            .section(None, ahead(roster, app.clock.now()).map(choice).collect()),
        date: Input::new(state, MeetingField::Date, texts, "meetings-date")
            .hint("meetings-date-hint")
            .date()
            .optional(),
        time: Input::new(state, MeetingField::Time, texts, "meetings-time")
            .hint("meetings-time-hint")
            .optional(),
        buttons: Buttons::new(state, MeetingField::Do, texts)
            .other(MOVE, "meetings-move")
            .danger(CANCEL, "meetings-cancel"),
        off: (roster.group.state == GroupState::Ready).then(|| (form(), call_off)),
    }
}
