//! A group's columns.

use chrono::{NaiveDate, NaiveDateTime, NaiveTime};
use diesel::prelude::*;
use model::{Calendar, Cell, GroupState, Lead, PlaceId, StaffId};

use crate::{
    Fault, Result,
    convert::{Column, count, id, stored, weekly_time},
    group::Group,
    place::Directions,
    schema::groups,
};

/// What changes in a group's life, and what it copies when it is approved.
#[derive(Insertable, AsChangeset)]
#[diesel(table_name = groups, treat_none_as_null = true)]
pub(super) struct Changing<'a> {
    state: &'static str,
    igangsetter_id: Option<Vec<u8>>,
    asked_at: Option<NaiveDateTime>,
    vacant_since: Option<NaiveDateTime>,
    first_meeting: NaiveDate,
    cut_off: NaiveDate,
    last_supported: NaiveDate,
    kept_until: NaiveDate,
    room_id: &'a [u8],
    room_name: &'a str,
    place_name: &'a str,
    letter_name: &'a str,
    entrance: &'a str,
    step_free: Option<bool>,
    key_info: &'a str,
    dial_in: &'a str,
    size: i16,
}

impl<'a> Changing<'a> {
    pub(super) fn of(group: &'a Group) -> Result<Self> {
        let asked_at = match group.lead {
            Lead::Asked { at, .. } => Some(at),
            Lead::By(_) | Lead::Vacant { .. } => None,
        };
        Ok(Self {
            state: group.state.code(),
            igangsetter_id: group.lead.whom().map(|whom| whom.blob().to_vec()),
            asked_at: asked_at.map(stored),
            vacant_since: group.lead.vacant_since().map(stored),
            first_meeting: group.calendar.first_meeting,
            cut_off: group.calendar.cut_off,
            last_supported: group.calendar.last_supported,
            kept_until: group.calendar.kept_until,
            room_id: group.room.blob(),
            room_name: &group.room_name,
            place_name: &group.place_name,
            letter_name: &group.letter_name,
            entrance: &group.directions.entrance,
            step_free: group.directions.step_free,
            key_info: &group.directions.key_info,
            dial_in: &group.directions.dial_in,
            size: count(group.size, Column("groups", "size"))?,
        })
    }
}

/// A group as it is stored.
#[derive(Queryable, Selectable)]
#[diesel(table_name = groups)]
pub(super) struct Row {
    id: Vec<u8>,
    region_id: Vec<u8>,
    round_id: Option<Vec<u8>>,
    state: String,
    place_id: Vec<u8>,
    room_id: Vec<u8>,
    contact_point_id: Vec<u8>,
    igangsetter_id: Option<Vec<u8>>,
    asked_at: Option<NaiveDateTime>,
    vacant_since: Option<NaiveDateTime>,
    weekday: i16,
    starts_at: NaiveTime,
    place_name: String,
    letter_name: String,
    entrance: String,
    step_free: Option<bool>,
    key_info: String,
    dial_in: String,
    room_name: String,
    first_meeting: NaiveDate,
    cut_off: NaiveDate,
    last_supported: NaiveDate,
    kept_until: NaiveDate,
    size: i16,
}

impl Row {
    fn lead(&self) -> Result<Lead> {
        let from = Column("groups", "igangsetter_id");
        let whom: Option<StaffId> = self.igangsetter_id.clone().map(|bytes| id(bytes, from)).transpose()?;
        match (whom, self.asked_at, self.vacant_since) {
            (Some(whom), None, None) => Ok(Lead::By(whom)),
            (Some(whom), Some(at), Some(vacant_since)) => Ok(Lead::Asked {
                whom,
                at: at.and_utc(),
                vacant_since: vacant_since.and_utc(),
            }),
            (None, None, Some(since)) => Ok(Lead::Vacant { since: since.and_utc() }),
            _ => Err(from.corrupt()),
        }
    }
}

impl TryFrom<Row> for Group {
    type Error = Fault;

    fn try_from(row: Row) -> Result<Self> {
        let place: PlaceId = id(row.place_id.clone(), Column("groups", "place_id"))?;
        let time = weekly_time(row.weekday, row.starts_at, Column("groups", "starts_at"))?;
        Ok(Self {
            lead: row.lead()?,
            id: id(row.id, Column("groups", "id"))?,
            region: id(row.region_id, Column("groups", "region_id"))?,
            round: row
                .round_id
                .map(|bytes| id(bytes, Column("groups", "round_id")))
                .transpose()?,
            state: GroupState::from_code(&row.state).ok_or(Column("groups", "state").corrupt())?,
            cell: Cell { place, time },
            room: id(row.room_id, Column("groups", "room_id"))?,
            contact_point: id(row.contact_point_id, Column("groups", "contact_point_id"))?,
            place_name: row.place_name,
            letter_name: row.letter_name,
            directions: Directions {
                entrance: row.entrance,
                step_free: row.step_free,
                key_info: row.key_info,
                dial_in: row.dial_in,
            },
            room_name: row.room_name,
            calendar: Calendar {
                first_meeting: row.first_meeting,
                cut_off: row.cut_off,
                last_supported: row.last_supported,
                kept_until: row.kept_until,
            },
            size: count(row.size, Column("groups", "size"))?,
        })
    }
}
