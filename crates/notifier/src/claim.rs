//! Taking letters from the outbox, and giving them back untried.

use std::sync::atomic::Ordering;

use chrono::TimeDelta;
use store::{
    mail_pause::{self, MailPause},
    outbox::{self, Claimed},
};

use crate::{Cause, Fault, Notifier};

/// How many letters are claimed at once: few, since a crash strands them until their leases run out.
const BATCH: i64 = 20;

/// How long letters wait after the route was found to be down; each further time in a row as much longer.
const PAUSE: TimeDelta = TimeDelta::minutes(5);

/// How many times longer at most.
const LONGEST_PAUSES: u32 = 6;

impl Notifier {
    /// Claims letters that are due: none while the route is paused.
    pub(crate) async fn claim(&self) -> Result<Vec<Claimed>, Fault> {
        let now = self.clock.now();
        self.db
            .write(move |tx| match mail_pause::find(tx)? {
                Some(pause) if pause.until > now => Ok(Vec::new()),
                _ => Ok(outbox::claim(tx, now, BATCH)?),
            })
            .await
    }

    /// Gives letters back untried, and returns how many those were.
    pub(crate) async fn give_back(&self, letters: &[Claimed]) -> Result<usize, Fault> {
        let letters = letters.to_vec();
        self.db
            .write(move |tx| {
                for letter in &letters {
                    outbox::release(tx, letter)?;
                }
                Ok(letters.len())
            })
            .await
    }

    /// The route is down, and no letter is to blame: gives them back untried, and pauses the route for all workers.
    pub(crate) async fn pause(&self, cause: Cause, letters: &[Claimed]) -> Result<usize, Fault> {
        let times = self.times_down.fetch_add(1, Ordering::Relaxed) + 1;
        let lasts = PAUSE * i32::try_from(times.min(LONGEST_PAUSES)).unwrap_or(1);
        let pause = MailPause {
            until: self.clock.now() + lasts,
            cause: cause.to_string(),
        };
        tracing::error!(%cause, until = %pause.until, "the mail route is down: letters have to wait");
        let letters = letters.to_vec();
        self.db
            .write(move |tx| {
                for letter in &letters {
                    outbox::release(tx, letter)?;
                }
                // Another worker may have found out as well.
                if mail_pause::find(tx)?.is_none_or(|other| other.until < pause.until) {
                    mail_pause::put(tx, &pause)?;
                }
                Ok(letters.len())
            })
            .await
    }
}
