//! The recognition words (promise C15): two lists per language, in the same order in each.
//!
//! The colours stand before any of the things in the same form, so Norwegian lists have no neuter things.

use model::RecognitionWords;

use crate::Texts;

impl Texts {
    /// The two words, in capitals: «BLÅ LYKT», "BLUE LANTERN".
    #[must_use]
    pub fn recognition(self, words: RecognitionWords) -> String {
        let colour = self.listed("recognition-colours", words.colour());
        let thing = self.listed("recognition-things", words.thing());
        self.with(
            "recognition-words",
            &[("colour", colour.into()), ("thing", thing.into())],
        )
        .to_uppercase()
    }

    fn listed(self, key: &str, place: u8) -> String {
        let word = self.list(key).into_iter().nth(place.into());
        debug_assert!(word.is_some(), "{key} has no word at {place}");
        word.unwrap_or_default()
    }

    /// The words of a list that a language file separates by commas.
    pub(crate) fn list(self, key: &str) -> Vec<String> {
        self.get(key).split(',').map(|word| word.trim().to_owned()).collect()
    }
}
