//! `/places/{place}`: one place, its rooms, when they are free, and freeing those of groups that go on by themselves.

use actix_web::{HttpResponse, web};
use askama::Template;
use contact_point::get_place;
use model::{Link, OccupancyId, PlaceId};
use store::{
    DbConn,
    occupancy::Occupancy,
    place::Place,
    room::{Room, list},
    staff::Member,
};
use texts::Texts;

use super::{
    form::kind_name,
    offer,
    room_form::{RoomForm, read},
    times::RoomField,
};
use crate::{
    app::App,
    browser::Browser,
    fault::WebFault,
    form::{Buttons, Form, FormState, Opening},
    page::{Shell, show, show_again},
    redirect::see_other,
    routes::{get, post},
    staff::{
        id::Id,
        signed_in::Coordinator,
        steps::{self, Step},
    },
    told::{Telling as _, Told},
};

#[derive(Template)]
#[template(path = "staff/place.html")]
struct PlacePage {
    shell: Shell,
    facts: Vec<(&'static str, String)>,
    is_offered: bool,
    edit: Link,
    rooms: Vec<Listed>,
    taken: Vec<Taken>,
    form: Opening,
    room: RoomForm,
    offer: Buttons,
}

/// A room, with its times, and whether it is in use.
struct Listed {
    link: Link,
    name: String,
    times: Vec<String>,
    is_offered: bool,
}

/// A room that a group has, which goes on by itself and is forgotten otherwise.
struct Taken {
    id: OccupancyId,
    room: String,
    time: String,
}

/// Where it is served.
pub fn routes(cfg: &mut web::ServiceConfig) {
    let page = web::resource(Link::Place(PlaceId::from_bytes([0; 16])).route());
    cfg.service(page.route(get().to(form)).route(post().to(act)));
}

async fn form(
    app: App,
    browser: Browser,
    Coordinator(by): Coordinator,
    Id(id): Id<PlaceId>,
) -> Result<HttpResponse, WebFault> {
    show(&page(&app, &browser, (by, id), &FormState::empty()).await?)
}

async fn act(
    app: App,
    browser: Browser,
    Coordinator(by): Coordinator,
    Id(id): Id<PlaceId>,
    form: Form<RoomField>,
) -> Result<HttpResponse, WebFault> {
    let state = form.about(&Link::Place(id))?;
    if let Some(offered) = offer::pressed(&state, RoomField::Offer) {
        let write = move |tx: &mut DbConn| contact_point::offer_place(tx, &by, id, offered);
        app.db.write(write).await?;
        return Ok(see_other(&Link::Place(id)).telling(&app, Told::PlaceSaved));
    }
    let freed = state.value(RoomField::Free);
    if freed.is_empty() {
        return add(&app, &browser, (by, id), state).await;
    }
    let freed: OccupancyId = freed.parse().map_err(|_| WebFault::NotFound)?;
    app.db.write(move |tx| free(tx, &by, (id, freed))).await?;
    Ok(see_other(&Link::Place(id)).telling(&app, Told::RoomFreed))
}

/// A room of this place. Pressed twice, the button does nothing more.
fn free(tx: &mut DbConn, by: &Member, (place, freed): (PlaceId, OccupancyId)) -> Result<(), WebFault> {
    let (_, _, taken) = find(tx, by, place)?;
    if taken.iter().any(|mark| mark.id == freed) {
        groups::free_room(tx, by, freed)?;
    }
    Ok(())
}

async fn add(
    app: &App,
    browser: &Browser,
    (by, id): (Member, PlaceId),
    mut state: FormState<RoomField>,
) -> Result<HttpResponse, WebFault> {
    let Some(draft) = read(&mut state, app.clock.today()) else {
        return show_again(&page(app, browser, (by, id), &state).await?);
    };
    let chance = app.chance.clone();
    let add = move |tx: &mut DbConn| contact_point::add_room(tx, &chance, &by, id, &draft);
    app.db.write(add).await?;
    Ok(see_other(&Link::Place(id)).telling(app, Told::RoomAdded))
}

async fn page(
    app: &App,
    browser: &Browser,
    (by, id): (Member, PlaceId),
    state: &FormState<RoomField>,
) -> Result<PlacePage, WebFault> {
    let at_step = steps::at(app, browser, &by, Step::Room).await?;
    let (place, rooms, taken) = app.db.read(move |tx| find(tx, &by, id)).await?;
    let texts = browser.texts();
    let shell = Shell::new(browser, "places-title")
        .for_staff()
        .at_step(at_step)
        .titled(place.name.clone());
    Ok(PlacePage {
        shell: shell.with_faults_of(state),
        taken: taken
            .iter()
            .filter_map(|mark| named_mark(texts, &rooms, mark))
            .collect(),
        rooms: rooms.into_iter().map(|room| listed(texts, room)).collect(),
        is_offered: place.offered,
        edit: Link::EditPlace(id),
        form: Opening::of_page(app, browser, &Link::Place(id)),
        room: RoomForm::new(state, texts),
        offer: offer::button(
            state,
            (RoomField::Offer, place.offered),
            texts,
            ("place-stop", "place-again"),
        ),
        facts: facts(texts, place),
    })
}

/// A place of the coordinator's own contact point (promise S12), its rooms, and which of them forgotten groups have.
fn find(tx: &mut DbConn, by: &Member, id: PlaceId) -> Result<(Place, Vec<Room>, Vec<Occupancy>), WebFault> {
    let place = get_place(tx, by, id)?;
    let mut rooms = list(tx, by.region)?;
    rooms.retain(|room| room.place == id);
    let mut taken = groups::forgotten_rooms(tx, by)?;
    taken.retain(|mark| rooms.iter().any(|room| room.id == mark.room));
    Ok((place, rooms, taken))
}

/// What is said of a place, but for what was left out.
fn facts(texts: Texts, place: Place) -> Vec<(&'static str, String)> {
    let step_free = match place.directions.step_free {
        Some(true) => texts.get("places-step-free-yes"),
        Some(false) => texts.get("places-step-free-no"),
        None => String::new(),
    };
    let mut facts = vec![
        ("places-kind", kind_name(texts, place.kind)),
        ("place-address", place.address),
        ("place-in-letters", place.letter_name),
        ("places-entrance", place.directions.entrance),
        ("places-step-free", step_free),
        ("places-key", place.directions.key_info),
        ("places-dial-in", place.directions.dial_in),
    ];
    facts.retain(|(_, fact)| !fact.is_empty());
    facts
}

fn listed(texts: Texts, room: Room) -> Listed {
    let mut times: Vec<String> = room.times.iter().map(|time| texts.weekly_time(*time)).collect();
    let dates = [("room-is-from", room.from), ("room-is-until", room.until)];
    let dates = dates
        .into_iter()
        .filter_map(|(key, date)| Some(texts.with(key, &[("date", texts.date(date?).into())])));
    times.extend(dates);
    Listed {
        link: Link::Room(room.id),
        name: room.name,
        times,
        is_offered: room.offered,
    }
}

fn named_mark(texts: Texts, rooms: &[Room], mark: &Occupancy) -> Option<Taken> {
    let room = rooms.iter().find(|room| room.id == mark.room)?;
    Some(Taken {
        id: mark.id,
        room: room.name.clone(),
        time: texts.weekly_time(mark.time),
    })
}
