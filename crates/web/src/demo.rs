//! The demonstration: play as anybody, read everybody's letters, move the clock.
//!
//! Nothing of this is reachable in a real service: its routes exist only where [`crate::App::demo`] is set,
//! which the command `demo` alone does.

mod clock;
mod components;
mod mailbox;
mod play;
mod start;

use std::{fmt, pin::Pin};

use actix_web::web::ServiceConfig;
use chrono::{DateTime, Utc};
use model::{LetterId, ReceiptCode, ShortCode};
use store::staff::Member;

use crate::form::fields;

/// What the demonstration works with.
pub struct Demo {
    /// Everybody on the staff of the made-up region, with the name of their contact point.
    pub staff: Vec<(Member, String)>,
    /// The codes of its open collections, with their courses' titles. The first has a planned start.
    pub collections: Vec<(ShortCode, String)>,
    /// The codes of people who left no address. The first is invited.
    pub receipts: Vec<ReceiptCode>,
    /// All letters that were delivered, the newest first.
    pub letters: Box<dyn Fn() -> Vec<DemoLetter> + Send + Sync>,
    /// Does now what time has brought about, and delivers what is owed.
    pub catch_up: Box<dyn Fn() -> Pin<Box<dyn Future<Output = ()> + Send>> + Send + Sync>,
}

/// A letter in the mailbox of the demonstration.
#[derive(Clone, Debug)]
pub struct DemoLetter {
    /// Its identity.
    pub id: LetterId,
    /// When it was delivered.
    pub at: DateTime<Utc>,
    /// To whom; nobody who exists.
    pub to: String,
    /// Its subject.
    pub subject: String,
    /// Its text part.
    pub text: String,
    /// Its HTML part.
    pub html: String,
}

impl fmt::Debug for Demo {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Demo")
    }
}

fields! {
    /// The buttons of the start page.
    enum DemoField {
        Person = "person",
        Days = "days",
    }
}

/// Where it is served.
pub fn routes(cfg: &mut ServiceConfig) {
    cfg.configure(start::routes)
        .configure(play::routes)
        .configure(clock::routes)
        .configure(components::routes)
        .configure(mailbox::routes);
}
