//! The languages of pages and letters.

/// A language that every page and letter exists in.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Language {
    /// Norwegian bokmål, the default.
    #[default]
    Bokmal,
    /// Norwegian nynorsk.
    Nynorsk,
    /// English.
    English,
}

impl Language {
    /// All of them, in the order in which pages offer them.
    pub const ALL: [Self; 3] = [Self::Bokmal, Self::Nynorsk, Self::English];

    /// The BCP 47 tag, also the stored form.
    #[must_use]
    pub const fn tag(self) -> &'static str {
        match self {
            Self::Bokmal => "nb",
            Self::Nynorsk => "nn",
            Self::English => "en",
        }
    }

    /// What the language calls itself.
    #[must_use]
    pub const fn own_name(self) -> &'static str {
        match self {
            Self::Bokmal => "Bokmål",
            Self::Nynorsk => "Nynorsk",
            Self::English => "English",
        }
    }

    /// The language of a BCP 47 tag that we have; `no` is taken for bokmål.
    #[must_use]
    pub fn from_tag(tag: &str) -> Option<Self> {
        let primary = tag.trim().split('-').next()?;
        if primary.eq_ignore_ascii_case("no") {
            return Some(Self::Bokmal);
        }
        Self::ALL
            .into_iter()
            .find(|language| language.tag().eq_ignore_ascii_case(primary))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_language_is_known_by_its_tag() {
        for language in Language::ALL {
            assert_eq!(Language::from_tag(language.tag()), Some(language));
        }
        for (tag, language) in [
            ("nn-NO", Some(Language::Nynorsk)),
            (" NN ", Some(Language::Nynorsk)),
            ("no", Some(Language::Bokmal)),
            ("nob", None),
            ("", None),
        ] {
            assert_eq!(Language::from_tag(tag), language, "{tag}");
        }
    }
}
