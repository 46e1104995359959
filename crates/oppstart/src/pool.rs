//! `oppstart match`: a pool from a file or from standard input, a proposal on standard output.

use std::{
    io::{self, Read as _, Write as _},
    path::Path,
};

use matcher::{Limits, Pool, WithHelp};

/// Why there is no proposal. One sentence each.
#[derive(Debug, thiserror::Error)]
pub enum MatchFault {
    /// The file can't be read.
    #[error("{path}: {cause}")]
    Read {
        /// Which file.
        path: String,
        /// What the system said.
        cause: io::Error,
    },
    /// What was read is no pool; the sentence names the place in it.
    #[error("{path}: {cause}")]
    Pool {
        /// Which file.
        path: String,
        /// What is wrong, and where.
        cause: matcher::PoolFault,
    },
    /// The proposal can't be written.
    #[error("standard output: {0}")]
    Write(#[from] io::Error),
}

/// Matches the pool in a file, or on standard input for `-`, and tells what would help those without a seat, if asked.
///
/// # Errors
/// [`MatchFault`].
pub fn match_pool(path: &Path, tells_help: bool) -> Result<(), MatchFault> {
    let told = path.display().to_string();
    let text = read(path).map_err(|cause| MatchFault::Read {
        path: told.clone(),
        cause,
    })?;
    let pool = Pool::from_json(&text).map_err(|cause| MatchFault::Pool { path: told, cause })?;
    let mut errors = io::stderr().lock();
    for warning in pool.warnings() {
        writeln!(errors, "warning: {warning}")?;
    }
    let proposal = matcher::assemble(&pool, Limits::default());
    let told = WithHelp {
        help: tells_help.then(|| matcher::help(&pool, &proposal, Limits::default())),
        proposal: &proposal,
    };
    let mut out = io::stdout().lock();
    serde_json::to_writer_pretty(&mut out, &told).map_err(io::Error::from)?;
    writeln!(out)?;
    Ok(())
}

fn read(path: &Path) -> io::Result<String> {
    if path == Path::new("-") {
        let mut text = String::new();
        io::stdin().lock().read_to_string(&mut text)?;
        return Ok(text);
    }
    std::fs::read_to_string(path)
}
