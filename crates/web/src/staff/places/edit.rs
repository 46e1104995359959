//! `/places/{place}/edit`: change what is said of a place. Groups that meet there keep what they were told.

use actix_web::{HttpResponse, web};
use askama::Template;
use model::{Link, PlaceId};

use super::form::{PlaceField, PlaceForm, blame, filled, read};
use crate::{
    app::App,
    browser::Browser,
    fault::WebFault,
    form::{Form, FormState, Opening},
    page::{Shell, show, show_again},
    redirect::see_other,
    routes::{get, post},
    staff::{id::Id, signed_in::Coordinator},
    told::{Telling as _, Told},
};

#[derive(Template)]
#[template(path = "staff/place-edit.html")]
struct EditPlace {
    shell: Shell,
    form: Opening,
    place: PlaceForm,
    back: Link,
}

/// Where it is served.
pub fn routes(cfg: &mut web::ServiceConfig) {
    let page = web::resource(Link::EditPlace(PlaceId::from_bytes([0; 16])).route());
    cfg.service(page.route(get().to(form)).route(post().to(save)));
}

async fn form(
    app: App,
    browser: Browser,
    Coordinator(by): Coordinator,
    Id(id): Id<PlaceId>,
) -> Result<HttpResponse, WebFault> {
    let place = app.db.read(move |tx| contact_point::get_place(tx, &by, id)).await?;
    show(&page(&app, &browser, id, &filled(place)))
}

async fn save(
    app: App,
    browser: Browser,
    Coordinator(by): Coordinator,
    Id(id): Id<PlaceId>,
    form: Form<PlaceField>,
) -> Result<HttpResponse, WebFault> {
    let mut state = form.about(&Link::EditPlace(id))?;
    let own = by.clone();
    app.db.read(move |tx| contact_point::get_place(tx, &own, id)).await?;
    let Some(draft) = read(&mut state) else {
        return show_again(&page(&app, &browser, id, &state));
    };
    let edit = app.db.write(move |tx| contact_point::edit_place(tx, &by, id, &draft));
    if let Err(fault) = edit.await {
        blame(&mut state, fault)?;
        return show_again(&page(&app, &browser, id, &state));
    }
    Ok(see_other(&Link::Place(id)).telling(&app, Told::PlaceSaved))
}

fn page(app: &App, browser: &Browser, id: PlaceId, state: &FormState<PlaceField>) -> EditPlace {
    EditPlace {
        shell: Shell::new(browser, "place-edit").for_staff().with_faults_of(state),
        form: Opening::of_page(app, browser, &Link::EditPlace(id)),
        place: PlaceForm::new(state, browser.texts()),
        back: Link::Place(id),
    }
}
