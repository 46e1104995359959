//! Many places, rooms and times at once, from a list: all of them are stored, or none, since it is one transaction.

use model::{Chance, PlaceId, RoomId, WeeklyTime};
use store::{DbConn, staff::Member};

use crate::{PlaceDraft, RoomDraft, add_place, add_room, fault::Result, rooms::add_times};

/// A place on the list, with what the list has that is new there.
#[derive(Clone, Debug)]
pub enum ListedPlace {
    /// A new one, with its rooms.
    New(Box<PlaceDraft>, Vec<RoomDraft>),
    /// One that is there and stays as it is, with its rooms on the list.
    There(PlaceId, Vec<ListedRoom>),
}

/// A room on the list, at a place that is there.
#[derive(Clone, Debug)]
pub enum ListedRoom {
    /// A new one.
    New(RoomDraft),
    /// One that is there, and the times that it gets besides its own.
    There(RoomId, Vec<WeeklyTime>),
}

/// Adds what is new on the list to the coordinator's contact point. What is there stays as it is.
///
/// # Errors
/// As [`add_place`] and [`add_room`]. Nothing of the list must be kept then: the caller rolls back.
pub fn add_listed(tx: &mut DbConn, chance: &Chance, by: &Member, list: &[ListedPlace]) -> Result<()> {
    for place in list {
        match place {
            ListedPlace::New(draft, rooms) => {
                let place = add_place(tx, chance, by, draft)?;
                for room in rooms {
                    add_room(tx, chance, by, place, room)?;
                }
            }
            ListedPlace::There(place, rooms) => {
                for room in rooms {
                    match room {
                        ListedRoom::New(draft) => _ = add_room(tx, chance, by, *place, draft)?,
                        ListedRoom::There(room, times) => add_times(tx, by, *room, times)?,
                    }
                }
            }
        }
    }
    Ok(())
}
