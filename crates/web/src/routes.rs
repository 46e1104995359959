//! Which handler answers where. Each module lists its own routes; patterns come from [`model::Link::route`].

use actix_web::{
    Route, guard,
    middleware::from_fn,
    web::{self, ServiceConfig},
};

use crate::{about, app::App, assets, demo, fault::WebFault, guard as door, health, home, note, staff};

/// Adds all pages to a server, with everything that guards them.
pub fn configure(app: App) -> impl Fn(&mut ServiceConfig) {
    move |cfg| {
        let guarded = app.clone();
        let pages = web::scope("")
            .configure(assets::routes)
            .configure(health::routes)
            .configure(home::routes)
            .configure(about::routes)
            .configure(staff::routes)
            .configure(note::routes)
            .configure(|cfg| {
                if app.demo.is_some() {
                    demo::routes(cfg);
                }
            })
            .default_service(web::to(async || Err::<&str, _>(WebFault::NotFound)))
            .wrap(from_fn(move |req, next| door::pass(guarded.clone(), req, next)));
        cfg.app_data(web::Data::new(app.clone()))
            .app_data(web::PayloadConfig::new(app.bounds.body))
            .service(pages);
    }
}

/// A route for GET and HEAD, which change nothing (promise S2).
pub fn get() -> Route {
    web::route().guard(guard::Any(guard::Get()).or(guard::Head()))
}

/// A route for POST.
pub fn post() -> Route {
    web::post()
}
