use model::{Chance, Link};
use store::contact_point;
use testkit::both_databases;

use super::{Town, letters_owed};

both_databases!(a_note_is_left_and_its_words_are_shown, async |db| {
    let town = Town::on(db);
    let visitor = town.site.visitor();
    let left = town.leave(&visitor, "kari@example.no").await;
    assert_eq!((left.status.as_u16(), left.location()), (303, "/received"));
    let note = town.unconfirmed()[0];
    let words = town.site.db.read_now(|tx| store::note::get(tx, note)).unwrap().words;
    let received = visitor.visit(&Link::NoteReceived).await;
    assert!(received.says(&texts::Texts::of(model::Language::Bokmal).recognition(words)));
    assert!(!received.says("kari@"));
});

#[actix_web::test]
async fn the_form_has_four_questions_and_nothing_chosen() {
    let town = Town::on_sqlite();
    let shown = town.site.visitor().visit(&town.collection()).await;
    let mut names: Vec<&str> = shown
        .body
        .split(" name=\"")
        .skip(1)
        .map(|rest| rest.split('"').next().unwrap())
        .collect();
    names.retain(|name| !["viewport", "color-scheme"].contains(name));
    names.dedup();
    assert_eq!(names, ["form", "place", "time", "email", "code", "consent"]);
    assert!(!shown.says(" checked"));
    assert!(shown.says("autocomplete=\"email\"") && shown.says("inputmode=\"email\""));
    assert!(shown.says("Jeg samtykker til at Nordre kommune, sammen med Frivilligsentralen, lagrer"));
}

#[actix_web::test]
async fn neighbouring_places_have_a_heading_of_their_own() {
    let town = Town::on_sqlite();
    let shown = town.site.visitor().visit(&town.collection()).await;
    assert!(!shown.says("I nabokommunene"));
    let neighbour = town.region.add_neighbour();
    let place = town.region.add_place(neighbour.contact_point);
    let shown = town.site.visitor().visit(&town.collection()).await;
    let (_, below) = shown.body.split_once("I nabokommunene").unwrap();
    assert!(below.contains(&place.to_string()));
    assert!(shown.says("sammen med Frivilligsentralen og Frivilligsentralen,"));
}

#[actix_web::test]
async fn what_was_typed_survives_with_its_faults() {
    let town = Town::on_sqlite();
    let visitor = town.site.visitor();
    let shown = visitor.visit(&town.collection()).await;
    let fields = [("time", "tue-evening"), ("email", "kari@<b>"), ("consent", "2")];
    let again = visitor.send(&shown, &fields).await;
    assert_eq!(again.status, 422);
    assert!(again.says("<title>Feil: Vil du fortsette sammen med andre? – Oppstart</title>"));
    assert!(again.says("<a href=\"#place\">Velg minst ett sted</a>") && again.says("id=\"place\""));
    assert!(again.says("<a href=\"#email\">Skriv en e-postadresse, som navn@eksempel.no</a>"));
    assert!(again.says("aria-describedby=\"email-hint email-fault\" aria-invalid=\"true\""));
    assert!(again.says("value=\"kari@&#60;b&#62;\""));
    assert!(again.says("value=\"tue-evening\" checked"));
    assert!(again.body.find("id=\"faults\"") < again.body.find("<h1>"));
    assert!(again.says("autofocus"));
    assert!(town.unconfirmed().is_empty());
}

#[actix_web::test]
async fn without_consent_nothing_is_stored() {
    let town = Town::on_sqlite();
    let visitor = town.site.visitor();
    let place = town.region.place.to_string();
    let fields = town.typed(&place, "kari@example.no");
    for consent in [&[][..], &[("consent", "1")]] {
        let shown = visitor.visit(&town.collection()).await;
        let again = visitor.send(&shown, &[&fields[..3], consent].concat()).await;
        assert_eq!(again.status, 422);
        assert!(again.says("href=\"#consent\""));
    }
    assert!(town.unconfirmed().is_empty());
}

#[actix_web::test]
async fn a_field_that_the_form_does_not_have_is_refused() {
    let town = Town::on_sqlite();
    let visitor = town.site.visitor();
    let place = town.region.place.to_string();
    let shown = visitor.visit(&town.collection()).await;
    let more = [&town.typed(&place, "kari@example.no")[..], &[("diagnosis", "x")]].concat();
    let refused = visitor.send(&shown, &more).await;
    assert_eq!(refused.status, 422);
    assert!(refused.says("Vi kan ikke lese skjemaet"));
    assert!(town.unconfirmed().is_empty());
}

#[actix_web::test]
async fn a_form_acts_only_with_its_token_in_its_browser_about_its_page() {
    let town = Town::on_sqlite();
    let visitor = town.site.visitor();
    let place = town.region.place.to_string();
    let fields = town.typed(&place, "kari@example.no");
    let path = town.collection().path();
    let shown = visitor.visit(&town.collection()).await;
    let (_, token) = shown.forms().swap_remove(0);
    let other_page = town.site.app.vault.form_token(
        &visitor.cookies.borrow()["__Host-browser"].parse().unwrap(),
        b"\0/sign-in",
    );
    let altered = token.replacen(|c: char| c != 'A', "A", 1);
    for tokens in [
        &[][..],
        &[("form", "")],
        &[("form", &*altered)],
        &[("form", &*other_page)],
        &[("form", &*token), ("form", &*token)],
    ] {
        let refused = visitor.post(&path, &[tokens, &fields].concat()).await;
        assert_eq!(refused.status, 403, "{tokens:?}");
    }
    let elsewhere = town.site.visitor();
    elsewhere.visit(&town.collection()).await;
    assert_eq!(elsewhere.send(&shown, &fields).await.status, 403);
    assert!(town.unconfirmed().is_empty());
    assert_eq!(visitor.send(&shown, &fields).await.status, 303);
}

#[actix_web::test]
async fn known_and_unknown_addresses_get_the_same_bytes() {
    let mut answers = Vec::new();
    for known in [true, false] {
        let mut town = Town::on_sqlite();
        town.site.app.chance = Chance::seeded(99);
        let earlier = if known { "kari@example.no" } else { "ola@example.no" };
        town.leave(&town.site.visitor(), earlier).await;
        let (app, note) = (&town.site.app, town.unconfirmed()[0]);
        let confirm = |tx: &mut _| course::confirm(tx, &app.chance, note, app.clock.now());
        app.db.write_now(confirm).unwrap();
        // From here on, both towns draw the same.
        town.site.app.chance = Chance::seeded(7);
        let visitor = town.site.visitor();
        let left = town.leave(&visitor, "kari@example.no").await;
        let received = visitor.visit(&Link::NoteReceived).await;
        assert_eq!(letters_owed(&town.site.db).len(), 2);
        answers.push(format!("{left:?} {received:?}"));
    }
    assert_eq!(answers[0], answers[1]);
}

#[actix_web::test]
async fn a_collection_that_takes_nothing_says_so_kindly() {
    let town = Town::on_sqlite();
    let visitor = town.site.visitor();
    let path = town.collection().path();
    for unknown in ["/i/ABC23D", "/i/nonsense"] {
        let answer = visitor.get(unknown).await;
        assert_eq!(answer.status, 404);
        assert!(answer.says("Vi kjenner ikke koden"));
    }
    let shown = visitor.get(&path.to_lowercase()).await;
    assert_eq!(shown.status, 200, "codes are read in any case");
    let place = town.region.place.to_string();
    for number in 0..14 {
        assert_eq!(
            town.leave(&visitor, &format!("kari{number}@example.no")).await.status,
            303
        );
    }
    for full in [
        visitor.get(&path).await,
        visitor.send(&shown, &town.typed(&place, "ola@example.no")).await,
    ] {
        assert_eq!(full.status, 409);
        assert!(full.says("Det er fullt her nå"));
    }
    town.site.app.clock.advance(chrono::TimeDelta::days(8));
    let closed = visitor.get(&path).await;
    assert_eq!(closed.status, 410);
    assert!(closed.says("Her er det stengt"));
}

#[actix_web::test]
async fn nothing_is_collected_unless_somebody_answers_for_it() {
    let town = Town::on_sqlite();
    let visitor = town.site.visitor();
    let shown = visitor.visit(&town.collection()).await;
    let silenced = town.site.db.write_now(|tx| {
        let mut point = contact_point::get(tx, town.region.contact_point)?;
        point.controller = None;
        contact_point::update(tx, &point)
    });
    silenced.unwrap();
    for door in [town.collection(), town.sign_up()] {
        assert_eq!(visitor.visit(&door).await.status, 410);
    }
    let place = town.region.place.to_string();
    let sent = visitor.send(&shown, &town.typed(&place, "kari@example.no")).await;
    assert_eq!(sent.status, 410);
    assert!(town.unconfirmed().is_empty());
}

#[actix_web::test]
async fn a_code_leads_to_its_form() {
    let town = Town::on_sqlite();
    let typed = town.region.code.as_str().to_lowercase();
    let led = town.site.visitor().get(&format!("/?code=+{typed}")).await;
    assert_eq!((led.status.as_u16(), led.location()), (303, &*town.collection().path()));
    assert_eq!(town.collection().route(), "/i/{code}");
}
