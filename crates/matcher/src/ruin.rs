//! Ruin and recreate: a group or two close, others near them open with whom that leaves, and it stays so unless it is worse.
//!
//! What is as good as before stays too, so that the groups wander. All is one floor (see `floor`): a chain of people, or of
//! igangsettere, may go through the whole country. The dice are always the same. Source: Schrimpf et al., Record breaking
//! optimization results using the ruin and recreate principle (2000).

#![expect(clippy::indexing_slicing, reason = "a kernel on positions that it hands out itself")]

use std::collections::BTreeMap;

use rand::{
    RngExt as _, SeedableRng as _,
    rngs::ChaCha8Rng,
    seq::{IndexedRandom as _, SliceRandom as _},
};

use crate::district::led_by;
use crate::floor::Floor;
use crate::limits::Budget;
use crate::problem::{Answer, Problem};

/// Steps that a look of a floor takes: it goes through the whole memory.
const STEPS: usize = 2;

/// Improves an answer by so many turns.
pub(crate) fn rebuild(problem: &Problem<'_>, mut answer: Answer, turns: usize, budget: &mut Budget) -> Answer {
    let sites: Vec<usize> = (0..problem.sites.len()).collect();
    let mut ruin = Ruin {
        problem,
        led: led_by(problem, &sites),
        floor: Floor::new(problem, &answer),
        dice: ChaCha8Rng::seed_from_u64(0),
    };
    ruin.floor.pass_on(0..problem.notes.len());
    for _ in 0..turns {
        if budget.is_spent() {
            break;
        }
        let before = ruin.floor.value();
        ruin.floor.keep();
        ruin.turn();
        if ruin.floor.value() < before {
            ruin.floor.take_back(0);
        }
        budget.spend(ruin.floor.looks() * STEPS);
    }
    let rebuilt = ruin.floor.answer();
    if rebuilt.weight > answer.weight {
        answer = rebuilt;
    }
    answer
}

struct Ruin<'p> {
    problem: &'p Problem<'p>,
    /// By leader the sites that they could take.
    led: BTreeMap<usize, Vec<usize>>,
    floor: Floor<'p>,
    dice: ChaCha8Rng,
}

impl Ruin<'_> {
    fn turn(&mut self) {
        let first = self.dice.random_range(0..self.problem.sites.len());
        let mut people = self.close(first);
        let mut sites = vec![first];
        if self.dice.random_bool(0.5)
            && let Some(second) = self.beside(first, &people)
        {
            people.extend(self.close(second));
            sites.push(second);
        }
        for site in self.near(&sites, &people) {
            self.floor.try_open(site);
        }
        self.floor.pass_on(people);
    }

    /// Closes a group here if there is one. Tells who lost a seat, or else somebody who wants one here.
    fn close(&mut self, site: usize) -> Vec<usize> {
        if self.floor.can_close(site) {
            return self.floor.close(site, &mut self.dice);
        }
        let taker = self.problem.sites[site].takers.choose(&mut self.dice);
        taker.map(|taker| taker.note).into_iter().collect()
    }

    /// A site that one of its leaders could take, or one of the people wants.
    fn beside(&mut self, site: usize, people: &[usize]) -> Option<usize> {
        if self.dice.random_bool(0.3) {
            let leader = self.problem.leaders.of(site).choose(&mut self.dice)?;
            self.led.get(leader)?.choose(&mut self.dice).copied()
        } else {
            let note = people.choose(&mut self.dice)?;
            self.problem.seats[*note].choose(&mut self.dice).map(|seat| seat.site)
        }
    }

    /// All sites that these people want or the leaders of these sites could take, in an order of the dice.
    fn near(&mut self, sites: &[usize], people: &[usize]) -> Vec<usize> {
        let leaders = sites.iter().flat_map(|site| self.problem.leaders.of(*site));
        let by_leaders = leaders.flat_map(|leader| self.led.get(leader).into_iter().flatten().copied());
        let seats = people.iter().flat_map(|note| &self.problem.seats[*note]);
        let mut near: Vec<usize> = by_leaders.chain(seats.map(|seat| seat.site)).collect();
        near.sort_unstable();
        near.dedup();
        near.shuffle(&mut self.dice);
        near
    }
}
