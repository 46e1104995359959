//! Regions and their contact points.

use diesel::prelude::*;
use model::{ContactPointId, RegionId};

use crate::{
    DbConn, Fault, Result,
    convert::{Column, id},
    schema::{contact_points, regions, staff},
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

/// Adds a region that is not in use yet.
///
/// # Errors
/// [`Fault::Driver`].
pub fn insert(c: &mut DbConn, region: RegionId, name: &str) -> Result<()> {
    diesel::insert_into(regions::table)
        .values((
            regions::id.eq(region.blob()),
            regions::name.eq(name),
            regions::in_use.eq(false),
        ))
        .execute(c)?;
    Ok(())
}

/// True if there is any region.
///
/// # Errors
/// [`Fault::Driver`].
pub fn any(c: &mut DbConn) -> Result<bool> {
    let count: i64 = regions::table.count().get_result(c)?;
    Ok(count > 0)
}

/// True if there is a region whose staff have signed in: then the product has been set up.
///
/// # Errors
/// [`Fault::Driver`].
pub fn any_in_use(c: &mut DbConn) -> Result<bool> {
    let count: i64 = regions::table.filter(regions::in_use).count().get_result(c)?;
    Ok(count > 0)
}

/// Records that somebody of a region has signed in.
///
/// # Errors
/// [`Fault::Driver`].
pub fn mark_in_use(c: &mut DbConn, region: RegionId) -> Result<()> {
    diesel::update(regions::table.find(region.blob()))
        .set(regions::in_use.eq(true))
        .execute(c)?;
    Ok(())
}

/// Deletes the regions that are not in use, with their contact points and staff.
///
/// # Errors
/// [`Fault::Driver`], also if there is more in one than its first coordinator.
pub fn delete_unused(c: &mut DbConn) -> Result<()> {
    let unused = || regions::table.filter(regions::in_use.eq(false)).select(regions::id);
    let points = contact_points::region_id.eq_any(unused());
    diesel::delete(staff::table.filter(staff::region_id.eq_any(unused()))).execute(c)?;
    diesel::delete(contact_points::table.filter(points)).execute(c)?;
    diesel::delete(regions::table.filter(regions::in_use.eq(false))).execute(c)?;
    Ok(())
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
