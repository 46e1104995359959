//! Pools whose answer anybody can work out by hand.

use crate::tests::pools::Town;
use crate::tests::rules::check;
use crate::{Limits, Proposal, Reason, assemble};

/// A proposal that keeps the rules and is proven best.
fn best(town: &Town) -> Proposal {
    let proposal = assemble(&town.pool(), &Limits::default());
    check(town, &proposal);
    assert!(proposal.optimal, "{:?}", proposal.objective);
    proposal
}

fn sizes(proposal: &Proposal) -> Vec<usize> {
    let mut sizes: Vec<usize> = proposal.groups.iter().map(|group| group.members.len()).collect();
    sizes.sort_unstable();
    sizes
}

fn left_out(proposal: &Proposal) -> Vec<&str> {
    proposal.unplaced.iter().map(|one| one.note.as_str()).collect()
}

/// One cell with so many rooms, one igangsetter for each.
fn one_cell(rooms: i32, starters: i32) -> Town {
    let town = Town::new().cell("a", "tue", rooms);
    (0..starters).fold(town, |town, nth| town.starter(&format!("f{nth}"), 1, &["a"]))
}

#[test]
fn four_are_too_few() {
    let proposal = best(&one_cell(1, 1).notes("n", 4, 0, &["a"]));
    assert!(proposal.groups.is_empty());
    let reason = Reason::TooFew {
        cell: "a".into(),
        have: 4,
    };
    assert!(proposal.unplaced.iter().all(|one| one.reason == reason));
}

#[test]
fn of_nine_the_shortest_wait_stays_out() {
    let proposal = best(&one_cell(1, 2).notes("n", 9, 10, &["a"]));
    assert_eq!((sizes(&proposal), left_out(&proposal)), (vec![8], vec!["n0"]));
}

#[test]
fn ten_make_two_groups_with_two_rooms_and_two_igangsettere() {
    assert_eq!(sizes(&best(&one_cell(2, 2).notes("n", 10, 0, &["a"]))), [5, 5]);
}

#[test]
fn nobody_leads_two_groups_at_the_same_time() {
    let town = Town::new()
        .cell("a", "tue", 2)
        .starter("f", 2, &["a"])
        .notes("n", 10, 0, &["a"]);
    assert_eq!(sizes(&best(&town)), [8]);
}

#[test]
fn one_room_holds_one_group() {
    assert_eq!(sizes(&best(&one_cell(1, 2).notes("n", 10, 0, &["a"]))), [8]);
}

#[test]
fn two_groups_of_five_are_worth_half_a_group_of_eight_if_some_decline() {
    assert_eq!(sizes(&best(&one_cell(2, 2).notes("n", 10, 0, &["a"]).expecting())), [8]);
}

#[test]
fn thirteen_are_all_seated() {
    assert_eq!(
        sizes(&best(&one_cell(2, 2).notes("n", 13, 0, &["a"])))
            .iter()
            .sum::<usize>(),
        13
    );
}

#[test]
fn of_seventeen_sixteen_are_seated() {
    assert_eq!(sizes(&best(&one_cell(2, 2).notes("n", 17, 0, &["a"]))), [8, 8]);
}

#[test]
fn twelve_make_six_and_six_if_some_decline() {
    assert_eq!(
        sizes(&best(&one_cell(2, 2).notes("n", 12, 0, &["a"]).expecting())),
        [6, 6]
    );
}

fn one_starter_for_six_and_five(slot: &str) -> Town {
    let town = Town::new()
        .cell("a", "tue", 1)
        .cell("b", slot, 1)
        .starter("f", 2, &["a", "b"]);
    town.notes("x", 6, 0, &["a"]).notes("y", 5, 0, &["b"])
}

#[test]
fn two_cells_in_one_slot_need_two_igangsettere() {
    assert_eq!(sizes(&best(&one_starter_for_six_and_five("tue"))), [6]);
}

#[test]
fn two_cells_in_two_slots_can_share_an_igangsetter() {
    assert_eq!(sizes(&best(&one_starter_for_six_and_five("wed"))), [5, 6]);
}

fn two_cells() -> Town {
    Town::new()
        .cell("a", "tue", 1)
        .cell("b", "wed", 1)
        .starter("fa", 1, &["a"])
        .starter("fb", 1, &["b"])
}

#[test]
fn the_one_who_can_choose_makes_the_smaller_group_possible() {
    let town = two_cells()
        .notes("x", 8, 0, &["a"])
        .note("s", 0, &["a", "b"])
        .notes("y", 4, 0, &["b"]);
    assert_eq!(sizes(&best(&town)), [5, 8]);
}

#[test]
fn an_igangsetter_with_a_choice_makes_way() {
    let town = Town::new()
        .cell("a", "tue", 1)
        .cell("b", "wed", 1)
        .starter("f", 1, &["a", "b"])
        .starter("g", 1, &["a"]);
    assert_eq!(
        sizes(&best(&town.notes("x", 5, 0, &["a"]).notes("y", 5, 0, &["b"]))),
        [5, 5]
    );
}

#[test]
fn an_apart_pair_among_five_starts_nothing() {
    let proposal = best(&one_cell(2, 2).notes("n", 5, 0, &["a"]).apart("n0", "n1"));
    assert!(proposal.groups.is_empty());
    assert!(proposal.unplaced.iter().all(|one| one.reason == Reason::Apart));
}

#[test]
fn of_an_apart_pair_among_six_the_shorter_wait_stays_out() {
    let proposal = best(&one_cell(2, 2).notes("n", 6, 0, &["a"]).apart("n3", "n2"));
    assert_eq!((sizes(&proposal), left_out(&proposal)), (vec![5], vec!["n2"]));
}

#[test]
fn an_apart_pair_among_ten_is_split() {
    assert_eq!(
        sizes(&best(&one_cell(2, 2).notes("n", 10, 0, &["a"]).apart("n0", "n1"))),
        [5, 5]
    );
}

#[test]
fn of_three_who_are_all_apart_two_sit_in_two_groups() {
    let town = one_cell(2, 2)
        .notes("n", 15, 0, &["a"])
        .apart("n0", "n1")
        .apart("n1", "n2")
        .apart("n2", "n0");
    let proposal = best(&town);
    assert_eq!(sizes(&proposal).iter().sum::<usize>(), 14);
    assert_eq!(left_out(&proposal), ["n0"]);
}

/// A standing group in the only cell's only room.
fn with_standing(size: usize, gain: Option<&[i32]>) -> Town {
    one_cell(1, 1).standing("g", ("a", "f0"), size, gain)
}

fn added(proposal: &Proposal) -> Vec<&str> {
    proposal
        .filled
        .iter()
        .flat_map(|filled| filled.members.iter().map(String::as_str))
        .collect()
}

#[test]
fn the_longest_waits_fill_a_standing_group() {
    let proposal = best(&with_standing(5, None).notes("n", 4, 0, &["a"]));
    assert_eq!(
        (added(&proposal), left_out(&proposal)),
        (vec!["n1", "n2", "n3"], vec!["n0"])
    );
}

#[test]
fn a_full_standing_group_takes_nobody() {
    assert!(best(&with_standing(8, None).notes("n", 4, 0, &["a"])).filled.is_empty());
}

#[test]
fn a_standing_group_that_had_too_few_gains_its_whole_worth() {
    let proposal = best(&with_standing(4, None).expecting().notes("n", 1, 0, &["a"]));
    assert_eq!(
        (added(&proposal), proposal.objective.value.achieved),
        (vec!["n0"], 1638)
    );
}

#[test]
fn a_closed_standing_group_takes_nobody() {
    assert!(
        best(&with_standing(5, Some(&[])).notes("n", 3, 0, &["a"]))
            .filled
            .is_empty()
    );
}

#[test]
fn a_standing_group_takes_no_more_than_its_gains_tell() {
    assert_eq!(
        added(&best(&with_standing(5, Some(&[800, 1500])).notes("n", 3, 0, &["a"]))),
        ["n1", "n2"]
    );
}

#[test]
fn filling_a_standing_group_can_beat_a_new_one() {
    let town = Town::new()
        .expecting()
        .cell("a", "tue", 2)
        .starter("f", 1, &["a"])
        .starter("h", 1, &["a"]);
    let town = town
        .standing("g", ("a", "f"), 5, Some(&[900, 1700, 2400]))
        .notes("n", 5, 0, &["a"]);
    let proposal = best(&town);
    assert_eq!((added(&proposal).len(), proposal.groups.len()), (3, 0));
}

#[test]
fn nobody_joins_a_standing_group_with_somebody_to_be_apart_from() {
    let proposal = best(&with_standing(5, None).notes("n", 1, 0, &["a"]).apart("g-2", "n0"));
    assert!(proposal.filled.is_empty());
    assert_eq!(
        proposal.unplaced.first().map(|one| one.reason.clone()),
        Some(Reason::Apart)
    );
}

fn one_starter() -> Town {
    Town::new()
        .cell("a", "tue", 1)
        .cell("b", "wed", 1)
        .starter("f", 1, &["a", "b"])
}

#[test]
fn value_comes_before_waiting() {
    let proposal = best(&one_starter().notes("x", 5, 800, &["a"]).notes("y", 6, 0, &["b"]));
    assert_eq!(proposal.groups.first().map(|group| group.cell.as_str()), Some("b"));
}

#[test]
fn waiting_decides_between_equal_groups() {
    let proposal = best(
        &one_starter()
            .notes("x", 5, 0, &["a"])
            .notes("y", 4, 0, &["b"])
            .note("z", 9, &["b"]),
    );
    assert_eq!(proposal.groups.first().map(|group| group.cell.as_str()), Some("b"));
}

#[test]
fn sixteen_fill_two_groups_though_a_third_could_open() {
    let town = two_cells().expecting().cell("c", "thu", 1).starter("fc", 1, &["c"]);
    assert_eq!(sizes(&best(&town.notes("n", 16, 0, &["a", "b", "c"]))), [8, 8]);
}
