//! Recording what came of a letter, in one transaction with what follows from it.
//!
//! Each record changes something only while the claim is still ours; an erased letter has no record.

use std::sync::{PoisonError, atomic::Ordering};

use chrono::{DateTime, NaiveDate, Utc};
use model::{Chance, GroupId, Letter, NoteId};
use store::{
    DbConn, mail_pause,
    outbox::{self, Claimed, Outcome},
};

use crate::{Fault, Notifier, notifier::End, retry::next_try};

/// What becomes of the seat that a failed invitation has offered.
type FreeSeat = fn(&mut DbConn, &Chance, (NoteId, GroupId), DateTime<Utc>) -> Result<(), groups::Fault>;

impl Notifier {
    /// The mail server took the letter: the route works, and an invitation's days to answer begin.
    pub(crate) async fn record_delivered(&self, claimed: &Claimed, on: NaiveDate) -> Result<End, Fault> {
        self.times_down.store(0, Ordering::Relaxed);
        *self.denied.lock().unwrap_or_else(PoisonError::into_inner) = None;
        let (letter, now) = (*claimed, self.clock.now());
        let recorded = self
            .db
            .write(move |tx| {
                mail_pause::clear(tx)?;
                let ended = match letter.letter {
                    // The igangsetter knows now, and nobody else needs to (promise L7).
                    Letter::Absence { .. } => outbox::delete(tx, &letter)?,
                    _ => outbox::end(tx, &letter, Outcome::Delivered, now)?,
                };
                if let (true, Letter::Invitation { note, group }) = (ended, letter.letter) {
                    groups::invitation_delivered(tx, note, group, on)?;
                }
                Ok(ended)
            })
            .await;
        self.or_end_alone(recorded, claimed, Outcome::Delivered, End::Delivered)
            .await
    }

    /// The letter will never arrive, since its recipient was refused: a seat that it offered is free.
    pub(crate) async fn record_failed(&self, claimed: &Claimed) -> Result<End, Fault> {
        self.fail(claimed, groups::invitation_refused).await
    }

    async fn fail(&self, claimed: &Claimed, free_seat: FreeSeat) -> Result<End, Fault> {
        let (letter, now, chance) = (*claimed, self.clock.now(), self.chance.clone());
        let recorded = self
            .db
            .write(move |tx| {
                let ended = outbox::end(tx, &letter, Outcome::Failed, now)?;
                if let (true, Letter::Invitation { note, group }) = (ended, letter.letter) {
                    free_seat(tx, &chance, (note, group), now)?;
                }
                Ok(ended)
            })
            .await;
        self.or_end_alone(recorded, claimed, Outcome::Failed, End::Failed).await
    }

    /// Nobody is left to be told.
    pub(crate) async fn record_dropped(&self, claimed: &Claimed) -> Result<End, Fault> {
        let ended = self.end(claimed, Outcome::Dropped).await?;
        Ok(if ended { End::Dropped } else { End::Lost })
    }

    /// The letter is tried again later, or given up if it has been tried for long enough. That is nobody's fault.
    pub(crate) async fn put_off(&self, claimed: &Claimed) -> Result<End, Fault> {
        let Some(next) = next_try(claimed, self.clock.now(), &self.chance) else {
            return self.fail(claimed, groups::invitation_undelivered).await;
        };
        let claimed = *claimed;
        self.db.write(move |tx| outbox::try_later(tx, &claimed, next)).await?;
        Ok(End::PutOff)
    }

    /// Ends a letter without what follows from it where that can't be done: better a group in disorder, which shows,
    /// than the same letter again and again.
    async fn or_end_alone(
        &self,
        recorded: Result<bool, Fault>,
        claimed: &Claimed,
        outcome: Outcome,
        end: End,
    ) -> Result<End, Fault> {
        let ended = match recorded {
            Err(fault) if fault.is_disorder() => {
                tracing::error!(letter = %claimed.id, kind = claimed.letter.kind(), %fault, "a group is in disorder");
                self.end(claimed, outcome).await?
            }
            recorded => recorded?,
        };
        Ok(if ended { end } else { End::Lost })
    }

    async fn end(&self, claimed: &Claimed, outcome: Outcome) -> Result<bool, Fault> {
        let (claimed, now) = (*claimed, self.clock.now());
        let ended = self.db.write(move |tx| outbox::end(tx, &claimed, outcome, now)).await;
        Ok(ended?)
    }
}
