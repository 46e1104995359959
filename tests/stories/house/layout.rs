//! Where things lie in the repository.

use std::collections::BTreeSet;
use std::os::unix::fs::PermissionsExt;
use std::process::Command;

use stories::repository;

use super::{entries, name, read};

/// All that lies at the top.
const TOP: [&str; 16] = [
    ".ci",
    ".gitignore",
    "CHANGELOG.md",
    "Cargo.lock",
    "Cargo.toml",
    "LICENSE-APACHE",
    "LICENSE-MIT",
    "README.md",
    "clippy.toml",
    "config",
    "crates",
    "deny.toml",
    "docs",
    "migrations",
    "rustfmt.toml",
    "tests",
];

/// What a working copy holds besides, when it does not come with its history.
const NOT_KEPT: [&str; 3] = ["target", "data", "node_modules"];

#[test]
fn the_top_of_the_repository_holds_what_it_should() {
    let expected: BTreeSet<String> = TOP.iter().map(ToString::to_string).collect();
    let found = top();
    let extra: Vec<_> = found.difference(&expected).collect();
    let missing: Vec<_> = expected.difference(&found).collect();
    assert!(
        extra.is_empty() && missing.is_empty(),
        "not expected: {extra:?}; missing: {missing:?}"
    );
}

#[test]
fn continuous_integration_runs_what_a_developer_runs() {
    let script = read(&repository().join(".ci/run"));
    let commands: Vec<&str> = script
        .lines()
        .map(str::trim)
        .filter(|line| !line.is_empty() && !line.starts_with('#'))
        .collect();
    assert_eq!(commands.last(), Some(&"exec tests/run"), "{script}");
    assert!(commands.len() <= 3, "nothing cleverer:\n{script}");
    for path in [".ci/run", "tests/run"] {
        let metadata = repository().join(path).metadata().expect("the script");
        assert_eq!(metadata.permissions().mode() & 0o111, 0o111, "{path} is not executable");
    }
}

/// The names at the top, as git has them; without git's history, as they lie there.
fn top() -> BTreeSet<String> {
    if !repository().join(".git").exists() {
        let names = entries(&repository()).iter().map(|path| name(path)).collect::<Vec<_>>();
        return names
            .into_iter()
            .filter(|name| !NOT_KEPT.contains(&name.as_str()))
            .collect();
    }
    let output = Command::new("git")
        // The copy may belong to another user, as in a container.
        .args(["-c", "safe.directory=*", "ls-files", "-z"])
        .current_dir(repository())
        .output()
        .expect("git runs");
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    let files = String::from_utf8(output.stdout).expect("names in UTF-8");
    let files = files.split('\0').filter(|file| !file.is_empty());
    files
        .map(|file| file.split('/').next().unwrap_or(file).to_owned())
        .collect()
}
