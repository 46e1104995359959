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
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Approved {
    /// The chosen groups of the region with what came of each, in the order of the draft.
    pub groups: Vec<(GroupId, Outcome)>,
}

impl Approved {
    /// How many groups go on.
    #[must_use]
    pub fn approved(&self) -> usize {
        let goes_on = |(_, outcome): &&(GroupId, Outcome)| *outcome == Outcome::GoesOn;
        self.groups.iter().filter(goes_on).count()
    }

    /// How many groups were dropped, because their parts had changed.
    #[must_use]
    pub fn dropped(&self) -> usize {
        let is_dropped = |(_, outcome): &&(GroupId, Outcome)| !matches!(outcome, Outcome::GoesOn | Outcome::Already);
        self.groups.iter().filter(is_dropped).count()
    }
}

/// What came of one group.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Outcome {
    /// It goes on.
    GoesOn,
    /// It was dropped: one of its notes has been erased.
    NoteGone,
    /// It was dropped: its room is taken, or no longer offered.
    RoomTaken,
    /// It was dropped: its igangsetter can no longer take it.
    IgangsetterGone,
    /// It was dropped: its first meeting has moved to a date that one of its people has declined.
    DateDeclined,
    /// It had been approved before.
    Already,
}

/// Approves groups. Each is checked again in this transaction; one whose parts have changed is dropped, and its notes
/// stay in the pool. The round closes with its last group.
///
/// # Errors
/// [`Fault::NotYours`] for anybody but a coordinator of the region, and where none of the groups is or was in the round.
pub fn approve(
    tx: &mut DbConn,
    chance: &Chance,
    by: &Member,
    (round, groups): (RoundId, &[GroupId]),
    now: DateTime<Utc>,
) -> Result<Approved> {
    let open = draft(tx, by)?.filter(|draft| draft.round.id == round);
    let mut told = Approved {
        groups: list_approved(tx, by, groups)?,
    };
    let Some(draft) = open else {
        return if told.groups.is_empty() {
            Err(Fault::NotYours)
        } else {
            Ok(told)
        };
    };
    let (chosen, rest): (Vec<_>, Vec<_>) = draft.groups.into_iter().partition(|one| groups.contains(&one.group.id));
    for proposed in chosen {
        let id = proposed.group.id;
        let outcome = look_again(tx, &proposed.group, oslo_date(now))?;
        if outcome == Outcome::GoesOn {
            go_on(tx, chance, proposed.group, now)?;
        } else {
            group::delete(tx, id)?;
        }
        told.groups.push((id, outcome));
    }
    if rest.is_empty() {
        round::delete(tx, round)?;
    }
    Ok(told)
}

/// Those of the groups that were approved before: the button was pressed twice.
fn list_approved(tx: &mut DbConn, by: &Member, groups: &[GroupId]) -> Result<Vec<(GroupId, Outcome)>> {
    let approved = group::list_approved(tx, by.region)?;
    let of_these = approved.iter().filter(|group| groups.contains(&group.id));
    Ok(of_these.map(|group| (group.id, Outcome::Already)).collect())
}

/// Whether all notes of the draft are there and can come, and room and igangsetter are still free.
fn look_again(tx: &mut DbConn, group: &Group, today: NaiveDate) -> Result<Outcome> {
    let seats = seat::list(tx, group.id)?;
    if seats.len() < group.size {
        return Ok(Outcome::NoteGone);
    }
    let taken = occupancy::list(tx, group.region)?;
    if !has_room(tx, group, &taken)? {
        return Ok(Outcome::RoomTaken);
    }
    if !has_igangsetter(tx, group, &taken, today)? {
        return Ok(Outcome::IgangsetterGone);
    }
    let (time, date) = (
        group.cell.time,
        Calendar::approved(today, group.cell.time).first_meeting,
    );
    let declined = seat::list_declined(tx, group.region)?;
    let is_declined = declined
        .iter()
        .any(|(note, at, on)| *on == date && at.overlaps(time) && seats.iter().any(|seat| seat.note == *note));
    if is_declined {
        return Ok(Outcome::DateDeclined);
    }
    Ok(Outcome::GoesOn)
}

fn has_room(tx: &mut DbConn, group: &Group, taken: &[Occupancy]) -> Result<bool> {
    let time = group.cell.time;
    let is_offered = place::list_rooms(tx, group.region)?
        .iter()
        .any(|room| room.id == group.room && room.times.contains(&time));
    let is_taken = taken
        .iter()
        .any(|mark| mark.room == group.room && mark.time.overlaps(time));
    Ok(is_offered && !is_taken)
}

fn has_igangsetter(tx: &mut DbConn, group: &Group, taken: &[Occupancy], today: NaiveDate) -> Result<bool> {
    let time = group.cell.time;
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
    Ok(is_igangsetter && can_lead && !is_elsewhere)
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
