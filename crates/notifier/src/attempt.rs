//! One try to deliver one letter: facts, address, words, and off it goes. Nothing is recorded here.

use chrono::NaiveDate;
use model::oslo_date;
use store::outbox::Claimed;
use vault::OpenFault;

use crate::{
    Cause, DeliveryFault, Fault, Notifier,
    facts::{self, Gathered},
    message::Outgoing,
};

/// What came of a try.
pub(crate) enum Attempt {
    /// The mail server took the letter.
    Taken {
        /// The day that counts as the day of delivery: the one that the letter was written on.
        on: NaiveDate,
    },
    /// The letter is of no use any more: its moment has passed, its recipient is gone, or has done already
    /// what it asks for.
    Moot,
    /// The letter did not arrive, or not for sure.
    Failed(DeliveryFault),
}

impl Notifier {
    /// Tries to deliver a claimed letter.
    pub(crate) async fn attempt(&self, claimed: &Claimed) -> Result<Attempt, Fault> {
        let now = self.clock.now();
        if now > claimed.useless_after {
            return Ok(Attempt::Moot);
        }
        let (maker, letter) = (self.maker.clone(), claimed.letter);
        let gathered = self.db.read(move |tx| facts::gather(tx, &maker, &letter, now)).await;
        let gathered = match gathered {
            Ok(Some(gathered)) => gathered,
            Ok(None) => return Ok(Attempt::Moot),
            // One damaged row must not hold up everybody else's letters.
            Err(fault) if fault.is_disorder() => {
                return Ok(Attempt::Failed(DeliveryFault::TryAgain(Cause::Row)));
            }
            Err(fault) => return Err(fault),
        };
        let letter = match self.open(claimed, &gathered) {
            Ok(letter) => letter,
            Err(fault) => return Ok(Attempt::Failed(fault)),
        };
        let delivered = self.route.deliver(letter, &self.sender, now, self.deadline).await;
        Ok(match delivered {
            Ok(()) => Attempt::Taken { on: oslo_date(now) },
            Err(fault) => Attempt::Failed(fault),
        })
    }

    fn open(&self, claimed: &Claimed, gathered: &Gathered) -> Result<Outgoing, DeliveryFault> {
        let opened = self.opening_keys.open(&gathered.sealed, gathered.sealed_at);
        let to = opened.map_err(|fault| match fault {
            // Keys may have been renewed since this process read them.
            OpenFault::UnknownKey(_) => DeliveryFault::TryAgain(Cause::Key),
            OpenFault::Malformed | OpenFault::NotGenuine => DeliveryFault::GiveUp(Cause::Sealed),
        })?;
        Ok(Outgoing {
            id: claimed.id,
            to,
            owed_at: claimed.owed_at,
            language: gathered.language,
            rendered: letters::render(&gathered.facts, gathered.language, &self.sender.with(&gathered.office)),
        })
    }
}
