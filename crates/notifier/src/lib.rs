//! The notifier: it takes the letters that are owed from the outbox, opens their addresses, and sends them.
//!
//! What holds here. A letter is sent while its lease is ours, and its end is recorded in one transaction with what
//! follows from it (promises L1, L2). It has one recipient (C9), and the same Message-ID and Date on every try (L3).
//! Only a mail server that said 250 after the letter has taken it: what isn't understood is tried again (L4).
//! Nothing is logged but a letter's id, its kind and a word for the outcome; what a mail server says may repeat
//! the address, so its text is dropped where it is read (C7).
//!
//! No connection outlives its letter: one that was cut by a deadline answers the next letter with the last one's reply.

mod attempt;
mod claim;
mod facts;
mod fault;
mod files;
mod mailbox;
mod message;
mod notifier;
mod record;
mod renewal;
mod retry;
mod route;
mod sender;
mod smtp;

#[cfg(test)]
mod tests;

pub use fault::{Cause, DeliveryFault, Fault, Stage};
pub use files::FileRoute;
pub use mailbox::{Delivered, Mailbox};
pub use notifier::{Notifier, Parts, Tally};
pub use renewal::Renewal;
pub use route::{Route, RouteFault};
pub use sender::{PublicUrl, PublicUrlFault, Sender};
pub use smtp::{AuthorityFault, SmtpRoute};
