//! The schedule: small idempotent steps over all that time brings about.
//!
//! Several instances may run it; a lease lets one at a time. Every step asks the injected clock, so a test or the demo
//! that moves the clock drives the same code.

use std::{
    io,
    ops::Range,
    sync::{
        Arc,
        atomic::{AtomicI32, Ordering},
    },
    time::Duration,
};

use chrono::{DateTime, Datelike as _, TimeDelta, Timelike as _, Utc, Weekday};
use chrono_tz::Europe::Oslo;
use model::{Chance, Clock};
use notifier::{Notifier, Route, Tally};
use store::{Db, lease};
use tokio::sync::watch;

use crate::retention;

/// How often the clock is looked at.
const PACE: Duration = Duration::from_secs(20);
/// Longer than a pass takes; another instance takes over after it.
const LEASE: TimeDelta = TimeDelta::minutes(5);
const LEASE_NAME: &str = "schedule";

/// When the database is written anew: in the night to Sunday, in these hours of Oslo. Both come once in every night.
const VACUUM_DAY: Weekday = Weekday::Sun;
const VACUUM_HOURS: Range<u32> = 3..5;

/// Why a pass ended early. Nothing is lost: the next one begins again.
#[derive(Debug, thiserror::Error)]
pub enum PassFault {
    /// A group could not be settled or forgotten.
    #[error(transparent)]
    Groups(#[from] groups::Fault),
    /// A collection could not be closed, or a note's person not be written to.
    #[error(transparent)]
    Course(#[from] course::Fault),
    /// Staff could not be let go.
    #[error(transparent)]
    ContactPoint(#[from] contact_point::Fault),
    /// Letters could not be claimed, or keys not be renewed.
    #[error(transparent)]
    Notifier(#[from] notifier::Fault),
    /// The database failed.
    #[error(transparent)]
    Store(#[from] store::Fault),
    /// Old letters' files could not be erased.
    #[error("old letters' files were not erased: {0}")]
    Files(io::Error),
    /// The thread of the pass was cut off.
    #[error("the pass was cut off")]
    CutOff,
}

/// Does what is due by now in courses and groups, and owes the letters of it. Each step is made whatever became of those
/// before: one group in disorder must not keep others' data.
///
/// # Errors
/// The first fault, once all steps have been made.
pub(crate) fn bring_about(db: &Db, chance: &Chance, now: DateTime<Utc>) -> Result<(), PassFault> {
    let steps = [
        course::close_due(db, chance, now).map_err(PassFault::from),
        groups::settle_due(db, chance, now).map_err(PassFault::from),
        groups::remind_due(db, chance, now).map_err(PassFault::from),
        course::prompt_due(db, chance, now).map_err(PassFault::from),
        groups::tell_tasks_due(db, chance, now).map_err(PassFault::from),
    ];
    steps.into_iter().collect()
}

/// What keeps the service going beside its pages: the schedule and the delivery of letters.
#[derive(Clone)]
pub struct Worker {
    db: Db,
    clock: Clock,
    chance: Chance,
    notifier: Arc<Notifier>,
    route: Route,
    holder: i32,
    /// The day on which this worker last wrote the database anew, counted from the first of our era.
    vacuumed_on: Arc<AtomicI32>,
}

impl Worker {
    /// A worker with a holder's number of its own for leases.
    #[must_use]
    pub fn new(db: Db, clock: Clock, chance: Chance, notifier: Notifier, route: Route) -> Self {
        let holder = i32::from_be_bytes(chance.bytes());
        Self {
            db,
            clock,
            chance,
            notifier: Arc::new(notifier),
            route,
            holder,
            vacuumed_on: Arc::default(),
        }
    }

    /// Does all that is due now, once: the schedule if no other instance has it, then the letters.
    ///
    /// # Errors
    /// [`PassFault`].
    pub async fn pass(&self) -> Result<Tally, PassFault> {
        let worker = self.clone();
        tokio::task::spawn_blocking(move || worker.schedule_pass())
            .await
            .map_err(|_| PassFault::CutOff)??;
        Ok(self.notifier.deliver_due().await?)
    }

    /// Works until told to stop. A letter in hand is finished first.
    pub async fn run(self, mut stop: watch::Receiver<bool>) {
        let deliver = self.notifier.run(stop.clone());
        let schedule = async {
            loop {
                let worker = self.clone();
                let pass = tokio::task::spawn_blocking(move || worker.schedule_pass()).await;
                match pass {
                    Ok(Ok(())) => {}
                    Ok(Err(fault)) => tracing::error!(%fault, "the schedule stopped half-way, and will begin again"),
                    Err(_) => tracing::error!("the schedule was cut off, and will begin again"),
                }
                tokio::select! {
                    () = tokio::time::sleep(PACE) => {}
                    _ = stop.changed() => break,
                }
            }
        };
        tokio::join!(deliver, schedule);
        if let Err(fault) = self
            .db
            .write(move |tx| lease::give_back(tx, LEASE_NAME, self.holder))
            .await
        {
            tracing::warn!(%fault, "the schedule's lease was not given back, and runs out by itself");
        }
    }

    fn schedule_pass(&self) -> Result<(), PassFault> {
        if !self
            .db
            .write_now(|tx| lease::take(tx, LEASE_NAME, self.holder, LEASE))?
        {
            return Ok(());
        }
        let (db, chance, now) = (&self.db, &self.chance, self.clock.now());
        // As in there, each step is made.
        let steps = [
            bring_about(db, chance, now),
            retention::take_away(db, chance, &self.route, now).map(drop),
            self.notifier.renew_keys().map_err(PassFault::from),
            self.vacuum_if_due(now),
            // Without this, what was deleted still stands in SQLite's write-ahead log (promise C5).
            db.scrub().map(drop).map_err(PassFault::from),
        ];
        steps.into_iter().collect()
    }

    /// Writes the database anew once a week (promise C5). Which week was the last is not stored: to do it once more
    /// after a restart does no harm.
    fn vacuum_if_due(&self, now: DateTime<Utc>) -> Result<(), PassFault> {
        let here = now.with_timezone(&Oslo);
        let day = here.num_days_from_ce();
        let is_time = here.weekday() == VACUUM_DAY && VACUUM_HOURS.contains(&here.hour());
        if !is_time || self.vacuumed_on.load(Ordering::Relaxed) == day {
            return Ok(());
        }
        self.db.vacuum()?;
        self.vacuumed_on.store(day, Ordering::Relaxed);
        tracing::info!("the database was written anew");
        Ok(())
    }
}
