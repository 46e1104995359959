//! What the matcher's parts take, on made-up pools: `cargo bench --package matcher`.
//!
//! Whole runs beside other solvers are compared by `tests/bench/matcher`.
#![expect(clippy::unwrap_used, reason = "a benchmark may stop at the first surprise")]

use divan::{Bencher, black_box};
use matcher::{
    Limits, Pool, Proposal, assemble,
    sample::{self, Kind},
};

/// For an acceptance of 80 per cent.
const SIZE_VALUE: [i32; 4] = [1638, 3539, 5046, 6187];

fn main() {
    divan::main();
}

/// From JSON to a checked pool.
#[divan::bench(args = [60, 600, 6000], sample_count = 20)]
fn read(bencher: Bencher, notes: usize) {
    let text = serde_json::to_string(&sample::pool(Kind::City, notes, 1, &SIZE_VALUE)).unwrap();
    bencher.bench(|| Pool::from_json(black_box(&text)).unwrap());
}

/// Cutting into parts, the first answer with its plan seated, and the reasons; nothing is proven.
#[divan::bench(args = [60, 600], sample_count = 20)]
fn answer_first(bencher: Bencher, notes: usize) {
    let pool = pool(Kind::City, notes);
    bencher.bench(|| matched(&pool, 0));
}

/// A contact point's pool, to proof.
#[divan::bench(args = [20, 40, 60], sample_count = 10)]
fn prove_small(bencher: Bencher, notes: usize) {
    let pool = pool(Kind::Small, notes);
    bencher.bench(|| matched(&pool, u64::MAX));
}

/// Sixty notes of each kind, to proof.
#[divan::bench(args = Kind::ALL.map(Kind::name), sample_count = 5)]
fn prove_sixty(bencher: Bencher, kind: &str) {
    let pool = pool(kind.parse().unwrap(), 60);
    bencher.bench(|| matched(&pool, u64::MAX));
}

fn pool(kind: Kind, notes: usize) -> Pool {
    Pool::try_from(sample::pool(kind, notes, 1, &SIZE_VALUE)).unwrap()
}

fn matched(pool: &Pool, steps: u64) -> Proposal {
    let limits = Limits {
        steps,
        ..Limits::default()
    };
    assemble(black_box(pool), &limits)
}
