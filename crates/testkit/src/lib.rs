//! What the tests of several crates share: throw-away databases of both kinds,
//! a made-up region to put into them, and a mail server that misbehaves on request.
//!
//! Only tests depend on this crate. What cannot be set up ends in a panic with
//! one clear sentence: a test that quietly skips itself proves nothing.
#![expect(
    clippy::expect_used,
    clippy::panic,
    reason = "this crate runs inside tests, where a panic is how a fault is reported"
)]

pub mod databases;
pub mod postgres;
pub mod region;
pub mod smtp;
mod statements;

pub use databases::{DatabaseKind, TestDb};
pub use region::{Region, day, letters_owed, oslo};
pub use statements::statements_of;
