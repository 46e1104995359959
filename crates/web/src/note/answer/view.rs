//! How an invitation and its outcome look.

use askama::Template;
use chrono::NaiveDate;
use course::{MyNote, MySeat};
use model::{GroupState, Link, LinkClaim};
use texts::Texts;

use super::{AnswerField, NOT_THIS_DATE, NOT_THIS_TIME, STILL_INTERESTED, YES};
use crate::{
    about::dialled,
    app::App,
    browser::Browser,
    form::{Buttons, FormState, Input, Opening, Subject},
    note::{erased::EraseBox, meeting::Meeting, news, phone},
    page::Shell,
};

/// A seat that is offered.
pub struct Invited {
    /// The seat, with its group.
    pub seat: MySeat,
    /// The last day for the answer.
    pub answer_by: NaiveDate,
}

#[derive(Template)]
#[template(path = "note/answer.html")]
pub struct Invitation {
    shell: Shell,
    meeting: Meeting,
    answer_by: String,
    form: Opening,
    nickname: Input,
    buttons: Buttons,
    erase: EraseBox,
}

#[derive(Template)]
#[template(path = "note/answered.html")]
pub struct Outcome {
    shell: Shell,
    text: String,
    /// How one hears of what is new.
    news: Option<String>,
    meeting: Option<Meeting>,
    phone: Option<String>,
    question: Option<(Opening, Buttons)>,
    /// What to be called, of whoever has a seat and has not said so.
    naming: Option<(Opening, Input)>,
    /// «Jeg kan ikke likevel», and whether it is open.
    regret: Option<(Opening, Buttons, bool)>,
    erase: EraseBox,
}

/// The invitation, with what was typed.
pub fn invitation(
    (app, browser): (&App, &Browser),
    claim: LinkClaim,
    invited: &Invited,
    state: &FormState<AnswerField>,
) -> Invitation {
    let texts = browser.texts();
    let subject = Subject::Note(claim, Some(invited.seat.group.id));
    let day = texts.date(invited.answer_by);
    Invitation {
        shell: Shell::new(browser, "answer-title").with_faults_of(state),
        meeting: Meeting::first(&invited.seat, texts),
        answer_by: texts.with("answer-by", &[("date", day.into())]),
        form: Opening::new(app, browser, &Link::Answer, &subject),
        nickname: nickname(state, texts),
        buttons: Buttons::new(state, AnswerField::Answer, texts)
            .first(YES, "answer-yes")
            .other(NOT_THIS_DATE, "answer-not-this-date")
            .other(NOT_THIS_TIME, "answer-not-this-time"),
        erase: erase_box(app, browser, claim, state),
    }
}

/// The person comes, and may think again.
pub fn accepted(
    (app, browser): (&App, &Browser),
    claim: LinkClaim,
    (mine, seat): (&MyNote, &MySeat),
    state: &FormState<AnswerField>,
) -> Outcome {
    let texts = browser.texts();
    let (text, news) = match seat.group.state {
        GroupState::Ready | GroupState::Started if mine.note.by_code => ("mine-ready-text", Some("news-code-meeting")),
        GroupState::Ready | GroupState::Started => ("mine-ready-text", None),
        GroupState::Open => ("answer-planned-text", Some(news(mine))),
        _ => ("answer-accepted-text", Some(news(mine))),
    };
    let form = || Opening::new(app, browser, &Link::Answer, &Subject::Note(claim, Some(seat.group.id)));
    let buttons = Buttons::new(state, AnswerField::Answer, texts)
        .other(NOT_THIS_DATE, "answer-not-this-date")
        .other(NOT_THIS_TIME, "answer-not-this-time");
    Outcome {
        shell: Shell::new(browser, "answer-accepted").with_faults_of(state),
        text: texts.get(text),
        news: news.map(|key| texts.get(key)),
        meeting: Some(Meeting::next(seat, app.clock.now(), texts)),
        phone: phone(mine),
        naming: seat.seat.nickname.is_none().then(|| (form(), nickname(state, texts))),
        regret: Some((form(), buttons, state.fault(AnswerField::Answer).is_some())),
        ..told((app, browser), (claim, mine), "answer-accepted")
    }
}

/// No answer came in time: does the person want to go on?
pub fn paused((app, browser): (&App, &Browser), (claim, mine): (LinkClaim, &MyNote)) -> Outcome {
    let texts = browser.texts();
    let day = texts.date(mine.note.standing.kept_until());
    let form = Opening::new(app, browser, &Link::Answer, &Subject::Note(claim, None));
    let state = FormState::<AnswerField>::empty();
    let buttons = Buttons::new(&state, AnswerField::Answer, texts).first(STILL_INTERESTED, "mine-still-interested");
    Outcome {
        text: texts.with("mine-paused-text", &[("date", day.into())]),
        news: None,
        question: Some((form, buttons)),
        ..told((app, browser), (claim, mine), "answer-late")
    }
}

/// What there is to say when there is nothing to answer: a heading, and below it the text of `{key}-text`.
pub fn told((app, browser): (&App, &Browser), (claim, mine): (LinkClaim, &MyNote), key: &str) -> Outcome {
    Outcome {
        shell: Shell::new(browser, key),
        text: browser.texts().get(&format!("{key}-text")),
        news: Some(browser.texts().get(news(mine))),
        meeting: None,
        phone: None,
        question: None,
        naming: None,
        regret: None,
        erase: erase_box(app, browser, claim, &FormState::empty()),
    }
}

fn nickname(state: &FormState<AnswerField>, texts: Texts) -> Input {
    Input::new(state, AnswerField::Nickname, texts, "answer-nickname")
        .hint("answer-nickname-hint")
        .optional()
}

fn erase_box(app: &App, browser: &Browser, claim: LinkClaim, state: &FormState<AnswerField>) -> EraseBox {
    EraseBox::new(app, browser, (&Link::Answer, claim), (AnswerField::Erase, state))
}
