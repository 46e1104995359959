//! `/places/{place}`: one place, its rooms, when they are free, and freeing those of groups that go on by themselves.

use actix_web::{HttpResponse, web};
use askama::Template;
use contact_point::{Fault, NewRoom};
use model::{Link, OccupancyId, PlaceId, WeeklyTime};
use store::{
    DbConn,
    occupancy::Occupancy,
    place::{Place, Room, find, list_rooms},
    staff::Member,
};
use texts::Texts;

use super::times::{RoomField, WeekTimes, read_times};
use crate::{
    app::App,
    browser::Browser,
    fault::WebFault,
    form::{Form, FormState, Input, Opening},
    page::{Shell, show, show_again},
    redirect::see_other,
    routes::{get, post},
    staff::{id::Id, signed_in::Coordinator},
    told::{Telling as _, Told},
};

#[derive(Template)]
#[template(path = "staff/place.html")]
struct PlacePage {
    shell: Shell,
    letter_name: String,
    how_to_find: String,
    rooms: Vec<(String, Vec<String>)>,
    taken: Vec<Taken>,
    form: Opening,
    name: Input,
    times: WeekTimes,
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
    let (_, _, taken) = read(tx, by, place)?;
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
    let (name, times) = (state.read_name(RoomField::Name, "room-name"), read_times(&mut state));
    let (Some(name), Some(times)) = (name, times) else {
        return show_again(&page(app, browser, (by, id), &state).await?);
    };
    let (chance, adds, new) = (app.chance.clone(), by.clone(), NewRoom { name, times });
    let add = move |tx: &mut DbConn| contact_point::add_room(tx, &chance, &adds, id, &new);
    match app.db.write(add).await {
        Ok(_) => Ok(see_other(&Link::Place(id)).telling(app, Told::RoomAdded)),
        Err(Fault::TimesOverlap) => {
            state.blame(RoomField::Mon, "room-times-overlap");
            show_again(&page(app, browser, (by, id), &state).await?)
        }
        Err(fault) => Err(fault.into()),
    }
}

async fn page(
    app: &App,
    browser: &Browser,
    (by, id): (Member, PlaceId),
    state: &FormState<RoomField>,
) -> Result<PlacePage, WebFault> {
    let (place, rooms, taken) = app.db.read(move |tx| read(tx, &by, id)).await?;
    let texts = browser.texts();
    let shell = Shell::new(browser, "places-title").for_staff().titled(place.name);
    Ok(PlacePage {
        shell: shell.with_faults_of(state),
        letter_name: place.letter_name,
        how_to_find: place.how_to_find,
        taken: taken
            .iter()
            .filter_map(|mark| named_mark(texts, &rooms, mark))
            .collect(),
        rooms: rooms
            .into_iter()
            .map(|room| (room.name, named(texts, &room.times)))
            .collect(),
        form: Opening::of_page(app, browser, &Link::Place(id)),
        name: Input::new(state, RoomField::Name, texts, "room-name").hint("room-name-hint"),
        times: WeekTimes::new(state, texts),
    })
}

/// A place of the coordinator's own contact point (promise S12), its rooms, and which of them forgotten groups have.
fn read(tx: &mut DbConn, by: &Member, id: PlaceId) -> Result<(Place, Vec<Room>, Vec<Occupancy>), WebFault> {
    let place = find(tx, by.region, id)?.filter(|place| place.contact_point == by.contact_point);
    let place = place.ok_or(WebFault::NotFound)?;
    let mut rooms = list_rooms(tx, by.region)?;
    rooms.retain(|room| room.place == id);
    let mut taken = groups::forgotten_rooms(tx, by)?;
    taken.retain(|mark| rooms.iter().any(|room| room.id == mark.room));
    Ok((place, rooms, taken))
}

fn named_mark(texts: Texts, rooms: &[Room], mark: &Occupancy) -> Option<Taken> {
    let room = rooms.iter().find(|room| room.id == mark.room)?;
    Some(Taken {
        id: mark.id,
        room: room.name.clone(),
        time: texts.weekly_time(mark.time),
    })
}

fn named(texts: Texts, times: &[WeeklyTime]) -> Vec<String> {
    times.iter().map(|time| texts.weekly_time(*time)).collect()
}
