//! Groups: rounds, invitations, answers, settling, withdrawal and forgetting.
//!
//! One function, [`settle`], decides what becomes of a group after anything that touches it: an answer, a
//! withdrawal, a refusal by a mail server, the clock. It is idempotent and runs in the transaction of its cause.

mod answer;
mod approve;
mod deliver;
mod due;
mod fault;
mod invite;
mod lead;
mod pool;
mod post;
mod rooms;
mod roster;
mod round;
mod settle;
mod size_value;
mod withdraw;

pub use answer::{Answer, Answered, answer};
pub use approve::{Approved, Outcome, approve};
pub use deliver::{invitation_delivered, invitation_refused};
pub use due::{erase_expired, forget_expired, settle_due};
pub use fault::Fault;
pub use lead::answer_lead;
pub use pool::demand;
pub use rooms::{forgotten_rooms, free_room};
pub use roster::{Counts, Roster, led_by, roster, under_way};
pub use round::{Draft, Proposed, discard, draft, propose};
pub use settle::settle;
pub use size_value::size_value;
pub use withdraw::withdraw;

#[cfg(test)]
mod tests;
