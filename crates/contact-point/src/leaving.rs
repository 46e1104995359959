//! How members of staff are let go: by a coordinator, or since they have not signed in for a year (promise C6).

use chrono::{DateTime, Utc};
use model::{GroupState, Lead, StaffId, oslo_date};
use store::{
    Db, DbConn, each, group, round,
    staff::{self, Member},
};

use crate::{Fault, fault::Result, get_member, people::is_last_coordinator};

/// Removes a member of staff, with sessions and letters. Groups that are under way must have been stepped back from.
///
/// # Errors
/// [`Fault::NotYours`]; [`Fault::LastCoordinator`]; [`Fault::Leads`].
pub fn remove_member(tx: &mut DbConn, by: &Member, id: StaffId, now: DateTime<Utc>) -> Result<()> {
    let member = get_member(tx, by, id)?;
    if is_last_coordinator(tx, &member)? {
        return Err(Fault::LastCoordinator);
    }
    leave_groups(tx, &member, now)?;
    Ok(staff::delete(tx, id)?)
}

/// Removes all who have not signed in for twelve months. Two are kept: whoever starts a group, until it is forgotten,
/// and the last coordinator of a contact point, since nobody else could let anybody in. Returns how many were removed.
/// One that can't be removed keeps no other.
///
/// # Errors
/// The first fault, once all have been tried.
pub fn expire_staff(db: &Db, now: DateTime<Utc>) -> Result<usize> {
    let today = oslo_date(now);
    let expired = db.read_now(|tx| staff::list_expired(tx, today))?;
    let removed = each(expired, |id| {
        db.write_now(|tx| match staff::find(tx, id)? {
            // They may have signed in since.
            Some(member) if member.kept_until < today => expire(tx, &member, now),
            _ => Ok(false),
        })
    })?;
    Ok(removed.into_iter().filter(|is_removed| *is_removed).count())
}

/// Removes a member who had been removed before the database was put back from a backup (promise R8): also the last
/// coordinator that there is in it. Groups that are under way must have been stepped back from.
///
/// # Errors
/// [`Fault::Leads`].
pub fn remove_again(tx: &mut DbConn, member: &Member, now: DateTime<Utc>) -> Result<()> {
    leave_groups(tx, member, now)?;
    Ok(staff::delete(tx, member.id)?)
}

fn expire(tx: &mut DbConn, member: &Member, now: DateTime<Utc>) -> Result<bool> {
    if is_last_coordinator(tx, member)? {
        return Ok(false);
    }
    match leave_groups(tx, member, now) {
        Ok(()) => {
            staff::delete(tx, member.id)?;
            Ok(true)
        }
        Err(Fault::Leads) => Ok(false),
        Err(fault) => Err(fault),
    }
}

/// Takes somebody out of the groups that nobody counts on: those of an open draft go, and those that were dissolved
/// are remembered without them.
///
/// # Errors
/// [`Fault::Leads`] if there is another.
pub(crate) fn leave_groups(tx: &mut DbConn, member: &Member, now: DateTime<Utc>) -> Result<()> {
    let led = group::list_of_igangsetter(tx, member.id)?;
    if led.iter().any(|group| group.state != GroupState::Dissolved) {
        return Err(Fault::Leads);
    }
    for mut dissolved in led {
        dissolved.lead = Lead::Vacant { since: now };
        group::update(tx, &dissolved)?;
    }
    let Some(open) = round::find_open(tx, member.region)? else {
        return Ok(());
    };
    for proposed in group::list_proposed(tx, open.id)? {
        if proposed.lead.whom() == Some(member.id) {
            group::delete(tx, proposed.id)?;
        }
    }
    Ok(())
}
