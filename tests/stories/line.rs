//! The line through the whole house: from an interest note to a roster, and to nothing.
//!
//! It is told once. Browsers without a screen live through it on both databases, and Chromium on a phone, where the
//! participants have scripts switched off.

use stories::{app::TestApp, chromium::Scripts, visitor::Phone};
use testkit::DatabaseKind;

use crate::cast::{Cast, Person, Visiting, nickname, post::link, screenless};

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

#[test]
fn with_four_acceptances_at_the_cut_off_the_group_is_dissolved_and_everybody_told() {
    let mut cast = invited(DatabaseKind::Sqlite, screenless);
    for name in &CONFIRM[..4] {
        cast.accept(name);
    }
    cast.app.pass_days(12);
    for name in &CONFIRM[..4] {
        let letter = cast.last_letter(name);
        assert_eq!(letter.subject(), "Møtet blir ikke noe av", "{name}");
        cast.participant.open(&link(&letter));
        assert!(
            cast.participant.seen().text().contains("Venter på flere"),
            "{name} waits again"
        );
    }
    assert_eq!(cast.last_letter(CONFIRM[4]).subject(), "Fortsatt interessert?");
    assert_eq!(cast.last_letter("anne").subject(), "Gruppen blir ikke noe av");
}

#[test]
fn whoever_erases_everything_is_gone_and_the_letter_not_yet_sent_too() {
    let mut cast = asked(DatabaseKind::Sqlite, screenless);
    let my_note = cast.my_note_link("ada");
    cast.answers_the_question("anne", "yes");
    assert_eq!(
        cast.letters_owed(),
        CONFIRM.len(),
        "the invitations are owed, and not sent"
    );
    cast.participant.open(&my_note);
    cast.participant.press(("erase", "everything"), &[]);
    assert_eq!(cast.participant.seen().path, "/erased");
    assert!(cast.participant.seen().text().contains("Alt om deg er slettet her"));
    cast.app.work();
    assert_ne!(
        cast.last_letter("ada").subject(),
        "Tid for første møte",
        "it was never sent"
    );
    cast.participant.open(&my_note);
    assert_eq!(
        cast.participant.seen().path,
        "/erased",
        "a genuine link to nothing shows that it is gone"
    );
}

/// From the set-up link on the console to the question to the igangsetter.
fn asked(kind: DatabaseKind, visitor: Visiting) -> Cast {
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
    cast
}

/// And on to invitations in five mailboxes.
fn invited(kind: DatabaseKind, visitor: Visiting) -> Cast {
    let mut cast = asked(kind, visitor);
    cast.anne_says_yes();
    cast
}

fn the_line(kind: DatabaseKind, visitor: Visiting) {
    let mut cast = invited(kind, visitor);
    for name in CONFIRM {
        cast.accept(name);
    }
    cast.app.work();
    for name in CONFIRM {
        assert_eq!(cast.last_letter(name).subject(), "Møtet blir noe av", "{name}");
    }
    assert_eq!(cast.last_letter("anne").subject(), "Deltakerne er klare");
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
