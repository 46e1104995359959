//! The invariants of the house, read off its manifests and sources.
//!
//! They are what `docs/architecture.md` promises about the code. Each test
//! lists every place that breaks its rule.

mod crates;
mod database;
mod layout;
mod purity;
mod sources;
mod spelling;

use std::fs;
use std::path::{Path, PathBuf};

use stories::repository;

/// A text file of the repository.
struct Source {
    /// Its path from the top of the repository, with `/`.
    path: String,
    text: String,
}

impl Source {
    /// The lines that are no comments, numbered from one.
    fn code(&self) -> impl Iterator<Item = (usize, &str)> {
        let lines = self.text.lines().enumerate().map(|(index, line)| (index + 1, line));
        lines.filter(|(_, line)| !line.trim_start().starts_with("//"))
    }

    /// The lines of code that run in the product: those before the module of tests.
    fn product_code(&self) -> impl Iterator<Item = (usize, &str)> {
        let lines = if self.is_test() {
            0
        } else {
            self.text
                .split("\n#[cfg(test)]\nmod tests {")
                .next()
                .unwrap_or_default()
                .lines()
                .count()
        };
        self.code().take_while(move |(number, _)| *number <= lines)
    }

    /// Whether all of the file is for tests.
    fn is_test(&self) -> bool {
        let test_crate = self.path.starts_with("tests/") || self.path.starts_with("crates/testkit/");
        test_crate || self.path.ends_with("/tests.rs") || self.path.contains("/tests/")
    }

    /// The name of the crate of ours that the file belongs to.
    fn owner(&self) -> &str {
        self.path
            .strip_prefix("crates/")
            .and_then(|rest| rest.split('/').next())
            .unwrap_or("stories")
    }
}

/// All Rust sources, in the order of their paths.
fn rust_sources() -> Vec<Source> {
    let mut files = Vec::new();
    for folder in ["crates", "tests"] {
        walk(&repository().join(folder), &mut files);
    }
    files.retain(|path| path.extension().is_some_and(|extension| extension == "rs"));
    files.sort_unstable();
    files
        .iter()
        .map(|path| Source {
            path: relative(path),
            text: read(path),
        })
        .collect()
}

/// Adds all files below a folder.
fn walk(folder: &Path, files: &mut Vec<PathBuf>) {
    for path in entries(folder) {
        if path.is_dir() {
            walk(&path, files);
        } else {
            files.push(path);
        }
    }
}

/// What lies in a folder, in order.
fn entries(folder: &Path) -> Vec<PathBuf> {
    let entries = fs::read_dir(folder).unwrap_or_else(|fault| panic!("{}: {fault}", folder.display()));
    let mut paths: Vec<PathBuf> = entries
        .map(|entry| entry.expect("an entry of the folder").path())
        .collect();
    paths.sort_unstable();
    paths
}

fn name(path: &Path) -> String {
    path.file_name()
        .map(|name| name.to_string_lossy().into_owned())
        .unwrap_or_default()
}

fn relative(path: &Path) -> String {
    path.strip_prefix(repository())
        .expect("a file of the repository")
        .display()
        .to_string()
}

fn read(path: &Path) -> String {
    fs::read_to_string(path).unwrap_or_else(|fault| panic!("{}: {fault}", path.display()))
}

/// Fails with all that was found, one finding a line.
#[track_caller]
fn assert_none(rule: &str, found: &[String]) {
    assert!(found.is_empty(), "{rule}:\n{}", found.join("\n"));
}
