//! Whatever people do, in whatever order: the promises about notes, seats, rooms and letters hold (promise R2).
//!
//! Steps are drawn, done, and after each of them everything is looked at. No letter is ever sent here,
//! so that all that were owed can be counted.

mod letters;
mod reached;
mod rules;
mod seen;
mod world;

use proptest::{
    collection::vec,
    prelude::*,
    test_runner::{Config, RngAlgorithm, TestRng, TestRunner},
};
use testkit::DatabaseKind;

use reached::Reached;
use world::World;

/// One thing that somebody does. A number chooses among those whom it can happen to.
#[derive(Clone, Debug)]
enum Step {
    /// A course ends today, with a planned start if there is one to be had.
    Open {
        planned: bool,
    },
    /// A leader closes a collection.
    Close(usize),
    /// Somebody leaves a note with an address.
    Leave {
        person: u8,
        planned: bool,
    },
    /// So many people leave notes without an address, and look them up.
    Crowd {
        count: usize,
        planned: bool,
    },
    Confirm(usize),
    LookUp(usize),
    FindNote(u8),
    Change(usize, usize),
    /// One makes a code, and gives it to the other.
    Apart(usize, usize),
    Propose,
    Discard,
    Approve,
    Lead(usize, bool),
    StepsBack(usize),
    TakeOver(usize, usize),
    Deliver(usize),
    RefuseLetter(usize),
    Answer(usize, Says),
    /// So many of a group's people accept, one after another.
    Accept(usize, usize),
    CancelMeeting(usize),
    MoveMeeting(usize),
    Absent(usize),
    CallOff(usize),
    EditRoom(usize),
    EditPlace(usize),
    FreeRoom,
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
    prop_oneof![20 => of_participants(), 20 => of_staff(), 5 => of_time()]
}

fn of_participants() -> impl Strategy<Value = Step> {
    let nth = 0..64_usize;
    let says = prop_oneof![Just(Says::Yes), Just(Says::NotThisDate), Just(Says::NotThisTime)];
    let person = 0..3_u8;
    prop_oneof![
        6 => (person.clone(), prop::bool::weighted(0.3)).prop_map(|(person, planned)| Step::Leave { person, planned }),
        2 => (1..9_usize, prop::bool::weighted(0.8)).prop_map(|(count, planned)| Step::Crowd { count, planned }),
        6 => nth.clone().prop_map(Step::Confirm),
        1 => nth.clone().prop_map(Step::LookUp),
        1 => person.prop_map(Step::FindNote),
        4 => (nth.clone(), nth.clone()).prop_map(|(nth, what)| Step::Change(nth, what)),
        4 => (nth.clone(), nth.clone()).prop_map(|(one, other)| Step::Apart(one, other)),
        5 => (nth.clone(), says).prop_map(|(nth, says)| Step::Answer(nth, says)),
        8 => (nth.clone(), 3..9_usize).prop_map(|(nth, count)| Step::Accept(nth, count)),
        1 => nth.clone().prop_map(Step::Absent),
        3 => nth.clone().prop_map(Step::Withdraw),
        5 => nth.prop_map(Step::Resume),
    ]
}

fn of_staff() -> impl Strategy<Value = Step> {
    let nth = 0..64_usize;
    prop_oneof![
        3 => prop::bool::weighted(0.7).prop_map(|planned| Step::Open { planned }),
        2 => nth.clone().prop_map(Step::Close),
        8 => Just(Step::Propose),
        1 => Just(Step::Discard),
        8 => Just(Step::Approve),
        8 => (nth.clone(), prop::bool::weighted(0.8)).prop_map(|(nth, yes)| Step::Lead(nth, yes)),
        2 => nth.clone().prop_map(Step::StepsBack),
        4 => (nth.clone(), nth.clone()).prop_map(|(nth, who)| Step::TakeOver(nth, who)),
        5 => nth.clone().prop_map(Step::Deliver),
        1 => nth.clone().prop_map(Step::RefuseLetter),
        1 => nth.clone().prop_map(Step::CancelMeeting),
        1 => nth.clone().prop_map(Step::MoveMeeting),
        1 => nth.clone().prop_map(Step::CallOff),
        1 => nth.clone().prop_map(Step::EditRoom),
        1 => nth.prop_map(Step::EditPlace),
        2 => Just(Step::FreeRoom),
    ]
}

fn of_time() -> impl Strategy<Value = Step> {
    let hours = prop_oneof![Just(1), Just(30), Just(97), Just(24 * 6), Just(24 * 13), Just(24 * 36)];
    hours.prop_map(Step::Tick)
}

/// Lives through drawn steps, the same ones on every run, and tells what was reached.
fn live(kind: DatabaseKind, cases: u32, steps: usize) -> Reached {
    let config = Config {
        cases,
        failure_persistence: None,
        max_shrink_iters: 60,
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
            Reached::note(&mut reached.borrow_mut(), &before, &after);
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
    live(DatabaseKind::Sqlite, 32, 80).assert_all();
}

#[test]
fn whatever_happens_the_promises_hold_on_postgres() {
    let _ = live(DatabaseKind::Postgres, 5, 80);
}
