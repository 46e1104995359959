//! Pools that are refused, and what is said about them.

use crate::Pool;

/// A pool that is in order, to put one wrong thing into.
const GOOD: &str = r#"{
    "rules": {"min_size": 5, "max_size": 8, "size_value": [1, 2, 3, 4]},
    "cells": [{"id": "c1", "place": "p", "slot": "tue", "rooms": 1}, {"id": "c2", "place": "p", "slot": "wed", "rooms": 1}],
    "notes": [{"id": "n1", "waiting_days": 3, "wants": [{"cell": "c1", "rank": 1}, {"cell": "c2", "rank": 2}]}],
    "igangsettere": [{"id": "f1", "max_groups": 1, "cells": ["c1"]}],
    "apart": [["n1", "m1"]],
    "standing": [{"id": "g1", "cell": "c1", "igangsetter": "f1", "members": ["m1", "m2"], "gain": [1]}]
}"#;

fn fault(from: &str, to: &str) -> String {
    assert!(GOOD.contains(from), "{from}");
    Pool::from_json(&GOOD.replacen(from, to, 1))
        .expect_err("a fault")
        .to_string()
}

#[test]
fn a_pool_in_order_is_accepted() {
    assert!(Pool::from_json(GOOD).unwrap().warnings().is_empty());
}

#[test]
fn rules_apart_and_standing_may_be_missing() {
    assert!(Pool::from_json(r#"{"cells": [], "notes": [], "igangsettere": []}"#).is_ok());
}

#[test]
fn what_is_unknown_is_refused_by_its_place() {
    let told = fault(r#"{"cell": "c2", "rank": 2}"#, r#"{"cell": "c9", "rank": 2}"#);
    assert_eq!(told, r#"notes[0].wants[1].cell: no cell has the id "c9""#);
    assert_eq!(
        fault(r#""cells": ["c1"]"#, r#""cells": ["c3"]"#),
        r#"igangsettere[0].cells[0]: no cell has the id "c3""#
    );
    assert_eq!(
        fault(r#""cell": "c1", "igang"#, r#""cell": "x", "igang"#),
        r#"standing[0].cell: no cell has the id "x""#
    );
    assert_eq!(
        fault(r#""igangsetter": "f1""#, r#""igangsetter": "x""#),
        r#"standing[0].igangsetter: no igangsetter has the id "x""#
    );
    assert_eq!(
        fault(r#"["n1", "m1"]]"#, r#"["n1", "z"]]"#),
        r#"apart[0][1]: no note or member has the id "z""#
    );
}

#[test]
fn an_unknown_field_is_refused() {
    assert!(
        fault(r#""waiting_days": 3"#, r#""waiting_days": 3, "age": 4"#)
            .starts_with("notes[0].age: unknown field `age`")
    );
    assert!(fault(r#""rules": {"#, r#""rules": {"best": 1, "#).starts_with("rules.best: unknown field"));
    assert!(fault(r#""apart""#, r#""a_part""#).starts_with("a_part: unknown field"));
}

#[test]
fn no_id_is_used_twice() {
    assert_eq!(
        fault(r#""id": "c2""#, r#""id": "c1""#),
        r#"cells[1].id: the id "c1" is used twice"#
    );
    assert_eq!(
        fault(r#"["m1", "m2"]"#, r#"["m1", "m1"]"#),
        r#"standing[0].members[1]: the id "m1" is used twice"#
    );
    let told = fault(r#"["m1", "m2"]"#, r#"["m1", "n1"]"#);
    assert_eq!(
        told,
        r#"standing[0].members[1]: "n1" has a seat already and can't be in notes"#
    );
}

#[test]
fn a_note_wants_a_cell_once() {
    let told = fault(r#"{"cell": "c2", "rank": 2}"#, r#"{"cell": "c1", "rank": 2}"#);
    assert_eq!(told, r#"notes[0].wants[1].cell: the note wants the cell "c1" twice"#);
}

#[test]
fn ranks_start_at_one() {
    assert_eq!(
        fault(r#""rank": 1"#, r#""rank": 0"#),
        "notes[0].wants[0].rank: must be at least 1, but is 0"
    );
}

#[test]
fn nothing_counted_is_negative() {
    assert_eq!(
        fault(r#""waiting_days": 3"#, r#""waiting_days": -3"#),
        "notes[0].waiting_days: must not be negative, but is -3"
    );
    assert_eq!(
        fault(r#""rooms": 1"#, r#""rooms": -1"#),
        "cells[0].rooms: must not be negative, but is -1"
    );
    assert_eq!(
        fault(r#""max_groups": 1"#, r#""max_groups": -1"#),
        "igangsettere[0].max_groups: must not be negative, but is -1"
    );
    assert_eq!(
        fault("[1, 2, 3, 4]", "[1, 2, -3, 4]"),
        "rules.size_value[2]: must not be negative, but is -3"
    );
}

#[test]
fn size_value_has_one_number_per_size() {
    let told = fault("[1, 2, 3, 4]", "[1, 2, 3]");
    assert_eq!(
        told,
        "rules.size_value: needs 4 numbers, one per size from 5 to 8, but has 3"
    );
}

#[test]
fn sizes_make_sense() {
    assert_eq!(
        fault(r#""min_size": 5"#, r#""min_size": 0"#),
        "rules.min_size: must be at least 1"
    );
    assert_eq!(
        fault(r#""min_size": 5"#, r#""min_size": 9"#),
        "rules.max_size: must be at least min_size (9), but is 8"
    );
    assert_eq!(
        fault(r#""max_size": 8"#, r#""max_size": 2000000000"#),
        "rules.max_size: must be at most 1000, but is 2000000000"
    );
}

#[test]
fn a_gain_is_no_longer_than_the_free_seats() {
    let told = fault(r#""gain": [1]"#, r#""gain": [1, 2, 3, 4, 5, 6, 7]"#);
    assert_eq!(
        told,
        "standing[0].gain: tells of 7 more notes, but only 6 seats are free"
    );
}

#[test]
fn nobody_is_apart_from_themselves() {
    assert_eq!(
        fault(r#"["n1", "m1"]]"#, r#"["n1", "n1"]]"#),
        r#"apart[0]: "n1" can't be apart from itself"#
    );
}

#[test]
fn integers_fit_32_bits() {
    let told = fault(r#""waiting_days": 3"#, r#""waiting_days": 3000000000"#);
    assert!(
        told.starts_with("notes[0].waiting_days: invalid value: integer `3000000000`"),
        "{told}"
    );
    assert!(fault(r#""rank": 1"#, r#""rank": 1.5"#).starts_with("notes[0].wants[0].rank: invalid type"));
}

#[test]
fn what_is_no_json_is_refused() {
    assert!(Pool::from_json("{").is_err());
    assert!(fault(r#""gain": [1]}]"#, r#""gain": [1]}]}"#).contains("trailing characters"));
}

#[test]
fn more_standing_groups_than_rooms_are_accepted_with_a_warning() {
    let pool = Pool::from_json(&GOOD.replacen(r#""rooms": 1"#, r#""rooms": 0"#, 1)).unwrap();
    assert_eq!(pool.warnings(), [r#"cell "c1": 1 standing groups hold 0 rooms"#]);
}
