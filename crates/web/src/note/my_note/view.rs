//! How one's own note looks.

use askama::Template;
use chrono::{DateTime, Utc};
use course::{MyNote, MySeat};
use groups::MeetingState;
use model::{Link, LinkClaim, MEETING, oslo_instant};
use texts::Texts;

use super::{
    MyNoteField, YES,
    choices::by_place,
    status::{Status, is_asked, what_helps},
};
use crate::{
    about::dialled,
    app::App,
    browser::Browser,
    form::{Buttons, FormState, Opening, Subject},
    note::{NoticeBox, calendar, erased::EraseBox, meeting::Meeting, phone},
    page::Shell,
};

#[derive(Template)]
#[template(path = "note/my_note.html")]
pub struct MyNotePage {
    shell: Shell,
    status: Status,
    told: Vec<String>,
    /// What is told below the meeting, since it can wait.
    more: Vec<String>,
    notices: Vec<NoticeBox>,
    meeting: Option<Meeting>,
    coming: Vec<Coming>,
    phone: Option<String>,
    question: Option<(Opening, Buttons)>,
    /// The heading over what would help, and what that is.
    helps: Option<(&'static str, Vec<&'static str>)>,
    chosen: Vec<(String, Vec<String>)>,
    /// What letters carry; `None` for whoever gets none.
    words: Option<String>,
    erase: EraseBox,
}

/// A meeting that is not over.
struct Coming {
    when: String,
    /// A file for a calendar, and what it does there.
    file: Option<(String, &'static str)>,
}

/// The page of a note.
pub fn page(
    app: &App,
    browser: &Browser,
    claim: LinkClaim,
    mine: &MyNote,
    state: &FormState<MyNoteField>,
) -> MyNotePage {
    let (texts, now) = (browser.texts(), app.clock.now());
    let status = Status::of(mine, now);
    // As they stand in the letters, whatever the page's language.
    let words = Texts::of(mine.note.language).recognition(mine.note.words);
    let with_meetings = mine.seat.as_ref().filter(|_| status.can_be_absent());
    let mut told = status.sentences(mine, texts);
    let before = if mine.seat.is_some() { 1 } else { told.len() };
    let more = told.split_off(before.min(told.len()));
    MyNotePage {
        shell: Shell::new(browser, "mine-title").with_faults_of(state),
        status,
        told,
        more: nickname(mine, texts).into_iter().chain(more).collect(),
        notices: NoticeBox::of(mine, texts),
        meeting: mine.seat.as_ref().map(|seat| Meeting::next(seat, now, texts)),
        coming: with_meetings.map_or_else(Vec::new, |seat| coming(seat, now, texts)),
        phone: phone(mine).filter(|_| status.comes()),
        question: is_asked(status, mine, now).then(|| {
            let form = Opening::new(app, browser, &Link::MyNote, &Subject::Note(claim, None));
            let buttons = Buttons::new(state, MyNoteField::GoOn, texts);
            (form, buttons.first(YES, "mine-still-interested"))
        }),
        helps: (status == Status::Waiting)
            .then(|| what_helps(mine, now))
            .filter(|(_, ways)| !ways.is_empty()),
        chosen: by_place(mine, texts),
        words: (!mine.note.by_code).then(|| texts.with("letter-words", &[("words", words.into())])),
        erase: EraseBox::new(app, browser, (&Link::MyNote, claim), (MyNoteField::Erase, state)),
    }
}

fn nickname(mine: &MyNote, texts: Texts) -> Option<String> {
    let seat = &mine.seat.as_ref()?.seat;
    match (&seat.nickname, seat.number) {
        (Some(name), _) => Some(texts.with("mine-nickname", &[("name", name.into())])),
        (None, Some(number)) => Some(texts.with("mine-number", &[("number", number.into())])),
        (None, None) => None,
    }
}

fn coming(seat: &MySeat, now: DateTime<Utc>, texts: Texts) -> Vec<Coming> {
    let usual = seat.group.cell.time.starts_at;
    let of_meeting = |meeting: &groups::Meeting| {
        let (date, time) = match meeting.state {
            MeetingState::On { date, time, .. } => (date, time),
            MeetingState::Cancelled | MeetingState::Holiday => (meeting.planned, usual),
        };
        if oslo_instant(date, time) + MEETING <= now {
            return None;
        }
        let told = |key, when: String| texts.with(key, &[("when", when.into())]);
        let file = calendar::address(meeting.planned);
        Some(match meeting.state {
            MeetingState::On { moved, .. } => {
                let when = texts.date_time(date, time);
                Coming {
                    when: if moved { told("meeting-moved", when) } else { when },
                    file: Some((file, "meeting-file")),
                }
            }
            MeetingState::Cancelled => Coming {
                when: told("meeting-cancelled", texts.date(date)),
                file: Some((file, "meeting-file-cancelled")),
            },
            MeetingState::Holiday => Coming {
                when: told("meeting-holiday", texts.date(date)),
                file: None,
            },
        })
    };
    seat.meetings.iter().filter_map(of_meeting).collect()
}
