//! What was done since the backup is done again: letters that were sent are sent no more, who was erased is erased, and
//! what time has brought about comes about.

use std::collections::HashSet;

use chrono::{DateTime, NaiveDate, Utc};
use model::{Chance, Letter, LetterId, NoteId, StaffId, oslo_date};
use store::{
    Db, backup, group,
    journal::{Entry, LetterMark},
    note,
    outbox::{self, Outcome},
    staff,
};

use super::{RestoreFault, since::Since};
use crate::schedule::bring_about;

/// The database that is being put back.
pub(super) struct Replay<'a> {
    pub(super) db: &'a Db,
    pub(super) chance: &'a Chance,
    pub(super) now: DateTime<Utc>,
}

/// How much was done again.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Replayed {
    pub(super) notes: usize,
    pub(super) staff: usize,
    /// How many letters were owed in the backup, and have been sent since, or nobody knows.
    ended: usize,
    /// Those that were owed in the backup, and have not been sent.
    unsent: HashSet<LetterId>,
}

/// What became of the letters that were owed.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Letters {
    /// They had been sent, or nobody knows.
    pub(super) ended: usize,
    /// They will be sent.
    pub(super) owed: usize,
}

impl Replay<'_> {
    /// Does again what the journal holds; each thing in a transaction of its own, as it was the first time.
    pub(super) fn run(&self, journal: Option<&Since>) -> Result<Replayed, RestoreFault> {
        self.db.write_now(backup::close_doors)?;
        // First, so that an invitation's days to answer have begun before a group is settled.
        let mut replayed = self.end_sent(journal)?;
        for (_, entry) in journal.iter().flat_map(|journal| &journal.entries) {
            match entry {
                Entry::Note(note) => replayed.notes += usize::from(self.erase(*note)?),
                Entry::Staff(member) => replayed.staff += usize::from(self.remove(*member)?),
                Entry::Letter(..) | Entry::Claim(_) | Entry::Backup(_) => {}
            }
        }
        // As in the service: one group in disorder keeps no other, nor the whole database.
        if let Err(fault) = bring_about(self.db, self.chance, self.now) {
            tracing::error!(%fault, "not all that was due could be done; the service will try again");
        }
        Ok(replayed)
    }

    /// Ends the letters that were owed in the backup and have been sent since. Without a journal all are ended.
    fn end_sent(&self, journal: Option<&Since>) -> Result<Replayed, RestoreFault> {
        let mut replayed = Replayed::default();
        for (id, _) in self.db.read_now(outbox::list_owed)? {
            if let Some(how) = self.end_of(journal, |journal| journal.sent(id)) {
                self.end(id, how)?;
                replayed.ended += 1;
            } else {
                replayed.unsent.insert(id);
            }
        }
        Ok(replayed)
    }

    /// Ends the letters that have become owed again by all that was done again, and were sent the first time: they have
    /// other ids, and say the same. Without a journal all are ended.
    pub(super) fn end_said(&self, journal: Option<&Since>, replayed: &Replayed) -> Result<Letters, RestoreFault> {
        let mut letters = Letters {
            ended: replayed.ended,
            owed: 0,
        };
        for (id, letter) in self.db.read_now(outbox::list_owed)? {
            let said = |journal: &Since| {
                let is_new = !replayed.unsent.contains(&id);
                journal.said(LetterMark::of(&letter)).filter(|_| is_new)
            };
            if let Some(how) = self.end_of(journal, said) {
                self.end(id, how)?;
                letters.ended += 1;
            } else {
                letters.owed += 1;
            }
        }
        Ok(letters)
    }

    /// How a letter ends: delivered on a day, if it was sent; dropped, if nobody knows. `None` if it is owed.
    fn end_of(
        &self,
        journal: Option<&Since>,
        sent: impl Fn(&Since) -> Option<NaiveDate>,
    ) -> Option<(Outcome, NaiveDate)> {
        match journal {
            None => Some((Outcome::Dropped, oslo_date(self.now))),
            Some(journal) => sent(journal).map(|day| (Outcome::Delivered, day)),
        }
    }

    /// Ends a letter. Whoever may have got an invitation has their days to answer, as if they had.
    fn end(&self, letter: LetterId, (outcome, day): (Outcome, NaiveDate)) -> Result<(), RestoreFault> {
        self.db.write_now(|tx| {
            let ended = outbox::end_unclaimed(tx, letter, outcome, self.now)?;
            if let Some(Letter::Invitation { note, group }) = ended {
                groups::invitation_delivered(tx, note, group, day)?;
            }
            Ok(())
        })
    }

    /// Where the group can't be settled, the note is erased all the same: better a group in disorder, which shows, than
    /// somebody who comes back.
    fn erase(&self, note: NoteId) -> Result<bool, RestoreFault> {
        let erased = self
            .db
            .write_now(|tx| groups::withdraw(tx, self.chance, note, self.now))
            .or_else(|fault| {
                tracing::error!(%fault, "a group could not be settled without a note that was erased");
                self.db.write_now(|tx| note::erase(tx, note))
            })?;
        Ok(erased.notes > 0)
    }

    /// Who was removed led no group then; in the backup they may.
    fn remove(&self, member: StaffId) -> Result<bool, RestoreFault> {
        self.db.write_now(|tx| {
            let Some(member) = staff::find(tx, member)? else {
                return Ok(false);
            };
            for led in group::list_of_igangsetter(tx, member.id)? {
                groups::step_back(tx, self.chance, &member, led.id, self.now)?;
            }
            contact_point::remove_again(tx, &member, self.now)?;
            Ok(true)
        })
    }
}

#[cfg(test)]
mod tests;
