//! `/courses/{course}`: one course, and opening a collection for it.

use actix_web::{HttpResponse, web};
use askama::Template;
use chrono::NaiveDate;
use model::{CollectionId, CourseId, Link};
use store::{
    DbConn,
    course::{Collection, Course},
    staff::{self, Member},
};
use texts::Texts;

use crate::{
    app::App,
    browser::Browser,
    fault::WebFault,
    form::{Buttons, Form, FormState, Opening, fields},
    page::{Shell, show, show_again},
    redirect::see_other,
    routes::{get, post},
    staff::{id::Id, signed_in::CourseKeeper},
};

fields! {
    /// The button.
    enum OpenField {
        Do = "do",
    }
}

const OPEN: &str = "open";

#[derive(Template)]
#[template(path = "staff/course.html")]
struct CoursePage {
    shell: Shell,
    leader: String,
    last_session: String,
    participants: u16,
    collections: Vec<(Link, String)>,
    opens: Opens,
    form: Opening,
    buttons: Buttons,
}

/// Whether a collection can be opened now.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Opens {
    Now,
    /// Nobody answers for the data yet.
    NotWithoutController,
    /// There is one already.
    NotAgain,
}

/// Where it is served.
pub fn routes(cfg: &mut web::ServiceConfig) {
    let page = web::resource(Link::Course(CourseId::from_bytes([0; 16])).route());
    cfg.service(page.route(get().to(show_course)).route(post().to(open)));
}

async fn show_course(
    app: App,
    browser: Browser,
    CourseKeeper(by): CourseKeeper,
    Id(id): Id<CourseId>,
) -> Result<HttpResponse, WebFault> {
    show(&page(&app, &browser, (by, id), &FormState::empty()).await?)
}

async fn open(
    app: App,
    browser: Browser,
    CourseKeeper(by): CourseKeeper,
    Id(id): Id<CourseId>,
    form: Form<OpenField>,
) -> Result<HttpResponse, WebFault> {
    let mut state = form.about(&Link::Course(id))?;
    let pressed = state.has(OpenField::Do, OPEN);
    let Some(controller) = app.controller.clone().filter(|_| pressed) else {
        state.blame(
            OpenField::Do,
            if pressed {
                "course-no-controller"
            } else {
                "fault-button"
            },
        );
        return show_again(&page(&app, &browser, (by, id), &state).await?);
    };
    let (chance, today) = (app.chance.clone(), app.clock.today());
    let open = move |tx: &mut DbConn| {
        // A second press of the button leads to the same collection.
        match find_open(&course::get_course(tx, &by, id)?.1, today) {
            Some(open) => Ok(open),
            None => course::open_collection(tx, &chance, &by, (id, &controller), today),
        }
    };
    let collection = app.db.write(open).await?;
    Ok(see_other(&Link::CollectionDesk(collection)))
}

fn find_open(collections: &[Collection], today: NaiveDate) -> Option<CollectionId> {
    let open = collections.iter().find(|collection| collection.is_open(today));
    open.map(|collection| collection.id)
}

async fn page(
    app: &App,
    browser: &Browser,
    (by, id): (Member, CourseId),
    state: &FormState<OpenField>,
) -> Result<CoursePage, WebFault> {
    let read = move |tx: &mut DbConn| {
        let (course, collections) = course::get_course(tx, &by, id)?;
        let leader = staff::get(tx, course.leader)?.name;
        Ok::<(Course, Vec<Collection>, String), course::Fault>((course, collections, leader))
    };
    let (course, collections, leader) = app.db.read(read).await?;
    let (texts, today) = (browser.texts(), app.clock.today());
    let opens = if find_open(&collections, today).is_some() {
        Opens::NotAgain
    } else if app.controller.is_none() {
        Opens::NotWithoutController
    } else {
        Opens::Now
    };
    let shell = Shell::new(browser, "courses-title").for_staff().titled(course.title);
    Ok(CoursePage {
        shell: shell.with_faults_of(state),
        leader,
        last_session: texts.date(course.last_session),
        participants: course.participants,
        collections: collections.iter().map(|one| listed(texts, one, today)).collect(),
        opens,
        form: Opening::of_page(app, browser, &Link::Course(id)),
        buttons: Buttons::new(state, OpenField::Do, texts).first(OPEN, "course-open"),
    })
}

fn listed(texts: Texts, collection: &Collection, today: NaiveDate) -> (Link, String) {
    let key = if collection.is_open(today) {
        "course-is-open"
    } else {
        "course-is-closed"
    };
    (Link::CollectionDesk(collection.id), texts.get(key))
}
