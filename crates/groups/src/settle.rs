//! What becomes of a group, after anything that touches it.

mod asked;
mod inviting;
mod open;
mod ready;

use chrono::{DateTime, Utc};
use model::{ASKED_FOR, Chance, GroupId, GroupState, Lead, SeatState, Standing};
use store::{
    DbConn,
    group::{self, Group},
    note,
    seat::{self, Seat},
};

use crate::{
    dissolve::dissolve,
    fault::Result,
    lead::{is_given_up, vacate},
};

/// Brings a group as far as it can come now. Settling again changes nothing.
///
/// - Whoever was asked to start it and has not answered in time is not asked again; if nobody else is found in time
///   either, the group is dissolved. Nothing is dissolved once it has met.
/// - A planned group is `Ready` with five once its collection has closed, or invites others for the seats that are left.
/// - A group that has invited offers each freed seat to whoever has waited longest. It is `Ready` with five acceptances
///   once nobody is left to answer, or the cut-off is past, and dissolved when it can't reach five (promise R2).
/// - A group that is ready has started when its people first meet.
///
/// # Errors
/// [`crate::Fault::Store`].
pub fn settle(tx: &mut DbConn, chance: &Chance, group: GroupId, now: DateTime<Utc>) -> Result<()> {
    let Some(mut group) = group::find(tx, group)? else {
        return Ok(());
    };
    if matches!(group.state, GroupState::Proposed | GroupState::Dissolved) {
        return Ok(());
    }
    end_question(tx, &mut group, now)?;
    if is_given_up(tx, &group, now)? {
        return dissolve(tx, chance, &mut group, now);
    }
    match group.state {
        GroupState::Asked => asked::settle(tx, chance, &mut group, now),
        GroupState::Open => open::settle(tx, chance, &mut group, now),
        GroupState::Inviting => inviting::settle(tx, chance, &mut group, now),
        GroupState::Ready => ready::settle(tx, &mut group, now),
        GroupState::Proposed | GroupState::Started | GroupState::Dissolved => Ok(()),
    }
}

/// Whoever was asked to lead and has not answered in time is asked no more.
fn end_question(tx: &mut DbConn, group: &mut Group, now: DateTime<Utc>) -> Result<()> {
    match group.lead {
        Lead::Asked { at, .. } if at + ASKED_FOR <= now => vacate(tx, group, at + ASKED_FOR),
        _ => Ok(()),
    }
}

/// Stores what became of a seat and of its note.
pub(crate) fn change(tx: &mut DbConn, seat: &mut Seat, state: SeatState, standing: Standing) -> Result<()> {
    note::set_standing(tx, seat.note, standing)?;
    seat.state = state;
    Ok(seat::update(tx, seat)?)
}

/// How many seats of a group are in a state.
fn count(seats: &[Seat], state: SeatState) -> usize {
    seats.iter().filter(|seat| seat.state == state).count()
}
