use super::{Aim, Relaxed, Terms, relax};
use crate::bound::{Bounds, Level, LevelNumber, Range};
use crate::component::parts;
use crate::limits::{Budget, Limits};
use crate::oracle::Oracle;
use crate::problem::Problem;
use crate::tests::pools::Town;
use crate::weight::Weight;

/// Nine who have waited 10 to 18 days want one cell, which has room for eight.
fn town() -> Town {
    Town::new()
        .cell("a", "tue", 1)
        .starter("f", 1, &["a"])
        .notes("n", 9, 10, &["a"])
}

/// The relaxation of a range, and the bound under its prices, in fractions of the scale.
fn relaxed(problem: &Problem<'_>, level: Level, range: &Range) -> (Relaxed, i64) {
    let terms = Terms {
        cuts: &[],
        active: &[],
        aim: Aim::Bound,
    };
    let mut budget = Budget::new(1_000_000_000, &Limits::default());
    let relaxed = relax(problem, level, range, terms, &mut budget).unwrap();
    let (Relaxed::Best { prices, .. } | Relaxed::Impossible { prices }) = &relaxed;
    let mut oracle = Oracle::new(problem, level, &[]);
    oracle.price(prices, range, 1);
    let (bound, _) = oracle.best_plan(range).unwrap();
    (relaxed, bound)
}

/// The greatest value of eighteen who want either of two cells that have so many groups between them, by a relaxation.
fn value_of_both(least: usize, most: usize) -> Option<i64> {
    let town = Town::new()
        .cell("a", "mon", 1)
        .cell("b", "tue", 1)
        .starter("f", 2, &["a", "b"])
        .notes("n", 18, 0, &["a", "b"]);
    let pool = town.pool();
    let problem = &parts(&pool)[0];
    let level = Level::of(problem, LevelNumber::Value, Weight::default());
    let both = Bounds {
        set: 0,
        sites: [0, 1].into(),
        least,
        most,
    };
    let range = Range {
        sets: vec![both],
        ..Range::of(problem)
    };
    let (relaxed, bound) = relaxed(problem, level, &range);
    if matches!(relaxed, Relaxed::Impossible { .. }) {
        return None;
    }
    Some((bound + level.scale / 2).div_euclid(level.scale))
}

#[test]
fn the_groups_of_a_set_are_bounded_together() {
    assert_eq!(value_of_both(0, 2), Some(16));
    assert_eq!(value_of_both(0, 1), Some(8), "though each may open");
    assert_eq!(value_of_both(2, 2), Some(16));
    assert_eq!(value_of_both(3, 3), None);
}

/// The relaxation of the second level, with this value to be met, and the bound under its prices.
fn of_waiting(problem: &Problem<'_>, value: i64) -> (Relaxed, i64) {
    let level = Level::of(problem, LevelNumber::Waiting, Weight::value(value));
    let (relaxed, bound) = relaxed(problem, level, &Range::of(problem));
    (relaxed, bound.div_euclid(level.scale))
}

#[test]
fn prices_bound_what_can_be_from_above() {
    let pool = town().pool();
    let (relaxed, bound) = of_waiting(&parts(&pool)[0], 8);
    assert!(matches!(relaxed, Relaxed::Best { .. }));
    assert!((116..120).contains(&bound), "{bound}");
}

#[test]
fn prices_of_what_cannot_be_rule_it_out() {
    let pool = town().pool();
    let (relaxed, bound) = of_waiting(&parts(&pool)[0], 9);
    assert!(matches!(relaxed, Relaxed::Impossible { .. }));
    assert!(bound < 0, "{bound}");
}
