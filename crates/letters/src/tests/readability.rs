//! Sentences are short: a readability index (LIX) of at most 30 in every letter.
//!
//! LIX is the words per sentence, plus the share of words with more than six letters in per cent
//! (C.-H. Björnsson, *Läsbarhet*, 1968).

use super::every_letter;

const MOST: usize = 30;

fn lix(text: &str) -> usize {
    let prose = text.lines().filter(|line| !line.starts_with("http"));
    let words: Vec<&str> = prose.flat_map(str::split_whitespace).collect();
    let long = words.iter().filter(|word| letters(word) > 6).count();
    let after = words.iter().skip(1).copied().chain(["End"]);
    let sentences = words.iter().zip(after).filter(|(word, next)| ends(word, next)).count();
    words.len() / sentences + 100 * long / words.len()
}

fn letters(word: &str) -> usize {
    word.chars().filter(|c| c.is_alphabetic()).count()
}

/// A point ends a sentence, unless it follows a day or stands in "kl.".
fn ends(word: &str, next: &str) -> bool {
    word.ends_with(['.', '?', '!', ':']) && !next.starts_with(|c: char| c.is_lowercase() || c.is_ascii_digit())
}

#[test]
fn every_letter_is_easy_to_read() {
    for (name, _, letter) in every_letter() {
        let index = lix(&letter.text);
        assert!(index <= MOST, "{name} has a LIX of {index}:\n{}", letter.text);
    }
}

#[test]
fn days_and_hours_end_no_sentence() {
    assert_eq!(lix("tirsdag 26. januar kl. 18.00."), 5 + 20);
    assert_eq!(lix("Hei. Det er her."), 2);
}
