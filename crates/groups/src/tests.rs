//! Groups from proposal to forgetting, tried on both databases.
//!
//! All stories begin on Tuesday 12 January 2027 in a town with one room on Tuesdays at 18. A group that is approved
//! that day first meets on 26 January, its cut-off is the 23rd, and it is forgotten after 2 March.

mod answering;
mod approving;
mod changing;
mod coded;
mod dating;
mod delivering;
mod filling;
mod forgetting;
mod helping;
mod leading;
mod planning;
mod proposing;
mod refilling;
mod reminding;
mod seeing;
mod settling;
mod taking_over;
mod tasking;
mod telling;
mod town;
mod withdrawing;

use std::ops::Deref;

use chrono::{DateTime, Utc};
use model::{GroupId, GroupState, NoteId, NoteState, RoundId, Standing};
use store::{
    Db,
    group::{self, Group},
    note, occupancy,
    seat::{self, Seat},
    staff::Member,
};
use testkit::{Region, TestDb, day, letters_owed, oslo};

use crate::{
    Answer, Answered, Approved, Draft, Fault, answer, answer_lead, approve, draft, invitation_delivered, propose,
    remind_due, settle_due, step_back, take_over, withdraw,
};

/// Everybody accepts, so a group is worth its heads.
const HEADS: u8 = 100;

const YES: Answer = Answer::Accept { nickname: None };

/// A region and its database.
struct Town {
    region: Region,
    db: TestDb,
}

impl Deref for Town {
    type Target = Region;

    fn deref(&self) -> &Region {
        &self.region
    }
}

impl Town {
    fn on(db: TestDb) -> Self {
        let region = Region::made(&db, 1);
        Self { region, db }
    }

    /// A town whose igangsetter wants no question.
    fn that_just_starts(db: TestDb) -> Self {
        let town = Self::on(db);
        town.lets_lead(&town.igangsetter, &[town.cell], false);
        town
    }

    /// Lets people wait, and makes and approves a group of them.
    fn approved(&self, count: usize) -> (GroupId, Vec<NoteId>) {
        let notes = self.add_notes(count, day("2027-01-04"));
        self.propose(start()).unwrap();
        let approved = self.approve_all(start());
        assert_eq!((approved.approved(), approved.groups.len()), (1, 1));
        (approved.groups[0].0, notes)
    }

    fn propose(&self, now: DateTime<Utc>) -> Result<RoundId, Fault> {
        let run = propose(&self.db, &self.chance, self.id, model::oslo_date(now), HEADS)?;
        Ok(run.round)
    }

    fn draft(&self) -> Option<Draft> {
        self.read(|tx| draft(tx, &self.coordinator))
    }

    fn approve(&self, groups: &[GroupId], now: DateTime<Utc>) -> Result<Approved, Fault> {
        let round = self.draft().unwrap().round.id;
        self.db
            .write_now(|tx| approve(tx, &self.chance, &self.coordinator, (round, groups), now))
    }

    fn approve_all(&self, now: DateTime<Utc>) -> Approved {
        let groups: Vec<GroupId> = self.draft().unwrap().groups.iter().map(|one| one.group.id).collect();
        self.approve(&groups, now).unwrap()
    }

    fn lead(&self, by: &Member, group: GroupId, yes: bool, now: DateTime<Utc>) -> Result<(), Fault> {
        self.db
            .write_now(|tx| answer_lead(tx, &self.chance, by, (group, yes), now))
    }

    /// The mail server takes the invitations of these notes.
    fn deliver(&self, group: GroupId, notes: &[NoteId], on: &str) {
        for note in notes {
            self.db
                .write_now(|tx| invitation_delivered(tx, *note, group, day(on)))
                .unwrap();
        }
    }

    fn answer(&self, note: NoteId, group: GroupId, says: &Answer, now: DateTime<Utc>) -> Answered {
        self.db
            .write_now(|tx| answer(tx, &self.chance, (note, group), says, now))
            .unwrap()
    }

    fn all_answer(&self, group: GroupId, notes: &[NoteId], says: &Answer) {
        for note in notes {
            assert_eq!(self.answer(*note, group, says, start()), Answered::Done);
        }
    }

    fn withdraw(&self, note: NoteId, now: DateTime<Utc>) -> note::Erased {
        self.db.write_now(|tx| withdraw(tx, &self.chance, note, now)).unwrap()
    }

    fn settle(&self, now: DateTime<Utc>) {
        settle_due(&self.db, &self.chance, now).unwrap();
    }

    fn step_back(&self, by: &Member, group: GroupId, now: DateTime<Utc>) -> Result<(), Fault> {
        self.db.write_now(|tx| step_back(tx, &self.chance, by, group, now))
    }

    fn take_over(&self, group: GroupId, new: &Member, now: DateTime<Utc>) -> Result<(), Fault> {
        let by = &self.coordinator;
        self.db
            .write_now(|tx| take_over(tx, &self.chance, by, (group, new.id), now))
    }

    /// A group of so many, all of whom have accepted.
    fn ready(&self, count: usize) -> (GroupId, Vec<NoteId>) {
        let (group, notes) = self.approved(count);
        self.all_answer(group, &notes, &YES);
        assert_eq!(self.group(group).state, GroupState::Ready);
        (group, notes)
    }

    fn remind(&self, now: DateTime<Utc>) {
        remind_due(&self.db, &self.chance, now).unwrap();
    }

    fn standing(&self, note: NoteId) -> Standing {
        self.read(|tx| note::get(tx, note)).standing
    }

    /// The states of some notes, each once.
    fn states(&self, notes: &[NoteId]) -> Vec<NoteState> {
        let mut states: Vec<NoteState> = notes.iter().map(|note| self.standing(*note).state()).collect();
        states.dedup();
        states
    }

    /// Makes notes wait, until the 20th, whose seats say that they are invited: no settling comes past that.
    fn put_in_disorder(&self, notes: &[NoteId]) {
        let since = (day("2027-01-04"), day("2027-01-04"));
        let standing = Standing::stored(NoteState::Waiting, since, day("2027-01-20"), None);
        for id in notes {
            self.db.write_now(|tx| note::set_standing(tx, *id, standing)).unwrap();
        }
    }

    fn group(&self, group: GroupId) -> Group {
        self.read(|tx| group::get(tx, group))
    }

    fn seat(&self, group: GroupId, note: NoteId) -> Option<Seat> {
        self.read(|tx| seat::find(tx, group, note))
    }

    fn seats(&self, group: GroupId) -> Vec<Seat> {
        self.read(|tx| seat::list(tx, group))
    }

    /// How many letters of a kind are owed.
    fn owed(&self, kind: &str) -> usize {
        let letters = letters_owed(&self.db);
        letters.iter().filter(|owed| owed.letter.kind() == kind).count()
    }

    /// All that there is of groups, notes and letters, to see whether it changes.
    fn everything(&self, groups: &[GroupId], notes: &[NoteId]) -> String {
        let groups: Vec<_> = groups
            .iter()
            .map(|id| (self.read(|tx| group::find(tx, *id)), self.seats(*id)))
            .collect();
        let notes: Vec<_> = notes.iter().map(|id| self.read(|tx| note::find(tx, *id))).collect();
        let taken = self.read(|tx| occupancy::list(tx, self.id));
        format!("{groups:#?} {notes:#?} {taken:#?} {:#?}", letters_owed(&self.db))
    }

    #[track_caller]
    fn read<T, E: From<store::Fault> + std::fmt::Debug>(&self, look: impl Fn(&mut store::DbConn) -> Result<T, E>) -> T {
        let db: &Db = &self.db;
        db.read_now(look).unwrap()
    }
}

/// The last moment in which a freed seat of a group that was approved at the start is offered: 48 hours before the end of
/// its cut-off.
fn last_offer() -> DateTime<Utc> {
    oslo("2027-01-22 00:00")
}

/// The moment after.
fn no_more_offers() -> DateTime<Utc> {
    oslo("2027-01-22 00:00:01")
}

/// When the stories begin.
fn start() -> DateTime<Utc> {
    oslo("2027-01-12 10:00")
}

#[track_caller]
fn assert_not_yours<T: std::fmt::Debug>(done: &Result<T, Fault>) {
    assert!(matches!(done, Err(Fault::NotYours)), "{done:?}");
}
