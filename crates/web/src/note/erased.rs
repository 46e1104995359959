//! `/erased`: everything is gone. The page proves it with counts, not with data (promise C12).

use actix_web::{HttpRequest, HttpResponse, web};
use askama::{Template, filters::HtmlSafe};
use chrono::{Days, Months};
use model::{Link, LinkClaim, NoteId, Purpose};
use store::note::Erased as Counts;
use texts::Texts;

use crate::{
    app::App,
    browser::Browser,
    cookie::{CookieName, WithCookie as _},
    fault::WebFault,
    form::{Buttons, Field, FormState, Opening, Subject},
    page::{Shell, show},
    redirect::see_other,
    routes::get,
};

const MINUTES: u16 = 10;

#[derive(Template)]
#[template(path = "note/erased.html")]
struct Erased {
    shell: Shell,
    counts: Option<[u32; 4]>,
    /// What becomes of copies, and when.
    backups: String,
}

/// By when the keys are renewed with which an address was sealed, and for how long those are kept then (promise C4).
const KEYS_RENEWED: Months = Months::new(1);
const OLD_KEYS_KEPT: Days = Days::new(35);

/// The value of the button that erases.
pub const EVERYTHING: &str = "everything";

/// «Slett alt om meg», closed until it is opened: two clicks, and none by accident (promise C12).
#[derive(Template)]
#[template(path = "note/erase.html")]
pub struct EraseBox {
    texts: Texts,
    open: bool,
    form: Opening,
    buttons: Buttons,
}

impl EraseBox {
    /// For the note of a link, on a page whose form has this field for it.
    pub fn new<F: Field>(
        app: &App,
        browser: &Browser,
        (page, claim): (&Link, LinkClaim),
        (field, state): (F, &FormState<F>),
    ) -> Self {
        let texts = browser.texts();
        Self {
            texts,
            open: state.fault(field).is_some(),
            form: Opening::new(app, browser, page, &Subject::Note(claim, None)),
            buttons: Buttons::new(state, field, texts).danger(EVERYTHING, "erase-yes"),
        }
    }
}

// It is a template itself.
impl HtmlSafe for EraseBox {}

/// Where it is served.
pub fn routes(cfg: &mut web::ServiceConfig) {
    cfg.service(web::resource(Link::Erased.route()).route(get().to(erased)));
}

/// «Slett alt om meg»: erases a note from any state, and leads to the proof.
pub async fn erase(app: &App, note: NoteId) -> Result<HttpResponse, WebFault> {
    let (chance, now) = (app.chance.clone(), app.clock.now());
    let counts = app.db.write(move |tx| groups::withdraw(tx, &chance, note, now)).await?;
    lead_to_proof(app, counts)
}

/// Leads to the page with the counts; no link of the note stays open.
pub fn lead_to_proof(app: &App, counts: Counts) -> Result<HttpResponse, WebFault> {
    let content: Vec<u8> = [counts.notes, counts.wishes, counts.seats, counts.letters]
        .into_iter()
        .flat_map(|count| u32::try_from(count).unwrap_or(u32::MAX).to_be_bytes())
        .collect();
    let leading = see_other(&Link::Erased)
        .with_cookie(&CookieName::Erased.seal(app, &content, MINUTES)?)
        .with_cookie(&CookieName::Receipt.forget(app));
    let close = |leading: HttpResponse, purpose| leading.with_cookie(&CookieName::Note(purpose).forget(app));
    Ok(Purpose::ALL.into_iter().fold(leading, close))
}

async fn erased(app: App, browser: Browser, req: HttpRequest) -> Result<HttpResponse, WebFault> {
    let counts = find_counts(&app, &req);
    // Without a proof another note of the same person may live on.
    let title = if counts.is_some() {
        "erased-title"
    } else {
        "erased-note-title"
    };
    let texts = browser.texts();
    let unreadable = texts.date(app.clock.today() + KEYS_RENEWED + OLD_KEYS_KEPT);
    show(&Erased {
        shell: Shell::new(&browser, title),
        counts,
        backups: texts.with("erased-backups", &[("date", unreadable.into())]),
    })
}

fn find_counts(app: &App, req: &HttpRequest) -> Option<[u32; 4]> {
    let content = CookieName::Erased.open(app, req)?;
    let counts: Vec<u32> = content
        .chunks(4)
        .map(|bytes| bytes.try_into().map(u32::from_be_bytes))
        .collect::<Result<_, _>>()
        .ok()?;
    counts.try_into().ok()
}
