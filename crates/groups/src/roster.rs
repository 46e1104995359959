//! What igangsettere and coordinators see of groups that are under way.

use chrono::NaiveDate;
use model::{GroupId, GroupState, SeatState};
use store::{
    DbConn,
    group::{self, Group},
    seat::{self, Seat},
    staff::Member,
};

use crate::{Fault, fault::Result};

/// A group as its igangsetter sees it.
#[derive(Clone, Debug)]
pub struct Roster {
    /// The group.
    pub group: Group,
    /// Those who accepted, by the name they want to be called; without one they are numbered.
    /// Empty until the group is ready.
    pub members: Vec<Option<String>>,
}

/// How a group's seats have been answered.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Counts {
    /// Offered, not answered.
    pub invited: usize,
    /// Taken.
    pub accepted: usize,
    /// Refused.
    pub declined: usize,
    /// Not answered in time.
    pub silent: usize,
}

/// A group as its igangsetter sees it. Those who declined are nowhere in it (promise C10).
///
/// # Errors
/// [`Fault::NotYours`] (promise S12).
pub fn roster(tx: &mut DbConn, by: &Member, group: GroupId) -> Result<Roster> {
    let own = |group: &Group| group.igangsetter == by.id && group.state != GroupState::Proposed;
    let group = group::find(tx, group)?.filter(own).ok_or(Fault::NotYours)?;
    let members = match group.state {
        GroupState::Ready => accepted(seat::list(tx, group.id)?),
        _ => Vec::new(),
    };
    Ok(Roster { group, members })
}

/// The groups that somebody has been asked to start, or starts.
///
/// # Errors
/// [`Fault::Store`].
pub fn led_by(tx: &mut DbConn, by: &Member) -> Result<Vec<Group>> {
    Ok(group::list_of_igangsetter(tx, by.id)?)
}

/// The approved groups of a coordinator's region, with counts: those that wait for somebody's answer, those that are
/// ready until they have met, and those that were dissolved until they are forgotten.
///
/// # Errors
/// [`Fault::NotYours`] for anybody else.
pub fn under_way(tx: &mut DbConn, by: &Member, today: NaiveDate) -> Result<Vec<(Group, Counts)>> {
    if !by.roles.coordinator {
        return Err(Fault::NotYours);
    }
    let mut groups = group::list_approved(tx, by.region)?;
    groups.retain(|group| group.state != GroupState::Ready || group.calendar.first_meeting >= today);
    let mut list = Vec::new();
    for group in groups {
        let counts = count(&seat::list(tx, group.id)?);
        list.push((group, counts));
    }
    Ok(list)
}

fn accepted(seats: Vec<Seat>) -> Vec<Option<String>> {
    seats
        .into_iter()
        .filter(|seat| seat.state == SeatState::Accepted)
        .map(|seat| seat.nickname)
        .collect()
}

fn count(seats: &[Seat]) -> Counts {
    let of = |state| seats.iter().filter(|seat| seat.state == state).count();
    Counts {
        invited: of(SeatState::Invited),
        accepted: of(SeatState::Accepted),
        declined: of(SeatState::Declined),
        silent: of(SeatState::Silent),
    }
}
