//! The languages of pages and letters.
//!
//! Each language is a folder in `locales`, named by its BCP 47 tag and compiled in. Everything that differs
//! between languages is in those files, the forms of dates and times included: to add a language, add its folder,
//! and its name to [`model::Language`]. All languages have the same keys with the same variables; a test holds it.
//! Nothing here does I/O.

mod bundles;
mod dates;
mod recognition;
#[cfg(test)]
mod tests;
mod value;

use fluent_bundle::FluentArgs;
use model::{Band, Language};

pub use value::Value;

/// The texts of one language. Cheap to copy: the files are parsed once for the whole process.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Texts {
    language: Language,
}

impl Texts {
    /// The texts of a language.
    #[must_use]
    pub const fn of(language: Language) -> Self {
        Self { language }
    }

    /// The language of these texts.
    #[must_use]
    pub const fn language(self) -> Language {
        self.language
    }

    /// The text of a key, for texts without variables.
    ///
    /// An unknown key shows as `⟦key⟧`, and stops a debug build.
    #[must_use]
    pub fn get(self, key: &str) -> String {
        self.with(key, &[])
    }

    /// The text of a key with its variables filled in; numbers select plural forms.
    ///
    /// Nothing is escaped: that is the template's work. Unknown keys are treated as by [`Texts::get`];
    /// a variable that is left out shows as its name, and stops a debug build.
    #[must_use]
    pub fn with(self, key: &str, args: &[(&str, Value<'_>)]) -> String {
        let args: FluentArgs<'_> = args
            .iter()
            .map(|(name, value)| (*name, value.clone().into_fluent()))
            .collect();
        let text = bundles::of(self.language).and_then(|bundle| bundles::format(bundle, key, &args));
        debug_assert!(text.is_some(), "no text of {key} in {}", self.language.tag());
        text.unwrap_or_else(|| format!("⟦{key}⟧"))
    }

    /// The name of a part of the day: «kveld».
    #[must_use]
    pub fn band(self, band: Band) -> String {
        self.get(&format!("band-{}", band.code()))
    }
}
