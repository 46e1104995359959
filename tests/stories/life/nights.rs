//! The two nights when the clock is changed, and Easter (promise R7).

use crate::cast::{Asked, Cast, FIVE, SIX, story};

story!(in_the_night_to_summer_time_answers_are_due_at_midnight, from "2027-03-23 15:00", |cast| {
    answers_are_due_at_midnight(&mut cast, "2027-03-28 23:59", "2027-03-29 00:00");
    // From a week before the change to the first meeting after it, at six by every clock on the wall.
    cast.app.pass_until("2027-04-05 15:00");
    cast.all_read(&FIVE, "Møte i morgen kl. 18.00");
    assert!(calendar_file(&mut cast, "2027-04-06").contains("DTSTART:20270406T160000Z"));
    cast.app.pass_until("2027-04-06 17:59");
    assert_eq!(cast.standing_of("ada"), "Møtet blir noe av");
    cast.app.pass_until("2027-04-06 18:00");
    assert_eq!(cast.standing_of("ada"), "Gruppen er i gang");
});

story!(in_the_night_to_winter_time_answers_are_due_at_midnight, from "2027-10-26 15:00", |cast| {
    answers_are_due_at_midnight(&mut cast, "2027-10-31 23:59", "2027-11-01 00:00");
    cast.app.pass_until("2027-11-08 15:00");
    cast.all_read(&FIVE, "Møte i morgen kl. 18.00");
    assert!(calendar_file(&mut cast, "2027-11-09").contains("DTSTART:20271109T170000Z"));
    cast.app.pass_until("2027-11-09 17:59");
    assert_eq!(cast.standing_of("ada"), "Møtet blir noe av");
    cast.app.pass_until("2027-11-09 18:00");
    assert_eq!(cast.standing_of("ada"), "Gruppen er i gang");
});

story!(in_easter_week_nobody_meets, from "2027-03-08 15:00", |cast| {
    cast.add_room("Peisestua", "mon");
    cast.add_room("Loftet", "thu");
    cast.can_start_groups("anne", Asked::Never);
    cast.add_bo(Asked::Never);
    let door = cast.permanent_door();
    let thursday = ["frida", "geir", "hanna", "ida", "jon"];
    cast.join_for(&FIVE, &door, &["mon-evening"]);
    cast.join_for(&thursday, &door, &["thu-evening"]);
    cast.propose_and_approve();

    let invitation = cast.open_invitation("frida").text();
    assert!(invitation.contains("torsdag 1. april 2027 kl. 18.00"), "not on Maundy Thursday: {invitation}");
    let invitation = cast.open_invitation("ada").text();
    assert!(invitation.contains("mandag 22. mars 2027 kl. 18.00"), "{invitation}");
    cast.all_accept(&FIVE);
    let page = cast.own_page("ada").text();
    assert!(page.contains("mandag 29. mars 2027: ikke møte"), "not on Easter Monday: {page}");
    assert!(page.contains("mandag 5. april 2027 kl. 18.00"), "{page}");
    assert!(calendar_file(&mut cast, "2027-03-22").contains("DTSTART:20270322T170000Z"), "in winter time");
    assert!(calendar_file(&mut cast, "2027-04-05").contains("DTSTART:20270405T160000Z"), "in summer time");
    cast.participant.open("/my-note/meeting.ics?meeting=2027-03-29");
    assert!(!cast.participant.seen().html.contains("BEGIN:VCALENDAR"), "there is no meeting to publish");
});

/// Five of six accept; the last day for the sixth is the day whose night is longer or shorter.
fn answers_are_due_at_midnight(cast: &mut Cast, last_minute: &str, midnight: &str) {
    cast.invite(&SIX);
    cast.all_accept(&FIVE);
    cast.app.pass_until(last_minute);
    assert_eq!(cast.standing_of("frida"), "Invitert");
    cast.participant.open("/answer");
    assert!(
        cast.participant.seen().text().contains("Ja, jeg kommer"),
        "a minute is left"
    );
    cast.app.pass_until(midnight);
    assert_eq!(cast.standing_of("frida"), "Vil du fortsatt være med?");
    cast.all_read(&FIVE, "Møtet blir noe av");
}

/// The file for a calendar of one of Ada's meetings.
fn calendar_file(cast: &mut Cast, meeting: &str) -> String {
    cast.own_page("ada");
    cast.participant
        .open(&format!("/my-note/meeting.ics?meeting={meeting}"));
    cast.participant.seen().html
}
