//! What is wrong with a field, as a key of the language files.

use model::{ClosingFault, ClosingLines, EmailFault, LetterName, Line, Name, NameFault, Nickname};
use texts::Texts;

/// Why a field must be put right.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct FieldFault {
    key: &'static str,
    number: Option<(&'static str, usize)>,
    label: Option<&'static str>,
    word: Option<&'static str>,
}

impl FieldFault {
    /// More characters than there is room for.
    pub const fn too_long(max: usize) -> Self {
        Self::numbered("fault-too-long", "max", max)
    }

    /// A fault whose text tells a number, under this name.
    pub const fn numbered(key: &'static str, name: &'static str, number: usize) -> Self {
        Self {
            number: Some((name, number)),
            ..Self::keyed(key)
        }
    }

    /// What is wrong, in a language.
    pub fn text(self, texts: Texts) -> String {
        let number = self.number.map(|(name, number)| (name, number.into()));
        let label = self.label.map(|label| ("label", texts.get(label).into()));
        let word = self.word.map(|word| ("word", word.into()));
        let args: Vec<_> = number.into_iter().chain(label).chain(word).collect();
        texts.with(self.key, &args)
    }

    /// Why a text is not a name of the kind that has room for so many characters, in the field with this label.
    pub const fn of_name(fault: NameFault, max: usize, label: &'static str) -> Self {
        match fault {
            NameFault::TooLong => Self::too_long(max),
            NameFault::Empty => Self {
                label: Some(label),
                ..Self::keyed("fault-empty")
            },
            NameFault::Control => Self::keyed("fault-control"),
            NameFault::NotNeutral => Self::keyed("fault-not-neutral"),
        }
    }

    /// A fault whose text stands by itself.
    pub const fn keyed(key: &'static str) -> Self {
        Self {
            key,
            number: None,
            label: None,
            word: None,
        }
    }
}

impl From<&'static str> for FieldFault {
    fn from(key: &'static str) -> Self {
        Self::keyed(key)
    }
}

impl From<EmailFault> for FieldFault {
    fn from(fault: EmailFault) -> Self {
        Self::keyed(match fault {
            EmailFault::Empty | EmailFault::Malformed | EmailFault::Domain => "fault-email",
            EmailFault::TooLong => "fault-email-too-long",
            EmailFault::LocalPartNotAscii => "fault-email-letters",
        })
    }
}

impl From<ClosingFault> for FieldFault {
    fn from(fault: ClosingFault) -> Self {
        match fault {
            ClosingFault::TooLong => Self::too_long(ClosingLines::MAX_CHARS),
            ClosingFault::TooManyLines => Self::numbered("point-closing-lines", "max", ClosingLines::MAX_LINES),
            ClosingFault::Empty | ClosingFault::Control => Self::keyed("point-closing-control"),
            ClosingFault::Address => Self::keyed("point-closing-address"),
            ClosingFault::NotNeutral(word) => Self {
                word: Some(word),
                ..Self::keyed("point-closing-telling")
            },
        }
    }
}

/// A text of one line that has room for so many characters.
pub trait Bounded: std::str::FromStr<Err = NameFault> {
    /// The room.
    const MAX_CHARS: usize;
}

macro_rules! bounded {
    ($($name:ident),+) => {$(
        impl Bounded for $name {
            const MAX_CHARS: usize = $name::MAX_CHARS;
        }
    )+};
}

bounded!(Name, LetterName, Line, Nickname);
