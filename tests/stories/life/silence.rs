//! Those who do not answer.

use crate::cast::{EIGHT, FIVE, post::link, story};

story!(whoever_is_silent_is_asked_once_more_and_then_erased, |cast| {
    cast.invite(&EIGHT[..7]);
    cast.all_accept(&FIVE);
    cast.app.pass_until("2027-01-09 15:00");
    cast.all_read(&["frida", "geir"], "Husk å svare");
    assert!(
        !cast.was_told("ada", "Husk å svare"),
        "only those who have not answered"
    );

    cast.app.pass_until("2027-01-11 15:00");
    cast.all_read(&FIVE, "Møtet blir noe av");
    cast.all_read(&["frida", "geir"], "Fortsatt interessert?");
    let letter = cast.reads("frida");
    assert!(letter.contains("si ja innen mandag 25. januar 2027"), "{letter}");
    assert_eq!(cast.standing_of("frida"), "Vil du fortsatt være med?");
    cast.participant.open(&link(&cast.last_letter("geir")));
    cast.participant.press(("go-on", "yes"), &[]);
    assert_eq!(cast.standing_of("geir"), "Venter på flere");

    let links = cast.links_of("frida");
    cast.app.pass_until("2027-01-25 23:59");
    assert_eq!(cast.count_rows(), "7 notes, 1 groups, 0 letters owed");
    cast.app.pass_until("2027-01-26 00:00");
    assert_eq!(cast.count_rows(), "6 notes, 1 groups, 0 letters owed");
    cast.assert_gone("frida", &links);
    assert_eq!(cast.standing_of("geir"), "Venter på flere", "who said yes is kept");
    assert_eq!(
        cast.subjects("frida").last().map(String::as_str),
        Some("Fortsatt interessert?"),
        "one letter, no more"
    );
});
