//! `/collections/{collection}`: the code to show, to project or to print. It is the one page of staff that
//! participants see, so the course's title is not on it; and while it is open it tells no count (promise C11).

mod poster;
mod slips;

use actix_web::{HttpResponse, web};
use askama::Template;
use course::Demand;
use model::{CollectionId, Link};
use store::{DbConn, collection::Collection, staff::Member};

use super::{id::Id, qr::QrPicture, signed_in::CourseKeeper};
use crate::{
    app::App,
    browser::Browser,
    fault::WebFault,
    form::{Buttons, Form, FormState, Opening, fields},
    page::{Shell, show, show_again},
    redirect::see_other,
    routes::{get, post},
};

fields! {
    /// The button.
    enum CloseField {
        Do = "do",
    }
}

const CLOSE: &str = "close";

#[derive(Template)]
#[template(path = "staff/collection.html")]
struct Open {
    shell: Shell,
    picture: QrPicture,
    address: String,
    code: String,
    closes_on: String,
    ways: [(Link, &'static str); 3],
    course: Link,
    form: Opening,
    buttons: Buttons,
}

#[derive(Template)]
#[template(path = "staff/collection-closed.html")]
struct Closed {
    shell: Shell,
    /// `None` until it is counted.
    band: Option<String>,
    course: Link,
}

/// Where it is served.
pub fn routes(cfg: &mut web::ServiceConfig) {
    let page = web::resource(Link::CollectionDesk(CollectionId::from_bytes([0; 16])).route());
    cfg.service(page.route(get().to(show_code)).route(post().to(close)))
        .configure(poster::routes)
        .configure(slips::routes);
}

async fn show_code(
    app: App,
    browser: Browser,
    CourseKeeper(by): CourseKeeper,
    Id(id): Id<CollectionId>,
) -> Result<HttpResponse, WebFault> {
    let collection = find(&app, &by, id).await?;
    if collection.is_open(app.clock.today()) {
        return show(&open(&app, &browser, &collection, &FormState::empty())?);
    }
    show(&closed(&browser, &collection))
}

async fn close(
    app: App,
    browser: Browser,
    CourseKeeper(by): CourseKeeper,
    Id(id): Id<CollectionId>,
    form: Form<CloseField>,
) -> Result<HttpResponse, WebFault> {
    let mut state = form.about(&Link::CollectionDesk(id))?;
    if !state.has(CloseField::Do, CLOSE) {
        state.blame(CloseField::Do, "fault-button");
        let collection = find(&app, &by, id).await?;
        return show_again(&open(&app, &browser, &collection, &state)?);
    }
    let (chance, now) = (app.chance.clone(), app.clock.now());
    app.db
        .write(move |tx| course::close_collection(tx, &chance, &by, id, now))
        .await?;
    Ok(see_other(&Link::CollectionDesk(id)))
}

async fn find(app: &App, by: &Member, id: CollectionId) -> Result<Collection, WebFault> {
    let by = by.clone();
    let read = move |tx: &mut DbConn| course::get_collection(tx, &by, id);
    Ok(app.db.read(read).await?.1)
}

/// The service's address as people type it.
fn typed_address(app: &App) -> String {
    let scheme_ends = app.public_url.find("://").map_or(0, |at| at + 3);
    app.public_url.get(scheme_ends..).unwrap_or_default().to_owned()
}

fn open(
    app: &App,
    browser: &Browser,
    collection: &Collection,
    state: &FormState<CloseField>,
) -> Result<Open, WebFault> {
    let texts = browser.texts();
    Ok(Open {
        // What the note itself is called.
        shell: Shell::new(browser, "note-title").for_staff().with_faults_of(state),
        picture: QrPicture::of(&app.absolute(&Link::Collection(collection.code.clone())), texts)?,
        address: typed_address(app),
        code: collection.code.to_string(),
        closes_on: texts.with(
            "collection-open-until",
            &[("date", texts.date(collection.closes_on).into())],
        ),
        ways: [
            (Link::Tablet(collection.code.clone()), "collection-tablet"),
            (Link::Slips(collection.id), "collection-slips"),
            (Link::Poster(collection.id), "collection-poster"),
        ],
        course: Link::Course(collection.course),
        form: Opening::of_page(app, browser, &Link::CollectionDesk(collection.id)),
        buttons: Buttons::new(state, CloseField::Do, texts).danger(CLOSE, "collection-close-yes"),
    })
}

fn closed(browser: &Browser, collection: &Collection) -> Closed {
    let band = course::demand(collection).map(|demand| match demand {
        Demand::FewerThanFive => "collection-fewer",
        Demand::FiveOrMore => "collection-more",
    });
    Closed {
        shell: Shell::new(browser, "collection-closed-title").for_staff(),
        band: band.map(|key| browser.texts().get(key)),
        course: Link::Course(collection.course),
    }
}
