//! What was typed into the form that changes a note.

use course::{Change, MyNote};
use model::{Language, PlaceId, WeekBand, Wish};

use super::{ChangeField, SAVE};
use crate::{
    form::FormState,
    note::wanted::{time_from_code, wish_code, wish_from_code},
};

type PlaceAndTime = (PlaceId, WeekBand);

/// The form as the note stands.
pub fn as_stored(mine: &MyNote) -> FormState<ChangeField> {
    let form = FormState::empty().filled(ChangeField::Language, mine.note.language.tag());
    mine.wishes.iter().fold(form, |form, wish| {
        let code = wish_code(wish.place, wish.when);
        if wish.first_choice {
            form.filled(ChangeField::Keep, code.clone())
                .filled(ChangeField::First, code)
        } else {
            form.filled(ChangeField::Keep, code)
        }
    })
}

/// The change, if the button was pressed and nothing is wrong; else what is wrong is noted.
pub fn change(state: &mut FormState<ChangeField>) -> Option<Change> {
    if !state.has(ChangeField::Save, SAVE) {
        state.blame(ChangeField::Save, "fault-button");
        return None;
    }
    let language = state.read(ChangeField::Language, |raw| {
        Language::from_tag(raw).ok_or("fault-choose")
    });
    let kept = each(state, ChangeField::Keep, wish_from_code);
    let first = each(state, ChangeField::First, wish_from_code);
    let places = each(state, ChangeField::Places, |raw| raw.parse().ok());
    let times = each(state, ChangeField::Times, time_from_code);
    let wishes = wishes((&kept?, &first?), &places?, &times?);
    if wishes.is_empty() {
        state.blame(ChangeField::Keep, "fault-wishes");
        return None;
    }
    Some(Change {
        wishes,
        language: language?,
    })
}

/// All values of a field, of which there may be none.
fn each<T>(
    state: &mut FormState<ChangeField>,
    field: ChangeField,
    parse: impl Fn(&str) -> Option<T>,
) -> Option<Vec<T>> {
    let read: Option<Vec<T>> = state.values(field).map(parse).collect();
    if read.is_none() {
        state.blame(field, "fault-places-changed");
    }
    read
}

/// What stays, and what is added: each new place at all times, each new time at all places.
fn wishes((kept, first): (&[PlaceAndTime], &[PlaceAndTime]), places: &[PlaceId], times: &[WeekBand]) -> Vec<Wish> {
    let all_places: Vec<PlaceId> = kept
        .iter()
        .map(|(place, _)| *place)
        .chain(places.iter().copied())
        .collect();
    let all_times: Vec<WeekBand> = kept
        .iter()
        .map(|(_, time)| *time)
        .chain(times.iter().copied())
        .collect();
    let at_new_places = places
        .iter()
        .flat_map(|place| all_times.iter().map(|time| (*place, *time)));
    let at_new_times = all_places
        .iter()
        .flat_map(|place| times.iter().map(|time| (*place, *time)));
    let mut wishes: Vec<Wish> = Vec::new();
    for (place, when) in kept.iter().copied().chain(at_new_places).chain(at_new_times) {
        let wish = Wish {
            place,
            when,
            first_choice: first.contains(&(place, when)),
        };
        if !wishes.contains(&wish) {
            wishes.push(wish);
        }
    }
    wishes
}
