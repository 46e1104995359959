//! A contact point from the first link on: the pages are empty, and say what to do. In the end its database fails.

use std::process::Command;

use super::{Audience, Tour};
use crate::app::TestApp;

const KARI: &str = "kari@kontakt.example";

/// Does something to an SQLite database. Debian's own Python can do it, which the mail server needs anyway.
const DO: &str = "import sqlite3, sys; c = sqlite3.connect(sys.argv[1]); c.execute(sys.argv[2]); c.commit()";

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
    damage(app, "ALTER TABLE contact_points RENAME TO gone");
    tour.visit("wrong-503", "/contact");
}

/// Once only: what is damaged later, a running service may not see.
pub fn damage(app: &TestApp, statement: &str) {
    let address = app.db.address();
    let file = address.strip_prefix("sqlite:").expect("an SQLite database");
    let done = Command::new("/usr/bin/python3")
        .args(["-c", DO, file, statement])
        .status();
    assert!(done.expect("Python runs").success(), "{statement}");
}
