//! Staff are asked in by a coordinator of their contact point, who can also change their roles and let them go.

use chrono::{DateTime, Months, NaiveDate, TimeDelta, Utc};
use model::{Chance, EmailAddress, Letter, LetterId, LetterName, Roles, Slug, StaffId, oslo_date};
use store::{
    DbConn,
    contact_point::{self, ContactPoint},
    outbox, sign_in,
    staff::{self, Member},
};
use vault::{SealedAt, Vault};

use crate::{Fault, fault::Result, leaving::leave_groups};

/// How long staff are kept after they last signed in (promise C6).
const KEPT_FOR: Months = Months::new(12);

/// After that a letter that says how to sign in is no news.
const WELCOME_LASTS: TimeDelta = TimeDelta::days(14);

/// A member of staff as typed in.
#[derive(Clone, Debug)]
pub struct NewMember {
    /// The name they go by. Participants see that of their igangsetter.
    pub name: LetterName,
    /// Where sign-in codes and letters go.
    pub email: EmailAddress,
    /// What they may do.
    pub roles: Roles,
}

/// Adds a member of staff to the coordinator's contact point, and owes them a letter that says so.
///
/// # Errors
/// [`Fault::NotYours`] unless a coordinator asks; [`Fault::NoRole`]; [`Fault::AddressTaken`].
pub fn add_member(
    tx: &mut DbConn,
    tools: (&Vault, &Chance),
    by: &Member,
    new: &NewMember,
    now: DateTime<Utc>,
) -> Result<StaffId> {
    if !by.roles.coordinator {
        return Err(Fault::NotYours);
    }
    let point = contact_point::get(tx, by.contact_point)?;
    invited(tx, tools, &point, new, now)
}

/// Adds a member of staff to the contact point whose sign-up page has this name, as the operator does.
///
/// # Errors
/// [`Fault::NoSuchContactPoint`]; [`Fault::NoRole`]; [`Fault::AddressTaken`].
pub fn invite(
    tx: &mut DbConn,
    tools: (&Vault, &Chance),
    to: &Slug,
    new: &NewMember,
    now: DateTime<Utc>,
) -> Result<StaffId> {
    let point = contact_point::find_by_slug(tx, to)?.ok_or(Fault::NoSuchContactPoint)?;
    invited(tx, tools, &point, new, now)
}

pub(crate) fn invited(
    tx: &mut DbConn,
    tools: (&Vault, &Chance),
    point: &ContactPoint,
    new: &NewMember,
    now: DateTime<Utc>,
) -> Result<StaffId> {
    if !new.roles.any() {
        return Err(Fault::NoRole);
    }
    let member = Member {
        id: StaffId::random(tools.1),
        region: point.region,
        contact_point: point.id,
        name: new.name.to_string(),
        roles: new.roles,
        kept_until: kept_until(now),
    };
    insert(tx, tools, &member, &new.email)?;
    welcome(tx, tools.1, member.id, now)?;
    Ok(member.id)
}

/// A member of staff of the coordinator's contact point.
///
/// # Errors
/// [`Fault::NotYours`] (promise S12).
pub fn get_member(tx: &mut DbConn, by: &Member, id: StaffId) -> Result<Member> {
    staff::find(tx, id)?
        .filter(|member| by.roles.coordinator && member.contact_point == by.contact_point)
        .ok_or(Fault::NotYours)
}

/// Stores a member's name and roles. Whoever is to start groups no longer must have stepped back from theirs.
///
/// # Errors
/// [`Fault::NotYours`]; [`Fault::NoRole`]; [`Fault::LastCoordinator`]; [`Fault::Leads`].
pub fn edit_member(
    tx: &mut DbConn,
    by: &Member,
    id: StaffId,
    (name, roles): (&LetterName, Roles),
    now: DateTime<Utc>,
) -> Result<()> {
    let mut member = get_member(tx, by, id)?;
    if !roles.any() {
        return Err(Fault::NoRole);
    }
    if member.roles.coordinator && !roles.coordinator && is_last_coordinator(tx, &member)? {
        return Err(Fault::LastCoordinator);
    }
    if member.roles.igangsetter && !roles.igangsetter {
        leave_groups(tx, &member, now)?;
    }
    member.name = name.to_string();
    member.roles = roles;
    Ok(staff::update(tx, &member)?)
}

/// Gives a member another address, signs them out everywhere, and owes them the letter of a new member: the first one
/// may have gone astray.
///
/// # Errors
/// [`Fault::NotYours`]; [`Fault::AddressTaken`].
pub fn change_address(
    tx: &mut DbConn,
    (vault, chance): (&Vault, &Chance),
    by: &Member,
    (id, email): (StaffId, &EmailAddress),
    now: DateTime<Utc>,
) -> Result<()> {
    let member = get_member(tx, by, id)?;
    let sealed = vault.seal(email, SealedAt::staff(member.id), chance)?;
    let indexes = vault.indexes(email);
    if staff::find_by_address(tx, &indexes.all())?.is_some_and(|other| other.id != id) {
        return Err(Fault::AddressTaken);
    }
    staff::set_address(tx, member.id, sealed.as_bytes(), indexes.newest.as_bytes())?;
    welcome(tx, chance, member.id, now)
}

/// Ends all sessions of a member, and the codes that were asked for (promise S4). Everybody can do so for themselves.
///
/// # Errors
/// [`Fault::NotYours`].
pub fn sign_out_everywhere(tx: &mut DbConn, by: &Member, id: StaffId) -> Result<()> {
    if by.id != id {
        get_member(tx, by, id)?;
    }
    Ok(sign_in::delete_of(tx, id)?)
}

/// The last day on which somebody is kept who signs in now.
pub(crate) fn kept_until(now: DateTime<Utc>) -> NaiveDate {
    oslo_date(now) + KEPT_FOR
}

/// Whether a contact point would be left without a coordinator.
pub(crate) fn is_last_coordinator(tx: &mut DbConn, member: &Member) -> Result<bool> {
    let is_other = |other: &Member| {
        other.id != member.id && other.contact_point == member.contact_point && other.roles.coordinator
    };
    Ok(member.roles.coordinator && !staff::list(tx, member.region)?.iter().any(is_other))
}

pub(crate) fn insert(
    tx: &mut DbConn,
    (vault, chance): (&Vault, &Chance),
    member: &Member,
    email: &EmailAddress,
) -> Result<()> {
    let sealed = vault.seal(email, SealedAt::staff(member.id), chance)?;
    let indexes = vault.indexes(email);
    if staff::find_by_address(tx, &indexes.all())?.is_some() {
        return Err(Fault::AddressTaken);
    }
    Ok(staff::insert(tx, member, sealed.as_bytes(), indexes.newest.as_bytes())?)
}

fn welcome(tx: &mut DbConn, chance: &Chance, member: StaffId, now: DateTime<Utc>) -> Result<()> {
    let letter = Letter::Welcome { staff: member };
    Ok(outbox::push(
        tx,
        LetterId::random(chance),
        &letter,
        now,
        now + WELCOME_LASTS,
    )?)
}
