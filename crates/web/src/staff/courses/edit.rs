//! `/courses/{course}/edit`: change what is said of a course. Its collections go on.

use actix_web::{HttpResponse, web};
use askama::Template;
use model::{CourseId, Link};
use store::{DbConn, course::Course, staff::Member};

use super::form::{CourseField, CourseForm, filled, leaders, read};
use crate::{
    app::App,
    browser::Browser,
    fault::WebFault,
    form::{Form, FormState, Opening},
    page::{Shell, show, show_again},
    redirect::see_other,
    routes::{get, post},
    staff::{id::Id, signed_in::CourseKeeper},
    told::{Telling as _, Told},
};

#[derive(Template)]
#[template(path = "staff/course-edit.html")]
struct EditCourse {
    shell: Shell,
    form: Opening,
    course: CourseForm,
    back: Link,
}

/// Where it is served.
pub fn routes(cfg: &mut web::ServiceConfig) {
    let page = web::resource(Link::EditCourse(CourseId::from_bytes([0; 16])).route());
    cfg.service(page.route(get().to(form)).route(post().to(save)));
}

async fn form(
    app: App,
    browser: Browser,
    CourseKeeper(by): CourseKeeper,
    Id(id): Id<CourseId>,
) -> Result<HttpResponse, WebFault> {
    let (course, leaders) = find(&app, &by, id).await?;
    show(&page(&app, &browser, (id, &leaders), &filled(course)))
}

async fn save(
    app: App,
    browser: Browser,
    CourseKeeper(by): CourseKeeper,
    Id(id): Id<CourseId>,
    form: Form<CourseField>,
) -> Result<HttpResponse, WebFault> {
    let mut state = form.about(&Link::EditCourse(id))?;
    let (_, leaders) = find(&app, &by, id).await?;
    let Some(new) = read(&mut state, &leaders, app.clock.today()) else {
        return show_again(&page(&app, &browser, (id, &leaders), &state));
    };
    app.db.write(move |tx| course::edit_course(tx, &by, id, &new)).await?;
    Ok(see_other(&Link::Course(id)).telling(&app, Told::CourseSaved))
}

async fn find(app: &App, by: &Member, id: CourseId) -> Result<(Course, Vec<Member>), WebFault> {
    let by = by.clone();
    let read = move |tx: &mut DbConn| {
        let (course, _) = course::get_course(tx, &by, id)?;
        Ok::<_, course::Fault>((course, leaders(tx, &by)?))
    };
    Ok(app.db.read(read).await?)
}

fn page(
    app: &App,
    browser: &Browser,
    (id, leaders): (CourseId, &[Member]),
    state: &FormState<CourseField>,
) -> EditCourse {
    EditCourse {
        shell: Shell::new(browser, "course-edit").for_staff().with_faults_of(state),
        form: Opening::of_page(app, browser, &Link::EditCourse(id)),
        course: CourseForm::new(state, leaders, browser.texts()),
        back: Link::Course(id),
    }
}
