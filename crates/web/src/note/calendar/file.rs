//! A calendar file with one event (RFC 5545), written so that no text in it can become a line of its own.

use chrono::{DateTime, Utc};
use model::MEETING;

/// What the file does to a calendar (RFC 5546).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Method {
    /// Puts the event there, or in the place of what was there.
    Publish,
    /// Takes it away.
    Cancel,
}

impl Method {
    const fn name(self) -> &'static str {
        match self {
            Self::Publish => "PUBLISH",
            Self::Cancel => "CANCEL",
        }
    }

    const fn status(self) -> &'static str {
        match self {
            Self::Publish => "CONFIRMED",
            Self::Cancel => "CANCELLED",
        }
    }

    /// The type under which the file is sent.
    pub fn content_type(self) -> String {
        format!("text/calendar; charset=utf-8; method={}", self.name())
    }
}

/// One event.
pub struct Event {
    /// The same for all versions of the event.
    pub uid: String,
    /// When it begins.
    pub starts: DateTime<Utc>,
    /// What it is called.
    pub summary: String,
    /// Where it is.
    pub location: String,
    /// When the file was fetched: of two versions, the later one counts.
    pub fetched: DateTime<Utc>,
}

/// The most bytes of a line (RFC 5545 §3.1).
const LINE: usize = 75;

impl Event {
    /// The file.
    pub fn file(&self, method: Method) -> String {
        let lines = [
            "BEGIN:VCALENDAR".to_owned(),
            "VERSION:2.0".to_owned(),
            "PRODID:-//Oppstart//Oppstart//NO".to_owned(),
            format!("METHOD:{}", method.name()),
            "BEGIN:VEVENT".to_owned(),
            format!("UID:{}", escaped(&self.uid)),
            format!("DTSTAMP:{}", instant(self.fetched)),
            // Rises by itself, for nobody counts how often a meeting is moved.
            format!("SEQUENCE:{}", self.fetched.timestamp() / 60),
            format!("DTSTART:{}", instant(self.starts)),
            format!("DTEND:{}", instant(self.starts + MEETING)),
            format!("SUMMARY:{}", escaped(&self.summary)),
            format!("LOCATION:{}", escaped(&self.location)),
            format!("STATUS:{}", method.status()),
            "END:VEVENT".to_owned(),
            "END:VCALENDAR".to_owned(),
        ];
        lines.iter().map(|line| folded(line)).collect()
    }
}

fn instant(at: DateTime<Utc>) -> String {
    at.format("%Y%m%dT%H%M%SZ").to_string()
}

/// A text as a value (RFC 5545 §3.3.11). Line breaks of every kind, and what else steers, become spaces.
fn escaped(text: &str) -> String {
    text.chars().fold(String::new(), |mut value, letter| {
        match letter {
            '\\' | ';' | ',' => value.extend(['\\', letter]),
            steering if steering.is_control() || matches!(steering, '\u{2028}' | '\u{2029}') => value.push(' '),
            plain => value.push(plain),
        }
        value
    })
}

/// A line as it is sent: broken after at most 75 bytes, never inside a letter.
fn folded(line: &str) -> String {
    let mut sent = String::new();
    let mut used = 0;
    for letter in line.chars() {
        if used + letter.len_utf8() > LINE {
            sent.push_str("\r\n ");
            used = 1;
        }
        sent.push(letter);
        used += letter.len_utf8();
    }
    sent.push_str("\r\n");
    sent
}

#[cfg(test)]
mod tests {
    use super::*;

    fn event(location: &str) -> Event {
        Event {
            uid: "0001-2027-01-26".to_owned(),
            starts: "2027-01-26T17:00:00Z".parse().unwrap(),
            summary: "Møte".to_owned(),
            location: location.to_owned(),
            fetched: "2027-01-12T17:00:00Z".parse().unwrap(),
        }
    }

    /// The lines of a file as a calendar reads them.
    fn unfolded(file: &str) -> Vec<String> {
        let whole = file.replace("\r\n ", "");
        whole.split_terminator("\r\n").map(str::to_owned).collect()
    }

    #[test]
    fn a_file_has_the_lines_that_calendars_need_and_no_others() {
        let lines = unfolded(&event("Storgata 1").file(Method::Publish));
        assert_eq!(
            lines,
            [
                "BEGIN:VCALENDAR",
                "VERSION:2.0",
                "PRODID:-//Oppstart//Oppstart//NO",
                "METHOD:PUBLISH",
                "BEGIN:VEVENT",
                "UID:0001-2027-01-26",
                "DTSTAMP:20270112T170000Z",
                "SEQUENCE:29996220",
                "DTSTART:20270126T170000Z",
                "DTEND:20270126T190000Z",
                "SUMMARY:Møte",
                "LOCATION:Storgata 1",
                "STATUS:CONFIRMED",
                "END:VEVENT",
                "END:VCALENDAR",
            ]
        );
    }

    #[test]
    fn no_text_becomes_a_line_of_its_own() {
        for wrong in [
            "x\r\nATTENDEE:mailto:kari@example.no",
            "x\nATTENDEE:mailto:kari@example.no",
            "x\rATTENDEE:mailto:kari@example.no",
            "x\u{85}ATTENDEE:x",
            "x\u{2028}ATTENDEE:x",
            "x\u{b}\u{c}\0ATTENDEE:x",
            "x\\nATTENDEE:x",
            "\r\n\r\nBEGIN:VEVENT",
            " \t\r\n ATTENDEE:x",
        ] {
            let file = event(wrong).file(Method::Publish);
            let lines = unfolded(&file);
            assert_eq!(lines.len(), 15, "{file}");
            assert!(!lines.iter().any(|line| line.starts_with("ATTENDEE")), "{file}");
            let bare = file.replace("\r\n", "");
            assert!(!bare.contains(char::is_control), "{file:?}");
        }
    }

    #[test]
    fn signs_that_part_values_are_escaped() {
        assert_eq!(
            escaped("Storgata 1, 2. etg; dør \\ B"),
            "Storgata 1\\, 2. etg\\; dør \\\\ B"
        );
    }

    #[test]
    fn long_lines_are_folded_between_letters() {
        for odd in ["", "x", "xx"] {
            let name = format!("{odd}{}", "Ærlighetsveien ".repeat(20));
            let file = event(&name).file(Method::Publish);
            assert!(file.split("\r\n").all(|line| line.len() <= LINE), "{file}");
            assert!(unfolded(&file).contains(&format!("LOCATION:{name}")));
        }
    }

    #[test]
    fn a_version_that_is_fetched_later_counts_more_and_a_cancellation_says_so() {
        let mut event = event("Storgata 1");
        let first = event.file(Method::Publish);
        event.fetched += chrono::TimeDelta::minutes(1);
        let second = event.file(Method::Cancel);
        assert!(first.contains("\r\nSEQUENCE:29996220\r\n") && second.contains("\r\nSEQUENCE:29996221\r\n"));
        assert!(second.contains("\r\nMETHOD:CANCEL\r\n") && second.contains("\r\nSTATUS:CANCELLED\r\n"));
        assert_eq!(
            Method::Cancel.content_type(),
            "text/calendar; charset=utf-8; method=CANCEL"
        );
    }
}
