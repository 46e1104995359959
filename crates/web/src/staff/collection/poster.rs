//! `/collections/{collection}/poster`: the code on one sheet of paper, for the wall.

use actix_web::{HttpResponse, web};
use askama::Template;
use model::{CollectionId, Link};

use super::{find, typed_address};
use crate::{
    app::App,
    browser::Browser,
    fault::WebFault,
    page::{Shell, show},
    redirect::see_other,
    routes::get,
    staff::{id::Id, qr::QrPicture, signed_in::CourseKeeper},
};

#[derive(Template)]
#[template(path = "staff/poster.html")]
struct Poster {
    shell: Shell,
    picture: QrPicture,
    address: String,
    code: String,
    closes_on: String,
    back: Link,
}

/// Where it is served.
pub fn routes(cfg: &mut web::ServiceConfig) {
    let page = web::resource(Link::Poster(CollectionId::from_bytes([0; 16])).route());
    cfg.service(page.route(get().to(poster)));
}

async fn poster(
    app: App,
    browser: Browser,
    CourseKeeper(by): CourseKeeper,
    Id(id): Id<CollectionId>,
) -> Result<HttpResponse, WebFault> {
    let collection = find(&app, &by, id).await?;
    let back = Link::CollectionDesk(id);
    if !collection.is_open(app.clock.today()) {
        return Ok(see_other(&back));
    }
    let texts = browser.texts();
    let date = [("date", texts.date(collection.closes_on).into())];
    show(&Poster {
        shell: Shell::new(&browser, "note-title").for_staff(),
        picture: QrPicture::of(&app.absolute(&Link::Collection(collection.code.clone())), texts)?,
        address: typed_address(&app),
        code: collection.code.to_string(),
        closes_on: texts.with("poster-until", &date),
        back,
    })
}
