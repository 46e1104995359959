//! Every text is used somewhere.

use std::{fs, path::Path};

/// Keys of texts that are put together, by what they begin with: days, months, parts of the day, and what stands in
/// the database: reasons, the kinds of letters that an igangsetter causes, and when each kind of letter goes out.
const BUILT: [&str; 7] = [
    "weekday-",
    "weekdays-",
    "month-",
    "band-",
    "unplaced-",
    "group-told-",
    "when-",
];

/// What is put behind the key of a heading.
const BEHIND: [&str; 2] = ["-text", "-why"];

#[test]
fn every_text_is_used() {
    let crates = Path::new(env!("CARGO_MANIFEST_DIR")).parent().unwrap();
    let mut sources = String::new();
    for folder in ["web/src", "web/templates", "letters/src", "texts/src"] {
        read(&crates.join(folder), &mut sources);
    }
    let stands = |key: &str| sources.contains(&format!("\"{key}\""));
    let is_used = |key: &str| {
        let heading = BEHIND.iter().find_map(|behind| key.strip_suffix(behind));
        stands(key) || heading.is_some_and(stands) || BUILT.iter().any(|built| key.starts_with(built))
    };
    let mut texts = String::new();
    read(&crates.join("texts/locales/nb"), &mut texts);
    let keys = texts
        .lines()
        .filter_map(|line| line.split_once(" ="))
        .map(|(key, _)| key);
    let keys = keys.filter(|key| key.starts_with(|c: char| c.is_ascii_alphabetic()));
    let unused: Vec<&str> = keys.filter(|key| !is_used(key)).collect();
    assert_eq!(unused, Vec::<&str>::new());
}

fn read(folder: &Path, into: &mut String) {
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            read(&path, into);
        } else if !path.to_string_lossy().contains("tests") && path.extension().is_some_and(|ending| ending != "snap") {
            into.push_str(&fs::read_to_string(&path).unwrap());
        }
    }
}
