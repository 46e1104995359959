//! A group whose invitations are out.

use chrono::{DateTime, Utc};
use model::{Chance, MIN_SIZE, SeatState, oslo_date};
use store::{
    DbConn,
    group::{self, Group},
    note,
    seat::{self, Seat},
    tally::{self, Counted},
};

use crate::{
    backfill::{backfill, can_offer},
    dissolve::dissolve,
    fault::Result,
    post::{Post, cancel_all},
    settle::{change, count, ready::make_ready},
};

pub(super) fn settle(tx: &mut DbConn, chance: &Chance, group: &mut Group, now: DateTime<Utc>) -> Result<()> {
    end_answers(tx, &Post { chance, group, now })?;
    backfill(tx, chance, group, now)?;
    let seats = seat::list(tx, group.id)?;
    let (accepted, open) = (
        count(&seats, SeatState::Accepted),
        count(&seats, SeatState::Invited) + group::count_unconfirmed(tx, group.id)?,
    );
    let is_past_cut_off = oslo_date(now) > group.calendar.cut_off;
    let has_met = Post { chance, group, now }.meeting() <= now;
    if accepted >= MIN_SIZE && !has_met && (open == 0 || is_past_cut_off) {
        return make_ready(tx, chance, group, now);
    }
    let can_grow = !is_past_cut_off && (can_offer(group, now) || accepted + open >= MIN_SIZE);
    if can_grow {
        Ok(())
    } else {
        dissolve(tx, chance, group, now)
    }
}

/// Ends invitations that were not answered in time.
fn end_answers(tx: &mut DbConn, post: &Post<'_>) -> Result<()> {
    let today = oslo_date(post.now);
    for mut seat in seat::list(tx, post.group.id)? {
        if seat.state != SeatState::Invited {
            continue;
        }
        if seat.answer_by.is_some_and(|day| today > day) {
            fall_silent(tx, post, &mut seat)?;
        } else if today > post.group.calendar.cut_off {
            // The letter never arrived: nobody was silent.
            let standing = note::get(tx, seat.note)?.standing.fall_back(today)?;
            change(tx, &mut seat, SeatState::Declined, standing)?;
            cancel_all(tx, seat.note)?;
        }
    }
    Ok(())
}

/// No answer came: the person is asked once whether to go on, and erased if that stays unanswered too.
fn fall_silent(tx: &mut DbConn, post: &Post<'_>, seat: &mut Seat) -> Result<()> {
    let today = oslo_date(post.now);
    let standing = note::get(tx, seat.note)?.standing.pause(today)?;
    change(tx, seat, SeatState::Silent, standing)?;
    cancel_all(tx, seat.note)?;
    tally::add(tx, post.group.region, today, (Counted::SaidNo, 1))?;
    post.still_interested(tx, seat.note, standing.kept_until())?;
    Ok(())
}
