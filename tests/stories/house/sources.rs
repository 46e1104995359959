//! How the sources are written.

use std::path::Path;

use super::{assert_none, name, rust_sources};

/// A file of more lines wants to be two.
const MOST_LINES: usize = 600;

/// Names that say nothing.
const EMPTY_NAMES: [&str; 8] = [
    "utils", "util", "helpers", "helper", "common", "manager", "misc", "shared",
];

#[test]
fn no_source_is_longer_than_600_lines() {
    let sources = rust_sources();
    let long = sources.iter().filter(|source| !source.path.ends_with("/schema.rs"));
    let long = long
        .map(|source| (source.text.lines().count(), &source.path))
        .filter(|(lines, _)| *lines >= MOST_LINES);
    let found: Vec<String> = long.map(|(lines, path)| format!("{path}: {lines} lines")).collect();
    assert_none("sources that are too long", &found);
}

#[test]
fn no_source_has_an_empty_name() {
    let sources = rust_sources();
    let empty = |part: &str| EMPTY_NAMES.contains(&part.trim_end_matches(".rs"));
    let found = sources.iter().filter(|source| source.path.split('/').any(empty));
    let found: Vec<String> = found.map(|source| source.path.clone()).collect();
    assert_none("names that say nothing", &found);
}

#[test]
fn a_lint_is_expected_with_a_reason_and_never_allowed() {
    let found = lines_with(&[concat!("#[", "allow("), concat!("#![", "allow(")], |_| true);
    assert_none("write #[expect(…, reason = \"…\")]", &found);
}

#[test]
fn no_test_sleeps() {
    let found = lines_with(&[concat!("sleep", "(")], super::Source::is_test);
    assert_none("wait for the event instead", &found);
}

#[test]
fn every_source_belongs_to_a_program() {
    // A file that no `mod` names is not compiled, and none of its tests run.
    let sources = rust_sources();
    let mut found = Vec::new();
    for source in &sources {
        let file = name(Path::new(&source.path));
        let module = if file == "mod.rs" {
            Path::new(&source.path).parent().map(name).unwrap_or_default()
        } else {
            file.trim_end_matches(".rs").to_owned()
        };
        let is_root = ["lib", "main", "build"].contains(&module.as_str());
        let is_program = ["/tests/", "/examples/", "/benches/", "/bin/"]
            .iter()
            .any(|folder| source.path.ends_with(&format!("{folder}{file}")) && source.path.starts_with("crates/"));
        let declared = || {
            let declaration = format!("mod {module};");
            sources.iter().any(|other| {
                other.owner() == source.owner() && other.code().any(|(_, line)| line.trim().ends_with(&declaration))
            })
        };
        if !is_root && !is_program && !declared() {
            found.push(source.path.clone());
        }
    }
    assert_none("sources that nothing includes", &found);
}

/// The lines of code that hold one of the needles, in the sources asked for.
fn lines_with(needles: &[&str], in_source: impl Fn(&super::Source) -> bool) -> Vec<String> {
    let mut found = Vec::new();
    for source in rust_sources().iter().filter(|source| in_source(source)) {
        for (number, line) in source.code() {
            if needles.iter().any(|needle| line.contains(needle)) {
                found.push(format!("{}:{number}: {}", source.path, line.trim()));
            }
        }
    }
    found
}
