//! A group will not meet.

use chrono::{DateTime, Utc};
use model::{Chance, GroupState, REMEMBERED_DAYS, SeatState, oslo_date};
use store::{
    DbConn,
    group::{self, Group},
    note, occupancy, outbox, seat,
};

use crate::{
    Reached,
    fault::Result,
    meetings::{About, begins_at, remember},
    post::{Post, cancel_all},
};

/// Gives a group up, and tells its igangsetter. One who had not said yes is told nothing.
pub(crate) fn dissolve(tx: &mut DbConn, chance: &Chance, group: &mut Group, now: DateTime<Utc>) -> Result<()> {
    let was_announced = group.state.is_announced();
    let begins = begins_at(tx, group)?;
    end(tx, chance, group, now)?;
    let post = Post { chance, group, now };
    if was_announced {
        post.group_off(tx, begins.unwrap_or(post.meeting()))?;
    }
    Ok(())
}

/// Ends a group that has not met. Those who had accepted are told, and are first in line next time; those who had yet to
/// answer are told, and wait on; those who were only held never left the line. Gives how many were reached.
pub(crate) fn end(tx: &mut DbConn, chance: &Chance, group: &mut Group, now: DateTime<Utc>) -> Result<Reached> {
    let today = oslo_date(now);
    let begins = begins_at(tx, group)?;
    let post = Post { chance, group, now };
    let begins = begins.unwrap_or(post.meeting());
    let mut reached = Reached::default();
    for seat in seat::list(tx, group.id)? {
        let standing = note::get(tx, seat.note)?.standing;
        let standing = match seat.state {
            SeatState::Accepted => standing.lose_group(today)?,
            SeatState::Invited => standing.fall_back(today)?,
            SeatState::Held | SeatState::Declined | SeatState::Silent => continue,
        };
        note::set_standing(tx, seat.note, standing)?;
        cancel_all(tx, seat.note)?;
        reached += post.meeting_off(tx, seat.note, begins)?;
    }
    let about = About {
        kind: "meeting-off",
        meeting: None,
        message: None,
    };
    remember(tx, &post, about, reached)?;
    for kind in [
        "asked-to-lead",
        "set-to-lead",
        "participants-ready",
        "group-changed",
        "absence",
    ] {
        outbox::cancel_of_group(tx, group.id, kind)?;
    }
    seat::delete_undeclined(tx, group.id)?;
    occupancy::delete_of(tx, group.id)?;
    group.state = GroupState::Dissolved;
    group.calendar.kept_until = today + REMEMBERED_DAYS;
    group::update(tx, group)?;
    Ok(reached)
}
