//! `oppstart match`: a pool from a file or from standard input, a proposal on standard output.
//!
//! The matcher knows no clock: time, signals and the line of progress are here, beside the thread that it runs on.

mod progress;
mod table;

use std::{
    future,
    io::{self, IsTerminal as _, Read as _, Write as _},
    num::NonZero,
    path::{Path, PathBuf},
    pin::pin,
    process, thread,
    time::Duration,
};

use clap::Args;
use matcher::{Help, Limits, Pool, PoolInput, Proposal, WithHelp};

use crate::signals::Signals;
use progress::ProgressLine;
use table::Names;

/// Whoever asks for one pool has time, and may end it: some four times what the value of a city of 2,500 notes took to be
/// proven, where the service takes some seconds.
const STEPS: u64 = 100_000_000_000;

/// What to match, and for how long.
#[derive(Args)]
pub struct Matching {
    /// The pool's file; - reads from standard input.
    pool: PathBuf,
    /// End after so many seconds with the best proposal found by then; Ctrl-C does the same at any time.
    #[arg(long, value_name = "SECONDS", value_parser = clap::value_parser!(u64).range(1..))]
    limit: Option<u64>,
    /// How many threads may work, by default one for each processor; the proposal is the same with any number.
    #[arg(long, value_name = "N")]
    threads: Option<NonZero<usize>>,
    /// Leave out what would help those without a seat: it can take a few times as long as the proposal itself.
    #[arg(long)]
    no_help: bool,
}

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
    /// The system does not let it run.
    #[error("the system: {0}")]
    System(io::Error),
    /// The proposal can't be written.
    #[error("standard output: {0}")]
    Write(#[from] io::Error),
}

/// Why a run ended before it was done.
#[derive(Clone, Copy)]
enum End {
    Limit,
    Signal,
}

/// Matches the pool in a file, or on standard input for `-`: a table on a terminal, JSON otherwise. A run that ended at its
/// limit or by a signal says so on standard error; its proposal keeps every rule, and its bounds hold.
///
/// # Errors
/// [`MatchFault`].
pub fn match_pool(matching: &Matching) -> Result<(), MatchFault> {
    let path = matching.pool.display().to_string();
    let text = read(&matching.pool).map_err(|cause| MatchFault::Read {
        path: path.clone(),
        cause,
    })?;
    let refused = |cause| MatchFault::Pool {
        path: path.clone(),
        cause,
    };
    let input = PoolInput::from_json(&text).map_err(refused)?;
    drop(text);
    let names = io::stdout().is_terminal().then(|| Names::of(&input));
    let pool = Pool::try_from(input).map_err(refused)?;
    for warning in pool.warnings() {
        writeln!(io::stderr(), "warning: {warning}")?;
    }
    let (proposal, help, end) = tokio::runtime::Builder::new_current_thread()
        .enable_all()
        .build()
        .map_err(MatchFault::System)?
        .block_on(run(pool, matching))?;
    match end {
        Some(End::Limit) => tell("ended at its limit: this is the best proposal found so far, and its bounds hold")?,
        Some(End::Signal) => tell("ended by a signal: this is the best proposal found so far, and its bounds hold")?,
        None => {}
    }
    let mut out = io::BufWriter::new(io::stdout().lock());
    if let Some(names) = names {
        out.write_all(table::table(&proposal, &names).as_bytes())?;
    } else {
        let told = WithHelp {
            proposal: &proposal,
            help,
        };
        serde_json::to_writer_pretty(&mut out, &told).map_err(io::Error::from)?;
        writeln!(out)?;
    }
    Ok(out.flush()?)
}

/// A proposal, what would help if that was asked for and found, and why the run ended early if it did.
type Run = (Proposal, Option<Vec<Help>>, Option<End>);

/// Runs the matcher beside the clock and the signals. The second signal ends the process at once.
async fn run(pool: Pool, matching: &Matching) -> Result<Run, MatchFault> {
    let threads = matching.threads.or_else(|| thread::available_parallelism().ok());
    let limits = Limits {
        steps: STEPS,
        threads: threads.map_or(1, NonZero::get),
        ..Limits::default()
    };
    let watch = limits.watch.clone();
    let mut progress = ProgressLine::begin(limits.steps);
    let mut signals = Signals::listen().map_err(MatchFault::System)?;
    let mut limit = pin!(pause(matching.limit));
    let tells_help = !matching.no_help;
    let mut matched = tokio::task::spawn_blocking(move || {
        let proposal = matcher::assemble(&pool, &limits);
        let help = tells_help.then(|| matcher::help(&pool, &proposal, &limits));
        // What a run that was cut short seats would not be true.
        let help = help.filter(|_| !limits.watch.has_ended_early());
        (proposal, help)
    });
    let mut end = None;
    let proposal = loop {
        tokio::select! {
            proposal = &mut matched => break proposal,
            () = &mut limit, if end.is_none() => end = Some(End::Limit),
            () = signals.wait() => {
                if end.is_some() {
                    process::exit(130);
                }
                end = Some(End::Signal);
            }
            () = progress.tick() => progress.show(watch.progress())?,
        }
        if end.is_some() {
            watch.stop();
        }
    };
    progress.clear()?;
    let (proposal, help) = proposal.map_err(|fault| MatchFault::System(fault.into()))?;
    Ok((proposal, help, end.filter(|_| watch.has_ended_early())))
}

async fn pause(seconds: Option<u64>) {
    match seconds {
        Some(seconds) => tokio::time::sleep(Duration::from_secs(seconds)).await,
        None => future::pending().await,
    }
}

fn tell(what: &str) -> io::Result<()> {
    writeln!(io::stderr(), "oppstart: {what}")
}

fn read(path: &Path) -> io::Result<String> {
    if path == Path::new("-") {
        let mut text = String::new();
        io::stdin().lock().read_to_string(&mut text)?;
        return Ok(text);
    }
    std::fs::read_to_string(path)
}
