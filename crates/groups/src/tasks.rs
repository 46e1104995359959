//! What a region's coordinators have to do, and the letter that tells them so.

use chrono::{DateTime, Days, NaiveDate, TimeDelta, Utc};
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
    each(regions, |id| {
        // Nothing is written where there is no news, however often the schedule comes by.
        match db.read_now(|tx| find_news(tx, id, now))? {
            Some(_) => db.write_now(|tx| tell_tasks(tx, chance, id, now)),
            None => Ok(0),
        }
    })?;
    Ok(())
}

/// What has changed since the coordinators were last told.
enum News {
    /// There are so many tasks by now, and they are to be told.
    More(i32),
    /// Some have been done: so many are left, which makes room for news. The day on which they were told stays.
    Fewer(i32, NaiveDate),
}

fn find_news(tx: &mut DbConn, region: RegionId, now: DateTime<Utc>) -> Result<Option<News>> {
    let tasks = i32::try_from(count_tasks(tx, region, now)?).unwrap_or(i32::MAX);
    let (told, told_on) = region::tasks_told(tx, region)?;
    Ok(match told_on {
        Some(day) if tasks < told => Some(News::Fewer(tasks, day)),
        _ if tasks > told && told_on != Some(oslo_date(now)) && is_morning(now) => Some(News::More(tasks)),
        _ => None,
    })
}

/// Gives how many were written to.
fn tell_tasks(tx: &mut DbConn, chance: &Chance, region: RegionId, now: DateTime<Utc>) -> Result<usize> {
    let tasks = match find_news(tx, region, now)? {
        None => return Ok(0),
        Some(News::Fewer(tasks, told_on)) => {
            region::mark_tasks_told(tx, region, tasks, told_on)?;
            return Ok(0);
        }
        Some(News::More(tasks)) => tasks,
    };
    region::mark_tasks_told(tx, region, tasks, oslo_date(now))?;
    let mut coordinators = staff::list(tx, region)?;
    coordinators.retain(|member| member.roles.coordinator);
    for member in &coordinators {
        let letter = Letter::Tasks { staff: member.id };
        outbox::push(tx, LetterId::random(chance), &letter, now, now + USEFUL_FOR)?;
    }
    Ok(coordinators.len())
}
