//! Letters as files: written whole, for nobody else's eyes, and erased after a day (promise C6).

use std::{fs, path::PathBuf};

use chrono::TimeDelta;
use tempfile::TempDir;
use testkit::both_databases;

use super::office::{KARI, OLA, Office};
use crate::{Route, Tally};

fn names(folder: &PathBuf) -> Vec<String> {
    let entries = fs::read_dir(folder).unwrap();
    let mut names: Vec<_> = entries
        .map(|entry| entry.unwrap().file_name().into_string().unwrap())
        .collect();
    names.sort();
    names
}

both_databases!(a_letter_becomes_a_file_and_is_erased_after_a_day, async |db| {
    let office = Office::open(&db);
    let home = TempDir::new().unwrap();
    let folder = home.path().join("data").join("outbox");
    let route: Route = format!("files:{}", folder.display()).parse().unwrap();
    assert_eq!(
        route.erase_old_files(office.clock.now()).unwrap(),
        0,
        "there is no folder yet"
    );

    let id = office.owe_confirmation(KARI);
    let tally = office.notifier(route.clone()).deliver_due().await.unwrap();

    assert_eq!(tally.delivered, 1);
    assert_eq!(names(&folder), [format!("{id}.eml")]);
    let data = fs::read(folder.join(format!("{id}.eml"))).unwrap();
    let mail = mailparse::parse_mail(&data).unwrap();
    assert_eq!(
        mailparse::MailHeaderMap::get_first_value(&*mail.headers, "To").unwrap(),
        KARI
    );
    assert_private(&folder, 0o700);
    assert_private(&folder.join(format!("{id}.eml")), 0o600);

    // An interrupted writing, and a file that is not ours.
    let half = folder.join(format!("{}.part", "0".repeat(32)));
    fs::write(&half, "Subject: ").unwrap();
    let old = fs::File::options().append(true).open(&half).unwrap();
    old.set_modified(office.clock.now().into()).unwrap();
    fs::write(folder.join("notes.eml"), "").unwrap();

    office.clock.advance(TimeDelta::hours(24));
    assert_eq!(route.erase_old_files(office.clock.now()).unwrap(), 0);
    office.clock.advance(TimeDelta::seconds(1));
    assert_eq!(route.erase_old_files(office.clock.now()).unwrap(), 2);
    assert_eq!(names(&folder), ["notes.eml"]);
});

both_databases!(a_folder_that_cannot_be_written_pauses_the_letters, async |db| {
    let office = Office::open(&db);
    let home = TempDir::new().unwrap();
    fs::write(home.path().join("outbox"), "a file, not a folder").unwrap();
    let route: Route = format!("files:{}", home.path().join("outbox").display())
        .parse()
        .unwrap();
    office.owe_confirmation(OLA);

    let tally = office.notifier(route).deliver_due().await.unwrap();

    let put_off = Tally {
        put_off: 1,
        ..Tally::default()
    };
    assert_eq!(tally, put_off);
    assert_eq!(office.pause().unwrap().cause, "file");
});

#[cfg(unix)]
fn assert_private(path: &std::path::Path, mode: u32) {
    use std::os::unix::fs::PermissionsExt as _;
    assert_eq!(
        fs::metadata(path).unwrap().permissions().mode() & 0o777,
        mode,
        "{}",
        path.display()
    );
}

#[cfg(not(unix))]
fn assert_private(_: &std::path::Path, _: u32) {}
