//! `/answer`: an invitation and its answers, or what was answered. A yes can be taken back.

mod view;

use actix_web::{HttpRequest, HttpResponse, web};
use chrono::NaiveDate;
use course::{MyNote, MySeat};
use groups::{Answer, Answered};
use model::{GroupId, GroupState, Link, LinkClaim, Nickname, NoteId, NoteState, Purpose, SeatState};
use store::seat;

use self::view::Invited;
use super::{
    erased::{EVERYTHING, erase},
    find_note, get_opened, opened,
};
use crate::{
    app::App,
    browser::Browser,
    cookie::WithCookie as _,
    fault::WebFault,
    form::{Form, FormState, fields},
    page::{show, show_again},
    redirect::see_other,
    routes::{get, post},
    told::{Telling as _, Told},
};

fields! {
    /// The name to be called by, and which button was pressed.
    pub enum AnswerField {
        Nickname = "nickname",
        Answer = "answer",
        Erase = "erase",
    }
}

const YES: &str = "yes";
const NOT_THIS_DATE: &str = "not-this-date";
const NOT_THIS_TIME: &str = "not-this-time";
const STILL_INTERESTED: &str = "still-interested";

/// Where it is served.
pub fn routes(cfg: &mut web::ServiceConfig) {
    let page = web::resource(Link::Answer.route());
    cfg.service(page.route(get().to(form)).route(post().to(answer)));
}

async fn form(app: App, browser: Browser, req: HttpRequest) -> Result<HttpResponse, WebFault> {
    let (claim, group) = get_opened(&app, &req, Purpose::Answer)?;
    let Some(mine) = find_note(&app, claim).await? else {
        return Ok(see_other(&Link::Erased));
    };
    let nothing = FormState::empty();
    let told = |key| view::told((&app, &browser), (claim, &mine), key);
    match stage(&app, &mine) {
        Stage::Open(invited) => show(&view::invitation((&app, &browser), claim, &invited, &nothing)),
        Stage::Accepted(seat) => show(&view::accepted((&app, &browser), claim, (&mine, &seat), &nothing)),
        Stage::Late => show(&told("answer-late")),
        Stage::Paused => show(&view::paused((&app, &browser), (claim, &mine))),
        Stage::Waiting if has_declined(&app, claim.note, group).await? => show(&told("answer-declined")),
        Stage::Waiting => show(&told("answer-none")),
    }
}

async fn answer(app: App, browser: Browser, form: Form<AnswerField>) -> Result<HttpResponse, WebFault> {
    let (claim, group, mut state) = form.of_note(Purpose::Answer)?;
    let Some(mine) = find_note(&app, claim).await? else {
        return Ok(see_other(&Link::Erased));
    };
    if state.has(AnswerField::Erase, EVERYTHING) {
        return erase(&app, claim.note).await;
    }
    if state.has(AnswerField::Answer, STILL_INTERESTED) {
        let now = app.clock.now();
        app.db.write(move |tx| course::resume(tx, claim.note, now)).await?;
        return lead_back(&app, claim, group);
    }
    match (parse(&mut state), stage(&app, &mine)) {
        (Some(answer), _) => {
            let group = group.ok_or(WebFault::Forbidden)?;
            let told = match answer {
                Answer::Accept { .. } => None,
                Answer::NotThisDate => Some(Told::DateDeclined),
                Answer::NotThisTime => Some(Told::TimeDeclined),
            };
            let done = record(&app, (claim.note, group), answer).await?;
            let leading = lead_back(&app, claim, Some(group))?;
            Ok(match told {
                Some(told) if done == Answered::Done => leading.telling(&app, told),
                _ => leading,
            })
        }
        (None, Stage::Open(invited)) => show_again(&view::invitation((&app, &browser), claim, &invited, &state)),
        (None, Stage::Accepted(seat)) => show_again(&view::accepted((&app, &browser), claim, (&mine, &seat), &state)),
        (None, _) => Err(WebFault::Unreadable),
    }
}

fn parse(state: &mut FormState<AnswerField>) -> Option<Answer> {
    match state.value(AnswerField::Answer) {
        YES => {
            let nickname = state.read_optional_name::<Nickname>(AnswerField::Nickname, "answer-nickname")?;
            Some(Answer::Accept { nickname })
        }
        NOT_THIS_DATE => Some(Answer::NotThisDate),
        NOT_THIS_TIME => Some(Answer::NotThisTime),
        _ => {
            state.blame(AnswerField::Answer, "fault-button");
            None
        }
    }
}

/// An answer that came too late changes nothing; the page that follows says how things are.
async fn record(app: &App, seat: (NoteId, GroupId), answer: Answer) -> Result<Answered, WebFault> {
    let (chance, now) = (app.chance.clone(), app.clock.now());
    let recorded = app.db.write(move |tx| groups::answer(tx, &chance, seat, &answer, now));
    Ok(recorded.await?)
}

/// Shows what came of it: of this form's note, whichever link was followed last.
fn lead_back(app: &App, claim: LinkClaim, group: Option<GroupId>) -> Result<HttpResponse, WebFault> {
    Ok(see_other(&Link::Answer).with_cookie(&opened(app, claim, group)?))
}

/// How things stand with an invitation.
enum Stage {
    /// It can be answered.
    Open(Invited),
    /// The person comes.
    Accepted(MySeat),
    /// The time for an answer is over, and what becomes of the note is not settled.
    Late,
    /// The time was over, and the person is asked whether to go on.
    Paused,
    /// There is no invitation now.
    Waiting,
}

fn stage(app: &App, mine: &MyNote) -> Stage {
    let Some(seat) = mine.seat.clone() else {
        return match mine.note.standing.state() {
            NoteState::Paused => Stage::Paused,
            _ => Stage::Waiting,
        };
    };
    let answer_by = last_day(app, &seat);
    let in_time = seat.group.state == GroupState::Inviting && app.clock.today() <= answer_by;
    match seat.seat.state {
        SeatState::Accepted => Stage::Accepted(seat),
        SeatState::Invited if in_time => Stage::Open(Invited { seat, answer_by }),
        SeatState::Invited => Stage::Late,
        _ => Stage::Waiting,
    }
}

/// Until the mail server has taken the letter, the days for the answer have not begun.
fn last_day(app: &App, seat: &MySeat) -> NaiveDate {
    let from_now = || seat.group.calendar.answer_by(app.clock.today());
    seat.seat.answer_by.unwrap_or_else(from_now)
}

async fn has_declined(app: &App, note: NoteId, group: Option<GroupId>) -> Result<bool, WebFault> {
    let Some(group) = group else { return Ok(false) };
    let found = app.db.read(move |tx| seat::find(tx, group, note)).await?;
    Ok(found.is_some_and(|seat| seat.state == SeatState::Declined))
}
