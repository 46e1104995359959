//! Places where groups can meet.

use diesel::prelude::*;
use model::{ContactPointId, PlaceId, PlaceKind, RegionId};

use crate::{
    DbConn, Fault, Result,
    convert::{Column, id},
    schema::places,
};

/// How to find one's way; for pages only. Texts may be empty.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Directions {
    /// Which way in.
    pub entrance: String,
    /// Whether there is a way in without steps, if that is known.
    pub step_free: Option<bool>,
    /// Where the key is; for the igangsetter only.
    pub key_info: String,
    /// The number to call, or the address of the video meeting.
    pub dial_in: String,
}

/// Where groups can meet.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Place {
    /// Its identity.
    pub id: PlaceId,
    /// Its region.
    pub region: RegionId,
    /// The contact point that keeps it.
    pub contact_point: ContactPointId,
    /// A house, the telephone, or a video meeting.
    pub kind: PlaceKind,
    /// What staff and the interest note call it.
    pub name: String,
    /// The street address; empty where there is none.
    pub address: String,
    /// What letters call it.
    pub letter_name: String,
    /// How to find it.
    pub directions: Directions,
    /// Whether notes can wish for it, and groups be proposed at it.
    pub offered: bool,
}

/// Adds a place.
///
/// # Errors
/// [`Fault::Driver`].
pub fn insert(c: &mut DbConn, place: &Place) -> Result<()> {
    diesel::insert_into(places::table)
        .values((
            places::id.eq(place.id.blob()),
            places::region_id.eq(place.region.blob()),
            places::contact_point_id.eq(place.contact_point.blob()),
            Changing::of(place),
        ))
        .execute(c)?;
    Ok(())
}

/// Stores what is said of a place now. Groups have copies of their own, and don't change.
///
/// # Errors
/// [`Fault::Missing`].
pub fn update(c: &mut DbConn, place: &Place) -> Result<()> {
    let changed = diesel::update(places::table.find(place.id.blob()))
        .set(Changing::of(place))
        .execute(c)?;
    if changed == 0 {
        Err(Fault::Missing("places"))
    } else {
        Ok(())
    }
}

/// A place of the region, if it is there.
///
/// # Errors
/// [`Fault::Driver`].
pub fn find(c: &mut DbConn, region: RegionId, place: PlaceId) -> Result<Option<Place>> {
    let row = places::table
        .find(place.blob())
        .filter(places::region_id.eq(region.blob()))
        .select(Row::as_select())
        .first(c);
    row.optional()?.map(Place::try_from).transpose()
}

/// The places of a region, by name; those that are no longer offered are among them.
///
/// # Errors
/// [`Fault::Driver`].
pub fn list(c: &mut DbConn, region: RegionId) -> Result<Vec<Place>> {
    let rows = places::table
        .filter(places::region_id.eq(region.blob()))
        .select(Row::as_select())
        .load(c)?;
    let mut list = rows.into_iter().map(Place::try_from).collect::<Result<Vec<_>>>()?;
    list.sort_by(|a, b| (&a.name, a.id).cmp(&(&b.name, b.id)));
    Ok(list)
}

/// What can be edited.
#[derive(Insertable, AsChangeset)]
#[diesel(table_name = places, treat_none_as_null = true)]
struct Changing<'a> {
    kind: &'static str,
    name: &'a str,
    address: &'a str,
    letter_name: &'a str,
    entrance: &'a str,
    step_free: Option<bool>,
    key_info: &'a str,
    dial_in: &'a str,
    offered: bool,
}

impl<'a> Changing<'a> {
    fn of(place: &'a Place) -> Self {
        Self {
            kind: place.kind.code(),
            name: &place.name,
            address: &place.address,
            letter_name: &place.letter_name,
            entrance: &place.directions.entrance,
            step_free: place.directions.step_free,
            key_info: &place.directions.key_info,
            dial_in: &place.directions.dial_in,
            offered: place.offered,
        }
    }
}

#[derive(Queryable, Selectable)]
#[diesel(table_name = places)]
struct Row {
    id: Vec<u8>,
    region_id: Vec<u8>,
    contact_point_id: Vec<u8>,
    kind: String,
    name: String,
    address: String,
    letter_name: String,
    entrance: String,
    step_free: Option<bool>,
    key_info: String,
    dial_in: String,
    offered: bool,
}

impl TryFrom<Row> for Place {
    type Error = Fault;

    fn try_from(row: Row) -> Result<Self> {
        Ok(Self {
            id: id(row.id, Column("places", "id"))?,
            region: id(row.region_id, Column("places", "region_id"))?,
            contact_point: id(row.contact_point_id, Column("places", "contact_point_id"))?,
            kind: PlaceKind::from_code(&row.kind).ok_or(Column("places", "kind").corrupt())?,
            name: row.name,
            address: row.address,
            letter_name: row.letter_name,
            directions: Directions {
                entrance: row.entrance,
                step_free: row.step_free,
                key_info: row.key_info,
                dial_in: row.dial_in,
            },
            offered: row.offered,
        })
    }
}
