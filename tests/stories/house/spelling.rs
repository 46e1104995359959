//! Every text of the product, and the guides, are spelled as Debian's dictionaries have it, or as our own lists do.

use std::{
    collections::BTreeSet,
    fs,
    io::Write as _,
    path::PathBuf,
    process::{Command, Stdio},
};

use stories::repository;

use super::{entries, read};

/// Languages and their dictionaries.
const DICTIONARIES: [(&str, &str); 3] = [("nb", "nb_NO"), ("nn", "nn_NO"), ("en", "en_GB")];

/// What a file of texts says, without names of texts, comments and what is filled in.
fn said(file: &str) -> String {
    let lines = file.lines().filter(|line| !line.starts_with('#'));
    let text = |line: &str| {
        let is_named = line.starts_with(|c: char| c.is_ascii_alphabetic());
        let text = if is_named {
            line.split_once('=').map_or("", |(_, text)| text)
        } else {
            line
        };
        let text = text.trim_start();
        let is_variant = text.starts_with('[') || text.starts_with("*[");
        let text = if is_variant {
            text.split_once(']').map_or("", |(_, text)| text)
        } else {
            text
        };
        without_filled_in(text)
    };
    lines.map(text).collect::<Vec<_>>().join("\n")
}

/// A text without what stands in braces; one that is not closed goes on to the end.
fn without_filled_in(text: &str) -> String {
    let mut parts = text.split('{');
    let first = parts.next().unwrap_or_default().to_owned();
    parts.fold(first, |said, part| {
        said + part.split_once('}').map_or("", |(_, after)| after)
    })
}

/// What a guide says, without addresses and names of files.
fn guide(text: &str) -> String {
    let parts = text.split("](").enumerate();
    let words = parts.map(|(nth, part)| {
        if nth == 0 {
            part
        } else {
            part.split_once(')').map_or("", |(_, after)| after)
        }
    });
    words.collect::<Vec<_>>().join(" ")
}

fn files(folder: &str, ending: &str) -> Vec<PathBuf> {
    let mut files = entries(&repository().join(folder));
    files.retain(|path| path.extension().is_some_and(|found| found == ending));
    files
}

/// The words that a dictionary doesn't have.
fn unknown(dictionary: &str, text: &str) -> BTreeSet<String> {
    let mut child = Command::new("hunspell")
        .args(["-i", "utf-8", "-l", "-d", dictionary])
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .expect("hunspell, from Debian's packages hunspell, hunspell-no and hunspell-en-gb");
    let mut input = child.stdin.take().expect("a pipe");
    let text = text.to_owned();
    let writer = std::thread::spawn(move || input.write_all(text.as_bytes()));
    let output = child.wait_with_output().expect("hunspell ends");
    writer.join().expect("a writer").expect("hunspell reads");
    assert!(output.status.success(), "hunspell has no dictionary {dictionary}");
    let words = String::from_utf8(output.stdout).expect("words in UTF-8");
    words.lines().map(str::to_owned).collect()
}

#[test]
fn every_word_is_in_the_dictionary_or_in_our_list() {
    for (tag, dictionary) in DICTIONARIES {
        let mut texts: Vec<String> = files(&format!("crates/texts/locales/{tag}"), "ftl")
            .iter()
            .map(|path| said(&read(path)))
            .collect();
        if tag == "nb" {
            let guides = files("docs/guides", "md").into_iter();
            let guides = guides.filter(|path| !path.ends_with("README.md"));
            texts.extend(guides.map(|path| guide(&read(&path))));
        }
        assert!(!texts.is_empty(), "no texts in {tag}");
        let list = repository().join(format!("tests/stories/house/words/{tag}.txt"));
        let known = fs::read_to_string(list).expect("a list of words");
        let known: BTreeSet<String> = known.lines().map(str::to_owned).collect();
        let unknown = unknown(dictionary, &texts.join("\n"));
        let wrong: Vec<&String> = unknown.difference(&known).collect();
        assert!(wrong.is_empty(), "misspelled in {tag}, or to be listed: {wrong:?}");
        let unused: Vec<&String> = known.difference(&unknown).collect();
        assert!(unused.is_empty(), "listed for {tag}, but not needed: {unused:?}");
    }
}

#[test]
fn what_is_misspelled_is_found() {
    for (tag, dictionary) in DICTIONARIES {
        assert!(unknown(dictionary, "mmøtte").contains("mmøtte"), "{tag}");
    }
}
