//! What a program that a test has started says, line by line.

use std::io::{BufRead, BufReader, Read};
use std::sync::Mutex;
use std::sync::mpsc::{Receiver, channel};
use std::thread;
use std::time::{Duration, Instant};

/// The lines of a program's output, read as they come, so that the program
/// never has to wait for a reader.
#[derive(Debug)]
pub(crate) struct Said(Mutex<Receiver<String>>);

impl Said {
    pub(crate) fn by(output: impl Read + Send + 'static) -> Self {
        let (sender, receiver) = channel();
        thread::spawn(move || {
            for line in BufReader::new(output).lines().map_while(Result::ok) {
                // Nobody may be interested any more; the program is read on all the same.
                drop(sender.send(line));
            }
        });
        Self(Mutex::new(receiver))
    }

    /// Takes lines until one is of interest, and returns what was found in it;
    /// `None` when the program falls silent for good or patience ends.
    pub(crate) fn wait_for<T>(&self, patience: Duration, find: impl Fn(&str) -> Option<T>) -> Option<T> {
        let end = Instant::now() + patience;
        let lines = self.0.lock().expect("no reader has panicked");
        loop {
            let left = end.saturating_duration_since(Instant::now());
            let line = lines.recv_timeout(left).ok()?;
            if let Some(found) = find(&line) {
                return Some(found);
            }
        }
    }
}
