//! Coming back: with a receipt code, or by a new link.

use model::{Letter, Link, NoteState, Purpose};
use testkit::both_databases;

use super::{Town, letters_owed};

both_databases!(the_first_look_up_confirms_and_every_one_shows_the_note, async |db| {
    let town = Town::on(db);
    let visitor = town.site.visitor();
    let code = town.take_code(&visitor, &town.sign_up()).await;
    for (typed, says) in [(code.to_string(), true), (code.expose().to_lowercase(), false)] {
        let elsewhere = town.site.visitor();
        let led = town.look_up(&elsewhere, &typed).await;
        assert_eq!((led.status.as_u16(), led.location()), (303, "/my-note"));
        let mine = elsewhere.visit(&Link::MyNote).await;
        assert!(mine.says("Venter på flere") && mine.says("Se etter nytt her hver mandag."));
        assert_eq!(mine.says("Takk, nå er du med."), says);
        assert!(!mine.says(&code.to_string()), "the page does not tell the code");
        assert!(!mine.says("Kjenneordene"), "there are no letters that carry them");
    }
});

#[actix_web::test]
async fn somebody_with_a_code_answers_and_erases_like_others() {
    let town = Town::on_sqlite();
    let visitor = town.site.visitor();
    let code = town.take_code(&visitor, &town.sign_up()).await;
    town.look_up(&visitor, &code.to_string()).await;
    let (_, group) = town.invite();
    let mine = visitor.visit(&Link::MyNote).await;
    assert!(mine.says("Invitert"), "{}", mine.body);
    let answer = visitor.visit(&Link::Answer).await;
    assert!(answer.says("Svar innen lørdag 23. januar 2027."), "until the cut-off");
    visitor
        .send(&answer, &[("nickname", "Solveig"), ("answer", "yes")])
        .await;
    for page in [Link::Answer, Link::MyNote] {
        let shown = visitor.visit(&page).await;
        assert!(shown.says("Se etter nytt her hver mandag.") && !shown.says("Vi skriver til deg"));
    }
    let mine = visitor.visit(&Link::MyNote).await;
    assert!(mine.says("Takket ja") && mine.says("De andre kaller deg Solveig."));
    visitor.send(&mine, &[("erase", "everything")]).await;
    let proof = visitor.visit(&Link::Erased).await;
    assert!(proof.says("Alt om deg er slettet her") && proof.says("<dt>Brev</dt><dd>0</dd>"));
    let seats = town.site.db.read_now(|tx| store::seat::list(tx, group)).unwrap();
    assert!(seats.iter().all(|seat| seat.nickname.is_none()));
    assert!(
        town.look_up(&visitor, &code.to_string())
            .await
            .says("Den kan også være slettet")
    );
}

#[actix_web::test]
async fn a_code_that_is_none_or_nobodys_is_shown_again_with_its_fault() {
    let town = Town::on_sqlite();
    let visitor = town.site.visitor();
    for (typed, fault) in [
        ("", "Skriv koden på tolv bokstaver og tall."),
        ("ABCD-EFGH", "Skriv koden på tolv bokstaver og tall."),
        ("ABCD-EFGH-JK0O", "Skriv koden på tolv bokstaver og tall."),
        ("ABCD-EFGH-JKMN", "Vi finner ikke koden."),
    ] {
        let again = town.look_up(&visitor, typed).await;
        assert_eq!(again.status, 422, "{typed}");
        assert!(again.says(&format!("<a href=\"#code\">{fault}")) && again.says(&format!("value=\"{typed}\"")));
    }
    assert_eq!(visitor.visit(&Link::MyNote).await.status, 403);
}

#[actix_web::test]
async fn the_code_of_a_slip_leads_to_its_form() {
    let town = Town::on_sqlite();
    let (app, region) = (&town.site.app, &town.region);
    let codes = app.db.write_now(|tx| {
        let found = store::collection::find_by_code(tx, &region.code)?.unwrap();
        let (keys, of, today) = ((&app.vault, &app.chance), (found.id, 1), app.clock.today());
        course::print_slips(tx, keys, &region.coordinator, of, today)
    });
    let code = codes.unwrap().remove(0);
    let led = town.look_up(&town.site.visitor(), &code.to_string()).await;
    assert_eq!(led.location(), format!("/s/{}", code.expose()));
}

both_databases!(a_new_link_is_sent_and_the_older_ones_die, async |db| {
    let town = Town::on(db);
    let visitor = town.site.visitor();
    town.leave(&visitor, "kari@example.no").await;
    let note = town.unconfirmed()[0];
    let confirm = town.follow(&visitor, note, Purpose::Confirm).await;
    visitor.send(&confirm, &[("answer", "yes")]).await;
    let shown = visitor.visit(&Link::FindNote).await;
    assert!(shown.says("Har du et ønske hos oss, sender vi en ny lenke."));
    let sent = visitor.send(&shown, &[("email", " KARI@example.no ")]).await;
    assert_eq!((sent.status.as_u16(), sent.location()), (303, "/find"));
    let owed = letters_owed(&town.site.db);
    assert!(owed.iter().any(|owed| owed.letter == Letter::NewLink { note }));
    assert_eq!(visitor.visit(&Link::MyNote).await.status, 410, "the older generation");
    assert_eq!(town.state(note), Some(NoteState::Waiting));
});

#[actix_web::test]
async fn known_and_unknown_addresses_are_answered_alike_when_a_link_is_asked_for() {
    let mut answers = Vec::new();
    for known in [true, false] {
        let mut town = Town::on_sqlite();
        town.site.app.chance = model::Chance::seeded(99);
        let earlier = if known { "kari@example.no" } else { "ola@example.no" };
        town.leave(&town.site.visitor(), earlier).await;
        // From here on, both towns draw the same.
        town.site.app.chance = model::Chance::seeded(7);
        let visitor = town.site.visitor();
        let shown = visitor.visit(&Link::FindNote).await;
        let sent = visitor.send(&shown, &[("email", "kari@example.no")]).await;
        let told = visitor.visit(&Link::FindNote).await;
        assert!(told.says("role=\"status\">Se i e-posten din."));
        answers.push(format!("{sent:?} {told:?}"));
    }
    assert_eq!(answers[0], answers[1]);
}

#[actix_web::test]
async fn what_is_no_address_is_shown_again() {
    let town = Town::on_sqlite();
    let visitor = town.site.visitor();
    let shown = visitor.visit(&Link::FindNote).await;
    for wrong in ["", "kari"] {
        let again = visitor.send(&shown, &[("email", wrong)]).await;
        assert_eq!(again.status, 422);
        assert!(again.says("href=\"#email\""));
    }
}
