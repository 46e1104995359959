//! The reasons told to those without a seat.

use crate::tests::pools::Town;
use crate::{Limits, Reason, assemble};

fn reason(town: &Town, note: &str) -> Reason {
    let proposal = assemble(&town.pool(), &Limits::default());
    proposal
        .unplaced
        .into_iter()
        .find(|one| one.note == note)
        .expect("a note without a seat")
        .reason
}

#[test]
fn who_wants_no_cell_has_no_common_time() {
    assert_eq!(reason(&Town::new().note("n", 0, &[]), "n"), Reason::NoCommonTime);
}

#[test]
fn a_cell_that_nobody_can_take_has_no_igangsetter() {
    let town = Town::new().cell("a", "tue", 0).note("n", 0, &["a"]);
    assert_eq!(reason(&town, "n"), Reason::NoIgangsetter);
}

#[test]
fn an_igangsetter_who_is_busy_in_that_slot_leads_nothing_else() {
    let town = Town::new()
        .cell("a", "tue", 1)
        .cell("b", "tue", 1)
        .starter("f", 2, &["a", "b"]);
    let town = town.standing("g", ("a", "f"), 8, None).notes("n", 6, 0, &["b"]);
    assert_eq!(reason(&town, "n0"), Reason::NoIgangsetter);
}

#[test]
fn a_standing_group_takes_its_room() {
    let town = Town::new()
        .cell("a", "tue", 1)
        .starter("f", 1, &["a"])
        .starter("h", 1, &["a"]);
    let town = town.standing("g", ("a", "h"), 8, None).notes("n", 6, 0, &["a"]);
    assert_eq!(reason(&town, "n0"), Reason::NoRoom);
}

#[test]
fn too_few_names_the_cell_nearest_to_enough() {
    let town = Town::new()
        .cell("a", "tue", 1)
        .cell("b", "wed", 1)
        .starter("f", 1, &["a", "b"]);
    let town = town.note("n", 0, &["a", "b"]).notes("x", 3, 0, &["b"]);
    assert_eq!(
        reason(&town, "n"),
        Reason::TooFew {
            cell: "b".into(),
            have: 4
        }
    );
}

#[test]
fn a_cell_without_an_igangsetter_is_not_nearest_to_enough() {
    let town = Town::new()
        .cell("a", "tue", 1)
        .cell("b", "wed", 1)
        .starter("f", 1, &["a"]);
    let town = town.note("n", 0, &["a", "b"]).notes("x", 7, 0, &["b"]);
    assert_eq!(
        reason(&town, "n"),
        Reason::TooFew {
            cell: "a".into(),
            have: 1
        }
    );
}

#[test]
fn whom_only_a_pair_keeps_out_of_a_group_with_a_free_seat_is_apart() {
    let town = Town::new().cell("a", "tue", 1).starter("f", 1, &["a"]);
    assert_eq!(
        reason(&town.notes("n", 6, 0, &["a"]).apart("n0", "n1"), "n0"),
        Reason::Apart
    );
}

#[test]
fn who_is_apart_from_a_member_of_the_only_standing_group_is_apart() {
    let town = Town::new()
        .cell("a", "mon", 1)
        .starter("f", 1, &["a"])
        .standing("g", ("a", "f"), 5, None)
        .note("n", 1, &["a"])
        .apart("n", "g-0");
    assert_eq!(reason(&town, "n"), Reason::Apart);
}

#[test]
fn who_has_too_few_to_sit_with_is_apart() {
    let town = Town::new()
        .cell("a", "mon", 1)
        .starter("f", 1, &["a"])
        .notes("n", 5, 0, &["a"])
        .apart("n0", "n1");
    assert_eq!(reason(&town, "n0"), Reason::Apart);
    assert_eq!(reason(&town, "n1"), Reason::Apart);
    assert_eq!(reason(&town, "n2"), Reason::Apart);
}

#[test]
fn whom_a_full_group_leaves_out_is_outweighed() {
    let town = Town::new().cell("a", "tue", 1).starter("f", 1, &["a"]);
    assert_eq!(reason(&town.notes("n", 9, 0, &["a"]), "n0"), Reason::Outweighed);
}

#[test]
fn a_reason_is_one_flat_object() {
    let town = Town::new()
        .cell("a", "tue", 1)
        .starter("f", 1, &["a"])
        .note("n", 0, &["a"]);
    let told = serde_json::to_string(&assemble(&town.pool(), &Limits::default()).unplaced).unwrap();
    assert_eq!(told, r#"[{"note":"n","reason":"too_few","cell":"a","have":1}]"#);
}
