//! A round can fill groups whose invitations are out: newcomers are held for them in the draft, and invited on approval.

use chrono::{DateTime, Utc};
use matcher::FilledGroup;
use model::{Chance, GroupId, GroupState, MAX_SIZE, NoteId, RegionId, SeatState, oslo_date};
use store::{
    DbConn,
    group::{self, Group},
    seat::{self, Seat},
};

use crate::{
    Fault, Outcome,
    backfill::{can_offer, is_given, may_join},
    fault::Result,
    invite::{in_line, offer},
    post::Post,
    round::waits,
    settle,
};

/// Holds those for a group who would fill it. Whoever has found a seat meanwhile is left out, and so is the group if it
/// is settled by now.
pub(crate) fn hold(tx: &mut DbConn, filled: &FilledGroup) -> Result<()> {
    let group: GroupId = filled.standing.parse().map_err(|_| Fault::Answer)?;
    group::hold(tx, group)?;
    if group::find(tx, group)?.is_none_or(|group| group.state != GroupState::Inviting) {
        return Ok(());
    }
    for member in &filled.members {
        let note: NoteId = member.parse().map_err(|_| Fault::Answer)?;
        if waits(tx, note)? && seat::find(tx, group, note)?.is_none() {
            seat::insert(tx, group, note, SeatState::Held)?;
        }
    }
    Ok(())
}

/// The groups of a region that the open round would fill, with how many are held for each.
pub(crate) fn list(tx: &mut DbConn, region: RegionId) -> Result<Vec<(Group, usize)>> {
    let mut fills = Vec::new();
    for group in group::list_inviting(tx, region)? {
        let held = held(tx, group.id)?.len();
        if held > 0 {
            fills.push((group, held));
        }
    }
    Ok(fills)
}

/// Invites those who are held for a group and can still come, those who have waited longest first. It has as many seats
/// as it then needs.
pub(crate) fn approve(tx: &mut DbConn, chance: &Chance, group: GroupId, now: DateTime<Utc>) -> Result<Outcome> {
    group::hold(tx, group)?;
    settle(tx, chance, group, now)?;
    let Some(mut group) = group::find(tx, group)?.filter(|group| can_offer(group, now)) else {
        release(tx, group)?;
        return Ok(Outcome::Settled);
    };
    let held = held(tx, group.id)?;
    release(tx, group.id)?;
    let today = oslo_date(now);
    let kept = group::count_unconfirmed(tx, group.id)?;
    let mut given = seat::list(tx, group.id)?
        .iter()
        .filter(|seat| is_given(seat.state))
        .count();
    let before = given;
    for seat in in_line(tx, held)? {
        if given + kept < MAX_SIZE && may_join(tx, &group, seat.note, today)? {
            seat::insert(tx, group.id, seat.note, SeatState::Held)?;
            let post = Post {
                chance,
                group: &group,
                now,
            };
            offer(tx, &post, seat)?;
            given += 1;
        }
    }
    group.size = group.size.max(given + kept);
    group::update(tx, &group)?;
    Ok(if given > before {
        Outcome::GoesOn
    } else {
        Outcome::NoteGone
    })
}

/// Lets those go who are held for a group.
pub(crate) fn release(tx: &mut DbConn, group: GroupId) -> Result<()> {
    held(tx, group)?
        .iter()
        .try_for_each(|seat| Ok(seat::delete_held(tx, seat)?))
}

fn held(tx: &mut DbConn, group: GroupId) -> Result<Vec<Seat>> {
    let mut seats = seat::list(tx, group)?;
    seats.retain(|seat| seat.state == SeatState::Held);
    Ok(seats)
}
