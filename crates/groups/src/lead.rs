//! Who starts a group: the question, the answer, stepping back, and taking over.

mod deadline;
mod take_over;

use chrono::{DateTime, Utc};
use model::{ASKED_FOR, Chance, GroupId, GroupState, Lead, StaffId};
use store::{
    DbConn,
    group::{self, Group},
    occupancy, outbox, seat,
    staff::Member,
};

pub(crate) use deadline::{asks_first_time, deadline, is_given_up};
pub(crate) use take_over::is_vacant;
pub use take_over::{Vacancy, take_over, vacancies};

use crate::{Fault, fault::Result, invite::invite, meetings::begins_at, post::Post, settle};

/// A yes, to the first question or to that of taking over, makes somebody the group's igangsetter, and sends the
/// invitations if they have waited for it. A no makes it a coordinator's task to find somebody else.
/// Where the question is no longer open, nothing changes: a second press of the button is no fault.
///
/// # Errors
/// [`Fault::NotYours`] (promise S12).
pub fn answer_lead(
    tx: &mut DbConn,
    chance: &Chance,
    by: &Member,
    (group, yes): (GroupId, bool),
    now: DateTime<Utc>,
) -> Result<()> {
    // The time for an answer may be over, and the schedule not have come by.
    let Some(mut group) = settled(tx, chance, by, group, now)? else {
        return Ok(());
    };
    if !matches!(group.lead, Lead::Asked { whom, .. } if whom == by.id) {
        return Ok(());
    }
    if yes {
        lead(tx, chance, &mut group, (by.id, now))?;
    } else {
        vacate(tx, &mut group, now)?;
    }
    settle(tx, chance, group.id, now)
}

/// The igangsetter of a group can't start it after all: it is a coordinator's task to find somebody else. Where there is
/// no time left for that, the first meeting is called off. A group that has met goes on; if nobody is found by the day
/// before it next meets, its people are told. Stepping back twice is no fault.
///
/// # Errors
/// [`Fault::NotYours`] (promise S12).
pub fn step_back(tx: &mut DbConn, chance: &Chance, by: &Member, group: GroupId, now: DateTime<Utc>) -> Result<()> {
    let Some(mut group) = settled(tx, chance, by, group, now)? else {
        return Ok(());
    };
    if group.lead.whom() == Some(by.id) {
        vacate(tx, &mut group, now)?;
        settle(tx, chance, group.id, now)?;
    }
    Ok(())
}

/// A group that somebody leads for certain.
pub(crate) fn own(tx: &mut DbConn, by: &Member, group: GroupId) -> Result<Group> {
    let is_own = |group: &Group| group.lead.certain() == Some(by.id) && group.state != GroupState::Proposed;
    group::find(tx, group)?.filter(is_own).ok_or(Fault::NotYours)
}

/// Somebody who was asked, or wants no question, starts the group.
fn lead(tx: &mut DbConn, chance: &Chance, group: &mut Group, (whom, now): (StaffId, DateTime<Utc>)) -> Result<()> {
    set(tx, group, Lead::By(whom))?;
    let begins = begins_at(tx, group)?;
    let post = Post { chance, group, now };
    match (group.state, begins) {
        (GroupState::Asked, _) => invite(tx, chance, group, now),
        (GroupState::Ready, Some(begins)) => post.participants_ready(tx, begins),
        // They may have been set up without a question: this is how they learn of it.
        (GroupState::Started, _) => post.group_changed(tx),
        _ => Ok(()),
    }
}

/// Asks somebody to start a group. Nobody else leads it since a moment.
pub(crate) fn ask(
    tx: &mut DbConn,
    chance: &Chance,
    group: &mut Group,
    (whom, vacant_since, now): (StaffId, DateTime<Utc>, DateTime<Utc>),
) -> Result<()> {
    let at = now;
    set(tx, group, Lead::Asked { whom, at, vacant_since })?;
    let begins = begins_at(tx, group)?;
    let until = deadline(group, begins).map_or(at + ASKED_FOR, |given_up| given_up.min(at + ASKED_FOR));
    Post { chance, group, now }.asked_to_lead(tx, whom, until)
}

/// Nobody leads a group any more: whoever did, or was asked, is not asked for it again.
pub(crate) fn vacate(tx: &mut DbConn, group: &mut Group, since: DateTime<Utc>) -> Result<()> {
    if let Some(whom) = group.lead.whom() {
        group::insert_refusal(tx, group.id, whom)?;
    }
    outbox::cancel_of_group(tx, group.id, "asked-to-lead")?;
    if group.state == GroupState::Started && group.lead.certain().is_some() {
        remind_anew(tx, group.id)?;
    }
    let vacant_since = group.lead.vacant_since().filter(|_| !asks_first_time(group.lead));
    let since = vacant_since.unwrap_or(since);
    set(tx, group, Lead::Vacant { since })
}

/// Those who have met, and were reminded of their first meeting, are to hear of the next one if nobody is found for it.
fn remind_anew(tx: &mut DbConn, group: GroupId) -> Result<()> {
    for mut seat in seat::list(tx, group)? {
        seat.reminded = false;
        seat::update(tx, &seat)?;
    }
    Ok(())
}

/// Stores who leads, and that they are taken.
fn set(tx: &mut DbConn, group: &mut Group, lead: Lead) -> Result<()> {
    group.lead = lead;
    occupancy::set_igangsetter(tx, group.id, lead.whom(), group.calendar.last_supported)?;
    Ok(group::update(tx, group)?)
}

/// A group that somebody leads or is asked to lead, as far as it has come by now. `None` if they have lately refused it,
/// or it has been given up.
fn settled(tx: &mut DbConn, chance: &Chance, by: &Member, group: GroupId, now: DateTime<Utc>) -> Result<Option<Group>> {
    group::hold(tx, group)?;
    let is_shown = |group: &Group| group.state != GroupState::Proposed;
    let group = group::find(tx, group)?.filter(is_shown).ok_or(Fault::NotYours)?;
    if group.lead.whom() != Some(by.id) {
        let has_refused = group::has_refused(tx, group.id, by.id)?;
        return if has_refused { Ok(None) } else { Err(Fault::NotYours) };
    }
    settle(tx, chance, group.id, now)?;
    Ok(group::find(tx, group.id)?.filter(|group| group.state != GroupState::Dissolved))
}
