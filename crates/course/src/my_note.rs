//! What a person sees of the own note.

use chrono::NaiveDate;
use groups::Meeting;
use model::{ApartCode, NoteId, PlaceKind, Practical, SeatState, WeekBand, Wish};
use store::{
    DbConn, apart_code,
    contact_point::{self, ContactPoint},
    group::{self, Group},
    note::{self, Note},
    notice::{self, Notice},
    place::{self, Place},
    seat::{self, Seat},
    telling, wish,
};

use crate::{
    choices::{igangsetter_of, sort},
    fault::Result,
};

/// With fewer times than this, more of them would help most.
const MANY_TIMES: usize = 4;

/// What would help to find a group sooner. It tells nothing of how many others wait (promise C11).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Way {
    /// To be free at more times.
    MoreTimes,
    /// To go to a neighbouring municipality.
    Neighbours,
    /// To meet by telephone or online.
    Remote,
}

/// One's own note, with what has come of it.
#[derive(Clone, Debug)]
pub struct MyNote {
    /// The note.
    pub note: Note,
    /// The places that are wished for: houses by name, then telephone, then online.
    pub places: Vec<Place>,
    /// All that is wished for, in the order of the week.
    pub wishes: Vec<Wish>,
    /// The times that are wished for, each once, in the order of the week.
    pub times: Vec<WeekBand>,
    /// The codes that keep others apart from this person.
    pub apart: Vec<ApartCode>,
    /// What would help, as long as there is no seat.
    pub ways: Vec<Way>,
    /// The seat, once it has been offered.
    pub seat: Option<MySeat>,
    /// The places that can be wished for: those that the region offers, and those that are wished for.
    pub region_places: Vec<Place>,
    /// The contact point at which the note was left.
    pub contact_point: ContactPoint,
    /// What everybody was told whose data others may have seen, while this note was there (promise C14).
    pub notices: Vec<Notice>,
}

/// One's own seat.
#[derive(Clone, Debug)]
pub struct MySeat {
    /// The seat.
    pub seat: Seat,
    /// Its group.
    pub group: Group,
    /// The name of whoever starts the group, once that is certain.
    pub igangsetter: Option<String>,
    /// The meetings with the igangsetter.
    pub meetings: Vec<Meeting>,
    /// What the igangsetter has told those who accepted, in its order, with the meeting that it is for, by the date on
    /// which it would have been had nothing been moved.
    pub messages: Vec<(NaiveDate, Practical)>,
}

/// One's own note; `None` if it has been erased.
///
/// # Errors
/// [`crate::Fault::Store`].
pub fn my_note(tx: &mut DbConn, note: NoteId) -> Result<Option<MyNote>> {
    let Some(note) = note::find(tx, note)? else {
        return Ok(None);
    };
    let mut wishes = wish::list_of(tx, note.id)?;
    wishes.sort_by_key(|wish| in_week(wish.when));
    let is_wished = |place: &Place| wishes.iter().any(|wish| wish.place == place.id);
    let mut region_places = place::list(tx, note.region)?;
    region_places.retain(|place| place.offered || is_wished(place));
    sort(&mut region_places);
    let mut times: Vec<WeekBand> = wishes.iter().map(|wish| wish.when).collect();
    times.dedup();
    let seat = announced_seat(tx, note.id)?;
    let ways = match seat {
        Some(_) => Vec::new(),
        None => ways(&note, &region_places, &wishes, &times),
    };
    Ok(Some(MyNote {
        places: region_places.iter().filter(|place| is_wished(place)).cloned().collect(),
        contact_point: contact_point::get(tx, note.contact_point)?,
        apart: apart_codes(tx, note.id)?,
        notices: notice::list_since(tx, note.contact_point, note.standing.waiting_since())?,
        note,
        wishes,
        times,
        ways,
        seat,
        region_places,
    }))
}

fn in_week(when: WeekBand) -> (u32, model::Band) {
    (when.weekday.num_days_from_monday(), when.band)
}

/// A seat is spoken of once it has been offered; one that is held for the person is not, and they are shown as waiting.
fn announced_seat(tx: &mut DbConn, note: NoteId) -> Result<Option<MySeat>> {
    let Some(seat) = seat::find_live(tx, note)?.filter(|seat| seat.state != SeatState::Held) else {
        return Ok(None);
    };
    let group = group::get(tx, seat.group)?;
    Ok(Some(MySeat {
        igangsetter: igangsetter_of(tx, &group)?,
        meetings: groups::meetings(tx, &group)?,
        messages: match seat.state {
            SeatState::Accepted => messages(tx, &group)?,
            _ => Vec::new(),
        },
        seat,
        group,
    }))
}

/// The practical messages that a group has been told, each once for each meeting.
fn messages(tx: &mut DbConn, group: &Group) -> Result<Vec<(NaiveDate, Practical)>> {
    let mut messages = Vec::new();
    for told in telling::list(tx, group.id)? {
        if let Some(message) = told.meeting.zip(told.message)
            && !messages.contains(&message)
        {
            messages.push(message);
        }
    }
    Ok(messages)
}

fn ways(note: &Note, places: &[Place], wishes: &[Wish], times: &[WeekBand]) -> Vec<Way> {
    let is_left = |place: &&Place| place.offered && !wishes.iter().any(|wish| wish.place == place.id);
    let left: Vec<&Place> = places.iter().filter(is_left).collect();
    let is_house = |place: &Place| place.kind == PlaceKind::Physical;
    let is_neighbour = |place: &&Place| is_house(place) && place.contact_point != note.contact_point;
    [
        (times.len() < MANY_TIMES, Way::MoreTimes),
        (left.iter().any(is_neighbour), Way::Neighbours),
        (left.iter().any(|place| !is_house(place)), Way::Remote),
    ]
    .into_iter()
    .filter_map(|(helps, way)| helps.then_some(way))
    .collect()
}

fn apart_codes(tx: &mut DbConn, note: NoteId) -> Result<Vec<ApartCode>> {
    let corrupt = |_| store::Fault::Corrupt {
        table: "apart_codes",
        column: "code",
    };
    let codes = apart_code::list_of(tx, note)?;
    let read = |code: String| Ok(code.parse().map_err(corrupt)?);
    codes.into_iter().map(read).collect()
}
