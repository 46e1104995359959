//! How an invitation and its outcome look.

use askama::Template;
use chrono::NaiveDate;
use model::{GroupState, Link, LinkClaim};
use store::{group::Group, place::Place};

use super::{AnswerField, NOT_THIS_DATE, NOT_THIS_TIME, STILL_INTERESTED, YES};
use crate::{
    app::App,
    browser::Browser,
    form::{Buttons, FormState, Input, Opening, Subject},
    note::{erased::EraseBox, meeting::Meeting},
    page::Shell,
};

/// A seat that is offered or taken.
pub struct Invited {
    /// The group.
    pub group: Group,
    /// The places that the person has chosen.
    pub chosen: Vec<Place>,
    /// The name of who starts it.
    pub igangsetter: String,
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
    meeting: Option<Meeting>,
    phone: Option<String>,
    question: Option<(Opening, Buttons)>,
    erase: EraseBox,
}

/// The invitation, with what was typed.
pub fn invitation(
    app: &App,
    browser: &Browser,
    claim: LinkClaim,
    invited: &Invited,
    state: &FormState<AnswerField>,
) -> Invitation {
    let texts = browser.texts();
    let subject = Subject::Note(claim, Some(invited.group.id));
    let day = texts.date(invited.answer_by);
    Invitation {
        shell: Shell::new(browser, "answer-title").with_faults_of(state),
        meeting: Meeting::of(&invited.group, &invited.chosen, &invited.igangsetter, texts),
        answer_by: texts.with("answer-by", &[("date", day.into())]),
        form: Opening::new(app, browser, &Link::Answer, &subject),
        nickname: Input::new(state, AnswerField::Nickname, texts, "answer-nickname")
            .hint("answer-nickname-hint")
            .optional(),
        buttons: Buttons::new(state, AnswerField::Answer, texts)
            .first(YES, "answer-yes")
            .other(NOT_THIS_DATE, "answer-not-this-date")
            .other(NOT_THIS_TIME, "answer-not-this-time"),
        erase: erase_box(app, browser, claim, state),
    }
}

/// The person comes.
pub fn accepted(app: &App, browser: &Browser, claim: LinkClaim, invited: &Invited) -> Outcome {
    let texts = browser.texts();
    let meeting = Meeting::of(&invited.group, &invited.chosen, &invited.igangsetter, texts);
    let text = if invited.group.state == GroupState::Ready {
        "mine-ready-text"
    } else {
        "answer-accepted-text"
    };
    Outcome {
        text: texts.get(text),
        meeting: Some(meeting),
        phone: app.controller.as_ref().map(|controller| controller.phone.clone()),
        ..told(app, browser, claim, "answer-accepted")
    }
}

/// No answer came in time: does the person want to go on?
pub fn paused(app: &App, browser: &Browser, claim: LinkClaim, kept_until: NaiveDate) -> Outcome {
    let texts = browser.texts();
    let day = texts.date(kept_until);
    let form = Opening::new(app, browser, &Link::Answer, &Subject::Note(claim, None));
    let state = FormState::<AnswerField>::empty();
    let buttons = Buttons::new(&state, AnswerField::Answer, texts).first(STILL_INTERESTED, "mine-still-interested");
    Outcome {
        text: texts.with("mine-paused-text", &[("date", day.into())]),
        question: Some((form, buttons)),
        ..told(app, browser, claim, "answer-late")
    }
}

/// What there is to say when there is nothing to answer: a heading, and below it the text of `{key}-text`.
pub fn told(app: &App, browser: &Browser, claim: LinkClaim, key: &str) -> Outcome {
    Outcome {
        shell: Shell::new(browser, key),
        text: browser.texts().get(&format!("{key}-text")),
        meeting: None,
        phone: None,
        question: None,
        erase: erase_box(app, browser, claim, &FormState::empty()),
    }
}

fn erase_box(app: &App, browser: &Browser, claim: LinkClaim, state: &FormState<AnswerField>) -> EraseBox {
    EraseBox::new(app, browser, (&Link::Answer, claim), (AnswerField::Erase, state))
}
