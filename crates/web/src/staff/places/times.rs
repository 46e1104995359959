//! The weekly times of a room: for each day of the week two times that may be left empty.

use askama::{Template, filters::HtmlSafe};
use chrono::Weekday;
use model::WeeklyTime;
use texts::Texts;

use crate::{
    form::{Field as _, FormState, fields},
    staff::typed,
};

fields! {
    /// What is said of a room; a button that frees one; one that offers the page's room or place, or stops to.
    pub enum RoomField {
        Name = "name",
        Mon = "mon" many,
        Tue = "tue" many,
        Wed = "wed" many,
        Thu = "thu" many,
        Fri = "fri" many,
        Sat = "sat" many,
        Sun = "sun" many,
        From = "from",
        Until = "until",
        Free = "free",
        Offer = "offer",
    }
}

/// The fields of the days, each of which can have two times.
pub const DAYS: [(RoomField, Weekday); 7] = [
    (RoomField::Mon, Weekday::Mon),
    (RoomField::Tue, Weekday::Tue),
    (RoomField::Wed, Weekday::Wed),
    (RoomField::Thu, Weekday::Thu),
    (RoomField::Fri, Weekday::Fri),
    (RoomField::Sat, Weekday::Sat),
    (RoomField::Sun, Weekday::Sun),
];

/// The inputs for all days, each day with its own fault.
#[derive(Template)]
#[template(path = "staff/times.html")]
pub struct WeekTimes {
    texts: Texts,
    days: Vec<Day>,
}

struct Day {
    id: &'static str,
    name: String,
    fault: Option<String>,
    first: String,
    second: String,
}

impl WeekTimes {
    /// The inputs, with what was typed.
    pub fn new(state: &FormState<RoomField>, texts: Texts) -> Self {
        let day = |(field, weekday): (RoomField, Weekday)| {
            let mut typed = state.values(field).map(str::to_owned);
            Day {
                id: field.name(),
                name: texts.weekday(weekday),
                fault: state.fault(field).map(|fault| fault.text(texts)),
                first: typed.next().unwrap_or_default(),
                second: typed.next().unwrap_or_default(),
            }
        };
        Self {
            texts,
            days: DAYS.into_iter().map(day).collect(),
        }
    }
}

// It is a template itself, and has escaped what was typed.
impl HtmlSafe for WeekTimes {}

/// Reads the times; at least one, and none that would be under way with another.
pub fn read_times(state: &mut FormState<RoomField>) -> Option<Vec<WeeklyTime>> {
    let mut times = Vec::<WeeklyTime>::new();
    for (field, day) in DAYS {
        let typed: Vec<String> = state.values(field).map(str::to_owned).collect();
        for raw in typed.iter().filter(|raw| !raw.trim().is_empty()) {
            match read_time(day, raw) {
                Ok(time) if times.iter().any(|other| other.overlaps(time)) => {
                    state.blame(field, "room-times-overlap");
                }
                Ok(time) => times.push(time),
                Err(fault) => state.blame(field, fault),
            }
        }
    }
    if DAYS.iter().any(|(field, _)| state.fault(*field).is_some()) {
        return None;
    }
    if times.is_empty() {
        state.blame(RoomField::Mon, "room-no-time");
        return None;
    }
    Some(times)
}

/// A time of a day.
///
/// # Errors
/// The key of what to say.
pub fn read_time(day: Weekday, raw: &str) -> Result<WeeklyTime, &'static str> {
    WeeklyTime::new(day, typed::time(raw)?).ok_or("room-hours")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn typed(sent: &[(&str, &str)]) -> FormState<RoomField> {
        let pairs = sent
            .iter()
            .map(|(name, value)| ((*name).to_owned(), (*value).to_owned()));
        FormState::typed(pairs.collect()).unwrap()
    }

    #[test]
    fn a_day_can_have_two_times_and_empty_ones_count_for_nothing() {
        let mut state = typed(&[("mon", "10:00"), ("mon", "18.00"), ("tue", ""), ("sun", "12:30")]);
        let times = read_times(&mut state).unwrap();
        let days: Vec<Weekday> = times.iter().map(|time| time.weekday).collect();
        assert_eq!(days, [Weekday::Mon, Weekday::Mon, Weekday::Sun]);
    }

    #[test]
    fn what_is_wrong_is_said_at_its_day() {
        for (sent, field) in [
            (&[("mon", ""), ("tue", "")][..], RoomField::Mon),
            (&[("tue", "10:00"), ("wed", "late")], RoomField::Wed),
            (&[("thu", "05:00")], RoomField::Thu),
            (&[("fri", "18:00"), ("fri", "19:59")], RoomField::Fri),
        ] {
            let mut state = typed(sent);
            assert_eq!(read_times(&mut state), None, "{sent:?}");
            assert!(state.fault(field).is_some(), "{sent:?}");
        }
    }
}
