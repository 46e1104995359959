//! A coordinator finds somebody for a group that nobody starts.

use chrono::{DateTime, Utc};
use model::{Chance, GroupId, GroupState, Lead, StaffId, end_of, oslo_date};
use store::{
    DbConn,
    availability::Availability,
    group::{self, Group},
    staff::{self, Member},
};

use crate::{
    Fault, MeetingState,
    fault::Result,
    lead::{ask, asks_first_time, deadline, lead},
    meetings::{begins_at, next_meeting},
    offer::Offer,
    post::Post,
    settle,
};

/// A group that nobody starts for certain, though somebody was to.
#[derive(Clone, Debug)]
pub struct Vacancy {
    /// The group.
    pub group: Group,
    /// Until when somebody has to be found; then the group is given up, if it has not met.
    pub until: DateTime<Utc>,
    /// The name of whoever has been asked to take over, and has not answered.
    pub asked: Option<String>,
    /// Those who can take over, by name; nobody while somebody is asked.
    pub candidates: Vec<(StaffId, String)>,
}

/// The groups of a coordinator's region for which somebody has to be found, by date.
///
/// # Errors
/// [`Fault::NotYours`] for anybody else.
pub fn vacancies(tx: &mut DbConn, by: &Member, now: DateTime<Utc>) -> Result<Vec<Vacancy>> {
    if !by.roles.coordinator {
        return Err(Fault::NotYours);
    }
    let mut groups = group::list_approved(tx, by.region)?;
    groups.retain(|group| is_vacant(group, now));
    let mut list = Vec::new();
    for group in groups {
        let begins = begins_at(tx, &group)?;
        let asked = group.lead.whom();
        list.push(Vacancy {
            until: deadline(&group, begins).unwrap_or(end_of(group.calendar.last_supported)),
            asked: asked.map(|whom| staff::get(tx, whom)).transpose()?.map(|one| one.name),
            candidates: candidates(tx, &group, now)?
                .into_iter()
                .map(|(_, member)| (member.id, member.name))
                .collect(),
            group,
        });
    }
    Ok(list)
}

/// Asks somebody to take over a group that nobody starts, or sets them at once if they want no question.
///
/// # Errors
/// [`Fault::NotYours`] unless it is among the [`vacancies`], [`Fault::CantLead`] unless they are among its candidates.
pub fn take_over(
    tx: &mut DbConn,
    chance: &Chance,
    by: &Member,
    (group, new): (GroupId, StaffId),
    now: DateTime<Utc>,
) -> Result<()> {
    group::hold(tx, group)?;
    let is_own = |group: &Group| by.roles.coordinator && group.region == by.region;
    group::find(tx, group)?.filter(is_own).ok_or(Fault::NotYours)?;
    settle(tx, chance, group, now)?;
    let mut group = group::get(tx, group)?;
    if group.lead.whom() == Some(new) {
        return Ok(());
    }
    let Lead::Vacant { since } = group.lead else {
        return Err(Fault::CantLead);
    };
    if !is_vacant(&group, now) {
        return Err(Fault::NotYours);
    }
    let (found, _) = candidates(tx, &group, now)?
        .into_iter()
        .find(|(_, member)| member.id == new)
        .ok_or(Fault::CantLead)?;
    if found.ask_first {
        ask(tx, chance, &mut group, (new, since, now))?;
    } else {
        lead(tx, chance, &mut group, (new, now))?;
        // Of one that is ready or has met, another letter tells them.
        if matches!(group.state, GroupState::Open | GroupState::Inviting) {
            let post = Post {
                chance,
                group: &group,
                now,
            };
            post.set_to_lead(tx)?;
        }
    }
    settle(tx, chance, group.id, now)
}

/// True if a coordinator has to find somebody. As long as the first question is open, nobody has.
pub(crate) fn is_vacant(group: &Group, now: DateTime<Utc>) -> bool {
    let is_alive = !matches!(group.state, GroupState::Proposed | GroupState::Dissolved);
    let is_supported = oslo_date(now) <= group.calendar.last_supported;
    is_alive && is_supported && group.lead.certain().is_none() && !asks_first_time(group.lead)
}

/// Those who can lead in the group's cell, have a group to spare, are there on the date of its next meeting, and have
/// not refused it.
fn candidates(tx: &mut DbConn, group: &Group, now: DateTime<Utc>) -> Result<Vec<(Availability, Member)>> {
    if group.lead.whom().is_some() {
        return Ok(Vec::new());
    }
    let date = match next_meeting(tx, group, now)?.map(|next| next.state) {
        Some(MeetingState::On { date, .. }) => date,
        _ => group.calendar.first_meeting,
    };
    let offer = Offer::read(tx, group.region, oslo_date(now))?;
    let can =
        |one: &&Availability| offer.can_lead(one, group.cell) && offer.groups_left(one) > 0 && one.is_there_on(date);
    let able: Vec<Availability> = offer.igangsettere().iter().filter(can).cloned().collect();
    let mut found = Vec::new();
    for one in able {
        let member = staff::get(tx, one.staff)?;
        found.push((one, member));
    }
    found.sort_by(|(_, a), (_, b)| (&a.name, a.id).cmp(&(&b.name, b.id)));
    Ok(found)
}
