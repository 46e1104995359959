//! Settings, wiring, commands and the schedule: everything that makes one program of the parts.

mod commands;
mod demo;
mod keys;
mod log;
mod pool;
mod schedule;
mod serve;
mod service;
mod settings;
mod signals;

pub use commands::run;
pub use schedule::{PassFault, Worker};
pub use service::{Half, Service, StartFault, serve};
pub use settings::{Settings, SettingsFault};
