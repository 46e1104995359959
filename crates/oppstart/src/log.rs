//! The log: one line for each thing that happened, to standard error, with ids at most (promise C7).

use std::io::IsTerminal as _;

use tracing::Level;
use tracing_subscriber::{EnvFilter, fmt};

/// Starts the log. A second start, as in tests, changes nothing.
pub fn start(level: Level) {
    // Other crates' logs are not ours to vouch for: only errors of theirs, which name no person.
    let ours = [
        "oppstart",
        "web",
        "notifier",
        "groups",
        "course",
        "contact_point",
        "store",
        "vault",
    ];
    let filter = ours.iter().fold(EnvFilter::new("error"), |filter, name| {
        match format!("{name}={level}").parse() {
            Ok(directive) => filter.add_directive(directive),
            Err(_) => filter,
        }
    });
    let colours = std::io::stderr().is_terminal();
    let log = fmt().with_env_filter(filter).with_writer(std::io::stderr);
    let started = log.with_target(false).with_ansi(colours).try_init();
    drop(started);
}
