//! The meetings of a group that is ready: telling that one can't come, and the file for a calendar.

use chrono::TimeDelta;
use model::{GroupId, Letter, Link, NoteId, Purpose, SeatState};
use testkit::{both_databases, day};

use super::{Answer, Town, Visitor, letters_owed};

async fn mine(town: &Town, note: NoteId) -> (Visitor, Answer) {
    let visitor = town.site.visitor();
    let shown = town.follow(&visitor, note, Purpose::MyNote).await;
    (visitor, shown)
}

fn absences(town: &Town) -> usize {
    let is_absence = |owed: &store::outbox::Claimed| matches!(owed.letter, Letter::Absence { .. });
    letters_owed(&town.site.db)
        .iter()
        .filter(|owed| is_absence(owed))
        .count()
}

fn cancel(town: &Town, group: GroupId, meeting: &str) {
    let (app, now) = (&town.site.app, town.site.app.clock.now());
    let cancelled = app
        .db
        .write_now(|tx| groups::cancel_meeting(tx, &app.chance, &town.region.igangsetter, (group, day(meeting)), now));
    cancelled.unwrap();
}

both_databases!(whoever_can_not_come_tells_so_with_one_button, async |db| {
    let town = Town::on(db);
    let (notes, group) = town.ready();
    let (visitor, shown) = mine(&town, notes[0]).await;
    assert!(shown.says("href=\"/my-note/absence\""));
    let page = visitor.visit(&Link::Absence).await;
    assert!(page.says("Neste møte er tirsdag 26. januar 2027 kl. 18.00."));
    assert_eq!(page.forms().len(), 1);
    for blind in [&[][..], &[("tell", "")]] {
        assert_eq!(visitor.send(&page, blind).await.status, 422);
    }
    assert_eq!(absences(&town), 0);
    for _ in 0..2 {
        let sent = visitor.send(&page, &[("tell", "igangsetter")]).await;
        assert_eq!((sent.status.as_u16(), sent.location()), (303, "/my-note"));
    }
    assert_eq!(absences(&town), 1, "saying so twice is one letter");
    let after = visitor.visit(&Link::MyNote).await;
    assert!(after.says("Takk for at du sa fra. Igangsetteren får beskjed."));
    assert_eq!(town.seat(group, notes[0]).state, SeatState::Accepted);
});

#[actix_web::test]
async fn an_igangsetter_gets_three_absences_a_day_of_one_seat() {
    let town = Town::on_sqlite();
    let (notes, group) = town.ready();
    let (visitor, _) = mine(&town, notes[0]).await;
    let page = visitor.visit(&Link::Absence).await;
    // Each letter has gone out before the next is owed.
    let told = async |visitor: &Visitor, page: &Answer| {
        let sent = visitor.send(page, &[("tell", "igangsetter")]).await;
        assert_eq!((sent.status.as_u16(), sent.location()), (303, "/my-note"));
        let owed = absences(&town);
        let gone = |tx: &mut _| store::outbox::cancel_of_group(tx, group, "absence");
        town.site.db.write_now(gone).unwrap();
        (owed, visitor.visit(&Link::MyNote).await.body)
    };
    for _ in 0..3 {
        let (owed, shown) = told(&visitor, &page).await;
        assert!(owed == 1 && shown.contains("Takk for at du sa fra."));
    }
    for _ in 0..2 {
        let (owed, shown) = told(&visitor, &page).await;
        assert!(owed == 0 && shown.contains("Igangsetteren har fått beskjed fra deg i dag."));
        assert!(shown.contains("tel:22334455"), "whom to call");
    }
    let (other, _) = mine(&town, notes[1]).await;
    let theirs = other.visit(&Link::Absence).await;
    assert_eq!(told(&other, &theirs).await.0, 1, "another seat");
    town.site.app.clock.advance(TimeDelta::hours(24));
    let (visitor, _) = mine(&town, notes[0]).await;
    let page = visitor.visit(&Link::Absence).await;
    assert_eq!(told(&visitor, &page).await.0, 1, "another day");
}

#[actix_web::test]
async fn whoever_has_no_meeting_to_come_is_told_whom_to_call() {
    let town = Town::on_sqlite();
    let waiting = town.region.add_note(day("2027-01-04"));
    let (visitor, shown) = mine(&town, waiting).await;
    assert!(!shown.says("/my-note/absence"));
    let page = visitor.visit(&Link::Absence).await;
    assert!(page.says("Det går ikke å si fra her nå.") && page.says("tel:22334455"));
    assert!(page.forms().is_empty());
    let fields = [("form", &*shown.token()), ("tell", "igangsetter")];
    let forged = visitor.post("/my-note/absence", &fields).await;
    assert_eq!(forged.status, 403, "a form about no group");
}

#[actix_web::test]
async fn a_yes_can_be_taken_back_with_a_chosen_button_only() {
    let town = Town::on_sqlite();
    let (notes, group) = town.ready();
    for (note, no) in [(notes[0], "not-this-date"), (notes[1], "not-this-time")] {
        let (visitor, shown) = mine(&town, note).await;
        assert!(shown.says("<a href=\"/answer\">Gi fra meg plassen</a>"));
        let answer = visitor.visit(&Link::Answer).await;
        assert!(answer.says("Du har svart ja") && answer.says("Da gir du fra deg plassen."));
        // The first form asks for a name, the second takes the yes back.
        for form in [0, 1] {
            assert_eq!(visitor.send_nth(&answer, form, &[]).await.status, 422);
        }
        assert_eq!(town.seat(group, note).state, SeatState::Accepted);
        let sent = visitor.send_nth(&answer, 1, &[("answer", no)]).await;
        assert_eq!(sent.location(), "/answer");
        assert!(
            visitor
                .visit(&Link::Answer)
                .await
                .says("Du har takket nei denne gangen.")
        );
        assert_eq!(town.seat(group, note).state, SeatState::Declined);
    }
}

#[actix_web::test]
async fn the_meetings_to_come_stand_on_the_page_with_a_file_each() {
    let town = Town::on_sqlite();
    let (notes, group) = town.ready();
    cancel(&town, group, "2027-02-02");
    let (visitor, shown) = mine(&town, notes[0]).await;
    assert!(
        shown.says("tirsdag 26. januar 2027 kl. 18.00</span> <a href=\"/my-note/meeting.ics?meeting=2027-01-26\">")
    );
    assert!(shown.says("tirsdag 2. februar 2027: avlyst</span> <a href=\"/my-note/meeting.ics?meeting=2027-02-02\">"));
    assert!(
        shown.says("Deltaker 1") || shown.says("du deltaker 1"),
        "a number in place of a name"
    );
    town.site.app.clock.advance(TimeDelta::days(15));
    let (_, later) = mine(&town, notes[0]).await;
    assert!(!later.says("meeting=2027-01-26") && later.says("meeting=2027-02-09"));
    assert!(
        later.says("<dd>tirsdag 9. februar 2027 kl. 18.00</dd>"),
        "the next one that takes place"
    );
    drop(visitor);
}

#[actix_web::test]
async fn a_calendar_file_is_neutral_and_names_nobody() {
    let town = Town::on_sqlite();
    let (notes, _) = town.ready();
    let (visitor, _) = mine(&town, notes[0]).await;
    let file = visitor.get("/my-note/meeting.ics?meeting=2027-01-26").await;
    assert_eq!(file.status, 200);
    assert_eq!(
        file.header("content-type"),
        "text/calendar; charset=utf-8; method=PUBLISH"
    );
    assert_eq!(file.header("cache-control"), "no-store");
    for line in [
        "METHOD:PUBLISH",
        "SUMMARY:Møte",
        "LOCATION:Storgata 1",
        "DTSTART:20270126T170000Z",
        "DTEND:20270126T190000Z",
    ] {
        assert!(file.says(&format!("\r\n{line}\r\n")), "{line}");
    }
    assert!(!file.says("ATTENDEE") && !file.says("ORGANIZER") && !file.says("Kari"));
    assert!(!file.says("Biblioteket") && model::is_neutral(&file.body));
    let note = notes[0].to_string();
    assert!(!file.says(&note));
    let uid = |file: &Answer| {
        file.body
            .lines()
            .find(|line| line.starts_with("UID:"))
            .unwrap()
            .to_owned()
    };
    town.site.app.clock.advance(TimeDelta::minutes(5));
    let again = visitor.get("/my-note/meeting.ics?meeting=2027-01-26").await;
    assert_eq!(uid(&again), uid(&file));
    assert_ne!(again.body, file.body, "the sequence rises");
}

#[actix_web::test]
async fn a_cancelled_meeting_is_taken_out_of_the_calendar_again() {
    let town = Town::on_sqlite();
    let (notes, group) = town.ready();
    let (visitor, _) = mine(&town, notes[0]).await;
    cancel(&town, group, "2027-02-02");
    let file = visitor.get("/my-note/meeting.ics?meeting=2027-02-02").await;
    assert!(file.says("\r\nMETHOD:CANCEL\r\n") && file.says("\r\nSTATUS:CANCELLED\r\n"));
    assert!(file.header("content-type").ends_with("method=CANCEL"));
}

#[actix_web::test]
async fn a_meeting_that_is_none_has_no_file() {
    let town = Town::on_sqlite();
    let (notes, _) = town.ready();
    let (visitor, _) = mine(&town, notes[0]).await;
    for wrong in ["", "?meeting=2027-01-27", "?meeting=x", "?meeting=2027-01-26%0d%0aX:y"] {
        let answer = visitor.get(&format!("/my-note/meeting.ics{wrong}")).await;
        assert_eq!(answer.status, 404, "{wrong}");
    }
    let stranger = town.site.visitor().get("/my-note/meeting.ics?meeting=2027-01-26").await;
    assert_eq!(stranger.status, 403);
}
