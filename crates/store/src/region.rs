//! Regions and their contact points.

use diesel::prelude::*;
use model::{ContactPointId, RegionId};

use crate::{
    DbConn, Fault, Result,
    convert::{Column, id},
    schema::{contact_points, regions},
};

/// An organisation in a region.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ContactPoint {
    /// Its identity.
    pub id: ContactPointId,
    /// The region with which it pools its notes.
    pub region: RegionId,
    /// What it is called.
    pub name: String,
}

/// Adds a region.
///
/// # Errors
/// [`Fault::Driver`].
pub fn insert(c: &mut DbConn, region: RegionId, name: &str) -> Result<()> {
    diesel::insert_into(regions::table)
        .values((regions::id.eq(region.blob()), regions::name.eq(name)))
        .execute(c)?;
    Ok(())
}

/// True if there is any region: then the product has been set up.
///
/// # Errors
/// [`Fault::Driver`].
pub fn any(c: &mut DbConn) -> Result<bool> {
    let count: i64 = regions::table.count().get_result(c)?;
    Ok(count > 0)
}

/// Adds a contact point.
///
/// # Errors
/// [`Fault::Driver`].
pub fn insert_contact_point(c: &mut DbConn, point: &ContactPoint) -> Result<()> {
    diesel::insert_into(contact_points::table)
        .values((
            contact_points::id.eq(point.id.blob()),
            contact_points::region_id.eq(point.region.blob()),
            contact_points::name.eq(&point.name),
        ))
        .execute(c)?;
    Ok(())
}

/// A contact point.
///
/// # Errors
/// [`Fault::Missing`].
pub fn get_contact_point(c: &mut DbConn, point: ContactPointId) -> Result<ContactPoint> {
    let row = contact_points::table.find(point.blob()).first::<Row>(c).optional()?;
    read(row.ok_or(Fault::Missing("contact_points"))?)
}

/// The contact points of a region, by name.
///
/// # Errors
/// [`Fault::Driver`].
pub fn list_contact_points(c: &mut DbConn, region: RegionId) -> Result<Vec<ContactPoint>> {
    let rows: Vec<Row> = contact_points::table
        .filter(contact_points::region_id.eq(region.blob()))
        .load(c)?;
    let mut points = rows.into_iter().map(read).collect::<Result<Vec<_>>>()?;
    points.sort_by(|a, b| a.name.cmp(&b.name));
    Ok(points)
}

type Row = (Vec<u8>, Vec<u8>, String);

fn read((point, region, name): Row) -> Result<ContactPoint> {
    Ok(ContactPoint {
        id: id(point, Column("contact_points", "id"))?,
        region: id(region, Column("contact_points", "region_id"))?,
        name,
    })
}
