//! The journal: no erasure without a line, and nothing done that it can't hold (promise R8).

use std::{fs, io::Write as _, path::PathBuf};

use chrono::TimeDelta;
use diesel::Connection as _;
use model::{BackupId, Clock, Letter, LetterId, NoteId, StaffId};
use tempfile::TempDir;
use testkit::{Region, TestDb, both_databases, day, oslo};

use super::{add_member, erasing::seat_them, opened};
use crate::{
    Db, Fault, Journal,
    journal::{Entry, LetterMark},
    note,
    outbox::{self, Outcome},
    staff,
};

struct World {
    db: Db,
    region: Region,
    folder: TempDir,
}

impl World {
    fn of(test: &TestDb) -> Self {
        let (folder, clock) = (TempDir::new().unwrap(), Clock::standing_at(oslo("2027-01-12 23:59")));
        let journal = Journal::open(folder.path(), clock).unwrap();
        Self {
            db: opened(test).with_journal(journal),
            region: Region::made(test, 1),
            folder,
        }
    }

    fn note(&self) -> NoteId {
        self.region.add_note(day("2027-01-12"))
    }

    fn erase(&self, note: NoteId) -> Result<(), Fault> {
        self.db.write_now(|c| note::erase(c, note).map(drop))
    }

    fn written(&self) -> Vec<Entry> {
        let found = Journal::read(self.folder.path()).unwrap();
        assert_eq!(found.torn, 0);
        found.entries.into_iter().map(|(_, entry)| entry).collect()
    }

    fn file(&self, day: &str) -> PathBuf {
        self.folder.path().join(format!("{day}.journal"))
    }
}

both_databases!(who_is_erased_and_what_is_sent_is_written_down, |test| {
    let world = World::of(&test);
    let (note, member) = (world.note(), StaffId::from_bytes([3; 16]));
    world
        .db
        .write_now(|c| add_member(c, &world.region, member, b"index"))
        .unwrap();
    seat_them(&world.db, &world.region, &[note]);
    assert_eq!(world.written(), [], "nobody was erased yet");

    let at = oslo("2027-01-12 12:00");
    let claimed = world.db.write_now(|c| outbox::claim(c, at, 9)).unwrap();
    let letter = claimed[0];
    assert_eq!(world.written(), [Entry::Claim(letter.id)]);
    world
        .db
        .write_now(|c| outbox::end(c, &letter, Outcome::Delivered, at))
        .unwrap();
    world.erase(note).unwrap();
    world.erase(note).unwrap();
    world.db.write_now(|c| staff::delete(c, member)).unwrap();
    let expected = [
        Entry::Claim(letter.id),
        Entry::Letter(letter.id, LetterMark::of(&letter.letter)),
        Entry::Note(note),
        Entry::Staff(member),
    ];
    assert_eq!(world.written(), expected);
    assert!(world.file("2027-01-12").exists(), "by the day in Oslo");
});

both_databases!(
    a_letter_that_was_refused_or_dropped_is_not_written_down_as_sent,
    |test| {
        let world = World::of(&test);
        let notes = [world.note(), world.note()];
        seat_them(&world.db, &world.region, &notes);
        let at = oslo("2027-01-12 12:00");
        let claimed = world.db.write_now(|c| outbox::claim(c, at, 9)).unwrap();
        for (letter, outcome) in claimed.iter().zip([Outcome::Failed, Outcome::Dropped]) {
            world.db.write_now(|c| outbox::end(c, letter, outcome, at)).unwrap();
        }
        let written = world.written();
        assert_eq!(written.len(), 2, "{written:?}");
        assert!(
            written.iter().all(|entry| matches!(entry, Entry::Claim(_))),
            "{written:?}"
        );
    }
);

both_databases!(what_is_undone_is_not_written_down, |test| {
    let world = World::of(&test);
    let (kept, gone) = (world.note(), world.note());
    let refused: Result<(), Fault> = world.db.write_now(|c| {
        note::erase(c, kept)?;
        Err(Fault::Missing("everything"))
    });
    assert!(refused.is_err());
    let to_a_savepoint = world.db.write_now(|c| {
        let undone: Result<(), Fault> = c.transaction(|c| {
            note::erase(c, kept)?;
            Err(Fault::Missing("everything"))
        });
        assert!(undone.is_err());
        note::erase(c, gone)
    });
    to_a_savepoint.unwrap();
    assert_eq!(world.written(), [Entry::Note(gone)]);
});

both_databases!(
    nobody_is_erased_and_no_letter_claimed_while_the_journal_can_not_be_written,
    |test| {
        let world = World::of(&test);
        let note = world.note();
        seat_them(&world.db, &world.region, &[note]);
        let in_the_way = world.file("2027-01-12");
        fs::create_dir(&in_the_way).unwrap();

        let refused = world.erase(note);
        assert!(matches!(refused, Err(Fault::Journal { .. })), "{refused:?}");
        assert!(world.db.read_now(|c| note::find(c, note)).unwrap().is_some());
        let at = oslo("2027-01-12 12:00");
        let refused = world.db.write_now(|c| outbox::claim(c, at, 9));
        assert!(matches!(refused, Err(Fault::Journal { .. })), "{refused:?}");

        fs::remove_dir(&in_the_way).unwrap();
        assert_eq!(world.db.write_now(|c| outbox::claim(c, at, 9)).unwrap()[0].fence, 1);
        world.erase(note).unwrap();
        assert!(world.written().contains(&Entry::Note(note)));
    }
);

both_databases!(without_a_journal_all_is_as_ever, |test| {
    let (db, note) = (opened(&test), Region::made(&test, 1).add_note(day("2027-01-12")));
    for _ in 0..2 {
        db.write_now(|c| note::erase(c, note)).unwrap();
    }
    assert!(db.journal().is_none());
});

fn ids() -> impl Iterator<Item = NoteId> {
    (0..200).map(|byte| NoteId::from_bytes([byte; 16]))
}

#[test]
fn half_a_line_is_told_and_spoils_no_other() {
    let folder = TempDir::new().unwrap();
    let clock = Clock::standing_at(oslo("2027-01-12 12:00"));
    let journal = Journal::open(folder.path(), clock).unwrap();
    let entries: Vec<Entry> = ids().map(Entry::Note).take(2).collect();
    journal.write(&entries[..1]).unwrap();
    let path = folder.path().join("2027-01-12.journal");
    let mut file = fs::OpenOptions::new().append(true).open(path).unwrap();
    file.write_all(b"\nnote 0101010101010101010101010101").unwrap();
    journal.write(&entries[1..]).unwrap();
    let found = Journal::read(folder.path()).unwrap();
    assert_eq!(found.torn, 1);
    assert_eq!(
        found.entries.iter().map(|(_, entry)| *entry).collect::<Vec<_>>(),
        entries
    );
}

#[test]
fn several_write_at_once_and_no_line_is_lost() {
    let folder = TempDir::new().unwrap();
    let clock = Clock::standing_at(oslo("2027-01-12 12:00"));
    std::thread::scope(|scope| {
        for _ in 0..4 {
            scope.spawn(|| {
                let journal = Journal::open(folder.path(), clock.clone()).unwrap();
                ids().for_each(|id| journal.write(&[Entry::Note(id)]).unwrap());
            });
        }
    });
    let found = Journal::read(folder.path()).unwrap();
    assert_eq!((found.entries.len(), found.torn), (800, 0));
}

#[test]
fn a_day_is_kept_as_long_as_a_backup_of_it_can_be_put_back() {
    let folder = TempDir::new().unwrap();
    let clock = Clock::standing_at(oslo("2027-01-12 00:00"));
    let journal = Journal::open(folder.path(), clock.clone()).unwrap();
    let backup = BackupId::from_bytes([7; 16]);
    journal.write(&[Entry::Backup(backup)]).unwrap();
    fs::write(folder.path().join("notes.txt"), "somebody else's").unwrap();
    let knows = || Journal::read(folder.path()).unwrap().knows(backup);
    clock.advance(TimeDelta::days(36) - TimeDelta::seconds(1));
    journal.remove_old().unwrap();
    assert!(knows(), "the 35th day is not over");
    clock.advance(TimeDelta::seconds(1));
    journal.remove_old().unwrap();
    assert!(!knows());
    assert!(folder.path().join("notes.txt").exists());

    // Also where no schedule runs: with the first line of a new day.
    journal.write(&[Entry::Backup(backup)]).unwrap();
    clock.advance(TimeDelta::days(36));
    assert!(knows());
    journal.write(&[]).unwrap();
    assert!(!knows());
}

#[test]
fn what_another_journal_holds_is_written_to_its_own_days_and_the_start_leaves_no_file() {
    let folder = TempDir::new().unwrap();
    let journal = Journal::open(folder.path(), Clock::standing_at(oslo("2027-01-12 12:00"))).unwrap();
    assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 0);
    let entries: Vec<_> = ids()
        .zip(["2027-01-10", "2027-01-11", "2027-01-10"])
        .map(|(id, on)| (day(on), Entry::Note(id)))
        .collect();
    journal.take_over(&entries).unwrap();
    let mut expected = entries;
    expected.sort_by_key(|(on, _)| *on);
    assert_eq!(Journal::read(folder.path()).unwrap().entries, expected);
}

#[test]
fn letters_have_the_same_mark_if_they_say_the_same() {
    let (one, other) = (NoteId::from_bytes([1; 16]), NoteId::from_bytes([2; 16]));
    let mark = |letter| LetterMark::of(&letter);
    assert_eq!(
        mark(Letter::StillLooking { note: one }),
        mark(Letter::StillLooking { note: one })
    );
    assert_ne!(
        mark(Letter::StillLooking { note: one }),
        mark(Letter::StillLooking { note: other })
    );
    assert_ne!(
        mark(Letter::StillLooking { note: one }),
        mark(Letter::StillInterested { note: one })
    );
    let line = Entry::Letter(LetterId::from_bytes([9; 16]), mark(Letter::NewLink { note: one }));
    assert_eq!(line.to_string().parse(), Ok(line));
}
