//! The first set-up: a region, a contact point, and its first coordinator, by a one-time link on the console.

use chrono::{DateTime, TimeDelta, Utc};
use model::{
    Chance, ContactPointId, EmailAddress, LetterName, Name, RegionId, Roles, SUPPORTED_MEETINGS, SetUpId, StaffId,
};
use store::{
    DbConn,
    contact_point::{self, ContactPoint},
    region, sign_in,
    staff::Member,
};
use vault::Vault;

use crate::{
    Fault,
    fault::Result,
    people::{insert, kept_until},
    point::free_slug,
};

/// How long the set-up link works.
pub const SET_UP_LASTS: TimeDelta = TimeDelta::minutes(30);

/// What the first coordinator types in.
#[derive(Clone, Debug)]
pub struct FirstSetUp {
    /// What the region is called.
    pub region: Name,
    /// What the contact point is called.
    pub contact_point: LetterName,
    /// The name that the coordinator goes by.
    pub name: LetterName,
    /// Where sign-in codes go.
    pub email: EmailAddress,
}

/// Makes a new one-time link, and ends an older one; `None` once somebody has signed in. Until then the address may
/// have been mistyped, and its owner locked out.
///
/// # Errors
/// [`Fault::Store`].
pub fn offer_set_up(tx: &mut DbConn, chance: &Chance, now: DateTime<Utc>) -> Result<Option<SetUpId>> {
    if region::any_in_use(tx)? {
        return Ok(None);
    }
    let id = SetUpId::random(chance);
    sign_in::replace_set_up(tx, id, now + SET_UP_LASTS)?;
    Ok(Some(id))
}

/// True if the link can be used.
///
/// # Errors
/// [`Fault::Store`].
pub fn is_set_up_open(tx: &mut DbConn, id: SetUpId, now: DateTime<Utc>) -> Result<bool> {
    Ok(sign_in::is_set_up_open(tx, id, now)?)
}

/// Uses the link: makes the region, the contact point and a coordinator who can also lead courses. What an earlier link
/// has made, and nobody has signed in to, is replaced.
///
/// # Errors
/// [`Fault::LinkUsed`]; then nothing has been made.
pub fn set_up(
    tx: &mut DbConn,
    (vault, chance): (&Vault, &Chance),
    id: SetUpId,
    first: &FirstSetUp,
    now: DateTime<Utc>,
) -> Result<StaffId> {
    if region::any_in_use(tx)? || !sign_in::is_set_up_open(tx, id, now)? {
        return Err(Fault::LinkUsed);
    }
    sign_in::use_set_up(tx, id)?;
    region::delete_unused(tx)?;
    let (region, contact_point) = (RegionId::random(chance), ContactPointId::random(chance));
    region::insert(tx, region, first.region.as_str())?;
    let point = ContactPoint {
        id: contact_point,
        region,
        name: first.contact_point.to_string(),
        slug: free_slug(tx, first.contact_point.as_str())?,
        controller: None,
        supported_meetings: SUPPORTED_MEETINGS,
        closing_lines: None,
    };
    contact_point::insert(tx, &point)?;
    let member = Member {
        id: StaffId::random(chance),
        region,
        contact_point,
        name: first.name.to_string(),
        roles: Roles {
            coordinator: true,
            leader: true,
            igangsetter: false,
        },
        kept_until: kept_until(now),
    };
    insert(tx, (vault, chance), &member, &first.email)?;
    Ok(member.id)
}
