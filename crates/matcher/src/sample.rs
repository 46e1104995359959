//! Made-up pools that look like real ones: the same kind, size and seed give the same pool on every machine.
//!
//! A *country* of municipalities, most of them small, lies along a road, so that each has neighbours. People live in
//! proportion to their sizes, prefer evenings, and choose places near them; every second municipality has half the
//! igangsettere that it needs. Nothing of it is drawn from real people.

mod country;
mod people;
#[cfg(test)]
mod tests;

use std::{collections::BTreeSet, str::FromStr};

use rand::{RngExt as _, SeedableRng as _, rngs::ChaCha8Rng, seq::SliceRandom as _};

use crate::{CellInput, NoteInput, PoolInput, RulesInput, StandingInput};
use country::Country;

/// What a pool is like.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// One contact point with a few places.
    Small,
    /// A region of municipalities around a city, where many wish for the same evenings.
    City,
    /// Everybody would go anywhere: nothing but symmetry.
    AllAccept,
    /// Few wishes each, and many places that hardly reach a group.
    Sparse,
    /// Everybody has waited equally long and ranks nothing.
    Ties,
    /// A city with groups that are announced already.
    Standing,
    /// A city where one in ten must be kept apart from somebody.
    Apart,
    /// A whole country, made one by groups on the telephone and online.
    Nation,
}

/// There is no kind of this name.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("no kind of pool has the name {0:?}")]
pub struct NoSuchKind(String);

impl Kind {
    /// All kinds, in the order of the documentation.
    pub const ALL: [Self; 8] = [
        Self::Small,
        Self::City,
        Self::AllAccept,
        Self::Sparse,
        Self::Ties,
        Self::Standing,
        Self::Apart,
        Self::Nation,
    ];

    /// The name by which it is asked for.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Small => "small",
            Self::City => "city",
            Self::AllAccept => "all-accept",
            Self::Sparse => "sparse",
            Self::Ties => "ties",
            Self::Standing => "standing",
            Self::Apart => "apart",
            Self::Nation => "nation",
        }
    }

    /// Whether everybody can be reached by groups on the telephone and online.
    const fn has_calls(self) -> bool {
        matches!(self, Self::City | Self::Standing | Self::Apart | Self::Nation)
    }
}

impl FromStr for Kind {
    type Err = NoSuchKind;

    fn from_str(name: &str) -> Result<Self, NoSuchKind> {
        let mut kinds = Self::ALL.into_iter();
        kinds
            .find(|kind| kind.name() == name)
            .ok_or_else(|| NoSuchKind(name.to_owned()))
    }
}

/// A pool of this kind with so many notes. `size_value` is what groups of 5, 6, 7 and 8 are worth.
#[must_use]
pub fn pool(kind: Kind, notes: usize, seed: u64, size_value: &[i32]) -> PoolInput {
    let mut chance = ChaCha8Rng::seed_from_u64(seed);
    let country = Country::draw(kind, notes, &mut chance);
    let mut pool = PoolInput {
        rules: RulesInput {
            min_size: Some(5),
            max_size: Some(8),
            size_value: Some(size_value.to_vec()),
        },
        cells: country.cells(),
        notes: people::notes(kind, &country, notes, &mut chance),
        igangsettere: people::igangsettere(kind, &country, &mut chance),
        ..PoolInput::default()
    };
    match kind {
        Kind::Standing => pool.standing = standing(&pool, &mut chance),
        Kind::Apart => pool.apart = apart(&pool.notes, notes / 20, &mut chance),
        Kind::City | Kind::Nation => pool.apart = apart(&pool.notes, notes / 200, &mut chance),
        Kind::Small | Kind::AllAccept | Kind::Sparse | Kind::Ties => {}
    }
    pool
}

/// Pairs who share a wish, since others would not meet anyhow; nobody is in two of them.
fn apart(notes: &[NoteInput], pairs: usize, chance: &mut ChaCha8Rng) -> Vec<(String, String)> {
    let mut left: Vec<&NoteInput> = notes.iter().filter(|note| !note.wants.is_empty()).collect();
    left.shuffle(chance);
    let mut found = Vec::new();
    while found.len() < pairs
        && let Some(one) = left.pop()
    {
        let wanted: BTreeSet<&str> = one.wants.iter().map(|want| want.cell.as_str()).collect();
        let shares = |other: &&NoteInput| other.wants.iter().any(|want| wanted.contains(want.cell.as_str()));
        if let Some(at) = left.iter().position(shares) {
            found.push((one.id.clone(), left.swap_remove(at).id.clone()));
        }
    }
    found
}

/// One igangsetter in four leads a group already, of three to seven members; half of the groups tell their gains.
fn standing(pool: &PoolInput, chance: &mut ChaCha8Rng) -> Vec<StandingInput> {
    let mut rooms: Vec<(&CellInput, i32)> = pool.cells.iter().map(|cell| (cell, cell.rooms)).collect();
    let mut found = Vec::new();
    for one in pool.igangsettere.iter().step_by(4) {
        let free = rooms
            .iter_mut()
            .find(|(cell, rooms)| *rooms > 0 && one.cells.contains(&cell.id));
        let Some((cell, rooms)) = free else { continue };
        *rooms -= 1;
        let id = format!("g{:03}", found.len());
        let size = chance.random_range(3..=7);
        let mut worth = 0;
        let gains = (size..8).map(|_| {
            worth += chance.random_range(300..1200);
            worth
        });
        let gains: Vec<i32> = gains.collect();
        found.push(StandingInput {
            cell: cell.id.clone(),
            igangsetter: one.id.clone(),
            members: (0..size).map(|nth| format!("{id}-{nth}")).collect(),
            gain: chance.random_bool(0.5).then_some(gains),
            id,
        });
    }
    found
}

/// As a fraction.
fn fraction(count: usize) -> f64 {
    f64::from(u32::try_from(count).unwrap_or(u32::MAX))
}

/// The least number of things, at least one, that serve so many people if each serves `each`.
fn enough(people: f64, each: f64) -> usize {
    let mut counts = 1..u32::MAX;
    let count = counts.find(|count| f64::from(*count) * each >= people);
    count.and_then(|count| usize::try_from(count).ok()).unwrap_or(1)
}
