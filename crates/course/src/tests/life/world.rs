//! A town in which everything can happen.

mod participants;
mod staff;

use std::collections::BTreeMap;

use chrono::{DateTime, TimeDelta, Utc, Weekday};
use groups::Fault as GroupFault;
use model::{Cell, CollectionId, GroupId, NoteId, ReceiptCode, oslo_date};
use store::staff::Member;
use testkit::{DatabaseKind, TestDb, day, letters_owed, region::weekly};

use super::{Step, seen::Seen};
use crate::{
    Door, NewCourse, add_course, clean_due, close_due, get_collection, open_collection, prompt_due,
    tests::{Town, start},
};

/// Two rooms whose times overlap, a third at another time, two igangsettere who want to be asked and one who does not,
/// and twelve people who wait.
pub(super) struct World {
    pub town: Town,
    pub now: DateTime<Utc>,
    /// Who left which note.
    pub people: BTreeMap<NoteId, u8>,
    /// All groups that there have been.
    pub groups: Vec<GroupId>,
    /// All collections, with the doors to them.
    pub collections: Vec<(CollectionId, Door)>,
    codes: Vec<ReceiptCode>,
    igangsettere: Vec<Member>,
    cells: [Cell; 3],
}

fn pick<T: Copy>(among: &[T], nth: usize) -> Option<T> {
    (!among.is_empty()).then(|| among[nth % among.len()])
}

/// Whoever does something too late, or what they no longer may, is told so; that is no fault of ours.
fn or_refused<T>(done: Result<T, GroupFault>) {
    use GroupFault::{Answer, Pool, Store, WrongState};
    if let Err(fault @ (Store(_) | Pool(_) | Answer | WrongState(_))) = done {
        panic!("{fault}");
    }
}

impl World {
    pub(super) fn on(kind: DatabaseKind) -> Self {
        let town = Town::on(TestDb::migrated(kind));
        let cell = |weekday, hour| {
            let place = town.add_place(town.contact_point);
            let time = weekly(weekday, hour);
            let _ = town.add_room(Cell { place, time });
            Cell { place, time }
        };
        let cells = [town.cell, cell(Weekday::Tue, 19), cell(Weekday::Thu, 18)];
        let igangsettere = vec![town.igangsetter.clone(), town.add_igangsetter(), town.add_igangsetter()];
        for (nth, member) in igangsettere.iter().enumerate() {
            town.lets_lead(member, &cells, nth < 2);
        }
        for nth in 0..12 {
            let _ = town.add_note_for(&cells[nth % 2..], day("2027-01-04"));
        }
        Self {
            town,
            now: start(),
            people: BTreeMap::new(),
            groups: Vec::new(),
            collections: Vec::new(),
            codes: Vec::new(),
            igangsettere,
            cells,
        }
    }

    pub(super) fn seen(&self) -> Seen {
        let mut seen = self.town.db.read_now(|tx| Seen::of(self, tx)).unwrap();
        seen.letters = letters_owed(&self.town.db).iter().map(|owed| owed.letter).collect();
        seen
    }

    pub(super) fn take(&mut self, step: &Step, seen: &Seen) {
        match *step {
            Step::Open { planned } => self.open(planned),
            Step::Leave { person, planned } => self.leave(person, planned),
            Step::Crowd { count, planned } => self.crowd(count, planned),
            Step::Propose => self.propose(),
            Step::Tick(hours) => {
                self.now += TimeDelta::hours(hours);
                self.settle_down();
            }
            _ => {
                self.participant(step, seen);
                self.staff(step, seen);
                self.keeper(step, seen);
            }
        }
    }

    /// The schedule comes by until nothing is left to be done: people whom one group lets go can be asked by another.
    fn settle_down(&self) {
        let mut last = String::new();
        for _ in 0..6 {
            self.schedule();
            let now = format!("{:?}", self.seen());
            if now == last {
                return;
            }
            last = now;
        }
        panic!("the schedule never comes to an end: {last}");
    }

    /// What the schedule does, in its order.
    fn schedule(&self) {
        let (db, chance, now) = (&self.town.db, &self.town.chance, self.now);
        close_due(db, chance, now).unwrap();
        groups::settle_due(db, chance, now).unwrap();
        groups::remind_due(db, chance, now).unwrap();
        prompt_due(db, chance, now).unwrap();
        groups::erase_expired(db, chance, now).unwrap();
        groups::forget_expired(db, now).unwrap();
        clean_due(db, now).unwrap();
    }

    /// A course ends today.
    fn open(&mut self, planned: bool) {
        let (town, now) = (&self.town, self.now);
        let by = &town.coordinator;
        let course = NewCourse {
            title: "Et kurs".parse().unwrap(),
            leader: by.id,
            last_session: oslo_date(now),
            participants: 20,
        };
        let (_, collection) = town
            .db
            .write_now(|tx| {
                let options = groups::start_options(tx, by, town.contact_point, oslo_date(now))?;
                let start = options.first().filter(|_| planned);
                let course = add_course(tx, &town.chance, by, &course)?;
                let opened = open_collection(tx, &town.chance, by, (course, start), now)?;
                get_collection(tx, by, opened)
            })
            .unwrap();
        self.groups.extend(collection.planned);
        self.collections
            .push((collection.id, Door::Collection(collection.code)));
    }

    /// The latest collection, if it takes notes; else a new one.
    fn a_door(&mut self) -> Door {
        let (town, today) = (&self.town, oslo_date(self.now));
        if let Some((_, door)) = self.collections.last() {
            let offered = town.db.read_now(|tx| crate::choices(tx, &town.vault, door, today));
            if offered.is_ok() {
                return door.clone();
            }
        }
        self.open(true);
        self.a_door()
    }

    fn propose(&mut self) {
        let town = &self.town;
        match groups::propose(&town.db, &town.chance, town.id, oslo_date(self.now), 80) {
            Ok(_) => {
                let draft = town.db.read_now(|tx| groups::draft(tx, &town.coordinator));
                let draft = draft.unwrap().unwrap();
                self.groups.extend(draft.groups.iter().map(|one| one.group.id));
            }
            Err(GroupFault::RoundOpen) => {}
            Err(fault) => panic!("{fault}"),
        }
    }
}
