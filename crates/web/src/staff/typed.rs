//! Dates and times as staff type them, or as a browser's calendar and clock send them.

use chrono::{Days, NaiveDate, NaiveTime};

/// How far from today a date of ours may be, in days: what is further is a slip of the finger.
const NEAR: Days = Days::new(2 * 366);

/// Reads a date near today: «12.01.2027», or as in ISO 8601.
///
/// # Errors
/// The key of what to say.
pub fn date(raw: &str, today: NaiveDate) -> Result<NaiveDate, &'static str> {
    let raw = raw.trim();
    let read = ["%Y-%m-%d", "%d.%m.%Y"]
        .into_iter()
        .find_map(|format| NaiveDate::parse_from_str(raw, format).ok());
    let date = read.ok_or("fault-date")?;
    if (today - NEAR..=today + NEAR).contains(&date) {
        Ok(date)
    } else {
        Err("fault-date-far")
    }
}

/// Reads a date near today that may be left out.
///
/// # Errors
/// The key of what to say.
pub fn optional_date(raw: &str, today: NaiveDate) -> Result<Option<NaiveDate>, &'static str> {
    if raw.trim().is_empty() {
        return Ok(None);
    }
    date(raw, today).map(Some)
}

/// Reads a time of day: «18.00», "18:00", or as a browser's clock sends it.
///
/// # Errors
/// The key of what to say.
pub fn time(raw: &str) -> Result<NaiveTime, &'static str> {
    let raw = raw.trim().replace('.', ":");
    ["%H:%M", "%H:%M:%S"]
        .into_iter()
        .find_map(|format| NaiveTime::parse_from_str(&raw, format).ok())
        .ok_or("fault-time")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(y: i32, m: u32, d: u32) -> NaiveDate {
        NaiveDate::from_ymd_opt(y, m, d).unwrap()
    }

    #[test]
    fn dates_are_read_as_people_and_browsers_write_them() {
        let today = day(2027, 1, 12);
        for raw in ["2027-02-03", "03.02.2027", " 3.2.2027 "] {
            assert_eq!(date(raw, today), Ok(day(2027, 2, 3)), "{raw}");
        }
        for raw in ["", "3. februar", "31.02.2027", "2027-13-01", "03/02/2027"] {
            assert_eq!(date(raw, today), Err("fault-date"), "{raw}");
        }
        for raw in ["03.02.2207", "03.02.0027", "+12027-01-01"] {
            assert!(date(raw, today).is_err(), "{raw}");
        }
    }

    #[test]
    fn a_date_that_may_be_left_out_is_read_like_another() {
        let today = day(2027, 1, 12);
        assert_eq!(optional_date(" ", today), Ok(None));
        assert_eq!(optional_date("3.2.2027", today), Ok(Some(day(2027, 2, 3))));
        assert_eq!(optional_date("x", today), Err("fault-date"));
    }

    #[test]
    fn times_are_read_as_people_and_browsers_write_them() {
        let six = NaiveTime::from_hms_opt(18, 0, 0);
        for raw in ["18:00", "18.00", " 18:00:00 "] {
            assert_eq!(time(raw).ok(), six, "{raw}");
        }
        for raw in ["", "18", "24:00", "kl. 18"] {
            assert_eq!(time(raw), Err("fault-time"), "{raw}");
        }
    }
}
