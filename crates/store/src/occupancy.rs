//! That a room and an igangsetter are taken. Once the group is forgotten, the mark names no person.

use chrono::{NaiveDate, NaiveTime};
use diesel::prelude::*;
use model::{GroupId, OccupancyId, RegionId, RoomId, StaffId, WeeklyTime};

use crate::{
    DbConn, Result,
    convert::{Column, id, weekday_number, weekly_time},
    schema::{occupancies, places, rooms},
};

/// A room, and for a while an igangsetter, taken at a weekly time.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Occupancy {
    /// Its identity.
    pub id: OccupancyId,
    /// The group, until it is forgotten.
    pub group: Option<GroupId>,
    /// The room, until the coordinator frees it.
    pub room: RoomId,
    /// The igangsetter, until the group is forgotten.
    pub igangsetter: Option<StaffId>,
    /// The last supported meeting: from the next day on the igangsetter is free again.
    pub igangsetter_until: NaiveDate,
    /// When.
    pub time: WeeklyTime,
}

/// Takes a room and an igangsetter.
///
/// # Errors
/// [`crate::Fault::Driver`].
pub fn insert(c: &mut DbConn, taken: &Occupancy) -> Result<()> {
    diesel::insert_into(occupancies::table)
        .values((
            occupancies::id.eq(taken.id.blob()),
            occupancies::group_id.eq(taken.group.as_ref().map(GroupId::blob)),
            occupancies::room_id.eq(taken.room.blob()),
            occupancies::igangsetter_id.eq(taken.igangsetter.as_ref().map(StaffId::blob)),
            occupancies::igangsetter_until.eq(taken.igangsetter_until),
            occupancies::weekday.eq(weekday_number(taken.time.weekday)),
            occupancies::starts_at.eq(taken.time.starts_at),
        ))
        .execute(c)?;
    Ok(())
}

/// All that is taken in a region.
///
/// # Errors
/// [`crate::Fault::Driver`].
pub fn list(c: &mut DbConn, region: RegionId) -> Result<Vec<Occupancy>> {
    type Row = (
        Vec<u8>,
        Option<Vec<u8>>,
        Vec<u8>,
        Option<Vec<u8>>,
        NaiveDate,
        i16,
        NaiveTime,
    );
    let from = |column| Column("occupancies", column);
    let rows: Vec<Row> = occupancies::table
        .inner_join(rooms::table.inner_join(places::table))
        .filter(places::region_id.eq(region.blob()))
        .order(occupancies::id)
        .select(occupancies::all_columns)
        .load(c)?;
    rows.into_iter()
        .map(|(taken, group, room, igangsetter, igangsetter_until, day, starts_at)| {
            Ok(Occupancy {
                id: id(taken, from("id"))?,
                group: group.map(|bytes| id(bytes, from("group_id"))).transpose()?,
                room: id(room, from("room_id"))?,
                igangsetter: igangsetter.map(|bytes| id(bytes, from("igangsetter_id"))).transpose()?,
                igangsetter_until,
                time: weekly_time(day, starts_at, from("starts_at"))?,
            })
        })
        .collect()
}

/// Stores who is taken by a group now, and until when; nobody while it has no igangsetter.
///
/// # Errors
/// [`crate::Fault::Driver`].
pub fn set_igangsetter(c: &mut DbConn, group: GroupId, whom: Option<StaffId>, until: NaiveDate) -> Result<()> {
    diesel::update(occupancies::table.filter(occupancies::group_id.eq(group.blob())))
        .set((
            occupancies::igangsetter_id.eq(whom.as_ref().map(StaffId::blob)),
            occupancies::igangsetter_until.eq(until),
        ))
        .execute(c)?;
    Ok(())
}

/// Gives back what a group had taken: it was dissolved.
///
/// # Errors
/// [`crate::Fault::Driver`].
pub fn delete_of(c: &mut DbConn, group: GroupId) -> Result<()> {
    diesel::delete(occupancies::table.filter(occupancies::group_id.eq(group.blob()))).execute(c)?;
    Ok(())
}

/// Gives a room back.
///
/// # Errors
/// [`crate::Fault::Driver`].
pub fn delete(c: &mut DbConn, taken: OccupancyId) -> Result<()> {
    diesel::delete(occupancies::table.find(taken.blob())).execute(c)?;
    Ok(())
}

/// Takes the persons out of a group's mark; the room stays taken: the group is forgotten, and may go on.
///
/// # Errors
/// [`crate::Fault::Driver`].
pub fn forget(c: &mut DbConn, group: GroupId) -> Result<()> {
    diesel::update(occupancies::table.filter(occupancies::group_id.eq(group.blob())))
        .set((
            occupancies::group_id.eq(None::<Vec<u8>>),
            occupancies::igangsetter_id.eq(None::<Vec<u8>>),
        ))
        .execute(c)?;
    Ok(())
}
