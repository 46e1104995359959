//! Made-up pools that look like real ones: the same kind, size and seed give the same pool everywhere.
//!
//! A *country* of municipalities, most of them small, lies along a road, so that each has neighbours. People live in
//! proportion to its size, prefer evenings, and choose places near them; igangsettere are fewer than needed in every
//! second municipality. Nothing of it is drawn from real people.

mod country;
mod people;

use rand::{RngExt as _, SeedableRng as _, rngs::ChaCha8Rng, seq::SliceRandom as _};

use crate::{CellInput, IgangsetterInput, NoteInput, PoolInput, RulesInput, StandingInput, WantInput};
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
}

/// A pool of this kind with so many notes. `size_value` is what groups of 5, 6, 7 and 8 are worth.
#[must_use]
pub fn pool(kind: Kind, notes: usize, seed: u64, size_value: [i32; 4]) -> PoolInput {
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
        igangsettere: people::igangsettere(kind, &country, notes, &mut chance),
        ..PoolInput::default()
    };
    match kind {
        Kind::Standing => pool.standing = standing(&pool, &mut chance),
        Kind::Apart => pool.apart = apart(&pool.notes, pool.notes.len() / 20, &mut chance),
        Kind::City | Kind::Nation => pool.apart = apart(&pool.notes, pool.notes.len() / 200, &mut chance),
        _ => {}
    }
    pool
}

/// Pairs who share a wish, since others would not meet anyhow.
fn apart(notes: &[NoteInput], pairs: usize, chance: &mut ChaCha8Rng) -> Vec<(String, String)> {
    let mut order: Vec<&NoteInput> = notes.iter().filter(|note| !note.wants.is_empty()).collect();
    order.shuffle(chance);
    let mut found = Vec::new();
    while let Some(one) = order.pop() {
        if found.len() == pairs {
            break;
        }
        let shares = |other: &&NoteInput| {
            other
                .wants
                .iter()
                .any(|want| one.wants.iter().any(|own| own.cell == want.cell))
        };
        if let Some(at) = order.iter().position(shares) {
            found.push((one.id.clone(), order.swap_remove(at).id.clone()));
        }
    }
    found
}

/// One igangsetter in four leads a group already, of three to seven members; some of the groups tell their gains.
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
        let gain: Vec<i32> = (size..8)
            .map(|_| {
                worth += chance.random_range(300..1200);
                worth
            })
            .collect();
        found.push(StandingInput {
            cell: cell.id.clone(),
            igangsetter: one.id.clone(),
            members: (0..size).map(|nth| format!("{id}-{nth}")).collect(),
            gain: chance.random_bool(0.5).then_some(gain),
            id,
        });
    }
    found
}
