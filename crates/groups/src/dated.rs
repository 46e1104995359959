//! The dates that a draft shows: those that approving it today would give.

use chrono::NaiveDate;
use model::{Calendar, GroupState};
use store::{DbConn, contact_point, group::Group};

use crate::{Draft, fault::Result, offer::Offer};

/// Gives the groups of a draft the dates that approving them today would give. One that has none any more keeps those of
/// the draft: approval drops it, and tells why.
///
/// # Errors
/// [`crate::Fault::Store`].
pub fn dated(tx: &mut DbConn, mut draft: Draft, today: NaiveDate) -> Result<Draft> {
    let offer = Offer::read(tx, draft.round.region, today)?;
    for proposed in &mut draft.groups {
        let group = &mut proposed.group;
        if group.state == GroupState::Proposed
            && let Some(date) = date(&offer, group)
        {
            let supported = contact_point::get(tx, group.contact_point)?.supported_meetings;
            group.calendar = Calendar::meeting_on(date, supported);
        }
    }
    Ok(draft)
}

fn date(offer: &Offer, group: &Group) -> Option<NaiveDate> {
    let mut able = offer.igangsettere().iter();
    let led_by = able.find(|one| group.lead.whom() == Some(one.staff))?;
    let mut free = offer.free_rooms(group.cell).into_iter();
    let room = free.find(|room| room.id == group.room)?;
    offer.date(group.cell, room, led_by)
}
