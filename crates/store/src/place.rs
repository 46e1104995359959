//! Places, and their rooms with the weekly times at which they are free.

use chrono::NaiveTime;
use diesel::prelude::*;
use model::{ContactPointId, PlaceId, RegionId, RoomId, WeeklyTime};

use crate::{
    DbConn, Result,
    convert::{Column, id, weekday_number, weekly_time},
    schema::{places, room_times, rooms},
};

/// Where groups can meet.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Place {
    /// Its identity.
    pub id: PlaceId,
    /// Its region.
    pub region: RegionId,
    /// The contact point that keeps it.
    pub contact_point: ContactPointId,
    /// What staff and the interest note call it.
    pub name: String,
    /// What letters call it.
    pub letter_name: String,
    /// Entrance, step-free way, key; shown on pages only. May be empty.
    pub how_to_find: String,
}

/// A room at a place.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Room {
    /// Its identity.
    pub id: RoomId,
    /// Where it is.
    pub place: PlaceId,
    /// What it is called.
    pub name: String,
    /// When it is free, in the order of the week. Times of one room don't overlap.
    pub times: Vec<WeeklyTime>,
}

/// Adds a place.
///
/// # Errors
/// [`crate::Fault::Driver`].
pub fn insert(c: &mut DbConn, place: &Place) -> Result<()> {
    diesel::insert_into(places::table)
        .values((
            places::id.eq(place.id.blob()),
            places::region_id.eq(place.region.blob()),
            places::contact_point_id.eq(place.contact_point.blob()),
            places::name.eq(&place.name),
            places::letter_name.eq(&place.letter_name),
            places::how_to_find.eq(&place.how_to_find),
        ))
        .execute(c)?;
    Ok(())
}

/// A place of the region, if it is there.
///
/// # Errors
/// [`crate::Fault::Driver`].
pub fn find(c: &mut DbConn, region: RegionId, place: PlaceId) -> Result<Option<Place>> {
    let row = places::table
        .find(place.blob())
        .filter(places::region_id.eq(region.blob()))
        .first::<PlaceRow>(c);
    row.optional()?.map(read_place).transpose()
}

/// The places of a region, by name.
///
/// # Errors
/// [`crate::Fault::Driver`].
pub fn list(c: &mut DbConn, region: RegionId) -> Result<Vec<Place>> {
    let rows: Vec<PlaceRow> = places::table.filter(places::region_id.eq(region.blob())).load(c)?;
    let mut list = rows.into_iter().map(read_place).collect::<Result<Vec<_>>>()?;
    list.sort_by(|a, b| a.name.cmp(&b.name));
    Ok(list)
}

/// Adds a room with its times.
///
/// # Errors
/// [`crate::Fault::Driver`].
pub fn insert_room(c: &mut DbConn, room: &Room) -> Result<()> {
    diesel::insert_into(rooms::table)
        .values((
            rooms::id.eq(room.id.blob()),
            rooms::place_id.eq(room.place.blob()),
            rooms::name.eq(&room.name),
        ))
        .execute(c)?;
    room.times.iter().try_for_each(|time| insert_time(c, room.id, *time))
}

/// Adds a weekly time at which a room is free.
///
/// # Errors
/// [`crate::Fault::Driver`], also if the room has the time already.
pub fn insert_time(c: &mut DbConn, room: RoomId, time: WeeklyTime) -> Result<()> {
    diesel::insert_into(room_times::table)
        .values((
            room_times::room_id.eq(room.blob()),
            room_times::weekday.eq(weekday_number(time.weekday)),
            room_times::starts_at.eq(time.starts_at),
        ))
        .execute(c)?;
    Ok(())
}

/// Takes a weekly time from a room.
///
/// # Errors
/// [`crate::Fault::Driver`].
pub fn delete_time(c: &mut DbConn, room: RoomId, time: WeeklyTime) -> Result<()> {
    let key = (room.blob(), weekday_number(time.weekday), time.starts_at);
    diesel::delete(room_times::table.find(key)).execute(c)?;
    Ok(())
}

/// The rooms of a region with their times, by name.
///
/// # Errors
/// [`crate::Fault::Driver`].
pub fn list_rooms(c: &mut DbConn, region: RegionId) -> Result<Vec<Room>> {
    let of_region = places::region_id.eq(region.blob());
    let rows: Vec<RoomRow> = rooms::table
        .inner_join(places::table)
        .filter(of_region)
        .select(rooms::all_columns)
        .load(c)?;
    let times: Vec<TimeRow> = room_times::table
        .inner_join(rooms::table.inner_join(places::table))
        .filter(of_region)
        .order((room_times::weekday, room_times::starts_at))
        .select(room_times::all_columns)
        .load(c)?;
    let mut list = rows.into_iter().map(read_room).collect::<Result<Vec<_>>>()?;
    for (room, day, starts_at) in times {
        let room: RoomId = id(room, Column("room_times", "room_id"))?;
        let time = weekly_time(day, starts_at, Column("room_times", "starts_at"))?;
        list.iter_mut()
            .filter(|other| other.id == room)
            .for_each(|room| room.times.push(time));
    }
    list.sort_by(|a, b| (&a.name, a.id).cmp(&(&b.name, b.id)));
    Ok(list)
}

type PlaceRow = (Vec<u8>, Vec<u8>, Vec<u8>, String, String, String);
type RoomRow = (Vec<u8>, Vec<u8>, String);
type TimeRow = (Vec<u8>, i16, NaiveTime);

fn read_place((place, region, contact_point, name, letter_name, how_to_find): PlaceRow) -> Result<Place> {
    Ok(Place {
        id: id(place, Column("places", "id"))?,
        region: id(region, Column("places", "region_id"))?,
        contact_point: id(contact_point, Column("places", "contact_point_id"))?,
        name,
        letter_name,
        how_to_find,
    })
}

fn read_room((room, place, name): RoomRow) -> Result<Room> {
    let place = id(place, Column("rooms", "place_id"))?;
    Ok(Room {
        id: id(room, Column("rooms", "id"))?,
        place,
        name,
        times: Vec::new(),
    })
}
