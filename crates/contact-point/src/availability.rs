//! When and where igangsettere can start groups.

use model::{DaysOff, StaffId};
use store::{
    DbConn,
    availability::{self, Availability},
    staff::{self, Member},
};

use crate::{Fault, fault::Result, region_cells};

/// An igangsetter and their availability, if they have told it.
///
/// # Errors
/// [`Fault::NotYours`] unless the igangsetter or a coordinator of the region asks.
pub fn find_availability(tx: &mut DbConn, by: &Member, of: StaffId) -> Result<(Member, Option<Availability>)> {
    let igangsetter = staff::find(tx, of)?.ok_or(Fault::NotYours)?;
    let may_see = by.id == of || (by.roles.coordinator && by.region == igangsetter.region);
    if !may_see || !igangsetter.roles.igangsetter {
        return Err(Fault::NotYours);
    }
    let found = availability::list(tx, igangsetter.region)?
        .into_iter()
        .find(|one| one.staff == of);
    Ok((igangsetter, found))
}

/// Stores what an igangsetter can take; a place and time that is named twice counts once. Days on which they are away
/// are those of `new`, and what is not offered at the moment is kept for when it is again. Groups that are under way stay as they are.
///
/// # Errors
/// [`Fault::NotYours`] as in [`find_availability`], and for a place and time that no room of the region offers.
pub fn set_availability(tx: &mut DbConn, by: &Member, new: &Availability) -> Result<()> {
    let (igangsetter, told) = find_availability(tx, by, new.staff)?;
    let offered = region_cells(tx, igangsetter.region)?;
    if !new.cells.iter().all(|cell| offered.contains(cell)) {
        return Err(Fault::NotYours);
    }
    let mut once = new.clone();
    once.cells.clone_from(&offered);
    once.cells.retain(|cell| new.cells.contains(cell));
    let told = told.map_or_else(Vec::new, |told| told.cells);
    once.cells
        .extend(told.into_iter().filter(|cell| !offered.contains(cell)));
    Ok(availability::put(tx, &once)?)
}

/// Notes days on which an igangsetter is away, once they have told when and where they can.
///
/// # Errors
/// [`Fault::NotYours`] as in [`find_availability`], and before they have told anything.
pub fn add_away(tx: &mut DbConn, by: &Member, of: StaffId, span: DaysOff) -> Result<()> {
    change_away(tx, by, of, |away| {
        if !away.contains(&span) {
            away.push(span);
        }
    })
}

/// Notes that an igangsetter is not away then after all. Done twice, it changes nothing more.
///
/// # Errors
/// As [`add_away`].
pub fn drop_away(tx: &mut DbConn, by: &Member, of: StaffId, span: DaysOff) -> Result<()> {
    change_away(tx, by, of, |away| away.retain(|other| *other != span))
}

fn change_away(tx: &mut DbConn, by: &Member, of: StaffId, change: impl FnOnce(&mut Vec<DaysOff>)) -> Result<()> {
    let (_, told) = find_availability(tx, by, of)?;
    let mut told = told.ok_or(Fault::NotYours)?;
    change(&mut told.away);
    Ok(availability::put(tx, &told)?)
}
