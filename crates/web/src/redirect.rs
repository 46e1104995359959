//! Leading on.

use actix_web::{HttpResponse, http::header};
use model::Link;

/// After an action, leads to the page that shows what came of it (303), so that a reload acts on nothing.
pub fn see_other(link: &Link) -> HttpResponse {
    HttpResponse::SeeOther()
        .insert_header((header::LOCATION, link.path()))
        .finish()
}
