//! How one's own note looks.

use askama::Template;
use chrono::NaiveDate;
use course::MyNote;
use model::{GroupState, Link, LinkClaim, NoteState, WEEKDAYS};
use texts::Texts;

use super::{MyNoteField, YES};
use crate::{
    app::App,
    browser::Browser,
    form::{Buttons, FormState, Opening, Subject},
    note::{erased::EraseBox, meeting::Meeting},
    page::Shell,
};

#[derive(Template)]
#[template(path = "note/my_note.html")]
pub struct MyNotePage {
    shell: Shell,
    status: &'static str,
    told: Vec<String>,
    meeting: Option<Meeting>,
    can_answer: bool,
    question: Option<(Opening, Buttons)>,
    places: Vec<String>,
    times: Vec<String>,
    words: String,
    erase: EraseBox,
}

/// The page of a note.
pub fn page(
    app: &App,
    browser: &Browser,
    claim: LinkClaim,
    mine: &MyNote,
    state: &FormState<MyNoteField>,
) -> MyNotePage {
    let texts = browser.texts();
    let status = status(mine, app.clock.today());
    // As they stand in the letters, whatever the page's language.
    let words = Texts::of(mine.note.language).recognition(mine.note.words);
    MyNotePage {
        shell: Shell::new(browser, "mine-title").with_faults_of(state),
        status: status.key(),
        told: told(status, mine, texts)
            .into_iter()
            .chain(nickname(mine, texts))
            .chain(whom_to_call(app, status, texts))
            .collect(),
        meeting: meeting(mine, texts),
        can_answer: status == Status::Invited,
        question: (status == Status::Paused).then(|| {
            let form = Opening::new(app, browser, &Link::MyNote, &Subject::Note(claim, None));
            let buttons = Buttons::new(state, MyNoteField::GoOn, texts);
            (form, buttons.first(YES, "mine-still-interested"))
        }),
        places: mine.places.iter().map(|place| place.name.clone()).collect(),
        times: times(mine, texts),
        words: texts.with("letter-words", &[("words", words.into())]),
        erase: EraseBox::new(app, browser, (&Link::MyNote, claim), (MyNoteField::Erase, state)),
    }
}

/// How a note stands, in the words of the page.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Status {
    Unconfirmed,
    Waiting,
    Invited,
    Joined,
    Ready,
    Begun,
    Paused,
}

impl Status {
    const fn key(self) -> &'static str {
        match self {
            Self::Unconfirmed => "state-unconfirmed",
            Self::Waiting => "state-waiting",
            Self::Invited => "state-invited",
            Self::Joined => "state-joined",
            Self::Ready => "state-ready",
            Self::Begun => "state-begun",
            Self::Paused => "state-paused",
        }
    }
}

fn status(mine: &MyNote, today: NaiveDate) -> Status {
    let ready = |(_, group, _): &(_, store::group::Group, _)| group.state == GroupState::Ready;
    match (mine.note.standing.state(), &mine.seat) {
        (NoteState::Unconfirmed, _) => Status::Unconfirmed,
        (NoteState::Paused, _) => Status::Paused,
        (NoteState::Invited, Some(_)) => Status::Invited,
        (NoteState::Joined, Some(seat)) if ready(seat) && seat.1.calendar.first_meeting < today => Status::Begun,
        (NoteState::Joined, Some(seat)) if ready(seat) => Status::Ready,
        (NoteState::Joined, Some(_)) => Status::Joined,
        (NoteState::Waiting | NoteState::Invited | NoteState::Joined, _) => Status::Waiting,
    }
}

fn told(status: Status, mine: &MyNote, texts: Texts) -> Vec<String> {
    let kept_until = texts.date(mine.note.standing.kept_until());
    let dated = |key| texts.with(key, &[("date", kept_until.as_str().into())]);
    match status {
        Status::Unconfirmed => vec![dated("mine-unconfirmed-text")],
        Status::Waiting => vec![
            texts.get("mine-waiting-text"),
            texts.get("mine-faster"),
            texts.get("mine-change"),
            dated("mine-kept-until"),
        ],
        Status::Invited => vec![texts.get("mine-invited-text")],
        Status::Joined => vec![texts.get("mine-joined-text"), dated("mine-seat-kept-until")],
        Status::Begun => vec![texts.get("mine-begun-text"), dated("mine-seat-kept-until")],
        Status::Ready => vec![texts.get("mine-ready-text"), dated("mine-seat-kept-until")],
        Status::Paused => vec![dated("mine-paused-text")],
    }
}

fn whom_to_call(app: &App, status: Status, texts: Texts) -> Option<String> {
    let comes = matches!(status, Status::Joined | Status::Ready | Status::Begun);
    let controller = app.controller.as_ref().filter(|_| comes)?;
    Some(texts.with("answer-cannot", &[("phone", (&controller.phone).into())]))
}

fn nickname(mine: &MyNote, texts: Texts) -> Option<String> {
    let name = mine.seat.as_ref()?.0.nickname.as_ref()?;
    Some(texts.with("mine-nickname", &[("name", name.into())]))
}

fn meeting(mine: &MyNote, texts: Texts) -> Option<Meeting> {
    let (_, group, igangsetter) = mine.seat.as_ref()?;
    Some(Meeting::of(group, &mine.places, igangsetter, texts))
}

/// «tirsdag: formiddag, kveld».
fn times(mine: &MyNote, texts: Texts) -> Vec<String> {
    let of_day = |day| {
        let bands = mine.times.iter().filter(move |time| time.weekday == day);
        let names: Vec<String> = bands.map(|time| texts.band(time.band)).collect();
        (!names.is_empty()).then(|| format!("{}: {}", texts.weekday(day), names.join(", ")))
    };
    WEEKDAYS.into_iter().filter_map(of_day).collect()
}
