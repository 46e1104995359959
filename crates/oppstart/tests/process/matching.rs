//! `oppstart pool` and `oppstart match`.

use std::{
    fs::{self, File},
    path::Path,
    process::{Command, Output, Stdio},
    thread,
    time::Instant,
};

use serde_json::Value;
use tempfile::TempDir;

use crate::served::{PATIENCE, program};

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
    let proposal: Value = serde_json::from_slice(&matched.stdout).unwrap();
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
fn a_made_up_pool_is_matched_and_nothing_but_json_comes_through_a_pipe() {
    let folder = TempDir::new().unwrap();
    let made = || pool(folder.path(), &["--kind", "small", "--notes", "60", "--seed", "3"]);
    assert_eq!(made(), made(), "the same arguments give the same bytes");
    let other = pool(folder.path(), &["--kind", "small", "--notes", "60", "--seed", "4"]);
    assert_ne!(made(), other);
    let read: Value = serde_json::from_slice(&made()).unwrap();
    assert_eq!(read["rules"]["size_value"], serde_json::json!([1638, 3539, 5046, 6187]));
    let certain = pool(
        folder.path(),
        &["--kind", "small", "--notes", "60", "--acceptance", "100"],
    );
    let read: Value = serde_json::from_slice(&certain).unwrap();
    assert_eq!(read["rules"]["size_value"], serde_json::json!([5000, 6000, 7000, 8000]));

    fs::write(folder.path().join("pool.json"), made()).unwrap();
    let one = program(folder.path(), &["match", "pool.json"]).output().unwrap();
    assert!(one.status.success() && one.stderr.is_empty(), "{one:?}");
    let proposal: Value = serde_json::from_slice(&one.stdout).unwrap();
    assert_eq!(proposal["optimal"], true);
    let two = program(folder.path(), &["match", "pool.json", "--threads", "2"])
        .output()
        .unwrap();
    assert_eq!(one.stdout, two.stdout, "the number of threads changes no byte");
}

#[test]
fn a_terminal_gets_a_table() {
    let folder = TempDir::new().unwrap();
    let made = pool(folder.path(), &["--kind", "small", "--notes", "60"]);
    fs::write(folder.path().join("pool.json"), made).unwrap();
    let told = program(folder.path(), &["match", "pool.json"]);
    let line = format!("{} match pool.json", told.get_program().display());
    // Debian's `script` gives the program a terminal.
    let told = Command::new("script")
        .args(["-qec", &line, "/dev/null"])
        .current_dir(folder.path())
        .stdin(Stdio::null())
        .output()
        .unwrap();
    let told = String::from_utf8(told.stdout).unwrap();
    assert!(told.contains("new group of"), "{told}");
    assert!(
        told.contains("of 60 notes have a seat. No proposal is better."),
        "{told}"
    );
}

#[test]
fn a_run_that_reaches_its_limit_gives_the_best_it_has_and_says_so() {
    let folder = TempDir::new().unwrap();
    long_pool(folder.path());
    let ended = program(folder.path(), &["match", "pool.json", "--limit", "1"])
        .output()
        .unwrap();
    ended_early(&ended, folder.path(), "ended at its limit");
}

#[test]
fn a_run_that_is_interrupted_gives_the_best_it_has_and_says_so() {
    let folder = TempDir::new().unwrap();
    long_pool(folder.path());
    let mut command = program(folder.path(), &["match", "pool.json"]);
    let out = File::create(folder.path().join("out")).unwrap();
    let err = File::create(folder.path().join("err")).unwrap();
    let mut child = command.stdout(out).stderr(err).spawn().unwrap();
    let begun = Instant::now();
    while !catches_interrupts(child.id()) {
        assert!(begun.elapsed() < PATIENCE, "it never waits for a signal");
        thread::yield_now();
    }
    let id = child.id().to_string();
    assert!(Command::new("kill").args(["-INT", &id]).status().unwrap().success());
    let ended = Output {
        status: child.wait().unwrap(),
        stdout: fs::read(folder.path().join("out")).unwrap(),
        stderr: fs::read(folder.path().join("err")).unwrap(),
    };
    ended_early(&ended, folder.path(), "ended by a signal");
}

#[test]
fn the_checker_of_proposals_notices_what_is_wrong() {
    let folder = TempDir::new().unwrap();
    let made = pool(folder.path(), &["--kind", "standing", "--notes", "60"]);
    fs::write(folder.path().join("pool.json"), &made).unwrap();
    let matched = program(folder.path(), &["match", "pool.json"]).output().unwrap();
    let sound: Value = serde_json::from_slice(&matched.stdout).unwrap();
    assert_eq!(faults(folder.path(), &sound), "");
    assert!(!sound["filled"].as_array().unwrap().is_empty());

    let wrong = |change: &dyn Fn(&mut Value), told: &str| {
        let mut proposal = sound.clone();
        change(&mut proposal);
        let found = faults(folder.path(), &proposal);
        assert!(found.contains(told), "{told}: {found}");
    };
    let first = |proposal: &Value| proposal["groups"][0].clone();
    let add = |proposal: &mut Value, group: Value| proposal["groups"].as_array_mut().unwrap().push(group);
    wrong(&|p| add(p, first(p)), "has 2 seats");
    wrong(&|p| add(p, first(p)), "would be in two places");
    wrong(&|p| p["groups"][0]["members"] = Value::from(["n000000"]), "1 members");
    wrong(&|p| p["groups"][0]["members"][0] = "n9".into(), "no note n9");
    wrong(
        &|p| p["groups"][0]["cell"] = p["groups"][1]["cell"].clone(),
        "does not want",
    );
    wrong(&|p| p["groups"][0]["igangsetter"] = "f9".into(), "no igangsetter f9");
    wrong(&|p| p["filled"][0]["standing"] = "g9".into(), "no standing group g9");
    wrong(&|p| p["filled"][0]["members"] = Value::from([""; 6]), "seats are open");
    wrong(
        &|p| p["unplaced"] = Value::Array(Vec::new()),
        "unplaced is not who has no seat",
    );
    wrong(&|p| p["objective"]["value"]["achieved"] = 1.into(), "says 1");
    wrong(
        &|p| p["objective"]["value"]["bound"] = 1.into(),
        "better than its bound",
    );
    wrong(
        &|p| p["objective"]["rank"]["bound"] = 9999.into(),
        "better than its bound",
    );
    wrong(&|p| p["optimal"] = false.into(), "optimal: says False");
}

/// Whether a process has a handler for SIGINT, the second bit of what Linux tells.
fn catches_interrupts(process: u32) -> bool {
    let status = fs::read_to_string(format!("/proc/{process}/status")).expect("it runs");
    let mut caught = status.lines().filter_map(|line| line.strip_prefix("SigCgt:"));
    let caught = caught.next().expect("what it catches is told").trim();
    u64::from_str_radix(caught, 16).expect("a hexadecimal number") & 0b10 != 0
}

/// A proposal that says it is not the best, is there all the same, and keeps the rules and its bounds.
fn ended_early(ended: &Output, folder: &Path, why: &str) {
    let told = String::from_utf8(ended.stderr.clone()).expect("text");
    assert!(ended.status.success(), "{told}");
    assert!(told.contains(why) && told.lines().count() == 1, "{told}");
    let proposal: Value = serde_json::from_slice(&ended.stdout).expect("JSON");
    assert_eq!(proposal.get("optimal"), Some(&Value::Bool(false)));
    let groups = proposal.get("groups").and_then(Value::as_array);
    assert!(groups.is_some_and(|groups| groups.len() > 10));
    assert_eq!(faults(folder, &proposal), "");
}

/// What the benchmark's checker finds, which knows nothing of the matcher: a line for each fault.
fn faults(folder: &Path, proposal: &Value) -> String {
    fs::write(folder.join("proposal.json"), proposal.to_string()).expect("a file");
    let checked = Command::new("python3")
        .arg("-B")
        .arg(stories::repository().join("tests/bench/check.py"))
        .args(["pool.json", "proposal.json"])
        .current_dir(folder)
        .output()
        .expect("Python runs");
    assert_eq!(String::from_utf8_lossy(&checked.stderr), "");
    let told = String::from_utf8(checked.stdout).expect("text");
    assert_eq!(checked.status.success(), told.is_empty(), "{told}");
    told
}

/// A pool that takes much longer than a second, in a file.
fn long_pool(folder: &Path) {
    let made = pool(folder, &["--kind", "city", "--notes", "1200", "--seed", "2"]);
    fs::write(folder.join("pool.json"), made).expect("a file");
}

fn pool(folder: &Path, arguments: &[&str]) -> Vec<u8> {
    let made = program(folder, &["pool"])
        .args(arguments)
        .output()
        .expect("the program runs");
    assert!(made.status.success(), "{}", String::from_utf8_lossy(&made.stderr));
    made.stdout
}

fn matched(folder: &Path, pool: &str) -> Output {
    fs::write(folder.join("pool.json"), pool).expect("a file");
    let pool = File::open(folder.join("pool.json")).expect("the file");
    program(folder, &["match", "-"])
        .stdin(pool)
        .output()
        .expect("the program runs")
}
