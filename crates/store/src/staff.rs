//! Coordinators, course leaders and igangsettere. Their addresses are sealed like everybody's (promise C14).

use chrono::NaiveDate;
use diesel::prelude::*;
use model::{ContactPointId, Language, RegionId, Roles, StaffId};

use crate::{
    DbConn, Fault, Result,
    convert::{Column, id, language},
    journal,
    schema::staff,
    sign_in,
};

/// A member of staff, without the address.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Member {
    /// Their identity.
    pub id: StaffId,
    /// Their region.
    pub region: RegionId,
    /// The contact point that asked them in.
    pub contact_point: ContactPointId,
    /// The name they go by.
    pub name: String,
    /// What they may do.
    pub roles: Roles,
    /// The last day on which they are kept, unless they sign in again.
    pub kept_until: NaiveDate,
}

/// Adds a member of staff with a sealed address and its blind index.
///
/// # Errors
/// [`Fault::Driver`], also if the address is somebody else's already: look with [`find_by_address`] first.
pub fn insert(c: &mut DbConn, member: &Member, sealed_address: &[u8], address_index: &[u8]) -> Result<()> {
    diesel::insert_into(staff::table)
        .values((
            staff::id.eq(member.id.blob()),
            staff::region_id.eq(member.region.blob()),
            staff::contact_point_id.eq(member.contact_point.blob()),
            staff::name.eq(&member.name),
            staff::sealed_address.eq(sealed_address),
            staff::address_index.eq(address_index),
            staff::is_coordinator.eq(member.roles.coordinator),
            staff::is_leader.eq(member.roles.leader),
            staff::is_igangsetter.eq(member.roles.igangsetter),
            staff::language.eq(Language::default().tag()),
            staff::kept_until.eq(member.kept_until),
        ))
        .execute(c)?;
    Ok(())
}

/// Stores a member's name, roles, and how long they are kept.
///
/// # Errors
/// [`Fault::Missing`].
pub fn update(c: &mut DbConn, member: &Member) -> Result<()> {
    let changed = diesel::update(staff::table.find(member.id.blob()))
        .set((
            staff::name.eq(&member.name),
            staff::is_coordinator.eq(member.roles.coordinator),
            staff::is_leader.eq(member.roles.leader),
            staff::is_igangsetter.eq(member.roles.igangsetter),
            staff::kept_until.eq(member.kept_until),
        ))
        .execute(c)?;
    if changed == 0 {
        Err(Fault::Missing("staff"))
    } else {
        Ok(())
    }
}

/// Stores a member's new address, and signs them out everywhere.
///
/// # Errors
/// [`Fault::Driver`], also if the address is somebody else's already: look with [`find_by_address`] first.
pub fn set_address(c: &mut DbConn, member: StaffId, sealed_address: &[u8], address_index: &[u8]) -> Result<()> {
    sign_in::delete_of(c, member)?;
    diesel::update(staff::table.find(member.blob()))
        .set((
            staff::sealed_address.eq(sealed_address),
            staff::address_index.eq(address_index),
        ))
        .execute(c)?;
    Ok(())
}

/// The language of a member's letters: the one in which they last signed in.
///
/// # Errors
/// [`Fault::Missing`].
pub fn get_language(c: &mut DbConn, member: StaffId) -> Result<Language> {
    let tag: Option<String> = staff::table
        .find(member.blob())
        .select(staff::language)
        .first(c)
        .optional()?;
    language(&tag.ok_or(Fault::Missing("staff"))?, Column("staff", "language"))
}

/// Stores the language of a member's letters.
///
/// # Errors
/// [`Fault::Driver`].
pub fn set_language(c: &mut DbConn, member: StaffId, language: Language) -> Result<()> {
    diesel::update(staff::table.find(member.blob()))
        .set(staff::language.eq(language.tag()))
        .execute(c)?;
    Ok(())
}

/// Removes a member, with sessions, availability and letters.
///
/// # Errors
/// [`Fault::Driver`], also while a group names them as its igangsetter.
pub fn delete(c: &mut DbConn, member: StaffId) -> Result<()> {
    diesel::delete(staff::table.find(member.blob())).execute(c)?;
    journal::staff_erased(c, member)
}

/// The ids of all members whose time to be kept is over.
///
/// # Errors
/// [`Fault::Driver`].
pub fn list_expired(c: &mut DbConn, today: NaiveDate) -> Result<Vec<StaffId>> {
    let ids: Vec<Vec<u8>> = staff::table
        .filter(staff::kept_until.lt(today))
        .select(staff::id)
        .load(c)?;
    ids.into_iter().map(|bytes| id(bytes, Column("staff", "id"))).collect()
}

/// The member with this address, if there is one. An address has several indexes while keys are being renewed.
///
/// # Errors
/// [`Fault::Driver`].
pub fn find_by_address(c: &mut DbConn, address_indexes: &[impl AsRef<[u8]>]) -> Result<Option<Member>> {
    let indexes: Vec<&[u8]> = address_indexes.iter().map(AsRef::as_ref).collect();
    let row = staff::table
        .filter(staff::address_index.eq_any(indexes))
        .select(Row::as_select())
        .first(c);
    row.optional()?.map(Member::try_from).transpose()
}

/// A member, if they are there.
///
/// # Errors
/// [`Fault::Driver`].
pub fn find(c: &mut DbConn, member: StaffId) -> Result<Option<Member>> {
    let row = staff::table.find(member.blob()).select(Row::as_select()).first(c);
    row.optional()?.map(Member::try_from).transpose()
}

/// A member.
///
/// # Errors
/// [`Fault::Missing`].
pub fn get(c: &mut DbConn, member: StaffId) -> Result<Member> {
    find(c, member)?.ok_or(Fault::Missing("staff"))
}

/// The staff of a region, by name.
///
/// # Errors
/// [`Fault::Driver`].
pub fn list(c: &mut DbConn, region: RegionId) -> Result<Vec<Member>> {
    let rows = staff::table
        .filter(staff::region_id.eq(region.blob()))
        .select(Row::as_select())
        .load(c)?;
    let mut members = rows.into_iter().map(Member::try_from).collect::<Result<Vec<_>>>()?;
    members.sort_by(|a, b| a.name.cmp(&b.name));
    Ok(members)
}

/// The sealed address of a member.
///
/// # Errors
/// [`Fault::Missing`].
pub fn get_sealed_address(c: &mut DbConn, member: StaffId) -> Result<Vec<u8>> {
    let sealed = staff::table
        .find(member.blob())
        .select(staff::sealed_address)
        .first(c)
        .optional()?;
    sealed.ok_or(Fault::Missing("staff"))
}

#[derive(Queryable, Selectable)]
#[diesel(table_name = staff)]
pub(crate) struct Row {
    id: Vec<u8>,
    region_id: Vec<u8>,
    contact_point_id: Vec<u8>,
    name: String,
    is_coordinator: bool,
    is_leader: bool,
    is_igangsetter: bool,
    kept_until: NaiveDate,
}

impl TryFrom<Row> for Member {
    type Error = Fault;

    fn try_from(row: Row) -> Result<Self> {
        Ok(Self {
            id: id(row.id, Column("staff", "id"))?,
            region: id(row.region_id, Column("staff", "region_id"))?,
            contact_point: id(row.contact_point_id, Column("staff", "contact_point_id"))?,
            name: row.name,
            roles: Roles {
                coordinator: row.is_coordinator,
                leader: row.is_leader,
                igangsetter: row.is_igangsetter,
            },
            kept_until: row.kept_until,
        })
    }
}
