//! `oppstart pool`: a made-up pool on standard output, the same for the same arguments on every machine.

use std::io::{self, Write as _};

use clap::{Args, builder::PossibleValuesParser, builder::TypedValueParser as _};
use matcher::sample::{self, Kind};

/// What to make up.
#[derive(Args)]
pub struct Sample {
    /// What the pool is like; docs/matching.md tells of each.
    #[arg(long, value_parser = PossibleValuesParser::new(Kind::ALL.map(Kind::name)).try_map(|name| name.parse::<Kind>()))]
    kind: Kind,
    /// How many people want a seat, at most 200,000.
    #[arg(long, value_name = "N", value_parser = clap::value_parser!(u32).range(..=200_000))]
    notes: u32,
    /// Another seed gives another pool of the same kind.
    #[arg(long, default_value_t = 1)]
    seed: u64,
    /// How many of a hundred invited people come: it says what a group of each size is worth.
    #[arg(long, value_name = "PERCENT", default_value_t = 80, value_parser = clap::value_parser!(u8).range(50..=100))]
    acceptance: u8,
}

/// Writes the pool as JSON, one line.
///
/// # Errors
/// If standard output can't be written to.
pub fn make(sample: &Sample) -> io::Result<()> {
    let notes = usize::try_from(sample.notes).unwrap_or(usize::MAX);
    let size_value = groups::size_value(sample.acceptance);
    let pool = sample::pool(sample.kind, notes, sample.seed, &size_value);
    let mut out = io::BufWriter::new(io::stdout().lock());
    serde_json::to_writer(&mut out, &pool)?;
    writeln!(out)?;
    out.flush()
}
