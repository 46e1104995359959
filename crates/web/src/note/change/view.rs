//! How the form that changes a note looks.

use askama::{Template, filters::HtmlSafe};
use course::MyNote;
use model::{Language, Link, LinkClaim, Wish};
use store::place::Place;
use texts::Texts;

use super::{ChangeField, SAVE};
use crate::{
    app::App,
    browser::Browser,
    form::{Buttons, Choice, Choices, Field as _, FormState, Opening, Subject},
    note::wanted::{wish_code, with_places, with_times},
    page::Shell,
};

#[derive(Template)]
#[template(path = "note/change.html")]
pub struct ChangePage {
    shell: Shell,
    form: Opening,
    wishes: Wishes,
    places: Option<Choices>,
    times: Option<Choices>,
    language: Choices,
    save: Buttons,
}

/// The wishes one by one, each with whether it stays and whether it suits best.
#[derive(Template)]
#[template(path = "note/wishes.html")]
struct Wishes {
    texts: Texts,
    keep: &'static str,
    first: &'static str,
    fault: Option<String>,
    places: Vec<(String, Vec<Row>)>,
}

struct Row {
    value: String,
    label: String,
    keep: bool,
    first: bool,
    /// The first row has the field's id, so that the list of faults leads there.
    leads_here: bool,
}

/// The form, as the note stands or as it was typed.
pub fn page(
    (app, browser): (&App, &Browser),
    claim: LinkClaim,
    mine: &MyNote,
    state: &FormState<ChangeField>,
) -> ChangePage {
    let texts = browser.texts();
    let is_left = |place: &&Place| place.offered && !mine.places.iter().any(|wanted| wanted.id == place.id);
    let left = mine.region_places.iter().filter(is_left).cloned();
    let is_own = |place: &Place| place.contact_point == mine.note.contact_point;
    let (own, neighbours): (Vec<Place>, Vec<Place>) = left.partition(is_own);
    let question = |field, legend| Choices::several(state, field, texts, legend).hint("note-several");
    let some_left = !(own.is_empty() && neighbours.is_empty());
    ChangePage {
        shell: Shell::new(browser, "change-title").with_faults_of(state),
        form: Opening::new(app, browser, &Link::ChangeNote, &Subject::Note(claim, None)),
        wishes: wishes(mine, state, texts),
        places: some_left.then(|| {
            let question = question(ChangeField::Places, "change-places");
            with_places(question, (ChangeField::Places, state), (&own, &neighbours), texts)
        }),
        times: (mine.times.len() < ALL_TIMES).then(|| {
            let question = question(ChangeField::Times, "change-times");
            with_times(question, (ChangeField::Times, state), &mine.times, texts)
        }),
        language: language(state, texts),
        save: Buttons::new(state, ChangeField::Save, texts).first(SAVE, "button-save"),
    }
}

/// Seven days with three parts each.
const ALL_TIMES: usize = 21;

fn wishes(mine: &MyNote, state: &FormState<ChangeField>, texts: Texts) -> Wishes {
    let mut is_first = true;
    let mut row = |wish: &Wish| {
        let value = wish_code(wish.place, wish.when);
        let band = texts.band(wish.when.band);
        Row {
            label: format!("{} {band}", texts.weekday(wish.when.weekday)),
            keep: state.has(ChangeField::Keep, &value),
            first: state.has(ChangeField::First, &value),
            leads_here: std::mem::take(&mut is_first),
            value,
        }
    };
    let mut of_place = |place: &Place| {
        let here = mine.wishes.iter().filter(|wish| wish.place == place.id);
        (place.name.clone(), here.map(&mut row).collect())
    };
    Wishes {
        texts,
        keep: ChangeField::Keep.name(),
        first: ChangeField::First.name(),
        fault: state.fault(ChangeField::Keep).map(|fault| fault.text(texts)),
        places: mine.places.iter().map(&mut of_place).collect(),
    }
}

fn language(state: &FormState<ChangeField>, texts: Texts) -> Choices {
    let choice = |language: Language| Choice::new(state, ChangeField::Language, language.tag(), language.own_name());
    Choices::one(state, ChangeField::Language, texts, "change-language")
        .section(None, Language::ALL.into_iter().map(choice).collect())
}

// It is a template itself, and has escaped the names.
impl HtmlSafe for Wishes {}
