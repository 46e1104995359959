//! The fields of a course, to add one and to change one.

use ::course::NewCourse;
use askama::{Template, filters::HtmlSafe};
use chrono::NaiveDate;
use store::{
    DbConn,
    course::Course,
    staff::{Member, list},
};
use texts::Texts;

use crate::{
    form::{Choice, Choices, FieldFault, FormState, Input, fields},
    staff::typed,
};

/// The most that can take part in a course.
const MOST: u16 = 200;

fields! {
    /// What is said of a course.
    pub enum CourseField {
        Title = "title",
        Leader = "leader",
        LastSession = "last-session",
        Participants = "participants",
    }
}

/// The inputs.
#[derive(Template)]
#[template(path = "staff/course-form.html")]
pub struct CourseForm {
    title: Input,
    leader: Choices,
    last_session: Input,
    participants: Input,
}

// It is a template itself.
impl HtmlSafe for CourseForm {}

impl CourseForm {
    /// The inputs, with what was typed.
    pub fn new(state: &FormState<CourseField>, leaders: &[Member], texts: Texts) -> Self {
        let choice = |leader: &Member| Choice::new(state, CourseField::Leader, leader.id.to_string(), &leader.name);
        let input = |field, label| Input::new(state, field, texts, label);
        Self {
            title: input(CourseField::Title, "courses-name").hint("courses-name-hint"),
            leader: Choices::one(state, CourseField::Leader, texts, "courses-leader")
                .hint("courses-leader-hint")
                .section(None, leaders.iter().map(choice).collect()),
            last_session: input(CourseField::LastSession, "courses-last-session")
                .hint("courses-last-session-hint")
                .date(),
            participants: input(CourseField::Participants, "courses-participants")
                .hint("courses-participants-hint")
                .digits("off"),
        }
    }
}

/// The form of a course that is not there yet.
pub fn blank(leaders: &[Member]) -> FormState<CourseField> {
    match leaders {
        [only] => FormState::empty().filled(CourseField::Leader, only.id.to_string()),
        _ => FormState::empty(),
    }
}

/// The form of a course as it is.
pub fn filled(course: Course) -> FormState<CourseField> {
    let leader = course.leader.map(|leader| leader.to_string()).unwrap_or_default();
    FormState::empty()
        .filled(CourseField::Title, course.title)
        .filled(CourseField::Leader, leader)
        .filled(CourseField::LastSession, course.last_session.to_string())
        .filled(CourseField::Participants, course.participants.to_string())
}

/// Who can lead a course, as far as this person may say so: a coordinator names anybody, a leader themselves.
pub fn leaders(tx: &mut DbConn, by: &Member) -> Result<Vec<Member>, store::Fault> {
    let mut leaders = list(tx, by.region)?;
    leaders.retain(|member| {
        let own = member.contact_point == by.contact_point && (by.roles.coordinator || member.id == by.id);
        own && member.roles.leader
    });
    Ok(leaders)
}

/// Reads the form; what is wrong is noted in it.
pub fn read(state: &mut FormState<CourseField>, leaders: &[Member], today: NaiveDate) -> Option<NewCourse> {
    let title = state.read_name(CourseField::Title, "courses-name");
    let leader = state.read(CourseField::Leader, |raw| {
        let known = leaders.iter().find(|member| member.id.to_string() == raw);
        known.map(|member| member.id).ok_or("fault-choose")
    });
    let last_session = state.read(CourseField::LastSession, |raw| typed::date(raw, today));
    let participants = state.read(CourseField::Participants, |raw| {
        let number = raw.trim().parse().ok().filter(|number| (1..=MOST).contains(number));
        number.ok_or(FieldFault::numbered("courses-participants-fault", "max", MOST.into()))
    });
    Some(NewCourse {
        title: title?,
        leader: leader?,
        last_session: last_session?,
        participants: participants?,
    })
}
