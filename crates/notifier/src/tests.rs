//! The notifier against a mail server that misbehaves, and against both databases.

mod claims;
mod dialogue;
mod files;
mod headers;
mod kinds;
mod logs;
mod meetings;
mod moot;
mod neutral;
mod notices;
mod office;
mod outages;
mod renewal;
mod retries;
mod running;
mod staff;
mod stale;
