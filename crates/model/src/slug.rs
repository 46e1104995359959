//! The name under which a contact point's permanent sign-up page stands, such as `storvik`.

use std::{fmt, str::FromStr};

const MAX_LEN: usize = 40;

/// Small letters, digits and hyphens, as an address and a poster show them.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Slug(String);

/// The text is no such name.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("a name in an address has 2 to 40 small letters a–z, digits and hyphens")]
pub struct SlugFault;

impl Slug {
    /// The name that suggests itself for an organisation: «Åsen frivilligsentral» becomes `asen-frivilligsentral`.
    /// Two organisations may be given the same.
    #[must_use]
    pub fn suggested(organisation: &str) -> Option<Self> {
        let folded = organisation
            .to_lowercase()
            .chars()
            .fold(String::new(), |mut text, letter| {
                match letter {
                    'å' | 'á' | 'à' => text.push('a'),
                    'ø' | 'ö' => text.push('o'),
                    'æ' | 'ä' => text.push_str("ae"),
                    'a'..='z' | '0'..='9' => text.push(letter),
                    _ if text.ends_with('-') || text.is_empty() => {}
                    _ => text.push('-'),
                }
                text
            });
        let short: String = folded.chars().take(MAX_LEN).collect();
        short.trim_matches('-').parse().ok()
    }

    /// The name as stored and as part of an address.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl FromStr for Slug {
    type Err = SlugFault;

    /// Reads a name as a person types it: any case, surrounding spaces ignored.
    fn from_str(raw: &str) -> Result<Self, SlugFault> {
        let name = raw.trim().to_ascii_lowercase();
        let known = |b: u8| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-';
        if (2..=MAX_LEN).contains(&name.len()) && name.bytes().all(known) {
            Ok(Self(name))
        } else {
            Err(SlugFault)
        }
    }
}

impl fmt::Display for Slug {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_is_suggested_without_norwegian_letters() {
        let suggested = |name| Slug::suggested(name).map(|slug| slug.to_string());
        assert_eq!(
            suggested("Åsen og Bø frivilligsentral!").as_deref(),
            Some("asen-og-bo-frivilligsentral")
        );
        assert_eq!(
            suggested("Læringssenteret, Sør").as_deref(),
            Some("laeringssenteret-sor")
        );
        assert_eq!(suggested("–"), None);
    }

    #[test]
    fn a_name_is_read_as_typed_and_refused_with_anything_that_an_address_can_not_show() {
        assert_eq!(" Storvik-2 ".parse::<Slug>().unwrap().as_str(), "storvik-2");
        for wrong in ["", "a", "å1", "to ord", "a/b", &"a".repeat(41)] {
            assert!(wrong.parse::<Slug>().is_err(), "{wrong}");
        }
    }
}
