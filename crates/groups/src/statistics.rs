//! What is told of the numbers that are kept for good (promise C11).

use chrono::{Datelike as _, Months, NaiveDate};
use model::RegionId;
use store::{
    DbConn,
    tally::{self, Tally},
};

use crate::fault::Result;

/// What counts are rounded to, so that no single person can be seen in them.
const STEP: u32 = 5;

/// The numbers of a quarter that is over, each rounded to a multiple of five.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Quarter {
    /// Its year.
    pub year: i32,
    /// Which of the year's quarters, from 1.
    pub number: u32,
    /// People in groups that had their first meeting.
    pub started: u32,
    /// Invitations that were accepted.
    pub said_yes: u32,
    /// Invitations that were declined, or not answered in time.
    pub said_no: u32,
}

/// The numbers of a region, the latest quarter first. The quarter that is under way is left out: whoever looked twice
/// could see single answers in it, rounded or not.
///
/// # Errors
/// [`crate::Fault::Store`].
pub fn statistics(tx: &mut DbConn, region: RegionId, today: NaiveDate) -> Result<Vec<Quarter>> {
    let mut tallies = tally::list(tx, region)?;
    let is_over = |first: NaiveDate| {
        first
            .checked_add_months(Months::new(3))
            .is_some_and(|next| next <= today)
    };
    tallies.retain(|tally| is_over(tally.quarter));
    Ok(tallies.iter().map(rounded).collect())
}

fn rounded(tally: &Tally) -> Quarter {
    Quarter {
        year: tally.quarter.year(),
        number: tally.quarter.month0() / 3 + 1,
        started: round(tally.started),
        said_yes: round(tally.said_yes),
        said_no: round(tally.said_no),
    }
}

/// The nearest multiple of five.
const fn round(count: u32) -> u32 {
    count.saturating_add(STEP / 2) / STEP * STEP
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_told_as_the_nearest_multiple_of_five() {
        for (count, told) in [(0, 0), (2, 0), (3, 5), (5, 5), (7, 5), (8, 10), (122, 120), (123, 125)] {
            assert_eq!(round(count), told, "{count}");
        }
    }
}
