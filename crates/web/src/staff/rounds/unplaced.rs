//! Those whom a proposal has no seat for: why, and what would help.

use std::collections::BTreeMap;

use model::{Link, MIN_SIZE};
use store::{
    place::Place,
    round::{Help, Lack, Unplaced},
};
use texts::Texts;

/// Why some notes have no seat, and the next step.
pub struct Reason {
    /// Why.
    pub what: String,
    /// How many.
    pub notes: String,
    /// What to do.
    pub next: String,
    /// Where that is done, if it can be done here.
    pub link: Option<(Link, String)>,
}

/// One thing that would give more of them a seat.
pub struct Advice {
    /// What, and for how many.
    pub what: String,
    /// Where it can be done.
    pub link: (Link, String),
}

/// The notes without a seat, counted by reason.
pub fn reasons(texts: Texts, unplaced: &[Unplaced]) -> Vec<Reason> {
    let mut counts: BTreeMap<(&str, Option<u16>), usize> = BTreeMap::new();
    for note in unplaced {
        *counts.entry((&note.reason, note.have)).or_default() += 1;
    }
    let told = counts.into_iter().map(|((reason, have), notes)| {
        let key = format!("unplaced-{}", reason.replace('_', "-"));
        let numbers = [("have", have.unwrap_or_default().into()), ("need", MIN_SIZE.into())];
        Reason {
            what: if have.is_some() {
                texts.with(&key, &numbers)
            } else {
                texts.get(&key)
            },
            notes: texts.with("unplaced-notes", &[("notes", notes.into())]),
            next: texts.get(&format!("{key}-next")),
            link: match reason {
                "no_common_time" | "no_room" => Some((Link::Places, texts.get("places-title"))),
                "no_igangsetter" => Some((Link::People, texts.get("people-title"))),
                "too_few" => Some((Link::Courses, texts.get("courses-title"))),
                _ => None,
            },
        }
    });
    told.collect()
}

/// What would help, best first.
pub fn helps(texts: Texts, helps: &[Help], places: &[Place]) -> Vec<Advice> {
    let told = helps.iter().filter_map(|help| {
        let place = places.iter().find(|place| place.id == help.cell.place)?;
        let (key, more, link) = match help.lack {
            Lack::Room => ("help-room", 1, (Link::Place(place.id), place.name.clone())),
            Lack::Igangsetter => ("help-igangsetter", 1, (Link::People, texts.get("people-title"))),
            Lack::Notes(more) => ("help-notes", more, (Link::Courses, texts.get("courses-title"))),
        };
        let named = [
            ("place", place.name.clone().into()),
            ("time", texts.weekly_time(help.cell.time).into()),
            ("more", more.into()),
            ("people", help.would_seat.into()),
        ];
        Some(Advice {
            what: texts.with(key, &named),
            link,
        })
    });
    told.collect()
}
