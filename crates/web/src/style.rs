//! The one stylesheet, compiled in. Its address holds a hash of its content, so that browsers may keep it for good.

use std::{
    hash::{DefaultHasher, Hasher as _},
    sync::LazyLock,
};

use actix_web::{HttpResponse, http::header, web};

use crate::{fault::WebFault, routes::get};

const STYLE: &str = include_str!("../static/style.css");

static FILE: LazyLock<String> = LazyLock::new(|| {
    let mut hasher = DefaultHasher::new();
    hasher.write(STYLE.as_bytes());
    format!("style-{:016x}.css", hasher.finish())
});

/// What static files may be kept for, as their addresses change with their content.
pub const KEPT: &str = "public, max-age=31536000, immutable";

/// The stylesheet's address.
pub fn path() -> String {
    format!("/static/{}", *FILE)
}

/// Where it is served.
pub fn routes(cfg: &mut web::ServiceConfig) {
    cfg.service(web::resource("/static/{file}").route(get().to(serve)));
}

async fn serve(file: web::Path<String>) -> Result<HttpResponse, WebFault> {
    if *file != *FILE {
        return Err(WebFault::NotFound);
    }
    Ok(HttpResponse::Ok()
        .insert_header((header::CONTENT_TYPE, "text/css; charset=utf-8"))
        .insert_header((header::CACHE_CONTROL, KEPT))
        .body(STYLE))
}
