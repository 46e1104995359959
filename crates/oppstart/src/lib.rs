//! Settings, wiring, commands and the schedule: everything that makes one program of the parts.

mod backup;
mod breach;
mod check;
mod commands;
mod demo;
mod invite;
mod keys;
mod log;
mod matching;
mod pool;
mod restore;
mod retention;
mod schedule;
mod serve;
mod service;
mod set_up;
mod settings;
mod signals;

pub use commands::run;
pub use demo::{DemoFault, MadeUp, make_up, play as play_demo};
pub use schedule::{PassFault, Worker};
pub use service::{Half, Service, StartFault, serve};
pub use settings::{Settings, SettingsFault};
