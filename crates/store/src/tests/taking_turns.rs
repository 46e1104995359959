//! Leases, and the pause of the mail: what instances agree on through the database.

use chrono::TimeDelta;
use diesel::{RunQueryDsl as _, prelude::*};
use testkit::{both_databases, oslo};

use super::opened;
use crate::{
    Db, dialect, lease,
    mail_pause::{self, MailPause},
    schema::leases,
};

const LASTS: TimeDelta = TimeDelta::minutes(5);

fn take(db: &Db, holder: i32) -> bool {
    db.write_now(|c| lease::take(c, "schedule", holder, LASTS)).unwrap()
}

/// Moves the end of the lease to so many seconds from the database's now.
fn ends_in(db: &Db, seconds: i64) {
    db.write_now(|c| {
        let until = dialect::now(c)? + TimeDelta::seconds(seconds);
        diesel::update(leases::table)
            .set(leases::lease_until.eq(until))
            .execute(c)?;
        Ok::<_, crate::Fault>(())
    })
    .unwrap();
}

both_databases!(a_lease_is_held_by_one_and_renewed_by_the_same, |test| {
    let db = opened(&test);
    assert!(take(&db, 1));
    assert!(!take(&db, 2));
    assert!(take(&db, 1));
    assert!(!take(&db, 2));
    assert!(db.write_now(|c| lease::take(c, "another", 2, LASTS)).unwrap());
});

both_databases!(a_lease_lasts_as_long_as_was_asked, |test| {
    let db = opened(&test);
    assert!(take(&db, 1));
    let left = db.read_now(|c| {
        let until: chrono::NaiveDateTime = leases::table.select(leases::lease_until).first(c)?;
        Ok::<_, crate::Fault>(until - dialect::now(c)?)
    });
    let left = left.unwrap();
    assert!(left <= LASTS && left > LASTS - TimeDelta::seconds(30), "{left}");
});

both_databases!(a_lease_that_ran_out_is_taken_by_another, |test| {
    let db = opened(&test);
    assert!(take(&db, 1));
    ends_in(&db, 30);
    assert!(!take(&db, 2));
    ends_in(&db, -1);
    assert!(take(&db, 2));
    assert!(!take(&db, 1));
});

both_databases!(only_the_holder_gives_a_lease_back, |test| {
    let db = opened(&test);
    assert!(take(&db, 1));
    db.write_now(|c| lease::give_back(c, "schedule", 2)).unwrap();
    assert!(!take(&db, 2));
    db.write_now(|c| lease::give_back(c, "schedule", 1)).unwrap();
    assert!(take(&db, 2));
});

both_databases!(of_many_that_ask_at_once_one_gets_the_lease, |test| {
    let db = opened(&test);
    let taken: Vec<bool> = std::thread::scope(|scope| {
        let asking: Vec<_> = (0..6)
            .map(|holder| {
                scope.spawn({
                    let db = &db;
                    move || take(db, holder)
                })
            })
            .collect();
        asking.into_iter().map(|one| one.join().unwrap()).collect()
    });
    assert_eq!(taken.iter().filter(|got| **got).count(), 1);
});

both_databases!(there_is_one_pause_of_the_mail_and_the_newest_counts, |test| {
    let db = opened(&test);
    let find = || db.read_now(mail_pause::find).unwrap();
    assert_eq!(find(), None);
    for (until, cause) in [("2027-01-12 10:00", "auth"), ("2027-01-12 11:00", "greeting")] {
        let pause = MailPause {
            until: oslo(until),
            cause: cause.to_owned(),
        };
        db.write_now(|c| mail_pause::put(c, &pause)).unwrap();
        assert_eq!(find(), Some(pause));
    }
    db.write_now(mail_pause::clear).unwrap();
    assert_eq!(find(), None);
});
