//! The stylesheet and the icon, compiled in. Their addresses hold a hash of their content, so that browsers may keep
//! them for good.

use std::{
    hash::{DefaultHasher, Hasher as _},
    io::{self, Read as _},
    sync::LazyLock,
};

use actix_web::{
    HttpRequest, HttpResponse,
    http::header::{self, AcceptEncoding, ContentEncoding, Encoding, Header as _},
    web,
};
use flate2::{Compression, read::GzEncoder};

use crate::{fault::WebFault, routes::get};

/// What static files may be kept for, as their addresses change with their content.
pub const KEPT: &str = "public, max-age=31536000, immutable";

struct Asset {
    name: String,
    kind: &'static str,
    content: &'static str,
    /// The same, compressed; nothing if that failed.
    gzipped: Vec<u8>,
}

static STYLE: LazyLock<Asset> = LazyLock::new(|| {
    Asset::new(
        ("style", "css"),
        "text/css; charset=utf-8",
        include_str!("../static/style.css"),
    )
});

static ICON: LazyLock<Asset> =
    LazyLock::new(|| Asset::new(("icon", "svg"), "image/svg+xml", include_str!("../static/icon.svg")));

impl Asset {
    fn new((name, ending): (&str, &str), kind: &'static str, content: &'static str) -> Self {
        let mut hasher = DefaultHasher::new();
        hasher.write(content.as_bytes());
        Self {
            name: format!("{name}-{:016x}.{ending}", hasher.finish()),
            kind,
            content,
            gzipped: gzipped(content).unwrap_or_default(),
        }
    }
}

fn gzipped(content: &str) -> io::Result<Vec<u8>> {
    let mut gzipped = Vec::new();
    GzEncoder::new(content.as_bytes(), Compression::best()).read_to_end(&mut gzipped)?;
    Ok(gzipped)
}

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

async fn serve(req: HttpRequest, file: web::Path<String>) -> Result<HttpResponse, WebFault> {
    let asset = [&*STYLE, &*ICON].into_iter().find(|asset| asset.name == *file);
    let asset = asset.ok_or(WebFault::NotFound)?;
    let mut answer = HttpResponse::Ok();
    answer
        .insert_header((header::CONTENT_TYPE, asset.kind))
        .insert_header((header::CACHE_CONTROL, KEPT))
        .insert_header((header::VARY, "accept-encoding"));
    let known = [Encoding::gzip(), Encoding::identity()];
    let accepted = AcceptEncoding::parse(&req).ok();
    let is_accepted = accepted.and_then(|accepted| accepted.negotiate(known.iter())) == Some(Encoding::gzip());
    Ok(if is_accepted && !asset.gzipped.is_empty() {
        answer.insert_header(ContentEncoding::Gzip).body(&*asset.gzipped)
    } else {
        answer.body(asset.content)
    })
}
