//! What the core never touches: the machine, the clock, the keys.

use super::{assert_none, rust_sources};

/// Crates that only compute.
const PURE: [&str; 4] = ["matcher", "model", "texts", "letters"];

/// Modules of the standard library that reach the machine. Threads don't: the matcher shares work among some.
const REACHING: [&str; 5] = ["fs", "net", "io", "process", "env"];

/// Other words that give away the clock, or a runtime that reaches the machine.
const GIVEAWAYS: [&str; 3] = ["SystemTime", "Instant::now", "tokio"];

/// Crates that may name the keys that open addresses, besides tests.
const KEY_HOLDERS: [&str; 3] = ["vault", "notifier", "oppstart"];

#[test]
fn the_core_does_no_input_or_output() {
    let mut found = Vec::new();
    for source in rust_sources().iter().filter(|source| PURE.contains(&source.owner())) {
        // A build script runs where the product is built, not where it serves.
        if !source.path.ends_with("/build.rs") {
            let code: Vec<&str> = source.product_code().map(|(_, line)| line).collect();
            found.extend(reaching(&code.join("\n")).map(|what| format!("{}: {what}", source.path)));
        }
    }
    assert_none("the core reaches the machine", &found);
}

#[test]
fn reaching_the_machine_is_noticed_however_it_is_written() {
    let found = |code: &str| reaching(code).collect::<Vec<_>>();
    assert_eq!(found("use std::fs::File;"), ["std::fs"]);
    assert_eq!(found("let x = std::env::var(\"X\");"), ["std::env"]);
    assert_eq!(
        found("use std::{\n    fmt,\n    io::{self, Write},\n};\nlet net = 1;"),
        ["std::io"]
    );
    assert_eq!(
        found("use std::{fmt, collections::BTreeMap};\nuse std::time::Duration;"),
        [""; 0]
    );
}

/// What of the machine a piece of code reaches for.
fn reaching(code: &str) -> impl Iterator<Item = String> {
    // What follows `std::` up to the end of its import or expression.
    let tails = code.split("std::").skip(1).map(|tail| match tail.strip_prefix('{') {
        Some(group) => group.split(';').next().unwrap_or(group),
        None => tail
            .split(|letter: char| !letter.is_alphanumeric())
            .next()
            .unwrap_or(tail),
    });
    let words = tails.flat_map(|tail| tail.split(|letter: char| !letter.is_alphanumeric()));
    let modules = words
        .filter(|word| REACHING.contains(word))
        .map(|word| format!("std::{word}"));
    let giveaways = GIVEAWAYS
        .iter()
        .filter(|word| code.contains(*word))
        .map(ToString::to_string);
    modules.chain(giveaways)
}

#[test]
fn the_time_is_asked_for_once() {
    // In two pieces, so that this line does not count.
    let asking = concat!("Utc::", "now");
    let mut found = Vec::new();
    for source in rust_sources() {
        for (number, line) in source.code().filter(|(_, line)| line.contains(asking)) {
            found.push(format!("{}:{number}: {}", source.path, line.trim()));
        }
    }
    assert!(
        found.len() == 1 && found[0].starts_with("crates/model/src/clock"),
        "the time comes from model's clock alone:\n{}",
        found.join("\n")
    );
}

#[test]
fn only_the_notifier_holds_the_keys_that_open_addresses() {
    let keys = concat!("Opening", "Keys");
    let mut found = Vec::new();
    for source in rust_sources()
        .iter()
        .filter(|source| !KEY_HOLDERS.contains(&source.owner()))
    {
        for (number, line) in source.product_code().filter(|(_, line)| line.contains(keys)) {
            found.push(format!("{}:{number}: {}", source.path, line.trim()));
        }
    }
    assert_none("the keys are named where they have no business", &found);
}
