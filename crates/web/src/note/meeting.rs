//! When and where a group meets, and who starts it.

use askama::{Template, filters::HtmlSafe};
use chrono::{DateTime, NaiveDate, NaiveTime, Utc};
use course::MySeat;
use groups::{Meeting as Planned, MeetingState};
use model::{MEETING, oslo_instant};
use store::group::Group;
use texts::Texts;

/// What is told of a meeting. How to find it stands on pages only, never in a letter; where the key is, nowhere here.
#[derive(Template)]
#[template(path = "note/meeting.html")]
pub struct Meeting {
    texts: Texts,
    when: String,
    place: String,
    room: String,
    entrance: Option<String>,
    step_free: Option<bool>,
    dial_in: Option<String>,
    igangsetter: Option<String>,
    /// What the igangsetter tells of it. Whoever has a code is told nowhere else (promise C13).
    messages: Vec<String>,
}

impl Meeting {
    /// The first meeting of a seat's group.
    pub fn first(of: &MySeat, texts: Texts) -> Self {
        let group = &of.group;
        Self::at(of, (group.calendar.first_meeting, group.cell.time.starts_at), texts)
    }

    /// The next meeting of a seat's group; its first if all are over.
    pub fn next(of: &MySeat, now: DateTime<Utc>, texts: Texts) -> Self {
        match next(&of.meetings, now) {
            Some(at) => Self::at(of, at, texts),
            None => Self::first(of, texts),
        }
    }

    fn at(of: &MySeat, (date, time): (NaiveDate, NaiveTime), texts: Texts) -> Self {
        let (group, directions) = (&of.group, &of.group.directions);
        let unless_empty = |text: &String| (!text.is_empty()).then(|| text.clone());
        Self {
            texts,
            when: texts.date_time(date, time),
            place: where_it_is(group),
            room: group.room_name.clone(),
            entrance: unless_empty(&directions.entrance),
            step_free: directions.step_free,
            dial_in: unless_empty(&directions.dial_in),
            igangsetter: of.igangsetter.clone(),
            messages: messages(of, (date, time), texts),
        }
    }
}

/// What the igangsetter has told of a meeting, in the words of the letters.
fn messages(of: &MySeat, (date, time): (NaiveDate, NaiveTime), texts: Texts) -> Vec<String> {
    let is_shown = |meeting: &&Planned| matches!(meeting.state, MeetingState::On { date: on, time: at, .. } if (on, at) == (date, time));
    let shown = of.meetings.iter().find(is_shown).map(|meeting| meeting.planned);
    let about = of.messages.iter().filter(|(planned, _)| Some(*planned) == shown);
    about
        .map(|(_, message)| texts.get(&format!("letter-practical-{}", message.code())))
        .collect()
}

/// What pages call a group's place, with the name that stands in letters, so that both are known.
pub fn where_it_is(group: &Group) -> String {
    let (place, letter) = (&group.place_name, &group.letter_name);
    if letter.is_empty() || place.contains(letter.as_str()) {
        place.clone()
    } else {
        format!("{place}, {letter}")
    }
}

/// The date and time of the next meeting that takes place and is not over.
pub fn next(meetings: &[Planned], now: DateTime<Utc>) -> Option<(NaiveDate, NaiveTime)> {
    let coming = meetings.iter().filter_map(|meeting| match meeting.state {
        MeetingState::On { date, time, .. } => Some((date, time)),
        MeetingState::Cancelled | MeetingState::Holiday => None,
    });
    coming
        .filter(|(date, time)| oslo_instant(*date, *time) + MEETING > now)
        .min()
}

// It is a template itself, and has escaped what was typed.
impl HtmlSafe for Meeting {}
