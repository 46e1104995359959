//! Staff are asked in by a coordinator.

use model::{Chance, EmailAddress, LetterName, Roles, StaffId};
use store::{
    DbConn,
    staff::{self, Member},
};
use vault::{SealedAt, Vault};

use crate::{Fault, fault::Result};

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

/// Adds a member of staff to the coordinator's contact point.
///
/// # Errors
/// [`Fault::NotYours`] unless a coordinator asks; [`Fault::NoRole`]; [`Fault::AddressTaken`].
pub fn add_member(
    tx: &mut DbConn,
    (vault, chance): (&Vault, &Chance),
    by: &Member,
    new: &NewMember,
) -> Result<StaffId> {
    if !by.roles.coordinator {
        return Err(Fault::NotYours);
    }
    if !new.roles.any() {
        return Err(Fault::NoRole);
    }
    let member = Member {
        id: StaffId::random(chance),
        region: by.region,
        contact_point: by.contact_point,
        name: new.name.to_string(),
        roles: new.roles,
    };
    insert(tx, (vault, chance), &member, &new.email)?;
    Ok(member.id)
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
