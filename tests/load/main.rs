//! Measures what a big region costs: `cargo run --release -p stories --bin load -- 10000`, and `… -- 10000 postgres`.
//!
//! It fills a database of its own with so many notes that wait, and prints how long each thing takes that people or the
//! schedule do. What was measured last stands in `docs/benchmarks.md`. The same number gives the same region.
#![expect(
    clippy::expect_used,
    clippy::panic,
    clippy::print_stdout,
    reason = "a command for developers: what goes wrong is told by a panic"
)]

mod region;

use std::{
    env,
    time::{Duration, Instant},
};

use course::{Door, NoteDraft, Reach};
use groups::{Answer, Fault};
use model::{Band, Chance, EmailAddress, GroupId, GroupState, Language, NoteState, SeatState, WeekBand, oslo_date};
use region::BigRegion;
use store::{group, note, seat};
use testkit::{DatabaseKind, TestDb, oslo, region::a_vault};

/// How often what one person does is measured.
const PEOPLE: usize = 100;
/// How often the schedule comes by with nothing to do.
const PASSES: usize = 3;
/// Of a hundred who are invited, how many say yes.
const ACCEPTANCE: u8 = 80;

fn main() {
    let mut args = env::args().skip(1);
    let count = args.next().map_or(10_000, |raw| raw.parse().expect("how many notes"));
    let kind = match args.next().as_deref() {
        None => DatabaseKind::Sqlite,
        Some("postgres") => DatabaseKind::Postgres,
        Some(other) => panic!("postgres, or nothing: {other}"),
    };
    let db = TestDb::migrated(kind);
    let region = timed("fill the region", || BigRegion::made(&db, count));
    Measured { db, region }.run();
}

struct Measured {
    db: TestDb,
    region: BigRegion,
}

impl Measured {
    fn run(&self) {
        self.leave_and_confirm();
        self.look_at_demand("the demand page");
        self.propose();
        self.approve();
        self.decline();
        self.idle();
        self.look_at_demand("the demand page, with groups inviting");
    }

    /// People leave notes with an address and confirm them, one after the other.
    fn leave_and_confirm(&self) {
        let (vault, chance) = (a_vault(), Chance::seeded(2));
        let door = Door::ContactPoint(self.region.slug.clone());
        let mut took = Vec::new();
        for nth in 0..PEOPLE {
            let email = EmailAddress::parse(&format!("person{nth}@example.no")).expect("an address");
            let draft = NoteDraft {
                places: vec![self.region.popular_place()],
                times: vec![WeekBand {
                    weekday: chrono::Weekday::Mon,
                    band: Band::Evening,
                }],
                reach: Reach::Email(email.clone()),
                language: Language::Bokmal,
                planned: false,
            };
            let begun = Instant::now();
            let left = |tx: &mut _| course::submit(tx, (&vault, &chance), (&door, &draft), true, now());
            self.db.write_now(left).expect("the note is left");
            let index = vault.index(&email);
            let confirmed = |tx: &mut store::DbConn| {
                let found = note::list_by_address(tx, &[index])?;
                let note = found.first().copied().expect("it was left");
                course::confirm(tx, &chance, note, now())
            };
            self.db.write_now(confirmed).expect("the note is confirmed");
            took.push(begun.elapsed());
        }
        took.sort();
        tell(
            "leave and confirm a note (median)",
            took.get(PEOPLE / 2).copied().unwrap_or_default(),
        );
    }

    fn look_at_demand(&self, what: &str) {
        let today = oslo_date(now());
        let demand = timed(what, || {
            self.db.read_now(|tx| groups::demand(tx, self.region.id, today))
        });
        println!(
            "    {} places and times are wished for",
            demand.expect("the demand").len()
        );
    }

    fn propose(&self) {
        let (chance, today) = (Chance::seeded(3), oslo_date(now()));
        let begun = || groups::propose(&self.db, &chance, self.region.id, today, ACCEPTANCE);
        timed("make a proposal", begun).expect("the proposal is made");
    }

    fn approve(&self) {
        let (chance, by) = (Chance::seeded(4), &self.region.coordinator);
        let draft = timed("look at the proposal", || self.db.read_now(|tx| groups::draft(tx, by)));
        let draft = draft.expect("the draft is read").expect("there is one");
        println!(
            "    {} groups, {} notes without",
            draft.groups.len(),
            draft.unplaced.len()
        );
        let mut groups: Vec<_> = draft.groups.iter().map(|one| &one.group).collect();
        groups.sort_by_key(|group| !self.region.hamlets.contains(&group.cell.place));
        let chosen: Vec<GroupId> = groups.iter().map(|group| group.id).take(100).collect();
        let approved = timed("approve up to 100 groups", || {
            self.db
                .write_now(|tx| groups::approve(tx, &chance, by, (draft.round.id, &chosen), now()))
        });
        let approved = approved.expect("they are approved").approved();
        println!("    {approved} groups go on");
        let discarded = self.db.write_now(|tx| match groups::discard(tx, by, draft.round.id) {
            Err(Fault::NotYours) => Ok(()),
            other => other,
        });
        discarded.expect("the rest is discarded");
    }

    /// In each inviting group one person says no: the seat is offered to somebody else, or stays free in a hamlet.
    fn decline(&self) {
        let chance = Chance::seeded(5);
        let mut took = Vec::new();
        let inviting = self.db.read_now(|tx| group::list_inviting(tx, self.region.id));
        for group in inviting.expect("the groups") {
            let seats = self.db.read_now(|tx| seat::list(tx, group.id)).expect("the seats");
            let Some(asked) = seats.iter().find(|seat| seat.state == SeatState::Invited) else {
                continue;
            };
            let begun = Instant::now();
            let said = |tx: &mut _| groups::answer(tx, &chance, (asked.note, group.id), &Answer::NotThisTime, now());
            self.db.write_now(said).expect("the answer counts");
            took.push(begun.elapsed());
        }
        took.sort();
        tell(
            "say no to an invitation (median)",
            took.get(took.len() / 2).copied().unwrap_or_default(),
        );
        println!("    {} groups have a free seat", self.free_seats());
    }

    fn free_seats(&self) -> usize {
        let is_given = |state| matches!(state, SeatState::Invited | SeatState::Accepted);
        let groups = self.db.read_now(|tx| group::list_inviting(tx, self.region.id));
        let has_free = |group: &group::Group| {
            let seats = self.db.read_now(|tx| seat::list(tx, group.id)).expect("the seats");
            seats.iter().filter(|seat| is_given(seat.state)).count() < group.size
        };
        groups
            .expect("the groups")
            .iter()
            .filter(|group| has_free(group))
            .count()
    }

    /// The schedule comes by, and nothing is due.
    fn idle(&self) {
        let (db, chance) = (&self.db, Chance::seeded(6));
        for _ in 0..PASSES {
            timed("an idle pass: settle", || groups::settle_due(db, &chance, now())).expect("all is settled");
            timed("an idle pass: the rest", || {
                groups::remind_due(db, &chance, now())?;
                groups::tell_tasks_due(db, &chance, now())?;
                groups::erase_expired(db, &chance, now())?;
                groups::forget_expired(db, now())?;
                course::close_due(db, &chance, now())?;
                course::prompt_due(db, &chance, now())?;
                course::clean_due(db, now())
            })
            .expect("nothing is due");
        }
        let left = db.read_now(|tx| note::list(tx, self.region.id, NoteState::Waiting));
        let under_way = db.read_now(group::list_unsettled).expect("the groups");
        let asked = |id: &&GroupId| {
            let group = db.read_now(|tx| group::get(tx, **id)).expect("the group");
            group.state == GroupState::Asked
        };
        println!(
            "    {} notes wait; {} groups are under way, {} of them asked",
            left.expect("the notes").len(),
            under_way.len(),
            under_way.iter().filter(asked).count()
        );
    }
}

/// A Tuesday in January, in the morning.
fn now() -> chrono::DateTime<chrono::Utc> {
    oslo("2027-01-12 10:00")
}

fn timed<T>(what: &str, work: impl FnOnce() -> T) -> T {
    let begun = Instant::now();
    let done = work();
    tell(what, begun.elapsed());
    done
}

fn tell(what: &str, took: Duration) {
    println!("{:>10.1} ms  {what}", took.as_secs_f64() * 1000.0);
}
