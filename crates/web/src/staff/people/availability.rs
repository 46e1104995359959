//! `/people/{person}/availability`: when and where an igangsetter can start groups.

use actix_web::{HttpResponse, web};
use askama::Template;
use model::{Cell, Link, StaffId, weekday_code};
use store::{
    DbConn,
    availability::Availability,
    place::{Place, list},
    staff::Member,
};
use texts::Texts;

use crate::{
    app::App,
    browser::Browser,
    fault::WebFault,
    form::{Buttons, Choice, Choices, Form, FormState, Input, Opening, fields},
    page::{Shell, show, show_again},
    redirect::see_other,
    routes::{get, post},
    staff::{
        id::Id,
        signed_in::SignedIn,
        spans::{SpanForm, Spans, dropped, read as read_span},
        steps::{self, Step},
        typed,
    },
    told::{Telling as _, Told},
};

/// The most groups at once.
const MOST_GROUPS: u8 = 3;

fields! {
    /// When and where; or days to be away, or a button that drops some.
    enum AvailabilityField {
        Cell = "cell" many,
        From = "from",
        Groups = "groups",
        Ask = "ask",
        Do = "do",
        First = "first",
        Last = "last",
        Drop = "drop",
    }
}

const AWAY_FIELDS: (AvailabilityField, AvailabilityField) = (AvailabilityField::First, AvailabilityField::Last);

const ASK: &str = "yes";
const JUST: &str = "no";
const SAVE: &str = "save";
const AWAY: &str = "away";

#[derive(Template)]
#[template(path = "staff/availability.html")]
struct AvailabilityPage {
    shell: Shell,
    name: String,
    is_own: bool,
    has_cells: bool,
    form: Opening,
    cells: Choices,
    from: Input,
    groups: Choices,
    ask: Choices,
    buttons: Buttons,
    away: Option<(Spans, SpanForm, &'static str)>,
}

/// Whose it is, what was told before, and what there is to choose from.
struct Offer {
    igangsetter: Member,
    told: Option<Availability>,
    cells: Vec<Cell>,
    places: Vec<Place>,
}

/// Where it is served.
pub fn routes(cfg: &mut web::ServiceConfig) {
    let page = web::resource(Link::Availability(StaffId::from_bytes([0; 16])).route());
    cfg.service(page.route(get().to(form)).route(post().to(save)));
}

async fn form(
    app: App,
    browser: Browser,
    SignedIn(by): SignedIn,
    Id(id): Id<StaffId>,
) -> Result<HttpResponse, WebFault> {
    let offer = find(&app, &by, id).await?;
    let today = app.clock.today();
    let state = offer.told.as_ref().map_or_else(
        || {
            FormState::empty()
                .filled(AvailabilityField::From, today.to_string())
                .filled(AvailabilityField::Groups, "1")
                .filled(AvailabilityField::Ask, ASK)
        },
        told_before,
    );
    show(&page(&app, &browser, &by, &offer, &state).await?)
}

async fn save(
    app: App,
    browser: Browser,
    SignedIn(by): SignedIn,
    Id(id): Id<StaffId>,
    form: Form<AvailabilityField>,
) -> Result<HttpResponse, WebFault> {
    let offer = find(&app, &by, id).await?;
    let person = offer.igangsetter.id;
    let mut state = form.about(&Link::Availability(person))?;
    if state.has(AvailabilityField::Do, AWAY) || !state.value(AvailabilityField::Drop).is_empty() {
        return change_away(&app, &browser, (&by, &offer), state).await;
    }
    let Some(new) = read(&app, &offer, &mut state) else {
        return show_again(&page(&app, &browser, &by, &offer, &state).await?);
    };
    let (saves, own) = (by.clone(), by.id == person);
    app.db
        .write(move |tx| contact_point::set_availability(tx, &saves, &new))
        .await?;
    let next = if own { Link::Desk } else { Link::People };
    Ok(see_other(&next).telling(&app, Told::AvailabilitySaved))
}

/// Notes days to be away, or drops some. What was not saved in the form above is asked for again.
async fn change_away(
    app: &App,
    browser: &Browser,
    (by, offer): (&Member, &Offer),
    mut state: FormState<AvailabilityField>,
) -> Result<HttpResponse, WebFault> {
    let (changes, person) = (by.clone(), offer.igangsetter.id);
    if let Some(span) = dropped(&state, AvailabilityField::Drop) {
        let drop = move |tx: &mut DbConn| contact_point::drop_away(tx, &changes, person, span);
        app.db.write(drop).await?;
    } else {
        let typed = read_span(&mut state, AWAY_FIELDS, app.clock.today());
        let Some(span) = typed else {
            let before = offer.told.as_ref().map_or_else(FormState::empty, told_before);
            return show_again(&page(app, browser, by, offer, &before.with_all_of(&state)).await?);
        };
        let add = move |tx: &mut DbConn| contact_point::add_away(tx, &changes, person, span);
        app.db.write(add).await?;
    }
    Ok(see_other(&Link::Availability(person)).telling(app, Told::DaysSaved))
}

async fn find(app: &App, by: &Member, id: StaffId) -> Result<Offer, WebFault> {
    let by = by.clone();
    let read = move |tx: &mut DbConn| {
        let (igangsetter, told) = contact_point::find_availability(tx, &by, id)?;
        Ok::<_, contact_point::Fault>(Offer {
            cells: contact_point::region_cells(tx, igangsetter.region)?,
            places: list(tx, igangsetter.region)?,
            igangsetter,
            told,
        })
    };
    Ok(app.db.read(read).await?)
}

fn told_before(told: &Availability) -> FormState<AvailabilityField> {
    let state = FormState::empty()
        .filled(AvailabilityField::From, told.from.to_string())
        .filled(AvailabilityField::Groups, told.max_groups.to_string())
        .filled(AvailabilityField::Ask, if told.ask_first { ASK } else { JUST });
    let cells = told.cells.iter().map(|cell| key(*cell));
    cells.fold(state, |state, cell| state.filled(AvailabilityField::Cell, cell))
}

fn read(app: &App, offer: &Offer, state: &mut FormState<AvailabilityField>) -> Option<Availability> {
    let offered = |raw: &str| offer.cells.iter().copied().find(|cell| key(*cell) == raw);
    let cells: Option<Vec<Cell>> = state.values(AvailabilityField::Cell).map(offered).collect();
    if cells.is_none() {
        state.blame(AvailabilityField::Cell, "availability-changed");
    }
    let today = app.clock.today();
    let from = state.read(AvailabilityField::From, |raw| typed::date(raw, today));
    let max_groups = state.read(AvailabilityField::Groups, |raw| {
        let number = raw.parse().ok().filter(|number| (1..=MOST_GROUPS).contains(number));
        number.ok_or("fault-choose")
    });
    let ask_first = state.read(AvailabilityField::Ask, |raw| match raw {
        ASK => Ok(true),
        JUST => Ok(false),
        _ => Err("fault-choose"),
    });
    state.read(AvailabilityField::Do, |raw| {
        if raw == SAVE { Ok(()) } else { Err("fault-button") }
    })?;
    Some(Availability {
        staff: offer.igangsetter.id,
        from: from?,
        max_groups: max_groups?,
        ask_first: ask_first?,
        cells: cells?,
        away: offer.told.as_ref().map(|told| told.away.clone()).unwrap_or_default(),
    })
}

async fn page(
    app: &App,
    browser: &Browser,
    by: &Member,
    offer: &Offer,
    state: &FormState<AvailabilityField>,
) -> Result<AvailabilityPage, WebFault> {
    let texts = browser.texts();
    let person = &offer.igangsetter;
    let number = |n: u8| Choice::new(state, AvailabilityField::Groups, n.to_string(), n.to_string());
    let ask = |value, label| Choice::new(state, AvailabilityField::Ask, value, texts.get(label));
    Ok(AvailabilityPage {
        shell: Shell::new(browser, "availability-title")
            .for_staff()
            .at_step(steps::at(app, browser, by, Step::Availability).await?)
            .with_faults_of(state),
        name: person.name.clone(),
        is_own: by.id == person.id,
        has_cells: !offer.cells.is_empty(),
        form: Opening::of_page(app, browser, &Link::Availability(person.id)),
        cells: cells(texts, offer, state),
        from: Input::new(state, AvailabilityField::From, texts, "availability-from")
            .hint("availability-from-hint")
            .date(),
        groups: Choices::one(state, AvailabilityField::Groups, texts, "availability-groups")
            .hint("availability-groups-hint")
            .section(None, (1..=MOST_GROUPS).map(number).collect()),
        ask: Choices::one(state, AvailabilityField::Ask, texts, "availability-ask")
            .hint("availability-ask-hint")
            .section(
                None,
                vec![ask(ASK, "availability-ask-yes"), ask(JUST, "availability-ask-no")],
            ),
        buttons: Buttons::new(state, AvailabilityField::Do, texts).first(SAVE, "button-save"),
        away: offer.told.as_ref().map(|told| {
            (
                Spans::new(texts, &told.away),
                SpanForm::new(state, AWAY_FIELDS, texts),
                AWAY,
            )
        }),
    })
}

/// The places of the region with the times of their rooms.
fn cells(texts: Texts, offer: &Offer, state: &FormState<AvailabilityField>) -> Choices {
    let choices =
        Choices::several(state, AvailabilityField::Cell, texts, "availability-cells").hint("availability-cells-hint");
    let at = |place: &Place| {
        let cells = offer.cells.iter().filter(|cell| cell.place == place.id);
        cells
            .map(|cell| Choice::new(state, AvailabilityField::Cell, key(*cell), texts.weekly_time(cell.time)))
            .collect()
    };
    offer.places.iter().fold(choices, |choices, place| {
        choices.section(Some(place.name.clone()), at(place))
    })
}

/// What stands for a place and time in the form.
fn key(cell: Cell) -> String {
    format!(
        "{} {} {}",
        cell.place,
        weekday_code(cell.time.weekday),
        cell.time.starts_at
    )
}
