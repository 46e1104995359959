//! What a list would add to a contact point, and what is wrong with it. Nothing here stores anything.
//!
//! Lines about the same place, or the same room at it, are put together; names are the same whatever their capitals.
//! What is there already stays as it is, so the same list adds nothing a second time.

use chrono::NaiveDate;
use contact_point::ListedPlace;
use model::WeeklyTime;
use store::{DbConn, place::Place, room::Room, staff::Member};

use super::{
    columns::{Column, plain},
    fault::{CellFault, Why},
    place::ReadPlace,
    sheet::{Row, Sheet},
};

/// All places and rooms of the own contact point.
#[derive(Clone, Debug)]
pub struct Kept {
    /// The places.
    pub places: Vec<Place>,
    /// Their rooms.
    pub rooms: Vec<Room>,
}

/// What becomes of a list.
#[derive(Clone, Debug)]
pub struct Plan {
    /// The lines, in their order.
    pub lines: Vec<Line>,
    /// What is new. It means nothing while a line is wrong.
    pub list: Vec<ListedPlace>,
}

/// What becomes of a line.
#[derive(Clone, Debug)]
pub struct Line {
    /// Its number.
    pub number: usize,
    /// The place that it names.
    pub place: String,
    /// The room that it names.
    pub room: String,
    /// When the room is free; `None` if nothing of the kind could be read.
    pub time: Option<WeeklyTime>,
    /// What it adds.
    pub adds: Vec<Added>,
    /// What is wrong.
    pub faults: Vec<CellFault>,
}

/// Something that a line adds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Added {
    /// A place.
    Place,
    /// A room.
    Room,
    /// A time of a room.
    Time,
}

/// What a line says in a column that others may say too: where it was said first.
#[derive(Clone, Debug)]
pub struct Said {
    /// The column.
    pub column: Column,
    /// What stands there.
    pub raw: String,
    /// Which of the lines it is, counted from 0.
    pub at: usize,
    /// The number of that line.
    pub line: usize,
}

impl Kept {
    /// What there is.
    ///
    /// # Errors
    /// The store's.
    pub fn read(tx: &mut DbConn, by: &Member) -> Result<Self, store::Fault> {
        let mut places = store::place::list(tx, by.region)?;
        places.retain(|place| place.contact_point == by.contact_point);
        let mut rooms = store::room::list(tx, by.region)?;
        rooms.retain(|room| places.iter().any(|place| place.id == room.place));
        Ok(Self { places, rooms })
    }
}

impl Plan {
    /// What becomes of a list, on a day.
    pub fn of(sheet: &Sheet, kept: &Kept, today: NaiveDate) -> Self {
        let mut lines: Vec<Line> = sheet.rows.iter().map(Line::of).collect();
        let mut places: Vec<ReadPlace> = Vec::new();
        for (at, (row, line)) in sheet.rows.iter().zip(&mut lines).enumerate() {
            let name = row.cell(Column::Place);
            if name.is_empty() {
                line.blame(Column::Place, "", "import-no-place");
                continue;
            }
            let found = places.iter().position(|place| plain(&place.name) == plain(name));
            let nth = found.unwrap_or_else(|| {
                places.push(ReadPlace::new(name, at, kept));
                places.len() - 1
            });
            if let Some(place) = places.get_mut(nth) {
                place.take(row, (at, line));
            }
        }
        let list = places
            .into_iter()
            .filter_map(|place| place.finish(&mut lines, today))
            .collect();
        Self { lines, list }
    }

    /// Whether a line is wrong.
    pub fn is_wrong(&self) -> bool {
        self.wrong() > 0
    }

    /// How many lines are wrong.
    pub fn wrong(&self) -> usize {
        self.lines.iter().filter(|line| !line.faults.is_empty()).count()
    }

    /// How much of a kind is new.
    pub fn count(&self, kind: Added) -> usize {
        let adds = self.lines.iter().flat_map(|line| &line.adds);
        adds.filter(|added| **added == kind).count()
    }
}

impl Line {
    fn of(row: &Row) -> Self {
        let fault = |(column, found, key): &(Option<Column>, String, &'static str)| {
            CellFault::at(*column, found, Why::Field((*key).into()))
        };
        Self {
            number: row.line,
            place: row.cell(Column::Place).to_owned(),
            room: row.cell(Column::Room).to_owned(),
            time: None,
            adds: Vec::new(),
            faults: row.faults.iter().map(fault).collect(),
        }
    }

    /// Notes what is wrong in a column. Of a cell, the first thing is enough.
    pub fn note(&mut self, fault: CellFault) {
        if self.faults.iter().all(|other| other.column != fault.column) {
            self.faults.push(fault);
        }
    }

    /// Notes a fault that a form knows too.
    pub fn blame(&mut self, column: Column, found: &str, fault: impl Into<crate::form::FieldFault>) {
        self.note(CellFault::new(column, found, fault));
    }
}

/// Takes in what a line says in a column, unless an earlier one said something else: that is wrong, since only one
/// can be meant.
pub fn take_cell(said: &mut Vec<Said>, column: Column, row: &Row, (at, line): (usize, &mut Line)) {
    let raw = row.cell(column);
    if raw.is_empty() {
        return;
    }
    match said.iter().find(|other| other.column == column) {
        Some(other) if column.is_same(&other.raw, raw) => {}
        Some(other) => {
            let (line_before, value) = (other.line, other.raw.clone());
            let why = Why::Said {
                line: line_before,
                value,
            };
            line.note(CellFault::at(Some(column), raw, why));
        }
        None => said.push(Said {
            column,
            raw: raw.to_owned(),
            at,
            line: row.line,
        }),
    }
}
