//! The memory: schema, rows, queries and the outbox. All SQL of the product stands here.
//!
//! Queries are free functions on a connection, grouped by table. None of them lists notes or groups of more than
//! one region, but for those that the schedule asks for what is due, which give ids only; and sealed addresses with them,
//! to be sealed anew.

pub mod address;
pub mod apart_code;
pub mod availability;
pub mod backup;
pub mod collection;
pub mod contact_point;
mod convert;
pub mod course;
mod db;
mod dialect;
mod each;
mod fault;
pub mod group;
pub mod journal;
pub mod key_version;
pub mod lease;
pub mod line;
pub mod mail_pause;
pub mod meeting;
pub mod note;
pub mod notice;
pub mod occupancy;
pub mod outbox;
pub mod place;
pub mod region;
pub mod room;
pub mod round;
mod schema;
pub mod seat;
pub mod sign_in;
pub mod staff;
pub mod tally;
pub mod telling;
pub mod wish;

pub use db::{Condition, DatabaseUrl, Db};
pub use dialect::DbConn;
pub use each::each;
pub use fault::{Fault, Result};
pub use journal::Journal;

#[cfg(test)]
mod tests;
