//! What time takes away (promise C6): notes, groups, letters, courses, staff and ways in whose last day is over.

use std::io::{self, Write as _};

use chrono::{DateTime, TimeDelta, Utc};
use model::{Chance, Clock, oslo_date};
use notifier::Route;
use store::{Db, Journal, notice, outbox, sign_in, telling};

use crate::{
    Settings,
    schedule::PassFault,
    service::{Half, Service, StartFault},
};

/// How long letters are kept after they were delivered, and after they failed.
const DELIVERED_KEPT: TimeDelta = TimeDelta::hours(24);
const FAILED_KEPT: TimeDelta = TimeDelta::days(7);

/// How much was taken away.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Forgotten {
    /// Notes that were erased.
    pub notes: usize,
    /// Groups that were forgotten.
    pub groups: usize,
    /// Staff who were let go.
    pub staff: usize,
    /// Letters' files that were erased.
    pub files: usize,
}

/// Why `oppstart forget` did not do all of it.
#[derive(Debug, thiserror::Error)]
pub enum ForgetFault {
    /// The service can't be opened.
    #[error(transparent)]
    Start(#[from] StartFault),
    /// A step failed; the others were made.
    #[error(transparent)]
    Pass(#[from] PassFault),
    /// The counts could not be printed.
    #[error(transparent)]
    Output(#[from] io::Error),
}

/// `oppstart forget`: takes away at once what the schedule would within the minute and in the week's night, and prints
/// how much that was.
///
/// # Errors
/// [`ForgetFault`].
pub fn forget(settings: Settings) -> Result<(), ForgetFault> {
    let chance = Chance::from_system().map_err(StartFault::from)?;
    let service = Service::open(settings, Some(Half::Web), Clock::system(), chance)?;
    let (db, route) = (&service.db, &service.settings.mail_route);
    let forgotten = take_away(db, &service.chance, route, service.clock.now())?;
    db.vacuum().map_err(PassFault::from)?;
    let is_scrubbed = db.scrub().map_err(PassFault::from)?;
    let Forgotten {
        notes,
        groups,
        staff,
        files,
    } = forgotten;
    let mut out = io::stdout().lock();
    writeln!(
        out,
        "Erased notes: {notes}. Forgotten groups: {groups}. Staff let go: {staff}. Erased files of letters: {files}."
    )?;
    if !is_scrubbed {
        writeln!(
            out,
            "Somebody was reading: the running service empties the write-ahead log within a minute."
        )?;
    }
    Ok(())
}

/// Takes away what has had its last day. Each step is made whatever became of those before: one group in disorder must
/// not keep others' data.
///
/// # Errors
/// The first fault, once all steps have been made.
pub fn take_away(db: &Db, chance: &Chance, route: &Route, now: DateTime<Utc>) -> Result<Forgotten, PassFault> {
    let notes = groups::erase_expired(db, chance, now);
    let groups = groups::forget_expired(db, now);
    let courses = course::clean_due(db, now);
    let staff = contact_point::expire_staff(db, now);
    let ended = db.write_now(|tx| delete_ended(tx, now));
    let files = route.erase_old_files(now);
    let journal = db.journal().map_or(Ok(()), Journal::remove_old);
    ended?;
    courses?;
    journal?;
    Ok(Forgotten {
        notes: notes?,
        groups: groups?,
        staff: staff?,
        files: files.map_err(PassFault::Files)?,
    })
}

fn delete_ended(tx: &mut store::DbConn, now: DateTime<Utc>) -> Result<(), store::Fault> {
    sign_in::delete_expired(tx, now)?;
    notice::delete_expired(tx, oslo_date(now))?;
    telling::delete_expired(tx, oslo_date(now))?;
    outbox::delete_ended(tx, now - DELIVERED_KEPT, now - FAILED_KEPT)
}
