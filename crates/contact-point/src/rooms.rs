//! Rooms, and the weekly times at which they are free.

use chrono::NaiveDate;
use model::{Cell, Chance, Name, PlaceId, RegionId, RoomId, WeeklyTime};
use store::{
    DbConn,
    place::{self, Place},
    room::{self, Room},
    staff::Member,
};

use crate::{Fault, fault::Result, get_place};

/// A room as typed in.
#[derive(Clone, Debug)]
pub struct RoomDraft {
    /// What it is called.
    pub name: Name,
    /// The first day on which it can be had, if not from ever.
    pub from: Option<NaiveDate>,
    /// The last day, if not for ever.
    pub until: Option<NaiveDate>,
    /// When it is free.
    pub times: Vec<WeeklyTime>,
}

impl RoomDraft {
    fn at(&self, place: PlaceId, id: RoomId, offered: bool) -> Result<Room> {
        if overlap(&self.times) {
            return Err(Fault::TimesOverlap);
        }
        if self.from.zip(self.until).is_some_and(|(from, until)| until < from) {
            return Err(Fault::EndsTooEarly);
        }
        Ok(Room {
            id,
            place,
            name: self.name.to_string(),
            from: self.from,
            until: self.until,
            offered,
            times: self.times.clone(),
        })
    }
}

/// Adds a room to a place of the coordinator's contact point.
///
/// # Errors
/// [`Fault::NotYours`]; [`Fault::TimesOverlap`] if the room would have to hold two meetings at once;
/// [`Fault::EndsTooEarly`].
pub fn add_room(tx: &mut DbConn, chance: &Chance, by: &Member, at: PlaceId, draft: &RoomDraft) -> Result<RoomId> {
    let place = get_place(tx, by, at)?;
    let room = draft.at(place.id, RoomId::random(chance), true)?;
    room::insert(tx, &room)?;
    Ok(room.id)
}

/// A room of the coordinator's contact point, and its place.
///
/// # Errors
/// [`Fault::NotYours`] (promise S12).
pub fn get_room(tx: &mut DbConn, by: &Member, id: RoomId) -> Result<(Place, Room)> {
    let mut rooms = room::list(tx, by.region)?.into_iter();
    let room = rooms.find(|room| room.id == id).ok_or(Fault::NotYours)?;
    Ok((get_place(tx, by, room.place)?, room))
}

/// Stores what is said of a room now. Groups that meet in it stay in it.
///
/// # Errors
/// As [`add_room`].
pub fn edit_room(tx: &mut DbConn, by: &Member, id: RoomId, draft: &RoomDraft) -> Result<()> {
    let (place, room) = get_room(tx, by, id)?;
    Ok(room::update(tx, &draft.at(place.id, id, room.offered)?)?)
}

/// Adds times at which a room is free. Those that it has already are passed over.
///
/// # Errors
/// [`Fault::NotYours`]; [`Fault::TimesOverlap`].
pub(crate) fn add_times(tx: &mut DbConn, by: &Member, id: RoomId, times: &[WeeklyTime]) -> Result<()> {
    let (_, mut room) = get_room(tx, by, id)?;
    let had = room.times.len();
    for time in times {
        if !room.times.contains(time) {
            room.times.push(*time);
        }
    }
    if room.times.len() == had {
        return Ok(());
    }
    if overlap(&room.times) {
        return Err(Fault::TimesOverlap);
    }
    Ok(room::update(tx, &room)?)
}

/// Offers a room, or stops to: no group is proposed in it.
///
/// # Errors
/// [`Fault::NotYours`].
pub fn offer_room(tx: &mut DbConn, by: &Member, id: RoomId, offered: bool) -> Result<()> {
    let (_, mut room) = get_room(tx, by, id)?;
    room.offered = offered;
    Ok(room::update(tx, &room)?)
}

/// All places at weekly times that a region's rooms offer, each once.
///
/// # Errors
/// [`Fault::Store`].
pub fn region_cells(tx: &mut DbConn, region: RegionId) -> Result<Vec<Cell>> {
    let mut places = place::list(tx, region)?;
    places.retain(|place| place.offered);
    let mut cells: Vec<Cell> = Vec::new();
    for room in room::list(tx, region)? {
        if !room.offered || places.iter().all(|place| place.id != room.place) {
            continue;
        }
        for time in room.times {
            let cell = Cell {
                place: room.place,
                time,
            };
            if !cells.contains(&cell) {
                cells.push(cell);
            }
        }
    }
    cells.sort_by_key(|cell| {
        (
            cell.place,
            cell.time.weekday.num_days_from_monday(),
            cell.time.starts_at,
        )
    });
    Ok(cells)
}

fn overlap(times: &[WeeklyTime]) -> bool {
    times
        .iter()
        .enumerate()
        .any(|(at, time)| times.iter().skip(at + 1).any(|other| time.overlaps(*other)))
}
