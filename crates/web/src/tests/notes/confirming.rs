use model::{Link, NoteState, Purpose};
use testkit::both_databases;

use super::{Town, Visitor};

/// Leaves a note and follows the link in its letter.
async fn left(town: &Town, visitor: &Visitor, email: &str) -> model::NoteId {
    let before = town.unconfirmed();
    town.leave(visitor, email).await;
    let new = town.unconfirmed().into_iter().find(|note| !before.contains(note));
    new.unwrap()
}

both_databases!(a_note_is_confirmed_and_the_link_shows_it_again, async |db| {
    let town = Town::on(db);
    let visitor = town.site.visitor();
    let note = left(&town, &visitor, "kari@example.no").await;
    let shown = town.follow(&visitor, note, Purpose::Confirm).await;
    assert!(shown.says("Ja, bekreft") && shown.says("Det var ikke meg – slett"));
    let sent = visitor.send(&shown, &[("answer", "yes")]).await;
    assert_eq!((sent.status.as_u16(), sent.location()), (303, "/confirm"));
    assert_eq!(town.state(note), Some(NoteState::Waiting));
    for again in [
        visitor.visit(&Link::Confirm).await,
        town.follow(&visitor, note, Purpose::Confirm).await,
    ] {
        assert_eq!(again.status, 200);
        assert!(again.says("Takk, nå er du med"));
    }
    // The form that was left open in a tab is no fault either.
    assert_eq!(visitor.send(&shown, &[("answer", "yes")]).await.status, 303);
});

both_databases!(it_was_not_me_erases_the_note_and_proves_it, async |db| {
    let town = Town::on(db);
    let visitor = town.site.visitor();
    let note = left(&town, &visitor, "kari@example.no").await;
    let shown = town.follow(&visitor, note, Purpose::Confirm).await;
    let sent = visitor.send(&shown, &[("answer", "not-me")]).await;
    assert_eq!((sent.status.as_u16(), sent.location()), (303, "/erased"));
    assert_eq!(town.state(note), None);
    assert!(town.unconfirmed().is_empty(), "no letter is left");
    let proof = visitor.visit(&Link::Erased).await;
    assert!(proof.says("<dt>Lapper</dt><dd>1</dd>") && proof.says("<dt>Brev</dt><dd>1</dd>"));
});

#[actix_web::test]
async fn a_form_that_is_sent_without_a_button_does_nothing() {
    let town = Town::on_sqlite();
    let visitor = town.site.visitor();
    let note = left(&town, &visitor, "kari@example.no").await;
    let shown = town.follow(&visitor, note, Purpose::Confirm).await;
    for blind in [&[][..], &[("answer", "")], &[("answer", "on")]] {
        let again = visitor.send(&shown, blind).await;
        assert_eq!(again.status, 422);
        assert!(again.says("<a href=\"#answer\">Trykk på en av knappene</a>") && again.says("id=\"answer\""));
        assert_eq!(town.state(note), Some(NoteState::Unconfirmed));
    }
}

#[actix_web::test]
async fn two_tabs_answer_each_for_their_own_note() {
    let town = Town::on_sqlite();
    let visitor = town.site.visitor();
    let kari = left(&town, &visitor, "kari@example.no").await;
    let ola = left(&town, &visitor, "ola@example.no").await;
    let for_kari = town.follow(&visitor, kari, Purpose::Confirm).await;
    let for_ola = town.follow(&visitor, ola, Purpose::Confirm).await;
    visitor.send(&for_kari, &[("answer", "yes")]).await;
    assert_eq!(
        (town.state(kari), town.state(ola)),
        (Some(NoteState::Waiting), Some(NoteState::Unconfirmed))
    );
    assert!(visitor.visit(&Link::Confirm).await.says("Takk, nå er du med"));
    visitor.send(&for_ola, &[("answer", "not-me")]).await;
    assert_eq!((town.state(kari), town.state(ola)), (Some(NoteState::Waiting), None));
}

#[actix_web::test]
async fn whoever_has_a_seat_already_is_shown_that_one() {
    let town = Town::on_sqlite();
    let visitor = town.site.visitor();
    let older = left(&town, &visitor, "kari@example.no").await;
    let shown = town.follow(&visitor, older, Purpose::Confirm).await;
    visitor.send(&shown, &[("answer", "yes")]).await;
    let (_, group) = town.invite();
    assert_eq!(town.state(older), Some(NoteState::Invited));
    let newer = left(&town, &visitor, "kari@example.no").await;
    let shown = town.follow(&visitor, newer, Purpose::Confirm).await;
    let sent = visitor.send(&shown, &[("answer", "yes")]).await;
    assert_eq!(sent.location(), "/my-note");
    assert!(visitor.visit(&Link::MyNote).await.says("Invitert"));
    assert_eq!((town.state(newer), town.seat(group, older).note), (None, older));
}

both_databases!(
    an_older_letter_leads_to_the_newer_note_once_that_is_confirmed,
    async |db| {
        let town = Town::on(db);
        let visitor = town.site.visitor();
        let older = left(&town, &visitor, "kari@example.no").await;
        let newer = left(&town, &visitor, "kari@example.no").await;
        for (note, led_to) in [(newer, "/confirm"), (older, "/my-note")] {
            let shown = town.follow(&visitor, note, Purpose::Confirm).await;
            let sent = visitor.send(&shown, &[("answer", "yes")]).await;
            assert_eq!(sent.location(), led_to);
        }
        let shown = visitor.visit(&Link::MyNote).await;
        assert!(shown.says("Du har bekreftet et nyere ønske. Det er det som gjelder."));
        assert_eq!((town.state(older), town.state(newer)), (None, Some(NoteState::Waiting)));
    }
);
