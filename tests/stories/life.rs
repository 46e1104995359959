//! What can become of notes and groups, told as stories on both databases.

mod codes;
mod drafts;
mod filling;
mod leading;
mod leaving;
mod meetings;
mod nights;
mod planned;
mod rooms;
mod silence;
mod twice;
