//! Days on which no group meets for the first time: Norwegian public holidays, and the eves that are kept like them.

use chrono::{Datelike as _, Days, NaiveDate};

/// Movable days, counted from Easter Sunday: Maundy Thursday to Easter Monday, Ascension Day,
/// and Whitsun from its eve (lov om helligdager og helligdagsfred § 2).
const FROM_EASTER: [i64; 9] = [-3, -2, -1, 0, 1, 39, 48, 49, 50];
/// Month and day of the others: the new year with its eve, 1 and 17 May, and Christmas with its eve.
const FIXED: [(u32, u32); 7] = [(1, 1), (5, 1), (5, 17), (12, 24), (12, 25), (12, 26), (12, 31)];

/// True if the day is a public holiday in Norway, or an eve on which doors are shut like on one.
#[must_use]
pub fn is_holiday(day: NaiveDate) -> bool {
    let since_easter = easter(day.year()).map(|sunday| (day - sunday).num_days());
    FIXED.contains(&(day.month(), day.day())) || since_easter.is_some_and(|days| FROM_EASTER.contains(&days))
}

/// Easter Sunday of a year of the Gregorian calendar, by the anonymous rule of 1876 ("Meeus/Jones/Butcher").
fn easter(year: i32) -> Option<NaiveDate> {
    let golden = year.rem_euclid(19);
    let (century, rest) = (year.div_euclid(100), year.rem_euclid(100));
    let moon_drift = (century - (century + 8) / 25 + 1) / 3;
    let epact = (19 * golden + century - century / 4 - moon_drift + 15).rem_euclid(30);
    let to_sunday = (32 + 2 * (century % 4) + 2 * (rest / 4) - epact - rest % 4).rem_euclid(7);
    let late_moon = (golden + 11 * epact + 22 * to_sunday) / 451;
    let from_march_22 = u64::try_from(epact + to_sunday - 7 * late_moon).ok()?;
    NaiveDate::from_ymd_opt(year, 3, 22)?.checked_add_days(Days::new(from_march_22))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(shown: &str) -> NaiveDate {
        shown.parse().unwrap()
    }

    #[test]
    fn easter_falls_as_the_almanac_says() {
        for (year, sunday) in [
            (2024, "2024-03-31"),
            (2025, "2025-04-20"),
            (2026, "2026-04-05"),
            (2027, "2027-03-28"),
            (2028, "2028-04-16"),
            (2029, "2029-04-01"),
            (2038, "2038-04-25"),
            (2285, "2285-03-22"),
        ] {
            assert_eq!(easter(year), Some(day(sunday)));
        }
    }

    #[test]
    fn the_holidays_of_2027_are_known_and_their_neighbours_are_not() {
        for holiday in [
            "2027-01-01",
            "2027-03-25",
            "2027-03-26",
            "2027-03-27",
            "2027-03-28",
            "2027-03-29",
            "2027-05-01",
            "2027-05-06",
            "2027-05-15",
            "2027-05-16",
            "2027-05-17",
            "2027-12-24",
            "2027-12-25",
            "2027-12-26",
            "2027-12-31",
        ] {
            assert!(is_holiday(day(holiday)), "{holiday}");
        }
        for workday in [
            "2027-01-02",
            "2027-03-24",
            "2027-03-30",
            "2027-05-07",
            "2027-05-18",
            "2027-12-27",
        ] {
            assert!(!is_holiday(day(workday)), "{workday}");
        }
    }
}
