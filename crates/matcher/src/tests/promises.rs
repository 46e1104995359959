//! What holds for every pool of a contact point's size.

use crate::tests::pools::{Sketch, Town, shuffled, town};
use crate::tests::rules::check;
use crate::{Limits, assemble};

const SMALL: Sketch = Sketch {
    notes: 30,
    cells: 22,
    starters: 5,
    wishes: 8,
    apart: 0,
    standing: 0,
    days: 400,
    expecting: false,
};

/// Towns of many kinds, each with both value tables.
fn kinds() -> Vec<(&'static str, Sketch)> {
    let kinds = [
        ("small town", SMALL),
        (
            "nine notes",
            Sketch {
                notes: 9,
                cells: 6,
                starters: 2,
                ..SMALL
            },
        ),
        (
            "contact point",
            Sketch {
                notes: 60,
                cells: 30,
                starters: 8,
                ..SMALL
            },
        ),
        (
            "many igangsettere",
            Sketch {
                notes: 60,
                cells: 24,
                starters: 20,
                ..SMALL
            },
        ),
        (
            "sparse",
            Sketch {
                notes: 60,
                cells: 40,
                wishes: 3,
                starters: 15,
                ..SMALL
            },
        ),
        (
            "deep ties",
            Sketch {
                notes: 60,
                cells: 20,
                starters: 10,
                days: 1,
                ..SMALL
            },
        ),
        (
            "pairs",
            Sketch {
                notes: 50,
                cells: 20,
                starters: 8,
                apart: 10,
                ..SMALL
            },
        ),
        (
            "standing",
            Sketch {
                notes: 45,
                cells: 24,
                starters: 10,
                standing: 5,
                apart: 4,
                ..SMALL
            },
        ),
    ];
    kinds
        .into_iter()
        .flat_map(|(name, kind)| {
            [
                (name, kind),
                (
                    name,
                    Sketch {
                        expecting: true,
                        ..kind
                    },
                ),
            ]
        })
        .collect()
}

fn all_accept(days: usize) -> Town {
    let sketch = Sketch {
        notes: 60,
        cells: 12,
        starters: 6,
        wishes: 12,
        days,
        ..SMALL
    };
    let mut town = town(sketch, 5);
    let cells: Vec<_> = town.0.cells.iter().map(|cell| cell.id.clone()).collect();
    for one in &mut town.0.igangsettere {
        one.cells.clone_from(&cells);
        one.max_groups = 1;
    }
    for note in &mut town.0.notes {
        note.wants = cells
            .iter()
            .map(|cell| crate::WantInput {
                cell: cell.clone(),
                rank: 1,
            })
            .collect();
    }
    town
}

#[test]
fn a_contact_points_pool_is_solved_to_proof() {
    for (name, sketch) in kinds() {
        for seed in 0..4 {
            let town = town(sketch, seed);
            let proposal = assemble(&town.pool(), Limits::default());
            check(&town, &proposal);
            assert!(proposal.optimal, "{name}, seed {seed}: {:?}", proposal.objective);
        }
    }
}

#[test]
fn sixty_who_accept_everything_are_solved_to_proof() {
    for town in [all_accept(400), all_accept(1), all_accept(400).expecting()] {
        let proposal = assemble(&town.pool(), Limits::default());
        check(&town, &proposal);
        assert!(proposal.optimal, "{:?}", proposal.objective);
    }
}

#[test]
fn the_order_of_entries_changes_no_byte() {
    for (name, sketch) in kinds() {
        let town = town(sketch, 11);
        let bytes = |town: &Town| serde_json::to_vec(&assemble(&town.pool(), Limits { steps: 3_000_000 })).unwrap();
        for seed in 0..3 {
            assert_eq!(bytes(&town), bytes(&shuffled(&town, seed)), "{name}, order {seed}");
        }
    }
}

#[test]
fn a_run_that_is_cut_short_keeps_the_rules_and_its_bounds() {
    let full = town(
        Sketch {
            notes: 60,
            cells: 30,
            starters: 8,
            expecting: true,
            ..SMALL
        },
        3,
    );
    let best = assemble(&full.pool(), Limits::default()).objective.value.achieved;
    for steps in [0, 1, 1000, 30_000, 300_000] {
        let proposal = assemble(&full.pool(), Limits { steps });
        check(&full, &proposal);
        assert!(
            proposal.objective.value.bound.is_none_or(|bound| bound >= best),
            "{steps} steps"
        );
    }
}
