//! Rooms, with the weekly times at which they are free.

use chrono::{NaiveDate, NaiveTime};
use diesel::prelude::*;
use model::{PlaceId, RegionId, RoomId, WeeklyTime};

use crate::{
    DbConn, Result,
    convert::{Column, id, weekday_number, weekly_time},
    schema::{places, room_times, rooms},
};

/// A room at a place.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Room {
    /// Its identity.
    pub id: RoomId,
    /// Where it is.
    pub place: PlaceId,
    /// What it is called.
    pub name: String,
    /// The first day on which it can be had, if not from ever.
    pub from: Option<NaiveDate>,
    /// The last day, if not for ever.
    pub until: Option<NaiveDate>,
    /// Whether groups can be proposed in it.
    pub offered: bool,
    /// When it is free, in the order of the week. Times of one room don't overlap.
    pub times: Vec<WeeklyTime>,
}

impl Room {
    /// True if the room can be had on this day, whatever the time.
    #[must_use]
    pub fn is_open_on(&self, day: NaiveDate) -> bool {
        self.from.is_none_or(|from| from <= day) && self.until.is_none_or(|until| day <= until)
    }
}

/// Adds a room with its times.
///
/// # Errors
/// [`crate::Fault::Driver`].
pub fn insert(c: &mut DbConn, room: &Room) -> Result<()> {
    diesel::insert_into(rooms::table)
        .values((
            rooms::id.eq(room.id.blob()),
            rooms::place_id.eq(room.place.blob()),
            rooms::name.eq(&room.name),
            rooms::from_date.eq(room.from),
            rooms::until_date.eq(room.until),
            rooms::offered.eq(room.offered),
        ))
        .execute(c)?;
    insert_times(c, room)
}

/// Stores what is said of a room now, its times included. Groups that meet in it keep it, and its name of then.
///
/// # Errors
/// [`crate::Fault::Driver`].
pub fn update(c: &mut DbConn, room: &Room) -> Result<()> {
    diesel::update(rooms::table.find(room.id.blob()))
        .set((
            rooms::name.eq(&room.name),
            rooms::from_date.eq(room.from),
            rooms::until_date.eq(room.until),
            rooms::offered.eq(room.offered),
        ))
        .execute(c)?;
    diesel::delete(room_times::table.filter(room_times::room_id.eq(room.id.blob()))).execute(c)?;
    insert_times(c, room)
}

fn insert_times(c: &mut DbConn, room: &Room) -> Result<()> {
    for time in &room.times {
        diesel::insert_into(room_times::table)
            .values((
                room_times::room_id.eq(room.id.blob()),
                room_times::weekday.eq(weekday_number(time.weekday)),
                room_times::starts_at.eq(time.starts_at),
            ))
            .execute(c)?;
    }
    Ok(())
}

/// The rooms of a region with their times, by name; those that are no longer offered are among them.
///
/// # Errors
/// [`crate::Fault::Driver`].
pub fn list(c: &mut DbConn, region: RegionId) -> Result<Vec<Room>> {
    let of_region = places::region_id.eq(region.blob());
    let rows: Vec<Row> = rooms::table
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
    let mut list = rows.into_iter().map(read).collect::<Result<Vec<_>>>()?;
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

type Row = (Vec<u8>, Vec<u8>, String, Option<NaiveDate>, Option<NaiveDate>, bool);
type TimeRow = (Vec<u8>, i16, NaiveTime);

fn read((room, place, name, from, until, offered): Row) -> Result<Room> {
    let place = id(place, Column("rooms", "place_id"))?;
    Ok(Room {
        id: id(room, Column("rooms", "id"))?,
        place,
        name,
        from,
        until,
        offered,
        times: Vec::new(),
    })
}
