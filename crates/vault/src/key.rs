//! One key: its use, its number, its bytes, and its text in a file.

use std::fmt;

use data_encoding::BASE64URL_NOPAD;
use sha2::{Digest as _, Sha256};
use zeroize::Zeroizing;

/// The number of a key among those of its use. The highest is the newest; numbers are never used again.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct KeyId(u32);

impl KeyId {
    pub(crate) const FIRST: Self = Self(1);

    pub(crate) const fn to_bytes(self) -> [u8; 4] {
        self.0.to_be_bytes()
    }

    pub(crate) const fn from_bytes(bytes: [u8; 4]) -> Self {
        Self(u32::from_be_bytes(bytes))
    }
}

impl fmt::Display for KeyId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

/// What a key is for. A key of one use is never accepted for another.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum KeyUse {
    SealPublic,
    SealPrivate,
    Index,
    Code,
    Link,
    SetUp,
    SignIn,
    Form,
    Cookie,
}

impl KeyUse {
    /// Those that are 32 random bytes, shared by all processes.
    pub(crate) const SHARED: [Self; 7] = [
        Self::Index,
        Self::Code,
        Self::Link,
        Self::SetUp,
        Self::SignIn,
        Self::Form,
        Self::Cookie,
    ];

    pub(crate) fn file_name(self, id: KeyId) -> String {
        let (stem, ending) = self.name_parts();
        format!("{stem}-{id}.{ending}")
    }

    /// The number in a file's name, if the file is a key of this use.
    pub(crate) fn id_in(self, file_name: &str) -> Option<KeyId> {
        let (stem, ending) = self.name_parts();
        let number = file_name
            .strip_prefix(stem)?
            .strip_prefix('-')?
            .strip_suffix(ending)?
            .strip_suffix('.')?;
        let id = KeyId(number.parse().ok()?);
        // `link-01.key` beside `link-1.key` would be two keys of one number.
        (self.file_name(id) == file_name).then_some(id)
    }

    /// The first line of the key's file.
    pub(crate) fn header(self, id: KeyId) -> String {
        let (stem, ending) = self.name_parts();
        format!("Oppstart {ending} {stem} {id}")
    }

    const fn name_parts(self) -> (&'static str, &'static str) {
        match self {
            Self::SealPublic => ("seal", "public"),
            Self::SealPrivate => ("seal", "private"),
            Self::Index => ("index", "key"),
            Self::Code => ("code", "key"),
            Self::Link => ("link", "key"),
            Self::SetUp => ("set-up", "key"),
            Self::SignIn => ("sign-in", "key"),
            Self::Form => ("form", "key"),
            Self::Cookie => ("cookie", "key"),
        }
    }
}

/// The 32 bytes of a key. They are overwritten when dropped.
pub(crate) struct Secret(Zeroizing<[u8; 32]>);

/// Why a text is not the key that it should be.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum TextFault {
    Header,
    Body,
}

impl Secret {
    pub(crate) fn new(bytes: [u8; 32]) -> Self {
        Self(Zeroizing::new(bytes))
    }

    pub(crate) fn bytes(&self) -> &[u8; 32] {
        &self.0
    }

    /// The key as its file holds it: the header, then the bytes with a check sum, in base64url.
    ///
    /// The sum is for accidents: one wrong letter in a public key would seal addresses that nobody can open.
    pub(crate) fn to_text(&self, key_use: KeyUse, id: KeyId) -> Zeroizing<String> {
        let header = key_use.header(id);
        let mut body = Zeroizing::new(self.0.to_vec());
        body.extend_from_slice(&self.check_sum(&header));
        Zeroizing::new(format!(
            "{header}\n{}\n",
            *Zeroizing::new(BASE64URL_NOPAD.encode(&body))
        ))
    }

    pub(crate) fn from_text(text: &str, key_use: KeyUse, id: KeyId) -> Result<Self, TextFault> {
        let header = key_use.header(id);
        let mut lines = text.lines();
        if lines.next().is_none_or(|line| line.trim_end() != header) {
            return Err(TextFault::Header);
        }
        let body = lines.next().unwrap_or_default().trim_end();
        let bytes = Zeroizing::new(BASE64URL_NOPAD.decode(body.as_bytes()).map_err(|_| TextFault::Body)?);
        let (key, sum) = bytes.split_first_chunk::<32>().ok_or(TextFault::Body)?;
        let secret = Self::new(*key);
        if sum == secret.check_sum(&header) {
            Ok(secret)
        } else {
            Err(TextFault::Body)
        }
    }

    fn check_sum(&self, header: &str) -> [u8; 4] {
        let digest: [u8; 32] = Sha256::new()
            .chain_update(header)
            .chain_update(*self.0)
            .finalize()
            .into();
        let [a, b, c, d, ..] = digest;
        [a, b, c, d]
    }
}

impl fmt::Debug for Secret {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Secret(…)")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_key_file_is_found_by_its_name_alone() {
        let id = |name| KeyUse::Link.id_in(name);
        assert_eq!(id("link-1.key"), Some(KeyId(1)));
        assert_eq!(id("link-20.key"), Some(KeyId(20)));
        for other in [
            "link-01.key",
            "link-.key",
            "link-1.key~",
            "link-+1.key",
            "index-1.key",
            "link-1.public",
            "link",
        ] {
            assert_eq!(id(other), None, "{other}");
        }
    }

    #[test]
    fn a_key_reads_back_from_its_text_under_its_own_use_and_number_only() {
        let text = Secret::new([7; 32]).to_text(KeyUse::Link, KeyId(2));
        let read = |key_use, id| Secret::from_text(&text, key_use, KeyId(id)).map(|key| *key.bytes());
        assert_eq!(read(KeyUse::Link, 2), Ok([7; 32]));
        assert_eq!(read(KeyUse::Link, 3), Err(TextFault::Header));
        assert_eq!(read(KeyUse::Form, 2), Err(TextFault::Header));
    }

    #[test]
    fn one_wrong_letter_in_a_key_is_noticed() {
        let text = Secret::new([7; 32]).to_text(KeyUse::SealPublic, KeyId::FIRST);
        let start = text.find('\n').unwrap() + 1;
        for at in start..text.len() - 1 {
            let mut altered = text.to_string();
            let other = if altered.get(at..=at) == Some("A") { "B" } else { "A" };
            altered.replace_range(at..=at, other);
            assert_eq!(
                Secret::from_text(&altered, KeyUse::SealPublic, KeyId::FIRST).err(),
                Some(TextFault::Body),
                "letter {at}"
            );
        }
    }

    #[test]
    fn a_key_file_that_ends_early_is_noticed() {
        let text = Secret::new([7; 32]).to_text(KeyUse::Index, KeyId::FIRST);
        for end in 0..text.trim_end().len() {
            let cut = text.get(..end).unwrap();
            assert!(Secret::from_text(cut, KeyUse::Index, KeyId::FIRST).is_err(), "{end}");
        }
    }
}
