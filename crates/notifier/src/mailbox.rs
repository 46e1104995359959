//! Letters that stay here, for the demonstration: its players read them on a page.

use std::{
    collections::VecDeque,
    fmt,
    sync::{Arc, Mutex, MutexGuard, PoisonError},
};

use chrono::{DateTime, Utc};
use model::LetterId;

/// How many letters are kept; older ones go.
const ROOM: usize = 500;

/// A letter that was delivered to the mailbox.
#[derive(Clone)]
pub struct Delivered {
    /// Its identity.
    pub id: LetterId,
    /// When it was delivered.
    pub at: DateTime<Utc>,
    /// The recipient's address.
    pub to: String,
    /// The subject.
    pub subject: String,
    /// The text part.
    pub text: String,
    /// The HTML part.
    pub html: String,
}

/// It shows which letter it is, and nothing of it.
impl fmt::Debug for Delivered {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Delivered({})", self.id)
    }
}

/// A list of letters in memory, of everybody's letters at once: for the demonstration only. Clones share it.
#[derive(Clone, Default)]
pub struct Mailbox(Arc<Mutex<VecDeque<Delivered>>>);

impl Mailbox {
    /// An empty mailbox.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// All letters, the newest first.
    #[must_use]
    pub fn list(&self) -> Vec<Delivered> {
        self.locked().iter().cloned().collect()
    }

    /// One letter, if it is still here.
    #[must_use]
    pub fn get(&self, letter: LetterId) -> Option<Delivered> {
        self.locked().iter().find(|other| other.id == letter).cloned()
    }

    pub(crate) fn put(&self, letter: Delivered) {
        let mut letters = self.locked();
        letters.push_front(letter);
        letters.truncate(ROOM);
    }

    fn locked(&self) -> MutexGuard<'_, VecDeque<Delivered>> {
        // A panic elsewhere can't leave the list half-way.
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl fmt::Debug for Mailbox {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Mailbox(…)")
    }
}
