//! The versions of the keys that addresses are sealed and found with, and that links are made with: a record without
//! persons (promise C4).
//!
//! Versions are numbered from 1. By their marks a database knows the keys that it belongs to.

use chrono::NaiveDate;
use diesel::prelude::*;

use crate::{
    DbConn, Result,
    convert::{Column, count},
    schema::key_versions,
};

/// One version of the keys.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct KeyVersion {
    /// Its number.
    pub version: u32,
    /// The mark of its keys, which tells nothing of them.
    pub mark: Vec<u8>,
    /// When it was made.
    pub made_on: NaiveDate,
    /// When the last address that was sealed with it was sealed anew.
    pub emptied_on: Option<NaiveDate>,
    /// When its keys of addresses were destroyed.
    pub destroyed_on: Option<NaiveDate>,
    /// When its key of links was destroyed.
    pub links_destroyed_on: Option<NaiveDate>,
}

/// All versions, newest first.
///
/// # Errors
/// [`crate::Fault::Driver`].
pub fn list(c: &mut DbConn) -> Result<Vec<KeyVersion>> {
    let rows: Vec<Row> = key_versions::table.order(key_versions::version.desc()).load(c)?;
    rows.into_iter().map(KeyVersion::try_from).collect()
}

/// The version that addresses are sealed with; `None` before the database has any.
///
/// # Errors
/// [`crate::Fault::Driver`].
pub fn find_newest(c: &mut DbConn) -> Result<Option<KeyVersion>> {
    let row: Option<Row> = key_versions::table
        .order(key_versions::version.desc())
        .first(c)
        .optional()?;
    row.map(KeyVersion::try_from).transpose()
}

/// How many versions have no address left and are not destroyed.
pub(crate) fn count_emptied(c: &mut DbConn) -> Result<usize> {
    let emptied: i64 = key_versions::table
        .filter(key_versions::emptied_on.is_not_null())
        .filter(key_versions::destroyed_on.is_null())
        .count()
        .get_result(c)?;
    count(emptied, VERSION)
}

/// Records that a version was made. One that is recorded already stays as it is.
///
/// # Errors
/// [`crate::Fault::Driver`].
pub fn insert(c: &mut DbConn, version: u32, mark: &[u8], made_on: NaiveDate) -> Result<()> {
    let version = number(version)?;
    let known: i64 = key_versions::table.find(version).count().get_result(c)?;
    if known == 0 {
        diesel::insert_into(key_versions::table)
            .values((
                key_versions::version.eq(version),
                key_versions::mark.eq(mark),
                key_versions::made_on.eq(made_on),
            ))
            .execute(c)?;
    }
    Ok(())
}

/// Records that no address is sealed with a version any more.
///
/// # Errors
/// [`crate::Fault::Driver`].
pub fn mark_emptied(c: &mut DbConn, version: u32, on: NaiveDate) -> Result<()> {
    diesel::update(key_versions::table.find(number(version)?))
        .set(key_versions::emptied_on.eq(on))
        .execute(c)?;
    Ok(())
}

/// The version that links are made with: the newest that was made before today, since by then every process has its
/// key; on the first day the first one. `None` before the database has any.
///
/// # Errors
/// [`crate::Fault::Driver`].
pub fn find_for_links(c: &mut DbConn, today: NaiveDate) -> Result<Option<u32>> {
    let versions = list(c)?;
    let settled = versions.iter().find(|one| one.made_on < today);
    Ok(settled.or(versions.last()).map(|one| one.version))
}

/// Records that the key of links of a version was destroyed.
///
/// # Errors
/// [`crate::Fault::Driver`].
pub fn mark_links_destroyed(c: &mut DbConn, version: u32, on: NaiveDate) -> Result<()> {
    diesel::update(key_versions::table.find(number(version)?))
        .set(key_versions::links_destroyed_on.eq(on))
        .execute(c)?;
    Ok(())
}

/// Records that the keys of addresses of a version were destroyed.
///
/// # Errors
/// [`crate::Fault::Driver`].
pub fn mark_destroyed(c: &mut DbConn, version: u32, on: NaiveDate) -> Result<()> {
    diesel::update(key_versions::table.find(number(version)?))
        .set(key_versions::destroyed_on.eq(on))
        .execute(c)?;
    Ok(())
}

const VERSION: Column = Column("key_versions", "version");

fn number(version: u32) -> Result<i32> {
    count(version, VERSION)
}

type Row = (
    i32,
    Vec<u8>,
    NaiveDate,
    Option<NaiveDate>,
    Option<NaiveDate>,
    Option<NaiveDate>,
);

impl TryFrom<Row> for KeyVersion {
    type Error = crate::Fault;

    fn try_from((version, mark, made_on, emptied_on, destroyed_on, links_destroyed_on): Row) -> Result<Self> {
        Ok(Self {
            version: count(version, VERSION)?,
            mark,
            made_on,
            emptied_on,
            destroyed_on,
            links_destroyed_on,
        })
    }
}
