//! One line of the journal: a word and an id, and of a letter the mark of what it said.

use std::{fmt, str::FromStr};

use data_encoding::HEXLOWER;
use model::{BackupId, Letter, LetterId, NoteId, References, StaffId};
use sha2::{Digest as _, Sha256};

/// One thing that was done.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Entry {
    /// A note was erased.
    Note(NoteId),
    /// A member of staff was removed.
    Staff(StaffId),
    /// A mail server took a letter.
    Letter(LetterId, LetterMark),
    /// A letter is about to be tried. That it is written down shows that the letter's delivery can be, too: a letter
    /// that is sent and not recorded would be sent again and again.
    Claim(LetterId),
    /// A backup of the database was begun.
    Backup(BackupId),
}

/// What tells two letters of the same kind about the same things from others, and nothing else: a hash.
/// After a restore the schedule may owe a letter anew, under another id, that somebody has already got.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct LetterMark([u8; 16]);

impl LetterMark {
    /// The mark of a letter.
    #[must_use]
    pub fn of(letter: &Letter) -> Self {
        // All of them: one more reference is one more thing to tell letters apart by.
        let References {
            note,
            staff,
            group,
            sign_in,
            meeting,
            message,
            notice,
        } = letter.references();
        let parts = [
            Some(letter.kind().to_owned()),
            note.map(|id| id.to_string()),
            staff.map(|id| id.to_string()),
            group.map(|id| id.to_string()),
            sign_in.map(|id| id.to_string()),
            meeting.map(|day| day.to_string()),
            message.map(|message| message.code().to_owned()),
            notice.map(|id| id.to_string()),
        ];
        let text = parts.map(Option::unwrap_or_default).join(" ");
        let digest: [u8; 32] = Sha256::digest(text).into();
        Self(digest.first_chunk().copied().unwrap_or_default())
    }
}

impl fmt::Display for Entry {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Note(id) => write!(f, "note {id}"),
            Self::Staff(id) => write!(f, "staff {id}"),
            Self::Letter(id, mark) => write!(f, "letter {id} {}", HEXLOWER.encode(&mark.0)),
            Self::Claim(id) => write!(f, "claim {id}"),
            Self::Backup(id) => write!(f, "backup {id}"),
        }
    }
}

/// A line that can't be read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Torn;

impl FromStr for Entry {
    type Err = Torn;

    fn from_str(line: &str) -> Result<Self, Torn> {
        let mut words = line.split(' ');
        let (Some(word), Some(first)) = (words.next(), words.next()) else {
            return Err(Torn);
        };
        let entry = match word {
            "note" => Self::Note(id(first)?),
            "staff" => Self::Staff(id(first)?),
            "letter" => Self::Letter(id(first)?, LetterMark(bytes(words.next().ok_or(Torn)?)?)),
            "claim" => Self::Claim(id(first)?),
            "backup" => Self::Backup(id(first)?),
            _ => return Err(Torn),
        };
        if words.next().is_some() { Err(Torn) } else { Ok(entry) }
    }
}

/// All 32 digits must be there: half a line is not another id.
fn id<T: From<[u8; 16]>>(word: &str) -> Result<T, Torn> {
    bytes(word).map(T::from)
}

fn bytes(word: &str) -> Result<[u8; 16], Torn> {
    HEXLOWER
        .decode(word.as_bytes())
        .map_err(|_| Torn)?
        .try_into()
        .map_err(|_| Torn)
}
