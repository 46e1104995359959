//! How a group looks to its igangsetter.

use askama::Template;
use chrono::NaiveDate;
use groups::{Dispatch, Meeting, MeetingState, Seated};
use model::{GroupState, Link, MIN_SIZE};
use store::place::Directions;
use texts::Texts;

use super::{Found, LeadField, NO, YES, is_ready};
use crate::{
    app::App,
    browser::Browser,
    form::{Buttons, FormState, Opening},
    note::{next_meeting, where_it_is},
    page::Shell,
};

#[derive(Template)]
#[template(path = "staff/group.html")]
pub(super) struct GroupPage {
    shell: Shell,
    state: GroupState,
    asks: bool,
    when: String,
    place: String,
    directions: Vec<(String, String)>,
    waits_until: String,
    names: Vec<String>,
    is_small: bool,
    meetings: Vec<String>,
    told: Vec<String>,
    open_until: String,
    whom_to_call: Option<String>,
    form: Opening,
    buttons: Buttons,
    message: Link,
    change: Link,
    step_back: Link,
}

impl GroupPage {
    /// Whether people know of each other, so that they can be told something.
    fn is_ready(&self) -> bool {
        is_ready(self.state)
    }
}

/// The page of a group.
pub(super) fn page(app: &App, browser: &Browser, found: &Found, state: &FormState<LeadField>) -> GroupPage {
    let (texts, roster) = (browser.texts(), &found.roster);
    let group = &roster.group;
    let asks = group.lead.certain().is_none() && group.state != GroupState::Dissolved;
    let planned = (group.calendar.first_meeting, group.cell.time.starts_at);
    let (date, time) = next_meeting(&roster.meetings, app.clock.now()).unwrap_or(planned);
    let dated = |key, date: NaiveDate| texts.with(key, &[("date", texts.date(date).into())]);
    let phone = found.controller.as_ref().map(|controller| &controller.phone);
    GroupPage {
        shell: Shell::new(browser, title(group.state, asks))
            .for_staff()
            .with_faults_of(state),
        state: group.state,
        asks,
        when: texts.date_time(date, time),
        place: format!("{}, {}", where_it_is(group), group.room_name),
        directions: directions(texts, &group.directions, !asks),
        waits_until: dated("group-waits-until", group.calendar.cut_off),
        is_small: group.state == GroupState::Ready && roster.members.len() < MIN_SIZE,
        names: roster.members.iter().map(|member| name(texts, member)).collect(),
        meetings: roster
            .meetings
            .iter()
            .map(|meeting| dated_meeting(texts, meeting))
            .collect(),
        told: found.dispatches.iter().map(|one| dispatch(texts, one)).collect(),
        open_until: dated("group-open-until", roster.ends_on),
        whom_to_call: phone
            .filter(|_| group.state.is_announced())
            .map(|phone| texts.with("answer-cannot", &[("phone", phone.into())])),
        form: Opening::of_page(app, browser, &Link::Group(group.id)),
        buttons: Buttons::new(state, LeadField::Do, texts)
            .first(YES, "group-yes")
            .other(NO, "group-no"),
        message: Link::Message(group.id),
        change: Link::Meetings(group.id),
        step_back: Link::StepBack(group.id),
    }
}

const fn title(state: GroupState, asks: bool) -> &'static str {
    match state {
        GroupState::Dissolved => "group-dissolved-title",
        _ if asks => "group-asked-title",
        GroupState::Proposed | GroupState::Asked | GroupState::Inviting => "group-inviting-title",
        GroupState::Open => "group-open-title",
        GroupState::Ready => "group-ready-title",
        GroupState::Started => "group-started-title",
    }
}

/// How to find the way; and where the key is, but not for somebody who has only been asked.
fn directions(texts: Texts, to: &Directions, with_key: bool) -> Vec<(String, String)> {
    let step_free = to.step_free.map(|is_step_free| {
        texts.get(if is_step_free {
            "meeting-step-free"
        } else {
            "meeting-not-step-free"
        })
    });
    let key = with_key.then(|| to.key_info.clone());
    let all = [
        ("meeting-way", to.entrance.clone()),
        ("meeting-steps", step_free.unwrap_or_default()),
        ("places-key", key.unwrap_or_default()),
        ("meeting-dial-in", to.dial_in.clone()),
    ];
    let told = all.into_iter().filter(|(_, text)| !text.is_empty());
    told.map(|(key, text)| (texts.get(key), text)).collect()
}

/// By nickname; without one by number, which stays when others leave.
fn name(texts: Texts, member: &Seated) -> String {
    let unnamed = || texts.with("group-participant", &[("number", member.number.into())]);
    member.nickname.clone().unwrap_or_else(unnamed)
}

/// When a meeting is, or why it is not.
pub(super) fn dated_meeting(texts: Texts, meeting: &Meeting) -> String {
    let without = |key| texts.with(key, &[("date", texts.date(meeting.planned).into())]);
    match meeting.state {
        MeetingState::On { date, time, moved } => {
            let when = texts.date_time(date, time);
            if moved {
                texts.with("group-meeting-moved", &[("when", when.into())])
            } else {
                when
            }
        }
        MeetingState::Cancelled => without("group-meeting-cancelled"),
        MeetingState::Holiday => without("group-meeting-holiday"),
    }
}

/// How many have been reached: «5 av 6 sendt, 1 har kode».
fn dispatch(texts: Texts, one: &Dispatch) -> String {
    let numbers = [
        ("sent", one.sent.into()),
        ("all", (one.letters + one.by_code).into()),
        ("codes", one.by_code.into()),
    ];
    let what = texts.get(&format!("group-told-{}", one.kind));
    format!("{what}: {}", texts.with("group-told", &numbers))
}
