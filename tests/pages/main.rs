//! What holds for every page: the service is walked over once in Chromium, and each test looks at what was found.
//!
//! Quick by default; `tests/pages/all` looks in every language, in both themes and at every width. `docs/pages.md`
//! tells what is checked and how.
#![expect(
    clippy::expect_used,
    clippy::panic,
    reason = "clippy takes only the test functions for tests, and not the functions beside them"
)]

mod roles;
mod score;
mod source;
mod walk;
mod weight;

use std::{fs, panic::catch_unwind, sync::LazyLock};

use stories::repository;

use crate::walk::Found;

/// The one walk.
static FOUND: LazyLock<Found> = LazyLock::new(walk::take);

/// What the page with the interest note may weigh, in bytes, and any other.
const NOTE: usize = 20_000;
const OTHER: usize = 30_000;

/// Routes where nothing is seen: they lead on, only act, or are files.
const UNSEEN: [&str; 7] = [
    "/n/{token}",
    "/set-up/{token}",
    "/my-note/meeting.ics",
    "/demo/play",
    "/demo/clock",
    // Letters, as they look by themselves.
    "/contact-point/letters/{letter}/{language}/look",
    "/demo/letters/{letter}/look",
];

#[track_caller]
fn assert_none(rule: &str, found: &[String]) {
    assert!(found.is_empty(), "{} {rule}:\n{}", found.len(), found.join("\n"));
}

/// What a check of the walk has found. A check that never ran is a fault of its own.
#[track_caller]
fn assert_nothing(check: &str, rule: &str) {
    let found = FOUND.findings.get(check);
    assert_none(rule, found.unwrap_or_else(|| panic!("{check} was not checked")));
}

#[test]
fn axe_finds_nothing() {
    assert_nothing("axe", "rules are broken");
}

#[test]
fn no_page_scrolls_sideways() {
    assert_nothing("sideways", "pages scroll sideways");
}

#[test]
fn nothing_is_cut_off_when_readers_want_more_space() {
    assert_nothing("clipped", "things are cut off (WCAG 1.4.12)");
}

#[test]
fn buttons_and_choices_are_as_large_as_a_thumb() {
    assert_nothing("targets", "targets are smaller than 44 px");
}

#[test]
fn the_tab_key_leads_as_one_reads_and_is_seen() {
    assert_nothing("tabs", "stops of the Tab key are wrong");
}

#[test]
fn the_html_is_without_faults() {
    assert_none("faults in the HTML", &source::faults(&FOUND.sources));
}

#[test]
fn pages_are_light() {
    let too_heavy = |(name, weight): &(&String, &usize)| {
        let most = match name.split('.').next() {
            Some(name) if name.starts_with("note") => NOTE,
            _ => OTHER,
        };
        **weight > most
    };
    let found = FOUND.weights.iter().filter(too_heavy);
    let found: Vec<String> = found.map(|(name, weight)| format!("{name}: {weight} bytes")).collect();
    assert_none("pages are too heavy", &found);
}

#[test]
fn assistive_technology_is_told_the_same_as_before() {
    // Each is looked at, also where one before it has changed.
    let changed = FOUND.roles.iter().filter(|(name, told)| {
        let same = catch_unwind(|| insta::assert_snapshot!(format!("roles-{name}"), told.as_str()));
        same.is_err()
    });
    let changed: Vec<String> = changed.map(|(name, _)| name.clone()).collect();
    assert_none("pages have other names or roles than before", &changed);
}

#[test]
fn the_note_reads_as_sense() {
    let source = FOUND.sources.get("note.nb").expect("the note");
    insta::assert_snapshot!("transcript-note", source::transcript(source));
}

#[test]
#[ignore = "it takes minutes: tests/pages/lighthouse/run"]
fn lighthouse_gives_participants_pages_a_hundred() {
    assert_none("scores are below 100", &score::below_100());
}

#[test]
fn every_route_was_visited() {
    let file = repository().join("crates/model/src/link.rs");
    let links = fs::read_to_string(file).expect("the addresses");
    let (_, routes) = links.split_once("pub const fn route").expect("the routes");
    let routes: Vec<&str> = routes
        .split('"')
        .skip(1)
        .step_by(2)
        .filter(|text| text.starts_with('/'))
        .collect();
    assert!(routes.len() > 30, "{routes:?}");
    let visited = |route: &str| FOUND.paths.iter().any(|path| is_at(route, path));
    let missing: Vec<String> = routes
        .iter()
        .filter(|route| !UNSEEN.contains(route) && !visited(route))
        .map(ToString::to_string)
        .collect();
    assert_none("routes without a stop on the tour", &missing);
}

/// Whether a path belongs to a route.
fn is_at(route: &str, path: &str) -> bool {
    let path = path.split('?').next().unwrap_or_default();
    let (of_route, of_path): (Vec<_>, Vec<_>) = (route.split('/').collect(), path.split('/').collect());
    of_route.len() == of_path.len()
        && of_route
            .iter()
            .zip(of_path)
            .all(|(pattern, part)| pattern.starts_with('{') || *pattern == part)
}
