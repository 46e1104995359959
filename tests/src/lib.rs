//! What the stories need around the service: a mail server that takes its
//! letters and a browser that reads its pages, both of them the real thing.
//!
//! The stories themselves are in `tests/stories`. What is missing on a machine
//! ends in a panic with the package to install, never in a skipped test;
//! `tests/run` installs it.
#![expect(
    clippy::expect_used,
    clippy::panic,
    reason = "this crate runs inside tests, where a panic is how a fault is reported"
)]

pub mod app;
pub mod chromium;
pub mod page;
pub mod smtp_peer;
pub mod tour;
pub mod visitor;
pub mod walk;

mod said;

use std::path::{Path, PathBuf};

/// The top folder of the repository.
///
/// # Panics
/// Never, as long as this package lies in the folder `tests`.
#[must_use]
pub fn repository() -> PathBuf {
    let tests = Path::new(env!("CARGO_MANIFEST_DIR"));
    tests
        .parent()
        .map(Path::to_path_buf)
        .expect("tests/ lies in the repository")
}
