//! What those who wait for a seat wish for, and for how long they have waited.
//!
//! The numbers are exact: pages show them so in an open round only, and in bands outside one (promise C11).

use chrono::{NaiveDate, TimeDelta};
use model::{PlaceId, RegionId, WeekBand};
use store::{DbConn, line, wish};

use crate::fault::Result;

/// How many confirmed, unseated notes want each place and part of the week.
///
/// # Errors
/// [`crate::Fault::Store`].
pub fn demand(tx: &mut DbConn, region: RegionId, today: NaiveDate) -> Result<Vec<(PlaceId, WeekBand, usize)>> {
    let mut wanted = wish::count_waiting(tx, region, today)?;
    wanted.sort_by_key(|(place, when, _)| (*place, when.weekday.num_days_from_monday(), when.band));
    Ok(wanted)
}

/// How many confirmed, unseated notes have waited how long.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Waiting {
    /// Less than three weeks.
    pub short: usize,
    /// From three weeks on, but less than eight.
    pub long: usize,
    /// Eight weeks or more.
    pub longest: usize,
}

/// After so many weeks a wait is long, after so many very long.
const WEEKS: (i64, i64) = (3, 8);

/// For how long they have waited.
///
/// # Errors
/// [`crate::Fault::Store`].
pub fn waiting(tx: &mut DbConn, region: RegionId, today: NaiveDate) -> Result<Waiting> {
    let mut waiting = Waiting::default();
    for (since, notes) in line::count_since(tx, region, today)? {
        let waited = today - since;
        let part = if waited < TimeDelta::weeks(WEEKS.0) {
            &mut waiting.short
        } else if waited < TimeDelta::weeks(WEEKS.1) {
            &mut waiting.long
        } else {
            &mut waiting.longest
        };
        *part += notes;
    }
    Ok(waiting)
}
