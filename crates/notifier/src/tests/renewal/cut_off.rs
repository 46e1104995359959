//! A process that ends in the middle of a step: the next one goes on.

use std::fs;

use super::*;
use crate::Fault;

both_databases!(keys_that_were_made_and_not_recorded_are_recorded_and_used, |db| {
    let town = Town::with_keys_of(&db, "2026-12-01");
    let note = town.leave(KARI);
    town.opening_keys().make_version(SECOND, &town.chance).unwrap();
    town.pass_twice();
    let versions: Vec<_> = town.versions().iter().map(|one| one.version).collect();
    assert_eq!(
        versions,
        [2, 1],
        "no third version is made beside the one that was begun"
    );
    assert_eq!(town.version(SECOND).made_on, town.clock.today());
    assert_eq!(town.read(note).1, SECOND);
});

both_databases!(keys_of_which_only_the_first_file_was_made_are_completed, |db| {
    let town = Town::with_keys_of(&db, "2026-12-01");
    let note = town.leave(KARI);
    town.opening_keys().make_version(SECOND, &town.chance).unwrap();
    fs::remove_file(town.keys.path().join("seal-2.public")).unwrap();
    fs::remove_file(town.keys.path().join("seal-2.private")).unwrap();
    let between = town.leave("ola@example.no");
    assert_eq!(town.read(between).1, FIRST);
    town.pass_twice();
    assert_eq!(town.read(note), (KARI.to_owned(), SECOND));
    assert_eq!(town.read(between), ("ola@example.no".to_owned(), SECOND));
    assert_eq!(town.versions().len(), 2);
});

both_databases!(a_worker_that_starts_in_every_pass_renews_all_the_same, |db| {
    let town = Town::with_keys_of(&db, "2026-12-01");
    let notes = [town.leave(KARI), town.leave("ola@example.no")];
    town.notifier().renew_keys().unwrap();
    assert_eq!(town.read(notes[0]).1, FIRST);
    for _ in 0..2 {
        town.pass_twice();
        assert_eq!(notes.map(|note| town.read(note).1), [SECOND; 2]);
    }
});

both_databases!(keys_that_were_destroyed_and_not_recorded_are_recorded, |db| {
    let town = Town::with_keys_of(&db, "2027-01-01");
    let note = town.leave(KARI);
    town.make_next();
    town.pass_twice();
    town.later(35);
    fs::remove_file(town.keys.path().join("seal-1.private")).unwrap();
    town.pass_twice();
    assert_eq!(town.version(FIRST).destroyed_on, Some(town.clock.today()));
    let names: Vec<_> = fs::read_dir(town.keys.path())
        .unwrap()
        .map(|entry| entry.unwrap().file_name().into_string().unwrap())
        .filter(|name| name.contains("seal-1") || name.contains("index-1"))
        .collect();
    assert_eq!(names, [""; 0]);
    assert_eq!(town.read(note).0, KARI);
});

both_databases!(
    a_note_that_came_late_under_the_old_keys_is_renewed_and_puts_off_their_end,
    |db| {
        let town = Town::with_keys_of(&db, "2027-01-01");
        let note = town.leave(KARI);
        let late = town.sealed(note);
        town.make_next();
        town.pass_twice();
        town.later(30);
        town.overwrite(note, &late);
        town.pass_twice();
        assert_eq!(town.read(note).1, SECOND);
        town.later(34);
        town.pass_twice();
        assert_eq!(town.version(FIRST).destroyed_on, None);
        town.later(1);
        town.pass_twice();
        assert_eq!(town.version(FIRST).destroyed_on, Some(town.clock.today()));
    }
);

both_databases!(
    without_the_newest_keys_nothing_is_renewed_and_no_others_are_made,
    |db| {
        let town = Town::with_keys_of(&db, "2027-01-01");
        let note = town.leave(KARI);
        town.make_next();
        for name in ["index-2.key", "seal-2.public", "seal-2.private"] {
            fs::remove_file(town.keys.path().join(name)).unwrap();
        }
        let told = town.notifier().renew_keys().unwrap_err();
        assert!(matches!(told, Fault::KeysGone(SECOND)), "{told}");
        assert_eq!(town.read(note).1, FIRST);
        assert!(!town.keys.path().join("index-2.key").exists());
    }
);
