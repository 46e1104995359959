//! Places and times, as forms offer them.

use model::{Band, PlaceId, PlaceKind, WEEKDAYS, WeekBand, weekday_code, weekday_from_code};
use store::place::Place;
use texts::Texts;

use crate::form::{Choice, Choices, Field, FormState};

/// A weekday and a band, as forms have them: `tue-evening`.
pub fn time_code(time: WeekBand) -> String {
    format!("{}-{}", weekday_code(time.weekday), time.band.code())
}

/// The weekday and band of such a code.
pub fn time_from_code(code: &str) -> Option<WeekBand> {
    let (day, band) = code.split_once('-')?;
    Some(WeekBand {
        weekday: weekday_from_code(day)?,
        band: Band::from_code(band)?,
    })
}

/// A place and a time in one value: `{place}.tue-evening`.
pub fn wish_code(place: PlaceId, time: WeekBand) -> String {
    format!("{place}.{}", time_code(time))
}

/// The place and time of such a value.
pub fn wish_from_code(code: &str) -> Option<(PlaceId, WeekBand)> {
    let (place, time) = code.split_once('.')?;
    Some((place.parse().ok()?, time_from_code(time)?))
}

/// Adds places to a question: the contact point's own, then those of its neighbours, then meetings that need no place.
pub fn with_places<F: Field>(
    question: Choices,
    (field, state): (F, &FormState<F>),
    (own, neighbours): (&[Place], &[Place]),
    texts: Texts,
) -> Choices {
    let choices = |places: &[Place], houses: bool| -> Vec<Choice> {
        let of_kind = places
            .iter()
            .filter(|place| (place.kind == PlaceKind::Physical) == houses);
        of_kind
            .map(|place| Choice::new(state, field, place.id.to_string(), &place.name))
            .collect()
    };
    let mut remote = choices(own, false);
    remote.extend(choices(neighbours, false));
    question
        .section(None, choices(own, true))
        .section(Some(texts.get("note-neighbours")), choices(neighbours, true))
        .section(Some(texts.get("note-remote")), remote)
}

/// Adds all times of the week to a question, day by day, but for those that are left out.
pub fn with_times<F: Field>(
    question: Choices,
    (field, state): (F, &FormState<F>),
    left_out: &[WeekBand],
    texts: Texts,
) -> Choices {
    WEEKDAYS.into_iter().fold(question.in_tiles(), |question, weekday| {
        let choices = WeekBand::of_day(weekday)
            .filter(|time| !left_out.contains(time))
            .map(|time| Choice::new(state, field, time_code(time), texts.band(time.band)))
            .collect();
        question.section(Some(texts.weekday(weekday)), choices)
    })
}
