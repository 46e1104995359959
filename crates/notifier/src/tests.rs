//! The notifier against a mail server that misbehaves, and against both databases.

mod claims;
mod dialogue;
mod files;
mod headers;
mod kinds;
mod logs;
mod moot;
mod office;
mod outages;
mod renewal;
mod retries;
mod running;
