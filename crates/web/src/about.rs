//! `/privacy`, `/accessibility`, `/contact`: short pages that say what is true.

use actix_web::{HttpResponse, web};
use askama::Template;
use model::{Controller, Link};

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
    controller: Option<Controller>,
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
    controller: Option<Controller>,
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
        controller: app.controller,
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
        controller: app.controller,
    })
}
