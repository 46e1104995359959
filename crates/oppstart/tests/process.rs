//! The program as people start it: a process of its own, with nothing but its arguments and its environment.
#![expect(
    clippy::expect_used,
    clippy::panic,
    reason = "helpers of tests may stop at the first surprise"
)]

use std::{
    fs,
    io::{BufRead as _, BufReader},
    net::TcpListener,
    path::Path,
    process::{Child, Command, ExitStatus, Stdio},
    time::{Duration, Instant},
};

use stories::page::Browser;
use tempfile::TempDir;

const PROGRAM: &str = env!("CARGO_BIN_EXE_oppstart");
/// How long a process may take on a busy machine.
const PATIENCE: Duration = Duration::from_mins(1);

/// `oppstart serve` in a folder of its own. It is killed by its id if it has not ended before.
struct Served {
    child: Child,
    url: String,
}

impl Served {
    fn start(folder: &Path, arguments: &[&str]) -> Self {
        let port = free_port();
        let url = format!("http://127.0.0.1:{port}");
        let child = program(folder, arguments)
            .env("OPPSTART_LISTEN", format!("127.0.0.1:{port}"))
            .env("OPPSTART_PUBLIC_URL", &url)
            .env("OPPSTART_LOG", "trace")
            .stdout(Stdio::piped())
            .stderr(fs::File::create(folder.join("log")).expect("a file for the log"))
            .spawn()
            .expect("the program starts");
        Self { child, url }
    }

    /// The first line that it prints.
    fn first_line(&mut self) -> String {
        let mut line = String::new();
        let out = self.child.stdout.take().expect("its output is piped");
        BufReader::new(out).read_line(&mut line).expect("it prints a line");
        line
    }

    /// Asks until it answers that no letter waits.
    fn until_all_letters_are_out(&self) {
        let browser = Browser::new(&self.url);
        let begun = Instant::now();
        while begun.elapsed() < PATIENCE {
            if browser.open("/health").html.contains(r#""letters_waiting":0"#) {
                return;
            }
        }
        panic!("letters still wait");
    }

    fn terminate(mut self) -> ExitStatus {
        let id = self.child.id().to_string();
        assert!(
            Command::new("kill")
                .args(["-TERM", &id])
                .status()
                .expect("kill runs")
                .success()
        );
        self.child.wait().expect("it ends")
    }
}

impl Drop for Served {
    fn drop(&mut self) {
        // It has ended already where the story ended well.
        drop(self.child.kill());
        drop(self.child.wait());
    }
}

#[test]
fn the_first_start_prints_a_link_by_which_the_first_coordinator_comes_in() {
    let folder = TempDir::new().unwrap();
    let mut served = Served::start(folder.path(), &["serve"]);
    let told = served.first_line();
    let link = told
        .split_whitespace()
        .find(|word| word.starts_with("http"))
        .expect("the line has a link");
    let browser = Browser::new(&served.url);

    let form = browser.open(link);
    assert_eq!(form.path, "/set-up", "the token is gone from the address");
    let typed = [
        ("region", "Storvik"),
        ("contact-point", "Frivilligsentralen"),
        ("name", "Kari"),
        ("email", "kari@kontakt.example"),
    ];
    let code_page = browser.fill_in(&form, &typed);
    assert_eq!(code_page.path, "/sign-in/code");
    served.until_all_letters_are_out();
    let letter = only_letter(&folder.path().join("data/outbox"));
    let code = letter
        .split(|c: char| !c.is_ascii_digit())
        .find(|word| word.len() == 6)
        .expect("the letter has a code");
    let desk = browser.fill_in(&code_page, &[("code", code)]);
    assert_eq!((desk.status, desk.path.as_str()), (200, "/desk"));

    let asked = Instant::now();
    assert!(served.terminate().success());
    assert!(
        asked.elapsed() < Duration::from_secs(30),
        "it ends within 30 seconds (promise R6)"
    );
}

#[test]
fn the_web_half_works_without_the_keys_that_open_addresses() {
    let folder = TempDir::new().unwrap();
    let mut whole = Served::start(folder.path(), &["serve"]);
    whole.first_line();
    assert!(whole.terminate().success());
    remove_private_keys(&folder.path().join("data/keys"));

    let mut half = Served::start(folder.path(), &["serve", "--only", "web"]);
    half.first_line();
    let browser = Browser::new(&half.url);
    let code_page = browser.fill_in(&browser.open("/sign-in"), &[("email", "kari@kontakt.example")]);
    assert_eq!(code_page.path, "/sign-in/code");
    assert!(
        browser.open("/health").html.contains(r#""letters_waiting":1"#),
        "the letter waits for the other half"
    );
    assert!(half.terminate().success());

    let refused = program(folder.path(), &["serve"]).output().unwrap();
    assert_eq!(refused.status.code(), Some(2), "the whole service needs them");
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
fn a_start_that_can_not_go_well_is_refused_in_one_line() {
    let folder = TempDir::new().unwrap();
    fs::write(folder.path().join("file"), "in the way").unwrap();
    let taken = TcpListener::bind("127.0.0.1:0").unwrap();
    let taken = taken.local_addr().unwrap().to_string();
    let cases: [(&str, &str, &str); 5] = [
        ("OPPSTART_LISSTEN", "127.0.0.1:0", "lissten"),
        ("OPPSTART_DATABASE_URL", "sqlit:oppstart.sqlite", "database_url"),
        ("OPPSTART_KEYS", "file/keys", "file/keys"),
        ("OPPSTART_DATABASE_URL", "sqlite:file/oppstart.sqlite", "file"),
        ("OPPSTART_LISTEN", &taken, "listen"),
    ];
    for (name, value, told) in cases {
        let refused = program(folder.path(), &["serve"]).env(name, value).output().unwrap();
        let line = String::from_utf8(refused.stderr).unwrap();
        assert_eq!(refused.status.code(), Some(2), "{name}={value}: {line}");
        assert!(line.contains(told), "{name}={value}: {line}");
        assert_eq!(line.trim_end().lines().count(), 1, "{line}");
    }
}

#[test]
fn a_pool_is_matched_from_standard_input_and_bad_input_is_one_sentence() {
    let folder = TempDir::new().unwrap();
    let notes: Vec<String> = (0..5)
        .map(|n| format!(r#"{{"id": "n{n}", "waiting_days": {n}, "wants": [{{"cell": "c", "rank": 1}}]}}"#))
        .collect();
    let pool = format!(
        r#"{{"cells": [{{"id": "c", "place": "p", "slot": "s", "rooms": 1}}], "notes": [{}],
            "igangsettere": [{{"id": "f", "max_groups": 1, "cells": ["c"]}}]}}"#,
        notes.join(",")
    );
    let matched = matched(folder.path(), &pool);
    assert!(matched.status.success());
    let proposal: serde_json::Value = serde_json::from_slice(&matched.stdout).unwrap();
    assert_eq!(proposal["groups"][0]["members"].as_array().unwrap().len(), 5);
    assert_eq!(proposal["objective"]["waiting"]["achieved"], 10);
    assert_eq!(proposal["optimal"], true);

    let refused = self::matched(folder.path(), &pool.replace(r#""cell": "c""#, r#""cell": "x""#));
    let line = String::from_utf8(refused.stderr).unwrap();
    assert_eq!(refused.status.code(), Some(2));
    assert!(line.contains("notes[0].wants[0].cell"), "{line}");
    assert_eq!(line.trim_end().lines().count(), 1, "{line}");
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

fn program(folder: &Path, arguments: &[&str]) -> Command {
    let mut command = Command::new(PROGRAM);
    command.args(arguments).current_dir(folder).env_clear();
    command
}

fn matched(folder: &Path, pool: &str) -> std::process::Output {
    fs::write(folder.join("pool.json"), pool).expect("a file");
    let pool = fs::File::open(folder.join("pool.json")).expect("the file");
    program(folder, &["match", "-"])
        .stdin(pool)
        .output()
        .expect("the program runs")
}

fn free_port() -> u16 {
    TcpListener::bind("127.0.0.1:0")
        .and_then(|listener| listener.local_addr())
        .expect("a free port")
        .port()
}

fn only_letter(outbox: &Path) -> String {
    let files: Vec<_> = fs::read_dir(outbox)
        .expect("the outbox")
        .map(|entry| entry.expect("a file").path())
        .collect();
    let [letter] = files.as_slice() else {
        panic!("{} letters", files.len())
    };
    let written = fs::read_to_string(letter).expect("a letter");
    // The subject alone: other headers have digits too.
    written
        .lines()
        .find(|line| line.starts_with("Subject:"))
        .expect("a subject")
        .to_owned()
}

fn remove_private_keys(keys: &Path) {
    let names = fs::read_dir(keys)
        .expect("the keys")
        .map(|entry| entry.expect("a key").path());
    let private: Vec<_> = names
        .filter(|path| path.extension().is_some_and(|end| end == "private"))
        .collect();
    assert!(!private.is_empty(), "the whole service made private keys");
    for key in private {
        fs::remove_file(key).expect("the key can be removed");
    }
}
