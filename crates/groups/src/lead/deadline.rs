//! Until when somebody has to be found who starts a group.

use chrono::{DateTime, Utc};
use model::{GroupState, Lead, NOBODY_BEFORE, VACANT_FOR, end_of};
use store::{DbConn, group::Group};

use crate::{fault::Result, meetings::begins_at};

/// True if somebody is asked whom the group was given when it was approved or planned: nobody has refused it yet.
pub(crate) fn asks_first_time(lead: Lead) -> bool {
    matches!(lead, Lead::Asked { at, vacant_since, .. } if at == vacant_since)
}

/// When a group is given up unless somebody leads it for certain; `None` if somebody does, or it has started.
///
/// Before anybody was invited a coordinator has 48 hours to find somebody; they begin when the first question has ended,
/// and settling ends it before it asks for this. A group that people know of is given up at its cut-off; one that loses
/// its igangsetter after that, a day before it first meets.
pub(crate) fn deadline(group: &Group, begins: Option<DateTime<Utc>>) -> Option<DateTime<Utc>> {
    let since = group.lead.vacant_since()?;
    let cut_off = end_of(group.calendar.cut_off);
    match group.state {
        GroupState::Asked => Some(cut_off.min(since + VACANT_FOR)),
        GroupState::Open | GroupState::Inviting | GroupState::Ready if since < cut_off => Some(cut_off),
        GroupState::Open | GroupState::Inviting | GroupState::Ready => begins.map(|begins| begins - NOBODY_BEFORE),
        GroupState::Proposed | GroupState::Started | GroupState::Dissolved => None,
    }
}

/// True if nobody was found in time.
pub(crate) fn is_given_up(tx: &mut DbConn, group: &Group, now: DateTime<Utc>) -> Result<bool> {
    let begins = begins_at(tx, group)?;
    Ok(deadline(group, begins).is_some_and(|moment| moment <= now))
}
