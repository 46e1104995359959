//! What would help, held against runs with each addition written into the input.

use crate::tests::exhaustive::tiny;
use crate::tests::pools::{Sketch, Town, shuffled, town};
use crate::{Help, Lacks, Limits, Proposal, assemble, help};

const SMALL: Sketch = Sketch {
    notes: 26,
    cells: 12,
    starters: 3,
    wishes: 4,
    apart: 4,
    standing: 2,
    days: 40,
    expecting: false,
};

/// Small towns of several kinds, with the steps of their runs; some of those end early.
fn towns() -> impl Iterator<Item = (Town, Limits)> {
    let kinds = [
        SMALL,
        Sketch {
            apart: 0,
            standing: 0,
            expecting: true,
            ..SMALL
        },
        Sketch {
            starters: 1,
            days: 1,
            ..SMALL
        },
        Sketch {
            starters: 12,
            cells: 6,
            expecting: true,
            ..SMALL
        },
        Sketch {
            cells: 30,
            starters: 14,
            wishes: 2,
            ..SMALL
        },
    ];
    let steps = [Limits::default().steps, Limits::default().steps, 200_000, 4_000];
    let sketched = (0..40).flat_map(move |seed| kinds.map(|kind| town(kind, seed)));
    sketched
        .chain((0..300).map(tiny))
        .zip(steps.into_iter().cycle())
        .map(|(town, steps)| {
            (
                town,
                Limits {
                    steps,
                    ..Limits::default()
                },
            )
        })
}

/// The town with one addition, made in the input as anybody would make it.
fn with(town: &Town, cell: &str, lacks: Lacks, count: usize) -> Town {
    let mut more = town.clone();
    match lacks {
        Lacks::Room => {
            let cell = more.0.cells.iter_mut().find(|known| known.id == cell).unwrap();
            cell.rooms += 1;
        }
        Lacks::Igangsetter => more = more.starter("zz", 1, &[cell]),
        Lacks::Notes => {
            let ranks = town.0.notes.iter().flat_map(|note| &note.wants).map(|want| want.rank);
            let rank = ranks.max().unwrap() + 1;
            for nth in 0..count {
                more = more.note(&format!("zz{nth}"), 0, &[cell]);
                more.0.notes.last_mut().unwrap().wants[0].rank = rank;
            }
        }
    }
    more
}

/// How many of the town's own notes have a seat.
fn seated(town: &Town, proposal: &Proposal) -> usize {
    let new = proposal.groups.iter().flat_map(|group| &group.members);
    let members = new.chain(proposal.filled.iter().flat_map(|filled| &filled.members));
    members
        .filter(|id| town.0.notes.iter().any(|note| note.id == **id))
        .count()
}

fn told(town: &Town, limits: &Limits) -> Vec<Help> {
    let pool = town.pool();
    help(&pool, &assemble(&pool, limits), limits)
}

fn one(cell: &str, lacks: Lacks, count: usize, would_seat: usize) -> Help {
    Help {
        cell: cell.into(),
        lacks,
        count,
        would_seat,
    }
}

#[test]
fn every_help_is_what_a_run_with_it_gives() {
    let (mut pools, mut helps) = (0, 0);
    for (town, limits) in towns() {
        let before = seated(&town, &assemble(&town.pool(), &limits));
        for told in told(&town, &limits) {
            let more = with(&town, &told.cell, told.lacks, told.count);
            let after = seated(&town, &assemble(&more.pool(), &limits));
            assert_eq!(
                after,
                before + told.would_seat,
                "{told:?} with {limits:?} in {:?}",
                town.0
            );
            assert!(told.would_seat > 0);
            helps += 1;
        }
        pools += 1;
    }
    assert!(pools == 500 && helps >= 700, "{helps} helps in {pools} pools");
}

#[test]
fn the_order_of_entries_changes_no_help() {
    for (nth, (town, limits)) in (0..).zip(towns().step_by(3)) {
        assert_eq!(told(&town, &limits), told(&shuffled(&town, nth), &limits), "pool {nth}");
    }
}

#[test]
fn the_first_help_is_the_best_single_addition_of_most_tiny_pools() {
    let (mut best_told, mut pools) = (0, 0);
    for town in (0..150).map(tiny) {
        let limits = Limits::default();
        let before = seated(&town, &assemble(&town.pool(), &limits));
        let least = usize::try_from(town.0.rules.min_size.unwrap()).unwrap();
        let additions = town.0.cells.iter().flat_map(|cell| {
            let notes = (1..least).map(|count| (Lacks::Notes, count));
            let all = [(Lacks::Room, 1), (Lacks::Igangsetter, 1)].into_iter().chain(notes);
            all.map(|(lacks, count)| (cell.id.as_str(), lacks, count))
        });
        let gains = additions.map(|(cell, lacks, count)| {
            let more = with(&town, cell, lacks, count);
            seated(&town, &assemble(&more.pool(), &limits)).saturating_sub(before)
        });
        let best = gains.max().unwrap();
        let first = told(&town, &limits).first().map_or(0, |told| told.would_seat);
        assert!(first <= best);
        pools += usize::from(best > 0);
        best_told += usize::from(best > 0 && first == best);
    }
    assert!(best_told * 100 >= pools * 85, "{best_told} of {pools}");
}

#[test]
fn five_whom_nobody_leads_need_an_igangsetter() {
    let town = Town::new().cell("a", "tue", 1).notes("n", 5, 0, &["a"]);
    assert_eq!(told(&town, &Limits::default()), [one("a", Lacks::Igangsetter, 1, 5)]);
}

#[test]
fn five_without_a_room_need_one() {
    let town = Town::new().cell("a", "tue", 0).starter("f", 1, &["a"]);
    let town = town.notes("n", 5, 0, &["a"]);
    assert_eq!(told(&town, &Limits::default()), [one("a", Lacks::Room, 1, 5)]);
}

#[test]
fn three_need_two_more_who_want_the_same() {
    let town = Town::new().cell("a", "tue", 1).starter("f", 1, &["a"]);
    let town = town.notes("n", 3, 0, &["a"]);
    assert_eq!(told(&town, &Limits::default()), [one("a", Lacks::Notes, 2, 3)]);
}

#[test]
fn where_both_lack_no_single_one_helps() {
    let town = Town::new().cell("a", "tue", 0).notes("n", 5, 0, &["a"]);
    assert_eq!(told(&town, &Limits::default()), []);
}

#[test]
fn what_helps_most_comes_first() {
    let town = Town::new()
        .cell("a", "mon", 1)
        .cell("b", "tue", 0)
        .cell("c", "wed", 1)
        .starter("f", 2, &["a", "b"]);
    let town = town
        .notes("x", 4, 0, &["a"])
        .notes("y", 7, 0, &["b"])
        .notes("z", 6, 0, &["c"]);
    let expected = [
        one("b", Lacks::Room, 1, 7),
        one("c", Lacks::Igangsetter, 1, 6),
        one("a", Lacks::Notes, 1, 4),
    ];
    assert_eq!(told(&town, &Limits::default()), expected);
}

#[test]
fn an_addition_that_lets_others_move_counts_all_of_them() {
    let town = Town::new()
        .cell("a", "mon", 1)
        .cell("b", "tue", 1)
        .starter("f", 1, &["a", "b"]);
    let town = town.notes("x", 8, 9, &["a", "b"]).notes("y", 5, 0, &["a"]);
    let told = told(&town, &Limits::default());
    assert_eq!(
        told[0],
        one("b", Lacks::Igangsetter, 1, 5),
        "the eight move to b: {told:?}"
    );
}

#[test]
fn a_room_where_more_groups_stand_than_there_are_rooms_is_no_help() {
    let town = Town::new()
        .cell("a", "mon", 0)
        .starter("f", 1, &["a"])
        .starter("g", 2, &["a"]);
    let town = town.standing("s", ("a", "f"), 8, None).notes("n", 5, 0, &["a"]);
    assert_eq!(told(&town, &Limits::default()), []);
}

#[test]
fn a_help_is_one_flat_object() {
    let told = serde_json::to_string(&one("c7", Lacks::Igangsetter, 1, 6)).unwrap();
    assert_eq!(told, r#"{"cell":"c7","lacks":"igangsetter","count":1,"would_seat":6}"#);
}
