//! The stylesheet and the icon, compiled in. Their addresses hold a hash of their content, so that browsers may keep
//! them for good.

use std::{
    hash::{DefaultHasher, Hasher as _},
    sync::LazyLock,
};

use actix_web::{HttpResponse, http::header, web};

use crate::{fault::WebFault, routes::get};

/// What static files may be kept for, as their addresses change with their content.
pub const KEPT: &str = "public, max-age=31536000, immutable";

struct Asset {
    name: String,
    kind: &'static str,
    content: &'static str,
}

static STYLE: LazyLock<Asset> = LazyLock::new(|| Asset {
    name: hashed("style", include_str!("../static/style.css"), "css"),
    kind: "text/css; charset=utf-8",
    content: include_str!("../static/style.css"),
});

static ICON: LazyLock<Asset> = LazyLock::new(|| Asset {
    name: hashed("icon", include_str!("../static/icon.svg"), "svg"),
    kind: "image/svg+xml",
    content: include_str!("../static/icon.svg"),
});

/// The stylesheet's address.
pub fn style() -> String {
    format!("/static/{}", STYLE.name)
}

/// The icon's address.
pub fn icon() -> String {
    format!("/static/{}", ICON.name)
}

/// Where they are served.
pub fn routes(cfg: &mut web::ServiceConfig) {
    cfg.service(web::resource("/static/{file}").route(get().to(serve)));
}

async fn serve(file: web::Path<String>) -> Result<HttpResponse, WebFault> {
    let asset = [&*STYLE, &*ICON].into_iter().find(|asset| asset.name == *file);
    let asset = asset.ok_or(WebFault::NotFound)?;
    Ok(HttpResponse::Ok()
        .insert_header((header::CONTENT_TYPE, asset.kind))
        .insert_header((header::CACHE_CONTROL, KEPT))
        .body(asset.content))
}

fn hashed(name: &str, content: &str, ending: &str) -> String {
    let mut hasher = DefaultHasher::new();
    hasher.write(content.as_bytes());
    format!("{name}-{:016x}.{ending}", hasher.finish())
}
