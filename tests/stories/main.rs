//! The tests of the service as a whole, in one program so that they are linked once.
#![expect(
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    reason = "clippy takes only the test functions for tests, and not the functions beside them"
)]

mod browser;
mod cast;
mod house;
mod keys;
mod life;
mod line;
mod mail;
mod notices;
mod vacuum;
