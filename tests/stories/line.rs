//! The line through the whole house: from an interest note to a roster, and to nothing.
//!
//! It is told once. Browsers without a screen live through it on both databases, and Chromium on a phone, where the
//! participants have scripts switched off.

use stories::{app::TestApp, chromium::Scripts, visitor::Phone};
use testkit::DatabaseKind;

use crate::cast::{Cast, Person, SIX, Visiting, nickname, screenless};

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

/// What the line does not touch: a code in place of an address, a place in a group that is given up, another time, an
/// absence, and the end. All of it by keys, where scripts are off; that each button is reached by the Tab key, and
/// seen, is checked with the pages.
#[test]
fn the_other_ways_of_participants_by_keys_alone_with_scripts_off() {
    let mut cast = Cast::at_a_contact_point(TestApp::start(DatabaseKind::Sqlite), |app, person| match person {
        Person::Staff => screenless(app, person),
        Person::Participant => Box::new(Phone::new(app.url(), Scripts::Off)),
    });
    let door = cast.open_collection("Mandagskurset");
    cast.join(&SIX, &door);
    cast.leave_note_with_code("geir", &door);
    cast.leave_note_with_code("hanna", &door);
    cast.propose_and_approve();
    cast.anne_says_yes();
    cast.accept("geir");
    cast.all_accept(&SIX[..5]);
    cast.decline("frida", "not-this-date");
    cast.decline("hanna", "not-this-time");
    cast.app.work();
    cast.all_read(&["ada"], "Møtet blir noe av");
    cast.own_page("geir");
    cast.participant.open("/my-note/absence");
    cast.participant.press(("tell", "igangsetter"), &[]);
    let told = cast.participant.seen().text();
    assert!(told.contains("Igangsetteren får beskjed."), "{told}");
    cast.own_page("hanna");
    cast.participant.open("/my-note/change");
    cast.participant.fill_in(&[("language", "nn")]);
    assert!(
        cast.participant.seen().html.contains("<html lang=\"nn\""),
        "the change is kept"
    );
    cast.participant.open("/?lang=nb");
    cast.keep_apart("ada", "hanna");
    cast.leave("ada");
    let proof = cast.erase_everything("hanna");
    assert!(proof.text().contains("Lapper 1"), "{}", proof.text());
    cast.participant.open("/find");
    cast.participant.fill_in(&[("email", "berit@deltaker.example")]);
    cast.app.work();
    cast.own_page("berit");
    cast.every_letter_is_in_order();
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
