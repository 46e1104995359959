//! `/contact-point/new`: another contact point of the region, with its first coordinator, who sets up the rest.

use actix_web::{HttpResponse, web};
use askama::Template;
use contact_point::{Fault, NewPoint};
use model::{EmailAddress, Link};
use store::DbConn;

use crate::{
    app::App,
    browser::Browser,
    fault::WebFault,
    form::{Form, FormState, Input, Opening, fields},
    page::{Shell, show, show_again},
    redirect::see_other,
    routes::{get, post},
    staff::signed_in::Coordinator,
    told::{Telling as _, Told},
};

fields! {
    /// A contact point and its coordinator.
    enum NewPointField {
        Name = "name",
        Coordinator = "coordinator",
        Email = "email",
    }
}

#[derive(Template)]
#[template(path = "staff/contact-point-new.html")]
struct NewPointPage {
    shell: Shell,
    form: Opening,
    name: Input,
    coordinator: Input,
    email: Input,
}

/// Where it is served.
pub fn routes(cfg: &mut web::ServiceConfig) {
    let page = web::resource(Link::NewContactPoint.route());
    cfg.service(page.route(get().to(form)).route(post().to(add)));
}

async fn form(app: App, browser: Browser, Coordinator(_): Coordinator) -> Result<HttpResponse, WebFault> {
    show(&page(&app, &browser, &FormState::empty()))
}

async fn add(
    app: App,
    browser: Browser,
    Coordinator(by): Coordinator,
    form: Form<NewPointField>,
) -> Result<HttpResponse, WebFault> {
    let mut state = form.about(&Link::NewContactPoint)?;
    let Some(new) = read(&mut state) else {
        return show_again(&page(&app, &browser, &state));
    };
    let (vault, chance, now) = (app.vault.clone(), app.chance.clone(), app.clock.now());
    let add = move |tx: &mut DbConn| contact_point::add_contact_point(tx, (&vault, &chance), &by, &new, now);
    match app.db.write(add).await {
        Ok(_) => Ok(see_other(&Link::ContactPoint).telling(&app, Told::PointAdded)),
        Err(Fault::AddressTaken) => {
            state.blame(NewPointField::Email, "people-address-taken");
            show_again(&page(&app, &browser, &state))
        }
        Err(fault) => Err(fault.into()),
    }
}

fn read(state: &mut FormState<NewPointField>) -> Option<NewPoint> {
    let name = state.read_name(NewPointField::Name, "point-name");
    let coordinator = state.read_name(NewPointField::Coordinator, "point-new-coordinator");
    let email = state.read(NewPointField::Email, EmailAddress::parse);
    Some(NewPoint {
        name: name?,
        coordinator: coordinator?,
        email: email?,
    })
}

fn page(app: &App, browser: &Browser, state: &FormState<NewPointField>) -> NewPointPage {
    let input = |field, label| Input::new(state, field, browser.texts(), label);
    NewPointPage {
        shell: Shell::new(browser, "point-new").for_staff().with_faults_of(state),
        form: Opening::of_page(app, browser, &Link::NewContactPoint),
        name: input(NewPointField::Name, "point-name").hint("set-up-contact-point-hint"),
        coordinator: input(NewPointField::Coordinator, "point-new-coordinator").hint("people-name-hint"),
        email: input(NewPointField::Email, "people-email")
            .hint("people-email-hint")
            .email(),
    }
}
