use super::{Oracle, push_steps};
use crate::bound::{Bounds, Level, LevelNumber, Prices, Range};
use crate::component::parts;
use crate::problem::{Place, Problem};
use crate::tests::pools::{Dice, Sketch, Town, town};
use crate::weight::Weight;
use crate::{Limits, Proposal, assemble};

const SCALE: i64 = 1 << 10;

/// The bound of the one part of this town with these prices of notes, in fractions of the scale.
fn bound(town: &Town, number: LevelNumber, fixed: Weight, price: impl FnMut(usize) -> i64) -> i64 {
    bound_of(town, (number, fixed), price, |_| Vec::new())
}

/// The same, with bounds on sets of sites, each with its price.
fn bound_of(
    town: &Town,
    (number, fixed): (LevelNumber, Weight),
    price: impl FnMut(usize) -> i64,
    sets: impl FnOnce(&Problem<'_>) -> Vec<(Bounds, i64)>,
) -> i64 {
    let pool = town.pool();
    let [problem] = &parts(&pool)[..] else {
        panic!("one part")
    };
    let level = Level {
        number,
        scale: SCALE,
        fixed,
    };
    let mut oracle = Oracle::new(problem, level, &[]);
    let (sets, prices_of_sets): (Vec<_>, Vec<_>) = sets(problem).into_iter().unzip();
    let prices = Prices {
        sets: prices_of_sets,
        notes: (0..problem.notes.len()).map(price).collect(),
        value: if number == LevelNumber::Value { SCALE } else { 3 },
        cuts: Vec::new(),
        waiting: if number == LevelNumber::Waiting { SCALE } else { 0 },
    };
    let range = Range {
        sets,
        ..Range::of(problem)
    };
    oracle.price(&prices, &range, 1);
    oracle.best_plan(&range).unwrap().0
}

fn crowd() -> Town {
    let sketch = Sketch {
        notes: 40,
        cells: 9,
        starters: 4,
        wishes: 9,
        apart: 0,
        standing: 0,
        days: 50,
        expecting: true,
    };
    town(sketch, 1)
}

#[test]
fn no_prices_state_less_than_there_is() {
    let best = assemble(&crowd().pool(), &Limits::default()).objective;
    let fixed = Weight::value(best.value.achieved);
    let mut dice = Dice(5);
    for _ in 0..200 {
        let dearest = 1 + dice.below(1500 << 10);
        let value = bound(&crowd(), LevelNumber::Value, fixed, |_| i64::from(dice.number(dearest)));
        assert!(value >= best.value.achieved * SCALE);
        let waiting = bound(&crowd(), LevelNumber::Waiting, fixed, |_| {
            i64::from(dice.number(dearest))
        });
        assert!(waiting >= best.waiting.achieved * SCALE);
    }
}

#[test]
fn prices_of_sets_state_no_less_than_there_is_in_their_bounds() {
    let town = crowd();
    let pool = town.pool();
    let best = assemble(&pool, &Limits::default());
    let groups_at = |cell: usize| groups_in(&best, &pool.cells[cell].id);
    let mut dice = Dice(7);
    for _ in 0..200 {
        let (dearest, group) = (1 + dice.below(1500 << 10), 1 + dice.below(6000 << 10));
        let mut of_notes = dice.clone();
        let sets = |problem: &Problem<'_>| {
            let sets = (0..4).map(|set| {
                let sites: Vec<usize> = (0..problem.sites.len()).filter(|_| dice.below(2) == 0).collect();
                let groups = sites.iter().map(|site| match problem.sites[*site].place {
                    Place::Cell(cell) => groups_at(cell),
                    Place::Standing(_) => 1,
                });
                let groups: usize = groups.sum();
                let bounds = Bounds {
                    set,
                    sites: sites.into(),
                    least: groups.saturating_sub(dice.below(2)),
                    most: groups + dice.below(2),
                };
                (
                    bounds,
                    i64::from(dice.number(2 * group)) - i64::try_from(group).unwrap(),
                )
            });
            sets.collect()
        };
        let level = (LevelNumber::Value, Weight::default());
        let price = |_| i64::from(of_notes.number(dearest));
        let bound = bound_of(&town, level, price, sets);
        assert!(bound >= best.objective.value.achieved * SCALE);
    }
}

/// How many groups a proposal has in a cell.
fn groups_in(proposal: &Proposal, cell: &str) -> usize {
    proposal.groups.iter().filter(|group| group.cell == cell).count()
}

#[test]
fn a_group_more_or_less_than_a_set_may_have_costs_its_price() {
    let town = Town::new()
        .cell("a", "mon", 1)
        .cell("b", "tue", 1)
        .starter("f", 2, &["a", "b"])
        .notes("n", 20, 0, &["a", "b"]);
    let with = |least: usize, most: usize, price: i64| {
        let both = |_: &Problem<'_>| {
            let bounds = Bounds {
                set: 0,
                sites: [0, 1].into(),
                least,
                most,
            };
            vec![(bounds, price * SCALE)]
        };
        bound_of(&town, (LevelNumber::Value, Weight::default()), |_| 0, both) / SCALE
    };
    assert_eq!(with(0, 2, 0), 16);
    assert_eq!(with(0, 1, 5), 16 - 5, "two groups, though there may be one");
    assert_eq!(with(0, 1, 9), 9, "no group, though there may be one");
    assert_eq!(with(2, 2, -5), 16, "two groups, as many as there must be");
}

#[test]
fn free_seats_are_worth_full_groups_for_all_who_can_lead() {
    let town = Town::new()
        .cell("a", "mon", 1)
        .cell("b", "mon", 1)
        .starter("f", 2, &["a", "b"])
        .notes("n", 20, 0, &["a", "b"]);
    assert_eq!(bound(&town, LevelNumber::Value, Weight::default(), |_| 0), 8 * SCALE);
    assert_eq!(
        bound(&town, LevelNumber::Value, Weight::default(), |_| SCALE),
        20 * SCALE
    );
}

#[test]
fn steps_never_rise_nor_fall_short_of_the_worth() {
    let mut dice = Dice(2);
    for _ in 0..100 {
        let worth: Vec<i64> = (0..=dice.below(5)).map(|_| i64::from(dice.number(50)) - 20).collect();
        let mut steps = Vec::new();
        push_steps(&mut steps, 0, &worth);
        assert_eq!(steps.len() + 1, worth.len());
        assert!(steps.windows(2).all(|pair| pair[0].0 >= pair[1].0), "{worth:?}");
        let mut sum = worth[0];
        for ((step, _), worth) in steps.iter().zip(&worth[1..]) {
            sum += step;
            assert!(sum >= *worth);
        }
    }
}
