//! `/courses`: what collections are opened for.

mod course;
mod edit;
mod form;
mod start;

use actix_web::{HttpResponse, web};
use askama::Template;
use model::Link;
use store::{DbConn, course::Course, staff::Member};

use super::{
    signed_in::CourseKeeper,
    steps::{self, Step},
};
use crate::{
    app::App,
    browser::Browser,
    fault::WebFault,
    form::{Form, FormState, Opening},
    page::{Shell, show, show_again},
    redirect::see_other,
    routes::{get, post},
    told::{Telling as _, Told},
};
use form::{CourseField, CourseForm, blank, leaders, read};

#[derive(Template)]
#[template(path = "staff/courses.html")]
struct CourseList {
    shell: Shell,
    courses: Vec<(Link, String, String)>,
    is_coordinator: bool,
    has_leaders: bool,
    form: Opening,
    course: CourseForm,
}

/// Where they are served.
pub fn routes(cfg: &mut web::ServiceConfig) {
    let page = web::resource(Link::Courses.route());
    cfg.service(page.route(get().to(show_courses)).route(post().to(add)))
        .configure(course::routes)
        .configure(edit::routes);
}

async fn show_courses(app: App, browser: Browser, CourseKeeper(by): CourseKeeper) -> Result<HttpResponse, WebFault> {
    let (courses, leaders) = find(&app, &by).await?;
    show(&page(&app, &browser, &by, (&courses, &leaders), &blank(&leaders)).await?)
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
        return show_again(&page(&app, &browser, &by, (&courses, &leaders), &state).await?);
    };
    let chance = app.chance.clone();
    let add = move |tx: &mut DbConn| ::course::add_course(tx, &chance, &by, &new);
    let course = app.db.write(add).await?;
    Ok(see_other(&Link::Course(course)).telling(&app, Told::CourseAdded))
}

/// The courses that somebody sees, and who can lead a new one.
async fn find(app: &App, by: &Member) -> Result<(Vec<Course>, Vec<Member>), WebFault> {
    let by = by.clone();
    let read = move |tx: &mut DbConn| Ok::<_, ::course::Fault>((::course::list_courses(tx, &by)?, leaders(tx, &by)?));
    Ok(app.db.read(read).await?)
}

async fn page(
    app: &App,
    browser: &Browser,
    by: &Member,
    (courses, leaders): (&[Course], &[Member]),
    state: &FormState<CourseField>,
) -> Result<CourseList, WebFault> {
    let texts = browser.texts();
    let listed = |course: &Course| {
        let ends = texts.with("courses-ends", &[("date", texts.date(course.last_session).into())]);
        (Link::Course(course.id), course.title.clone(), ends)
    };
    Ok(CourseList {
        shell: Shell::new(browser, "courses-title")
            .for_staff()
            .at_step(steps::at(app, browser, by, Step::Course).await?)
            .with_faults_of(state),
        courses: courses.iter().map(listed).collect(),
        is_coordinator: by.roles.coordinator,
        has_leaders: !leaders.is_empty(),
        form: Opening::of_page(app, browser, &Link::Courses),
        course: CourseForm::new(state, leaders, texts),
    })
}
