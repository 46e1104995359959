//! The fields of a room, to add one and to change one.

use askama::{Template, filters::HtmlSafe};
use chrono::{NaiveDate, Timelike as _};
use contact_point::RoomDraft;
use store::room::Room;
use texts::Texts;

use super::times::{DAYS, RoomField, WeekTimes, read_times};
use crate::{
    form::{FormState, Input},
    staff::typed,
};

/// The inputs.
#[derive(Template)]
#[template(path = "staff/room-form.html")]
pub struct RoomForm {
    name: Input,
    times: WeekTimes,
    from: Input,
    until: Input,
}

// It is a template itself.
impl HtmlSafe for RoomForm {}

impl RoomForm {
    /// The inputs, with what was typed.
    pub fn new(state: &FormState<RoomField>, texts: Texts) -> Self {
        let input = |field, label| Input::new(state, field, texts, label);
        Self {
            name: input(RoomField::Name, "room-name").hint("room-name-hint"),
            times: WeekTimes::new(state, texts),
            from: input(RoomField::From, "room-from")
                .hint("room-from-hint")
                .date()
                .optional(),
            until: input(RoomField::Until, "room-until").date().optional(),
        }
    }
}

/// The form of a room as it is.
pub fn filled(room: &Room) -> FormState<RoomField> {
    let date = |date: Option<NaiveDate>| date.map(|date| date.to_string()).unwrap_or_default();
    let state = FormState::empty()
        .filled(RoomField::Name, &room.name)
        .filled(RoomField::From, date(room.from))
        .filled(RoomField::Until, date(room.until));
    room.times.iter().fold(state, |state, time| {
        let (hour, minute) = (time.starts_at.hour(), time.starts_at.minute());
        let day = DAYS.into_iter().find(|(_, day)| *day == time.weekday);
        match day {
            Some((field, _)) => state.filled(field, format!("{hour:02}:{minute:02}")),
            None => state,
        }
    })
}

/// Reads the form; what is wrong is noted in it.
pub fn read(state: &mut FormState<RoomField>, today: NaiveDate) -> Option<RoomDraft> {
    let name = state.read_name(RoomField::Name, "room-name");
    let times = read_times(state);
    let from = state.read(RoomField::From, |raw| typed::optional_date(raw, today));
    let until = state.read(RoomField::Until, |raw| typed::optional_date(raw, today));
    if let (Some(Some(from)), Some(Some(until))) = (from, until)
        && until < from
    {
        state.blame(RoomField::Until, "fault-until-early");
        return None;
    }
    Some(RoomDraft {
        name: name?,
        from: from?,
        until: until?,
        times: times?,
    })
}
