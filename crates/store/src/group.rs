//! Groups. Each keeps its own copy of its place's and room's texts, so that editing them changes no meeting.

use chrono::{NaiveDate, NaiveTime};
use diesel::prelude::*;
use model::{Calendar, Cell, ContactPointId, GroupId, GroupState, Lead, RegionId, RoomId, RoundId, StaffId};

mod row;

use row::{Changing, Row};

use crate::{
    DbConn, Fault, Result,
    convert::{Column, count, id, weekday_number, weekly_time},
    place::Directions,
    schema::{groups, notes, refusals},
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
    /// The contact point that keeps its place.
    pub contact_point: ContactPointId,
    /// Who starts it.
    pub lead: Lead,
    /// What pages call the place.
    pub place_name: String,
    /// What letters call the place.
    pub letter_name: String,
    /// How to find it; for pages only.
    pub directions: Directions,
    /// What the room is called.
    pub room_name: String,
    /// Its dates.
    pub calendar: Calendar,
    /// How many seats it has. A draft with fewer notes left has changed.
    pub size: usize,
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
            groups::place_id.eq(group.cell.place.blob()),
            groups::contact_point_id.eq(group.contact_point.blob()),
            Changing::of(group)?,
            groups::weekday.eq(weekday_number(group.cell.time.weekday)),
            groups::starts_at.eq(group.cell.time.starts_at),
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

/// Stores a group as it is now. Its identity, region, round, place and weekly time never change.
///
/// # Errors
/// [`Fault::Missing`] if it has been forgotten.
pub fn update(c: &mut DbConn, group: &Group) -> Result<()> {
    let changed = diesel::update(groups::table.find(group.id.blob()))
        .set(Changing::of(group)?)
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

/// The groups of a region whose invitations are out, and that are not settled.
///
/// # Errors
/// [`Fault::Driver`].
pub fn list_inviting(c: &mut DbConn, region: RegionId) -> Result<Vec<Group>> {
    let mut groups = list_approved(c, region)?;
    groups.retain(|group| group.state == GroupState::Inviting);
    Ok(groups)
}

/// How many unconfirmed notes have ticked the date of a planned group.
///
/// # Errors
/// [`Fault::Driver`].
pub fn count_unconfirmed(c: &mut DbConn, group: GroupId) -> Result<usize> {
    let found: i64 = notes::table
        .filter(notes::planned_group_id.eq(group.blob()))
        .count()
        .get_result(c)?;
    count(found, Column("notes", "planned_group_id"))
}

/// Remembers that somebody is not asked to start this group again.
///
/// # Errors
/// [`Fault::Driver`].
pub fn insert_refusal(c: &mut DbConn, group: GroupId, by: StaffId) -> Result<()> {
    diesel::delete(refusals::table.find((group.blob(), by.blob()))).execute(c)?;
    diesel::insert_into(refusals::table)
        .values((refusals::group_id.eq(group.blob()), refusals::staff_id.eq(by.blob())))
        .execute(c)?;
    Ok(())
}

/// True if somebody is not asked to start this group again.
///
/// # Errors
/// [`Fault::Driver`].
pub fn has_refused(c: &mut DbConn, group: GroupId, by: StaffId) -> Result<bool> {
    let found: i64 = refusals::table.find((group.blob(), by.blob())).count().get_result(c)?;
    Ok(found > 0)
}

/// Who, in a region, is not asked again for a place and time, until the group that they did not take is forgotten.
///
/// # Errors
/// [`Fault::Driver`].
pub fn list_refusals(c: &mut DbConn, region: RegionId) -> Result<Vec<(StaffId, Cell)>> {
    let rows: Vec<(Vec<u8>, Vec<u8>, i16, NaiveTime)> = refusals::table
        .inner_join(groups::table)
        .filter(groups::region_id.eq(region.blob()))
        .select((refusals::staff_id, groups::place_id, groups::weekday, groups::starts_at))
        .load(c)?;
    rows.into_iter()
        .map(|(by, place, day, starts_at)| {
            let place = id(place, Column("groups", "place_id"))?;
            let time = weekly_time(day, starts_at, Column("groups", "starts_at"))?;
            Ok((id(by, Column("refusals", "staff_id"))?, Cell { place, time }))
        })
        .collect()
}

/// The ids of all groups that can still change by themselves: the schedule settles them. One that has started can only
/// where nobody leads it for certain.
///
/// # Errors
/// [`Fault::Driver`].
pub fn list_unsettled(c: &mut DbConn) -> Result<Vec<GroupId>> {
    let settled = [GroupState::Proposed.code(), GroupState::Dissolved.code()];
    let rows: Vec<Vec<u8>> = groups::table
        .filter(groups::state.ne_all(settled))
        .filter(
            groups::state
                .ne(GroupState::Started.code())
                .or(groups::vacant_since.is_not_null()),
        )
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
