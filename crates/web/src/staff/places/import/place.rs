//! A place of a list: all that its lines say of it, held against what is stored.

use chrono::NaiveDate;
use contact_point::{ListedPlace, ListedRoom, RoomDraft};
use store::{place::Place, room::Room};

use super::{
    columns::{Column, plain},
    fault::{CellFault, Why},
    plan::{Added, Kept, Line, Said, take_cell},
    room::{ReadRoom, RoomNews},
    sheet::Row,
};
use crate::{
    form::FormState,
    staff::places::form::{PlaceField, blame, blank, filled, read},
};

/// A place that is being read.
pub struct ReadPlace {
    /// Its name, as the first line has it.
    pub name: String,
    /// Its first line, counted from 0.
    first: usize,
    said: Vec<Said>,
    stored: Option<(Place, Vec<Room>)>,
    rooms: Vec<ReadRoom>,
}

impl ReadPlace {
    /// A place that a line names first.
    pub fn new(name: &str, first: usize, kept: &Kept) -> Self {
        let stored = kept.places.iter().find(|place| plain(&place.name) == plain(name));
        let rooms_of = |place: &Place| {
            let rooms = kept.rooms.iter().filter(|room| room.place == place.id);
            rooms.cloned().collect()
        };
        Self {
            name: name.to_owned(),
            first,
            said: Vec::new(),
            stored: stored.map(|place| (place.clone(), rooms_of(place))),
            rooms: Vec::new(),
        }
    }

    /// Takes in what a line says of it.
    pub fn take(&mut self, row: &Row, (at, line): (usize, &mut Line)) {
        if at == self.first && self.stored.is_none() {
            line.adds.push(Added::Place);
        }
        for column in Column::ALL.into_iter().filter(|column| column.field().is_some()) {
            take_cell(&mut self.said, column, row, (at, line));
        }
        let name = row.cell(Column::Room);
        if name.is_empty() {
            let of_room = [
                Column::Weekday,
                Column::Starts,
                Column::Ends,
                Column::From,
                Column::Until,
            ];
            if of_room.into_iter().any(|column| !row.cell(column).is_empty()) {
                line.blame(Column::Room, "", "import-no-room");
            }
            return;
        }
        let found = self.rooms.iter().position(|room| plain(&room.name) == plain(name));
        let nth = found.unwrap_or_else(|| {
            let rooms = self.stored.as_ref().map_or(&[][..], |(_, rooms)| rooms.as_slice());
            let stored = rooms.iter().find(|room| plain(&room.name) == plain(name));
            self.rooms.push(ReadRoom::new(name, at, stored.cloned()));
            self.rooms.len() - 1
        });
        if let Some(room) = self.rooms.get_mut(nth) {
            room.take(row, (at, line));
        }
    }

    /// What is new, once all lines are taken in. What is wrong is noted at the line that says it.
    pub fn finish(mut self, lines: &mut [Line], today: NaiveDate) -> Option<ListedPlace> {
        let rooms = std::mem::take(&mut self.rooms);
        let rooms: Vec<RoomNews> = rooms.into_iter().filter_map(|room| room.finish(lines, today)).collect();
        if let Some((stored, _)) = &self.stored {
            self.compare(stored, lines);
            return Some(ListedPlace::There(stored.id, rooms.into_iter().map(listed).collect()));
        }
        let draft = self.draft(lines)?;
        let new = rooms.into_iter().filter_map(|news| match news {
            RoomNews::New(draft) => Some(draft),
            RoomNews::Times(..) => None,
        });
        Some(ListedPlace::New(Box::new(draft), new.collect::<Vec<RoomDraft>>()))
    }

    /// Reads what is said of a new place as the form would that asks it.
    fn draft(&self, lines: &mut [Line]) -> Option<contact_point::PlaceDraft> {
        let mut state: FormState<PlaceField> = FormState::empty().filled(PlaceField::Name, &self.name);
        for (field, default) in [
            (PlaceField::Kind, Column::Kind),
            (PlaceField::StepFree, Column::StepFree),
        ] {
            if self.said_in(default).is_none() {
                state = state.filled(field, blank().value(field));
            }
        }
        for said in &self.said {
            match (said.column.field(), said.column.sent(&said.raw)) {
                (Some(field), Ok(sent)) => state = state.filled(field, sent),
                (_, Err(fault)) => note(lines, said.at, CellFault::new(said.column, &said.raw, fault)),
                (None, _) => {}
            }
        }
        let draft = read(&mut state);
        if let Some(draft) = &draft
            && let Err(fault) = draft.name_in_letters()
        {
            // It is none of another form's: letters' names are all that can be wrong.
            let _ = blame(&mut state, fault);
        }
        let columns = Column::ALL
            .into_iter()
            .filter_map(|column| Some((column, column.field()?)));
        for (column, field) in columns.chain([(Column::Place, PlaceField::Name)]) {
            if let Some(fault) = state.fault(field) {
                let (at, raw) = self
                    .said_in(column)
                    .map_or((self.first, ""), |said| (said.at, &said.raw));
                let raw = if column == Column::Place { &self.name } else { raw };
                note(lines, at, CellFault::new(column, raw, fault));
            }
        }
        draft
    }

    /// A place that is there stays as it is; saying something else of it is wrong.
    fn compare(&self, stored: &Place, lines: &mut [Line]) {
        let is_now = filled(stored.clone());
        for said in &self.said {
            let Some(field) = said.column.field() else { continue };
            let value = match said.column {
                Column::LetterName => stored.letter_name.as_str(),
                _ => is_now.value(field),
            };
            let fault = match said.column.sent(&said.raw) {
                Ok(sent) if plain(&sent) == plain(value) => continue,
                Ok(_) if matches!(said.column, Column::Kind | Column::StepFree) => {
                    Why::Field("import-stored-other".into())
                }
                Ok(_) => Why::Stored {
                    value: value.to_owned(),
                },
                Err(fault) => Why::Field(fault.into()),
            };
            note(lines, said.at, CellFault::at(Some(said.column), &said.raw, fault));
        }
    }

    fn said_in(&self, column: Column) -> Option<&Said> {
        self.said.iter().find(|said| said.column == column)
    }
}

fn listed(news: RoomNews) -> ListedRoom {
    match news {
        RoomNews::New(draft) => ListedRoom::New(draft),
        RoomNews::Times(room, times) => ListedRoom::There(room, times),
    }
}

/// Notes a fault at one of the lines.
pub fn note(lines: &mut [Line], at: usize, fault: CellFault) {
    if let Some(line) = lines.get_mut(at) {
        line.note(fault);
    }
}
