//! Groups: rounds, planned starts, invitations, answers, settling, meetings, withdrawal and forgetting.
//!
//! One function, [`settle`], decides what becomes of a group after anything that touches it: an answer, a
//! withdrawal, a refusal by a mail server, the clock. It is idempotent and runs in the transaction of its cause.

mod acceptance;
mod answer;
mod approve;
mod backfill;
mod dated;
mod deliver;
mod demand;
mod dissolve;
mod due;
mod fault;
mod fill;
mod help;
mod invite;
mod lead;
mod meetings;
mod offer;
mod planned;
mod pool;
mod post;
mod remind;
mod rooms;
mod roster;
mod round;
mod settle;
mod size_value;
mod statistics;
mod tasks;
mod wants;
mod withdraw;

pub use acceptance::acceptance;
pub use answer::{Answer, Answered, answer};
pub use approve::{Approved, Outcome, approve};
pub use dated::dated;
pub use deliver::{invitation_delivered, invitation_refused, invitation_undelivered};
pub use demand::{Waiting, demand, waiting};
pub use due::{erase_expired, forget_expired, settle_due};
pub use fault::Fault;
pub use help::store_help;
pub use lead::{Vacancy, answer_lead, step_back, take_over, vacancies};
pub use meetings::{
    Dispatch, Meeting, MeetingState, Reached, absent, call_off, cancel_meeting, dispatches, meetings, move_meeting,
    next_meeting, tell,
};
pub use planned::{Joined, StartOption, join_planned, plan, start_options};
pub use remind::remind_due;
pub use rooms::{forgotten_rooms, free_room};
pub use roster::{Counts, Roster, Seated, led_by, roster, under_way};
pub use round::{Draft, Proposed, Run, discard, draft, propose};
pub use settle::settle;
pub use size_value::size_value;
pub use statistics::{Quarter, statistics};
pub use tasks::{count_tasks, tell_tasks_due};
pub use withdraw::withdraw;

#[cfg(test)]
mod tests;
