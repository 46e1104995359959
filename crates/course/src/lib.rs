//! The course module: courses, collections and interest notes.
//!
//! A note that is left here never points back to its course or collection: those keep a counter and nothing more
//! (promise C1). All functions run inside a transaction of `store`, so that a note and its letter are one change.

mod collection;
mod confirm;
mod courses;
mod fault;
mod leave;
mod my_note;

pub use collection::{Choices, Demand, choices, close_collection, demand, get_collection, open_collection};
pub use confirm::{Confirmed, confirm, disown, resume};
pub use courses::{NewCourse, add_course, get_course, list_courses};
pub use fault::Fault;
pub use leave::{CONSENT_VERSION, NoteDraft, Receipt, submit, submit_silently};
pub use my_note::{MyNote, my_note};

#[cfg(test)]
mod tests;
