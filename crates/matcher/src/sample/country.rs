//! Municipalities along a road, their places, and the times at which these have rooms.

use rand::{RngExt as _, rngs::ChaCha8Rng, seq::SliceRandom as _};

use super::{CellInput, Kind};

/// The weekly times that are offered: five days of a morning, an afternoon and two evenings.
const DAYS: [&str; 5] = ["mon", "tue", "wed", "thu", "fri"];
const HOURS: [(&str, Band); 4] = [
    ("10:00", Band::Day),
    ("13:00", Band::Day),
    ("17:00", Band::Evening),
    ("19:00", Band::Evening),
];

/// When in the day; people wish for bands, not for hours.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Band {
    Day,
    Evening,
}

/// A place at a time.
#[derive(Clone, Debug)]
pub(super) struct Spot {
    pub day: usize,
    pub band: Band,
    hour: &'static str,
    rooms: i32,
}

#[derive(Clone, Debug)]
pub(super) struct Municipality {
    /// Its people, as a share of all.
    pub weight: f64,
    /// For each place its spots, as positions in `Country::spots`.
    pub places: Vec<Vec<usize>>,
    /// Whether there are fewer igangsettere than needed.
    pub lacks_igangsettere: bool,
}

#[derive(Clone, Debug, Default)]
pub(super) struct Country {
    /// In the order of the road; the last one is on the telephone and online if `reaches_all`.
    pub municipalities: Vec<Municipality>,
    pub spots: Vec<Spot>,
    /// By spot: its place's number.
    place_of: Vec<usize>,
    /// Whether there is a last municipality that everybody can reach.
    pub reaches_all: bool,
}

impl Country {
    pub(super) fn draw(kind: Kind, notes: usize, chance: &mut ChaCha8Rng) -> Self {
        let mut country = Self::default();
        let count = match kind {
            Kind::Small | Kind::AllAccept => 1,
            Kind::Nation => (notes / 56).max(2),
            _ => (notes / 50).max(2),
        };
        // Zipf's law for the sizes of towns, in chance order along the road.
        let mut weights: Vec<f64> = (0..count)
            .map(|rank| 1.0 / f64::from(u32::try_from(rank + 1).unwrap_or(1)))
            .collect();
        weights.shuffle(chance);
        let total: f64 = weights.iter().sum();
        for (nth, weight) in weights.into_iter().enumerate() {
            let weight = weight / total;
            let people = weight * f64::from(u32::try_from(notes).unwrap_or(u32::MAX));
            let share = match kind {
                Kind::Sparse => 12.0,
                Kind::Small => 15.0,
                Kind::AllAccept => 40.0,
                _ => 30.0,
            };
            let mut places = 1;
            while f64::from(places) * share < people {
                places += 1;
            }
            let places = (0..places).map(|_| country.place(kind, chance)).collect();
            country.municipalities.push(Municipality {
                weight,
                places,
                lacks_igangsettere: nth % 2 == 1 && kind != Kind::AllAccept,
            });
        }
        if matches!(kind, Kind::City | Kind::Nation | Kind::Standing | Kind::Apart) {
            country.add_calls(notes, chance);
        }
        country
    }

    /// Groups on the telephone and online, for everybody: one cell for a hundred people, some with several lines.
    fn add_calls(&mut self, notes: usize, chance: &mut ChaCha8Rng) {
        let place = self.place_of.last().map_or(0, |last| last + 1);
        let mut spots = Vec::new();
        for day in 0..DAYS.len() {
            for (hour, band) in HOURS {
                if spots.len() * 100 >= notes.min(2000) {
                    break;
                }
                spots.push(self.spots.len());
                let lines = i32::try_from(notes / 4000).unwrap_or(1) + 1;
                self.add(
                    Spot {
                        day,
                        band,
                        hour,
                        rooms: lines + chance.random_range(0..=1),
                    },
                    place,
                );
            }
        }
        self.municipalities.push(Municipality {
            weight: 0.0,
            places: vec![spots],
            lacks_igangsettere: false,
        });
        self.reaches_all = true;
    }

    fn place(&mut self, kind: Kind, chance: &mut ChaCha8Rng) -> Vec<usize> {
        let place = self.place_of.last().map_or(0, |last| last + 1);
        let (by_day, by_evening) = match kind {
            Kind::Sparse => (0.3, 0.6),
            Kind::AllAccept => (0.1, 0.4),
            _ => (0.12, 0.4),
        };
        let mut spots = Vec::new();
        while spots.is_empty() {
            for day in 0..DAYS.len() {
                for (hour, band) in HOURS {
                    let often = if band == Band::Day { by_day } else { by_evening };
                    if !chance.random_bool(often) {
                        continue;
                    }
                    spots.push(self.spots.len());
                    let rooms = 1 + i32::from(chance.random_bool(0.15));
                    self.add(Spot { day, band, hour, rooms }, place);
                }
            }
        }
        spots
    }

    fn add(&mut self, spot: Spot, place: usize) {
        self.spots.push(spot);
        self.place_of.push(place);
    }

    pub(super) fn cells(&self) -> Vec<CellInput> {
        let spots = self.spots.iter().zip(&self.place_of).enumerate();
        spots
            .map(|(at, (spot, place))| CellInput {
                id: cell_id(at),
                place: format!("p{place:04}"),
                slot: format!("{}-{}", DAYS.get(spot.day).unwrap_or(&"sun"), spot.hour),
                rooms: spot.rooms,
            })
            .collect()
    }

    /// The municipality itself and those beside it on the road.
    pub(super) fn near(&self, home: usize) -> Vec<&Municipality> {
        let around = home.saturating_sub(1)..=home + 1;
        around
            .filter(|at| *at < self.living())
            .filter_map(|at| self.municipalities.get(at))
            .collect()
    }

    /// How many municipalities people live in.
    pub(super) fn living(&self) -> usize {
        self.municipalities.len() - usize::from(self.reaches_all)
    }
}

pub(super) fn cell_id(spot: usize) -> String {
    format!("c{spot:05}")
}
