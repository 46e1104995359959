//! `/contact-point/controller`: who answers for the data. Until that is said, no collection opens.

use actix_web::{HttpResponse, web};
use askama::Template;
use contact_point::ControllerDraft;
use model::{Controller, Link};
use store::staff::Member;

use crate::{
    app::App,
    browser::Browser,
    fault::WebFault,
    form::{Form, FormState, Input, Opening, fields},
    page::{Shell, show, show_again},
    redirect::see_other,
    routes::{get, post},
    staff::{
        signed_in::Coordinator,
        steps::{self, Step},
    },
    told::{Telling as _, Told},
};

fields! {
    /// Who answers for the data.
    enum ControllerField {
        Body = "body",
        Contact = "contact",
        Phone = "phone",
    }
}

#[derive(Template)]
#[template(path = "staff/controller.html")]
struct ControllerPage {
    shell: Shell,
    form: Opening,
    body: Input,
    contact: Input,
    phone: Input,
}

/// Where it is served.
pub fn routes(cfg: &mut web::ServiceConfig) {
    let page = web::resource(Link::Controller.route());
    cfg.service(page.route(get().to(form)).route(post().to(save)));
}

async fn form(app: App, browser: Browser, Coordinator(by): Coordinator) -> Result<HttpResponse, WebFault> {
    let asks = by.clone();
    let own = app.db.read(move |tx| contact_point::get_own(tx, &asks)).await?;
    let state = own.controller.map_or_else(FormState::empty, filled);
    show(&page(&app, &browser, &by, &state).await?)
}

async fn save(
    app: App,
    browser: Browser,
    Coordinator(by): Coordinator,
    form: Form<ControllerField>,
) -> Result<HttpResponse, WebFault> {
    let mut state = form.about(&Link::Controller)?;
    let Some(draft) = read(&mut state) else {
        return show_again(&page(&app, &browser, &by, &state).await?);
    };
    app.db
        .write(move |tx| contact_point::name_controller(tx, &by, &draft))
        .await?;
    Ok(see_other(&Link::ContactPoint).telling(&app, Told::PointSaved))
}

fn filled(named: Controller) -> FormState<ControllerField> {
    FormState::empty()
        .filled(ControllerField::Body, named.responsible_body)
        .filled(ControllerField::Contact, named.privacy_contact)
        .filled(ControllerField::Phone, named.phone)
}

fn read(state: &mut FormState<ControllerField>) -> Option<ControllerDraft> {
    let responsible_body = state.read_name(ControllerField::Body, "controller-body");
    let privacy_contact = state.read_name(ControllerField::Contact, "controller-contact");
    let phone = state.read_name(ControllerField::Phone, "controller-phone");
    Some(ControllerDraft {
        responsible_body: responsible_body?,
        privacy_contact: privacy_contact?,
        phone: phone?,
    })
}

async fn page(
    app: &App,
    browser: &Browser,
    by: &Member,
    state: &FormState<ControllerField>,
) -> Result<ControllerPage, WebFault> {
    let input = |field, label| Input::new(state, field, browser.texts(), label);
    Ok(ControllerPage {
        shell: Shell::new(browser, "controller-title")
            .for_staff()
            .at_step(steps::at(app, browser, by, Step::Controller).await?)
            .with_faults_of(state),
        form: Opening::of_page(app, browser, &Link::Controller),
        body: input(ControllerField::Body, "controller-body").hint("controller-body-hint"),
        contact: input(ControllerField::Contact, "controller-contact").hint("controller-contact-hint"),
        phone: input(ControllerField::Phone, "controller-phone").hint("controller-phone-hint"),
    })
}
