//! The course module: courses, collections and interest notes.
//!
//! A note that is left here never points back to its course or collection: those keep a counter and nothing more
//! (promise C1). All functions run inside a transaction of `store`, so that a note and its letter are one change.

mod apart;
mod change;
mod choices;
mod collection;
mod confirm;
mod courses;
mod door;
mod due;
mod fault;
mod find;
mod leave;
mod my_note;

pub use apart::{drop_apart_code, make_apart_code, share_apart_code};
pub use change::{Change, change};
pub use choices::{Choices, Planned, choices};
pub use collection::{Demand, close_collection, demand, get_collection, open_collection, print_slips};
pub use confirm::{Confirmed, confirm, disown, resume};
pub use courses::{NewCourse, add_course, edit_course, get_course, list_courses};
pub use door::Door;
pub use due::{clean_due, close_due, prompt_due};
pub use fault::Fault;
pub use find::{find_note, look_up};
pub use leave::{CONSENT_VERSION, NoteDraft, Reach, Receipt, submit};
pub use my_note::{MyNote, MySeat, Way, my_note};

#[cfg(test)]
mod tests;
