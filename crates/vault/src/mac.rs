//! Message authentication: HMAC-SHA-256 (RFC 2104) over a label and parts, each with its length before it.
//!
//! The lengths keep "ab", "c" apart from "a", "bc"; the labels keep uses apart even under one key.

use hmac::{Hmac, KeyInit as _, Mac as _, digest::Key};
use sha2::Sha256;
use subtle::ConstantTimeEq as _;
use zeroize::Zeroizing;

use crate::key::Secret;

/// 128 bits, as promise S1 asks at least: long enough that nobody guesses one, short enough for a link.
pub(crate) type ShortTag = [u8; 16];

/// The first `N` bytes of the HMAC; all of it has 32.
pub(crate) fn tag<const N: usize>(key: &Secret, label: &str, parts: &[&[u8]]) -> [u8; N] {
    const { assert!(N <= 32, "HMAC-SHA-256 has 32 bytes") };
    // HMAC fills a key up to the hash's block with zeros; done here, no length is left that could be wrong.
    let block = Zeroizing::new(first::<64>(key.bytes()));
    let block: &Key<Hmac<Sha256>> = (&*block).into();
    let mut mac = Hmac::<Sha256>::new(block);
    for part in std::iter::once(&label.as_bytes()).chain(parts) {
        mac.update(&length(part));
        mac.update(part);
    }
    first(&mac.finalize().into_bytes())
}

/// The first `N` bytes, with zeros after them if there are fewer.
fn first<const N: usize>(bytes: &[u8]) -> [u8; N] {
    let mut first = [0; N];
    for (to, from) in first.iter_mut().zip(bytes) {
        *to = *from;
    }
    first
}

/// Whether two tags are the same, in a time that does not depend on where they differ.
pub(crate) fn same(a: &[u8], b: &[u8]) -> bool {
    a.ct_eq(b).into()
}

/// The parts with their lengths, as one row of bytes.
pub(crate) fn framed(parts: &[&[u8]]) -> Vec<u8> {
    parts
        .iter()
        .flat_map(|part| length(part).into_iter().chain(part.iter().copied()))
        .collect()
}

fn length(part: &[u8]) -> [u8; 8] {
    u64::try_from(part.len()).unwrap_or(u64::MAX).to_be_bytes()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_tag_is_the_hmac_of_the_framed_label_and_parts() {
        let mut expected = Hmac::<Sha256>::new_from_slice(&[9; 32]).unwrap();
        expected.update(&framed(&[b"label", b"part", b""]));
        let made: [u8; 32] = tag(&Secret::new([9; 32]), "label", &[b"part", b""]);
        assert_eq!(made.as_slice(), expected.finalize().into_bytes().as_slice());
    }

    #[test]
    fn bytes_that_move_from_one_part_to_the_next_change_the_tag() {
        let key = Secret::new([9; 32]);
        let tag = |label, parts: &[&[u8]]| tag::<32>(&key, label, parts);
        assert_ne!(tag("x", &[b"ab", b"c"]), tag("x", &[b"a", b"bc"]));
        assert_ne!(tag("xa", &[b"b"]), tag("x", &[b"ab"]));
        assert_ne!(tag("x", &[b"a"]), tag("x", &[b"a", b""]));
    }
}
