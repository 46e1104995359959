//! `/collections/{collection}/slips`: paper slips to fill in at home, each with a code of its own that works once.
//!
//! The codes stand on the sheet and nowhere else: only their HMACs are stored. Each sheet has new ones, so the sheet
//! is the answer to a press of the button, and a page that is fetched makes none.

use actix_web::{HttpResponse, web};
use askama::Template;
use model::{CollectionId, Link, ReceiptCode};
use store::{DbConn, collection::Collection, course::Course, staff::Member};

use super::typed_address;
use crate::{
    app::App,
    browser::Browser,
    fault::WebFault,
    form::{Buttons, FieldFault, Form, FormState, Input, Opening, fields},
    page::{Shell, show, show_again},
    redirect::see_other,
    routes::{get, post},
    staff::{id::Id, qr::QrPicture, signed_in::CourseKeeper},
};

/// The most slips on one sheet.
const MOST: u16 = 50;

fields! {
    /// How many slips, and the button.
    enum SlipsField {
        Count = "count",
        Do = "do",
    }
}

const PRINT: &str = "print";

#[derive(Template)]
#[template(path = "staff/slips.html")]
struct Ask {
    shell: Shell,
    form: Opening,
    count: Input,
    buttons: Buttons,
    back: Link,
}

#[derive(Template)]
#[template(path = "staff/slips-sheet.html")]
struct Sheet {
    shell: Shell,
    slips: Vec<(QrPicture, String)>,
    address: String,
    back: Link,
}

/// Where it is served.
pub fn routes(cfg: &mut web::ServiceConfig) {
    let page = web::resource(Link::Slips(CollectionId::from_bytes([0; 16])).route());
    cfg.service(page.route(get().to(ask)).route(post().to(print)));
}

async fn ask(
    app: App,
    browser: Browser,
    CourseKeeper(by): CourseKeeper,
    Id(id): Id<CollectionId>,
) -> Result<HttpResponse, WebFault> {
    let (course, collection) = find(&app, &by, id).await?;
    if !collection.is_open(app.clock.today()) {
        return Ok(see_other(&Link::CollectionDesk(id)));
    }
    let state = FormState::empty().filled(SlipsField::Count, course.participants.min(MOST).to_string());
    show(&asking(&app, &browser, id, &state))
}

async fn print(
    app: App,
    browser: Browser,
    CourseKeeper(by): CourseKeeper,
    Id(id): Id<CollectionId>,
    form: Form<SlipsField>,
) -> Result<HttpResponse, WebFault> {
    let mut state = form.about(&Link::Slips(id))?;
    find(&app, &by, id).await?;
    let Some(count) = read(&mut state) else {
        return show_again(&asking(&app, &browser, id, &state));
    };
    let (vault, chance, today) = (app.vault.clone(), app.chance.clone(), app.clock.today());
    let print = move |tx: &mut DbConn| course::print_slips(tx, (&vault, &chance), &by, (id, count), today);
    match app.db.write(print).await {
        Ok(codes) => show(&sheet(&app, &browser, id, &codes)?),
        Err(course::Fault::CollectionClosed) => Ok(see_other(&Link::CollectionDesk(id))),
        Err(fault) => Err(fault.into()),
    }
}

async fn find(app: &App, by: &Member, id: CollectionId) -> Result<(Course, Collection), WebFault> {
    let by = by.clone();
    Ok(app.db.read(move |tx| course::get_collection(tx, &by, id)).await?)
}

fn read(state: &mut FormState<SlipsField>) -> Option<u16> {
    let count = state.read(SlipsField::Count, |raw| {
        let number = raw.trim().parse().ok().filter(|number| (1..=MOST).contains(number));
        number.ok_or(FieldFault::numbered("courses-participants-fault", "max", MOST.into()))
    });
    if !state.has(SlipsField::Do, PRINT) {
        state.blame(SlipsField::Do, "fault-button");
        return None;
    }
    count
}

fn asking(app: &App, browser: &Browser, id: CollectionId, state: &FormState<SlipsField>) -> Ask {
    let texts = browser.texts();
    Ask {
        shell: Shell::new(browser, "collection-slips")
            .for_staff()
            .with_faults_of(state),
        form: Opening::of_page(app, browser, &Link::Slips(id)),
        count: Input::new(state, SlipsField::Count, texts, "slips-count").digits("off"),
        buttons: Buttons::new(state, SlipsField::Do, texts).first(PRINT, "slips-make"),
        back: Link::CollectionDesk(id),
    }
}

fn sheet(app: &App, browser: &Browser, id: CollectionId, codes: &[ReceiptCode]) -> Result<Sheet, WebFault> {
    let texts = browser.texts();
    let slip = |code: &ReceiptCode| {
        let address = app.absolute(&Link::Slip(code.expose().to_owned()));
        Ok((QrPicture::of(&address, texts)?, code.to_string()))
    };
    Ok(Sheet {
        shell: Shell::new(browser, "slips-title").for_staff(),
        slips: codes.iter().map(slip).collect::<Result<_, WebFault>>()?,
        address: format!("{}/s/", typed_address(app)),
        back: Link::CollectionDesk(id),
    })
}
