//! What a region's notes, rooms and igangsettere come to as a pool for the matcher.

use std::collections::BTreeMap;

use chrono::NaiveDate;
use matcher::{CellInput, IgangsetterInput, NoteInput, PoolInput, RulesInput, WantInput};
use model::{
    Calendar, Cell, GroupState, MAX_SIZE, MEETING, MIN_SIZE, NoteId, NoteState, PlaceId, RegionId, RoomId, StaffId,
    WeekBand, WeeklyTime, Wish, weekday_code,
};
use store::{
    DbConn,
    availability::{self, Availability},
    group,
    note::{self, Note},
    occupancy::{self, Occupancy},
    place::{self, Room},
    seat, staff, wish,
};

use crate::fault::Result;

/// All that decides a round, as read in one transaction.
pub(crate) struct Snapshot {
    id: RegionId,
    today: NaiveDate,
    rooms: Vec<Room>,
    taken: Vec<Occupancy>,
    igangsettere: Vec<Availability>,
    notes: Vec<Note>,
    wishes: Vec<(NoteId, Wish)>,
    exclusions: Vec<(NoteId, Cell)>,
    declined: Vec<(NoteId, WeeklyTime, NaiveDate)>,
    /// Where igangsettere have lately been asked to lead, and have not said yes.
    refused: Vec<(StaffId, Cell)>,
}

impl Snapshot {
    /// Reads a region. Notes that hold a seat are left out.
    pub(crate) fn read(tx: &mut DbConn, id: RegionId, today: NaiveDate) -> Result<Self> {
        let seated = seat::list_seated(tx, id)?;
        let mut notes = note::list(tx, id, NoteState::Waiting)?;
        notes.retain(|note| !seated.contains(&note.id));
        let active: Vec<_> = staff::list(tx, id)?
            .into_iter()
            .filter(|member| member.roles.igangsetter)
            .collect();
        let mut igangsettere = availability::list(tx, id)?;
        igangsettere.retain(|one| active.iter().any(|member| member.id == one.staff));
        Ok(Self {
            id,
            today,
            rooms: place::list_rooms(tx, id)?,
            taken: occupancy::list(tx, id)?,
            igangsettere,
            notes,
            wishes: wish::list(tx, id)?,
            exclusions: wish::list_exclusions(tx, id)?,
            declined: seat::list_declined(tx, id)?,
            refused: list_refused(tx, id)?,
        })
    }

    pub(crate) const fn id(&self) -> RegionId {
        self.id
    }

    pub(crate) const fn today(&self) -> NaiveDate {
        self.today
    }

    /// The rooms that are free in a cell, in a fixed order.
    pub(crate) fn free_rooms(&self, cell: Cell) -> Vec<&Room> {
        let is_taken = |room: RoomId| {
            self.taken
                .iter()
                .any(|mark| mark.room == room && mark.time.overlaps(cell.time))
        };
        let offers = |room: &&Room| room.place == cell.place && room.times.contains(&cell.time) && !is_taken(room.id);
        self.rooms.iter().filter(offers).collect()
    }

    /// All cells that the region offers, in the order of rooms. One whose rooms are all taken is among them:
    /// then that is why its notes have no seat.
    pub(crate) fn cells(&self) -> Vec<Cell> {
        let mut cells: Vec<Cell> = Vec::new();
        for room in &self.rooms {
            for time in &room.times {
                let cell = Cell {
                    place: room.place,
                    time: *time,
                };
                if !cells.contains(&cell) {
                    cells.push(cell);
                }
            }
        }
        cells
    }

    /// The pool in the matcher's terms. Identities are written out, so that the answer can be read back.
    pub(crate) fn pool(&self, size_value: &[i32]) -> PoolInput {
        let cells = self.cells();
        let cell_input = |(cell, slot): (Cell, String)| CellInput {
            id: cell_id(cell),
            place: cell.place.to_string(),
            slot,
            rooms: number(self.free_rooms(cell).len()),
        };
        PoolInput {
            rules: RulesInput {
                min_size: Some(number(MIN_SIZE)),
                max_size: Some(number(MAX_SIZE)),
                size_value: Some(size_value.to_vec()),
            },
            notes: self.notes.iter().map(|note| self.note(note, &cells)).collect(),
            igangsettere: self
                .igangsettere
                .iter()
                .map(|one| self.igangsetter(one, &cells))
                .collect(),
            cells: with_slots(&cells).into_iter().map(cell_input).collect(),
            apart: Vec::new(),
            standing: Vec::new(),
        }
    }

    fn note(&self, note: &Note, cells: &[Cell]) -> NoteInput {
        // A declined date is not offered again, neither in another room nor at another place.
        let declined = |cell: &Cell| {
            let date = Calendar::approved(self.today, cell.time).first_meeting;
            let same = |(id, time, on): &(NoteId, WeeklyTime, NaiveDate)| {
                *id == note.id && *on == date && time.overlaps(cell.time)
            };
            self.declined.iter().any(same)
        };
        let excluded = |cell: &Cell| self.exclusions.contains(&(note.id, *cell)) || declined(cell);
        let rank = |cell: &Cell| {
            let of_note = self.wishes.iter().filter(|(id, _)| *id == note.id);
            of_note.filter_map(|(_, wish)| wish.rank_of(*cell)).min()
        };
        let wants = cells.iter().filter(|cell| !excluded(cell)).filter_map(|cell| {
            rank(cell).map(|rank| WantInput {
                cell: cell_id(*cell),
                rank: i32::try_from(rank).unwrap_or(i32::MAX),
            })
        });
        let waited = (self.today - note.standing.waiting_since()).num_days().max(0);
        NoteInput {
            id: note.id.to_string(),
            waiting_days: i32::try_from(waited).unwrap_or(i32::MAX),
            wants: wants.collect(),
        }
    }

    fn igangsetter(&self, one: &Availability, cells: &[Cell]) -> IgangsetterInput {
        let busy: Vec<&Occupancy> = self
            .taken
            .iter()
            .filter(|mark| mark.igangsetter == Some(one.staff) && mark.igangsetter_until >= self.today)
            .collect();
        let can_take = |cell: &&Cell| {
            let starts = Calendar::approved(self.today, cell.time).first_meeting;
            let is_busy = busy.iter().any(|mark| mark.time.overlaps(cell.time));
            let has_refused = self.refused.contains(&(one.staff, **cell));
            one.cells.contains(cell) && one.from <= starts && !is_busy && !has_refused
        };
        IgangsetterInput {
            id: one.staff.to_string(),
            max_groups: number(usize::from(one.max_groups).saturating_sub(busy.len())),
            cells: cells.iter().filter(can_take).map(|cell| cell_id(*cell)).collect(),
        }
    }
}

/// How many confirmed, unseated notes want each place and part of the week.
/// Exact: pages show it in an open round only, and in bands outside one (promise C11).
///
/// # Errors
/// [`crate::Fault::Store`].
pub fn demand(tx: &mut DbConn, region: RegionId, today: NaiveDate) -> Result<Vec<(PlaceId, WeekBand, usize)>> {
    let region = Snapshot::read(tx, region, today)?;
    let mut counts: BTreeMap<_, (PlaceId, WeekBand, usize)> = BTreeMap::new();
    for (note, wish) in &region.wishes {
        if region.notes.iter().any(|other| other.id == *note) {
            let key = (wish.place, wish.when.weekday.num_days_from_monday(), wish.when.band);
            counts.entry(key).or_insert((wish.place, wish.when, 0)).2 += 1;
        }
    }
    Ok(counts.into_values().collect())
}

/// Nobody is asked again for a place and time until the group that they did not take is forgotten.
fn list_refused(tx: &mut DbConn, region: RegionId) -> Result<Vec<(StaffId, Cell)>> {
    let groups = group::list_approved(tx, region)?.into_iter();
    let refused = groups.filter(|group| group.state == GroupState::Dissolved && group.asked_at.is_some());
    Ok(refused.map(|group| (group.igangsetter, group.cell)).collect())
}

/// A cell's identity in the pool, in the order of place, day and time.
pub(crate) fn cell_id(cell: Cell) -> String {
    let time = cell.time;
    format!(
        "{} {}-{} {}",
        cell.place,
        time.weekday.num_days_from_monday(),
        weekday_code(time.weekday),
        time.starts_at
    )
}

/// Cells of one weekday whose meetings overlap, transitively, share a slot: nobody can lead two of them.
fn with_slots(cells: &[Cell]) -> Vec<(Cell, String)> {
    let mut in_order: Vec<Cell> = cells.to_vec();
    in_order.sort_by_key(|cell| (cell.time.weekday.num_days_from_monday(), cell.time.starts_at));
    let mut with_slots: Vec<(Cell, String)> = Vec::new();
    for cell in in_order {
        let joined = with_slots.last().filter(|(last, _)| {
            last.time.weekday == cell.time.weekday && cell.time.starts_at - last.time.starts_at < MEETING
        });
        let slot = joined.map_or_else(
            || format!("{}-{}", weekday_code(cell.time.weekday), cell.time.starts_at),
            |(_, slot)| slot.clone(),
        );
        with_slots.push((cell, slot));
    }
    with_slots
}

fn number(count: usize) -> i32 {
    i32::try_from(count).unwrap_or(i32::MAX)
}
