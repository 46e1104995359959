//! What igangsettere and coordinators see of groups that are under way.

use chrono::{DateTime, NaiveDate, Utc};
use model::{GroupId, GroupState, SeatState, oslo_date};
use store::{
    DbConn,
    group::{self, Group},
    seat::{self, Seat},
    staff::Member,
};

use crate::{Fault, Meeting, fault::Result, meetings, meetings::begins_at};

/// A group as its igangsetter sees it.
#[derive(Clone, Debug)]
pub struct Roster {
    /// The group.
    pub group: Group,
    /// Those who accepted, in the order of their numbers. Empty until the group is ready, and for somebody who has
    /// only been asked to start it.
    pub members: Vec<Seated>,
    /// The meetings that the igangsetter is there for.
    pub meetings: Vec<Meeting>,
    /// The last day on which the igangsetter sees this.
    pub ends_on: NaiveDate,
}

/// Somebody who accepted.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Seated {
    /// The number in the group; it stays when others leave.
    pub number: u8,
    /// The name they want to be called, if they gave one.
    pub nickname: Option<String>,
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
pub fn roster(tx: &mut DbConn, by: &Member, group: GroupId, now: DateTime<Utc>) -> Result<Roster> {
    let is_shown = |group: &Group| {
        let is_own = group.lead.whom() == Some(by.id) && group.state != GroupState::Proposed;
        is_own && oslo_date(now) <= group.calendar.kept_until
    };
    let group = group::find(tx, group)?.filter(is_shown).ok_or(Fault::NotYours)?;
    let is_certain = group.lead.certain() == Some(by.id);
    let members = match group.state {
        GroupState::Ready | GroupState::Started if is_certain => accepted(seat::list(tx, group.id)?),
        _ => Vec::new(),
    };
    Ok(Roster {
        members,
        meetings: meetings(tx, &group)?,
        ends_on: group.calendar.kept_until,
        group,
    })
}

/// The groups that somebody has been asked to start, or starts.
///
/// # Errors
/// [`Fault::Store`].
pub fn led_by(tx: &mut DbConn, by: &Member) -> Result<Vec<Group>> {
    Ok(group::list_of_igangsetter(tx, by.id)?)
}

/// The approved groups of a coordinator's region, with counts: those that wait for somebody's answer, those that are
/// ready until the day after they have met, and those that were dissolved until they are forgotten.
///
/// # Errors
/// [`Fault::NotYours`] for anybody else.
pub fn under_way(tx: &mut DbConn, by: &Member, today: NaiveDate) -> Result<Vec<(Group, Counts)>> {
    if !by.roles.coordinator {
        return Err(Fault::NotYours);
    }
    let mut list = Vec::new();
    for group in group::list_approved(tx, by.region)? {
        let met_on = match group.state {
            GroupState::Ready | GroupState::Started => begins_at(tx, &group)?.map(oslo_date),
            _ => None,
        };
        if met_on.is_none_or(|day| today <= day) {
            let counts = count(&seat::list(tx, group.id)?);
            list.push((group, counts));
        }
    }
    Ok(list)
}

fn accepted(seats: Vec<Seat>) -> Vec<Seated> {
    let accepted = seats.into_iter().filter(|seat| seat.state == SeatState::Accepted);
    let mut members: Vec<Seated> = accepted
        .map(|seat| Seated {
            number: seat.number.unwrap_or_default(),
            nickname: seat.nickname,
        })
        .collect();
    members.sort_by_key(|member| member.number);
    members
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
