//! The outbox (promises L1, L2).

use chrono::{DateTime, NaiveDateTime, TimeDelta, Utc};
use diesel::{RunQueryDsl as _, prelude::*};
use model::{Letter, LetterId, NoteId};
use testkit::{Region, TestDb, both_databases, day, oslo};

use super::opened;
use crate::{
    Db, Fault, dialect,
    outbox::{self, Claimed, Outcome},
    schema::letters,
};

/// A database with one note that letters can go to.
struct Outbox {
    db: Db,
    note: NoteId,
}

impl Outbox {
    fn of(test: &TestDb) -> Self {
        let note = Region::made(test, 1).add_note(day("2027-01-12"));
        Self { db: opened(test), note }
    }

    /// Owes a letter at a moment; its identity is sixteen times this byte.
    fn owe(&self, byte: u8, at: DateTime<Utc>) {
        let letter = Letter::StillInterested { note: self.note };
        self.db
            .write_now(|c| {
                outbox::push(
                    c,
                    LetterId::from_bytes([byte; 16]),
                    &letter,
                    at,
                    at + TimeDelta::days(7),
                )
            })
            .unwrap();
    }

    fn claim(&self, at: DateTime<Utc>, most: i64) -> Vec<Claimed> {
        self.db.write_now(|c| outbox::claim(c, at, most)).unwrap()
    }

    fn claim_one(&self, at: DateTime<Utc>) -> Claimed {
        let claimed = self.claim(at, 10);
        assert_eq!(claimed.len(), 1, "{claimed:?}");
        claimed[0]
    }

    fn end(&self, claimed: &Claimed, outcome: Outcome, at: DateTime<Utc>) -> bool {
        self.db.write_now(|c| outbox::end(c, claimed, outcome, at)).unwrap()
    }

    /// Moves the end of all leases to so many seconds from the database's now.
    fn leases_end_in(&self, seconds: i64) {
        self.db
            .write_now(|c| {
                let until = dialect::now(c)? + TimeDelta::seconds(seconds);
                diesel::update(letters::table.filter(letters::lease_until.is_not_null()))
                    .set(letters::lease_until.eq(until))
                    .execute(c)?;
                Ok::<_, Fault>(())
            })
            .unwrap();
    }

    fn count(&self) -> i64 {
        self.db
            .read_now(|c| letters::table.count().get_result(c).map_err(Fault::from))
            .unwrap()
    }
}

fn noon() -> DateTime<Utc> {
    oslo("2027-01-12 12:00")
}

fn bytes(claimed: &[Claimed]) -> Vec<u8> {
    claimed.iter().map(|letter| letter.id.as_bytes()[0]).collect()
}

both_databases!(a_letter_is_claimed_as_it_was_owed, |test| {
    let outbox = Outbox::of(&test);
    let owed_at = noon() + TimeDelta::microseconds(123_456);
    outbox.owe(1, owed_at);
    let expected = Claimed {
        id: LetterId::from_bytes([1; 16]),
        letter: Letter::StillInterested { note: outbox.note },
        owed_at,
        useless_after: owed_at + TimeDelta::days(7),
        attempts: 0,
        fence: 1,
    };
    assert_eq!(outbox.claim(owed_at, 10), [expected]);
});

both_databases!(
    the_longest_owed_letters_are_claimed_first_and_no_more_than_asked,
    |test| {
        let outbox = Outbox::of(&test);
        for (byte, minutes) in [(1, 3), (2, 1), (3, 2), (4, 4)] {
            outbox.owe(byte, noon() + TimeDelta::minutes(minutes));
        }
        assert_eq!(bytes(&outbox.claim(noon() + TimeDelta::hours(1), 3)), [2, 3, 1]);
        assert_eq!(bytes(&outbox.claim(noon() + TimeDelta::hours(1), 3)), [4]);
        assert_eq!(bytes(&outbox.claim(noon() + TimeDelta::hours(1), 3)), [0; 0]);
    }
);

both_databases!(a_letter_is_not_claimed_before_its_moment, |test| {
    let outbox = Outbox::of(&test);
    outbox.owe(1, noon());
    assert_eq!(outbox.claim(noon() - TimeDelta::seconds(1), 10), []);
    assert_eq!(outbox.claim(noon(), 10).len(), 1);
});

both_databases!(a_claim_holds_until_its_lease_runs_out, |test| {
    let outbox = Outbox::of(&test);
    outbox.owe(1, noon());
    let first = outbox.claim_one(noon());
    outbox.leases_end_in(30);
    assert_eq!(
        outbox.claim(noon() + TimeDelta::days(1), 10),
        [],
        "our clock does not end a lease"
    );
    outbox.leases_end_in(-1);
    let second = outbox.claim_one(noon());
    assert_eq!(second.id, first.id);
    assert!(second.fence > first.fence);
});

both_databases!(a_lease_lasts_five_minutes_by_the_clock_of_the_database, |test| {
    let outbox = Outbox::of(&test);
    outbox.owe(1, noon());
    outbox.claim_one(noon());
    let left = outbox.db.read_now(|c| {
        let until: Option<NaiveDateTime> = letters::table.select(letters::lease_until).first(c)?;
        Ok::<_, Fault>(until.unwrap() - dialect::now(c)?)
    });
    let left = left.unwrap();
    assert!(left <= TimeDelta::minutes(5) && left > TimeDelta::minutes(4), "{left}");
});

both_databases!(whoever_lost_the_lease_changes_nothing_any_more, |test| {
    let outbox = Outbox::of(&test);
    outbox.owe(1, noon());
    let old = outbox.claim_one(noon());
    outbox.leases_end_in(-1);
    let new = outbox.claim_one(noon());

    let later = noon() + TimeDelta::hours(1);
    assert!(!outbox.end(&old, Outcome::Delivered, noon()));
    outbox.db.write_now(|c| outbox::try_later(c, &old, later)).unwrap();
    outbox.db.write_now(|c| outbox::release(c, &old)).unwrap();

    assert_eq!(outbox.claim(later, 10), [], "the new claim stands");
    assert!(outbox.end(&new, Outcome::Delivered, noon()));
});

both_databases!(a_letter_ends_once, |test| {
    let outbox = Outbox::of(&test);
    outbox.owe(1, noon());
    let claimed = outbox.claim_one(noon());
    assert!(outbox.end(&claimed, Outcome::Delivered, noon()));
    assert!(!outbox.end(&claimed, Outcome::Failed, noon()));
});

both_databases!(an_ended_letter_is_never_claimed_nor_taken_up_again, |test| {
    let outbox = Outbox::of(&test);
    for (byte, outcome) in [(1, Outcome::Delivered), (2, Outcome::Failed), (3, Outcome::Dropped)] {
        outbox.owe(byte, noon());
        let claimed = outbox.claim_one(noon());
        assert!(outbox.end(&claimed, outcome, noon()));
        outbox.db.write_now(|c| outbox::release(c, &claimed)).unwrap();
        outbox.leases_end_in(-1);
        assert_eq!(outbox.claim(noon() + TimeDelta::days(30), 10), [], "{outcome:?}");
    }
});

both_databases!(a_letter_to_be_tried_later_counts_the_try_and_waits, |test| {
    let outbox = Outbox::of(&test);
    outbox.owe(1, noon());
    let (claimed, later) = (outbox.claim_one(noon()), noon() + TimeDelta::minutes(1));
    outbox.db.write_now(|c| outbox::try_later(c, &claimed, later)).unwrap();
    assert_eq!(outbox.claim(later - TimeDelta::seconds(1), 10), []);
    let again = outbox.claim_one(later);
    assert_eq!((again.attempts, again.owed_at), (1, noon()));
});

both_databases!(a_letter_given_back_is_there_at_once_and_was_not_tried, |test| {
    let outbox = Outbox::of(&test);
    outbox.owe(1, noon());
    let claimed = outbox.claim_one(noon());
    outbox.db.write_now(|c| outbox::release(c, &claimed)).unwrap();
    assert_eq!(outbox.claim_one(noon()).attempts, 0);
});

both_databases!(a_letter_that_can_t_be_read_fails_and_holds_up_no_other, |test| {
    let outbox = Outbox::of(&test);
    outbox.owe(1, noon());
    outbox.owe(2, noon() + TimeDelta::minutes(1));
    outbox
        .db
        .write_now(|c| {
            let first = letters::table.find(vec![1_u8; 16]);
            diesel::update(first).set(letters::kind.eq("of-tomorrow")).execute(c)?;
            Ok::<_, Fault>(())
        })
        .unwrap();
    assert_eq!(bytes(&outbox.claim(noon() + TimeDelta::hours(1), 10)), [2]);
    let outcomes: Vec<Option<String>> = outbox
        .db
        .read_now(|c| {
            let in_order = letters::table.order(letters::id).select(letters::outcome);
            in_order.load(c).map_err(Fault::from)
        })
        .unwrap();
    assert_eq!(outcomes, [Some("failed".to_owned()), None]);
});

both_databases!(no_two_workers_claim_the_same_letter, |test| {
    let outbox = Outbox::of(&test);
    for byte in 0..40 {
        outbox.owe(byte, noon());
    }
    let claimed: Vec<u8> = std::thread::scope(|scope| {
        let work = || std::iter::repeat_with(|| outbox.claim(noon(), 3)).take(14);
        let workers: Vec<_> = (0..4)
            .map(|_| scope.spawn(move || bytes(&work().flatten().collect::<Vec<_>>())))
            .collect();
        workers.into_iter().flat_map(|worker| worker.join().unwrap()).collect()
    });
    let mut sorted = claimed.clone();
    sorted.sort_unstable();
    assert_eq!(sorted, (0..40).collect::<Vec<u8>>(), "each once: {claimed:?}");
});

both_databases!(ended_letters_go_at_their_boundary_and_waiting_ones_stay, |test| {
    let outbox = Outbox::of(&test);
    let (day_ago, week_ago) = (noon() - TimeDelta::hours(24), noon() - TimeDelta::days(7));
    let second = TimeDelta::seconds(1);
    let ended = [
        (1, Outcome::Delivered, day_ago - second),
        (2, Outcome::Delivered, day_ago + second),
        (3, Outcome::Dropped, day_ago - second),
        (4, Outcome::Dropped, day_ago + second),
        (5, Outcome::Failed, week_ago - second),
        (6, Outcome::Failed, week_ago + second),
    ];
    for (byte, outcome, at) in ended {
        outbox.owe(byte, week_ago - TimeDelta::days(1));
        let claimed = outbox.claim_one(noon());
        assert!(outbox.end(&claimed, outcome, at));
    }
    outbox.owe(7, week_ago - TimeDelta::days(1));

    outbox
        .db
        .write_now(|c| outbox::delete_ended(c, day_ago, week_ago))
        .unwrap();

    let left: Vec<Vec<u8>> = outbox
        .db
        .read_now(|c| {
            letters::table
                .order(letters::id)
                .select(letters::id)
                .load(c)
                .map_err(Fault::from)
        })
        .unwrap();
    let left: Vec<u8> = left.iter().map(|id| id[0]).collect();
    assert_eq!(left, [2, 4, 6, 7]);
});

both_databases!(the_outbox_tells_how_many_wait_and_since_when, |test| {
    let outbox = Outbox::of(&test);
    let waiting = || outbox.db.read_now(outbox::waiting).unwrap();
    assert_eq!(waiting(), (0, None));
    outbox.owe(1, noon());
    outbox.owe(2, noon() + TimeDelta::hours(1));
    assert_eq!(waiting(), (2, Some(noon())));
    let claimed = outbox.claim_one(noon());
    assert_eq!(waiting(), (2, Some(noon())), "a claimed letter is still owed");
    assert!(outbox.end(&claimed, Outcome::Delivered, noon()));
    assert_eq!(waiting(), (1, Some(noon() + TimeDelta::hours(1))));
    assert_eq!(outbox.count(), 2);
});
