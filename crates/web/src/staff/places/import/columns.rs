//! The columns of a list of places, and the words that stand in them: in every language that there is, whichever the
//! page is in. The words themselves are texts (`import.ftl`); the first of a list is the one that the page shows.

use chrono::Weekday;
use model::{Language, PlaceKind, WEEKDAYS};
use texts::Texts;

use crate::staff::places::form::{NO, PlaceField, UNKNOWN, YES};

/// What a list can say of a place, and of a room there.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Column {
    /// The place's name, without which a line means nothing.
    Place,
    /// Its street address.
    Address,
    /// The room's name.
    Room,
    /// On which day of the week it is free.
    Weekday,
    /// From what time on: a meeting can begin then.
    Starts,
    /// Until what time. It is not kept, but there must be room for a meeting.
    Ends,
    /// What letters call the place.
    LetterName,
    /// Which way in.
    Entrance,
    /// Whether there is a way in without steps.
    StepFree,
    /// Where the key is.
    Key,
    /// A house, the telephone, or a video meeting.
    Kind,
    /// The number to call, or the address of the meeting.
    DialIn,
    /// The first day on which the room can be had.
    From,
    /// The last day.
    Until,
}

impl Column {
    /// All of them, in the order in which the page tells of them.
    pub const ALL: [Self; 14] = [
        Self::Place,
        Self::Address,
        Self::Room,
        Self::Weekday,
        Self::Starts,
        Self::Ends,
        Self::LetterName,
        Self::Entrance,
        Self::StepFree,
        Self::Key,
        Self::Kind,
        Self::DialIn,
        Self::From,
        Self::Until,
    ];

    /// The text with its headings. What is told of it stands under the same key with `-text`.
    pub const fn key(self) -> &'static str {
        match self {
            Self::Place => "import-place",
            Self::Address => "import-address",
            Self::Room => "import-room",
            Self::Weekday => "import-weekday",
            Self::Starts => "import-starts",
            Self::Ends => "import-ends",
            Self::LetterName => "import-letter-name",
            Self::Entrance => "import-entrance",
            Self::StepFree => "import-step-free",
            Self::Key => "import-key",
            Self::Kind => "import-kind",
            Self::DialIn => "import-dial-in",
            Self::From => "import-from",
            Self::Until => "import-until",
        }
    }

    /// The column with this heading in some language; spaces and capitals make no difference.
    pub fn of_heading(raw: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|column| is_one_of(column.key(), raw))
    }

    /// Its heading, as the page shows it.
    pub fn heading(self, texts: Texts) -> String {
        first(texts, self.key())
    }

    /// The field of a place's form that asks the same.
    pub const fn field(self) -> Option<PlaceField> {
        match self {
            Self::Address => Some(PlaceField::Address),
            Self::LetterName => Some(PlaceField::LetterName),
            Self::Entrance => Some(PlaceField::Entrance),
            Self::StepFree => Some(PlaceField::StepFree),
            Self::Key => Some(PlaceField::Key),
            Self::Kind => Some(PlaceField::Kind),
            Self::DialIn => Some(PlaceField::DialIn),
            Self::Place | Self::Room | Self::Weekday | Self::Starts | Self::Ends | Self::From | Self::Until => None,
        }
    }

    /// What the place's form would have sent for a cell of this column.
    ///
    /// # Errors
    /// The key of what to say, for a word that is none of those that can stand there.
    pub fn sent(self, raw: &str) -> Result<String, &'static str> {
        match self {
            Self::Kind => kind(raw).map(|kind| kind.code().to_owned()).ok_or("import-kind-fault"),
            Self::StepFree => step_free(raw).map(str::to_owned).ok_or("import-step-free-fault"),
            _ => Ok(raw.to_owned()),
        }
    }

    /// Whether two cells of this column say the same.
    pub fn is_same(self, one: &str, other: &str) -> bool {
        let known = self.sent(one);
        plain(one) == plain(other) || (known.is_ok() && known == self.sent(other))
    }
}

fn kind(raw: &str) -> Option<PlaceKind> {
    PlaceKind::ALL.into_iter().find(|kind| {
        let key = match kind {
            PlaceKind::Physical => "import-physical",
            PlaceKind::Telephone => "import-telephone",
            PlaceKind::Online => "import-online",
        };
        is_one_of(key, raw)
    })
}

fn step_free(raw: &str) -> Option<&'static str> {
    let words = [("import-yes", YES), ("import-no", NO), ("import-unknown", UNKNOWN)];
    let found = words.into_iter().find(|(key, _)| is_one_of(key, raw));
    found.map(|(_, value)| value)
}

/// A day of the week, whole, cut short («tir», «Tue.») or as in «tirsdager», in any language.
pub fn weekday(raw: &str) -> Option<Weekday> {
    let typed = plain(raw.trim_end_matches('.'));
    if typed.chars().count() < 2 {
        return None;
    }
    let is_meant = |day: &Weekday| {
        Language::ALL.into_iter().any(|language| {
            let name = Texts::of(language).weekday(*day).to_lowercase();
            name.starts_with(&typed) || typed.starts_with(&name)
        })
    };
    WEEKDAYS.into_iter().find(is_meant)
}

/// The first of the words of a text.
pub fn first(texts: Texts, key: &str) -> String {
    let words = texts.get(key);
    words.split(',').next().unwrap_or_default().trim().to_owned()
}

fn is_one_of(key: &str, raw: &str) -> bool {
    let typed = plain(raw);
    let has = |language: Language| {
        let words = Texts::of(language).get(key);
        words.split(',').any(|word| plain(word) == typed)
    };
    Language::ALL.into_iter().any(has)
}

/// A text in small letters, with single spaces: what is to be the same by it is.
pub fn plain(raw: &str) -> String {
    let words: Vec<String> = raw.split_whitespace().map(str::to_lowercase).collect();
    words.join(" ")
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;

    #[test]
    fn headings_are_known_in_every_language_and_mean_one_thing() {
        for (raw, column) in [
            ("Sted", Column::Place),
            (" GATEADRESSE ", Column::Address),
            ("stad", Column::Place),
            ("Place", Column::Place),
            ("vekedag", Column::Weekday),
            ("Name  in letters", Column::LetterName),
        ] {
            assert_eq!(Column::of_heading(raw), Some(column), "{raw}");
        }
        assert_eq!(Column::of_heading("diagnose"), None);
        for language in Language::ALL {
            for column in Column::ALL {
                for word in Texts::of(language).get(column.key()).split(',') {
                    assert_eq!(Column::of_heading(word), Some(column), "{word}");
                }
            }
        }
    }

    #[test]
    fn days_are_known_whole_and_cut_short() {
        for (raw, day) in [
            ("tirsdag", Weekday::Tue),
            ("Tirsdager", Weekday::Tue),
            ("tysdag", Weekday::Tue),
            ("Tue.", Weekday::Tue),
            ("to", Weekday::Thu),
            ("lør", Weekday::Sat),
            ("LAURDAG", Weekday::Sat),
        ] {
            assert_eq!(weekday(raw), Some(day), "{raw}");
        }
        for raw in ["", "t", "dag", "t.", "hver dag"] {
            assert_eq!(weekday(raw), None, "{raw}");
        }
    }

    #[test]
    fn two_letters_of_a_day_mean_no_other_day() {
        for language in Language::ALL {
            let short = |day| Texts::of(language).weekday(day).chars().take(2).collect::<String>();
            let days: BTreeSet<_> = WEEKDAYS.into_iter().map(short).collect();
            assert_eq!(days.len(), 7);
            for day in WEEKDAYS {
                assert_eq!(weekday(&short(day)), Some(day));
            }
        }
    }
}
