//! Whatever people do, in whatever order: the promises about notes, seats, rooms and letters hold (promise R2).
//!
//! Steps are drawn, done, and after each of them everything is looked at. No letter is ever sent here,
//! so that all that were owed can be counted.

mod rules;

use std::collections::BTreeMap;

use chrono::{DateTime, TimeDelta, Utc, Weekday};
use groups::{Answer, answer, answer_lead, approve, discard, draft, invitation_delivered, invitation_refused, propose};
use model::{Cell, Controller, GroupId, GroupState, Letter, NoteId, NoteState, SeatState, oslo_date};
use proptest::{
    collection::vec,
    prelude::*,
    test_runner::{Config, RngAlgorithm, TestRng, TestRunner},
};
use store::{
    group::{self, Group},
    note::{self, Note},
    occupancy::{self, Occupancy},
    seat::{self, Seat},
};
use testkit::{DatabaseKind, TestDb, day, letters_owed, region::weekly};

use super::{Town, start};
use crate::{Confirmed, NewCourse, add_course, confirm, get_collection, open_collection, resume, submit};

/// One thing that somebody does. A number chooses among those whom it can happen to.
#[derive(Clone, Debug)]
enum Step {
    Submit {
        person: u8,
    },
    Confirm(usize),
    Propose,
    Discard,
    Approve,
    Lead(usize, bool),
    Deliver(usize),
    RefuseLetter(usize),
    Answer(usize, Says),
    /// So many of a group's people accept, one after another.
    Accept(usize, usize),
    Withdraw(usize),
    Resume(usize),
    /// The schedule comes by after so many hours.
    Tick(i64),
}

#[derive(Clone, Copy, Debug)]
enum Says {
    Yes,
    NotThisDate,
    NotThisTime,
}

fn a_step() -> impl Strategy<Value = Step> {
    let nth = 0..64_usize;
    let says = prop_oneof![Just(Says::Yes), Just(Says::NotThisDate), Just(Says::NotThisTime)];
    prop_oneof![
        3 => (0..6_u8).prop_map(|person| Step::Submit { person }),
        4 => nth.clone().prop_map(Step::Confirm),
        5 => Just(Step::Propose),
        1 => Just(Step::Discard),
        5 => Just(Step::Approve),
        4 => (nth.clone(), prop::bool::weighted(0.8)).prop_map(|(nth, yes)| Step::Lead(nth, yes)),
        5 => nth.clone().prop_map(Step::Deliver),
        1 => nth.clone().prop_map(Step::RefuseLetter),
        4 => (nth.clone(), says).prop_map(|(nth, says)| Step::Answer(nth, says)),
        8 => (nth.clone(), 3..9_usize).prop_map(|(nth, count)| Step::Accept(nth, count)),
        3 => nth.clone().prop_map(Step::Withdraw),
        2 => nth.prop_map(Step::Resume),
        5 => prop_oneof![Just(1), Just(30), Just(97), Just(24 * 6), Just(24 * 13), Just(24 * 36)].prop_map(Step::Tick),
    ]
}

/// All that can be seen between two steps.
struct Seen {
    now: DateTime<Utc>,
    notes: BTreeMap<NoteId, Note>,
    groups: BTreeMap<GroupId, (Group, Vec<Seat>)>,
    taken: Vec<Occupancy>,
    letters: Vec<Letter>,
}

impl Seen {
    fn notes_that_are(&self, state: NoteState) -> Vec<NoteId> {
        let all = self.notes.values().filter(|note| note.standing.state() == state);
        all.map(|note| note.id).collect()
    }

    fn groups_that_are(&self, state: GroupState) -> Vec<GroupId> {
        let all = self.groups.values().filter(|(group, _)| group.state == state);
        all.map(|(group, _)| group.id).collect()
    }

    fn seats_that_are(&self, state: SeatState) -> Vec<(NoteId, GroupId)> {
        let all = self.groups.values().flat_map(|(_, seats)| seats);
        all.filter(|seat| seat.state == state)
            .map(|seat| (seat.note, seat.group))
            .collect()
    }
}

/// A town with two rooms whose times overlap, one igangsetter who wants to be asked and one who does not,
/// and twelve people who wait.
struct World {
    town: Town,
    now: DateTime<Utc>,
    /// Who left which note.
    people: BTreeMap<NoteId, u8>,
    /// All groups that there have been.
    groups: Vec<GroupId>,
}

fn pick<T: Copy>(among: &[T], nth: usize) -> Option<T> {
    (!among.is_empty()).then(|| among[nth % among.len()])
}

impl World {
    fn on(kind: DatabaseKind) -> Self {
        let town = Town::on(TestDb::migrated(kind));
        let an_hour_later = Cell {
            place: town.add_place(town.contact_point),
            time: weekly(Weekday::Tue, 19),
        };
        let _ = town.add_room(an_hour_later);
        let both = [town.cell, an_hour_later];
        town.lets_lead(&town.igangsetter, &both, true);
        town.lets_lead(&town.add_igangsetter(), &both, false);
        for nth in 0..12 {
            let _ = town.add_note_for(&both[nth % 2..], day("2027-01-04"));
        }
        Self {
            town,
            now: start(),
            people: BTreeMap::new(),
            groups: Vec::new(),
        }
    }

    fn seen(&self) -> Seen {
        let look = |tx: &mut store::DbConn| {
            let (mut notes, mut groups) = (BTreeMap::new(), BTreeMap::new());
            for state in NoteState::ALL {
                let all = note::list(tx, self.town.id, state)?;
                notes.extend(all.into_iter().map(|note| (note.id, note)));
            }
            for id in &self.groups {
                if let Some(group) = group::find(tx, *id)? {
                    groups.insert(*id, (group, seat::list(tx, *id)?));
                }
            }
            let taken = occupancy::list(tx, self.town.id)?;
            Ok::<_, store::Fault>((notes, groups, taken))
        };
        let (notes, groups, taken) = self.town.db.read_now(look).unwrap();
        let letters = letters_owed(&self.town.db).iter().map(|owed| owed.letter).collect();
        Seen {
            now: self.now,
            notes,
            groups,
            taken,
            letters,
        }
    }

    fn take(&mut self, step: &Step, seen: &Seen) {
        let (town, now) = (&self.town, self.now);
        let (db, chance) = (&town.db, &town.chance);
        match *step {
            Step::Submit { person } => self.submit(person),
            Step::Confirm(nth) => {
                if let Some(note) = pick(&seen.notes_that_are(NoteState::Unconfirmed), nth) {
                    let done = db.write_now(|tx| confirm(tx, chance, note, now)).unwrap();
                    assert_ne!(done, Confirmed::Already);
                }
            }
            Step::Propose => self.propose(),
            Step::Discard => self.with_draft(|tx, by, draft| discard(tx, by, draft.round.id)),
            Step::Approve => self.with_draft(|tx, by, draft| {
                let groups: Vec<GroupId> = draft.groups.iter().map(|one| one.group.id).collect();
                approve(tx, chance, by, (draft.round.id, &groups), now).map(drop)
            }),
            Step::Lead(nth, yes) => {
                if let Some(group) = pick(&seen.groups_that_are(GroupState::Asked), nth) {
                    db.write_now(|tx| answer_lead(tx, chance, &town.igangsetter, (group, yes), now))
                        .unwrap();
                }
            }
            Step::Deliver(nth) => {
                if let Some((note, group)) = pick(&seen.seats_that_are(SeatState::Invited), nth) {
                    db.write_now(|tx| invitation_delivered(tx, note, group, oslo_date(now)))
                        .unwrap();
                }
            }
            Step::RefuseLetter(nth) => {
                if let Some(seat) = pick(&seen.seats_that_are(SeatState::Invited), nth) {
                    db.write_now(|tx| invitation_refused(tx, chance, seat, now)).unwrap();
                }
            }
            Step::Answer(nth, says) => {
                let offered = [
                    SeatState::Invited,
                    SeatState::Accepted,
                    SeatState::Declined,
                    SeatState::Silent,
                ];
                let all: Vec<_> = offered.iter().flat_map(|state| seen.seats_that_are(*state)).collect();
                if let Some(seat) = pick(&all, nth) {
                    self.answer(seat, says);
                }
            }
            Step::Accept(nth, count) => {
                if let Some(group) = pick(&seen.groups_that_are(GroupState::Inviting), nth) {
                    let mut invited = seen.seats_that_are(SeatState::Invited);
                    invited.retain(|(_, of)| *of == group);
                    invited
                        .iter()
                        .take(count)
                        .for_each(|seat| self.answer(*seat, Says::Yes));
                }
            }
            Step::Withdraw(nth) => {
                let all: Vec<NoteId> = seen.notes.keys().copied().collect();
                if let Some(note) = pick(&all, nth) {
                    db.write_now(|tx| groups::withdraw(tx, chance, note, now)).unwrap();
                }
            }
            Step::Resume(nth) => {
                if let Some(note) = pick(&seen.notes_that_are(NoteState::Paused), nth) {
                    db.write_now(|tx| resume(tx, note, now)).unwrap();
                }
            }
            Step::Tick(hours) => {
                self.now += TimeDelta::hours(hours);
                self.schedule();
            }
        }
    }

    /// What the schedule does, in its order.
    fn schedule(&self) {
        let (db, chance) = (&self.town.db, &self.town.chance);
        groups::settle_due(db, chance, self.now).unwrap();
        groups::erase_expired(db, chance, self.now).unwrap();
        groups::forget_expired(db, self.now).unwrap();
    }

    /// A course ends today, and somebody leaves a note there.
    fn submit(&mut self, person: u8) {
        let (town, now) = (&self.town, self.now);
        let by = &town.coordinator;
        let course = NewCourse {
            title: "Et kurs".parse().unwrap(),
            leader: by.id,
            last_session: oslo_date(now),
            participants: 1,
        };
        let controller = Controller {
            responsible_body: "Frivilligsentralen".to_owned(),
            privacy_contact: "personvern@example.no".to_owned(),
            phone: "12 34 56 78".to_owned(),
        };
        let form = town.form(&format!("p{person}@example.no"));
        let before = town.asked_to_confirm();
        town.db
            .write_now(|tx| {
                let course = add_course(tx, &town.chance, by, &course)?;
                let opened = open_collection(tx, &town.chance, by, (course, &controller), oslo_date(now))?;
                let (_, collection) = get_collection(tx, by, opened)?;
                submit(tx, (&town.vault, &town.chance), &collection.code, &form, now)
            })
            .unwrap();
        let after = town.asked_to_confirm();
        let new = after.into_iter().find(|note| !before.contains(note)).unwrap();
        self.people.insert(new, person);
    }

    fn propose(&mut self) {
        let town = &self.town;
        match propose(
            &town.db,
            &town.chance,
            town.id,
            oslo_date(self.now),
            &[1638, 3539, 5046, 6187],
        ) {
            Ok(_) => {
                let draft = town.db.read_now(|tx| draft(tx, &town.coordinator)).unwrap().unwrap();
                self.groups.extend(draft.groups.iter().map(|one| one.group.id));
            }
            Err(groups::Fault::RoundOpen) => {}
            Err(fault) => panic!("{fault}"),
        }
    }

    fn with_draft(
        &self,
        work: impl Fn(&mut store::DbConn, &store::staff::Member, groups::Draft) -> Result<(), groups::Fault>,
    ) {
        let by = &self.town.coordinator;
        self.town
            .db
            .write_now(|tx| match draft(tx, by)? {
                Some(draft) => work(tx, by, draft),
                None => Ok(()),
            })
            .unwrap();
    }

    fn answer(&self, seat: (NoteId, GroupId), says: Says) {
        let says = match says {
            Says::Yes => Answer::Accept { nickname: None },
            Says::NotThisDate => Answer::NotThisDate,
            Says::NotThisTime => Answer::NotThisTime,
        };
        let (town, now) = (&self.town, self.now);
        town.db
            .write_now(|tx| answer(tx, &town.chance, seat, &says, now))
            .unwrap();
    }
}

/// Lives through drawn steps, the same ones on every run, and tells what was reached.
fn live(kind: DatabaseKind, cases: u32, steps: usize) -> rules::Reached {
    let config = Config {
        cases,
        failure_persistence: None,
        max_shrink_iters: 200,
        ..Config::default()
    };
    let rng = TestRng::deterministic_rng(RngAlgorithm::ChaCha);
    let reached = std::cell::RefCell::default();
    let mut runner = TestRunner::new_with_rng(config, rng);
    let lived = runner.run(&vec(a_step(), steps), |steps| {
        let mut world = World::on(kind);
        let mut before = world.seen();
        for step in &steps {
            world.take(step, &before);
            let after = world.seen();
            rules::hold(&world, step, &before, &after);
            rules::note(&mut reached.borrow_mut(), &before, &after);
            before = after;
        }
        Ok(())
    });
    if let Err(fault) = lived {
        panic!("{fault}");
    }
    reached.into_inner()
}

#[test]
fn whatever_happens_the_promises_hold_on_sqlite() {
    live(DatabaseKind::Sqlite, 20, 60).assert_all();
}

#[test]
fn whatever_happens_the_promises_hold_on_postgres() {
    let _ = live(DatabaseKind::Postgres, 5, 60);
}
