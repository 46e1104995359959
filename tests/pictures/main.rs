//! Draws the pictures of the user guides: `cargo run -p stories --bin pictures`.
//!
//! It starts the whole service on the demonstration's region, on a day that is always the same, walks through it in
//! Chromium, and writes `docs/guides/pictures/*.png` anew. Nobody in the pictures exists.
#![expect(
    clippy::expect_used,
    clippy::panic,
    reason = "a command for those who write the guides: what goes wrong is told by a panic"
)]

mod participant;
mod staff;
mod walk;

use stories::{app::TestApp, walk::ADDRESS};

fn main() {
    let (app, region) = TestApp::start_named(ADDRESS);
    participant::draw(&app, &region);
    staff::draw(&app, &region);
}
