//! `/places`: where groups can meet.

mod edit;
mod form;
mod import;
mod offer;
mod place;
mod room;
mod room_form;
mod times;

use actix_web::{HttpResponse, web};
use askama::Template;
use model::Link;
use store::{
    DbConn,
    contact_point::{self, ContactPoint},
    place::{Place, list},
    room::{self as rooms, Room},
    staff::Member,
};
use texts::Texts;

use super::{
    signed_in::Coordinator,
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
use form::{PlaceField, PlaceForm, blame, blank, read};

#[derive(Template)]
#[template(path = "staff/places.html")]
struct Places {
    shell: Shell,
    own: Vec<Listed>,
    neighbours: Vec<(String, Vec<String>)>,
    form: Opening,
    place: PlaceForm,
}

/// One of the contact point's own places, with how many rooms it has.
struct Listed {
    link: Link,
    name: String,
    rooms: String,
    is_offered: bool,
}

/// The region's places, with rooms and those who keep them.
struct Kept {
    places: Vec<Place>,
    rooms: Vec<Room>,
    contact_points: Vec<ContactPoint>,
}

/// Where they are served.
pub fn routes(cfg: &mut web::ServiceConfig) {
    let page = web::resource(Link::Places.route());
    cfg.service(page.route(get().to(show_places)).route(post().to(add)))
        // Before a single place, whose address would match too.
        .configure(import::routes)
        .configure(place::routes)
        .configure(edit::routes)
        .configure(room::routes);
}

async fn show_places(app: App, browser: Browser, Coordinator(by): Coordinator) -> Result<HttpResponse, WebFault> {
    show(&page(&app, &browser, &by, &blank()).await?)
}

async fn add(
    app: App,
    browser: Browser,
    Coordinator(by): Coordinator,
    form: Form<PlaceField>,
) -> Result<HttpResponse, WebFault> {
    let mut state = form.about(&Link::Places)?;
    let Some(draft) = read(&mut state) else {
        return show_again(&page(&app, &browser, &by, &state).await?);
    };
    let (chance, adds) = (app.chance.clone(), by.clone());
    let add = move |tx: &mut DbConn| ::contact_point::add_place(tx, &chance, &adds, &draft);
    match app.db.write(add).await {
        Ok(place) => Ok(see_other(&Link::Place(place)).telling(&app, Told::PlaceAdded)),
        Err(fault) => {
            blame(&mut state, fault)?;
            show_again(&page(&app, &browser, &by, &state).await?)
        }
    }
}

async fn page(app: &App, browser: &Browser, by: &Member, state: &FormState<PlaceField>) -> Result<Places, WebFault> {
    let region = by.region;
    let read = move |tx: &mut DbConn| {
        Ok::<_, store::Fault>(Kept {
            places: list(tx, region)?,
            rooms: rooms::list(tx, region)?,
            contact_points: contact_point::list(tx, region)?,
        })
    };
    let kept = app.db.read(read).await?;
    let texts = browser.texts();
    Ok(Places {
        shell: Shell::new(browser, "places-title")
            .for_staff()
            .at_step(steps::at(app, browser, by, Step::Place).await?)
            .with_faults_of(state),
        own: own(texts, by, &kept),
        neighbours: neighbours(by, &kept),
        form: Opening::of_page(app, browser, &Link::Places),
        place: PlaceForm::new(state, texts),
    })
}

/// The contact point's own places.
fn own(texts: Texts, by: &Member, kept: &Kept) -> Vec<Listed> {
    let own = kept
        .places
        .iter()
        .filter(|place| place.contact_point == by.contact_point);
    own.map(|place| {
        let rooms = kept.rooms.iter().filter(|room| room.place == place.id).count();
        Listed {
            link: Link::Place(place.id),
            name: place.name.clone(),
            rooms: texts.with("places-rooms", &[("rooms", rooms.into())]),
            is_offered: place.offered,
        }
    })
    .collect()
}

/// The places of each other contact point of the region, to read only.
fn neighbours(by: &Member, kept: &Kept) -> Vec<(String, Vec<String>)> {
    let others = kept.contact_points.iter().filter(|point| point.id != by.contact_point);
    others
        .map(|point| {
            let places = kept
                .places
                .iter()
                .filter(|place| place.contact_point == point.id && place.offered);
            (point.name.clone(), places.map(|place| place.name.clone()).collect())
        })
        .collect()
}
