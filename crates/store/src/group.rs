//! Groups. Each keeps its own copy of its place's and room's texts, so that editing them changes no meeting.

use chrono::{DateTime, NaiveDate, NaiveDateTime, NaiveTime, Utc};
use diesel::prelude::*;
use model::{Calendar, Cell, GroupId, GroupState, PlaceId, RegionId, RoomId, RoundId, StaffId};

use crate::{
    DbConn, Fault, Result,
    convert::{Column, count, id, stored, weekday_number, weekly_time},
    schema::groups,
};

/// A group.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Group {
    /// Its identity.
    pub id: GroupId,
    /// Its region.
    pub region: RegionId,
    /// The draft it came from, while that is open.
    pub round: Option<RoundId>,
    /// Where in its life it is.
    pub state: GroupState,
    /// Where and when it meets.
    pub cell: Cell,
    /// In which room.
    pub room: RoomId,
    /// Who starts it.
    pub igangsetter: StaffId,
    /// What letters call the place.
    pub place_name: String,
    /// How to find it; for pages only.
    pub how_to_find: String,
    /// What the room is called.
    pub room_name: String,
    /// Its dates.
    pub calendar: Calendar,
    /// How many seats were proposed. With fewer left, the draft has changed.
    pub size: usize,
    /// When the igangsetter was asked, if no yes has come.
    pub asked_at: Option<DateTime<Utc>>,
}

/// Adds a group.
///
/// # Errors
/// [`Fault::Driver`].
pub fn insert(c: &mut DbConn, group: &Group) -> Result<()> {
    diesel::insert_into(groups::table)
        .values((
            groups::id.eq(group.id.blob()),
            groups::region_id.eq(group.region.blob()),
            groups::round_id.eq(group.round.as_ref().map(RoundId::blob)),
            groups::state.eq(group.state.code()),
            groups::place_id.eq(group.cell.place.blob()),
            groups::room_id.eq(group.room.blob()),
            groups::igangsetter_id.eq(group.igangsetter.blob()),
            groups::weekday.eq(weekday_number(group.cell.time.weekday)),
            groups::starts_at.eq(group.cell.time.starts_at),
            groups::place_name.eq(&group.place_name),
            groups::how_to_find.eq(&group.how_to_find),
            groups::room_name.eq(&group.room_name),
            groups::first_meeting.eq(group.calendar.first_meeting),
            groups::cut_off.eq(group.calendar.cut_off),
            groups::size.eq(count::<i16, _>(group.size, Column("groups", "size"))?),
            groups::asked_at.eq(group.asked_at.map(stored)),
            groups::kept_until.eq(group.calendar.kept_until),
        ))
        .execute(c)?;
    Ok(())
}

/// A group, if it has not been forgotten.
///
/// # Errors
/// [`Fault::Driver`].
pub fn find(c: &mut DbConn, group: GroupId) -> Result<Option<Group>> {
    let row = groups::table.find(group.blob()).select(Row::as_select()).first(c);
    row.optional()?.map(Group::try_from).transpose()
}

/// A group.
///
/// # Errors
/// [`Fault::Missing`] if it has been forgotten.
pub fn get(c: &mut DbConn, group: GroupId) -> Result<Group> {
    find(c, group)?.ok_or(Fault::Missing("groups"))
}

/// Lets no other transaction that holds this group go on until this one ends. To be called before anything of the
/// group is changed: people of one group who act at once then wait for each other, where they would lock each other's
/// rows in another order and be cut off as a deadlock.
///
/// # Errors
/// [`Fault::Driver`].
pub fn hold(c: &mut DbConn, group: GroupId) -> Result<()> {
    diesel::update(groups::table.find(group.blob()))
        .set(groups::state.eq(groups::state))
        .execute(c)?;
    Ok(())
}

/// The groups of an open round that have not been approved.
///
/// # Errors
/// [`Fault::Driver`].
pub fn list_proposed(c: &mut DbConn, round: RoundId) -> Result<Vec<Group>> {
    let proposed = groups::round_id
        .eq(round.blob())
        .and(groups::state.eq(GroupState::Proposed.code()));
    let rows = groups::table
        .filter(proposed)
        .order((groups::first_meeting, groups::starts_at, groups::id))
        .select(Row::as_select())
        .load(c)?;
    rows.into_iter().map(Group::try_from).collect()
}

/// The approved groups of an igangsetter that are not forgotten, by date.
///
/// # Errors
/// [`Fault::Driver`].
pub fn list_of_igangsetter(c: &mut DbConn, igangsetter: StaffId) -> Result<Vec<Group>> {
    let rows = groups::table
        .filter(
            groups::igangsetter_id
                .eq(igangsetter.blob())
                .and(groups::state.ne(GroupState::Proposed.code())),
        )
        .order((groups::first_meeting, groups::starts_at, groups::id))
        .select(Row::as_select())
        .load(c)?;
    rows.into_iter().map(Group::try_from).collect()
}

/// The approved groups of a region that are not forgotten, by date.
///
/// # Errors
/// [`Fault::Driver`].
pub fn list_approved(c: &mut DbConn, region: RegionId) -> Result<Vec<Group>> {
    let approved = groups::state.ne(GroupState::Proposed.code());
    let rows = groups::table
        .filter(groups::region_id.eq(region.blob()).and(approved))
        .order((groups::first_meeting, groups::starts_at, groups::id))
        .select(Row::as_select())
        .load(c)?;
    rows.into_iter().map(Group::try_from).collect()
}

/// Stores a group's state, dates, and when its igangsetter was asked.
///
/// # Errors
/// [`Fault::Missing`] if it has been forgotten.
pub fn update(c: &mut DbConn, group: &Group) -> Result<()> {
    let changed = diesel::update(groups::table.find(group.id.blob()))
        .set((
            groups::state.eq(group.state.code()),
            groups::first_meeting.eq(group.calendar.first_meeting),
            groups::cut_off.eq(group.calendar.cut_off),
            groups::asked_at.eq(group.asked_at.map(stored)),
            groups::kept_until.eq(group.calendar.kept_until),
        ))
        .execute(c)?;
    if changed == 0 {
        Err(Fault::Missing("groups"))
    } else {
        Ok(())
    }
}

/// Deletes a group with its seats and letters.
///
/// # Errors
/// [`Fault::Driver`].
pub fn delete(c: &mut DbConn, group: GroupId) -> Result<()> {
    diesel::delete(groups::table.find(group.blob())).execute(c)?;
    Ok(())
}

/// The ids of all groups that wait for an answer: the schedule settles them.
///
/// # Errors
/// [`Fault::Driver`].
pub fn list_unsettled(c: &mut DbConn) -> Result<Vec<GroupId>> {
    let waiting = [GroupState::Asked.code(), GroupState::Inviting.code()];
    let rows: Vec<Vec<u8>> = groups::table
        .filter(groups::state.eq_any(waiting))
        .select(groups::id)
        .load(c)?;
    rows.into_iter()
        .map(|bytes| id(bytes, Column("groups", "id")))
        .collect()
}

/// The ids of all groups whose time to be remembered is over.
///
/// # Errors
/// [`Fault::Driver`].
pub fn list_expired(c: &mut DbConn, today: NaiveDate) -> Result<Vec<GroupId>> {
    let rows: Vec<Vec<u8>> = groups::table
        .filter(groups::kept_until.lt(today))
        .select(groups::id)
        .load(c)?;
    rows.into_iter()
        .map(|bytes| id(bytes, Column("groups", "id")))
        .collect()
}

#[derive(Queryable, Selectable)]
#[diesel(table_name = groups)]
struct Row {
    id: Vec<u8>,
    region_id: Vec<u8>,
    round_id: Option<Vec<u8>>,
    state: String,
    place_id: Vec<u8>,
    room_id: Vec<u8>,
    igangsetter_id: Vec<u8>,
    weekday: i16,
    starts_at: NaiveTime,
    place_name: String,
    how_to_find: String,
    room_name: String,
    first_meeting: NaiveDate,
    asked_at: Option<NaiveDateTime>,
    cut_off: NaiveDate,
    size: i16,
    kept_until: NaiveDate,
}

impl TryFrom<Row> for Group {
    type Error = Fault;

    fn try_from(row: Row) -> Result<Self> {
        let place: PlaceId = id(row.place_id, Column("groups", "place_id"))?;
        let time = weekly_time(row.weekday, row.starts_at, Column("groups", "starts_at"))?;
        Ok(Self {
            id: id(row.id, Column("groups", "id"))?,
            region: id(row.region_id, Column("groups", "region_id"))?,
            round: row
                .round_id
                .map(|bytes| id(bytes, Column("groups", "round_id")))
                .transpose()?,
            state: GroupState::from_code(&row.state).ok_or(Column("groups", "state").corrupt())?,
            cell: Cell { place, time },
            room: id(row.room_id, Column("groups", "room_id"))?,
            igangsetter: id(row.igangsetter_id, Column("groups", "igangsetter_id"))?,
            place_name: row.place_name,
            how_to_find: row.how_to_find,
            room_name: row.room_name,
            calendar: Calendar {
                cut_off: row.cut_off,
                kept_until: row.kept_until,
                ..Calendar::meeting_on(row.first_meeting)
            },
            size: count(row.size, Column("groups", "size"))?,
            asked_at: row.asked_at.map(|at| at.and_utc()),
        })
    }
}
