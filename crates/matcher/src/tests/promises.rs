//! What holds for every pool: proofs of small ones, the same bytes, an end at the limits.

use crate::sample::{self, Kind};
use crate::tests::pools::{Sketch, Town, shuffled, town};
use crate::tests::rules::check;
use crate::{Limits, Pool, Watch, assemble};

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

/// Sixty notes.
fn crowd(cells: usize, starters: usize, wishes: usize) -> Sketch {
    Sketch {
        notes: 60,
        cells,
        starters,
        wishes,
        ..SMALL
    }
}

/// Towns of many kinds, each with both value tables. All of them are proven on all three levels, in some milliseconds
/// each; so are sixty who accept everything, with few or many igangsettere.
fn kinds() -> Vec<(&'static str, Sketch)> {
    let nine = Sketch {
        notes: 9,
        cells: 6,
        starters: 2,
        ..SMALL
    };
    let apart = |apart: usize, crowd: Sketch| Sketch { apart, ..crowd };
    let standing = |standing: usize, crowd: Sketch| Sketch { standing, ..crowd };
    let ties = |crowd: Sketch| Sketch { days: 1, ..crowd };
    let kinds = [
        ("small town", SMALL),
        ("nine notes", nine),
        ("contact point", crowd(30, 8, 8)),
        ("many igangsettere", crowd(24, 20, 8)),
        ("sparse", crowd(40, 15, 3)),
        ("dense wishes", crowd(24, 10, 24)),
        ("deep ties", ties(crowd(20, 10, 8))),
        ("pairs", apart(10, crowd(20, 8, 8))),
        ("many pairs", apart(30, crowd(20, 8, 8))),
        ("standing", apart(4, standing(5, crowd(24, 10, 8)))),
        ("many standing", standing(8, crowd(24, 10, 8))),
    ];
    let expecting = |kind: Sketch| Sketch {
        expecting: true,
        ..kind
    };
    kinds
        .into_iter()
        .flat_map(|(name, kind)| [(name, kind), (name, expecting(kind))])
        .collect()
}

fn all_accept(starters: usize, days: usize) -> Town {
    let sketch = Sketch {
        notes: 60,
        cells: 12,
        starters,
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
            let proposal = assemble(&town.pool(), &Limits::default());
            check(&town, &proposal);
            assert!(proposal.optimal, "{name}, seed {seed}: {:?}", proposal.objective);
        }
    }
}

#[test]
fn sixty_who_accept_everything_are_solved_to_proof() {
    for (starters, days) in [(6, 400), (6, 1), (12, 400), (12, 1)] {
        for town in [all_accept(starters, days), all_accept(starters, days).expecting()] {
            let proposal = assemble(&town.pool(), &Limits::default());
            check(&town, &proposal);
            assert!(proposal.optimal, "{:?}", proposal.objective);
        }
    }
}

#[test]
fn the_order_of_entries_changes_no_byte() {
    for (name, sketch) in kinds() {
        let town = town(sketch, 11);
        let bytes = |town: &Town| serde_json::to_vec(&assemble(&town.pool(), &steps(3_000_000))).unwrap();
        for seed in 0..3 {
            assert_eq!(bytes(&town), bytes(&shuffled(&town, seed)), "{name}, order {seed}");
        }
    }
}

#[test]
fn the_number_of_threads_changes_no_byte() {
    // Large enough for a tree of many ranges, some of which are looked into at a time.
    for (seed, kind) in [(3, Kind::City), (7, Kind::Ties), (6, Kind::Standing)] {
        let pool = Pool::try_from(sample::pool(kind, 200, seed, &[1638, 3539, 5046, 6187])).unwrap();
        let bytes = |threads: usize| {
            let limits = Limits {
                threads,
                ..Limits::default()
            };
            let proposal = serde_json::to_vec(&assemble(&pool, &limits)).unwrap();
            assert!(limits.watch.progress().steps > 40_000_000, "{kind:?}, seed {seed}");
            proposal
        };
        let one = bytes(1);
        assert!(one == bytes(2) && one == bytes(3), "{kind:?}, seed {seed}");
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
    let best = assemble(&full.pool(), &Limits::default()).objective;
    let mut ended = 0;
    for most in [0, 1, 1000].into_iter().chain((1..300).map(|part| part * 20_001)) {
        let proposal = assemble(&full.pool(), &steps(most));
        check(&full, &proposal);
        let found = proposal.objective;
        assert!(
            found.value.bound.is_none_or(|bound| bound >= best.value.achieved),
            "{most} steps"
        );
        if proposal.optimal {
            assert_eq!(found, best, "{most} steps");
        } else {
            ended += 1;
        }
    }
    assert!(ended > 10, "{ended}");
}

#[test]
fn a_run_that_its_caller_ends_keeps_the_rules_and_says_so() {
    let town = town(Sketch { notes: 60, ..SMALL }, 3);
    let run = |watch: &Watch| {
        let limits = Limits {
            watch: watch.clone(),
            ..Limits::default()
        };
        assemble(&town.pool(), &limits)
    };
    let (left_alone, stopped) = (Watch::default(), Watch::default());
    let best = run(&left_alone);
    assert!(best.optimal && !left_alone.has_ended_early());
    let seen = left_alone.progress();
    assert!(
        seen.steps > 0 && seen.parts > 0 && seen.parts_done == seen.parts,
        "{seen:?}"
    );

    stopped.stop();
    let proposal = run(&stopped);
    check(&town, &proposal);
    assert!(!proposal.optimal && stopped.has_ended_early());
    assert!(stopped.progress().steps < seen.steps, "{:?}", stopped.progress());
    assert!(proposal.objective.value.achieved <= best.objective.value.achieved);
}

#[test]
fn sixty_four_megabytes_end_with_a_sentence_or_a_proposal() {
    let brackets = "[".repeat(64 << 20);
    assert!(Pool::from_json(&brackets).unwrap_err().to_string().len() < 200);

    let mut town = Town::new().cell("a", "tue", 1).starter("f", 1, &["a"]);
    let id = "n".repeat(64 << 20);
    town = town.note(&id, 1, &["a"]).notes("m", 4, 1, &["a"]);
    let proposal = assemble(&town.pool(), &Limits::default());
    assert_eq!((proposal.groups.len(), proposal.optimal), (1, true));
}

#[test]
fn a_crowd_before_one_door_is_not_looked_at_pair_by_pair() {
    let starters: Vec<String> = (0..20).map(|number| format!("f{number}")).collect();
    let cell = Town::new().cell("a", "tue", 40_000);
    let town = starters.iter().fold(cell, |town, one| town.starter(one, 3, &["a"]));
    let town = town.notes("n", 60_000, 1, &["a"]).apart("n0", "n1");
    let proposal = assemble(&town.pool(), &steps(20_000_000));
    check(&town, &proposal);
    assert_eq!(
        proposal.objective.value.achieved, 160,
        "each of them leads one group of eight"
    );
    assert_eq!(proposal.unplaced.len(), 60_000 - 160);
}

fn steps(steps: u64) -> Limits {
    Limits {
        steps,
        ..Limits::default()
    }
}
