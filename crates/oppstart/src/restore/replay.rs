//! What was done since the backup is done again: letters that were sent are sent no more, who was erased is erased, and
//! what time has brought about comes about.

use std::collections::HashMap;

use chrono::{DateTime, NaiveDate, Utc};
use model::{Chance, Letter, LetterId, NoteId, StaffId, oslo_date};
use store::{
    Db, DbConn, backup, group,
    journal::{Entry, Journalled, LetterMark},
    outbox::{self, Outcome},
    staff,
};

use super::RestoreFault;
use crate::schedule::bring_about;

/// The database that is being put back.
pub(super) struct Replay<'a> {
    pub(super) db: &'a Db,
    pub(super) chance: &'a Chance,
    pub(super) now: DateTime<Utc>,
}

/// How much was done again.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Replayed {
    pub(super) notes: usize,
    pub(super) staff: usize,
    pub(super) letters: Letters,
}

/// What became of the letters that were owed.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Letters {
    /// They had been sent, or nobody knows.
    pub(super) ended: usize,
    /// They will be sent.
    pub(super) owed: usize,
}

impl Letters {
    /// Both together, when others had become owed meanwhile.
    pub(super) const fn and(self, later: Self) -> Self {
        Self {
            ended: self.ended + later.ended,
            owed: later.owed,
        }
    }
}

impl Replay<'_> {
    /// Does again what the journal holds; each thing in a transaction of its own, as it was the first time.
    pub(super) fn run(&self, journal: Option<&Journalled>, made: DateTime<Utc>) -> Result<Replayed, RestoreFault> {
        self.db.write_now(backup::close_doors)?;
        // First, so that an invitation's days to answer have begun before a group is settled.
        let mut replayed = Replayed {
            letters: self.settle_letters(journal, made)?,
            ..Replayed::default()
        };
        for (_, entry) in journal.iter().flat_map(|journal| &journal.entries) {
            match entry {
                Entry::Note(note) => replayed.notes += usize::from(self.erase(*note)?),
                Entry::Staff(member) => replayed.staff += usize::from(self.remove(*member)?),
                Entry::Letter(..) | Entry::Claim(_) | Entry::Backup(_) => {}
            }
        }
        bring_about(self.db, self.chance, self.now)?;
        Ok(replayed)
    }

    /// Ends the letters that were sent since the backup: by their ids those that were owed then; by what they say those
    /// that became owed later, and have become so again. Without a journal all are ended.
    pub(super) fn settle_letters(
        &self,
        journal: Option<&Journalled>,
        made: DateTime<Utc>,
    ) -> Result<Letters, RestoreFault> {
        let sent = journal.map(|journal| Sent::since(journal, oslo_date(made)));
        let mut letters = Letters::default();
        for (id, letter) in self.db.read_now(outbox::list_owed)? {
            let ended = match &sent {
                None => Some((Outcome::Dropped, oslo_date(self.now))),
                Some(sent) => sent.day_of(id, &letter).map(|day| (Outcome::Delivered, day)),
            };
            match ended {
                None => letters.owed += 1,
                Some((outcome, day)) => {
                    self.db.write_now(|tx| end(tx, id, outcome, (day, self.now)))?;
                    letters.ended += 1;
                }
            }
        }
        Ok(letters)
    }

    fn erase(&self, note: NoteId) -> Result<bool, RestoreFault> {
        let erased = self
            .db
            .write_now(|tx| groups::withdraw(tx, self.chance, note, self.now))?;
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

/// Whoever may have got an invitation has their days to answer, as if they had.
fn end(
    tx: &mut DbConn,
    id: LetterId,
    outcome: Outcome,
    (day, now): (NaiveDate, DateTime<Utc>),
) -> Result<(), RestoreFault> {
    if let Some(Letter::Invitation { note, group }) = outbox::end_unclaimed(tx, id, outcome, now)? {
        groups::invitation_delivered(tx, note, group, day)?;
    }
    Ok(())
}

/// The letters that were sent since a day, each with its own.
struct Sent {
    ids: HashMap<LetterId, NaiveDate>,
    marks: HashMap<LetterMark, NaiveDate>,
}

impl Sent {
    fn since(journal: &Journalled, first: NaiveDate) -> Self {
        let (mut ids, mut marks) = (HashMap::new(), HashMap::new());
        for (day, entry) in &journal.entries {
            if let Entry::Letter(id, mark) = entry {
                ids.insert(*id, *day);
                if *day >= first {
                    marks.insert(*mark, *day);
                }
            }
        }
        Self { ids, marks }
    }

    fn day_of(&self, id: LetterId, letter: &Letter) -> Option<NaiveDate> {
        let by_mark = || self.marks.get(&LetterMark::of(letter));
        self.ids.get(&id).or_else(by_mark).copied()
    }
}

#[cfg(test)]
mod tests;
