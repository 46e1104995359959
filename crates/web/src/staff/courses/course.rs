//! `/courses/{course}`: one course, and opening a collection for it.

use actix_web::{HttpResponse, web};
use askama::Template;
use chrono::NaiveDate;
use groups::StartOption;
use model::{CollectionId, CourseId, Link};
use store::{
    DbConn,
    collection::Collection,
    contact_point,
    course::Course,
    staff::{self, Member},
};
use texts::Texts;

use super::start::{self, Start};
use crate::{
    app::App,
    browser::Browser,
    fault::WebFault,
    form::{Buttons, Choices, Form, FormState, Opening, fields},
    page::{Shell, show, show_again},
    redirect::see_other,
    routes::{get, post},
    staff::{
        id::Id,
        signed_in::CourseKeeper,
        steps::{Progress, Step},
    },
};

fields! {
    /// How the collection begins, and the button.
    pub enum OpenField {
        Start = "start",
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
    edit: Link,
    collections: Vec<(Link, String)>,
    opens: Opens,
    is_coordinator: bool,
    form: Opening,
    start: Option<Choices>,
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

/// All that the page shows.
struct Shown {
    course: Course,
    collections: Vec<Collection>,
    leader: Option<String>,
    opens: Opens,
    options: Vec<StartOption>,
    progress: Option<Progress>,
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
    let shown = find(&app, &by, id).await?;
    show(&page(&app, &browser, (&by, &shown), &FormState::empty()))
}

async fn open(
    app: App,
    browser: Browser,
    CourseKeeper(by): CourseKeeper,
    Id(id): Id<CourseId>,
    form: Form<OpenField>,
) -> Result<HttpResponse, WebFault> {
    let mut state = form.about(&Link::Course(id))?;
    let shown = find(&app, &by, id).await?;
    let Some(start) = read(&mut state, &shown) else {
        return show_again(&page(&app, &browser, (&by, &shown), &state));
    };
    let (chance, now, today, opens) = (app.chance.clone(), app.clock.now(), app.clock.today(), by.clone());
    let open = move |tx: &mut DbConn| {
        // A second press of the button leads to the same collection.
        if let Some(open) = find_open(&course::get_course(tx, &opens, id)?.1, today) {
            return Ok(open);
        }
        let planned = match &start {
            Start::Planned(option) => Some(option),
            Start::Collect => None,
        };
        course::open_collection(tx, &chance, &opens, (id, planned), now)
    };
    match app.db.write(open).await {
        Ok(collection) => Ok(see_other(&Link::CollectionDesk(collection))),
        Err(course::Fault::Groups(groups::Fault::StartGone)) => {
            state.blame(OpenField::Start, "course-start-changed");
            let shown = find(&app, &by, id).await?;
            show_again(&page(&app, &browser, (&by, &shown), &state))
        }
        Err(fault) => Err(fault.into()),
    }
}

fn read(state: &mut FormState<OpenField>, shown: &Shown) -> Option<Start> {
    if !state.has(OpenField::Do, OPEN) {
        state.blame(OpenField::Do, "fault-button");
        return None;
    }
    match shown.opens {
        Opens::Now => start::read(state, &shown.options),
        // The button has been pressed twice.
        Opens::NotAgain => Some(Start::Collect),
        Opens::NotWithoutController => {
            state.blame(OpenField::Do, "course-no-controller");
            None
        }
    }
}

fn find_open(collections: &[Collection], today: NaiveDate) -> Option<CollectionId> {
    let open = collections.iter().find(|collection| collection.is_open(today));
    open.map(|collection| collection.id)
}

async fn find(app: &App, by: &Member, id: CourseId) -> Result<Shown, WebFault> {
    let (by, today) = (by.clone(), app.clock.today());
    let read = move |tx: &mut DbConn| {
        let (course, collections) = course::get_course(tx, &by, id)?;
        let leader = course.leader.map(|leader| staff::get(tx, leader)).transpose()?;
        let controller = contact_point::get(tx, course.contact_point)?.controller;
        let opens = if find_open(&collections, today).is_some() {
            Opens::NotAgain
        } else if controller.is_none() {
            Opens::NotWithoutController
        } else {
            Opens::Now
        };
        let options = match opens {
            Opens::Now => groups::start_options(tx, &by, course.contact_point, today.max(course.last_session))?,
            Opens::NotAgain | Opens::NotWithoutController => Vec::new(),
        };
        Ok::<_, WebFault>(Shown {
            course,
            collections,
            leader: leader.map(|leader| leader.name),
            opens,
            options,
            progress: Progress::find(tx, &by)?,
        })
    };
    app.db.read(read).await
}

fn page(app: &App, browser: &Browser, (by, shown): (&Member, &Shown), state: &FormState<OpenField>) -> CoursePage {
    let (texts, today) = (browser.texts(), app.clock.today());
    let (course, options) = (&shown.course, &shown.options);
    let shell = Shell::new(browser, "courses-title")
        .for_staff()
        .at_step(shown.progress.as_ref().map(|progress| progress.at(texts, Step::Course)))
        .titled(course.title.clone());
    CoursePage {
        shell: shell.with_faults_of(state),
        leader: shown.leader.clone().unwrap_or_else(|| texts.get("course-nobody")),
        last_session: texts.date(course.last_session),
        participants: course.participants,
        edit: Link::EditCourse(course.id),
        collections: shown.collections.iter().map(|one| listed(texts, one, today)).collect(),
        opens: shown.opens,
        is_coordinator: by.roles.coordinator,
        form: Opening::of_page(app, browser, &Link::Course(course.id)),
        start: (!options.is_empty()).then(|| start::choices(state, options, texts)),
        buttons: Buttons::new(state, OpenField::Do, texts).first(OPEN, "course-open"),
    }
}

fn listed(texts: Texts, collection: &Collection, today: NaiveDate) -> (Link, String) {
    let key = if collection.is_open(today) {
        "course-is-open"
    } else {
        "course-is-closed"
    };
    (Link::CollectionDesk(collection.id), texts.get(key))
}
