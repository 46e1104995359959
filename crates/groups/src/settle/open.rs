//! A planned group that takes whoever confirms with its date ticked.

use chrono::{DateTime, Utc};
use model::{ANSWER_DAYS, Chance, GroupState, LAST_OFFER, MIN_SIZE, SeatState, end_of, oslo_date};
use store::{
    DbConn, collection,
    group::{self, Group},
    seat,
};

use crate::{
    dissolve::dissolve,
    fault::Result,
    post::Post,
    settle::{count, inviting, ready::make_ready},
};

/// Once its collection has closed, the group waits for those who have yet to confirm. Then it is ready with five, or
/// filled from the pool; with fewer than five it is filled, at the latest, while there is time left for an answer. The
/// cut-off decides in any case.
pub(super) fn settle(tx: &mut DbConn, chance: &Chance, group: &mut Group, now: DateTime<Utc>) -> Result<()> {
    let has_five = count(&seat::list(tx, group.id)?, SeatState::Accepted) >= MIN_SIZE;
    let today = oslo_date(now);
    if today > group.calendar.cut_off {
        let has_met = Post { chance, group, now }.meeting() <= now;
        return if has_five && !has_met {
            make_ready(tx, chance, group, now)
        } else {
            dissolve(tx, chance, group, now)
        };
    }
    let planned_at = collection::find_by_planned(tx, group.id)?;
    if planned_at.is_some_and(|collection| collection.is_open(today)) {
        return Ok(());
    }
    let all_confirmed = group::count_unconfirmed(tx, group.id)? == 0;
    let is_short_of_time = now + LAST_OFFER >= end_of(group.calendar.cut_off - ANSWER_DAYS);
    if has_five && all_confirmed {
        return make_ready(tx, chance, group, now);
    }
    if !has_five && (all_confirmed || is_short_of_time) {
        group.state = GroupState::Inviting;
        group::update(tx, group)?;
        return inviting::settle(tx, chance, group, now);
    }
    Ok(())
}
