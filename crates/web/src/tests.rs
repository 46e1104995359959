//! What holds for every page, tried through the whole service: routes, guards, pages and a database.

mod doors;
pub mod site;
mod staff;
