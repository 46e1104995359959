//! Once a week, at night, the database's file is written anew (promise C5).

use std::fs;

use chrono::{DateTime, TimeDelta, Utc};
use stories::app::TestApp;
use testkit::{DatabaseKind, Region, day};

fn at(moment: &str) -> DateTime<Utc> {
    moment.parse().expect("a moment")
}

#[test]
fn the_file_shrinks_in_the_night_to_sunday_and_at_no_other_time() {
    let app = TestApp::start(DatabaseKind::Sqlite);
    let file = app.db.address().strip_prefix("sqlite:").expect("a file").to_owned();
    let size = || fs::metadata(&file).expect("the file").len();
    let work_at = |moment| {
        app.clock.advance(at(moment) - app.clock.now());
        app.work();
    };
    let region = Region::made(&app.db, 1);
    let leave_and_erase = || {
        let notes = region.add_notes(200, day("2027-01-12"));
        let erased = app.db.write_now(|tx| {
            let mut notes = notes.iter();
            notes.try_for_each(|note| store::note::erase(tx, *note).map(drop))
        });
        erased.expect("the notes are erased");
        app.work();
    };
    leave_and_erase();
    let full = size();
    for other_time in ["2027-01-09T02:30:00Z", "2027-01-10T01:59:59Z"] {
        work_at(other_time);
        assert_eq!(size(), full, "{other_time}");
    }
    work_at("2027-01-10T02:00:00Z");
    let small = size();
    assert!(small < full, "{full}, then {small}");

    leave_and_erase();
    let full = size();
    assert!(full > small);
    app.clock.advance(TimeDelta::minutes(30));
    app.work();
    assert_eq!(size(), full, "once in a night");
    work_at("2027-01-17T02:30:00Z");
    assert!(size() < full, "and again a week later");

    // The night without the hour from two to three.
    leave_and_erase();
    let full = size();
    work_at("2027-03-28T00:59:00Z");
    assert_eq!(size(), full);
    work_at("2027-03-28T01:00:00Z");
    assert!(size() < full, "it is three o'clock");
}
