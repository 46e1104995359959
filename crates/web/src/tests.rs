//! What holds for every page, tried through the whole service: routes, guards, pages and a database.

mod doors;
mod flood;
mod forms;
mod health;
mod log;
mod notes;
mod readability;
mod reading;
mod routes;
pub mod site;
mod slow;
mod staff;
mod texts;
