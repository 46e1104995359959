//! How many wish for each place and part of the week, and what is there for them: exact in an open round, in bands outside
//! one (promise C11). A picture and a table say the same.

use model::{Link, PlaceId, WEEKDAYS, WeekBand};
use store::{availability::Availability, place::Place, room::Room};
use texts::Texts;

use super::heat::{Heat, Mark};

/// From this many wishes on a group can come of them.
const ENOUGH: Level = Level::Five;

/// What is known of a region's wishes, rooms and igangsettere.
pub struct Known {
    /// Its places, by name.
    pub places: Vec<Place>,
    /// How many wish for what.
    pub wanted: Vec<(PlaceId, WeekBand, usize)>,
    /// Rooms that are open.
    pub rooms: Vec<Room>,
    /// When and where igangsettere can.
    pub starters: Vec<Availability>,
}

/// What is shown of it.
pub struct Demand {
    /// The picture.
    pub heat: Heat,
    /// The table: each place and time that somebody wishes for; most wishes first.
    pub rows: Vec<Row>,
    /// Where many wish for something that is not there.
    pub lacking: Vec<Lacking>,
}

/// A place and a part of the week.
pub struct Row {
    /// Both, in words.
    pub name: String,
    /// How many wish for it.
    pub wishes: String,
    /// Rooms that are free then.
    pub rooms: usize,
    /// Igangsettere who can then.
    pub starters: usize,
}

/// What is missing, and where it can be put right.
pub struct Lacking {
    /// What, where and when.
    pub what: String,
    /// The page, with its name.
    pub link: (Link, String),
}

/// How many, roughly.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Level {
    /// Nobody.
    None,
    /// Fewer than five.
    Few,
    /// From five to nine.
    Five,
    /// Ten or more.
    Ten,
}

impl Level {
    /// Of a number.
    pub fn of(count: usize) -> Self {
        match count {
            0 => Self::None,
            1..5 => Self::Few,
            5..10 => Self::Five,
            _ => Self::Ten,
        }
    }

    /// In words.
    pub fn told(self, texts: Texts) -> String {
        match self {
            Self::None => "0".to_owned(),
            Self::Few => texts.get("rounds-under-five"),
            Self::Five => "5+".to_owned(),
            Self::Ten => "10+".to_owned(),
        }
    }
}

/// A number as it may be told: exact, or roughly.
pub fn told(texts: Texts, count: usize, is_exact: bool) -> String {
    if is_exact {
        count.to_string()
    } else {
        Level::of(count).told(texts)
    }
}

/// One place and part of the week, counted.
struct Spot<'a> {
    place: &'a Place,
    when: WeekBand,
    wishes: usize,
    rooms: usize,
    starters: usize,
}

impl Demand {
    /// What is told of these numbers.
    pub fn new(texts: Texts, known: &Known, is_exact: bool) -> Self {
        let rows = known.places.iter().map(|place| known.of_place(place));
        let of_interest = |spots: &Vec<Spot<'_>>| spots.iter().any(|spot| spot.wishes + spot.rooms > 0);
        let rows: Vec<Vec<Spot<'_>>> = rows.filter(of_interest).collect();
        let mark = |spot: &Spot<'_>| Mark {
            level: Level::of(spot.wishes),
            number: (spot.wishes > 0 && is_exact).then(|| spot.wishes.to_string()),
            has_room: spot.rooms > 0,
            has_starter: spot.starters > 0,
        };
        let marks = rows.iter().filter_map(|row| {
            let name = row.first()?.place.name.clone();
            Some((name, row.iter().map(mark).collect()))
        });
        let heat = Heat::new(texts, marks.collect());
        let mut wanted: Vec<&Spot<'_>> = rows.iter().flatten().filter(|spot| spot.wishes > 0).collect();
        // The order must tell no more than the numbers do.
        wanted.sort_by_key(|spot| std::cmp::Reverse(Level::of(spot.wishes)));
        Self {
            heat,
            rows: wanted.iter().map(|spot| spot.row(texts, is_exact)).collect(),
            lacking: wanted.iter().filter_map(|spot| spot.lacking(texts)).collect(),
        }
    }
}

impl Known {
    /// All 21 parts of the week at a place.
    fn of_place<'a>(&'a self, place: &'a Place) -> Vec<Spot<'a>> {
        let times = WEEKDAYS.into_iter().flat_map(WeekBand::of_day);
        times.map(|when| self.spot(place, when)).collect()
    }

    fn spot<'a>(&'a self, place: &'a Place, when: WeekBand) -> Spot<'a> {
        let wanted = self
            .wanted
            .iter()
            .find(|(at, time, _)| (*at, *time) == (place.id, when));
        let is_free = |room: &&Room| {
            room.place == place.id && room.offered && room.times.iter().any(|time| time.week_band() == when)
        };
        let can = |one: &&Availability| {
            let mut cells = one.cells.iter();
            cells.any(|cell| cell.place == place.id && cell.time.week_band() == when)
        };
        Spot {
            place,
            when,
            wishes: wanted.map_or(0, |(.., count)| *count),
            rooms: self.rooms.iter().filter(is_free).count(),
            starters: self.starters.iter().filter(can).count(),
        }
    }
}

impl Spot<'_> {
    fn name(&self, texts: Texts) -> String {
        let (day, band) = (texts.weekday(self.when.weekday), texts.band(self.when.band));
        format!("{}, {day} {band}", self.place.name)
    }

    fn row(&self, texts: Texts, is_exact: bool) -> Row {
        Row {
            name: self.name(texts),
            wishes: told(texts, self.wishes, is_exact),
            rooms: self.rooms,
            starters: self.starters,
        }
    }

    fn lacking(&self, texts: Texts) -> Option<Lacking> {
        if Level::of(self.wishes) < ENOUGH {
            return None;
        }
        let (key, link) = match (self.rooms, self.starters) {
            (0, _) => (
                "rounds-lacks-room",
                (Link::Place(self.place.id), self.place.name.clone()),
            ),
            (_, 0) => ("rounds-lacks-starter", (Link::People, texts.get("people-title"))),
            _ => return None,
        };
        Some(Lacking {
            what: texts.with(key, &[("spot", self.name(texts).into())]),
            link,
        })
    }
}

#[cfg(test)]
mod tests {
    use model::Language;

    use super::*;

    #[test]
    fn outside_a_round_counts_are_told_in_bands() {
        let texts = Texts::of(Language::Bokmal);
        let told: Vec<String> = [0, 1, 4, 5, 9, 10, 99].map(|count| told(texts, count, false)).to_vec();
        assert_eq!(told, ["0", "under 5", "under 5", "5+", "5+", "10+", "10+"]);
    }
}
