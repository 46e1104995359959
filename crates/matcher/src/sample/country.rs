//! Municipalities along a road, their places, and the times at which these have rooms.

use rand::{RngExt as _, rngs::ChaCha8Rng, seq::SliceRandom as _};

use super::{Kind, enough, fraction};
use crate::CellInput;

/// The weekly times that are offered: five days of a morning, an afternoon and two evenings.
pub(super) const DAYS: [&str; 5] = ["mon", "tue", "wed", "thu", "fri"];
const HOURS: [(&str, Band); 4] = [
    ("10:00", Band::Day),
    ("13:00", Band::Day),
    ("17:00", Band::Evening),
    ("19:00", Band::Evening),
];
/// A week is drawn at most so often for a place before it gets a single evening.
const WEEKS: usize = 100;

/// When in the day; people wish for bands, not for hours.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Band {
    Day,
    Evening,
}

/// A place at a time.
#[derive(Clone, Debug)]
pub(super) struct Spot {
    /// A position in `DAYS`.
    pub day: usize,
    pub band: Band,
    hour: &'static str,
    place: usize,
    rooms: i32,
}

#[derive(Clone, Debug)]
pub(super) struct Municipality {
    /// Its people, as a share of all.
    pub weight: f64,
    /// How many want a group.
    pub people: f64,
    /// For each place its spots, as positions in `Country::spots`.
    pub places: Vec<Vec<usize>>,
    /// Whether there are fewer igangsettere than needed.
    pub lacks_igangsettere: bool,
}

#[derive(Clone, Debug, Default)]
pub(super) struct Country {
    /// In the order of the road.
    pub municipalities: Vec<Municipality>,
    pub spots: Vec<Spot>,
    /// Spots on the telephone and online, for everybody; none at most kinds.
    pub calls: Vec<usize>,
    /// How many places there are.
    places: usize,
}

impl Country {
    pub(super) fn draw(kind: Kind, notes: usize, chance: &mut ChaCha8Rng) -> Self {
        let mut country = Self::default();
        for (nth, weight) in weights(kind, notes, chance).into_iter().enumerate() {
            let people = weight * fraction(notes);
            let share = match kind {
                Kind::Sparse | Kind::AllAccept => 40.0,
                Kind::Small => 15.0,
                _ => 30.0,
            };
            let places = (0..enough(people, share)).map(|_| country.add_place(kind, chance));
            let places = places.collect();
            country.municipalities.push(Municipality {
                weight,
                people,
                places,
                lacks_igangsettere: nth % 2 == 1,
            });
        }
        if kind.has_calls() {
            country.add_calls(notes, chance);
        }
        country
    }

    /// Opens a place at some times of the week.
    fn add_place(&mut self, kind: Kind, chance: &mut ChaCha8Rng) -> Vec<usize> {
        let (by_day, by_evening) = match kind {
            Kind::Sparse => (0.2, 0.5),
            Kind::AllAccept => (0.1, 0.4),
            _ => (0.12, 0.4),
        };
        let mut spots = Vec::new();
        for _ in 0..WEEKS {
            for (day, hour, band) in week() {
                let often = if band == Band::Day { by_day } else { by_evening };
                if chance.random_bool(often) {
                    let rooms = 1 + i32::from(chance.random_bool(0.15));
                    spots.push(self.add_spot(day, (hour, band), rooms));
                }
            }
            if !spots.is_empty() {
                break;
            }
        }
        if spots.is_empty() {
            spots.push(self.add_spot(0, ("17:00", Band::Evening), 1));
        }
        self.places += 1;
        spots
    }

    /// Opens one spot with a few lines for a hundred people, and more lines once the week is full.
    fn add_calls(&mut self, notes: usize, chance: &mut ChaCha8Rng) {
        let count = notes.min(2000).div_ceil(100);
        for (day, hour, band) in week().take(count) {
            let lines = i32::try_from(notes / 4000).unwrap_or(1) + 1;
            let lines = lines + chance.random_range(0..=1);
            let spot = self.add_spot(day, (hour, band), lines);
            self.calls.push(spot);
        }
        self.places += 1;
    }

    fn add_spot(&mut self, day: usize, (hour, band): (&'static str, Band), rooms: i32) -> usize {
        self.spots.push(Spot {
            day,
            band,
            hour,
            place: self.places,
            rooms,
        });
        self.spots.len() - 1
    }

    pub(super) fn cells(&self) -> Vec<CellInput> {
        let spots = self.spots.iter().enumerate();
        spots
            .map(|(at, spot)| CellInput {
                id: cell_id(at),
                place: format!("p{:04}", spot.place),
                slot: format!("{}-{}", DAYS.get(spot.day).unwrap_or(&"sun"), spot.hour),
                rooms: spot.rooms,
            })
            .collect()
    }

    /// The municipality itself and those beside it on the road.
    pub(super) fn near(&self, home: usize) -> Vec<&Municipality> {
        let around = home.saturating_sub(1)..=home + 1;
        around.filter_map(|at| self.municipalities.get(at)).collect()
    }
}

/// The shares of people in the municipalities: Zipf's law for the sizes of towns, in chance order along the road.
fn weights(kind: Kind, notes: usize, chance: &mut ChaCha8Rng) -> Vec<f64> {
    let count = match kind {
        Kind::Small | Kind::AllAccept => 1,
        Kind::Nation => (notes / 56).max(2),
        _ => (notes / 50).max(2),
    };
    let mut weights: Vec<f64> = (1..=count).map(|rank| 1.0 / fraction(rank)).collect();
    weights.shuffle(chance);
    let total: f64 = weights.iter().sum();
    weights.iter().map(|weight| weight / total).collect()
}

/// All times of the week.
fn week() -> impl Iterator<Item = (usize, &'static str, Band)> {
    (0..DAYS.len()).flat_map(|day| HOURS.into_iter().map(move |(hour, band)| (day, hour, band)))
}

pub(super) fn cell_id(spot: usize) -> String {
    format!("c{spot:05}")
}
