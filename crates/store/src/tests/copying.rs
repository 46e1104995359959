//! Copies of the whole database (promise R8).

use std::{cell::Cell, io};

use testkit::{DatabaseKind, Region, TestDb, both_databases, day, oslo};

use super::{erasing::seat_them, opened};
use crate::{DatabaseUrl, Db, Fault, backup, note, outbox};

fn copied(db: &Db) -> Vec<u8> {
    let mut copy = Vec::new();
    db.copy_to(&mut copy).unwrap();
    copy
}

/// A database with something in most tables.
fn filled(test: &TestDb) -> (Db, Region, Vec<model::NoteId>) {
    let (db, region) = (opened(test), Region::made(test, 1));
    let notes = region.add_notes(6, day("2027-01-12"));
    seat_them(&db, &region, &notes);
    (db, region, notes)
}

fn schema(db: &Db) -> String {
    db.schema().unwrap().unwrap()
}

#[test]
fn the_rows_of_postgresql_are_put_back_as_they_were() {
    let (test, empty) = (
        TestDb::migrated(DatabaseKind::Postgres),
        TestDb::blank(DatabaseKind::Postgres),
    );
    let (db, ..) = filled(&test);
    let copy = copied(&db);
    let other = opened(&empty);
    other.copy_from(&mut &copy[..], &schema(&db)).unwrap();
    assert!(other.read_now(backup::is_unfinished).unwrap());
    other.write_now(backup::finish).unwrap();
    assert!(!other.read_now(backup::is_unfinished).unwrap());
    assert!(other.look().unwrap().is_current);
    let (copy, again) = (
        String::from_utf8(copy).unwrap(),
        String::from_utf8(copied(&other)).unwrap(),
    );
    assert!(copy.lines().count() > 60, "{copy}");
    assert_eq!(copy, again);
}

#[test]
fn the_file_of_sqlite_is_a_database_again() {
    let (test, folder) = (
        TestDb::migrated(DatabaseKind::Sqlite),
        tempfile::TempDir::new().unwrap(),
    );
    let (db, _, notes) = filled(&test);
    let path = folder.path().join("again.sqlite");
    std::fs::write(&path, copied(&db)).unwrap();
    let again = Db::open(&DatabaseUrl::Sqlite(path)).unwrap();
    again.copy_from(&mut io::empty(), &schema(&db)).unwrap();
    assert!(again.read_now(backup::is_unfinished).unwrap());
    for note in notes {
        assert_eq!(
            again.read_now(|c| note::get(c, note)).unwrap(),
            db.read_now(|c| note::get(c, note)).unwrap()
        );
    }
}

both_databases!(a_copy_is_of_one_moment, |test| {
    struct Interrupted<'a> {
        copy: Vec<u8>,
        first: Cell<bool>,
        interrupt: &'a dyn Fn(),
    }
    impl io::Write for Interrupted<'_> {
        fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
            if self.first.replace(false) {
                (self.interrupt)();
            }
            self.copy.extend_from_slice(bytes);
            Ok(bytes.len())
        }

        fn flush(&mut self) -> io::Result<()> {
            Ok(())
        }
    }
    let (db, region, _) = filled(&test);
    let before = copied(&db);
    let mut out = Interrupted {
        copy: Vec::new(),
        first: Cell::new(true),
        interrupt: &|| {
            let _ = region.add_note(day("2027-01-12"));
        },
    };
    db.copy_to(&mut out).unwrap();
    assert!(out.copy == before);
    assert!(copied(&db) != before);
});

#[test]
fn a_database_that_is_not_empty_is_left_alone_unless_it_was_being_put_back() {
    let test = TestDb::migrated(DatabaseKind::Postgres);
    let (db, region, _) = filled(&test);
    let (copy, schema) = (copied(&db), schema(&db));
    let refused = db.copy_from(&mut &copy[..], &schema);
    assert!(matches!(refused, Err(Fault::NotEmpty)), "{refused:?}");

    let _ = region.add_note(day("2027-01-12"));
    db.write_now(backup::begin).unwrap();
    db.copy_from(&mut &copy[..], &schema).unwrap();
    db.write_now(backup::finish).unwrap();
    assert!(copied(&db) == copy);
}

#[test]
fn a_copy_that_can_not_be_read_leaves_the_mark() {
    let (test, empty) = (
        TestDb::migrated(DatabaseKind::Postgres),
        TestDb::blank(DatabaseKind::Postgres),
    );
    let (db, ..) = filled(&test);
    let other = opened(&empty);
    for wrong in ["{}\n", "table pg_class\n", "table notes\n{\"id\": 7}\n"] {
        let refused = other.copy_from(&mut wrong.as_bytes(), &schema(&db));
        assert!(refused.is_err(), "{wrong}");
        assert!(other.read_now(backup::is_unfinished).unwrap(), "{wrong}");
    }
    let newer = other.copy_from(&mut io::empty(), "29991231000000");
    assert!(matches!(newer, Err(Fault::NewerSchema(_))), "{newer:?}");
}

both_databases!(no_letter_is_claimed_while_a_backup_is_being_put_back, |test| {
    let (db, ..) = filled(&test);
    let claim = || {
        db.write_now(|c| outbox::claim(c, oslo("2027-01-13 12:00"), 1))
            .unwrap()
            .len()
    };
    assert_eq!(claim(), 1);
    db.write_now(backup::begin).unwrap();
    assert_eq!(claim(), 0);
    db.write_now(backup::finish).unwrap();
    assert_eq!(claim(), 1);
});

both_databases!(an_empty_database_has_no_schema_and_is_left_empty, |test| {
    let empty = TestDb::blank(test.kind());
    assert_eq!(opened(&empty).schema().unwrap(), None);
    let current = schema(&opened(&test));
    assert_eq!(current.len(), 14);
    if test.kind() == DatabaseKind::Postgres {
        opened(&empty).copy_from(&mut io::empty(), &current).unwrap();
    }
});
