//! Who may use whom: our crates point one way, and each heavy library has one home.

use std::env;
use std::process::Command;

use serde::Deserialize;
use stories::repository;

use super::assert_none;

/// Each crate and those of ours that it may use; fewer is fine.
const USES: [(&str, &[&str]); 12] = [
    ("model", &[]),
    ("texts", &["model"]),
    ("vault", &["model"]),
    ("store", &["model"]),
    ("contact-point", &["model", "vault", "store"]),
    ("matcher", &[]),
    ("groups", &["model", "vault", "store", "matcher"]),
    ("course", &["model", "vault", "store", "groups"]),
    ("letters", &["model", "texts"]),
    ("notifier", &["model", "vault", "store", "letters", "groups"]),
    (
        "web",
        &[
            "model",
            "texts",
            "vault",
            "store",
            "contact-point",
            "course",
            "groups",
            "letters",
        ],
    ),
    (
        "oppstart",
        &[
            "model",
            "texts",
            "vault",
            "store",
            "contact-point",
            "matcher",
            "groups",
            "course",
            "letters",
            "notifier",
            "web",
        ],
    ),
];

/// The beginnings of libraries' names, and the only crates that may use them.
const HOMES: [(&str, &[&str]); 5] = [
    ("diesel", &["store", "testkit"]),
    ("libsqlite3", &["store", "testkit"]),
    ("pq-sys", &["store", "testkit"]),
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

#[test]
fn our_crates_use_each_other_one_way() {
    let packages = packages();
    let ours: Vec<&str> = packages.iter().map(|package| package.name.as_str()).collect();
    let mut found = Vec::new();
    for package in packages
        .iter()
        .filter(|package| !FOR_TESTS.contains(&package.name.as_str()))
    {
        let Some((_, allowed)) = USES.iter().find(|(name, _)| *name == package.name) else {
            found.push(format!("{} is not in the table", package.name));
            continue;
        };
        for used in package
            .dependencies
            .iter()
            .filter(|used| used.kind.as_deref() != Some("dev"))
        {
            if ours.contains(&used.name.as_str()) && !allowed.contains(&used.name.as_str()) {
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
    let missing = USES
        .iter()
        .filter(|(name, _)| !packages.iter().any(|package| package.name == *name));
    let missing: Vec<String> = missing.map(|(name, _)| (*name).to_owned()).collect();
    assert_none("crates of the table that are gone", &missing);
}
