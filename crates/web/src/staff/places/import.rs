//! `/places/import`: places, rooms and their times from a spreadsheet, all at once. The list is pasted, looked over, and
//! stored when that is asked for: all of it, or nothing.
//!
//! Forms here hold no files (promise C1), so there is nothing to upload; what is pasted is held to the bound of every
//! request (S10).

mod columns;
mod fault;
mod place;
mod plan;
mod preview;
mod room;
mod sheet;
#[cfg(test)]
mod tests;

use actix_web::{HttpResponse, web};
use askama::Template;
use model::Link;
use store::{DbConn, staff::Member};
use texts::Texts;

use crate::{
    app::App,
    browser::Browser,
    fault::WebFault,
    form::{Buttons, FieldFault, Form, FormState, Input, Opening, fields},
    page::{Shell, show, show_again},
    redirect::see_other,
    routes::{get, post},
    staff::{
        signed_in::Coordinator,
        steps::{self, Step},
    },
    told::{Telling as _, Told},
};
use columns::Column;
use plan::{Kept, Plan};
use preview::{Preview, example};
use sheet::{MOST_LINES, Sheet, SheetFault};

fields! {
    /// The list, and the button that was pressed.
    enum ImportField {
        Text = "text",
        Do = "do",
    }
}

const LOOK: &str = "look";
const STORE: &str = "store";

/// How many lines of the list are seen at once.
const ROWS: u8 = 10;

/// What is to be done with the list.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Asked {
    /// Look it over.
    Look,
    /// Store it.
    Store,
}

#[derive(Template)]
#[template(path = "staff/places-import.html")]
struct ImportPage {
    shell: Shell,
    form: Opening,
    preview: Option<Preview>,
    /// What the button sends that stores the list, and the list as it was looked over, if it is right and adds something.
    store: Option<(&'static str, String)>,
    text: Input,
    look: Buttons,
    example: Vec<String>,
    columns: Vec<(String, String)>,
}

/// Where it is served.
pub fn routes(cfg: &mut web::ServiceConfig) {
    let page = web::resource(Link::ImportPlaces.route());
    cfg.service(page.route(get().to(form)).route(post().to(act)));
}

async fn form(app: App, browser: Browser, Coordinator(by): Coordinator) -> Result<HttpResponse, WebFault> {
    show(&page(&app, &browser, &by, &FormState::empty(), None).await?)
}

async fn act(
    app: App,
    browser: Browser,
    Coordinator(by): Coordinator,
    form: Form<ImportField>,
) -> Result<HttpResponse, WebFault> {
    let mut state = form.about(&Link::ImportPlaces)?;
    let asked = state.read(ImportField::Do, |raw| match raw {
        LOOK => Ok(Asked::Look),
        STORE => Ok(Asked::Store),
        _ => Err("fault-button"),
    });
    let sheet = state.read(ImportField::Text, |raw| Sheet::read(raw).map_err(explained));
    let (Some(asked), Some(sheet)) = (asked, sheet) else {
        return show_again(&page(&app, &browser, &by, &state, None).await?);
    };
    let plan = match asked {
        Asked::Look => look(&app, &by, &sheet).await?,
        Asked::Store => store(&app, &by, &sheet).await?,
    };
    let is_wrong = plan.is_wrong();
    if is_wrong {
        let fault = FieldFault::numbered("import-wrong", "lines", plan.wrong());
        state.blame(ImportField::Text, fault);
    } else if asked == Asked::Store {
        return Ok(see_other(&Link::Places).telling(&app, Told::ListAdded));
    }
    let page = page(&app, &browser, &by, &state, Some((&plan, &sheet))).await?;
    if is_wrong { show_again(&page) } else { show(&page) }
}

/// What would become of the list.
async fn look(app: &App, by: &Member, sheet: &Sheet) -> Result<Plan, WebFault> {
    let (by, today) = (by.clone(), app.clock.today());
    let kept = app.db.read(move |tx| Kept::read(tx, &by)).await?;
    Ok(Plan::of(sheet, &kept, today))
}

/// Stores all of the list, unless a line is wrong; then nothing. It is held against what is there at that moment, since
/// others may have changed that after the list was looked over.
async fn store(app: &App, by: &Member, sheet: &Sheet) -> Result<Plan, WebFault> {
    let (by, sheet, today) = (by.clone(), sheet.clone(), app.clock.today());
    let chance = app.chance.clone();
    let write = move |tx: &mut DbConn| {
        let plan = Plan::of(&sheet, &Kept::read(tx, &by)?, today);
        if !plan.is_wrong() {
            contact_point::add_listed(tx, &chance, &by, &plan.list)?;
        }
        Ok::<_, WebFault>(plan)
    };
    app.db.write(write).await
}

const fn explained(fault: SheetFault) -> FieldFault {
    match fault {
        SheetFault::Empty => FieldFault::keyed("import-empty"),
        SheetFault::NoHeadings => FieldFault::keyed("import-no-headings"),
        SheetFault::HeadingTwice => FieldFault::keyed("import-heading-twice"),
        SheetFault::TooMany => FieldFault::numbered("import-too-many", "max", MOST_LINES),
    }
}

async fn page(
    app: &App,
    browser: &Browser,
    by: &Member,
    state: &FormState<ImportField>,
    seen: Option<(&Plan, &Sheet)>,
) -> Result<ImportPage, WebFault> {
    let texts = browser.texts();
    let adds = seen.is_some_and(|(plan, _)| !plan.is_wrong() && plan.lines.iter().any(|line| !line.adds.is_empty()));
    let store = adds.then(|| (STORE, state.value(ImportField::Text).to_owned()));
    Ok(ImportPage {
        shell: Shell::new(browser, "import-title")
            .for_staff()
            .at_step(steps::at(app, browser, by, Step::Place).await?)
            .with_faults_of(state),
        form: Opening::of_page(app, browser, &Link::ImportPlaces),
        preview: seen.map(|(plan, sheet)| Preview::new(texts, plan, sheet)),
        look: look_button(state, texts, store.is_some()),
        store,
        text: Input::new(state, ImportField::Text, texts, "import-text")
            .hint("import-text-hint")
            .list(ROWS),
        example: example(texts),
        columns: Column::ALL
            .into_iter()
            .map(|column| (column.heading(texts), texts.get(&format!("{}-text", column.key()))))
            .collect(),
    })
}

/// The button that looks the list over; a second time, it is not the one that most people press.
fn look_button(state: &FormState<ImportField>, texts: Texts, again: bool) -> Buttons {
    let buttons = Buttons::new(state, ImportField::Do, texts);
    if again {
        buttons.other(LOOK, "import-look-again")
    } else {
        buttons.first(LOOK, "import-look")
    }
}
