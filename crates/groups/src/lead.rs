//! The igangsetter who was asked says yes or no.

use chrono::{DateTime, Utc};
use model::{Chance, GroupId, GroupState};
use store::{DbConn, group, staff::Member};

use crate::{Fault, fault::Result, invite::invite, settle, settle::dissolve};

/// A yes sends the invitations; a no dissolves the group, and its notes never left the line.
/// Where the question is no longer open, nothing changes: a second press of the button is no fault.
///
/// # Errors
/// [`Fault::NotYours`] (promise S12).
pub fn answer_lead(
    tx: &mut DbConn,
    chance: &Chance,
    by: &Member,
    (group, yes): (GroupId, bool),
    now: DateTime<Utc>,
) -> Result<()> {
    group::hold(tx, group)?;
    group::find(tx, group)?
        .filter(|group| group.igangsetter == by.id)
        .ok_or(Fault::NotYours)?;
    // The time for an answer may be over, and the schedule not have come by.
    settle(tx, chance, group, now)?;
    let mut group = group::get(tx, group)?;
    match (group.state, yes) {
        (GroupState::Proposed, _) => Err(Fault::NotYours),
        (GroupState::Asked, true) => invite(tx, chance, &mut group, now),
        (GroupState::Asked, false) => dissolve(tx, chance, &mut group, now),
        (GroupState::Inviting | GroupState::Ready | GroupState::Dissolved, _) => Ok(()),
    }
}
