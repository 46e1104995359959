//! `/rounds`: what people wish for, and making a proposal of it.

mod approved;
mod demand;
mod heat;
mod round;
mod send;
mod so_far;
mod unplaced;

use std::time::Duration;

use actix_web::{HttpRequest, HttpResponse, web};
use askama::Template;
use groups::{Fault, Run};
use model::{Link, RoundId};
use store::{Db, DbConn, availability, place, room, round as rounds, staff::Member};

use super::signed_in::Coordinator;
use crate::{
    app::App,
    browser::Browser,
    fault::WebFault,
    form::{Buttons, Form, FormState, Opening, fields},
    page::{Shell, show, show_again},
    redirect::see_other,
    routes::{get, post},
};
use demand::{Demand, Known, told};

pub use demand::Level;
pub use heat::{Heat, Mark};
use so_far::SoFar;

fields! {
    /// The button.
    enum ProposeField {
        Do = "do",
    }
}

const PROPOSE: &str = "propose";

/// How long a coordinator waits for more than the proposal itself.
const HELP_IN: Duration = Duration::from_secs(2);

#[derive(Template)]
#[template(path = "staff/rounds.html")]
struct Rounds {
    shell: Shell,
    told: Vec<String>,
    open: Option<RoundId>,
    /// How long, and how many.
    waiting: [(String, String); 3],
    demand: Demand,
    so_far: SoFar,
    form: Opening,
    buttons: Buttons,
}

/// Where they are served.
pub fn routes(cfg: &mut web::ServiceConfig) {
    let page = web::resource(Link::Rounds.route());
    cfg.service(page.route(get().to(form)).route(post().to(propose)))
        .configure(round::routes);
}

async fn form(
    app: App,
    browser: Browser,
    req: HttpRequest,
    Coordinator(by): Coordinator,
) -> Result<HttpResponse, WebFault> {
    let told = approved::told(&app, &req, browser.texts());
    let page = page(&app, &browser, &by, &FormState::empty()).await?;
    Ok(approved::forget(&app, show(&Rounds { told, ..page })?))
}

/// Runs the matcher, which may take a while, on a thread that may block.
async fn propose(
    app: App,
    browser: Browser,
    Coordinator(by): Coordinator,
    form: Form<ProposeField>,
) -> Result<HttpResponse, WebFault> {
    let mut state = form.about(&Link::Rounds)?;
    if !state.has(ProposeField::Do, PROPOSE) {
        state.blame(ProposeField::Do, "fault-button");
        return show_again(&page(&app, &browser, &by, &state).await?);
    }
    let today = app.clock.today();
    let acceptance = app.acceptance_percent;
    let db = app.db.clone();
    let run = move || groups::propose(&app.db, &app.chance, by.region, today, acceptance);
    match web::block(run).await.map_err(|_| store::Fault::CutOff)? {
        Ok(run) => {
            let round = run.round;
            await_help(db, run).await;
            Ok(see_other(&Link::Round(round)))
        }
        // Somebody else was quicker, or the button was pressed twice: the page shows the way.
        Err(Fault::RoundOpen) => Ok(see_other(&Link::Rounds)),
        Err(fault) => Err(fault.into()),
    }
}

/// Looks for what would help those without a seat. In a big region that takes several times as long as the proposal did:
/// then the proposal is shown without it, and the work goes on beside. A fault takes nothing from the proposal.
async fn await_help(db: Db, run: Run) {
    let help = web::block(move || {
        if let Err(fault) = groups::store_help(&db, &run) {
            tracing::error!(%fault, "what would help could not be found");
        }
    });
    // Whether it was done in time or not, the page is the same but for the help.
    drop(tokio::time::timeout(HELP_IN, help).await);
}

async fn page(app: &App, browser: &Browser, by: &Member, state: &FormState<ProposeField>) -> Result<Rounds, WebFault> {
    let (region, today) = (by.region, app.clock.today());
    let read = move |tx: &mut DbConn| {
        let open = rounds::find_open(tx, region)?.map(|round| round.id);
        let mut rooms = room::list(tx, region)?;
        rooms.retain(|room| room.is_open_on(today));
        let known = Known {
            places: place::list(tx, region)?,
            wanted: groups::demand(tx, region, today)?,
            rooms,
            starters: availability::list(tx, region)?,
        };
        let waiting = groups::waiting(tx, region, today)?;
        Ok::<_, Fault>((open, known, waiting, groups::statistics(tx, region, today)?))
    };
    let (open, known, waiting, quarters) = app.db.read(read).await?;
    let texts = browser.texts();
    let waited = [
        ("rounds-waiting-short", waiting.short),
        ("rounds-waiting-long", waiting.long),
        ("rounds-waiting-longest", waiting.longest),
    ];
    Ok(Rounds {
        shell: Shell::new(browser, "rounds-title").for_staff().with_faults_of(state),
        told: Vec::new(),
        open,
        waiting: waited.map(|(key, notes)| (texts.get(key), told(texts, notes, open.is_some()))),
        demand: Demand::new(texts, &known, open.is_some()),
        so_far: SoFar::new(texts, &quarters),
        form: Opening::of_page(app, browser, &Link::Rounds),
        buttons: Buttons::new(state, ProposeField::Do, texts).first(PROPOSE, "rounds-propose"),
    })
}
