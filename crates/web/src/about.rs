//! `/privacy`, `/accessibility`, `/contact`: short pages that say what is true.

use actix_web::{HttpResponse, web};
use askama::Template;
use model::{Controller, Link};
use store::contact_point;

use crate::{
    app::App,
    browser::Browser,
    fault::WebFault,
    page::{Shell, show},
    routes::get,
};

#[derive(Template)]
#[template(path = "about/privacy.html")]
struct Privacy {
    shell: Shell,
    controllers: Vec<Named>,
}

#[derive(Template)]
#[template(path = "about/accessibility.html")]
struct Accessibility {
    shell: Shell,
}

#[derive(Template)]
#[template(path = "about/contact.html")]
struct Contact {
    shell: Shell,
    controllers: Vec<Named>,
}

/// Who answers for the data of a contact point.
struct Named {
    contact_point: String,
    controller: Controller,
}

/// Where they are served.
pub fn routes(cfg: &mut web::ServiceConfig) {
    cfg.service(web::resource(Link::Privacy.route()).route(get().to(privacy)))
        .service(web::resource(Link::Accessibility.route()).route(get().to(accessibility)))
        .service(web::resource(Link::Contact.route()).route(get().to(contact)));
}

/// A telephone number as a phone dials it.
pub fn dialled(shown: &str) -> String {
    shown.chars().filter(|c| c.is_ascii_digit() || *c == '+').collect()
}

async fn privacy(app: App, browser: Browser) -> Result<HttpResponse, WebFault> {
    show(&Privacy {
        shell: Shell::new(&browser, "privacy-title"),
        controllers: controllers(&app).await?,
    })
}

async fn accessibility(browser: Browser) -> Result<HttpResponse, WebFault> {
    show(&Accessibility {
        shell: Shell::new(&browser, "accessibility-title"),
    })
}

async fn contact(app: App, browser: Browser) -> Result<HttpResponse, WebFault> {
    show(&Contact {
        shell: Shell::new(&browser, "contact-title"),
        controllers: controllers(&app).await?,
    })
}

/// Of all contact points that have said so, by name: before that they collect nothing.
async fn controllers(app: &App) -> Result<Vec<Named>, WebFault> {
    let points = app.db.read(|tx| {
        let ids = contact_point::list_all(tx)?;
        let points = ids.into_iter().map(|id| contact_point::get(tx, id));
        points.collect::<store::Result<Vec<_>>>()
    });
    let named = points.await?.into_iter().filter_map(|point| {
        Some(Named {
            contact_point: point.name,
            controller: point.controller?,
        })
    });
    Ok(named.collect())
}
