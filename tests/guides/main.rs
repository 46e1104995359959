//! The user guides speak of what the product shows: their pictures are there, their words are on its pages, and they
//! are as easy to read as those.
#![expect(
    clippy::unwrap_used,
    reason = "clippy takes only the test functions for tests, and not the functions beside them"
)]

use std::{fs, path::PathBuf};

use stories::repository;

/// The guides, and how hard each may be to read: a LIX of 30 for participants and of 40 for staff.
const GUIDES: [(&str, f64); 4] = [
    ("deltaker", 30.0),
    ("kursleder", 40.0),
    ("igangsetter", 40.0),
    ("koordinator", 40.0),
];

/// The largest picture: a page with five of them opens at once on a slow line.
const LARGEST: u64 = 64 * 1024;

#[test]
fn every_picture_of_a_guide_is_there_and_small() {
    for (guide, _) in GUIDES {
        let text = read(guide);
        let pictures: Vec<&str> = text
            .split("](")
            .skip(1)
            .filter_map(|rest| rest.split(')').next())
            .collect();
        assert!((3..=6).contains(&pictures.len()), "{guide}: {pictures:?}");
        for picture in pictures {
            let found = fs::metadata(folder().join(picture));
            let size = found
                .unwrap_or_else(|fault| panic!("{guide}: {picture}: {fault}"))
                .len();
            assert!(size <= LARGEST, "{picture} has {size} bytes");
        }
    }
}

#[test]
fn no_picture_is_left_over() {
    let guides: String = GUIDES.iter().map(|(guide, _)| read(guide)).collect();
    for entry in fs::read_dir(folder().join("pictures")).unwrap() {
        let name = entry.unwrap().file_name().into_string().unwrap();
        assert!(guides.contains(&format!("(pictures/{name})")), "no guide shows {name}");
    }
}

#[test]
fn what_a_guide_quotes_stands_on_a_page() {
    let texts = texts();
    for (guide, _) in GUIDES {
        let text = read(guide);
        let flat = text.split_whitespace().collect::<Vec<_>>().join(" ");
        let quoted: Vec<&str> = flat
            .split('«')
            .skip(1)
            .filter_map(|rest| rest.split('»').next())
            .collect();
        assert!(quoted.len() >= 5, "{guide} quotes {quoted:?}");
        for words in quoted {
            assert!(
                texts.iter().any(|text| text == words),
                "{guide}: no page says «{words}»"
            );
        }
    }
}

#[test]
fn the_guides_are_easy_to_read() {
    for (guide, most) in GUIDES {
        let lix = lix(&read(guide));
        assert!(lix <= most, "{guide}: LIX {lix:.1}");
    }
}

/// Words for each sentence, and the share of words with more than six letters (Björnsson 1968). A line that is no
/// sentence, such as a heading, counts as one; addresses of pictures don't count.
fn lix(text: &str) -> f64 {
    let shown: Vec<&str> = text.lines().filter(|line| !line.starts_with("![")).collect();
    let paragraphs = shown.join("\n").replace("\n- ", "\n\n").replace("\n\n", ".\n");
    let sentences = paragraphs.split(['.', '?', '!', ':']);
    let sentences = sentences.filter(|part| part.chars().any(char::is_alphabetic)).count();
    let words: Vec<usize> = paragraphs
        .split(|c: char| !c.is_alphanumeric() && c != '-')
        .map(|word| word.chars().count())
        .filter(|length| *length > 0)
        .collect();
    let long = words.iter().filter(|length| **length > 6).count();
    let [words, sentences, long] = [words.len(), sentences, long].map(|count| f64::from(u32::try_from(count).unwrap()));
    words / sentences + 100.0 * long / words
}

/// All single lines among the texts in bokmål.
fn texts() -> Vec<String> {
    let files = fs::read_dir(repository().join("crates/texts/locales/nb")).unwrap();
    let files = files.map(|file| fs::read_to_string(file.unwrap().path()).unwrap());
    files
        .flat_map(|file| file.lines().map(str::to_owned).collect::<Vec<_>>())
        .filter_map(|line| line.split_once(" = ").map(|(_, text)| text.to_owned()))
        .collect()
}

fn read(guide: &str) -> String {
    fs::read_to_string(folder().join(format!("{guide}.md"))).unwrap()
}

fn folder() -> PathBuf {
    repository().join("docs/guides")
}
