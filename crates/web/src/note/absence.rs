//! `/my-note/absence`: «Jeg kan ikke komme». One button, and the igangsetter is told.

use actix_web::{HttpRequest, HttpResponse, web};
use askama::Template;
use chrono::{NaiveDate, NaiveTime};
use course::MyNote;
use groups::{Meeting, MeetingState};
use model::{GroupId, Link, LinkClaim, Purpose};

use super::{find_note, get_opened, my_note::lead_back, phone};
use crate::{
    about::dialled,
    app::App,
    browser::Browser,
    fault::WebFault,
    form::{Buttons, Form, FormState, Opening, Subject, fields},
    page::{Shell, show, show_again},
    redirect::see_other,
    routes::{get, post},
    told::{Telling as _, Told},
};

fields! {
    /// The button.
    enum AbsenceField {
        Tell = "tell",
    }
}

const TELL: &str = "igangsetter";

#[derive(Template)]
#[template(path = "note/absence.html")]
struct Absence {
    shell: Shell,
    /// Which meeting, and the button; `None` if nobody can be told.
    question: Option<(String, Opening, Buttons)>,
    /// The number to call then.
    phone: Option<String>,
}

/// Where it is served.
pub fn routes(cfg: &mut web::ServiceConfig) {
    let page = web::resource(Link::Absence.route());
    cfg.service(page.route(get().to(form)).route(post().to(tell)));
}

async fn form(app: App, browser: Browser, req: HttpRequest) -> Result<HttpResponse, WebFault> {
    let (claim, _) = get_opened(&app, &req, Purpose::MyNote)?;
    match find_note(&app, claim).await? {
        None => Ok(see_other(&Link::Erased)),
        Some(mine) => show(&page((&app, &browser), claim, &mine, &FormState::empty())),
    }
}

async fn tell(app: App, browser: Browser, form: Form<AbsenceField>) -> Result<HttpResponse, WebFault> {
    let (claim, group, mut state) = form.of_note(Purpose::MyNote)?;
    let Some(mine) = find_note(&app, claim).await? else {
        return Ok(see_other(&Link::Erased));
    };
    if state.has(AbsenceField::Tell, TELL) {
        let seat = (claim.note, group.ok_or(WebFault::Forbidden)?);
        if !app.limits.absence_of(seat) {
            return Ok(lead_back(&app, claim)?.telling(&app, Told::AbsenceEnough));
        }
        let (chance, now) = (app.chance.clone(), app.clock.now());
        app.db.write(move |tx| groups::absent(tx, &chance, seat, now)).await?;
        return Ok(lead_back(&app, claim)?.telling(&app, Told::Absence));
    }
    state.blame(AbsenceField::Tell, "fault-button");
    show_again(&page((&app, &browser), claim, &mine, &state))
}

/// The group whose igangsetter can be told, and its next meeting.
fn next(app: &App, mine: &MyNote) -> Option<(GroupId, (NaiveDate, NaiveTime))> {
    let seat = mine.seat.as_ref().filter(|seat| seat.igangsetter.is_some())?;
    let is_ahead = |meeting: &&Meeting| meeting.begins_at().is_some_and(|at| at > app.clock.now());
    let next = seat
        .meetings
        .iter()
        .filter(is_ahead)
        .min_by_key(|meeting| meeting.begins_at())?;
    match next.state {
        MeetingState::On { date, time, .. } => Some((seat.group.id, (date, time))),
        MeetingState::Cancelled | MeetingState::Holiday => None,
    }
}

fn page((app, browser): (&App, &Browser), claim: LinkClaim, mine: &MyNote, state: &FormState<AbsenceField>) -> Absence {
    let texts = browser.texts();
    Absence {
        shell: Shell::new(browser, "absence-title").with_faults_of(state),
        phone: phone(mine),
        question: next(app, mine).map(|(group, (date, time))| {
            let when = texts.date_time(date, time);
            let subject = Subject::Note(claim, Some(group));
            (
                texts.with("absence-which", &[("when", when.into())]),
                Opening::new(app, browser, &Link::Absence, &subject),
                Buttons::new(state, AbsenceField::Tell, texts).first(TELL, "absence-tell"),
            )
        }),
    }
}
