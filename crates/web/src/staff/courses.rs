//! `/courses`: what collections are opened for.

mod course;

use actix_web::{HttpResponse, web};
use askama::Template;
use chrono::NaiveDate;
use model::Link;
use store::{
    DbConn,
    course::Course,
    staff::{Member, list},
};

use super::{signed_in::CourseKeeper, typed};
use crate::{
    app::App,
    browser::Browser,
    fault::WebFault,
    form::{Choice, Choices, FieldFault, Form, FormState, Input, Opening, fields},
    page::{Shell, show, show_again},
    redirect::see_other,
    routes::{get, post},
    told::{Telling as _, Told},
};
use ::course::NewCourse;

/// The most that can take part in a course.
const MOST: u16 = 200;

fields! {
    /// A new course.
    enum CourseField {
        Title = "title",
        Leader = "leader",
        LastSession = "last-session",
        Participants = "participants",
    }
}

#[derive(Template)]
#[template(path = "staff/courses.html")]
struct CourseList {
    shell: Shell,
    courses: Vec<(Link, String, String)>,
    is_coordinator: bool,
    has_leaders: bool,
    form: Opening,
    title: Input,
    leader: Choices,
    last_session: Input,
    participants: Input,
}

/// Where they are served.
pub fn routes(cfg: &mut web::ServiceConfig) {
    let page = web::resource(Link::Courses.route());
    cfg.service(page.route(get().to(form)).route(post().to(add)))
        .configure(course::routes);
}

async fn form(app: App, browser: Browser, CourseKeeper(by): CourseKeeper) -> Result<HttpResponse, WebFault> {
    let (courses, leaders) = find(&app, &by).await?;
    let state = match leaders.as_slice() {
        [only] => FormState::empty().filled(CourseField::Leader, only.id.to_string()),
        _ => FormState::empty(),
    };
    show(&page(&app, &browser, &by, (&courses, &leaders), &state))
}

async fn add(
    app: App,
    browser: Browser,
    CourseKeeper(by): CourseKeeper,
    form: Form<CourseField>,
) -> Result<HttpResponse, WebFault> {
    let mut state = form.about(&Link::Courses)?;
    let (courses, leaders) = find(&app, &by).await?;
    let Some(new) = read(&mut state, &leaders, app.clock.today()) else {
        return show_again(&page(&app, &browser, &by, (&courses, &leaders), &state));
    };
    let chance = app.chance.clone();
    let add = move |tx: &mut DbConn| ::course::add_course(tx, &chance, &by, &new);
    let course = app.db.write(add).await?;
    Ok(see_other(&Link::Course(course)).telling(&app, Told::CourseAdded))
}

/// The courses that somebody sees, and who can lead a new one.
async fn find(app: &App, by: &Member) -> Result<(Vec<Course>, Vec<Member>), WebFault> {
    let by = by.clone();
    let read = move |tx: &mut DbConn| {
        let mut leaders = list(tx, by.region)?;
        leaders.retain(|member| {
            let own = member.contact_point == by.contact_point && (by.roles.coordinator || member.id == by.id);
            own && member.roles.leader
        });
        Ok::<_, ::course::Fault>((::course::list_courses(tx, &by)?, leaders))
    };
    Ok(app.db.read(read).await?)
}

fn read(state: &mut FormState<CourseField>, leaders: &[Member], today: NaiveDate) -> Option<NewCourse> {
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

fn page(
    app: &App,
    browser: &Browser,
    by: &Member,
    (courses, leaders): (&[Course], &[Member]),
    state: &FormState<CourseField>,
) -> CourseList {
    let texts = browser.texts();
    let listed = |course: &Course| {
        let ends = texts.with("courses-ends", &[("date", texts.date(course.last_session).into())]);
        (Link::Course(course.id), course.title.clone(), ends)
    };
    let choice = |leader: &Member| Choice::new(state, CourseField::Leader, leader.id.to_string(), &leader.name);
    let input = |field, label| Input::new(state, field, texts, label);
    CourseList {
        shell: Shell::new(browser, "courses-title").for_staff().with_faults_of(state),
        courses: courses.iter().map(listed).collect(),
        is_coordinator: by.roles.coordinator,
        has_leaders: !leaders.is_empty(),
        form: Opening::of_page(app, browser, &Link::Courses),
        title: input(CourseField::Title, "courses-name").hint("courses-name-hint"),
        leader: Choices::one(state, CourseField::Leader, texts, "courses-leader")
            .section(None, leaders.iter().map(choice).collect()),
        last_session: input(CourseField::LastSession, "courses-last-session").date(),
        participants: input(CourseField::Participants, "courses-participants")
            .hint("courses-participants-hint")
            .digits("off"),
    }
}
