//! Tests of the matcher as a whole; single parts are tested beside their code.

mod exhaustive;
mod explanations;
mod faults;
mod floors;
mod helping;
mod known_answers;
mod large_parts;
pub(crate) mod pools;
mod promises;
mod reasoning;
mod rules;
