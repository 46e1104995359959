//! A database is lost, and put back from a backup that was made while the service ran (promise R8).

use std::{fs, os::unix::fs::PermissionsExt as _, process::Stdio, thread};

use chrono::TimeDelta;
use model::{Clock, Letter};
use store::{backup, note, outbox};
use stories::page::Browser;
use tempfile::TempDir;
use testkit::{DatabaseKind, Region, TestDb, letters_owed};

use super::{
    installed::{Installed, refusal, wait_until},
    served::{PATIENCE, program},
};

const KINDS: [DatabaseKind; 2] = [DatabaseKind::Sqlite, DatabaseKind::Postgres];

#[test]
fn who_was_erased_since_a_backup_stays_so_and_no_letter_is_sent_twice() {
    for kind in KINDS {
        let mut installed = Installed::new(kind);
        let region = Region::made(&installed.db(), 1);
        let late = TimeDelta::minutes(2);
        let owed_first = installed.owe(&region, "celine@deltaker.example", late * 2);
        let erased = installed.owe(&region, "anna@deltaker.example", late);
        let told = installed.owe(&region, "berit@deltaker.example", late);

        // While pages are served and people leave notes.
        let served = installed.serve(&["serve", "--only", "web"]);
        let browser = Browser::new(&served.url);
        thread::scope(|scope| {
            let backup = scope.spawn(|| installed.output(&["backup", "backup"]));
            while !backup.is_finished() {
                let _ = region.add_note(Clock::system().today());
                assert!(browser.reaches("/health"));
            }
            assert!(backup.join().unwrap().contains("sealed for oppstart-backup-"));
        });
        assert!(served.terminate().success());

        // One letter is in nobody's hands for five minutes: it is not delivered before the disaster.
        let mine = installed
            .db()
            .write_now(|tx| outbox::claim(tx, Clock::system().now(), 1))
            .unwrap();
        assert_eq!(mine[0].letter, Letter::NewLink { note: owed_first });
        let served = installed.serve(&["serve"]);
        wait_until(|| installed.peer.letters().len() == 2);
        wait_until(|| letters_owed(&installed.db()).is_empty());
        let letter = installed.peer.letters_to("anna@deltaker.example").remove(0);
        let link = letter.links().last().unwrap().to_string();
        let browser = Browser::new(&served.url);
        let page = browser.open(&link[link.find("/n/").unwrap()..]);
        let proof = browser.press(&page, ("erase", "everything"), &[]);
        assert_eq!(proof.path, "/erased", "{}", proof.text());
        assert!(served.terminate().success());

        installed.lose_the_database();
        let output = installed.restore(&[]);
        assert!(
            output.contains("Erased again, as the journal says: 1 notes, 0 staff."),
            "{output}"
        );
        assert!(output.contains("Letters still owed: 1."), "{output}");
        let find = |id| installed.db().read_now(|tx| note::find(tx, id)).unwrap();
        assert!(find(erased).is_none() && find(told).is_some());

        let served = installed.serve(&["serve"]);
        let _ = installed.peer.wait_for_letters(3, PATIENCE);
        wait_until(|| letters_owed(&installed.db()).is_empty());
        assert!(served.terminate().success());
        for name in ["anna", "berit", "celine"] {
            let letters = installed.peer.letters_to(&format!("{name}@deltaker.example"));
            assert_eq!(letters.len(), 1, "{kind:?}: {name}");
        }
    }
}

#[test]
fn a_backup_is_for_nobody_elses_eyes_and_nothing_of_it_can_be_read() {
    for kind in KINDS {
        let installed = Installed::new(kind);
        let region = Region::made(&installed.db(), 1);
        installed.owe(&region, "kanari@deltaker.example", TimeDelta::zero());
        installed.output(&["backup", "backup"]);
        let path = installed.path().join("backup");
        assert_eq!(fs::metadata(&path).unwrap().permissions().mode() & 0o777, 0o600);
        let identity = installed.path().join("identity");
        assert_eq!(fs::metadata(identity).unwrap().permissions().mode() & 0o777, 0o600);
        let backup = String::from_utf8_lossy(&fs::read(&path).unwrap()).into_owned();
        for text in [
            "kanari",
            "deltaker",
            "Biblioteket",
            "Peisestua",
            "CREATE TABLE",
            "table notes",
            "SQLite",
        ] {
            assert!(!backup.contains(text), "{kind:?}: {text}");
        }
        let left: Vec<_> = fs::read_dir(installed.path())
            .unwrap()
            .map(|entry| entry.unwrap().file_name())
            .filter(|name| !["backup", "identity", "data"].iter().any(|known| name == known))
            .collect();
        assert!(left.is_empty(), "{left:?}");

        let piped = installed.program(&["backup", "-"]).output().unwrap();
        assert!(piped.status.success() && piped.stdout.starts_with(b"Oppstart backup 1\n"));
    }
}

#[test]
fn without_the_journal_all_letters_are_dropped_and_it_must_be_asked_for() {
    for kind in KINDS {
        let mut installed = Installed::new(kind);
        let region = Region::made(&installed.db(), 1);
        let note = installed.owe(&region, "anna@deltaker.example", TimeDelta::zero());
        installed.output(&["backup", "backup"]);
        installed.lose_the_database();
        fs::rename(
            installed.path().join("data/journal"),
            installed.path().join("elsewhere"),
        )
        .unwrap();
        let restore = ["restore", "backup", "--identity", "identity"];
        let refused = installed.refusal(&restore);
        assert!(refused.contains("journal"), "{refused}");
        let again = Installed::new(DatabaseKind::Sqlite);
        let other = again.path().join("data/journal");
        let refused = installed.refusal(&[&restore[..], &["--journal", other.to_str().unwrap()]].concat());
        assert!(refused.contains("does not know this backup"), "{refused}");

        let told = installed.restore(&["--without-journal"]);
        assert!(
            told.contains("1 letters were dropped") && told.contains("docs/operations.md"),
            "{told}"
        );
        assert!(letters_owed(&installed.db()).is_empty());
        assert!(installed.db().read_now(|tx| note::find(tx, note)).unwrap().is_some());

        // A journal that was kept elsewhere is found, and goes on here.
        installed.lose_the_database();
        fs::remove_dir_all(installed.path().join("data/journal")).ok();
        installed.restore(&["--journal", "elsewhere"]);
        installed.lose_the_database();
        let told = installed.restore(&[]);
        assert!(told.contains("Letters still owed: 1."), "{told}");
    }
}

#[test]
fn a_restore_that_was_killed_is_not_served_and_can_be_begun_anew() {
    for kind in KINDS {
        let mut installed = Installed::new(kind);
        let region = Region::made(&installed.db(), 1);
        let _ = region.add_notes(300, Clock::system().today());
        installed.output(&["backup", "backup"]);
        let restore = ["restore", "backup", "--identity", "identity"];
        // It may be done before it is killed, on a machine that is slow to look.
        let was_killed = (0..20).any(|_| {
            installed.lose_the_database();
            let db = (kind == DatabaseKind::Postgres).then(|| installed.db());
            let mut child = installed.program(&restore).stdout(Stdio::null()).spawn().unwrap();
            let unfinished = installed.path().join("data/oppstart.sqlite.restoring");
            let has_begun = || match &db {
                None => unfinished.exists(),
                Some(db) => db.read_now(backup::is_unfinished).unwrap_or(false),
            };
            while child.try_wait().unwrap().is_none() && !has_begun() {
                thread::yield_now();
            }
            drop(child.kill());
            !child.wait().unwrap().success()
        });
        assert!(was_killed);

        for arguments in [
            &["serve"][..],
            &["serve", "--only", "web"],
            &["setup"],
            &["forget"],
            &["backup", "b"],
        ] {
            // Nobody's address: what was not refused before ends there.
            let mut command = installed.program(arguments);
            let refused = refusal(command.env("OPPSTART_LISTEN", "192.0.2.1:1"));
            assert!(
                refused.contains("a restore into this database was not finished"),
                "{refused}"
            );
        }
        assert!(kind == DatabaseKind::Postgres || !installed.file().exists());
        installed.restore(&[]);
        let served = installed.serve(&["serve"]);
        assert!(served.terminate().success());
    }
}

#[test]
fn what_can_not_be_backed_up_is_refused_in_one_line() {
    let installed = Installed::new(DatabaseKind::Sqlite);
    fs::write(installed.path().join("there"), "already").unwrap();
    let (other, nowhere) = (TempDir::new().unwrap(), "sqlite:nowhere.sqlite");
    program(other.path(), &["setup"]).output().unwrap();
    let other_keys = other.path().join("data/keys");
    for (name, value, file, told) in [
        ("OPPSTART_BACKUP_RECIPIENT", "", "backup", "--new-identity"),
        ("OPPSTART_BACKUP_RECIPIENT", "age1abc", "backup", "backup_recipient"),
        (
            "OPPSTART_DATABASE_URL",
            nowhere,
            "backup",
            "nowhere.sqlite is not there",
        ),
        ("OPPSTART_KEYS", other_keys.to_str().unwrap(), "backup", "other keys"),
        ("OPPSTART_KEYS", "nowhere", "backup", "nowhere"),
        ("OPPSTART_JOURNAL", "/proc/journal", "backup", "/proc/journal"),
        ("OPPSTART_LOG", "info", "there", "there"),
        ("OPPSTART_LOG", "info", "no/folder/backup", "no/folder/backup"),
    ] {
        let line = refusal(installed.program(&["backup", file]).env(name, value));
        assert!(line.contains(told), "{name}={value}: {line}");
        assert!(!installed.path().join("backup").exists() && !installed.path().join("nowhere.sqlite").exists());
    }
    assert_eq!(fs::read(installed.path().join("there")).unwrap(), b"already");
    let line = installed.refusal(&["backup", "--new-identity", "there"]);
    assert!(line.contains("there"), "{line}");
}

#[test]
fn what_can_not_be_put_back_is_refused_in_one_line_and_nothing_is_begun() {
    let mut installed = Installed::new(DatabaseKind::Sqlite);
    installed.output(&["backup", "backup"]);
    installed.output(&["backup", "--new-identity", "other"]);
    let line = installed.refusal(&["restore", "backup", "--identity", "identity"]);
    assert!(line.contains("data/oppstart.sqlite is there"), "{line}");
    installed.lose_the_database();
    fs::write(installed.path().join("data/oppstart.sqlite-wal"), "of another").unwrap();
    let line = installed.refusal(&["restore", "backup", "--identity", "identity"]);
    assert!(line.contains("data/oppstart.sqlite-wal is there"), "{line}");
    installed.lose_the_database();

    let whole = fs::read(installed.path().join("backup")).unwrap();
    let mut altered = whole.clone();
    *altered.last_mut().unwrap() ^= 1;
    fs::write(installed.path().join("altered"), altered).unwrap();
    fs::write(installed.path().join("cut"), &whole[..whole.len() / 2]).unwrap();
    fs::write(installed.path().join("empty"), "").unwrap();
    for (file, identity, told) in [
        ("nowhere", "identity", "nowhere"),
        ("identity", "identity", "not a backup"),
        ("empty", "identity", "not a backup"),
        ("cut", "identity", "cut off"),
        ("altered", "identity", "altered"),
        ("backup", "other", "another identity"),
        ("backup", "backup", "backup: "),
        ("backup", "nowhere", "nowhere"),
    ] {
        let line = installed.refusal(&["restore", file, "--identity", identity]);
        assert!(line.contains(told), "{file}, {identity}: {line}");
    }
    let other = Installed::new(DatabaseKind::Sqlite);
    let postgres = TestDb::migrated(DatabaseKind::Postgres);
    let other_keys = other.path().join("data/keys");
    for (name, value, told) in [
        ("OPPSTART_KEYS", other_keys.to_str().unwrap(), "other keys"),
        ("OPPSTART_KEYS", "nowhere", "nowhere"),
        ("OPPSTART_JOURNAL", "nowhere", "nowhere"),
        ("OPPSTART_DATABASE_URL", postgres.address(), "of the kind sqlite"),
        ("OPPSTART_DATABASE_URL", "sqlite:/proc/a/b", "/proc/a"),
    ] {
        let mut command = installed.program(&["restore", "backup", "--identity", "identity"]);
        let line = refusal(command.env(name, value));
        assert!(line.contains(told), "{name}={value}: {line}");
    }
    assert!(
        !installed.path().join("data/oppstart.sqlite.restoring").exists(),
        "nothing was begun"
    );

    let other = Installed::new(DatabaseKind::Postgres);
    let _ = Region::made(&other.db(), 1);
    other.output(&["backup", "backup"]);
    let line = other.refusal(&["restore", "backup", "--identity", "identity"]);
    assert!(line.contains("not empty"), "{line}");
    assert!(!other.db().read_now(backup::is_unfinished).unwrap());
}
