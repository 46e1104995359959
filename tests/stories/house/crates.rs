//! Who may use whom: our crates point one way, and each heavy library has one home.

use std::process::Command;
use std::{env, fs};

use serde::Deserialize;
use stories::repository;

use super::assert_none;

/// The beginnings of libraries' names, and the only crates that may use them.
const HOMES: [(&str, &[&str]); 6] = [
    ("diesel", &["store", "testkit"]),
    ("libsqlite3", &["store", "testkit"]),
    ("pq-sys", &["store", "testkit"]),
    ("openssl", &["store"]),
    ("actix", &["web", "oppstart", "stories"]),
    ("lettre", &["notifier"]),
];

/// Crates for tests only: in the product nobody uses them.
const FOR_TESTS: [&str; 2] = ["testkit", "stories"];

#[derive(Deserialize)]
struct Metadata {
    packages: Vec<Package>,
}

#[derive(Deserialize)]
struct Package {
    name: String,
    dependencies: Vec<Dependency>,
}

#[derive(Deserialize)]
struct Dependency {
    name: String,
    /// `None` for what the product needs, else `dev` or `build`.
    kind: Option<String>,
}

/// The crates of this workspace, as cargo reads their manifests.
fn packages() -> Vec<Package> {
    let cargo = env::var_os("CARGO").unwrap_or_else(|| "cargo".into());
    let output = Command::new(cargo)
        .args(["metadata", "--no-deps", "--offline", "--format-version=1"])
        .current_dir(repository())
        .output()
        .expect("cargo runs");
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    let metadata: Metadata = serde_json::from_slice(&output.stdout).expect("cargo's own format");
    metadata.packages
}

/// Each crate and those of ours that it may use, from the table in `docs/architecture.md`; fewer is fine.
/// A crate uses only those that stand above it, so the table has no circle.
fn uses() -> Vec<(String, Vec<String>)> {
    let page = fs::read_to_string(repository().join("docs/architecture.md")).expect("the page");
    let mut table: Vec<(String, Vec<String>)> = Vec::new();
    for row in page.lines().filter(|line| line.starts_with("| `")) {
        let columns: Vec<&str> = row.split('|').map(str::trim).collect();
        let [_, name, _, listed, ..] = columns.as_slice() else {
            panic!("a row of another shape: {row}");
        };
        let used = match *listed {
            "–" => Vec::new(),
            "all above" => table.iter().map(|(above, _)| above.clone()).collect(),
            some => some.split(", ").map(str::to_owned).collect(),
        };
        for one in &used {
            assert!(
                table.iter().any(|(above, _)| above == one),
                "{name} uses {one}, which stands below it"
            );
        }
        table.push((name.trim_matches('`').to_owned(), used));
    }
    table
}

#[test]
fn our_crates_use_each_other_one_way() {
    let (packages, uses) = (packages(), uses());
    let ours: Vec<&str> = packages.iter().map(|package| package.name.as_str()).collect();
    let mut found = Vec::new();
    for package in packages
        .iter()
        .filter(|package| !FOR_TESTS.contains(&package.name.as_str()))
    {
        let Some((_, allowed)) = uses.iter().find(|(name, _)| *name == package.name) else {
            found.push(format!("{} is not in the table", package.name));
            continue;
        };
        for used in package
            .dependencies
            .iter()
            .filter(|used| used.kind.as_deref() != Some("dev"))
        {
            if ours.contains(&used.name.as_str()) && !allowed.contains(&used.name) {
                found.push(format!("{} uses {}", package.name, used.name));
            }
        }
    }
    assert_none("crates that use what they may not", &found);
}

#[test]
fn each_heavy_library_has_one_home() {
    let mut found = Vec::new();
    for package in packages() {
        for used in &package.dependencies {
            let home = HOMES.iter().find(|(library, _)| used.name.starts_with(library));
            if home.is_some_and(|(_, crates)| !crates.contains(&package.name.as_str())) {
                found.push(format!("{} uses {}", package.name, used.name));
            }
        }
    }
    assert_none("libraries used outside their home", &found);
}

#[test]
fn every_crate_of_the_table_exists() {
    let packages = packages();
    let mut missing: Vec<String> = uses().into_iter().map(|(name, _)| name).collect();
    missing.retain(|name| !packages.iter().any(|package| package.name == *name));
    assert_none("crates of the table that are gone", &missing);
}
