//! Who would go where, and who would lead.

use std::collections::BTreeSet;

use rand::{
    RngExt as _,
    distr::weighted::WeightedIndex,
    rngs::ChaCha8Rng,
    seq::{IndexedRandom as _, SliceRandom as _},
};

use super::{
    Kind,
    country::{Band, Country, DAYS, cell_id},
    enough,
};
use crate::{IgangsetterInput, NoteInput, WantInput};

/// One in seven would also meet by telephone or online.
const REACHABLE: f64 = 0.14;
/// People for each group that needs an igangsetter: of thirteen, eight are seated at the best of times.
const PER_GROUP: f64 = 13.0;
/// How many groups an igangsetter takes at once, each as often as the next.
const GROUPS: [i32; 10] = [1, 1, 1, 1, 1, 1, 1, 2, 2, 3];

pub(super) fn notes(kind: Kind, country: &Country, notes: usize, chance: &mut ChaCha8Rng) -> Vec<NoteInput> {
    let weights = country.municipalities.iter().map(|one| one.weight);
    let Ok(homes) = WeightedIndex::new(weights) else {
        return Vec::new();
    };
    let note = |nth| {
        let home = chance.sample(&homes);
        NoteInput {
            id: format!("n{nth:06}"),
            waiting_days: waiting_days(kind, chance),
            wants: if kind == Kind::AllAccept {
                everything(country, chance)
            } else {
                wishes(kind, country, home, chance)
            },
        }
    };
    (0..notes).map(note).collect()
}

/// Most have waited for some weeks, one in five for up to half a year.
fn waiting_days(kind: Kind, chance: &mut ChaCha8Rng) -> i32 {
    if kind == Kind::Ties {
        return 20;
    }
    let weeks = chance.random_range(0..60);
    let long = chance.random_bool(0.2);
    weeks + if long { chance.random_range(0..120) } else { 0 }
}

fn everything(country: &Country, chance: &mut ChaCha8Rng) -> Vec<WantInput> {
    let first = chance.random_range(0..country.spots.len());
    (0..country.spots.len()).map(|spot| want(spot, spot == first)).collect()
}

/// Places times times, as the form asks for them; the place and the time that come first are the first choice.
fn wishes(kind: Kind, country: &Country, home: usize, chance: &mut ChaCha8Rng) -> Vec<WantInput> {
    let own = country.municipalities.get(home).into_iter();
    let mut places: Vec<&Vec<usize>> = own.flat_map(|home| &home.places).collect();
    places.shuffle(chance);
    if kind == Kind::Sparse {
        places.truncate(1);
    } else {
        places.truncate(chance.random_range(1..=3));
        if chance.random_bool(0.3) {
            let near = country.near(home);
            places.extend(near.choose(chance).and_then(|one| one.places.choose(chance)));
        }
    }
    if !country.calls.is_empty() && chance.random_bool(REACHABLE) {
        places.push(&country.calls);
    }
    let times = times(kind, chance);
    let mut seen = BTreeSet::new();
    let mut wants = Vec::new();
    for (nth, place) in places.into_iter().enumerate() {
        for (order, time) in times.iter().enumerate() {
            for at in place {
                let spot = country.spots.get(*at);
                let fits = spot.is_some_and(|spot| (spot.day, spot.band) == *time);
                if fits && seen.insert(*at) {
                    wants.push(want(*at, kind == Kind::Ties || (nth == 0 && order == 0)));
                }
            }
        }
    }
    wants
}

/// The days and bands that suit somebody. Evenings come first for nine in ten, and are the only choice of seven.
fn times(kind: Kind, chance: &mut ChaCha8Rng) -> Vec<(usize, Band)> {
    let mut days: Vec<usize> = (0..DAYS.len()).collect();
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
    let times = days.iter().flat_map(|day| bands.iter().map(|band| (*day, *band)));
    times.collect()
}

fn want(spot: usize, first: bool) -> WantInput {
    WantInput {
        cell: cell_id(spot),
        rank: if first { 1 } else { 2 },
    }
}

/// Half of those that a municipality needs, or a quarter more; a single one is never halved.
pub(super) fn igangsettere(kind: Kind, country: &Country, chance: &mut ChaCha8Rng) -> Vec<IgangsetterInput> {
    let mut found = Vec::new();
    for (home, municipality) in country.municipalities.iter().enumerate() {
        let needed = enough(municipality.people, PER_GROUP);
        let count = if municipality.lacks_igangsettere {
            needed.div_ceil(2)
        } else {
            needed + needed.div_ceil(4)
        };
        for _ in 0..count {
            let mut spots: Vec<usize> = municipality.places.iter().flatten().copied().collect();
            if chance.random_bool(0.3) {
                spots.extend(country.near(home).iter().flat_map(|one| &one.places).flatten());
            }
            found.push(igangsetter(kind, spots, found.len(), chance));
        }
    }
    let calls = country.calls.len();
    for _ in 0..calls + calls.div_ceil(4) {
        found.push(igangsetter(kind, country.calls.clone(), found.len(), chance));
    }
    found
}

fn igangsetter(kind: Kind, mut spots: Vec<usize>, nth: usize, chance: &mut ChaCha8Rng) -> IgangsetterInput {
    spots.sort_unstable();
    spots.dedup();
    spots.shuffle(chance);
    if kind != Kind::AllAccept {
        spots.truncate(chance.random_range(2..=7));
    }
    IgangsetterInput {
        id: format!("f{nth:05}"),
        max_groups: *GROUPS.choose(chance).unwrap_or(&1),
        cells: spots.into_iter().map(cell_id).collect(),
    }
}
