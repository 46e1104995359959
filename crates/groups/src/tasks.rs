//! What a region's coordinators have to do, and the letter that tells them so.

use chrono::{DateTime, Days, TimeDelta, Utc};
use model::{Chance, GroupState, Letter, LetterId, REMEMBERED_DAYS, RegionId, oslo_date};
use store::{
    Db, DbConn,
    group::{self, Group},
    outbox, region, round, staff,
};

use crate::{due::each, fault::Result, lead::is_vacant, remind::is_morning};

/// For how many days a dissolved group is news.
const NEWS_DAYS: Days = Days::new(2);
/// How long the letter is of use: as long as any is tried (promise L4).
const USEFUL_FOR: TimeDelta = TimeDelta::hours(72);

/// How many tasks a region's coordinators have: groups that nobody starts, an open proposal, and groups that were
/// dissolved today or yesterday, whose people wait again.
///
/// # Errors
/// [`crate::Fault::Store`].
pub fn count_tasks(tx: &mut DbConn, region: RegionId, now: DateTime<Utc>) -> Result<usize> {
    let news_until = oslo_date(now) + REMEMBERED_DAYS - NEWS_DAYS;
    let is_task = |group: &&Group| match group.state {
        GroupState::Dissolved => group.calendar.kept_until > news_until,
        _ => group.lead.whom().is_none() && is_vacant(group, now),
    };
    let groups = group::list_approved(tx, region)?;
    let proposals = usize::from(round::find_open(tx, region)?.is_some());
    Ok(groups.iter().filter(is_task).count() + proposals)
}

/// Writes to the coordinators of each region in which there is more to do than they have last been told of: from eight
/// o'clock, and once a day at most. A region that can't be looked at keeps no other from it.
///
/// # Errors
/// The first fault, once all have been tried.
pub fn tell_tasks_due(db: &Db, chance: &Chance, now: DateTime<Utc>) -> Result<()> {
    let regions = db.read_now(region::list)?;
    each(regions, |id| db.write_now(|tx| tell_tasks(tx, chance, id, now)))?;
    Ok(())
}

/// Gives how many were written to.
fn tell_tasks(tx: &mut DbConn, chance: &Chance, region: RegionId, now: DateTime<Utc>) -> Result<usize> {
    let today = oslo_date(now);
    let tasks = i32::try_from(count_tasks(tx, region, now)?).unwrap_or(i32::MAX);
    let (told, told_on) = region::tasks_told(tx, region)?;
    if let Some(day) = told_on
        && tasks < told
    {
        // What has been done makes room for news.
        region::mark_tasks_told(tx, region, tasks, day)?;
    }
    if tasks <= told || told_on == Some(today) || !is_morning(now) {
        return Ok(0);
    }
    region::mark_tasks_told(tx, region, tasks, today)?;
    let mut coordinators = staff::list(tx, region)?;
    coordinators.retain(|member| member.roles.coordinator);
    for member in &coordinators {
        let letter = Letter::Tasks { staff: member.id };
        outbox::push(tx, LetterId::random(chance), &letter, now, now + USEFUL_FOR)?;
    }
    Ok(coordinators.len())
}
