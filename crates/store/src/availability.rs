//! When and where igangsettere can start groups.

use chrono::{NaiveDate, NaiveTime};
use diesel::prelude::*;
use model::{Cell, DaysOff, RegionId, StaffId};

use crate::{
    DbConn, Result,
    convert::{Column, count, id, weekday_number, weekly_time},
    schema::{availabilities, available_cells, away_days, staff},
};

/// What one igangsetter can take.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Availability {
    /// Who.
    pub staff: StaffId,
    /// From which date on.
    pub from: NaiveDate,
    /// How many groups at once, at most.
    pub max_groups: u8,
    /// Whether they want to be asked before people are invited.
    pub ask_first: bool,
    /// Which places and times.
    pub cells: Vec<Cell>,
    /// When they are away.
    pub away: Vec<DaysOff>,
}

impl Availability {
    /// True if they can be at a meeting on this day.
    #[must_use]
    pub fn is_there_on(&self, day: NaiveDate) -> bool {
        self.from <= day && !self.away.iter().any(|span| span.contains(day))
    }
}

/// Stores an igangsetter's availability in place of what was there.
///
/// # Errors
/// [`crate::Fault::Driver`].
pub fn put(c: &mut DbConn, new: &Availability) -> Result<()> {
    diesel::delete(availabilities::table.find(new.staff.blob())).execute(c)?;
    diesel::delete(available_cells::table.filter(available_cells::staff_id.eq(new.staff.blob()))).execute(c)?;
    diesel::insert_into(availabilities::table)
        .values((
            availabilities::staff_id.eq(new.staff.blob()),
            availabilities::from_date.eq(new.from),
            availabilities::max_groups.eq(i16::from(new.max_groups)),
            availabilities::ask_first.eq(new.ask_first),
        ))
        .execute(c)?;
    diesel::delete(away_days::table.filter(away_days::staff_id.eq(new.staff.blob()))).execute(c)?;
    for span in &new.away {
        diesel::insert_into(away_days::table)
            .values((
                away_days::staff_id.eq(new.staff.blob()),
                away_days::first_day.eq(span.first()),
                away_days::last_day.eq(span.last()),
            ))
            .execute(c)?;
    }
    for cell in &new.cells {
        diesel::insert_into(available_cells::table)
            .values((
                available_cells::staff_id.eq(new.staff.blob()),
                available_cells::place_id.eq(cell.place.blob()),
                available_cells::weekday.eq(weekday_number(cell.time.weekday)),
                available_cells::starts_at.eq(cell.time.starts_at),
            ))
            .execute(c)?;
    }
    Ok(())
}

/// The availabilities of a region's igangsettere.
///
/// # Errors
/// [`crate::Fault::Driver`].
pub fn list(c: &mut DbConn, region: RegionId) -> Result<Vec<Availability>> {
    let of_region = staff::region_id.eq(region.blob()).and(staff::is_igangsetter.eq(true));
    let rows: Vec<Row> = availabilities::table
        .inner_join(staff::table)
        .filter(of_region)
        .order(availabilities::staff_id)
        .select(availabilities::all_columns)
        .load(c)?;
    let cells: Vec<CellRow> = available_cells::table
        .inner_join(staff::table)
        .filter(of_region)
        .order((
            available_cells::weekday,
            available_cells::starts_at,
            available_cells::place_id,
        ))
        .select(available_cells::all_columns)
        .load(c)?;
    let mut list = rows.into_iter().map(read).collect::<Result<Vec<_>>>()?;
    for (member, place, day, starts_at) in cells {
        let member: StaffId = id(member, Column("available_cells", "staff_id"))?;
        let place = id(place, Column("available_cells", "place_id"))?;
        let time = weekly_time(day, starts_at, Column("available_cells", "starts_at"))?;
        list.iter_mut()
            .filter(|other| other.staff == member)
            .for_each(|one| one.cells.push(Cell { place, time }));
    }
    let away: Vec<(Vec<u8>, NaiveDate, NaiveDate)> = away_days::table
        .inner_join(staff::table)
        .filter(of_region)
        .order((away_days::first_day, away_days::last_day))
        .select(away_days::all_columns)
        .load(c)?;
    for (member, first, last) in away {
        let member: StaffId = id(member, Column("away_days", "staff_id"))?;
        let span = DaysOff::new(first, last).ok_or(Column("away_days", "last_day").corrupt())?;
        list.iter_mut()
            .filter(|other| other.staff == member)
            .for_each(|one| one.away.push(span));
    }
    Ok(list)
}

type Row = (Vec<u8>, NaiveDate, i16, bool);
type CellRow = (Vec<u8>, Vec<u8>, i16, NaiveTime);

fn read((member, from, max_groups, ask_first): Row) -> Result<Availability> {
    Ok(Availability {
        staff: id(member, Column("availabilities", "staff_id"))?,
        from,
        max_groups: count(max_groups, Column("availabilities", "max_groups"))?,
        ask_first,
        cells: Vec::new(),
        away: Vec::new(),
    })
}
