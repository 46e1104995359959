//! Pages, forms and handlers. A page has one module, whose path tells the address and the action.
//!
//! What holds for every page, and where: headers, limits, the origin of a POST and the log line in `guard`
//! (promises C7, S5, S6, S10); who asks, in which language, in `browser`; forms that act on their own subject
//! only, and refuse fields that they don't have, in `form` (C1, S6); kind sentences when something is wrong in
//! `fault`; how often something may be asked for in `limit` (S8). No page has a script, and none writes an address by hand: they are all in [`model::Link`].

mod about;
mod app;
mod assets;
mod browser;
mod cookie;
mod demo;
mod fault;
mod form;
mod guard;
mod health;
mod home;
mod letter;
mod limit;
mod note;
mod page;
mod redirect;
mod routes;
mod server;
mod staff;
#[cfg(test)]
mod tests;
mod told;

pub use app::{App, Bounds};
pub use demo::{Demo, DemoLetter};
pub use limit::{Limits, ProxyFault, TrustedProxies};
pub use routes::configure;
pub use server::serve;
