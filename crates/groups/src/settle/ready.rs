//! A group that will meet, until it has.

use chrono::{DateTime, Utc};
use model::{Chance, GroupState, SeatState, oslo_date};
use store::{
    DbConn,
    group::{self, Group},
    seat,
    tally::{self, Counted},
};

use crate::{fault::Result, fill::release, meetings::begins_at, post::Post, settle::count};

/// When its people first meet, the group has started.
pub(super) fn settle(tx: &mut DbConn, group: &mut Group, now: DateTime<Utc>) -> Result<()> {
    let has_met = begins_at(tx, group)?.is_some_and(|begins| begins <= now);
    if !has_met {
        return Ok(());
    }
    group.state = GroupState::Started;
    group::update(tx, group)?;
    let people = count(&seat::list(tx, group.id)?, SeatState::Accepted);
    let people = u16::try_from(people).unwrap_or(u16::MAX);
    Ok(tally::add(
        tx,
        group.region,
        oslo_date(now),
        (Counted::Started, people),
    )?)
}

/// There will be a first meeting: everybody is told. Nobody is added any more. A group that nobody leads for certain
/// waits for somebody; it is given up in time.
pub(super) fn make_ready(tx: &mut DbConn, chance: &Chance, group: &mut Group, now: DateTime<Utc>) -> Result<()> {
    if group.lead.certain().is_none() {
        return Ok(());
    }
    group.state = GroupState::Ready;
    group::update(tx, group)?;
    let post = Post { chance, group, now };
    release(tx, group.id)?;
    for seat in seat::list(tx, group.id)? {
        if seat.state == SeatState::Accepted {
            post.meeting_on(tx, seat.note)?;
        }
    }
    post.participants_ready(tx, post.meeting())
}
