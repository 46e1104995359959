//! The operator's commands: `setup`, `check` and `forget`.

use std::{fs, net::TcpListener, os::unix::fs::PermissionsExt as _, path::Path};

use store::Db;
use stories::page::Browser;
use tempfile::TempDir;
use testkit::{DatabaseKind, Region, TestDb, day};

use super::{
    move_private_keys,
    served::{Served, checked, code_in, first_letter, link_in, program, set_up, set_up_link},
};

/// The output of a command that must go well.
fn output(folder: &Path, arguments: &[&str]) -> String {
    let done = program(folder, arguments).output().expect("the program runs");
    let told = String::from_utf8_lossy(&done.stderr);
    assert!(done.status.success(), "{arguments:?}: {told}");
    String::from_utf8(done.stdout).expect("text")
}

#[test]
fn setup_prints_a_link_that_works_until_somebody_has_signed_in() {
    let folder = TempDir::new().unwrap();
    let first = output(folder.path(), &["setup"]);
    assert!(first.contains("/set-up/"), "before anything else was done: {first}");

    let mut served = Served::start(folder.path(), &["serve"]);
    let at_start = set_up_link(&mut served);
    let again = program(folder.path(), &["setup"])
        .env("OPPSTART_PUBLIC_URL", &served.url)
        .output()
        .unwrap();
    let link = link_in(&String::from_utf8(again.stdout).unwrap());
    let browser = Browser::new(&served.url);
    let page = browser.open(&at_start);
    assert_ne!(page.path, "/set-up", "the newer link ends the older one");
    let code_page = set_up(&browser, &link);
    let code = code_in(&first_letter(folder.path()));
    assert_eq!(browser.fill_in(&code_page, &[("code", &code)]).status, 200);

    let told = output(folder.path(), &["setup"]);
    assert!(told.contains("is set up") && told.ends_with("/sign-in\n"), "{told}");
}

#[test]
fn a_check_tells_one_line_for_each_thing_and_what_to_do() {
    let folder = TempDir::new().unwrap();
    let data = folder.path().join("data");
    let lines = |arguments: &[&str]| checked(&mut program(folder.path(), arguments));
    let (well, before) = lines(&["check"]);
    assert!(
        !well && before.contains("fault database: data/oppstart.sqlite is not there"),
        "{before}"
    );
    assert!(before.contains("fault keys: "), "{before}");
    assert!(!data.join("oppstart.sqlite").exists() && !data.join("keys").exists());

    output(folder.path(), &["setup"]);
    let (well, told) = lines(&["check"]);
    assert!(well, "{told}");
    let words: Vec<_> = told.lines().map(|line| line.split(": ").next().unwrap()).collect();
    assert_eq!(
        words,
        ["ok settings", "ok database", "ok keys", "ok journal", "ok mail"]
    );
    assert!(
        told.contains("SQLite 3.") && told.contains("they are the database's"),
        "{told}"
    );

    output(folder.path(), &["migrate", "--back"]);
    assert!(lines(&["check"]).1.contains("run `oppstart migrate`"));
    output(folder.path(), &["migrate"]);

    fs::set_permissions(data.join("keys"), fs::Permissions::from_mode(0o750)).unwrap();
    assert!(lines(&["check"]).1.contains("run `chmod 700`"));
    fs::set_permissions(data.join("keys"), fs::Permissions::from_mode(0o700)).unwrap();

    move_private_keys(&data.join("keys"), &folder.path().join("safe"));
    let (well, told) = lines(&["check"]);
    assert!(!well && told.contains("private key"), "{told}");
    let (well, told) = lines(&["check", "--only", "web"]);
    assert!(well && !told.contains("mail: "), "{told}");

    fs::write(
        data.join("oppstart.sqlite"),
        "no database, but a long text that is none".repeat(20),
    )
    .unwrap();
    let (well, told) = lines(&["check", "--only", "web"]);
    assert!(!well && told.contains("fault database: "), "{told}");
}

#[test]
fn a_check_of_other_keys_settings_and_mail_servers_ends_with_1_and_no_secret() {
    let (folder, other) = (TempDir::new().unwrap(), TempDir::new().unwrap());
    output(folder.path(), &["setup"]);
    output(other.path(), &["setup"]);
    let closed = TcpListener::bind("127.0.0.1:0").unwrap().local_addr().unwrap();
    let (keys, database) = (other.path().join("data/keys"), folder.path().join("file"));
    let database = format!("postgres://kari:hemmelig@{closed}/{}", database.display());
    let unreachable = format!("smtp://kari:hemmelig@{closed}");
    for (name, value, part, told) in [
        ("OPPSTART_KEYS", keys.to_str().unwrap(), "keys", "other keys"),
        ("OPPSTART_LISSTEN", "hemmelig", "settings", "lissten"),
        ("OPPSTART_DATABASE_URL", &database, "database", "database_url"),
        ("OPPSTART_MAIL_URL", &unreachable, "mail", "unreachable"),
        (
            "OPPSTART_MAIL_URL",
            "files:/dev/null/letters",
            "mail",
            "let this user write",
        ),
    ] {
        let (well, lines) = checked(program(folder.path(), &["check"]).env(name, value));
        let line = lines.lines().find(|line| line.starts_with(&format!("fault {part}: ")));
        assert!(!well && line.is_some_and(|line| line.contains(told)), "{name}: {lines}");
        assert!(!lines.contains("hemmelig"), "{lines}");
        assert!(
            lines
                .lines()
                .all(|line| line.starts_with("ok ") || line.starts_with("fault "))
        );
    }
}

#[test]
fn a_check_looks_at_postgresql_too() {
    let (folder, db) = (TempDir::new().unwrap(), TestDb::migrated(DatabaseKind::Postgres));
    let with_database = |arguments| {
        let mut command = program(folder.path(), arguments);
        command.env("OPPSTART_DATABASE_URL", db.address());
        command
    };
    assert!(with_database(&["setup"]).status().unwrap().success());
    let (well, lines) = checked(&mut with_database(&["check"]));
    assert!(well && lines.contains("ok database: PostgreSQL 1"), "{lines}");
}

#[test]
fn forget_erases_at_once_what_has_had_its_last_day_and_tells_how_much() {
    let folder = TempDir::new().unwrap();
    output(folder.path(), &["setup"]);
    let url = format!("sqlite:{}", folder.path().join("data/oppstart.sqlite").display());
    let db = Db::open(&url.parse().unwrap()).unwrap();
    let region = Region::made(&db, 1);
    let long_ago = region.add_notes(3, day("2020-01-12"));
    let newer = region.add_note(model::Clock::system().today());
    let find = |id| db.read_now(|tx| store::note::find(tx, id)).unwrap();

    let told = output(folder.path(), &["forget"]);

    assert_eq!(
        told,
        "Erased notes: 3. Forgotten groups: 0. Staff let go: 0. Erased files of letters: 0.\n"
    );
    assert!(long_ago.iter().all(|id| find(*id).is_none()));
    assert!(find(newer).is_some());
    let told = output(folder.path(), &["forget"]);
    assert!(told.starts_with("Erased notes: 0."), "{told}");
}
