//! `/caller`: somebody with a receipt code calls. Staff type in the code that is read out, and press what the caller
//! says (promise C13). The code is sent with each form, and is kept nowhere.

use actix_web::{HttpResponse, web};
use askama::Template;
use chrono::{DateTime, Utc};
use course::{MyNote, MySeat};
use groups::{Answer, Answered, Fault};
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
    note::{EVERYTHING, Meeting, NoticeBox},
    page::{Shell, show, show_again},
    routes::{get, post},
};

fields! {
    /// The code, the button that looks it up, what the caller says, and the button that erases.
    enum CallerField {
        Code = "code",
        LookUp = "look-up",
        Do = "do",
        Erase = "erase",
    }
}

const LOOK_UP: &str = "code";
const YES: &str = "yes";
const OTHER_DATE: &str = "date";
const OTHER_TIME: &str = "time";
const GO_ON: &str = "go-on";
const ABSENT: &str = "absent";

/// What the person on the telephone says.
enum Said {
    /// The code, and nothing more yet.
    Code,
    /// An answer to the invitation, or that they don't come after all.
    Answer(Answer),
    /// That they still want to wait.
    GoesOn,
    /// That they can't come to the next meeting.
    Absent,
    /// That everything is to be erased.
    Erase,
}

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
    meeting: Option<Meeting>,
    notices: Vec<NoticeBox>,
    code: String,
    /// What the caller can say, if there is a choice.
    answers: Option<(Opening, Buttons)>,
    /// «Slett alt», closed until it is opened, as on the own page: no slip of the finger erases anybody. `None` once
    /// everything is erased.
    erase: Option<(Opening, Buttons)>,
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
    let code = state.read(CallerField::Code, |raw| {
        raw.parse::<ReceiptCode>().map_err(|_| "caller-code-wrong")
    });
    let said = Said::read(&state);
    if said.is_none() {
        state.blame(CallerField::LookUp, "fault-button");
    }
    let (Some(code), Some(said)) = (code, said) else {
        return show_again(&page(&app, &browser, &state, None));
    };
    app.limits.look_up(&peer)?;
    let (vault, chance, now) = (app.vault.clone(), app.chance.clone(), app.clock.now());
    let work = move |tx: &mut DbConn| {
        let found = course::look_up(tx, (&vault, &chance), &code, now)?;
        // With a fault nothing changes: looking up does not confirm another region's note.
        let own = found.filter(|(note, _)| note.region == by.region);
        let (note, _) = own.ok_or(WebFault::NotFound)?;
        let done = carry_out(tx, &chance, note.id, &said, now)?;
        Ok((done, course::my_note(tx, note.id)?))
    };
    match app.db.write(work).await {
        Ok(found) => show(&page(&app, &browser, &state, Some(found))),
        Err(WebFault::NotFound) => {
            state.blame(CallerField::Code, "caller-code-unknown");
            show_again(&page(&app, &browser, &state, None))
        }
        Err(fault) => Err(fault),
    }
}

impl Said {
    fn read(state: &FormState<CallerField>) -> Option<Self> {
        if state.has(CallerField::LookUp, LOOK_UP) {
            return Some(Self::Code);
        }
        if state.has(CallerField::Erase, EVERYTHING) {
            return Some(Self::Erase);
        }
        Some(match state.value(CallerField::Do) {
            YES => Self::Answer(Answer::Accept { nickname: None }),
            OTHER_DATE => Self::Answer(Answer::NotThisDate),
            OTHER_TIME => Self::Answer(Answer::NotThisTime),
            GO_ON => Self::GoesOn,
            ABSENT => Self::Absent,
            _ => return None,
        })
    }
}

/// Does what the caller says, as the own page would. The key of what was done; nothing if the code was only looked up.
fn carry_out(
    tx: &mut DbConn,
    chance: &Chance,
    note: NoteId,
    said: &Said,
    now: DateTime<Utc>,
) -> Result<Option<&'static str>, WebFault> {
    let group = course::my_note(tx, note)?.and_then(|mine| mine.seat.map(|seat| seat.group.id));
    Ok(match (said, group) {
        (Said::Code, _) => None,
        (Said::Erase, _) => {
            groups::withdraw(tx, chance, note, now)?;
            Some("caller-erased")
        }
        (Said::GoesOn, _) => {
            course::resume(tx, note, now)?;
            Some("caller-done")
        }
        (Said::Answer(answer), Some(group)) => match groups::answer(tx, chance, (note, group), answer, now)? {
            Answered::Done => Some("caller-done"),
            Answered::TooLate => Some("caller-too-late"),
        },
        (Said::Absent, Some(group)) => match groups::absent(tx, chance, (note, group), now) {
            Ok(_) => Some("caller-absence-told"),
            Err(Fault::NotYours | Fault::TooLate | Fault::NobodyLeads) => Some("caller-too-late"),
            Err(fault) => return Err(fault.into()),
        },
        (Said::Answer(_) | Said::Absent, None) => Some("caller-too-late"),
    })
}

fn page(
    app: &App,
    browser: &Browser,
    state: &FormState<CallerField>,
    found: Option<(Option<&'static str>, Option<MyNote>)>,
) -> CallerPage {
    let (texts, now) = (browser.texts(), app.clock.now());
    let form = || Opening::of_page(app, browser, &Link::Caller).remembering_nothing();
    let found = found.map(|(done, mine)| Found {
        done: done.map(|key| texts.get(key)),
        status: texts.get(status(mine.as_ref())),
        meeting: mine.as_ref().and_then(|mine| meeting(texts, mine, now)),
        notices: mine.as_ref().map_or_else(Vec::new, |mine| NoticeBox::of(mine, texts)),
        code: state.value(CallerField::Code).to_owned(),
        answers: mine
            .as_ref()
            .and_then(|mine| answers(texts, mine, now))
            .map(|buttons| (form(), buttons)),
        erase: mine.as_ref().map(|_| {
            let buttons = Buttons::new(&FormState::empty(), CallerField::Erase, texts);
            (form(), buttons.danger(EVERYTHING, "caller-erase-yes"))
        }),
    });
    // The code is not shown in the field again: the next caller has another one.
    let typed = if found.is_some() { &FormState::empty() } else { state };
    CallerPage {
        shell: Shell::new(browser, "caller-title").for_staff().with_faults_of(state),
        form: form(),
        code: Input::new(typed, CallerField::Code, texts, "caller-code").hint("caller-code-hint"),
        look_up: look_up(typed, found.is_some(), texts),
        found,
    }
}

/// What a caller wants comes first; the next code can wait.
fn look_up(typed: &FormState<CallerField>, has_found: bool, texts: Texts) -> Buttons {
    let button = Buttons::new(typed, CallerField::LookUp, texts);
    if has_found {
        button.other(LOOK_UP, "caller-look-up")
    } else {
        button.first(LOOK_UP, "caller-look-up")
    }
}

/// What is read out.
fn status(mine: Option<&MyNote>) -> &'static str {
    let Some(mine) = mine else {
        return "caller-is-gone";
    };
    match &mine.seat {
        Some(seat) if is_certain(seat) => "caller-is-ready",
        Some(seat) if seat.seat.state == SeatState::Accepted => "caller-has-accepted",
        Some(seat) if seat.seat.state == SeatState::Invited => "caller-is-invited",
        None if mine.note.standing.state() == NoteState::Paused => "caller-is-paused",
        _ => "caller-is-waiting",
    }
}

/// The meeting that is spoken of: the first one, until it is certain that the group meets.
fn meeting(texts: Texts, mine: &MyNote, now: DateTime<Utc>) -> Option<Meeting> {
    let seat = mine.seat.as_ref()?;
    Some(if is_certain(seat) {
        Meeting::next(seat, now, texts)
    } else {
        Meeting::first(seat, texts)
    })
}

/// What the caller can say. Nobody can be told of an absence where nobody leads the group, or no meeting is left.
fn answers(texts: Texts, mine: &MyNote, now: DateTime<Utc>) -> Option<Buttons> {
    let buttons = Buttons::new(&FormState::empty(), CallerField::Do, texts);
    let can_be_absent = |seat: &MySeat| {
        let is_ahead = |meeting: &groups::Meeting| meeting.begins_at().is_some_and(|at| at > now);
        seat.igangsetter.is_some() && seat.meetings.iter().any(is_ahead)
    };
    Some(match &mine.seat {
        Some(seat) if seat.seat.state == SeatState::Invited => buttons
            .first(YES, "answer-yes")
            .other(OTHER_DATE, "answer-not-this-date")
            .other(OTHER_TIME, "answer-not-this-time"),
        Some(seat) if is_certain(seat) && can_be_absent(seat) => {
            buttons.first(ABSENT, "caller-absent").other(OTHER_DATE, "caller-leave")
        }
        Some(_) => buttons.other(OTHER_DATE, "caller-leave"),
        None if mine.note.standing.state() == NoteState::Paused => buttons.first(GO_ON, "caller-go-on"),
        None => return None,
    })
}

/// Whether they have said yes to a group that meets.
fn is_certain(seat: &MySeat) -> bool {
    let meets = matches!(seat.group.state, GroupState::Ready | GroupState::Started);
    seat.seat.state == SeatState::Accepted && meets
}
