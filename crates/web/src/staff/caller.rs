//! `/caller`: somebody with a receipt code calls. Staff type in the code that is read out, and press what the caller
//! says (promise C13). The code is sent with each form, and is kept nowhere.

use actix_web::{HttpResponse, web};
use askama::Template;
use chrono::{DateTime, Utc};
use course::MyNote;
use groups::Answer;
use model::{Chance, GroupState, Link, NoteId, NoteState, ReceiptCode, SeatState};
use store::DbConn;
use texts::Texts;

use super::signed_in::Coordinator;
use crate::{
    app::App,
    browser::Browser,
    fault::WebFault,
    form::{Buttons, Form, FormState, Input, Opening, fields},
    limit::Peer,
    page::{Shell, show, show_again},
    routes::{get, post},
};

fields! {
    /// The code, and what the caller says.
    enum CallerField {
        Code = "code",
        Do = "do",
    }
}

const LOOK_UP: &str = "look-up";
const YES: &str = "yes";
const OTHER_DATE: &str = "date";
const OTHER_TIME: &str = "time";
const GO_ON: &str = "go-on";
const ABSENT: &str = "absent";
const ERASE: &str = "erase";

#[derive(Template)]
#[template(path = "staff/caller.html")]
struct CallerPage {
    shell: Shell,
    form: Opening,
    code: Input,
    look_up: Buttons,
    found: Option<Found>,
}

/// What is known of the caller, in the words that are read out.
struct Found {
    done: Option<String>,
    status: String,
    when: Option<String>,
    place: Option<String>,
    code: String,
    form: Opening,
    buttons: Buttons,
}

/// Where it is served.
pub fn routes(cfg: &mut web::ServiceConfig) {
    let page = web::resource(Link::Caller.route());
    cfg.service(page.route(get().to(show_form)).route(post().to(act)));
}

async fn show_form(app: App, browser: Browser, Coordinator(_): Coordinator) -> Result<HttpResponse, WebFault> {
    show(&page(&app, &browser, &FormState::empty(), None))
}

async fn act(
    app: App,
    browser: Browser,
    Coordinator(by): Coordinator,
    peer: Peer,
    form: Form<CallerField>,
) -> Result<HttpResponse, WebFault> {
    let mut state = form.about(&Link::Caller)?;
    let Some(code) = state.read(CallerField::Code, |raw| {
        raw.parse::<ReceiptCode>().map_err(|_| "caller-code-wrong")
    }) else {
        return show_again(&page(&app, &browser, &state, None));
    };
    app.limits.look_up(&peer)?;
    let (vault, chance, now) = (app.vault.clone(), app.chance.clone(), app.clock.now());
    let said = state.value(CallerField::Do).to_owned();
    let work = move |tx: &mut DbConn| {
        let looked_up = course::look_up(tx, (&vault, &chance), &code, now)?;
        let Some((note, _)) = looked_up.filter(|(note, _)| note.region == by.region) else {
            return Ok::<_, WebFault>(None);
        };
        let done = carry_out(tx, &chance, note.id, &said, now)?;
        Ok(Some((done, course::my_note(tx, note.id)?)))
    };
    match app.db.write(work).await? {
        None => {
            state.blame(CallerField::Code, "caller-code-unknown");
            show_again(&page(&app, &browser, &state, None))
        }
        Some((done, mine)) => show(&page(&app, &browser, &state, Some((done, mine)))),
    }
}

/// Does what the caller says, as the own page would. The key of what was done; nothing if the code was only looked up.
fn carry_out(
    tx: &mut DbConn,
    chance: &Chance,
    note: NoteId,
    said: &str,
    now: DateTime<Utc>,
) -> Result<Option<&'static str>, WebFault> {
    let answer = match said {
        YES => Answer::Accept { nickname: None },
        OTHER_DATE => Answer::NotThisDate,
        OTHER_TIME => Answer::NotThisTime,
        GO_ON => {
            course::resume(tx, note, now)?;
            return Ok(Some("caller-done"));
        }
        ERASE => {
            groups::withdraw(tx, chance, note, now)?;
            return Ok(Some("caller-erased"));
        }
        _ => {
            let seat = course::my_note(tx, note)?.and_then(|mine| mine.seat);
            if let (ABSENT, Some(seat)) = (said, seat) {
                groups::absent(tx, chance, (note, seat.group.id), now)?;
                return Ok(Some("caller-done"));
            }
            return Ok(None);
        }
    };
    let Some(seat) = course::my_note(tx, note)?.and_then(|mine| mine.seat) else {
        return Ok(Some("caller-too-late"));
    };
    Ok(Some(
        match groups::answer(tx, chance, (note, seat.group.id), &answer, now)? {
            groups::Answered::Done => "caller-done",
            groups::Answered::TooLate => "caller-too-late",
        },
    ))
}

fn page(
    app: &App,
    browser: &Browser,
    state: &FormState<CallerField>,
    found: Option<(Option<&'static str>, Option<MyNote>)>,
) -> CallerPage {
    let texts = browser.texts();
    let form = || Opening::of_page(app, browser, &Link::Caller).remembering_nothing();
    let found = found.map(|(done, mine)| Found {
        done: done.map(|key| texts.get(key)),
        status: texts.get(status(mine.as_ref())),
        when: mine.as_ref().and_then(|mine| when(texts, mine)),
        place: mine.as_ref().and_then(place),
        code: state.value(CallerField::Code).to_owned(),
        form: form(),
        buttons: buttons(texts, state, mine.as_ref()),
    });
    // The code is not shown in the field again: the next caller has another one.
    let typed = if found.is_some() { &FormState::empty() } else { state };
    CallerPage {
        shell: Shell::new(browser, "caller-title").for_staff().with_faults_of(state),
        form: form(),
        code: Input::new(typed, CallerField::Code, texts, "caller-code").hint("caller-code-hint"),
        look_up: Buttons::new(typed, CallerField::Do, texts).first(LOOK_UP, "caller-look-up"),
        found,
    }
}

/// What is read out.
fn status(mine: Option<&MyNote>) -> &'static str {
    let Some(mine) = mine else {
        return "caller-is-gone";
    };
    match (mine.note.standing.state(), &mine.seat) {
        (NoteState::Paused, _) => "caller-is-paused",
        (_, Some(seat)) => match (seat.seat.state, seat.group.state) {
            (SeatState::Accepted, GroupState::Ready | GroupState::Started) => "caller-is-ready",
            (SeatState::Accepted, _) => "caller-has-accepted",
            (SeatState::Invited, _) => "caller-is-invited",
            (SeatState::Held | SeatState::Declined | SeatState::Silent, _) => "caller-is-waiting",
        },
        _ => "caller-is-waiting",
    }
}

fn when(texts: Texts, mine: &MyNote) -> Option<String> {
    let group = &mine.seat.as_ref()?.group;
    Some(texts.date_time(group.calendar.first_meeting, group.cell.time.starts_at))
}

fn place(mine: &MyNote) -> Option<String> {
    let group = &mine.seat.as_ref()?.group;
    let lines = [
        &group.place_name,
        &group.letter_name,
        &group.room_name,
        &group.directions.entrance,
    ];
    let told: Vec<&str> = lines
        .into_iter()
        .map(String::as_str)
        .filter(|line| !line.is_empty())
        .collect();
    Some(told.join(", "))
}

/// What the caller can say.
fn buttons(texts: Texts, state: &FormState<CallerField>, mine: Option<&MyNote>) -> Buttons {
    let buttons = Buttons::new(state, CallerField::Do, texts);
    let Some(mine) = mine else {
        return buttons;
    };
    let seat = mine.seat.as_ref().map(|seat| (seat.seat.state, seat.group.state));
    let buttons = match seat {
        Some((SeatState::Invited, _)) => buttons
            .first(YES, "answer-yes")
            .other(OTHER_DATE, "answer-not-this-date")
            .other(OTHER_TIME, "answer-not-this-time"),
        Some((SeatState::Accepted, GroupState::Ready | GroupState::Started)) => {
            buttons.first(ABSENT, "caller-absent").other(OTHER_TIME, "caller-leave")
        }
        Some((SeatState::Accepted, _)) => buttons.other(OTHER_DATE, "caller-leave"),
        _ if mine.note.standing.state() == NoteState::Paused => buttons.first(GO_ON, "caller-go-on"),
        _ => buttons,
    };
    buttons.danger(ERASE, "caller-erase")
}
