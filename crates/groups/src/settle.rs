//! What becomes of a group, after anything that touches it.

use chrono::{DateTime, Utc};
use model::{ASKED_FOR, Chance, GroupId, GroupState, MIN_SIZE, REMEMBERED_DAYS, SeatState, Standing, oslo_date};
use store::{
    DbConn,
    group::{self, Group},
    note, occupancy,
    seat::{self, Seat},
};

use crate::{fault::Result, post::Post};

/// Brings a group as far as it can come now. Settling again changes nothing.
///
/// - A group whose igangsetter was asked is dissolved when no yes has come in time, or when too few are left.
/// - A group that has invited is `Ready` with five acceptances once all have answered or the cut-off is past, and
///   dissolved as soon as it can't reach five (promise R2), or if its first meeting has gone by meanwhile.
///
/// # Errors
/// [`crate::Fault::Store`].
pub fn settle(tx: &mut DbConn, chance: &Chance, group: GroupId, now: DateTime<Utc>) -> Result<()> {
    let Some(mut group) = group::find(tx, group)? else {
        return Ok(());
    };
    match group.state {
        GroupState::Asked => settle_asked(tx, chance, &mut group, now),
        GroupState::Inviting => settle_inviting(tx, chance, &mut group, now),
        GroupState::Proposed | GroupState::Ready | GroupState::Dissolved => Ok(()),
    }
}

fn settle_asked(tx: &mut DbConn, chance: &Chance, group: &mut Group, now: DateTime<Utc>) -> Result<()> {
    let too_late = group.asked_at.is_some_and(|asked| asked + ASKED_FOR <= now);
    if too_late {
        return dissolve(tx, chance, group, now);
    }
    if seat::list(tx, group.id)?.len() < MIN_SIZE {
        // Nobody has refused anything.
        group.asked_at = None;
        return dissolve(tx, chance, group, now);
    }
    Ok(())
}

fn settle_inviting(tx: &mut DbConn, chance: &Chance, group: &mut Group, now: DateTime<Utc>) -> Result<()> {
    let today = oslo_date(now);
    let past_cut_off = today > group.calendar.cut_off;
    let post = Post { chance, group, now };
    let (mut accepted, mut open) = (0_usize, 0_usize);
    for mut seat in seat::list(tx, group.id)? {
        match seat.state {
            SeatState::Accepted => accepted += 1,
            SeatState::Invited if seat.answer_by.is_some_and(|day| today > day) => fall_silent(tx, &post, &mut seat)?,
            // The letter never arrived: nobody was silent.
            SeatState::Invited if past_cut_off => {
                let standing = note::get(tx, seat.note)?.standing.fall_back(today)?;
                change(tx, &mut seat, SeatState::Declined, standing)?;
            }
            SeatState::Invited => open += 1,
            SeatState::Held | SeatState::Declined | SeatState::Silent => {}
        }
    }
    let has_met = post.meeting() <= now;
    if has_met || accepted + open < MIN_SIZE {
        dissolve(tx, chance, group, now)
    } else if open == 0 {
        make_ready(tx, chance, group, now)
    } else {
        Ok(())
    }
}

/// No answer came: the person is asked once whether to go on, and erased if that stays unanswered too.
fn fall_silent(tx: &mut DbConn, post: &Post<'_>, seat: &mut Seat) -> Result<()> {
    let standing = note::get(tx, seat.note)?.standing.pause(oslo_date(post.now))?;
    change(tx, seat, SeatState::Silent, standing)?;
    post.still_interested(tx, seat.note, standing.kept_until())
}

/// Stores what became of a seat and of its note.
pub(crate) fn change(tx: &mut DbConn, seat: &mut Seat, state: SeatState, standing: Standing) -> Result<()> {
    note::set_standing(tx, seat.note, standing)?;
    seat.state = state;
    Ok(seat::update(tx, seat)?)
}

fn make_ready(tx: &mut DbConn, chance: &Chance, group: &mut Group, now: DateTime<Utc>) -> Result<()> {
    group.state = GroupState::Ready;
    group::update(tx, group)?;
    let post = Post { chance, group, now };
    for seat in seat::list(tx, group.id)? {
        if seat.state == SeatState::Accepted {
            post.meeting_on(tx, seat.note)?;
        }
    }
    post.participants_ready(tx)
}

/// The group will not meet. Those who had accepted are told, and are first in line next time; those who had yet to
/// answer are told, and wait on; those who were only held never left the line. An igangsetter who had not said yes is told nothing.
pub(crate) fn dissolve(tx: &mut DbConn, chance: &Chance, group: &mut Group, now: DateTime<Utc>) -> Result<()> {
    let today = oslo_date(now);
    let post = Post { chance, group, now };
    for seat in seat::list(tx, group.id)? {
        match seat.state {
            SeatState::Accepted => {
                let standing = note::get(tx, seat.note)?.standing.lose_group(today)?;
                note::set_standing(tx, seat.note, standing)?;
                post.meeting_off(tx, seat.note)?;
            }
            SeatState::Invited => {
                let standing = note::get(tx, seat.note)?.standing.fall_back(today)?;
                note::set_standing(tx, seat.note, standing)?;
                post.meeting_off(tx, seat.note)?;
            }
            SeatState::Held | SeatState::Declined | SeatState::Silent => {}
        }
    }
    if group.state == GroupState::Inviting {
        post.group_off(tx)?;
    }
    seat::delete_undeclined(tx, group.id)?;
    occupancy::delete_of(tx, group.id)?;
    group.state = GroupState::Dissolved;
    group.calendar.kept_until = today + REMEMBERED_DAYS;
    Ok(group::update(tx, group)?)
}
