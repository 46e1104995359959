//! `/rooms/{room}`: change a room, or stop using it. Groups that meet in it stay in it.

use actix_web::{HttpResponse, web};
use askama::Template;
use model::{Link, RoomId};
use store::{DbConn, place::Place, room::Room, staff::Member};

use super::{
    room_form::{RoomForm, filled, read},
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
    staff::{id::Id, places::offer, signed_in::Coordinator},
    told::{Telling as _, Told},
};

#[derive(Template)]
#[template(path = "staff/room.html")]
struct RoomPage {
    shell: Shell,
    place: (Link, String),
    is_offered: bool,
    form: Opening,
    room: RoomForm,
    offer: Buttons,
}

/// Where it is served.
pub fn routes(cfg: &mut web::ServiceConfig) {
    let page = web::resource(Link::Room(RoomId::from_bytes([0; 16])).route());
    cfg.service(page.route(get().to(form)).route(post().to(act)));
}

async fn form(
    app: App,
    browser: Browser,
    Coordinator(by): Coordinator,
    Id(id): Id<RoomId>,
) -> Result<HttpResponse, WebFault> {
    let (place, room) = find(&app, &by, id).await?;
    show(&page(&app, &browser, (&place, &room), &filled(&room)))
}

async fn act(
    app: App,
    browser: Browser,
    Coordinator(by): Coordinator,
    Id(id): Id<RoomId>,
    form: Form<RoomField>,
) -> Result<HttpResponse, WebFault> {
    let mut state = form.about(&Link::Room(id))?;
    let (place, room) = find(&app, &by, id).await?;
    if let Some(offered) = offer::pressed(&state, RoomField::Offer) {
        let write = move |tx: &mut DbConn| contact_point::offer_room(tx, &by, id, offered);
        app.db.write(write).await?;
        return Ok(see_other(&Link::Room(id)).telling(&app, Told::RoomSaved));
    }
    let Some(draft) = read(&mut state, app.clock.today()) else {
        return show_again(&page(&app, &browser, (&place, &room), &state));
    };
    let edit = move |tx: &mut DbConn| contact_point::edit_room(tx, &by, id, &draft);
    app.db.write(edit).await?;
    Ok(see_other(&Link::Place(place.id)).telling(&app, Told::RoomSaved))
}

async fn find(app: &App, by: &Member, id: RoomId) -> Result<(Place, Room), WebFault> {
    let by = by.clone();
    Ok(app.db.read(move |tx| contact_point::get_room(tx, &by, id)).await?)
}

fn page(app: &App, browser: &Browser, (place, room): (&Place, &Room), state: &FormState<RoomField>) -> RoomPage {
    let texts = browser.texts();
    let shell = Shell::new(browser, "place-rooms").for_staff().titled(room.name.clone());
    RoomPage {
        shell: shell.with_faults_of(state),
        place: (Link::Place(place.id), place.name.clone()),
        is_offered: room.offered,
        form: Opening::of_page(app, browser, &Link::Room(room.id)),
        room: RoomForm::new(state, texts),
        offer: offer::button(
            state,
            (RoomField::Offer, room.offered),
            texts,
            ("room-stop", "room-again"),
        ),
    }
}
