//! Transactions: all or nothing, and run again when they collide.

use std::sync::{
    Barrier,
    atomic::{AtomicU32, Ordering},
};

use diesel::{RunQueryDsl as _, result::DatabaseErrorKind, result::Error as DieselError};
use testkit::{DatabaseKind, Region, TestDb, both_databases};

use super::{add_member, add_one, number, opened, put_number};
use crate::{DbConn, Fault, Result, schema::leases};

#[derive(Debug, thiserror::Error)]
enum Refusal {
    #[error("no")]
    No,
    #[error(transparent)]
    Store(#[from] Fault),
}

/// A fault of a module that uses another module, as `course` uses `groups`.
#[derive(Debug, thiserror::Error)]
enum Outer {
    #[error(transparent)]
    Inner(#[from] Refusal),
    #[error(transparent)]
    Store(#[from] Fault),
}

fn collision() -> Fault {
    Fault::Driver(DieselError::DatabaseError(
        DatabaseErrorKind::SerializationFailure,
        Box::new("another came first".to_owned()),
    ))
}

both_databases!(a_fault_undoes_all_that_was_done_before_it, |test| {
    let db = opened(&test);
    let refused = db.write_now(|c| {
        put_number(c, "a", 1)?;
        Err::<(), _>(Refusal::No)
    });
    assert!(matches!(refused, Err(Refusal::No)));
    assert_eq!(db.read_now(|c| number(c, "a")).unwrap(), None);
});

both_databases!(
    what_a_fault_of_the_database_ends_is_undone_and_the_connection_goes_on,
    |test| {
        let db = opened(&test);
        for _ in 0..20 {
            let twice = db.write_now(|c| {
                put_number(c, "a", 1)?;
                diesel::sql_query("SELECT no_such_column FROM leases").execute(c)?;
                Ok::<_, Fault>(())
            });
            assert!(matches!(twice, Err(Fault::Driver(_))));
        }
        assert_eq!(db.read_now(|c| number(c, "a")).unwrap(), None);
    }
);

both_databases!(a_panic_undoes_all_that_was_done_before_it, async |test| {
    let db = opened(&test);
    let cut_off = db
        .write(|c| {
            put_number(c, "a", 1)?;
            assert!(number(c, "a")?.is_none(), "this panic belongs to the test");
            Ok::<_, Fault>(())
        })
        .await;
    assert!(matches!(cut_off, Err(Fault::CutOff)), "{cut_off:?}");
    for _ in 0..20 {
        assert_eq!(db.write(|c| number(c, "a")).await.unwrap(), None);
    }
});

both_databases!(nothing_is_stored_by_a_transaction_that_reads, |test| {
    let db = opened(&test);
    let written = db.read_now(|c| put_number(c, "a", 1));
    assert!(
        written.is_err() || test.kind() == DatabaseKind::Sqlite,
        "PostgreSQL refuses at once"
    );
    assert_eq!(db.read_now(|c| number(c, "a")).unwrap(), None);
});

both_databases!(no_addition_is_lost_between_threads, |test| {
    let db = opened(&test);
    db.write_now(|c| put_number(c, "a", 0)).unwrap();
    std::thread::scope(|scope| {
        for _ in 0..6 {
            scope.spawn(|| {
                for _ in 0..10 {
                    db.write_now(|c| add_one(c, "a")).unwrap();
                }
            });
        }
    });
    assert_eq!(db.read_now(|c| number(c, "a")).unwrap(), Some(60));
});

#[test]
fn writers_on_sqlite_wait_for_each_other_and_none_is_run_again() {
    let test = TestDb::migrated(DatabaseKind::Sqlite);
    let db = opened(&test);
    db.write_now(|c| put_number(c, "a", 0)).unwrap();
    let runs = AtomicU32::new(0);
    std::thread::scope(|scope| {
        for _ in 0..4 {
            scope.spawn(|| {
                for _ in 0..10 {
                    db.write_now(|c| {
                        runs.fetch_add(1, Ordering::SeqCst);
                        add_one(c, "a")
                    })
                    .unwrap();
                }
            });
        }
    });
    assert_eq!(runs.load(Ordering::SeqCst), 40);
}

#[test]
fn of_two_that_read_the_same_on_postgres_one_is_run_again() {
    let test = TestDb::migrated(DatabaseKind::Postgres);
    let db = opened(&test);
    db.write_now(|c| put_number(c, "a", 0)).unwrap();
    let (runs, both_have_read) = (AtomicU32::new(0), Barrier::new(2));
    let add = || {
        let first_run = AtomicU32::new(0);
        db.write_now(|c| {
            runs.fetch_add(1, Ordering::SeqCst);
            let before = number(c, "a")?.unwrap_or_default();
            if first_run.fetch_add(1, Ordering::SeqCst) == 0 {
                both_have_read.wait();
            }
            put_number(c, "a", before + 1)
        })
        .unwrap();
    };
    std::thread::scope(|scope| {
        scope.spawn(add);
        scope.spawn(add);
    });
    assert_eq!(db.read_now(|c| number(c, "a")).unwrap(), Some(2));
    assert_eq!(runs.load(Ordering::SeqCst), 3);
}

#[test]
fn of_two_that_wait_for_each_other_on_postgres_one_is_run_again() {
    let test = TestDb::migrated(DatabaseKind::Postgres);
    let db = opened(&test);
    db.write_now(|c| put_number(c, "a", 0).and_then(|()| put_number(c, "b", 0)))
        .unwrap();
    let each_holds_one = Barrier::new(2);
    let add = |one: &str, other: &str| {
        let first_run = AtomicU32::new(0);
        let set = |c: &mut DbConn, name: &str| -> Result<()> {
            use diesel::prelude::*;
            diesel::update(leases::table.find(name))
                .set(leases::holder.eq(leases::holder + 1))
                .execute(c)?;
            Ok(())
        };
        db.write_now(|c| {
            set(c, one)?;
            if first_run.fetch_add(1, Ordering::SeqCst) == 0 {
                each_holds_one.wait();
            }
            set(c, other)
        })
        .unwrap();
    };
    std::thread::scope(|scope| {
        scope.spawn(|| add("a", "b"));
        scope.spawn(|| add("b", "a"));
    });
    let both = db.read_now(|c| Ok::<_, Fault>((number(c, "a")?, number(c, "b")?)));
    assert_eq!(both.unwrap(), (Some(2), Some(2)));
}

both_databases!(a_collision_is_recognised_however_deep_it_lies, |test| {
    let db = opened(&test);
    let runs = AtomicU32::new(0);
    let done: std::result::Result<u32, Outer> = db.write_now(|c| {
        put_number(c, "a", 1)?;
        match runs.fetch_add(1, Ordering::SeqCst) {
            0 => Err(Refusal::from(collision()).into()),
            1 => Err(collision().into()),
            run => Ok(run),
        }
    });
    assert_eq!(done.unwrap(), 2);
    assert_eq!(db.read_now(|c| number(c, "a")).unwrap(), Some(1));
});

both_databases!(a_transaction_that_collides_for_ever_gives_up, |test| {
    let runs = AtomicU32::new(0);
    let given_up = opened(&test).write_now(|_| {
        runs.fetch_add(1, Ordering::SeqCst);
        Err::<(), _>(collision())
    });
    assert!(matches!(given_up, Err(Fault::Driver(_))));
    assert_eq!(runs.load(Ordering::SeqCst), crate::db::TRIES);
});

both_databases!(what_is_refused_for_good_is_run_once, |test| {
    let (db, region) = (opened(&test), Region::made(&test, 1));
    let runs = AtomicU32::new(0);
    let refused = db.write_now(|c| {
        runs.fetch_add(1, Ordering::SeqCst);
        for byte in [1, 2] {
            add_member(c, &region, [byte; 16].into(), b"the same")?;
        }
        Ok::<_, Fault>(())
    });
    assert!(matches!(refused, Err(Fault::Driver(_))));
    assert_eq!(runs.load(Ordering::SeqCst), 1);
});
