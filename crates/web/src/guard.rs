//! The one door that every request passes, in and out.

mod bounds;
mod headers;
mod origin;

use std::time::Instant;

use actix_web::{
    Error, HttpMessage as _, HttpResponse,
    body::BoxBody,
    dev::{ServiceRequest, ServiceResponse},
    error::InternalError,
    http::header,
    middleware::Next,
};

use crate::{
    app::App,
    browser::Browser,
    cookie::{CookieName, WithCookie as _},
    fault,
    fault::WebFault,
    health,
    told::{Telling as _, Told},
};

/// Lets a request in if its size, its origin and the limits allow it, bounds its time, gives faults a page in the browser's language,
/// adds the headers, and writes the one line about it in the log.
///
/// # Errors
/// When the request's own work was cut off; the error holds the whole answer then.
pub async fn pass(app: App, req: ServiceRequest, next: Next<BoxBody>) -> Result<ServiceResponse, Error> {
    let asked = Asked::of(&req);
    let browser = Browser::of(&app, req.request());
    req.extensions_mut().insert(browser.clone());
    let done = match refusal(&app, &req) {
        Some(fault) => Ok(req.error_response(fault)),
        None => bounds::bounded(app.bounds.request, next.call(req)).await,
    };
    match done {
        Ok(answered) => {
            let (req, response) = answered.into_parts();
            let response = finish(&app, &browser, &asked, with_page(&app, &browser, &asked, response));
            Ok(ServiceResponse::new(req, response))
        }
        Err(fault) => {
            asked.report(&fault);
            let response = finish(&app, &browser, &asked, fault::page(&browser, fault.kind()));
            Err(InternalError::from_response(fault, response).into())
        }
    }
}

fn refusal(app: &App, req: &ServiceRequest) -> Option<WebFault> {
    if bounds::announces_more_than(app.bounds.body, req.headers()) {
        Some(WebFault::TooLarge)
    } else if !origin::may_act(&app.public_url, req.method(), req.headers()) {
        Some(WebFault::Forbidden)
    } else if origin::only_reads(req.method()) {
        None
    } else {
        let peer = app.limits.peer(req.request());
        app.limits.act(&peer, req.match_pattern().as_deref()).err()
    }
}

/// An answer of 400 or more that came without content gets a page.
fn with_page(app: &App, browser: &Browser, asked: &Asked, response: HttpResponse) -> HttpResponse {
    let known = response.error().and_then(|error| error.as_error::<WebFault>());
    if matches!(known, Some(WebFault::SignedOut)) && browser.session().is_some() {
        return response
            .telling(app, Told::SessionEnded)
            .with_cookie(&CookieName::Session.forget(app));
    }
    let failed = response.status().is_client_error() || response.status().is_server_error();
    if !failed || (response.error().is_none() && response.headers().contains_key(header::CONTENT_TYPE)) {
        return response;
    }
    if let Some(fault) = known {
        asked.report(fault);
    }
    let kind = known.map_or_else(|| fault::Kind::of_status(response.status()), WebFault::kind);
    let page = fault::page(browser, kind);
    match known {
        Some(WebFault::TooOften { seconds }) => headers::retry_after(page, *seconds),
        _ => page,
    }
}

fn finish(app: &App, browser: &Browser, asked: &Asked, mut response: HttpResponse) -> HttpResponse {
    if headers::is_page(response.headers()) {
        response = browser.remember(app, response);
    }
    headers::add(response.headers_mut(), app.is_secure());
    asked.log(response.status().as_u16());
    response
}

/// What the log may know of a request: not its path, its query or where it came from (promise C7).
struct Asked {
    route: String,
    since: Instant,
}

impl Asked {
    fn of(req: &ServiceRequest) -> Self {
        Self {
            route: req.match_pattern().unwrap_or_default(),
            since: Instant::now(),
        }
    }

    fn log(&self, status: u16) {
        let ms = u64::try_from(self.since.elapsed().as_millis()).unwrap_or(u64::MAX);
        if self.route == health::PATH {
            // Watchers ask every few seconds.
            tracing::debug!(route = self.route, status, ms, "answered");
        } else {
            tracing::info!(route = self.route, status, ms, "answered");
        }
    }

    /// Faults are logged once, here, and only those that are our own.
    fn report(&self, fault: &WebFault) {
        if fault.kind().status().is_server_error() {
            tracing::error!(route = self.route, cause = %fault, "a request failed");
        }
    }
}
