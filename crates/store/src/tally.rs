//! All that is counted for good: two numbers per region and quarter, without persons (promise C11).

use chrono::{Datelike as _, NaiveDate};
use diesel::prelude::*;
use model::RegionId;

use crate::{
    DbConn, Result,
    convert::{Column, count},
    schema::tallies,
};

/// What is counted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Counted {
    /// People in groups that had their first meeting.
    Started,
    /// Invitations that were accepted.
    SaidYes,
    /// Invitations that were declined, or not answered in time.
    SaidNo,
}

/// The numbers of one quarter. They are exact here: whoever shows them rounds them.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Tally {
    /// The quarter's first day.
    pub quarter: NaiveDate,
    /// People in groups that had their first meeting.
    pub started: u32,
    /// Invitations that were accepted.
    pub said_yes: u32,
    /// Invitations that were declined, or not answered in time.
    pub said_no: u32,
}

/// Counts, in the quarter of a day.
///
/// # Errors
/// [`crate::Fault::Driver`].
pub fn add(c: &mut DbConn, region: RegionId, today: NaiveDate, (what, more): (Counted, u16)) -> Result<()> {
    let quarter = first_of_quarter(today);
    let key = (region.blob(), quarter);
    let found: i64 = tallies::table.find(key).count().get_result(c)?;
    if found == 0 {
        diesel::insert_into(tallies::table)
            .values((
                tallies::region_id.eq(region.blob()),
                tallies::quarter.eq(quarter),
                tallies::started.eq(0),
                tallies::said_yes.eq(0),
                tallies::said_no.eq(0),
            ))
            .execute(c)?;
    }
    let (row, more) = (tallies::table.find(key), i32::from(more));
    match what {
        Counted::Started => diesel::update(row)
            .set(tallies::started.eq(tallies::started + more))
            .execute(c)?,
        Counted::SaidYes => diesel::update(row)
            .set(tallies::said_yes.eq(tallies::said_yes + more))
            .execute(c)?,
        Counted::SaidNo => diesel::update(row)
            .set(tallies::said_no.eq(tallies::said_no + more))
            .execute(c)?,
    };
    Ok(())
}

/// The numbers of a region, the latest quarter first.
///
/// # Errors
/// [`crate::Fault::Driver`].
pub fn list(c: &mut DbConn, region: RegionId) -> Result<Vec<Tally>> {
    let rows: Vec<(NaiveDate, i32, i32, i32)> = tallies::table
        .filter(tallies::region_id.eq(region.blob()))
        .order(tallies::quarter.desc())
        .select((tallies::quarter, tallies::started, tallies::said_yes, tallies::said_no))
        .load(c)?;
    rows.into_iter()
        .map(|(quarter, started, said_yes, said_no)| {
            Ok(Tally {
                quarter,
                started: count(started, Column("tallies", "started"))?,
                said_yes: count(said_yes, Column("tallies", "said_yes"))?,
                said_no: count(said_no, Column("tallies", "said_no"))?,
            })
        })
        .collect()
}

fn first_of_quarter(day: NaiveDate) -> NaiveDate {
    let month = day.month0() / 3 * 3;
    day.with_day(1)
        .and_then(|first| first.with_month0(month))
        .unwrap_or(day)
}

#[cfg(test)]
mod tests {
    use super::first_of_quarter;

    #[test]
    fn a_quarter_begins_on_the_first_of_its_first_month() {
        for (day, quarter) in [
            ("2027-01-01", "2027-01-01"),
            ("2027-03-31", "2027-01-01"),
            ("2027-05-31", "2027-04-01"),
            ("2027-12-31", "2027-10-01"),
        ] {
            assert_eq!(first_of_quarter(day.parse().unwrap()).to_string(), quarter);
        }
    }
}
