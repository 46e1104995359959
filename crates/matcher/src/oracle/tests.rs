use super::{Oracle, push_steps};
use crate::bound::{Level, LevelNumber, Prices, Range};
use crate::component::parts;
use crate::tests::pools::{Dice, Sketch, Town, town};
use crate::weight::Weight;
use crate::{Limits, assemble};

const SCALE: i64 = 1 << 10;

/// The bound of the one part of this town with these prices of notes, in fractions of the scale.
fn bound(town: &Town, number: LevelNumber, fixed: Weight, price: impl FnMut(usize) -> i64) -> i64 {
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
    let prices = Prices {
        notes: (0..problem.notes.len()).map(price).collect(),
        value: if number == LevelNumber::Value { SCALE } else { 3 },
        cuts: Vec::new(),
        waiting: if number == LevelNumber::Waiting { SCALE } else { 0 },
    };
    let range = Range::of(problem);
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
