//! A contact point from the first link on: the pages are empty, and say what to do. In the end its database fails.

use std::process::Command;

use super::{Audience, Tour};
use crate::app::TestApp;

const KARI: &str = "kari@kontakt.example";

/// Takes a table away from an SQLite database. Debian's own Python can do it, which the mail server needs anyway.
const TAKE_AWAY: &str =
    "import sqlite3, sys; sqlite3.connect(sys.argv[1]).execute('ALTER TABLE contact_points RENAME TO gone')";

pub fn visit<'a>(tour: &mut Tour<'a, '_>, app: &'a TestApp) {
    tour.audience = Audience::Staff;
    tour.walk.move_to(app);
    let link = app.set_up_link();
    tour.walk.open(&link);
    tour.see("set-up");
    tour.see_pressed("set-up-faults", "/set-up", "main form button");
    tour.walk.open("/set-up");
    for (name, text) in [
        ("region", "Storvik og omegn"),
        ("contact-point", "Frivilligsentralen i Storvik"),
        ("name", "Kari Nordmann-Abrahamsen"),
        ("email", KARI),
    ] {
        tour.walk.write(name, text);
    }
    tour.walk.press_on("main form button");
    tour.walk.type_code(KARI);
    tour.see("empty-desk");
    for page in ["places", "people", "courses", "rounds", "contact-point", "caller"] {
        tour.visit(&format!("empty-{page}"), &format!("/{page}"));
    }
    tour.visit("empty-controller", "/contact-point/controller");
    tour.see_pressed(
        "empty-controller-faults",
        "/contact-point/controller",
        "main form button",
    );
    tour.visit("empty-contact", "/contact");
    tour.walk.forget();
    tour.visit("set-up-used", &link);
    tour.audience = Audience::Participants;
    let address = app.db.address();
    let file = address.strip_prefix("sqlite:").expect("an SQLite database");
    let done = Command::new("/usr/bin/python3").args(["-c", TAKE_AWAY, file]).status();
    assert!(done.expect("Python runs").success(), "the table can be taken away");
    tour.visit("wrong-503", "/contact");
}
