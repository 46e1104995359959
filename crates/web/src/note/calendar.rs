//! `/my-note/meeting.ics?meeting=2027-01-26`: one meeting, as a file for a calendar (promises C8, S11).
//!
//! It is published to one person and names nobody: elsewhere, lists of attendees leaked every participant's address.

mod file;

use actix_web::{HttpRequest, HttpResponse, http::header, web};
use chrono::{DateTime, NaiveDate, Utc};
use course::MySeat;
use groups::{Meeting, MeetingState};
use model::{Link, Purpose, oslo_instant};
use texts::Texts;

use self::file::{Event, Method};
use super::{find_note, get_opened};
use crate::{app::App, browser::Browser, fault::WebFault, redirect::see_other, routes::get};

/// Where it is served.
pub fn routes(cfg: &mut web::ServiceConfig) {
    cfg.service(web::resource(Link::MeetingFile.route()).route(get().to(meeting)));
}

/// Where the file of a meeting is, by the date on which it would have been had nothing been moved.
pub fn address(planned: NaiveDate) -> String {
    format!("{}?meeting={planned}", Link::MeetingFile.path())
}

async fn meeting(app: App, browser: Browser, req: HttpRequest) -> Result<HttpResponse, WebFault> {
    let (claim, _) = get_opened(&app, &req, Purpose::MyNote)?;
    let Some(mine) = find_note(&app, claim).await? else {
        return Ok(see_other(&Link::Erased));
    };
    let planned = asked_for(req.query_string()).ok_or(WebFault::NotFound)?;
    let seat = mine.seat.ok_or(WebFault::NotFound)?;
    let found = seat.meetings.iter().find(|meeting| meeting.planned == planned);
    let event = found.and_then(|meeting| event(&seat, meeting, browser.texts(), app.clock.now()));
    let (method, event) = event.ok_or(WebFault::NotFound)?;
    Ok(HttpResponse::Ok()
        .insert_header((header::CONTENT_TYPE, method.content_type()))
        .insert_header((header::CONTENT_DISPOSITION, "attachment; filename=\"oppstart.ics\""))
        .body(event.file(method)))
}

fn asked_for(query: &str) -> Option<NaiveDate> {
    query
        .split('&')
        .find_map(|pair| pair.strip_prefix("meeting="))?
        .parse()
        .ok()
}

/// A meeting that takes place is published, a cancelled one taken back; on a holiday there is none.
fn event(seat: &MySeat, meeting: &Meeting, texts: Texts, now: DateTime<Utc>) -> Option<(Method, Event)> {
    let usual = (meeting.planned, seat.group.cell.time.starts_at);
    let (method, (date, time)) = match meeting.state {
        MeetingState::On { date, time, .. } => (Method::Publish, (date, time)),
        MeetingState::Cancelled => (Method::Cancel, usual),
        MeetingState::Holiday => return None,
    };
    let event = Event {
        // Random, and the same whenever the file is fetched again.
        uid: format!("{}-{}", seat.group.id, meeting.planned),
        starts: oslo_instant(date, time),
        summary: texts.get("meeting-file-summary"),
        location: seat.group.letter_name.clone(),
        fetched: now,
    };
    Some((method, event))
}
