//! A coordinator approves groups of a draft, one by one.

use chrono::{DateTime, NaiveDate, Utc};
use model::{Calendar, Chance, GroupId, GroupState, OccupancyId, RoundId, oslo_date};
use store::{
    DbConn, availability,
    group::{self, Group},
    occupancy::{self, Occupancy},
    place, round, seat, staff,
    staff::Member,
};

use crate::{Fault, fault::Result, invite::invite, post::Post, round::draft};

/// What came of an approval.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Approved {
    /// Groups that go on.
    pub approved: usize,
    /// Groups that were dropped, because somebody in them or their room or igangsetter was no longer there.
    pub dropped: usize,
}

/// Approves groups. Each is checked again in this transaction; one whose parts have changed is dropped, and its notes
/// stay in the pool. The round closes with its last group.
///
/// # Errors
/// [`Fault::NotYours`] for anybody but a coordinator of the region.
pub fn approve(
    tx: &mut DbConn,
    chance: &Chance,
    by: &Member,
    (round, groups): (RoundId, &[GroupId]),
    now: DateTime<Utc>,
) -> Result<Approved> {
    let draft = draft(tx, by)?
        .filter(|draft| draft.round.id == round)
        .ok_or(Fault::NotYours)?;
    let (chosen, rest): (Vec<_>, Vec<_>) = draft.groups.into_iter().partition(|one| groups.contains(&one.group.id));
    let mut told = Approved::default();
    for proposed in chosen {
        if is_still_possible(tx, &proposed.group, oslo_date(now))? {
            go_on(tx, chance, proposed.group, now)?;
            told.approved += 1;
        } else {
            group::delete(tx, proposed.group.id)?;
            told.dropped += 1;
        }
    }
    if rest.is_empty() {
        round::delete(tx, round)?;
    }
    Ok(told)
}

/// True if all notes of the draft are there, and room and igangsetter are still free.
fn is_still_possible(tx: &mut DbConn, group: &Group, today: NaiveDate) -> Result<bool> {
    if seat::list(tx, group.id)?.len() < group.size {
        return Ok(false);
    }
    let time = group.cell.time;
    let rooms = place::list_rooms(tx, group.region)?;
    let has_room = rooms
        .iter()
        .any(|room| room.id == group.room && room.times.contains(&time));
    let taken = occupancy::list(tx, group.region)?;
    let room_is_taken = taken
        .iter()
        .any(|mark| mark.room == group.room && mark.time.overlaps(time));
    let leads = |mark: &&Occupancy| mark.igangsetter == Some(group.igangsetter) && mark.igangsetter_until >= today;
    let led: Vec<&Occupancy> = taken.iter().filter(leads).collect();
    let is_igangsetter = staff::get(tx, group.igangsetter)?.roles.igangsetter;
    let can_lead = availability::list(tx, group.region)?.iter().any(|one| {
        one.staff == group.igangsetter
            && one.cells.contains(&group.cell)
            && one.from <= Calendar::approved(today, time).first_meeting
            && led.len() < usize::from(one.max_groups)
    });
    let is_elsewhere = led.iter().any(|mark| mark.time.overlaps(time));
    Ok(has_room && !room_is_taken && is_igangsetter && can_lead && !is_elsewhere)
}

/// Takes the room and the igangsetter, and asks the igangsetter or invites at once.
fn go_on(tx: &mut DbConn, chance: &Chance, mut group: Group, now: DateTime<Utc>) -> Result<()> {
    group.calendar = Calendar::approved(oslo_date(now), group.cell.time);
    let mark = Occupancy {
        id: OccupancyId::random(chance),
        group: Some(group.id),
        room: group.room,
        igangsetter: Some(group.igangsetter),
        igangsetter_until: group.calendar.last_supported,
        time: group.cell.time,
    };
    occupancy::insert(tx, &mark)?;
    let asks = availability::list(tx, group.region)?
        .iter()
        .any(|one| one.staff == group.igangsetter && one.ask_first);
    if !asks {
        return invite(tx, chance, &mut group, now);
    }
    group.state = GroupState::Asked;
    group.asked_at = Some(now);
    group::update(tx, &group)?;
    Post {
        chance,
        group: &group,
        now,
    }
    .asked_to_lead(tx)
}
