//! The two words that every letter carries, so that people can tell it from fraud (promise C15).

use crate::Chance;

/// How many colours and things each language names, in the same order.
pub const COLOURS: u8 = 8;
/// How many things each language names.
pub const THINGS: u8 = 32;

/// A colour and a thing, such as "blue lantern", by their places in the languages' lists.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct RecognitionWords {
    colour: u8,
    thing: u8,
}

impl RecognitionWords {
    /// The first of both lists, for what is made up.
    pub const FIRST: Self = Self { colour: 0, thing: 0 };

    /// Draws a pair. Both lists have a power of two of words, so that each is as likely.
    #[must_use]
    pub fn random(chance: &Chance) -> Self {
        let [colour, thing] = chance.bytes();
        Self {
            colour: colour % COLOURS,
            thing: thing % THINGS,
        }
    }

    /// The pair at these places, if the lists are long enough.
    #[must_use]
    pub const fn at(colour: u8, thing: u8) -> Option<Self> {
        if colour < COLOURS && thing < THINGS {
            Some(Self { colour, thing })
        } else {
            None
        }
    }

    /// The colour's place in its list.
    #[must_use]
    pub const fn colour(self) -> u8 {
        self.colour
    }

    /// The thing's place in its list.
    #[must_use]
    pub const fn thing(self) -> u8 {
        self.thing
    }
}
