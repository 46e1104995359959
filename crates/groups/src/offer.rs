//! What a region offers: which rooms are free, who can lead where, and on which date a group would first meet.

use std::collections::BTreeMap;

use chrono::NaiveDate;
use model::{Cell, ContactPointId, DaysOff, RegionId, RoomId, StaffId, first_meeting, is_holiday};
use store::{
    DbConn,
    availability::{self, Availability},
    contact_point,
    group::{self, Group},
    meeting::{self, Moved},
    occupancy::{self, Occupancy},
    place::{self, Place},
    room::{self, Room},
    staff,
};

use crate::fault::Result;

/// A region's places, rooms and igangsettere, with what is taken of them.
pub(crate) struct Offer {
    today: NaiveDate,
    places: Vec<Place>,
    rooms: Vec<Room>,
    closed: BTreeMap<ContactPointId, Vec<DaysOff>>,
    taken: Vec<Occupancy>,
    /// The moved meetings of other groups: they have their rooms for once.
    moved: Vec<Moved>,
    igangsettere: Vec<Availability>,
    /// Where igangsettere have lately been asked to lead, and have not said yes, or have stepped back.
    refused: Vec<(StaffId, Cell)>,
}

impl Offer {
    /// Reads a region. Places and rooms that are no longer offered are left out.
    pub(crate) fn read(tx: &mut DbConn, region: RegionId, today: NaiveDate) -> Result<Self> {
        let mut places = place::list(tx, region)?;
        places.retain(|place| place.offered);
        let mut rooms = room::list(tx, region)?;
        rooms.retain(|room| room.offered && places.iter().any(|place| place.id == room.place));
        let active: Vec<_> = staff::list(tx, region)?
            .into_iter()
            .filter(|member| member.roles.igangsetter)
            .collect();
        let mut igangsettere = availability::list(tx, region)?;
        igangsettere.retain(|one| active.iter().any(|member| member.id == one.staff));
        let mut closed = BTreeMap::new();
        for point in contact_point::list(tx, region)? {
            closed.insert(point.id, contact_point::list_closed_days(tx, point.id)?);
        }
        Ok(Self {
            today,
            places,
            rooms,
            closed,
            taken: occupancy::list(tx, region)?,
            moved: meeting::list_moved(tx, region)?,
            igangsettere,
            refused: group::list_refusals(tx, region)?,
        })
    }

    pub(crate) const fn today(&self) -> NaiveDate {
        self.today
    }

    pub(crate) fn igangsettere(&self) -> &[Availability] {
        &self.igangsettere
    }

    pub(crate) fn place(&self, cell: Cell) -> Option<&Place> {
        self.places.iter().find(|place| place.id == cell.place)
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

    /// When a group that is approved today would first meet; `None` if there is no date within reach.
    pub(crate) fn date(&self, cell: Cell, room: &Room, led_by: &Availability) -> Option<NaiveDate> {
        first_meeting(self.today, cell.time.weekday, |day| {
            self.is_open((cell, room.id), day) && room.is_open_on(day) && led_by.is_there_on(day)
        })
    }

    /// The dates on which a group that gets its dates today does not meet, though it would by the week. The first is none
    /// of them.
    pub(crate) fn shut_days(&self, group: &Group) -> Vec<NaiveDate> {
        let later = group.calendar.meetings().skip(1);
        later
            .filter(|day| !self.is_open((group.cell, group.room), *day))
            .collect()
    }

    /// The room in which a group would meet first, of those that are free in the cell and have not been given away.
    pub(crate) fn best_room(
        &self,
        cell: Cell,
        led_by: &Availability,
        is_given: impl Fn(RoomId) -> bool,
    ) -> Option<(NaiveDate, &Room)> {
        let rooms = self.free_rooms(cell).into_iter().filter(|room| !is_given(room.id));
        let dated = rooms.filter_map(|room| Some((self.date(cell, room, led_by)?, room)));
        dated.min_by_key(|(date, _)| *date)
    }

    /// How many groups more somebody can lead.
    pub(crate) fn groups_left(&self, one: &Availability) -> usize {
        usize::from(one.max_groups).saturating_sub(self.led_by(one.staff).count())
    }

    /// True if somebody has said that they can lead here, is not elsewhere at that time, and has not refused it.
    /// Whether they have a group to spare, [`Offer::groups_left`] says.
    pub(crate) fn can_lead(&self, one: &Availability, cell: Cell) -> bool {
        let is_elsewhere = self.led_by(one.staff).any(|mark| mark.time.overlaps(cell.time));
        one.cells.contains(&cell) && !is_elsewhere && !self.refused.contains(&(one.staff, cell))
    }

    /// Whether doors are open on a day: no public holiday, no closed day of the contact point that keeps the place, and
    /// no moved meeting in the room.
    fn is_open(&self, (cell, room): (Cell, RoomId), day: NaiveDate) -> bool {
        let closed = self.place(cell).and_then(|place| self.closed.get(&place.contact_point));
        let is_closed = closed.is_some_and(|spans| spans.iter().any(|span| span.contains(day)));
        let is_in_it = |one: &Moved| one.room == room && one.date == day && one.time.overlaps(cell.time);
        !is_holiday(day) && !is_closed && !self.moved.iter().any(is_in_it)
    }

    fn led_by(&self, igangsetter: StaffId) -> impl Iterator<Item = &Occupancy> {
        self.taken
            .iter()
            .filter(move |mark| mark.igangsetter == Some(igangsetter) && mark.igangsetter_until >= self.today)
    }
}
