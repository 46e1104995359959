//! Places, rooms and the weekly times at which rooms are free.

use model::{Cell, Chance, LetterName, Line, Name, PlaceId, RegionId, RoomId, WeeklyTime};
use store::{
    DbConn,
    place::{self, Place, Room},
    staff::Member,
};

use crate::{Fault, fault::Result};

/// A place as typed in.
#[derive(Clone, Debug)]
pub struct NewPlace {
    /// What staff and the interest note call it.
    pub name: Name,
    /// What letters call it.
    pub letter_name: LetterName,
    /// How to find it, for pages only.
    pub how_to_find: Option<Line>,
}

/// A room as typed in.
#[derive(Clone, Debug)]
pub struct NewRoom {
    /// What it is called.
    pub name: Name,
    /// When it is free.
    pub times: Vec<WeeklyTime>,
}

/// Adds a place to the coordinator's contact point.
///
/// # Errors
/// [`Fault::NotYours`] unless a coordinator asks.
pub fn add_place(tx: &mut DbConn, chance: &Chance, by: &Member, new: &NewPlace) -> Result<PlaceId> {
    if !by.roles.coordinator {
        return Err(Fault::NotYours);
    }
    let place = Place {
        id: PlaceId::random(chance),
        region: by.region,
        contact_point: by.contact_point,
        name: new.name.to_string(),
        letter_name: new.letter_name.to_string(),
        how_to_find: new.how_to_find.as_ref().map(ToString::to_string).unwrap_or_default(),
    };
    place::insert(tx, &place)?;
    Ok(place.id)
}

/// Adds a room to a place of the coordinator's contact point.
///
/// # Errors
/// [`Fault::NotYours`]; [`Fault::TimesOverlap`] if the room would have to hold two meetings at once.
pub fn add_room(tx: &mut DbConn, chance: &Chance, by: &Member, at: PlaceId, new: &NewRoom) -> Result<RoomId> {
    let place = place::find(tx, by.region, at)?.ok_or(Fault::NotYours)?;
    if !by.roles.coordinator || place.contact_point != by.contact_point {
        return Err(Fault::NotYours);
    }
    if overlap(&new.times) {
        return Err(Fault::TimesOverlap);
    }
    let room = Room {
        id: RoomId::random(chance),
        place: place.id,
        name: new.name.to_string(),
        times: new.times.clone(),
    };
    place::insert_room(tx, &room)?;
    Ok(room.id)
}

/// All places at weekly times that a region's rooms offer, each once.
///
/// # Errors
/// [`Fault::Store`].
pub fn region_cells(tx: &mut DbConn, region: RegionId) -> Result<Vec<Cell>> {
    let mut cells: Vec<Cell> = Vec::new();
    for room in place::list_rooms(tx, region)? {
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
