//! The tests of the service as a whole, in one program so that they are linked once.

mod browser;
mod mail;
