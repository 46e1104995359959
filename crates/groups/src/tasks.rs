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

/// One thing that is to be done, told apart from all others by its kind and what it is about.
type Task = (&'static str, [u8; 16]);

/// How many tasks a region's coordinators have: groups that nobody starts, an open proposal, and groups that were
/// dissolved today or yesterday, whose people wait again.
///
/// # Errors
/// [`crate::Fault::Store`].
pub fn count_tasks(tx: &mut DbConn, region: RegionId, now: DateTime<Utc>) -> Result<usize> {
    Ok(list_tasks(tx, region, now)?.len())
}

fn list_tasks(tx: &mut DbConn, region: RegionId, now: DateTime<Utc>) -> Result<Vec<Task>> {
    let news_until = oslo_date(now) + REMEMBERED_DAYS - NEWS_DAYS;
    let task = |group: &Group| match group.state {
        GroupState::Dissolved => {
            (group.calendar.kept_until > news_until).then_some(("dissolved", *group.id.as_bytes()))
        }
        _ => (group.lead.whom().is_none() && is_vacant(group, now)).then_some(("vacant", *group.id.as_bytes())),
    };
    let mut tasks: Vec<Task> = group::list_approved(tx, region)?.iter().filter_map(task).collect();
    tasks.extend(round::find_open(tx, region)?.map(|round| ("round", *round.id.as_bytes())));
    tasks.sort_unstable();
    Ok(tasks)
}

/// A number that tells apart which tasks there are: as many others are told as news. Nothing to do is nought.
fn fingerprint(tasks: &[Task]) -> i32 {
    let bytes = tasks.iter().flat_map(|(kind, id)| kind.bytes().chain(*id));
    // FNV, of which the upper 31 bits fit the column: the same whichever release counts.
    let hash = bytes.fold(2_166_136_261_u32, |hash, byte| {
        (hash ^ u32::from(byte)).wrapping_mul(16_777_619)
    });
    if tasks.is_empty() {
        0
    } else {
        i32::try_from(hash >> 1).unwrap_or(i32::MAX)
    }
}

/// Writes to the coordinators of each region in which there is something to do, and it is not what they were last told of:
/// from eight o'clock, and once a day at most. A region that can't be looked at keeps no other from it.
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
    /// There are other tasks by now, with this fingerprint, and they are to be told.
    Other(i32),
    /// All has been done, which makes room for news. The day on which they were told stays.
    AllDone(NaiveDate),
}

fn find_news(tx: &mut DbConn, region: RegionId, now: DateTime<Utc>) -> Result<Option<News>> {
    let tasks = fingerprint(&list_tasks(tx, region, now)?);
    let (told, told_on) = region::tasks_told(tx, region)?;
    Ok(match told_on {
        _ if tasks == told => None,
        Some(day) if tasks == 0 => Some(News::AllDone(day)),
        _ if told_on != Some(oslo_date(now)) && is_morning(now) => Some(News::Other(tasks)),
        _ => None,
    })
}

/// Gives how many were written to.
fn tell_tasks(tx: &mut DbConn, chance: &Chance, region: RegionId, now: DateTime<Utc>) -> Result<usize> {
    let tasks = match find_news(tx, region, now)? {
        None => return Ok(0),
        Some(News::AllDone(told_on)) => {
            region::mark_tasks_told(tx, region, 0, told_on)?;
            return Ok(0);
        }
        Some(News::Other(tasks)) => tasks,
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
