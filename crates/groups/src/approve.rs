//! A coordinator approves groups of a draft, one by one.

use chrono::{DateTime, Utc};
use model::{Calendar, Chance, GroupId, GroupState, NoteId, OccupancyId, RoundId, oslo_date};
use store::{
    DbConn, contact_point,
    group::{self, Group},
    meeting::{self, Becomes, MeetingChange},
    occupancy::{self, Occupancy},
    round, seat,
    staff::Member,
};

use crate::{
    Fault,
    fault::Result,
    fill,
    invite::invite,
    lead::ask,
    offer::Offer,
    post::Post,
    round::draft,
    settle,
    wants::{has_declined, is_apart, wants_cell},
};

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
    /// It was dropped: one of its notes has been erased, or wants something else now.
    NoteGone,
    /// It was dropped: its room is taken, or no longer offered.
    RoomTaken,
    /// It was dropped: its igangsetter can no longer take it.
    IgangsetterGone,
    /// It was dropped: within reach there is no date on which its room is open and its igangsetter there.
    NoDate,
    /// It was dropped: its first meeting has moved to a date that one of its people has declined.
    DateDeclined,
    /// It is not filled: it is settled by now.
    Settled,
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
    let fills = |id: &GroupId| {
        open.as_ref()
            .is_some_and(|draft| draft.groups.iter().any(|one| one.group.id == *id))
    };
    told.groups.retain(|(id, _)| !fills(id));
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
        let outcome = match proposed.group.state {
            GroupState::Proposed => approve_new(tx, chance, proposed.group, now)?,
            _ => fill::approve(tx, chance, id, now)?,
        };
        told.groups.push((id, outcome));
    }
    if rest.is_empty() {
        round::delete(tx, round)?;
    }
    Ok(told)
}

/// A group of the draft goes on, or is dropped.
fn approve_new(tx: &mut DbConn, chance: &Chance, group: Group, now: DateTime<Utc>) -> Result<Outcome> {
    let id = group.id;
    let offer = Offer::read(tx, group.region, oslo_date(now))?;
    match look_again(tx, &offer, group)? {
        Ok(checked) => {
            go_on(tx, (chance, &offer), checked, now)?;
            Ok(Outcome::GoesOn)
        }
        Err(outcome) => {
            group::delete(tx, id)?;
            Ok(outcome)
        }
    }
}

/// Those of the groups that were approved before: the button was pressed twice.
fn list_approved(tx: &mut DbConn, by: &Member, groups: &[GroupId]) -> Result<Vec<(GroupId, Outcome)>> {
    let approved = group::list_approved(tx, by.region)?;
    let of_these = approved.iter().filter(|group| groups.contains(&group.id));
    Ok(of_these.map(|group| (group.id, Outcome::Already)).collect())
}

/// Whether all notes of the draft are there and can come, and room and igangsetter are still free. If so, the group
/// with its texts and dates of today, and whether its igangsetter is asked first; else why not.
fn look_again(tx: &mut DbConn, offer: &Offer, mut group: Group) -> Result<std::result::Result<(Group, bool), Outcome>> {
    let cell = group.cell;
    let seats = seat::list(tx, group.id)?;
    let notes: Vec<NoteId> = seats.iter().map(|seat| seat.note).collect();
    if notes.len() < group.size {
        return Ok(Err(Outcome::NoteGone));
    }
    for note in &notes {
        if is_apart(tx, *note, &notes)? || !wants_cell(tx, *note, cell, offer.today())? {
            return Ok(Err(Outcome::NoteGone));
        }
    }
    let free = offer.free_rooms(cell).into_iter().find(|room| room.id == group.room);
    let Some((room, place)) = free.zip(offer.place(cell)) else {
        return Ok(Err(Outcome::RoomTaken));
    };
    let mut able = offer.igangsettere().iter();
    let Some(led_by) = able
        .find(|one| group.lead.whom() == Some(one.staff) && offer.can_lead(one, cell) && offer.groups_left(one) > 0)
    else {
        return Ok(Err(Outcome::IgangsetterGone));
    };
    let Some(date) = offer.date(cell, room, led_by) else {
        return Ok(Err(Outcome::NoDate));
    };
    for note in notes {
        if has_declined(tx, note, (cell.time, date))? {
            return Ok(Err(Outcome::DateDeclined));
        }
    }
    let supported = contact_point::get(tx, place.contact_point)?.supported_meetings;
    group.calendar = Calendar::meeting_on(date, supported);
    group.place_name.clone_from(&place.name);
    group.letter_name.clone_from(&place.letter_name);
    group.directions.clone_from(&place.directions);
    group.room_name.clone_from(&room.name);
    Ok(Ok((group, led_by.ask_first)))
}

/// Takes the room and the igangsetter, and asks the igangsetter, or invites at once and tells them so.
fn go_on(
    tx: &mut DbConn,
    (chance, offer): (&Chance, &Offer),
    (mut group, asks): (Group, bool),
    now: DateTime<Utc>,
) -> Result<()> {
    take(tx, chance, &group, offer)?;
    if let Some(whom) = group.lead.whom().filter(|_| asks) {
        group.state = GroupState::Asked;
        return ask(tx, chance, &mut group, (whom, now, now));
    }
    invite(tx, chance, &mut group, now)?;
    let post = Post {
        chance,
        group: &group,
        now,
    };
    post.set_to_lead(tx)?;
    settle(tx, chance, group.id, now)
}

/// Takes the room and the igangsetter of a group, and stores on which of its dates doors are shut.
pub(crate) fn take(tx: &mut DbConn, chance: &Chance, group: &Group, offer: &Offer) -> Result<()> {
    let mark = Occupancy {
        id: OccupancyId::random(chance),
        group: Some(group.id),
        room: group.room,
        igangsetter: group.lead.whom(),
        igangsetter_until: group.calendar.last_supported,
        time: group.cell.time,
    };
    occupancy::insert(tx, &mark)?;
    for meeting in offer.shut_days(group) {
        let becomes = Becomes::Shut;
        meeting::put_change(tx, group.id, MeetingChange { meeting, becomes })?;
    }
    Ok(())
}
