//! Pools to test with: written down in a line, or made up from a seed.

use crate::{CellInput, IgangsetterInput, NoteInput, Pool, PoolInput, RulesInput, StandingInput, WantInput};

/// What a group of five to eight is worth if four of five invited accept.
pub(crate) const EXPECTED: [i32; 4] = [1638, 3539, 5046, 6187];

/// A pool that grows by plain sentences.
#[derive(Clone, Debug, Default)]
pub(crate) struct Town(pub PoolInput);

impl Town {
    pub(crate) fn new() -> Self {
        Self::default()
    }

    pub(crate) fn expecting(mut self) -> Self {
        self.0.rules.size_value = Some(EXPECTED.to_vec());
        self
    }

    pub(crate) fn sizes(mut self, least: i32, values: &[i32]) -> Self {
        let most = least - 1 + i32::try_from(values.len()).unwrap_or(0);
        self.0.rules = RulesInput {
            min_size: Some(least),
            max_size: Some(most),
            size_value: Some(values.to_vec()),
        };
        self
    }

    pub(crate) fn cell(mut self, id: &str, slot: &str, rooms: i32) -> Self {
        self.0.cells.push(CellInput {
            id: id.into(),
            place: "p".into(),
            slot: slot.into(),
            rooms,
        });
        self
    }

    pub(crate) fn starter(mut self, id: &str, max_groups: i32, cells: &[&str]) -> Self {
        let cells = cells.iter().map(ToString::to_string).collect();
        self.0.igangsettere.push(IgangsetterInput {
            id: id.into(),
            max_groups,
            cells,
        });
        self
    }

    pub(crate) fn note(mut self, id: &str, waiting_days: i32, cells: &[&str]) -> Self {
        let wants = cells
            .iter()
            .zip(1..)
            .map(|(cell, rank)| WantInput {
                cell: (*cell).into(),
                rank,
            })
            .collect();
        self.0.notes.push(NoteInput {
            id: id.into(),
            waiting_days,
            wants,
        });
        self
    }

    /// Notes `a0`, `a1`, … who waited `days`, `days + 1`, ….
    pub(crate) fn notes(mut self, prefix: &str, count: i32, days: i32, cells: &[&str]) -> Self {
        for nth in 0..count {
            self = self.note(&format!("{prefix}{nth}"), days + nth, cells);
        }
        self
    }

    pub(crate) fn apart(mut self, one: &str, other: &str) -> Self {
        self.0.apart.push((one.into(), other.into()));
        self
    }

    /// A standing group `id` with members `id-0`, `id-1`, ….
    pub(crate) fn standing(mut self, id: &str, place: (&str, &str), size: usize, gain: Option<&[i32]>) -> Self {
        self.0.standing.push(StandingInput {
            id: id.into(),
            cell: place.0.into(),
            igangsetter: place.1.into(),
            members: (0..size).map(|nth| format!("{id}-{nth}")).collect(),
            gain: gain.map(<[i32]>::to_vec),
        });
        self
    }

    pub(crate) fn pool(&self) -> Pool {
        Pool::try_from(self.0.clone()).unwrap()
    }
}

/// Numbers that look random and are the same everywhere (splitmix64).
#[derive(Clone, Debug)]
pub(crate) struct Dice(pub u64);

impl Dice {
    pub(crate) fn below(&mut self, end: usize) -> usize {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut mixed = (self.0 ^ (self.0 >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        usize::try_from((mixed ^ (mixed >> 31)) % u64::try_from(end.max(1)).unwrap()).unwrap()
    }

    pub(crate) fn number(&mut self, end: usize) -> i32 {
        i32::try_from(self.below(end)).unwrap()
    }

    pub(crate) fn shuffle<T>(&mut self, list: &mut [T]) {
        for at in (1..list.len()).rev() {
            list.swap(at, self.below(at + 1));
        }
    }

    fn some<'a>(&mut self, all: &[&'a str], count: usize) -> Vec<&'a str> {
        let mut all = all.to_vec();
        self.shuffle(&mut all);
        all.truncate(count);
        all
    }
}

/// What kind of town to make up.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Sketch {
    pub notes: usize,
    pub cells: usize,
    pub starters: usize,
    /// At most so many cells per note.
    pub wishes: usize,
    pub apart: usize,
    pub standing: usize,
    /// Waiting days are below this.
    pub days: usize,
    pub expecting: bool,
}

/// A small town: three places with their weekly times, people who want what lies near.
pub(crate) fn town(sketch: Sketch, seed: u64) -> Town {
    let mut dice = Dice(seed);
    let mut town = Town::new();
    if sketch.expecting {
        town = town.expecting();
    }
    let ids: Vec<String> = (0..sketch.cells).map(|cell| format!("c{cell}")).collect();
    let ids: Vec<&str> = ids.iter().map(String::as_str).collect();
    for id in &ids {
        let rooms = 1 + i32::from(dice.below(8) == 0);
        town = town.cell(id, &format!("t{}", dice.below(10)), rooms);
    }
    for nth in 0..sketch.starters {
        let count = 1 + dice.below(sketch.cells / 3 + 1);
        town = town.starter(
            &format!("f{nth}"),
            1 + i32::from(dice.below(5) == 0),
            &dice.some(&ids, count),
        );
    }
    for nth in 0..sketch.notes {
        let home = dice.below(3);
        let near: Vec<&str> = ids
            .iter()
            .enumerate()
            .filter(|(at, _)| at % 3 == home || dice.below(4) == 0)
            .map(|(_, id)| *id)
            .collect();
        let count = 1 + dice.below(sketch.wishes);
        let wishes = dice.some(if sketch.wishes >= sketch.cells { &ids } else { &near }, count);
        town = town.note(&format!("n{nth}"), dice.number(sketch.days), &wishes);
    }
    for _ in 0..sketch.apart {
        let one = dice.below(sketch.notes);
        let other = (one + 1 + dice.below(sketch.notes - 1)) % sketch.notes;
        town = town.apart(&format!("n{one}"), &format!("n{other}"));
    }
    for nth in 0..sketch.standing {
        let place = (ids[dice.below(ids.len())], format!("f{}", dice.below(sketch.starters)));
        let size = 4 + dice.below(5);
        let gain: Vec<i32> = (0..8 - size).map(|_| dice.number(3000)).collect();
        town = town.standing(
            &format!("g{nth}"),
            (place.0, &place.1),
            size,
            (dice.below(2) == 0).then_some(&gain),
        );
    }
    town
}

/// The same pool with everything listed in another order.
pub(crate) fn shuffled(town: &Town, seed: u64) -> Town {
    let mut dice = Dice(seed);
    let mut input = town.0.clone();
    dice.shuffle(&mut input.cells);
    dice.shuffle(&mut input.notes);
    dice.shuffle(&mut input.igangsettere);
    dice.shuffle(&mut input.apart);
    dice.shuffle(&mut input.standing);
    for note in &mut input.notes {
        dice.shuffle(&mut note.wants);
    }
    for one in &mut input.igangsettere {
        dice.shuffle(&mut one.cells);
    }
    for group in &mut input.standing {
        dice.shuffle(&mut group.members);
    }
    for pair in &mut input.apart {
        if dice.below(2) == 0 {
            std::mem::swap(&mut pair.0, &mut pair.1);
        }
    }
    Town(input)
}
