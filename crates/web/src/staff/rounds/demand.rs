//! How many wish for each place and part of the week: exact in an open round, in bands outside one (promise C11).

use model::{PlaceId, WeekBand};
use store::place::Place;
use texts::Texts;

/// A table: a row for each part of the week, a column for each place. What nobody wishes for is left out.
pub struct Demand {
    /// The places, by name.
    pub places: Vec<String>,
    /// The parts of the week, each with what is told of every place.
    pub rows: Vec<(String, Vec<String>)>,
}

impl Demand {
    /// What is told of these counts.
    pub fn new(texts: Texts, places: &[Place], wanted: &[(PlaceId, WeekBand, usize)], is_exact: bool) -> Self {
        let is_wanted = |place: &&Place| wanted.iter().any(|(wish, ..)| *wish == place.id);
        let places: Vec<&Place> = places.iter().filter(is_wanted).collect();
        let mut times: Vec<WeekBand> = wanted.iter().map(|(_, when, _)| *when).collect();
        times.sort_by_key(|when| (when.weekday.num_days_from_monday(), when.band));
        times.dedup();
        let cell = |place: &Place, when: WeekBand| {
            let found = wanted.iter().find(|(wish, time, _)| *wish == place.id && *time == when);
            let count = found.map_or(0, |(.., count)| *count);
            if is_exact {
                count.to_string()
            } else {
                band(texts, count)
            }
        };
        let row = |when: WeekBand| {
            let name = format!("{} {}", texts.weekday(when.weekday), texts.band(when.band));
            (name, places.iter().map(|place| cell(place, when)).collect())
        };
        Self {
            rows: times.into_iter().map(row).collect(),
            places: places.iter().map(|place| place.name.clone()).collect(),
        }
    }
}

fn band(texts: Texts, count: usize) -> String {
    match count {
        0 => "0".to_owned(),
        1..5 => texts.get("rounds-under-five"),
        5..10 => "5+".to_owned(),
        _ => "10+".to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use model::Language;

    use super::*;

    #[test]
    fn outside_a_round_counts_are_told_in_bands() {
        let texts = Texts::of(Language::Bokmal);
        let told: Vec<String> = [0, 1, 4, 5, 9, 10, 99].map(|count| band(texts, count)).to_vec();
        assert_eq!(told, ["0", "under 5", "under 5", "5+", "5+", "10+", "10+"]);
    }
}
