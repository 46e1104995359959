//! The delivery loop.

use std::{
    sync::{
        Mutex, PoisonError,
        atomic::{AtomicI32, AtomicU32},
    },
    time::Duration,
};

use model::{Chance, Clock, LetterId};
use store::{Db, outbox::Claimed};
use tokio::{sync::watch, time::Instant};
use vault::{KeyId, OpeningKeys, Vault};

use crate::{DeliveryFault, Fault, Route, Sender, attempt::Attempt, facts::Maker};

/// How long one letter may take, from connecting to the server's last word. With it, a stop takes less than the
/// 30 seconds of promise R6.
pub(crate) const DEADLINE: Duration = Duration::from_secs(25);

/// The outbox leases letters for five minutes: one that is begun within four ends in time.
const CLAIM_IS_GOOD_FOR: Duration = Duration::from_mins(4);

/// How often the outbox is looked into while nothing is due.
const INTERVAL: Duration = Duration::from_secs(1);

/// What a notifier works with.
pub struct Parts {
    /// The database with the outbox.
    pub db: Db,
    /// Makes links and codes.
    pub vault: Vault,
    /// Opens addresses.
    pub opening_keys: OpeningKeys,
    /// Tells the time.
    pub clock: Clock,
    /// Spreads tries that failed together.
    pub chance: Chance,
    /// The way letters go.
    pub route: Route,
    /// Who letters come from.
    pub sender: Sender,
}

/// Sends the letters that are owed. Several may work on one database at once, in one process or in many.
pub struct Notifier {
    pub(crate) db: Db,
    pub(crate) opening_keys: OpeningKeys,
    pub(crate) clock: Clock,
    pub(crate) chance: Chance,
    pub(crate) route: Route,
    pub(crate) sender: Sender,
    pub(crate) maker: Maker,
    pub(crate) deadline: Duration,
    /// How long after a claim its letters may still be begun.
    pub(crate) claim_is_good_for: Duration,
    /// How often in a row the route was found to be down.
    pub(crate) times_down: AtomicU32,
    /// The version of the keys that was the newest in the pass before.
    pub(crate) version_seen: AtomicU32,
    /// The day on which addresses under older keys were last looked for, counted from the first of our era.
    pub(crate) looked_on: AtomicI32,
    /// The last letter that was refused by policy, if none has been delivered since.
    pub(crate) denied: Mutex<Option<LetterId>>,
}

/// How many letters of a pass ended in which way.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Tally {
    /// The mail server took them.
    pub delivered: usize,
    /// They will never arrive.
    pub failed: usize,
    /// Their moment had passed, or nobody was left to read them.
    pub dropped: usize,
    /// They are still owed.
    pub put_off: usize,
}

impl Tally {
    const fn is_empty(self) -> bool {
        self.delivered + self.failed + self.dropped + self.put_off == 0
    }
}

/// What a recorded attempt adds to the tally.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum End {
    Delivered,
    Failed,
    Dropped,
    PutOff,
    /// The claim had been taken over, or the letter was erased meanwhile: nothing was recorded.
    Lost,
}

impl Notifier {
    /// A notifier of these parts.
    #[must_use]
    pub fn new(parts: Parts) -> Self {
        let maker = Maker {
            vault: parts.vault,
            public_url: parts.sender.public_url.clone(),
            link_key: KeyId::of(1),
        };
        Self {
            db: parts.db,
            opening_keys: parts.opening_keys,
            clock: parts.clock,
            chance: parts.chance,
            route: parts.route,
            sender: parts.sender,
            maker,
            deadline: DEADLINE,
            claim_is_good_for: CLAIM_IS_GOOD_FOR,
            times_down: AtomicU32::new(0),
            version_seen: AtomicU32::new(0),
            looked_on: AtomicI32::new(0),
            denied: Mutex::new(None),
        }
    }

    /// The same with another deadline for each letter, instead of 25 seconds.
    #[must_use]
    pub fn with_deadline(self, deadline: Duration) -> Self {
        // Beyond that, a letter could outlive its lease.
        let deadline = deadline.min(Duration::from_secs(45));
        Self { deadline, ..self }
    }

    /// Claims a batch of due letters and sends them, one after the other.
    ///
    /// While the route is paused, nothing is claimed, and the tally is empty.
    ///
    /// # Errors
    /// [`Fault`] if the database fails. What was claimed and not ended is free again when its lease runs out.
    pub async fn deliver_due(&self) -> Result<Tally, Fault> {
        self.pass(&|| false).await
    }

    /// Sends letters as they fall due, until it is told to stop or whoever could tell is gone. The letter in hand
    /// is finished then, and the others are given back.
    pub async fn run(&self, mut stop: watch::Receiver<bool>) {
        loop {
            let told = stop.clone();
            let is_told = move || *told.borrow() || told.has_changed().is_err();
            let idle = match self.pass(&is_told).await {
                Ok(tally) => tally.is_empty(),
                Err(fault) => {
                    tracing::error!(%fault, "letters have to wait");
                    true
                }
            };
            if is_told() {
                return;
            }
            if idle {
                tokio::select! {
                    _ = stop.wait_for(|told| *told) => return,
                    () = tokio::time::sleep(INTERVAL) => {}
                }
            }
        }
    }

    async fn pass(&self, is_told_to_stop: &(dyn Fn() -> bool + Sync)) -> Result<Tally, Fault> {
        let mut tally = Tally::default();
        let claimed_at = Instant::now();
        let batch = self.claim().await?;
        let mut left = batch.as_slice();
        while let Some((letter, rest)) = left.split_first() {
            if is_told_to_stop() || claimed_at.elapsed() >= self.claim_is_good_for {
                tally.put_off += self.give_back(left).await?;
                break;
            }
            let attempt = self.attempt(letter).await?;
            if let Attempt::Failed(DeliveryFault::RouteDown(cause)) = attempt {
                tally.put_off += self.pause(cause, left).await?;
                break;
            }
            let denied = match attempt {
                Attempt::Failed(DeliveryFault::Denied(cause)) => Some(cause),
                _ => None,
            };
            tally.add(self.settle(letter, attempt).await?);
            left = rest;
            if let Some(cause) = denied
                && self.is_second_denied(letter.id)
            {
                tally.put_off += self.pause(cause, left).await?;
                break;
            }
        }
        Ok(tally)
    }

    /// True if another letter was refused by policy too, with none delivered between: then it is the route. The letters
    /// themselves are put off one by one, so that two recipients who are refused for good hold up nobody for long.
    fn is_second_denied(&self, letter: LetterId) -> bool {
        let mut last = self.denied.lock().unwrap_or_else(PoisonError::into_inner);
        last.replace(letter).is_some_and(|other| other != letter)
    }

    /// Records what came of a letter, and logs it: once, and with nothing but its id, its kind and a word.
    async fn settle(&self, letter: &Claimed, attempt: Attempt) -> Result<End, Fault> {
        let (end, cause) = match attempt {
            Attempt::Taken { on } => (self.record_delivered(letter, on).await?, None),
            Attempt::Moot => (self.record_dropped(letter).await?, None),
            Attempt::Failed(DeliveryFault::TryAgain(cause) | DeliveryFault::Denied(cause)) => {
                (self.put_off(letter).await?, Some(cause))
            }
            Attempt::Failed(DeliveryFault::GiveUp(cause) | DeliveryFault::RouteDown(cause)) => {
                (self.record_failed(letter).await?, Some(cause))
            }
        };
        let (id, kind) = (letter.id, letter.letter.kind());
        match cause {
            None => tracing::info!(letter = %id, kind, outcome = end.word()),
            Some(cause) => tracing::warn!(letter = %id, kind, outcome = end.word(), %cause),
        }
        Ok(end)
    }
}

impl Tally {
    const fn add(&mut self, end: End) {
        match end {
            End::Delivered => self.delivered += 1,
            End::Failed => self.failed += 1,
            End::Dropped => self.dropped += 1,
            End::PutOff => self.put_off += 1,
            End::Lost => {}
        }
    }
}

impl End {
    const fn word(self) -> &'static str {
        match self {
            Self::Delivered => "delivered",
            Self::Failed => "failed",
            Self::Dropped => "dropped",
            Self::PutOff => "put-off",
            Self::Lost => "lost",
        }
    }
}
