//! Who would go where, and who would lead.

use std::collections::BTreeSet;

use rand::{
    RngExt as _,
    distr::weighted::WeightedIndex,
    rngs::ChaCha8Rng,
    seq::{IndexedRandom as _, SliceRandom as _},
};

use super::{
    IgangsetterInput, Kind, NoteInput, WantInput,
    country::{Band, Country, Municipality, cell_id},
};

/// One in seven would also meet by telephone or online.
const REACHABLE: f64 = 0.14;

pub(super) fn notes(kind: Kind, country: &Country, notes: usize, chance: &mut ChaCha8Rng) -> Vec<NoteInput> {
    let weights = country.municipalities.iter().map(|one| one.weight);
    let Ok(homes) = WeightedIndex::new(weights) else {
        return Vec::new();
    };
    (0..notes)
        .map(|nth| {
            let home = chance.sample(&homes);
            NoteInput {
                id: format!("n{nth:06}"),
                waiting_days: waiting_days(kind, chance),
                wants: if kind == Kind::AllAccept {
                    all(country, chance)
                } else {
                    wishes(kind, country, home, chance)
                },
            }
        })
        .collect()
}

/// Most have waited for some weeks, some for half a year.
fn waiting_days(kind: Kind, chance: &mut ChaCha8Rng) -> i32 {
    if kind == Kind::Ties {
        return 20;
    }
    chance.random_range(0..60)
        + if chance.random_bool(0.2) {
            chance.random_range(0..120)
        } else {
            0
        }
}

fn all(country: &Country, chance: &mut ChaCha8Rng) -> Vec<WantInput> {
    let first = chance.random_range(0..country.spots.len());
    (0..country.spots.len()).map(|spot| want(spot, spot == first)).collect()
}

/// Places times times, as the form asks for them; the place and the time that come first are the first choice.
fn wishes(kind: Kind, country: &Country, home: usize, chance: &mut ChaCha8Rng) -> Vec<WantInput> {
    let near = country.near(home);
    let own = country.municipalities.get(home).into_iter();
    let mut places: Vec<&Vec<usize>> = own.flat_map(|home| &home.places).collect();
    places.shuffle(chance);
    places.truncate(if kind == Kind::Sparse {
        1
    } else {
        chance.random_range(1..=3)
    });
    if kind != Kind::Sparse && chance.random_bool(0.3) {
        places.extend(near.choose(chance).and_then(|one| one.places.choose(chance)));
    }
    let calls = country
        .municipalities
        .last()
        .filter(|_| country.reaches_all && chance.random_bool(REACHABLE));
    places.extend(calls.and_then(|one| one.places.first()));
    let times = times(kind, chance);
    let mut seen = BTreeSet::new();
    let mut wants = Vec::new();
    for (nth, place) in places.into_iter().enumerate() {
        for (order, time) in times.iter().enumerate() {
            for at in place {
                let fits = country
                    .spots
                    .get(*at)
                    .is_some_and(|spot| (spot.day, spot.band) == *time);
                if fits && seen.insert(*at) {
                    wants.push(want(*at, kind == Kind::Ties || (nth == 0 && order == 0)));
                }
            }
        }
    }
    wants
}

/// The days and bands that suit somebody; four in five prefer evenings.
fn times(kind: Kind, chance: &mut ChaCha8Rng) -> Vec<(usize, Band)> {
    let mut days: Vec<usize> = (0..5).collect();
    days.shuffle(chance);
    days.truncate(if kind == Kind::Sparse {
        1
    } else {
        chance.random_range(1..=4)
    });
    let bands = match chance.random_range(0..10) {
        0..=6 => &[Band::Evening][..],
        7 => &[Band::Day],
        _ => &[Band::Evening, Band::Day],
    };
    days.iter()
        .flat_map(|day| bands.iter().map(|band| (*day, *band)))
        .collect()
}

fn want(spot: usize, first: bool) -> WantInput {
    WantInput {
        cell: cell_id(spot),
        rank: if first { 1 } else { 2 },
    }
}

pub(super) fn igangsettere(
    kind: Kind,
    country: &Country,
    notes: usize,
    chance: &mut ChaCha8Rng,
) -> Vec<IgangsetterInput> {
    let mut found = Vec::new();
    for (home, municipality) in country.municipalities.iter().enumerate() {
        let needed = if home == country.living() {
            municipality.places.iter().map(Vec::len).sum()
        } else {
            // A group of eight takes six of ten people, as many as can be seated at the best of times.
            let people = municipality.weight * f64::from(u32::try_from(notes).unwrap_or(u32::MAX));
            let mut groups = 1;
            while f64::from(groups) * 13.0 < people {
                groups += 1;
            }
            usize::try_from(groups).unwrap_or(1)
        };
        let count = if municipality.lacks_igangsettere {
            needed.div_ceil(2)
        } else {
            needed + needed.div_ceil(4)
        };
        for _ in 0..count {
            found.push(igangsetter(kind, country, (found.len(), home, municipality), chance));
        }
    }
    found
}

fn igangsetter(
    kind: Kind,
    country: &Country,
    (nth, home, municipality): (usize, usize, &Municipality),
    chance: &mut ChaCha8Rng,
) -> IgangsetterInput {
    let mut spots: Vec<usize> = municipality.places.iter().flatten().copied().collect();
    if home < country.living() && chance.random_bool(0.3) {
        spots.extend(country.near(home).iter().flat_map(|one| &one.places).flatten());
    }
    spots.sort_unstable();
    spots.dedup();
    spots.shuffle(chance);
    spots.truncate(if kind == Kind::AllAccept {
        spots.len()
    } else {
        chance.random_range(2..=7)
    });
    IgangsetterInput {
        id: format!("f{nth:05}"),
        max_groups: *[1, 1, 1, 1, 1, 1, 1, 2, 2, 3].choose(chance).unwrap_or(&1),
        cells: spots.into_iter().map(cell_id).collect(),
    }
}
