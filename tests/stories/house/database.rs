//! The two databases have the same history, and no query looks over the fence.

use std::path::Path;

use stories::repository;

use super::{assert_none, entries, name, rust_sources};

/// Lists that are nobody's in particular, each with its reason.
const OPEN_LISTS: [(&str, &str); 5] = [
    (
        "outbox::claim",
        "letters are sent in the order they are owed, with kind and reference only",
    ),
    (
        "restored::list_owed",
        "after a restore, letters of all regions may have been sent; with kind and reference only",
    ),
    ("key_version::list", "keys are nobody's"),
    ("address::list_notes", "all addresses get new keys; they are sealed"),
    ("address::list_staff", "all addresses get new keys; they are sealed"),
];

#[test]
fn both_databases_have_the_same_migrations() {
    let migrations = |kind: &str| entries(&repository().join("migrations").join(kind));
    let names = |kind: &str| migrations(kind).iter().map(|path| name(path)).collect::<Vec<_>>();
    assert_eq!(names("sqlite"), names("postgres"));
    assert!(!names("sqlite").is_empty(), "there are no migrations");

    for folder in migrations("sqlite").into_iter().chain(migrations("postgres")) {
        let files: Vec<String> = entries(&folder).iter().map(|path| name(path)).collect();
        assert_eq!(files, ["down.sql", "up.sql"], "{}", folder.display());
    }
    let kinds: Vec<String> = entries(&repository().join("migrations"))
        .iter()
        .map(|path| name(path))
        .collect();
    assert_eq!(kinds, ["postgres", "sqlite"]);
}

/// A query that gives several rows is told whose: it takes the id of a region,
/// or of something in one. What the schedule asks over all regions gives bare
/// ids, which tell nothing about anybody.
#[test]
fn every_list_belongs_to_somebody() {
    let mut found = Vec::new();
    for source in rust_sources()
        .iter()
        .filter(|source| source.owner() == "store" && !source.is_test())
    {
        let module = Path::new(&source.path).with_extension("");
        for function in public_functions(&source.text) {
            let called = format!("{}::{}", name(&module), function.name);
            let excepted = OPEN_LISTS.iter().any(|(open, _)| *open == called);
            if function.gives_rows() && !function.is_told_whose() && !excepted {
                found.push(format!("{called}({} -> {}", function.parameters, function.result));
            }
        }
    }
    assert_none("lists that reach over all regions", &found);
}

/// The head of a function, in the pieces that matter here.
struct Function<'a> {
    name: &'a str,
    parameters: &'a str,
    result: &'a str,
}

impl Function<'_> {
    /// Whether it asks the database for a list of anything but ids; of a list of pairs, all parts must be.
    fn gives_rows(&self) -> bool {
        if !self.parameters.contains("DbConn") {
            return false;
        }
        let items = self
            .result
            .split_once("Vec<")
            .map(|(_, items)| items.split('>').next().unwrap_or(items));
        let tells_something = |part: &str| {
            let part = part.trim_matches(['(', ')', ' ']);
            !part.ends_with("Id") && part != "u8"
        };
        items.is_some_and(|items| items.split(',').any(tells_something))
    }

    /// Whether one of its parameters is an id, or several.
    fn is_told_whose(&self) -> bool {
        self.parameters
            .split(|letter: char| !letter.is_alphanumeric())
            .any(|word| word.len() > 2 && word.ends_with("Id"))
    }
}

/// The heads of all public free functions and methods of a source.
fn public_functions(text: &str) -> Vec<Function<'_>> {
    let heads = text.split("pub fn ").skip(1);
    let heads = heads.filter_map(|rest| {
        let (head, _) = rest.split_once('{')?;
        let (name, rest) = head.split_once('(')?;
        let (parameters, result) = rest.rsplit_once("->").unwrap_or((rest, ""));
        Some(Function {
            name,
            parameters: parameters.trim(),
            result: result.trim(),
        })
    });
    heads.collect()
}

#[test]
fn a_list_over_all_regions_is_noticed() {
    let text = "pub fn list_all(c: &mut DbConn) -> Result<Vec<Note>> {}\npub fn list_due(c: &mut DbConn) -> Result<Vec<NoteId>> {}
pub fn list_wishes(c: &mut DbConn) -> Result<Vec<(NoteId, Wish)>> {}\npub fn list_seats(c: &mut DbConn) -> Result<Vec<(GroupId, NoteId)>> {}
pub fn list_waiting(\n    c: &mut DbConn,\n    region: RegionId,\n) -> Result<Vec<Note>> {}";
    let functions = public_functions(text);
    let open: Vec<&str> = functions
        .iter()
        .filter(|function| function.gives_rows() && !function.is_told_whose())
        .map(|it| it.name)
        .collect();
    assert_eq!(open, ["list_all", "list_wishes"]);
}
