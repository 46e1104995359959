//! The matcher: people who want a seat, cells, igangsettere → groups that will start.
//!
//! [`Pool`] is checked input, [`assemble`] makes a [`Proposal`] from it. Nothing here reads a file or a clock, and dice are
//! thrown from a fixed seed: the same set of entries gives the same bytes, on machines of one kind and with any number of
//! threads. [`sample`] makes up pools from a seed.
//!
//! The way through: `input` → `check` → `pool`; `component` cuts the pool into parts (`problem`). For each part `greedy`
//! gives a first answer and `search` proves the three levels (`goal`) by looks into ranges of plans (`look`): `relax` (by
//! `linear`) and `separate` bring prices and cuts, `oracle` makes an exact bound of them (`bound`, `cut`), `ascent` walks
//! where there is no relaxation yet, `narrow` and `cover` fix what follows, `branch` cuts in two, `dive` looks for good
//! plans. `seating` seats a plan exactly on top of `flow`, `split` and `leaders`. Parts too large for that (`regional`) are
//! bounded district by district (`dual`, `district`); their groups come from windows (`patchwork`) and are made better by
//! closing and opening single ones (`ruin`, `floor`). `solve` adds up, `reasons` explains who was left over, and `help` what
//! would seat more.

mod ascent;
mod bound;
mod branch;
mod check;
mod component;
mod cover;
mod cut;
mod district;
mod dive;
mod dual;
mod families;
mod fault;
mod floor;
mod flow;
mod goal;
mod greedy;
mod help;
mod input;
mod knowledge;
mod leaders;
mod limits;
mod linear;
mod look;
mod narrow;
mod oracle;
mod patchwork;
mod pool;
mod problem;
mod proposal;
mod reasons;
mod regional;
mod relax;
mod ruin;
pub mod sample;
mod search;
mod seating;
mod separate;
mod sets;
mod small;
mod solve;
mod split;
mod table;
#[cfg(test)]
mod tests;
mod watch;
mod weight;

pub use fault::PoolFault;
pub use help::{Help, Lacks, WithHelp, help};
pub use input::{CellInput, IgangsetterInput, NoteInput, PoolInput, RulesInput, StandingInput, WantInput};
pub use limits::Limits;
pub use pool::Pool;
pub use proposal::{FilledGroup, Objective, Proposal, ProposedGroup, Reason, Total, Unplaced};
pub use solve::assemble;
pub use watch::{Progress, Watch};
