use model::{Link, NoteState, Purpose, SeatState};
use testkit::both_databases;

use super::{Answer, Town, Visitor};

/// Follows the link of an invitation and sends its form.
async fn answered(town: &Town, visitor: &Visitor, note: model::NoteId, fields: &[(&str, &str)]) -> Answer {
    let shown = town.follow(visitor, note, Purpose::Answer).await;
    visitor.send(&shown, fields).await
}

both_databases!(somebody_says_yes_under_a_name_of_their_own, async |db| {
    let town = Town::on(db);
    let (notes, group) = town.invite();
    let visitor = town.site.visitor();
    let shown = town.follow(&visitor, notes[0], Purpose::Answer).await;
    for told in [
        "tirsdag 26. januar 2027 kl. 18.00",
        "Biblioteket, Storgata 1, Peisestua",
        "Inngang fra gården",
        "Kari",
        "Svar innen søndag 17. januar 2027.",
    ] {
        assert!(shown.says(told), "{told}");
    }
    let sent = visitor
        .send(&shown, &[("nickname", " Solveig "), ("answer", "yes")])
        .await;
    assert_eq!((sent.status.as_u16(), sent.location()), (303, "/answer"));
    let seat = town.seat(group, notes[0]);
    assert_eq!(
        (seat.state, seat.nickname.as_deref()),
        (SeatState::Accepted, Some("Solveig"))
    );
    for again in [
        visitor.visit(&Link::Answer).await,
        town.follow(&town.site.visitor(), notes[0], Purpose::Answer).await,
    ] {
        assert!(again.says("Du har svart ja") && again.says("22 33 44 55"));
        assert!(
            again.says("Uten trapper") && !again.says("skranken"),
            "the key is not for all"
        );
    }
    assert!(
        answered(&town, &visitor, notes[1], &[("nickname", ""), ("answer", "yes")])
            .await
            .status
            == 303
    );
    assert_eq!(town.seat(group, notes[1]).nickname, None);
});

both_databases!(a_no_is_shown_again_as_a_no, async |db| {
    let town = Town::on(db);
    let (notes, group) = town.invite();
    for (note, no, told) in [
        (notes[0], "not-this-date", "den samme tiden en annen dato"),
        (notes[1], "not-this-time", "Vi spør deg ikke om denne tiden igjen"),
    ] {
        let visitor = town.site.visitor();
        let shown = town.follow(&visitor, note, Purpose::Answer).await;
        for _ in 0..2 {
            assert_eq!(visitor.send(&shown, &[("answer", no)]).await.location(), "/answer");
            let again = visitor.visit(&Link::Answer).await;
            assert!(again.says("Du har takket nei denne gangen.") && again.says(told));
        }
        assert_eq!(town.seat(group, note).state, SeatState::Declined);
        assert_eq!(town.state(note), Some(NoteState::Waiting));
        assert!(
            town.follow(&visitor, note, Purpose::Answer)
                .await
                .says("Du har takket nei")
        );
    }
});

#[actix_web::test]
async fn a_form_that_is_sent_without_a_button_answers_nothing() {
    let town = Town::on_sqlite();
    let (notes, group) = town.invite();
    let visitor = town.site.visitor();
    let shown = town.follow(&visitor, notes[0], Purpose::Answer).await;
    for (form, blind) in [(0, &[("nickname", "Solveig")][..]), (0, &[]), (1, &[])] {
        let again = visitor.send_nth(&shown, form, blind).await;
        assert_eq!(again.status, 422);
        assert!(again.says("Trykk på en av knappene"));
    }
    assert_eq!(town.seat(group, notes[0]).state, SeatState::Invited);
}

#[actix_web::test]
async fn a_name_that_is_too_long_is_shown_again() {
    let town = Town::on_sqlite();
    let (notes, group) = town.invite();
    let long = "x".repeat(31);
    let fields = [("nickname", &*long), ("answer", "yes")];
    let again = answered(&town, &town.site.visitor(), notes[0], &fields).await;
    assert_eq!(again.status, 422);
    assert!(again.says("<a href=\"#nickname\">Skriv høyst 30 tegn</a>") && again.says(&long));
    assert_eq!(town.seat(group, notes[0]).state, SeatState::Invited);
}

#[actix_web::test]
async fn an_answer_that_comes_too_late_is_met_kindly() {
    let town = Town::on_sqlite();
    let (notes, group) = town.invite();
    let visitor = town.site.visitor();
    let shown = town.follow(&visitor, notes[0], Purpose::Answer).await;
    let delivered = town.site.app.clock.today();
    town.site
        .db
        .write_now(|tx| groups::invitation_delivered(tx, notes[0], group, delivered))
        .unwrap();
    town.site.app.clock.advance(chrono::TimeDelta::days(6));
    let late = town.follow(&visitor, notes[0], Purpose::Answer).await;
    assert!(late.says("Fristen er ute"));
    assert_eq!(visitor.send(&shown, &[("answer", "yes")]).await.location(), "/answer");
    assert_eq!(town.state(notes[0]), Some(NoteState::Paused));
    let paused = visitor.visit(&Link::Answer).await;
    assert!(paused.says("Ja, jeg vil fortsatt være med"));
    assert_eq!(
        visitor.send(&paused, &[("answer", "still-interested")]).await.status,
        303
    );
    assert_eq!(town.state(notes[0]), Some(NoteState::Waiting));
    assert!(visitor.visit(&Link::Answer).await.says("Ingenting å svare på nå"));
}

#[actix_web::test]
async fn everything_can_be_erased_from_the_invitation_in_two_clicks() {
    let town = Town::on_sqlite();
    let (notes, _) = town.invite();
    let visitor = town.site.visitor();
    let shown = town.follow(&visitor, notes[0], Purpose::Answer).await;
    let sent = visitor.send_nth(&shown, 1, &[("erase", "everything")]).await;
    assert_eq!(sent.location(), "/erased");
    assert_eq!(town.state(notes[0]), None);
    assert!(
        visitor
            .visit(&Link::Erased)
            .await
            .says("<dt>Plasser i grupper</dt><dd>1</dd>")
    );
    assert_eq!(
        visitor.visit(&Link::Answer).await.status,
        403,
        "no page of the note stays open"
    );
}

#[actix_web::test]
async fn an_answer_is_for_the_group_that_was_shown() {
    let town = Town::on_sqlite();
    let (notes, first) = town.invite();
    let visitor = town.site.visitor();
    let shown = town.follow(&visitor, notes[0], Purpose::Answer).await;
    visitor.send(&shown, &[("answer", "not-this-date")]).await;
    let sent = visitor.send(&shown, &[("answer", "yes")]).await;
    assert_eq!(sent.location(), "/answer");
    assert_eq!(town.seat(first, notes[0]).state, SeatState::Declined);
    assert!(visitor.visit(&Link::Answer).await.says("Du har takket nei"));
}

#[actix_web::test]
async fn the_enter_key_in_the_nickname_presses_no_button_that_answers() {
    let town = Town::on_sqlite();
    let (notes, _) = town.invite();
    let shown = town.follow(&town.site.visitor(), notes[0], Purpose::Answer).await;
    let (_, form) = shown.body.split_once("<form method=\"post\"").unwrap();
    // Browsers press the first button of a form (HTML, implicit submission).
    let (_, first) = form.split_once("<button").unwrap();
    let (first, _) = first.split_once('>').unwrap();
    assert!(!first.contains("name=") && first.contains("tabindex=\"-1\""), "{first}");
}

#[actix_web::test]
async fn whoever_is_in_a_group_is_told_when_it_is_ready_and_when_it_has_begun() {
    let town = Town::on_sqlite();
    let (notes, _) = town.invite();
    let visitor = town.site.visitor();
    for note in &notes {
        answered(&town, &visitor, *note, &[("nickname", "Mona"), ("answer", "yes")]).await;
    }
    let ready = visitor.visit(&Link::Answer).await;
    assert!(ready.says("Velkommen! Her finner du fram.") && !ready.says("Du får et brev"));
    let mine = town.follow(&visitor, notes[0], Purpose::MyNote).await;
    assert!(mine.says("<a href=\"tel:22334455\">22 33 44 55</a>"));
    assert!(mine.says("Møtet blir noe av") && mine.says("De andre kaller deg Mona."));
    town.site.app.clock.advance(chrono::TimeDelta::days(15));
    let mine = town.follow(&visitor, notes[0], Purpose::MyNote).await;
    assert!(mine.says("Gruppen er i gang") && !mine.says("Møtet blir noe av"));
}
