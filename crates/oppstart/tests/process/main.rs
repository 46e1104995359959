//! The program as people start it: a process of its own, with nothing but its arguments and its environment.
#![expect(
    clippy::expect_used,
    clippy::panic,
    reason = "helpers of tests may stop at the first surprise"
)]

mod breaching;
mod installed;
mod inviting;
mod mail;
mod matching;
mod operating;
mod restoring;
mod served;

use std::{fs, os::unix::fs::PermissionsExt as _, path::Path, process::Stdio};

use stories::page::Browser;
use tempfile::TempDir;

use served::{Served, code_in, first_letter, free_port, program, set_up, set_up_link};

#[test]
fn the_first_start_prints_a_link_by_which_the_first_coordinator_comes_in() {
    let folder = TempDir::new().unwrap();
    let mut served = Served::start(folder.path(), &["serve"]);
    let link = set_up_link(&mut served);
    let browser = Browser::new(&served.url);
    let code_page = set_up(&browser, &link);
    let code = code_in(&first_letter(folder.path()));
    let desk = browser.fill_in(&code_page, &[("code", &code)]);
    assert_eq!((desk.status, desk.path.as_str()), (200, "/desk"));

    assert!(served.terminate().success());
    let log = fs::read_to_string(folder.path().join("log")).unwrap();
    assert!(log.contains("/set-up/{token}"), "the log tells of pages: {log}");
    let token = link.rsplit('/').next().unwrap();
    for secret in ["kari@", "kontakt.example", &code, token] {
        assert!(!log.contains(secret), "the log holds {secret} (promise C7)");
    }
}

#[test]
fn the_web_half_works_without_the_keys_that_open_addresses_and_the_other_half_sends_its_letters() {
    let folder = TempDir::new().unwrap();
    let (keys, safe) = (folder.path().join("data/keys"), folder.path().join("safe"));
    let mut whole = Served::start(folder.path(), &["serve"]);
    set_up_link(&mut whole);
    assert!(whole.terminate().success());
    move_private_keys(&keys, &safe);

    let mut half = Served::start(folder.path(), &["serve", "--only", "web"]);
    let link = set_up_link(&mut half);
    set_up(&Browser::new(&half.url), &link);
    assert!(half.terminate().success());
    let outbox = fs::read_dir(folder.path().join("data/outbox")).unwrap();
    assert_eq!(outbox.count(), 0, "the letter waits");
    let refused = program(folder.path(), &["serve"]).output().unwrap();
    assert_eq!(
        refused.status.code(),
        Some(2),
        "the whole service needs the private key"
    );

    move_private_keys(&safe, &keys);
    let other_half = Served::start(folder.path(), &["serve", "--only", "worker"]);
    code_in(&first_letter(folder.path()));
    assert!(other_half.terminate().success());
}

#[test]
fn a_database_is_not_opened_with_keys_that_are_not_its_own() {
    let folder = TempDir::new().unwrap();
    let keys = folder.path().join("data/keys");
    let mut served = Served::start(folder.path(), &["serve"]);
    set_up_link(&mut served);
    assert!(served.terminate().success());

    fs::rename(&keys, folder.path().join("lost")).unwrap();
    let refused = program(folder.path(), &["serve"]).output().unwrap();
    assert_eq!(
        refused.status.code(),
        Some(2),
        "no new keys are made beside a database that has some"
    );
    assert!(!keys.exists());

    let other = TempDir::new().unwrap();
    let mut stranger = Served::start(other.path(), &["serve"]);
    set_up_link(&mut stranger);
    assert!(stranger.terminate().success());
    fs::rename(other.path().join("data/keys"), &keys).unwrap();
    let refused = program(folder.path(), &["serve"]).output().unwrap();
    let told = String::from_utf8(refused.stderr).unwrap();
    assert_eq!(refused.status.code(), Some(2));
    assert!(told.contains("data/keys holds other keys"), "{told}");
}

#[test]
fn keys_are_shown_and_renewed_by_command_while_the_service_runs() {
    let folder = TempDir::new().unwrap();
    let mut served = Served::start(folder.path(), &["serve"]);
    let link = set_up_link(&mut served);
    set_up(&Browser::new(&served.url), &link);
    let told = |arguments: &[&str]| {
        let done = program(folder.path(), arguments).output().unwrap();
        assert!(done.status.success(), "{}", String::from_utf8_lossy(&done.stderr));
        String::from_utf8(done.stdout).unwrap()
    };
    let versions = |table: &str| -> Vec<Vec<String>> {
        let cells = |line: &str| line.split_whitespace().map(str::to_owned).collect();
        table.lines().skip(1).map(cells).collect()
    };
    let before = versions(&told(&["keys"]));
    assert_eq!(before.len(), 1);
    assert_eq!(
        (before[0][0].as_str(), before[0][2].as_str()),
        ("1", "1"),
        "the coordinator's address"
    );
    assert!(told(&["keys", "rotate"]).starts_with("Version 2 is made."));
    let after = versions(&told(&["keys"]));
    assert_eq!(
        after.iter().map(|line| line[0].as_str()).collect::<Vec<_>>(),
        ["2", "1"]
    );
    assert!(served.terminate().success());
}

#[test]
fn what_the_service_writes_is_for_nobody_elses_eyes() {
    let folder = TempDir::new().unwrap();
    let mut served = Served::start(folder.path(), &["serve"]);
    let link = set_up_link(&mut served);
    set_up(&Browser::new(&served.url), &link);
    let letter = first_letter(folder.path());
    let data = folder.path().join("data");
    for private in [
        data.clone(),
        data.join("oppstart.sqlite"),
        data.join("keys"),
        data.join("outbox"),
        letter,
    ] {
        let mode = fs::metadata(&private).unwrap().permissions().mode();
        assert_eq!(mode & 0o077, 0, "{}: {mode:o}", private.display());
    }
}

#[test]
fn the_demo_is_played_and_leaves_nothing_behind() {
    let folder = TempDir::new().unwrap();
    let port = free_port();
    let mut command = program(folder.path(), &["demo", "--port", &port.to_string()]);
    let child = command
        .env("TMPDIR", folder.path())
        .stdout(Stdio::piped())
        .spawn()
        .unwrap();
    let mut demo = Served {
        child,
        url: format!("http://127.0.0.1:{port}"),
    };
    assert!(demo.first_line().contains("/demo"));
    let browser = Browser::new(&demo.url);

    let start = browser.open("/demo");
    let (coordinator, _) = start.buttons("person").remove(0);
    let desk = browser.press(&start, ("person", &coordinator), &[]);
    assert_eq!(desk.path, "/desk");
    for state in [
        "En gruppe mangler igangsetter",
        "Åpen for kurset",
        "Klar.",
        "4 svar mangler",
    ] {
        assert!(desk.text().contains(state), "{state}: {}", desk.text());
    }
    let draft = browser.press(&browser.open("/rounds"), ("do", "propose"), &[]);
    let check = browser.press(&draft, ("do", "check"), &[]);
    assert_eq!(browser.press(&check, ("do", "send"), &[]).status, 200);
    let letters = browser.open("/demo/letters");
    assert!(letters.text().contains("Kan du ta en ny gruppe?"), "{}", letters.text());

    // Nobody answers: four days on nobody is asked any more, and after the cut-off nobody is invited.
    assert_eq!(browser.press(&browser.open("/demo"), ("days", "30"), &[]).path, "/demo");
    let letters = browser.open("/demo/letters");
    assert!(letters.text().contains("Fortsatt interessert?"), "{}", letters.text());
    assert!(demo.terminate().success());
    assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 0, "nothing is kept");
}

#[test]
fn nothing_of_the_demo_is_reachable_in_a_real_service() {
    let folder = TempDir::new().unwrap();
    let mut served = Served::start(folder.path(), &["serve"]);
    served.first_line();
    let browser = Browser::new(&served.url);
    for path in ["/demo", "/demo/letters", "/demo/play", "/demo/clock"] {
        assert_eq!(browser.open(path).status, 404, "{path}");
    }
}

#[test]
fn the_schema_is_brought_up_to_date_and_taken_back() {
    let folder = TempDir::new().unwrap();
    fs::create_dir(folder.path().join("data")).unwrap();
    for arguments in [&["migrate"][..], &["migrate", "--back"], &["migrate"]] {
        let done = program(folder.path(), arguments).output().unwrap();
        assert!(
            done.status.success(),
            "{arguments:?}: {}",
            String::from_utf8_lossy(&done.stderr)
        );
    }
}

fn move_private_keys(from: &Path, to: &Path) {
    fs::create_dir_all(to).expect("a folder");
    let names = fs::read_dir(from)
        .expect("the keys")
        .map(|entry| entry.expect("a key").path());
    let private: Vec<_> = names
        .filter(|path| path.extension().is_some_and(|end| end == "private"))
        .collect();
    assert!(!private.is_empty(), "there are private keys");
    for key in private {
        fs::rename(&key, to.join(key.file_name().expect("a name"))).expect("the key can be moved");
    }
}
