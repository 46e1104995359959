//! The line through the whole house: from an interest note to a roster, and to nothing.
//!
//! It is told once. Browsers without a screen live through it on both databases, and Chromium on a phone, where the
//! participants have scripts switched off.

use stories::{app::TestApp, chromium::Scripts, visitor::Phone};
use testkit::DatabaseKind;

use crate::cast::{Cast, Person, Visiting, nickname, screenless};

/// Those who leave a note and confirm it.
const CONFIRM: [&str; 5] = ["ada", "berit", "carl", "dina", "einar"];
/// Those who leave one and never confirm.
const FORGET: [&str; 2] = ["frida", "geir"];

#[test]
fn seven_notes_become_a_group_of_five_and_then_nothing_on_sqlite() {
    the_line(DatabaseKind::Sqlite, screenless);
}

#[test]
fn seven_notes_become_a_group_of_five_and_then_nothing_on_postgres() {
    the_line(DatabaseKind::Postgres, screenless);
}

#[test]
fn the_same_in_chromium_on_a_phone_with_scripts_off_for_participants() {
    the_line(DatabaseKind::Sqlite, |app, person| match person {
        Person::Staff => Box::new(Phone::new(app.url(), Scripts::On)),
        Person::Participant => Box::new(Phone::new(app.url(), Scripts::Off)),
    });
}

/// From the set-up link on the console to invitations in five mailboxes.
fn invited(kind: DatabaseKind, visitor: Visiting) -> Cast {
    let mut cast = Cast::at_a_contact_point(TestApp::start(kind), visitor);
    let codes = [
        cast.open_collection("Mandagskurset"),
        cast.open_collection("Onsdagskurset"),
    ];
    for (name, code) in CONFIRM.iter().chain(&FORGET).zip(codes.iter().cycle()) {
        cast.leave_note(name, code);
    }
    cast.app.work();
    for name in CONFIRM {
        cast.confirm(name);
    }
    cast.propose_and_approve();
    cast.anne_says_yes();
    cast
}

fn the_line(kind: DatabaseKind, visitor: Visiting) {
    let mut cast = invited(kind, visitor);
    cast.all_accept(&CONFIRM);
    cast.all_read(&CONFIRM, "Møtet blir noe av");
    cast.all_read(&["anne"], "Deltakerne er klare");
    let roster = cast.group_page("anne").text();
    for name in CONFIRM {
        assert!(roster.contains(&nickname(name)), "{name} is on the roster: {roster}");
    }
    for name in FORGET {
        assert!(!roster.contains(&nickname(name)), "{name} is not");
    }
    nothing_is_left(&cast);
    cast.every_letter_is_in_order();
}

/// After the last supported meeting all of it is erased. While it is there, addresses can't be read either.
fn nothing_is_left(cast: &Cast) {
    assert!(cast.app.stores(&nickname("ada")), "what is searched is what is stored");
    assert!(
        !cast.app.stores("@deltaker.example"),
        "addresses are sealed (promise C2)"
    );
    // Fourteen to twenty days of notice, four weeks of meetings, a week of memory, a day to end the last.
    cast.app.pass_days(20 + 28 + 7 + 1);
    assert!(!cast.app.stores("@deltaker.example"));
    for name in CONFIRM {
        assert!(!cast.app.stores(&nickname(name)), "{name} is forgotten");
    }
    assert_eq!(cast.count_rows(), "0 notes, 0 groups, 0 letters owed");
}
