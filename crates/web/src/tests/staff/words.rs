//! The texts for staff are easy to read.

const LOCALES: [(&str, &str); 12] = [
    ("nb", include_str!("../../../../texts/locales/nb/staff.ftl")),
    ("nb", include_str!("../../../../texts/locales/nb/groups.ftl")),
    ("nb", include_str!("../../../../texts/locales/nb/import.ftl")),
    ("nn", include_str!("../../../../texts/locales/nn/staff.ftl")),
    ("nn", include_str!("../../../../texts/locales/nn/groups.ftl")),
    ("nn", include_str!("../../../../texts/locales/nn/import.ftl")),
    ("en", include_str!("../../../../texts/locales/en/staff.ftl")),
    ("en", include_str!("../../../../texts/locales/en/groups.ftl")),
    ("nb", include_str!("../../../../texts/locales/nb/previews.ftl")),
    ("nn", include_str!("../../../../texts/locales/nn/previews.ftl")),
    ("en", include_str!("../../../../texts/locales/en/previews.ftl")),
    ("en", include_str!("../../../../texts/locales/en/import.ftl")),
];

/// A readability index of at most this (C.-H. Björnsson, *Läsbarhet*, 1968).
const MOST: usize = 40;

fn messages(file: &str) -> Vec<(String, String)> {
    let mut messages = Vec::<(String, String)>::new();
    for line in file
        .lines()
        .filter(|line| !line.starts_with('#') && !line.trim().is_empty())
    {
        match line.split_once(" =") {
            Some((key, text)) if !line.starts_with(' ') => messages.push((key.to_owned(), text.trim().to_owned())),
            _ => {
                let (_, text) = messages.last_mut().unwrap();
                text.push('\n');
                text.push_str(line.trim());
            }
        }
    }
    messages
}

/// The sentences of a text, without what Fluent adds.
fn prose(text: &str) -> String {
    let lines = text
        .lines()
        .map(|line| line.split_once(']').map_or(line, |(_, rest)| rest));
    let lines = lines.filter(|line| !line.contains("->") && line.trim() != "}");
    lines.collect::<Vec<_>>().join(". ").replace(['{', '}', '$', '*'], "")
}

fn lix(text: &str) -> usize {
    let words: Vec<&str> = text.split_whitespace().collect();
    let long = words
        .iter()
        .filter(|word| word.chars().filter(|c| c.is_alphabetic()).count() > 6);
    let ends = words.iter().filter(|word| word.ends_with(['.', '?', '!', ':'])).count();
    words.len() / ends.max(1) + 100 * long.count() / words.len().max(1)
}

#[test]
fn the_texts_for_staff_are_easy_to_read() {
    for (language, file) in LOCALES {
        // Labels and variants of a number are too short to measure one by one.
        for (key, text) in messages(file).iter().filter(|(_, text)| !text.contains("->")) {
            let text = prose(text);
            let is_long = text.split_whitespace().count() >= 12;
            assert!(
                !is_long || lix(&text) <= MOST,
                "{language} {key} has a LIX of {}",
                lix(&text)
            );
        }
        let all: Vec<String> = messages(file).iter().map(|(_, text)| prose(text) + ".").collect();
        assert!(lix(&all.join(" ")) <= MOST, "{language}");
    }
}
