//! Rooms that stay taken after their groups are forgotten, since those may go on alone.

use model::OccupancyId;
use store::{
    DbConn,
    occupancy::{self, Occupancy},
    staff::Member,
};

use crate::{Fault, fault::Result};

/// The rooms of a coordinator's region that forgotten groups have taken.
///
/// # Errors
/// [`Fault::NotYours`] for anybody else.
pub fn forgotten_rooms(tx: &mut DbConn, by: &Member) -> Result<Vec<Occupancy>> {
    if !by.roles.coordinator {
        return Err(Fault::NotYours);
    }
    let mut taken = occupancy::list(tx, by.region)?;
    taken.retain(|mark| mark.group.is_none());
    Ok(taken)
}

/// Frees a room that a forgotten group had taken.
///
/// # Errors
/// [`Fault::NotYours`] unless it is one of [`forgotten_rooms`].
pub fn free_room(tx: &mut DbConn, by: &Member, taken: OccupancyId) -> Result<()> {
    if !forgotten_rooms(tx, by)?.iter().any(|mark| mark.id == taken) {
        return Err(Fault::NotYours);
    }
    Ok(occupancy::delete(tx, taken)?)
}
