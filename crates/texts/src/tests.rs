//! What holds for every language.

mod nynorsk;

use std::collections::{BTreeMap, BTreeSet};

use chrono::{NaiveDate, NaiveTime, Weekday};
use fluent_bundle::FluentArgs;
use model::{COLOURS, Language, RecognitionWords, THINGS, WEEKDAYS, WeeklyTime, is_neutral};

use super::*;
use crate::bundles::{LOCALES, parse};

const NB: Texts = Texts::of(Language::Bokmal);
const NN: Texts = Texts::of(Language::Nynorsk);
const EN: Texts = Texts::of(Language::English);

fn tuesday() -> NaiveDate {
    NaiveDate::from_ymd_opt(2027, 1, 12).unwrap()
}

fn at(hour: u32, minute: u32) -> NaiveTime {
    NaiveTime::from_hms_opt(hour, minute, 0).unwrap()
}

/// Every key of a file with the variables in its text.
fn keys_of(file: &str) -> Vec<(String, BTreeSet<String>)> {
    let mut keys = Vec::<(String, BTreeSet<String>)>::new();
    for line in file.lines().filter(|line| !line.starts_with('#')) {
        if line.starts_with(|c: char| c.is_ascii_alphabetic()) {
            let (key, _) = line.split_once('=').expect(line);
            keys.push((key.trim().to_owned(), BTreeSet::new()));
        }
        for after in line.split('$').skip(1) {
            let end = after
                .find(|c: char| !(c.is_ascii_alphanumeric() || c == '-' || c == '_'))
                .unwrap();
            keys.last_mut().expect(line).1.insert(after[..end].to_owned());
        }
    }
    keys
}

#[test]
fn every_language_has_a_folder_and_every_folder_a_language() {
    let tags: BTreeSet<_> = Language::ALL.iter().map(|language| language.tag()).collect();
    let folders: BTreeSet<_> = LOCALES.iter().map(|(tag, _)| *tag).collect();
    assert_eq!(tags, folders);
}

#[test]
fn every_file_parses_and_no_key_comes_twice() {
    for (tag, files) in LOCALES {
        assert_eq!(parse(tag, files).1, Vec::<String>::new());
        let mut seen = BTreeMap::new();
        for (name, text) in *files {
            for (key, _) in keys_of(text) {
                assert_eq!(seen.insert(key.clone(), name), None, "{key} comes twice in {tag}");
            }
        }
    }
}

#[test]
fn all_languages_have_the_same_files_keys_and_variables() {
    let of = |files: &[(&str, &str)]| -> BTreeMap<String, _> {
        let entry = |(name, text): &(&str, &str)| {
            (
                (*name).to_owned(),
                keys_of(text).into_iter().collect::<BTreeMap<_, _>>(),
            )
        };
        files.iter().map(entry).collect()
    };
    let (first, others) = LOCALES.split_first().unwrap();
    for other in others {
        assert_eq!(of(first.1), of(other.1), "{} and {} differ", first.0, other.0);
    }
}

#[test]
fn every_text_comes_out_whole_and_without_invisible_marks() {
    for (tag, files) in LOCALES {
        let (bundle, _) = parse(tag, files);
        for (key, variables) in files.iter().flat_map(|(_, text)| keys_of(text)) {
            for number in [1, 7] {
                let args: FluentArgs<'_> = variables.iter().map(|name| (name.clone(), number)).collect();
                let text = bundles::format(&bundle, &key, &args).expect(&key);
                assert!(!text.trim().is_empty(), "{tag}: {key} is empty");
                assert!(!text.contains(['\u{2068}', '\u{2069}', '{', '}']), "{tag}: {text}");
            }
        }
    }
}

#[test]
fn no_line_ends_within_a_telephone_number() {
    for (tag, files) in LOCALES {
        for line in files.iter().flat_map(|(_, text)| text.lines()) {
            let breaks = line.as_bytes().windows(3).any(|three| match three {
                [before, b' ', after] => before.is_ascii_digit() && after.is_ascii_digit(),
                _ => false,
            });
            assert!(!breaks, "{tag}: {line}");
        }
    }
}

#[test]
fn norwegian_dates_have_a_point_after_the_day() {
    assert_eq!(NB.date(tuesday()), "tirsdag 12. januar 2027");
    assert_eq!(NB.short_date(tuesday()), "tirsdag 12. januar");
    assert_eq!(NB.time(at(9, 5)), "09.05");
    assert_eq!(NB.date_time(tuesday(), at(18, 0)), "tirsdag 12. januar 2027 kl. 18.00");
    assert_eq!(NN.date_time(tuesday(), at(18, 0)), "tysdag 12. januar 2027 kl. 18.00");
}

#[test]
fn english_dates_have_none() {
    assert_eq!(EN.date(tuesday()), "Tuesday 12 January 2027");
    assert_eq!(EN.short_date(tuesday()), "Tuesday 12 January");
    assert_eq!(EN.time(at(9, 5)), "09:05");
    assert_eq!(EN.date_time(tuesday(), at(18, 0)), "Tuesday 12 January 2027 at 18:00");
}

#[test]
fn weekly_times_and_bands_have_names() {
    let weekly = WeeklyTime::new(Weekday::Tue, at(18, 0)).unwrap();
    assert_eq!(NB.weekly_time(weekly), "tirsdager kl. 18.00");
    assert_eq!(EN.weekly_time(weekly), "Tuesdays at 18:00");
    for texts in Language::ALL.map(Texts::of) {
        let days: BTreeSet<_> = WEEKDAYS.iter().map(|day| texts.weekday(*day)).collect();
        let bands: BTreeSet<_> = Band::ALL.iter().map(|band| texts.band(*band)).collect();
        let months: BTreeSet<_> = (1..=12).map(|month| texts.get(&format!("month-{month}"))).collect();
        assert_eq!((days.len(), bands.len(), months.len()), (7, 3, 12));
    }
}

#[test]
fn numbers_select_plural_forms() {
    let most = |texts: Texts, max: Value<'_>| texts.with("fault-too-long", &[("max", max)]);
    assert_eq!(most(NB, 1_usize.into()), "Skriv bare ett tegn");
    assert_eq!(most(NB, 30_u16.into()), "Skriv høyst 30 tegn");
    assert_eq!(most(NN, 1_u8.into()), "Skriv berre eitt teikn");
    assert_eq!(most(NN, 30_u16.into()), "Skriv høgst 30 teikn");
    assert_eq!(most(EN, 1_i64.into()), "Write only one character");
    assert_eq!(most(EN, 0_u64.into()), "Write at most 0 characters");
    assert_eq!(most(EN, "1".into()), "Write at most 1 characters");
}

#[test]
fn texts_are_filled_in_as_they_are() {
    let title = String::from("<b> & \u{e5}");
    assert_eq!(NB.with("fault-title", &[("title", (&title).into())]), "Feil: <b> & å");
    assert_eq!(EN.with("fault-title", &[("title", title.into())]), "Error: <b> & å");
}

#[test]
#[cfg(debug_assertions)]
#[should_panic(expected = "no text of no-such-key in nb")]
fn an_unknown_key_stops_a_debug_build() {
    let _ = NB.get("no-such-key");
}

#[test]
#[cfg(not(debug_assertions))]
fn an_unknown_key_shows_in_a_release_build() {
    assert_eq!(NB.get("no-such-key"), "⟦no-such-key⟧");
}

#[test]
fn recognition_words_are_two_words_in_capitals() {
    let first = RecognitionWords::at(0, 0).unwrap();
    assert_eq!(NB.recognition(first), "BLÅ LYKT");
    assert_eq!(NN.recognition(RecognitionWords::at(3, 13).unwrap()), "RAUD KORG");
    assert_eq!(EN.recognition(first), "BLUE LANTERN");
    let last = RecognitionWords::at(COLOURS - 1, THINGS - 1).unwrap();
    assert_eq!(NB.recognition(last), "ORANSJE TRAKTOR");
    assert_eq!(EN.recognition(last), "ORANGE TRACTOR");
}

#[test]
fn recognition_lists_are_complete_different_and_neutral() {
    for texts in Language::ALL.map(Texts::of) {
        for (key, count) in [("recognition-colours", COLOURS), ("recognition-things", THINGS)] {
            let words = texts.list(key);
            assert_eq!(words.len(), usize::from(count), "{key}");
            assert_eq!(words.iter().collect::<BTreeSet<_>>().len(), words.len(), "{key}");
            for word in words {
                assert!(word.chars().all(char::is_lowercase) && is_neutral(&word), "{word:?}");
            }
        }
    }
}
