//! A room of a list: its weekly times, each on a line of its own, held against what is stored.

use chrono::{NaiveDate, Weekday};
use contact_point::RoomDraft;
use model::{MEETING, RoomId, WeeklyTime};
use store::room::Room;

use super::{
    columns::{Column, weekday},
    fault::{CellFault, Why},
    place::note,
    plan::{Added, Line, Said, take_cell},
    sheet::Row,
};
use crate::{
    form::FormState,
    staff::{
        places::{
            room_form::read,
            times::{DAYS, RoomField, read_time},
        },
        typed,
    },
};

/// The dates of a room, and the fields that ask for them.
const DATES: [(Column, RoomField); 2] = [(Column::From, RoomField::From), (Column::Until, RoomField::Until)];

/// A room that is being read.
pub struct ReadRoom {
    /// Its name, as the first line has it.
    pub name: String,
    /// Its first line, counted from 0.
    first: usize,
    said: Vec<Said>,
    /// Times that it does not have yet.
    times: Vec<WeeklyTime>,
    has_wrong_time: bool,
    stored: Option<Room>,
}

/// What is new of a room.
pub enum RoomNews {
    /// All of it.
    New(RoomDraft),
    /// These times of one that is there; there may be none.
    Times(RoomId, Vec<WeeklyTime>),
}

impl ReadRoom {
    /// A room that a line names first.
    pub fn new(name: &str, first: usize, stored: Option<Room>) -> Self {
        Self {
            name: name.to_owned(),
            first,
            said: Vec::new(),
            times: Vec::new(),
            has_wrong_time: false,
            stored,
        }
    }

    /// Takes in what a line says of it.
    pub fn take(&mut self, row: &Row, (at, line): (usize, &mut Line)) {
        if at == self.first && self.stored.is_none() {
            line.adds.push(Added::Room);
        }
        for (column, _) in DATES {
            take_cell(&mut self.said, column, row, (at, line));
        }
        let before = line.faults.len();
        line.time = read_line(row, line);
        self.has_wrong_time |= line.faults.len() > before;
        let Some(time) = line.time else { return };
        let stored = self.stored.iter().flat_map(|room| &room.times);
        let known: Vec<WeeklyTime> = stored.chain(&self.times).copied().collect();
        if known.contains(&time) {
            return;
        }
        if known.iter().any(|other| other.overlaps(time)) {
            line.blame(Column::Starts, row.cell(Column::Starts), "room-times-overlap");
            self.has_wrong_time = true;
            return;
        }
        line.adds.push(Added::Time);
        self.times.push(time);
    }

    /// What is new, once all lines are taken in. What is wrong is noted at the line that says it.
    pub fn finish(mut self, lines: &mut [Line], today: NaiveDate) -> Option<RoomNews> {
        if let Some(stored) = self.stored.take() {
            self.compare(&stored, lines, today);
            return Some(RoomNews::Times(stored.id, self.times));
        }
        let mut state: FormState<RoomField> = FormState::empty().filled(RoomField::Name, &self.name);
        for (column, field) in DATES {
            if let Some(said) = self.said_in(column) {
                state = state.filled(field, &said.raw);
            }
        }
        for time in &self.times {
            let day = DAYS.into_iter().find(|(_, day)| *day == time.weekday);
            if let Some((field, _)) = day {
                state = state.filled(field, time.starts_at.format("%H:%M").to_string());
            }
        }
        let draft = read(&mut state, today);
        self.note_faults(&state, lines);
        draft.map(RoomNews::New)
    }

    fn note_faults(&self, state: &FormState<RoomField>, lines: &mut [Line]) {
        if let Some(fault) = state.fault(RoomField::Name) {
            note(lines, self.first, CellFault::new(Column::Room, &self.name, fault));
        }
        for (column, field) in DATES {
            if let (Some(fault), Some(said)) = (state.fault(field), self.said_in(column)) {
                note(lines, said.at, CellFault::new(column, &said.raw, fault));
            }
        }
        // A time that could not be read has been told of at its line.
        if let Some(fault) = state.fault(RoomField::Mon).filter(|_| !self.has_wrong_time) {
            note(lines, self.first, CellFault::new(Column::Weekday, "", fault));
        }
    }

    /// The dates of a room that is there stay as they are; saying others is wrong.
    fn compare(&self, stored: &Room, lines: &mut [Line], today: NaiveDate) {
        for (column, date) in [(Column::From, stored.from), (Column::Until, stored.until)] {
            let Some(said) = self.said_in(column) else { continue };
            let why = match typed::optional_date(&said.raw, today) {
                Ok(read) if read == date => continue,
                Ok(_) => Why::Stored {
                    value: date.map(|date| date.format("%d.%m.%Y").to_string()).unwrap_or_default(),
                },
                Err(fault) => Why::Field(fault.into()),
            };
            note(lines, said.at, CellFault::at(Some(column), &said.raw, why));
        }
    }

    fn said_in(&self, column: Column) -> Option<&Said> {
        self.said.iter().find(|said| said.column == column)
    }
}

/// The time that a line names; `None` if there is none, or something is wrong with it.
fn read_line(row: &Row, line: &mut Line) -> Option<WeeklyTime> {
    let (day, starts, ends) = (
        row.cell(Column::Weekday),
        row.cell(Column::Starts),
        row.cell(Column::Ends),
    );
    if day.is_empty() && starts.is_empty() && ends.is_empty() {
        return None;
    }
    let weekday = weekday(day);
    if weekday.is_none() {
        line.blame(Column::Weekday, day, "import-weekday-fault");
    }
    // The hours are the same on every day.
    let time = read_time(weekday.unwrap_or(Weekday::Mon), starts);
    if let Err(fault) = time {
        line.blame(Column::Starts, starts, fault);
    }
    let until = if ends.is_empty() {
        Ok(None)
    } else {
        typed::time(ends).map(Some)
    };
    match (until, time) {
        (Err(fault), _) => line.blame(Column::Ends, ends, fault),
        (Ok(Some(until)), Ok(time)) if until - time.starts_at < MEETING => {
            line.blame(Column::Ends, ends, "import-too-short");
        }
        (Ok(_), Ok(time)) if weekday.is_some() => return Some(time),
        _ => {}
    }
    None
}
