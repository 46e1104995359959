//! Tiny pools against every possibility there is.
//!
//! The search below knows nothing of the solver: it puts note after note into nothing, a standing group, a group opened
//! before, or a new one, and keeps the best ending that obeys the rules.

use std::collections::BTreeSet;

use proptest::prelude::*;
use proptest::test_runner::{Config, RngAlgorithm, TestRng, TestRunner};

use crate::tests::pools::{Dice, Town};
use crate::tests::rules::{check, gains, worth};
use crate::{Limits, PoolInput, assemble};

struct Every<'a> {
    input: &'a PoolInput,
    apart: BTreeSet<(&'a str, &'a str)>,
    /// Cell and members of each new group.
    groups: Vec<(&'a str, Vec<&'a str>)>,
    /// New members of each standing group.
    added: Vec<Vec<&'a str>>,
    /// Waiting days and minus the ranks so far.
    totals: (i64, i64),
    best: (i64, i64, i64),
}

/// Value, waiting and minus the ranks of the best proposal.
fn best(input: &PoolInput) -> (i64, i64, i64) {
    let pairs = input
        .apart
        .iter()
        .flat_map(|(one, other)| [(one.as_str(), other.as_str()), (other.as_str(), one.as_str())]);
    let mut every = Every {
        input,
        apart: pairs.collect(),
        groups: Vec::new(),
        added: vec![Vec::new(); input.standing.len()],
        totals: (0, 0),
        best: (0, 0, 0),
    };
    every.place(0);
    every.best
}

impl<'a> Every<'a> {
    fn place(&mut self, at: usize) {
        let Some(note) = self.input.notes.get(at) else {
            return self.finish();
        };
        self.place(at + 1);
        let before = self.totals;
        for want in &note.wants {
            let cell = want.cell.as_str();
            self.totals = (before.0 + i64::from(note.waiting_days), before.1 - i64::from(want.rank));
            for group in 0..self.groups.len() {
                if self.groups[group].0 == cell && self.fits(&note.id, &self.groups[group].1) {
                    self.groups[group].1.push(&note.id);
                    self.place(at + 1);
                    self.groups[group].1.pop();
                }
            }
            if self.has_room(cell) {
                self.groups.push((cell, vec![&note.id]));
                self.place(at + 1);
                self.groups.pop();
            }
            for (group, standing) in self.input.standing.iter().enumerate() {
                let members: Vec<&str> = standing
                    .members
                    .iter()
                    .map(String::as_str)
                    .chain(self.added[group].clone())
                    .collect();
                if standing.cell == cell && self.fits(&note.id, &members) {
                    self.added[group].push(&note.id);
                    self.place(at + 1);
                    self.added[group].pop();
                }
            }
            self.totals = before;
        }
    }

    fn fits(&self, note: &str, members: &[&str]) -> bool {
        !members.iter().any(|member| self.apart.contains(&(note, member)))
    }

    fn has_room(&self, cell: &str) -> bool {
        let held = self.input.standing.iter().filter(|group| group.cell == cell).count();
        let new = self.groups.iter().filter(|group| group.0 == cell).count();
        let rooms = self.input.cells.iter().find(|known| known.id == cell).unwrap().rooms;
        held + new < usize::try_from(rooms).unwrap()
    }

    fn finish(&mut self) {
        let mut value = 0;
        for (_, members) in &self.groups {
            let Some(worth) = worth(self.input, members.len()) else {
                return;
            };
            value += worth;
        }
        for (group, added) in self.input.standing.iter().zip(&self.added) {
            let gains = gains(self.input, group);
            match added.len() {
                0 => {}
                more if more > gains.len() => return,
                more => value += gains[more - 1],
            }
        }
        let total = (value, self.totals.0, self.totals.1);
        if total > self.best && self.can_be_led(0, &mut Vec::new()) {
            self.best = total;
        }
    }

    /// Tries every igangsetter for every group.
    fn can_be_led(&self, at: usize, led: &mut Vec<(&'a str, &'a str)>) -> bool {
        let Some((cell, _)) = self.groups.get(at) else {
            return true;
        };
        let slot = |id: &str| {
            self.input
                .cells
                .iter()
                .find(|known| known.id == id)
                .unwrap()
                .slot
                .as_str()
        };
        for one in self
            .input
            .igangsettere
            .iter()
            .filter(|one| one.cells.iter().any(|can| can == cell))
        {
            let held = self
                .input
                .standing
                .iter()
                .filter(|group| group.igangsetter == one.id)
                .map(|group| group.cell.as_str());
            let has: Vec<&str> = held
                .chain(led.iter().filter(|(who, _)| *who == one.id).map(|(_, cell)| *cell))
                .collect();
            let busy = has.iter().any(|other| slot(other) == slot(cell));
            if busy || has.len() >= usize::try_from(one.max_groups).unwrap() {
                continue;
            }
            led.push((&one.id, cell));
            let found = self.can_be_led(at + 1, led);
            led.pop();
            if found {
                return true;
            }
        }
        false
    }
}

/// At most nine notes, two or three to a group, everything else by the dice.
pub(crate) fn tiny(seed: u64) -> Town {
    let mut dice = Dice(seed);
    let least = 2 + dice.number(2);
    let tables: [&[i32]; 6] = [&[2, 3], &[1, 5, 6], &[3, 2, 4], &[0, 4, 4], &[7, 7], &[5, 1]];
    let mut town = Town::new().sizes(least, tables[dice.below(tables.len())]);
    let most = usize::try_from(town.0.rules.max_size.unwrap()).unwrap();
    let cells: Vec<String> = (0..=dice.below(4)).map(|cell| format!("c{cell}")).collect();
    let cells: Vec<&str> = cells.iter().map(String::as_str).collect();
    for cell in &cells {
        town = town.cell(cell, &format!("t{}", dice.below(2)), 1 + dice.number(2));
    }
    let some = |dice: &mut Dice, most: usize| {
        let mut list = cells.clone();
        dice.shuffle(&mut list);
        list.truncate(1 + dice.below(most));
        list
    };
    let starters = 1 + dice.below(3);
    for nth in 0..starters {
        town = town.starter(&format!("f{nth}"), 1 + dice.number(2), &some(&mut dice, 4));
    }
    let notes = 4 + dice.below(6);
    for nth in 0..notes {
        let wants = some(&mut dice, 3);
        town = town.note(&format!("n{nth}"), dice.number(4), &wants);
        let flat = dice.below(2) == 0;
        if flat {
            town.0
                .notes
                .last_mut()
                .unwrap()
                .wants
                .iter_mut()
                .for_each(|want| want.rank = 1);
        }
    }
    for _ in 0..dice.below(5) {
        let one = dice.below(notes);
        town = town.apart(
            &format!("n{one}"),
            &format!("n{}", (one + 1 + dice.below(notes - 1)) % notes),
        );
    }
    for nth in 0..dice.below(3) {
        let size = dice.below(most + 1);
        let gain: Vec<i32> = (0..dice.below(most + 1 - size)).map(|_| dice.number(9) - 2).collect();
        let place = (cells[dice.below(cells.len())], format!("f{}", dice.below(starters)));
        let gain = if dice.below(3) == 0 {
            None
        } else {
            Some(gain.as_slice())
        };
        town = town.standing(&format!("g{nth}"), (place.0, &place.1), size, gain);
        if size > 0 && dice.below(2) == 0 {
            town = town.apart(&format!("n{}", dice.below(notes)), &format!("g{nth}-0"));
        }
    }
    town
}

#[test]
fn no_tiny_pool_has_a_better_proposal() {
    let rng = TestRng::from_seed(RngAlgorithm::ChaCha, &[7; 32]);
    let config = Config {
        cases: 1500,
        failure_persistence: None,
        ..Config::default()
    };
    let outcome = TestRunner::new_with_rng(config, rng).run(&any::<u64>(), |seed| {
        let town = tiny(seed);
        let proposal = assemble(&town.pool(), &Limits::default());
        let (value, waiting, rank) = check(&town, &proposal);
        prop_assert_eq!((value, waiting, -rank), best(&town.0));
        prop_assert!(proposal.optimal);
        Ok(())
    });
    outcome.unwrap();
}
