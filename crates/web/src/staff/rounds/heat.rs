//! A picture of a week at many places: the darker, the more wishes; with a square where there is a room and a dot where
//! somebody can start a group. The table beside it says the same in words.

use std::fmt::Write as _;

use askama::{Template, filters::HtmlSafe};
use model::{Band, WEEKDAYS};
use texts::Texts;

use super::demand::Level;

/// The width of the places' names.
const NAMES: usize = 210;
/// The height of the days' names.
const DAYS: usize = 48;
/// A part of the week at a place.
const CELL: (usize, usize) = (26, 30);
/// Between two days.
const GAP: usize = 6;
/// Longer names are cut, so that they stay out of the cells; the table has them whole.
const LONGEST: usize = 26;

/// The picture.
#[derive(Template)]
#[template(path = "staff/heat.html")]
pub struct Heat {
    texts: Texts,
    width: usize,
    height: usize,
    /// The days with where they stand, each with its parts.
    days: Vec<(usize, String)>,
    parts: Vec<(usize, String)>,
    /// The letters over the parts of a day, with what they stand for.
    bands: [(String, String); 3],
    rows: Vec<Row>,
    /// The frames of all cells that hold nothing, as one path: there are many.
    empty: String,
}

/// What is shown of a place and part of the week.
pub struct Mark {
    /// How many wish for it.
    pub level: Level,
    /// The number, if it may be told.
    pub number: Option<String>,
    /// Whether there is a room.
    pub has_room: bool,
    /// Whether somebody can start a group.
    pub has_starter: bool,
}

struct Row {
    top: usize,
    name: String,
    cells: Vec<(usize, Mark)>,
}

impl Heat {
    /// A picture of places, each with the parts of its week in their order.
    pub fn new(texts: Texts, places: Vec<(String, Vec<Mark>)>) -> Self {
        let mut empty = String::new();
        let height = DAYS + places.len() * (CELL.1 + 2);
        let row = |(number, (name, marks)): (usize, (String, Vec<Mark>))| {
            let top = DAYS + number * (CELL.1 + 2);
            let cells = marks.into_iter().enumerate().map(|(part, mark)| (left(part), mark));
            let (nothing, cells): (Vec<_>, Vec<_>) = cells.partition(|(_, mark)| mark.is_empty());
            for (left, _) in nothing {
                // Writing to a string can't fail.
                let _ = write!(empty, "M{left} {top}h24v30h-24z");
            }
            Row {
                top,
                name: cut(&name),
                cells,
            }
        };
        let rows = places.into_iter().enumerate().map(row).collect();
        let each = Band::ALL.len();
        let initial = |name: String| name.chars().take(1).collect::<String>();
        Self {
            texts,
            width: left(WEEKDAYS.len() * each),
            height,
            days: WEEKDAYS
                .into_iter()
                .enumerate()
                .map(|(day, name)| (left(day * each), texts.weekday(name).chars().take(3).collect()))
                .collect(),
            parts: (0..WEEKDAYS.len() * each)
                .zip(Band::ALL.into_iter().cycle())
                .map(|(part, band)| (left(part), initial(texts.band(band))))
                .collect(),
            bands: Band::ALL.map(|band| (initial(texts.band(band)), texts.band(band))),
            rows,
            empty,
        }
    }
}

impl Mark {
    fn is_empty(&self) -> bool {
        self.level == Level::None && !self.has_room && !self.has_starter
    }

    /// The class of its colour.
    fn heat(&self) -> &'static str {
        match self.level {
            Level::None => "heat-none",
            Level::Few => "heat-few",
            Level::Five => "heat-five",
            Level::Ten => "heat-ten",
        }
    }
}

/// Where a part of the week begins.
fn left(part: usize) -> usize {
    NAMES + part * CELL.0 + part / Band::ALL.len() * GAP
}

fn cut(name: &str) -> String {
    if name.chars().count() <= LONGEST {
        return name.to_owned();
    }
    let kept: String = name.chars().take(LONGEST - 1).collect();
    format!("{}…", kept.trim_end())
}

// It is a template itself.
impl HtmlSafe for Heat {}

#[cfg(test)]
mod tests {
    use super::cut;

    #[test]
    fn a_long_name_is_cut_at_a_letter() {
        assert_eq!(cut("Møllestua"), "Møllestua");
        assert_eq!(cut("Frivilligsentralen på Øvre Ås"), "Frivilligsentralen på Øvr…");
    }
}
