//! Groups that close and open on one floor: nothing is lost on the way, and what is kept is no worse.

use rand::{RngExt as _, SeedableRng as _, rngs::ChaCha8Rng};

use crate::component::parts;
use crate::floor::Floor;
use crate::greedy::first_answer;
use crate::limits::Budget;
use crate::pool::Pool;
use crate::problem::{Answer, Problem};
use crate::ruin::rebuild;
use crate::sample::{Kind, pool};
use crate::tests::pools::EXPECTED;
use crate::{Limits, assemble};

const KINDS: [Kind; 4] = [Kind::Nation, Kind::City, Kind::Apart, Kind::Standing];

fn pools() -> impl Iterator<Item = Pool> {
    let seeds = KINDS.into_iter().flat_map(|kind| (1..=4).map(move |seed| (kind, seed)));
    seeds.map(|(kind, seed)| Pool::try_from(pool(kind, 100, seed, &EXPECTED)).unwrap())
}

/// Closes and opens whatever the dice say.
fn stir(problem: &Problem<'_>, floor: &mut Floor<'_>, dice: &mut ChaCha8Rng) {
    for _ in 0..20 {
        let site = dice.random_range(0..problem.sites.len());
        if floor.can_close(site) {
            let left = floor.close(site, dice);
            floor.pass_on(left);
        }
        floor.try_open(dice.random_range(0..problem.sites.len()));
    }
}

#[test]
fn what_is_taken_back_is_as_it_was() {
    let mut stirred = 0;
    for pool in pools() {
        for part in parts(&pool) {
            let mut floor = Floor::new(&part, &first_answer(&part));
            let (before, value) = (floor.answer(), floor.value());
            floor.keep();
            stir(&part, &mut floor, &mut ChaCha8Rng::seed_from_u64(1));
            stirred += usize::from(floor.answer() != before);
            floor.take_back(0);
            assert_eq!(floor.answer(), before);
            assert_eq!(floor.value(), value);
        }
    }
    assert!(stirred > 10, "{stirred}");
}

#[test]
fn the_value_of_a_floor_is_that_of_its_groups() {
    for pool in pools() {
        for part in parts(&pool) {
            let mut floor = Floor::new(&part, &Answer::default());
            let mut dice = ChaCha8Rng::seed_from_u64(2);
            for _ in 0..5 {
                stir(&part, &mut floor, &mut dice);
                assert_eq!(floor.value(), floor.answer().weight.value);
            }
        }
    }
}

#[test]
fn what_is_rebuilt_from_nothing_comes_near_the_best_and_never_exceeds_it() {
    let (mut all, mut most) = (0, 0);
    for pool in pools() {
        let limits = Limits::default();
        let best = assemble(&pool, &limits).objective.value;
        assert_eq!(Some(best.achieved), best.bound, "the best is proven");
        let rebuilt = parts(&pool).into_iter().map(|part| {
            let turns = 40 * part.sites.len();
            rebuild(&part, Answer::default(), turns, &mut Budget::new(u64::MAX, &limits))
        });
        let rebuilt: i64 = rebuilt.map(|answer| answer.weight.value).sum();
        assert!(rebuilt <= best.achieved, "{rebuilt} {best:?}");
        all += rebuilt * 1000 / best.achieved;
        most += 1000;
    }
    assert!(all * 100 > most * 97, "{all} of {most}");
}

#[test]
fn a_good_answer_is_never_made_worse() {
    for pool in pools() {
        for part in parts(&pool) {
            let greedy = first_answer(&part);
            let rebuilt = rebuild(
                &part,
                greedy.clone(),
                10,
                &mut Budget::new(u64::MAX, &Limits::default()),
            );
            assert!(rebuilt.weight >= greedy.weight);
        }
    }
}
