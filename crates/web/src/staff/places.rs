//! `/places`: where groups can meet.

mod place;
mod times;

use actix_web::{HttpResponse, web};
use askama::Template;
use contact_point::NewPlace;
use model::Link;
use store::{
    DbConn,
    place::{Place, Room, list, list_rooms},
    region::{ContactPoint, list_contact_points},
    staff::Member,
};
use texts::Texts;

use super::signed_in::Coordinator;
use crate::{
    app::App,
    browser::Browser,
    fault::WebFault,
    form::{Form, FormState, Input, Opening, fields},
    page::{Shell, show, show_again},
    redirect::see_other,
    routes::{get, post},
    told::{Telling as _, Told},
};

fields! {
    /// A new place.
    enum PlaceField {
        Name = "name",
        LetterName = "letter-name",
        HowToFind = "how-to-find",
    }
}

#[derive(Template)]
#[template(path = "staff/places.html")]
struct Places {
    shell: Shell,
    own: Vec<(Link, String, String)>,
    neighbours: Vec<(String, Vec<String>)>,
    form: Opening,
    name: Input,
    letter_name: Input,
    how_to_find: Input,
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
    cfg.service(page.route(get().to(form)).route(post().to(add)))
        .configure(place::routes);
}

async fn form(app: App, browser: Browser, Coordinator(by): Coordinator) -> Result<HttpResponse, WebFault> {
    show(&page(&app, &browser, by, &FormState::empty()).await?)
}

async fn add(
    app: App,
    browser: Browser,
    Coordinator(by): Coordinator,
    form: Form<PlaceField>,
) -> Result<HttpResponse, WebFault> {
    let mut state = form.about(&Link::Places)?;
    let Some(new) = read(&mut state) else {
        return show_again(&page(&app, &browser, by, &state).await?);
    };
    let chance = app.chance.clone();
    let add = move |tx: &mut DbConn| contact_point::add_place(tx, &chance, &by, &new);
    let place = app.db.write(add).await?;
    Ok(see_other(&Link::Place(place)).telling(&app, Told::PlaceAdded))
}

fn read(state: &mut FormState<PlaceField>) -> Option<NewPlace> {
    let name = state.read_name(PlaceField::Name, "places-name");
    let letter_name = state.read_name(PlaceField::LetterName, "places-letter-name");
    let how_to_find = state.read_optional_name(PlaceField::HowToFind, "places-how-to-find");
    Some(NewPlace {
        name: name?,
        letter_name: letter_name?,
        how_to_find: how_to_find?,
    })
}

async fn page(app: &App, browser: &Browser, by: Member, state: &FormState<PlaceField>) -> Result<Places, WebFault> {
    let region = by.region;
    let read = move |tx: &mut DbConn| {
        Ok::<_, store::Fault>(Kept {
            places: list(tx, region)?,
            rooms: list_rooms(tx, region)?,
            contact_points: list_contact_points(tx, region)?,
        })
    };
    let kept = app.db.read(read).await?;
    let texts = browser.texts();
    let input = |field, label| Input::new(state, field, texts, label);
    Ok(Places {
        shell: Shell::new(browser, "places-title").for_staff().with_faults_of(state),
        own: own(texts, &by, &kept),
        neighbours: neighbours(&by, &kept),
        form: Opening::of_page(app, browser, &Link::Places),
        name: input(PlaceField::Name, "places-name").hint("places-name-hint"),
        letter_name: input(PlaceField::LetterName, "places-letter-name").hint("places-letter-name-hint"),
        how_to_find: input(PlaceField::HowToFind, "places-how-to-find")
            .hint("places-how-to-find-hint")
            .optional(),
    })
}

/// The contact point's own places, and how many rooms each has.
fn own(texts: Texts, by: &Member, kept: &Kept) -> Vec<(Link, String, String)> {
    let own = kept
        .places
        .iter()
        .filter(|place| place.contact_point == by.contact_point);
    own.map(|place| {
        let rooms = kept.rooms.iter().filter(|room| room.place == place.id).count();
        let rooms = texts.with("places-rooms", &[("rooms", rooms.into())]);
        (Link::Place(place.id), place.name.clone(), rooms)
    })
    .collect()
}

/// The places of each other contact point of the region, to read only.
fn neighbours(by: &Member, kept: &Kept) -> Vec<(String, Vec<String>)> {
    let others = kept.contact_points.iter().filter(|point| point.id != by.contact_point);
    others
        .map(|point| {
            let places = kept.places.iter().filter(|place| place.contact_point == point.id);
            (point.name.clone(), places.map(|place| place.name.clone()).collect())
        })
        .collect()
}
