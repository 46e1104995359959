//! Regions: contact points that pool their notes.

use chrono::NaiveDate;
use diesel::prelude::*;
use model::RegionId;

use crate::{
    DbConn, Result,
    convert::{Column, id},
    schema::{contact_points, regions, staff},
};

/// Adds a region that is not in use yet.
///
/// # Errors
/// [`crate::Fault::Driver`].
pub fn insert(c: &mut DbConn, region: RegionId, name: &str) -> Result<()> {
    diesel::insert_into(regions::table)
        .values((
            regions::id.eq(region.blob()),
            regions::name.eq(name),
            regions::in_use.eq(false),
            regions::tasks_told.eq(0),
        ))
        .execute(c)?;
    Ok(())
}

/// True if there is any region.
///
/// # Errors
/// [`crate::Fault::Driver`].
pub fn any(c: &mut DbConn) -> Result<bool> {
    let count: i64 = regions::table.count().get_result(c)?;
    Ok(count > 0)
}

/// True if there is a region whose staff have signed in: then the product has been set up.
///
/// # Errors
/// [`crate::Fault::Driver`].
pub fn any_in_use(c: &mut DbConn) -> Result<bool> {
    let count: i64 = regions::table.filter(regions::in_use).count().get_result(c)?;
    Ok(count > 0)
}

/// Records that somebody of a region has signed in.
///
/// # Errors
/// [`crate::Fault::Driver`].
pub fn mark_in_use(c: &mut DbConn, region: RegionId) -> Result<()> {
    diesel::update(regions::table.find(region.blob()))
        .set(regions::in_use.eq(true))
        .execute(c)?;
    Ok(())
}

/// Deletes the regions that are not in use, with their contact points and staff.
///
/// # Errors
/// [`crate::Fault::Driver`], also if there is more in one than its first coordinator.
pub fn delete_unused(c: &mut DbConn) -> Result<()> {
    let unused = || regions::table.filter(regions::in_use.eq(false)).select(regions::id);
    let points = contact_points::region_id.eq_any(unused());
    let members: Vec<Vec<u8>> = staff::table
        .filter(staff::region_id.eq_any(unused()))
        .select(staff::id)
        .load(c)?;
    for bytes in members {
        crate::staff::delete(c, id(bytes, Column("staff", "id"))?)?;
    }
    diesel::delete(contact_points::table.filter(points)).execute(c)?;
    diesel::delete(regions::table.filter(regions::in_use.eq(false))).execute(c)?;
    Ok(())
}

/// The ids of all regions.
///
/// # Errors
/// [`crate::Fault::Driver`].
pub fn list(c: &mut DbConn) -> Result<Vec<RegionId>> {
    let ids: Vec<Vec<u8>> = regions::table.select(regions::id).load(c)?;
    ids.into_iter()
        .map(|bytes| id(bytes, Column("regions", "id")))
        .collect()
}

/// A fingerprint of the tasks that a region's coordinators have last been written of, nought for none, and on which day.
///
/// # Errors
/// [`crate::Fault::Driver`].
pub fn tasks_told(c: &mut DbConn, region: RegionId) -> Result<(i32, Option<NaiveDate>)> {
    let told = (regions::tasks_told, regions::tasks_told_on);
    Ok(regions::table.find(region.blob()).select(told).first(c)?)
}

/// Remembers of which tasks they have been written.
///
/// # Errors
/// [`crate::Fault::Driver`].
pub fn mark_tasks_told(c: &mut DbConn, region: RegionId, tasks: i32, on: NaiveDate) -> Result<()> {
    diesel::update(regions::table.find(region.blob()))
        .set((regions::tasks_told.eq(tasks), regions::tasks_told_on.eq(on)))
        .execute(c)?;
    Ok(())
}
