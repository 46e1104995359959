//! What a region's notes, rooms, igangsettere and announced groups come to as a pool for the matcher.

mod standing;

use std::collections::{BTreeMap, BTreeSet};

use chrono::NaiveDate;
use matcher::{CellInput, IgangsetterInput, NoteInput, PoolInput, RulesInput, WantInput};
use model::{Cell, MAX_SIZE, MEETING, MIN_SIZE, NoteId, NoteState, RegionId, WeeklyTime, Wish, weekday_code};
use store::{
    DbConn, apart_code,
    availability::Availability,
    note::{self, Note},
    seat, wish,
};

pub(crate) use standing::{Standing, list as list_standing};

use crate::{fault::Result, offer::Offer, size_value::size_value};

/// All that decides a round, as read in one transaction.
pub(crate) struct Snapshot {
    id: RegionId,
    pub(crate) offer: Offer,
    notes: Vec<Note>,
    wishes: BTreeMap<NoteId, Vec<Wish>>,
    exclusions: BTreeMap<NoteId, Vec<Cell>>,
    declined: BTreeMap<NoteId, Vec<(WeeklyTime, NaiveDate)>>,
    /// The notes of each code.
    shared: BTreeMap<String, Vec<NoteId>>,
    codes: BTreeMap<NoteId, Vec<String>>,
}

impl Snapshot {
    /// Reads a region. Notes that hold a seat are left out. One whose time is over wants nothing any more: it is about
    /// to be erased (promise C6).
    pub(crate) fn read(tx: &mut DbConn, id: RegionId, today: NaiveDate) -> Result<Self> {
        let seated: BTreeSet<NoteId> = seat::list_seated(tx, id)?.into_iter().collect();
        let mut wishes = by_key(wish::list(tx, id)?);
        let declined = seat::list_declined(tx, id)?.into_iter();
        let codes = apart_code::list(tx, id)?;
        let waiting = note::list(tx, id, NoteState::Waiting)?.into_iter();
        let (mut notes, over): (Vec<Note>, Vec<Note>) = waiting.partition(|note| note.standing.kept_until() >= today);
        notes.retain(|note| !seated.contains(&note.id));
        for note in over {
            wishes.remove(&note.id);
        }
        Ok(Self {
            id,
            offer: Offer::read(tx, id, today)?,
            notes,
            wishes,
            exclusions: by_key(wish::list_exclusions(tx, id)?),
            declined: by_key(declined.map(|(note, time, date)| (note, (time, date)))),
            shared: by_key(codes.iter().map(|(note, code)| (code.clone(), *note))),
            codes: by_key(codes),
        })
    }

    pub(crate) const fn id(&self) -> RegionId {
        self.id
    }

    /// The notes that can be given a seat.
    pub(crate) fn notes(&self) -> &[Note] {
        &self.notes
    }

    /// How much a note wants a cell, if it wants it and has not excluded it.
    pub(crate) fn rank(&self, note: NoteId, cell: Cell) -> Option<u32> {
        if self.exclusions.get(&note).is_some_and(|cells| cells.contains(&cell)) {
            return None;
        }
        let of_note = self.wishes.get(&note)?.iter();
        of_note.filter_map(|wish| wish.rank_of(cell)).min()
    }

    /// A declined date is not offered again, neither in another room nor at another place.
    pub(crate) fn has_declined(&self, note: NoteId, (time, date): (WeeklyTime, NaiveDate)) -> bool {
        let same = |(at, on): &(WeeklyTime, NaiveDate)| *on == date && at.overlaps(time);
        self.declined
            .get(&note)
            .is_some_and(|declined| declined.iter().any(same))
    }

    /// True if two people are not to be put together.
    pub(crate) fn are_apart(&self, one: NoteId, other: NoteId) -> bool {
        let (Some(codes), Some(others)) = (self.codes.get(&one), self.codes.get(&other)) else {
            return false;
        };
        one != other && codes.iter().any(|code| others.contains(code))
    }

    /// The pool in the matcher's terms, where so many in a hundred accept. Identities are written out, so that the answer can be read back.
    pub(crate) fn pool(&self, acceptance: u8, standing: &[Standing]) -> PoolInput {
        let cells = self.offer.cells();
        let dated: Vec<_> = cells.iter().map(|cell| (*cell, self.dates(*cell))).collect();
        let of_cell = |cell| standing.iter().filter(|one| one.group.cell == cell).count();
        let cell_input = |(cell, slot): (Cell, String)| CellInput {
            id: cell_id(cell),
            place: cell.place.to_string(),
            slot,
            rooms: number(self.offer.free_rooms(cell).len() + of_cell(cell)),
        };
        PoolInput {
            rules: RulesInput {
                min_size: Some(number(MIN_SIZE)),
                max_size: Some(number(MAX_SIZE)),
                size_value: Some(size_value(acceptance)),
            },
            notes: self.notes.iter().map(|note| self.note(note, &dated)).collect(),
            igangsettere: self.igangsettere(&cells, standing),
            cells: with_slots(&cells).into_iter().map(cell_input).collect(),
            apart: self.apart(standing),
            standing: standing.iter().map(|one| one.input(acceptance)).collect(),
        }
    }

    fn note(&self, note: &Note, cells: &[(Cell, BTreeSet<NaiveDate>)]) -> NoteInput {
        let wants = cells.iter().filter_map(|(cell, dates)| {
            let rank = self.rank(note.id, *cell)?;
            let is_declined = dates.iter().any(|date| self.has_declined(note.id, (cell.time, *date)));
            (!is_declined).then(|| WantInput {
                cell: cell_id(*cell),
                rank: i32::try_from(rank).unwrap_or(i32::MAX),
            })
        });
        let waited = (self.offer.today() - note.standing.waiting_since()).num_days().max(0);
        NoteInput {
            id: note.id.to_string(),
            waiting_days: i32::try_from(waited).unwrap_or(i32::MAX),
            wants: wants.collect(),
        }
    }

    /// The dates on which a group of this cell could first meet, one for each who could lead it.
    fn dates(&self, cell: Cell) -> BTreeSet<NaiveDate> {
        let able = self.offer.igangsettere().iter();
        let able = able.filter(|one| self.offer.can_lead(one, cell));
        able.filter_map(|one| self.date(one, cell)).collect()
    }

    fn date(&self, one: &Availability, cell: Cell) -> Option<NaiveDate> {
        self.offer.best_room(cell, one, |_| false).map(|(date, _)| date)
    }

    /// Everybody with the cells that they can lead, and that have a date. One whose rooms are all taken counts as led:
    /// then the room is what its notes lack.
    /// Announced groups count twice, as taken and as standing: the matcher takes them out again.
    fn igangsettere(&self, cells: &[Cell], standing: &[Standing]) -> Vec<IgangsetterInput> {
        let standing_of = |staff| standing.iter().filter(|one| one.led_by == staff).count();
        let can_take = |one: &Availability, cell: Cell| {
            let lacks_room = self.offer.free_rooms(cell).is_empty();
            self.offer.can_lead(one, cell) && (lacks_room || self.date(one, cell).is_some())
        };
        let everybody = self.offer.igangsettere().iter();
        everybody
            .map(|one| IgangsetterInput {
                id: one.staff.to_string(),
                max_groups: number(self.offer.groups_left(one) + standing_of(one.staff)),
                cells: cells
                    .iter()
                    .filter(|cell| can_take(one, **cell))
                    .map(|cell| cell_id(*cell))
                    .collect(),
            })
            .collect()
    }

    /// The pairs of the pool that share a code, and those that keep notes out of announced groups.
    fn apart(&self, standing: &[Standing]) -> Vec<(String, String)> {
        let in_pool: BTreeSet<NoteId> = self.notes.iter().map(|note| note.id).collect();
        let mut pairs: BTreeSet<_> = standing.iter().flat_map(|one| one.apart(self)).collect();
        for sharing in self.shared.values() {
            let sharing: Vec<&NoteId> = sharing.iter().filter(|note| in_pool.contains(note)).collect();
            for (at, one) in sharing.iter().enumerate() {
                for other in sharing.iter().skip(at + 1) {
                    pairs.insert((one.to_string(), other.to_string()));
                }
            }
        }
        pairs.into_iter().collect()
    }
}

/// Puts together what belongs to the same.
fn by_key<K: Ord, V>(pairs: impl IntoIterator<Item = (K, V)>) -> BTreeMap<K, Vec<V>> {
    let mut map: BTreeMap<K, Vec<V>> = BTreeMap::new();
    for (key, value) in pairs {
        map.entry(key).or_default().push(value);
    }
    map
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

pub(crate) fn number(count: usize) -> i32 {
    i32::try_from(count).unwrap_or(i32::MAX)
}
