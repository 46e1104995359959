//! When and where the first meeting is, and who starts it.

use askama::{Template, filters::HtmlSafe};
use store::{group::Group, place::Place};
use texts::Texts;

/// What is told of a first meeting. How to find it stands on pages only, never in a letter.
#[derive(Template)]
#[template(path = "note/meeting.html")]
pub struct Meeting {
    texts: Texts,
    when: String,
    place: String,
    room: String,
    way: Option<String>,
    igangsetter: String,
}

impl Meeting {
    /// The first meeting of a group, with how to find it. Its place is one of those that were chosen.
    pub fn of(group: &Group, chosen: &[Place], igangsetter: &str, texts: Texts) -> Self {
        let place = chosen.iter().find(|place| place.id == group.cell.place);
        Self {
            texts,
            when: texts.date_time(group.calendar.first_meeting, group.cell.time.starts_at),
            place: place.map_or_else(
                || group.place_name.clone(),
                |place| format!("{}, {}", place.name, group.place_name),
            ),
            room: group.room_name.clone(),
            way: (!group.how_to_find.is_empty()).then(|| group.how_to_find.clone()),
            igangsetter: igangsetter.to_owned(),
        }
    }
}

// It is a template itself, and has escaped what was typed.
impl HtmlSafe for Meeting {}
