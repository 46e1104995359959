//! The three doors to the interest note, the planned start, and notes without an address.

use model::{Link, NoteState, PlaceKind, Purpose};
use store::place;
use testkit::{both_databases, letters_owed};

use super::{Town, code_on, slip};

both_databases!(every_door_leads_to_the_same_note, async |db| {
    let town = Town::on(db);
    let place = town.region.place.to_string();
    for (nth, door) in [town.collection(), town.sign_up(), slip(&town)].iter().enumerate() {
        let visitor = town.site.visitor();
        let shown = visitor.visit(door).await;
        assert!(shown.says("Vil du fortsette sammen med andre?"), "{door:?}");
        let typed = town.typed(&place, "kari@example.no");
        let sent = visitor.send(&shown, &typed).await;
        assert_eq!((sent.status.as_u16(), sent.location()), (303, "/received"), "{door:?}");
        assert_eq!(town.unconfirmed().len(), nth + 1);
    }
});

#[actix_web::test]
async fn a_slip_works_once_and_says_so() {
    let town = Town::on_sqlite();
    let (door, place, visitor) = (slip(&town), town.region.place.to_string(), town.site.visitor());
    let shown = visitor.visit(&door).await;
    visitor.send(&shown, &town.typed(&place, "kari@example.no")).await;
    for used in [
        visitor.visit(&door).await,
        visitor.send(&shown, &town.typed(&place, "ola@example.no")).await,
    ] {
        assert_eq!(used.status, 410);
        assert!(used.says("Hver lapp av papir virker én gang."));
    }
    assert_eq!(town.unconfirmed().len(), 1);
}

#[actix_web::test]
async fn what_is_no_door_is_met_kindly() {
    let town = Town::on_sqlite();
    for unknown in ["/k/nowhere", "/k/%2e", "/s/ABCD", "/i/nonsense/tablet"] {
        let answer = town.site.visitor().get(unknown).await;
        assert_eq!(answer.status, 404, "{unknown}");
        assert!(answer.says("Vi kjenner ikke koden"));
    }
    let never = town.site.visitor().get("/s/ABCDEFGHJKMN").await;
    assert_eq!(never.status, 410);
}

#[actix_web::test]
async fn a_form_of_one_door_is_refused_at_another() {
    let town = Town::on_sqlite();
    let (visitor, place) = (town.site.visitor(), town.region.place.to_string());
    let token = visitor.visit(&town.collection()).await.token();
    let fields = [&[("form", &*token)], &town.typed(&place, "kari@example.no")[..]].concat();
    let tablet = Link::Tablet(town.region.code.clone());
    for other in [town.sign_up(), tablet] {
        assert_eq!(visitor.post(&other.path(), &fields).await.status, 403, "{other:?}");
    }
    assert!(town.unconfirmed().is_empty());
}

#[actix_web::test]
async fn meetings_that_need_no_place_have_a_heading_of_their_own() {
    let town = Town::on_sqlite();
    let visitor = town.site.visitor();
    assert!(!visitor.visit(&town.sign_up()).await.says("På telefon eller nett"));
    let neighbour = town.region.add_neighbour();
    let added = town.region.add_place(neighbour.contact_point);
    let by_phone = town.site.db.write_now(|tx| {
        let mut place = place::find(tx, town.region.id, added)?.unwrap();
        place.kind = PlaceKind::Telephone;
        place::update(tx, &place)
    });
    by_phone.unwrap();
    let shown = visitor.visit(&town.sign_up()).await;
    let (_, below) = shown.body.split_once("På telefon eller nett").unwrap();
    assert!(below.contains(&added.to_string()));
    assert!(
        !shown.says("I nabokommunene"),
        "a telephone is no neighbouring municipality"
    );
}

both_databases!(a_planned_start_comes_first_and_needs_no_places_and_times, async |db| {
    let town = Town::on(db);
    let (code, group) = town.open_planned();
    let visitor = town.site.visitor();
    let shown = visitor.visit(&Link::Collection(code)).await;
    let yes = "Ja, jeg vil være med tirsdag 26. januar 2027 kl. 18.00 på Biblioteket, Storgata 1.";
    assert!(shown.says(yes) && shown.says("Kari er igangsetter."));
    assert!(shown.body.find(yes) < shown.body.find("Hvor kan du møtes?"));
    let fields = [("planned", "yes"), ("email", "kari@example.no"), ("consent", "2")];
    assert_eq!(visitor.send(&shown, &fields).await.location(), "/received");
    let note = town.unconfirmed()[0];
    let confirm = town.follow(&visitor, note, Purpose::Confirm).await;
    let joined = visitor.send(&confirm, &[("answer", "yes")]).await;
    assert_eq!(joined.location(), "/my-note");
    let mine = visitor.visit(&Link::MyNote).await;
    assert!(mine.says("Takket ja") && mine.says("tirsdag 26. januar 2027 kl. 18.00"));
    assert_eq!(town.seat(group, note).state, model::SeatState::Accepted);
    // What to be called can be said now; there was no question of it before.
    let answer = visitor.visit(&Link::Answer).await;
    let long = "x".repeat(31);
    assert_eq!(
        visitor
            .send(&answer, &[("nickname", &long), ("answer", "yes")])
            .await
            .status,
        422
    );
    visitor
        .send(&answer, &[("nickname", "Solveig"), ("answer", "yes")])
        .await;
    assert_eq!(town.seat(group, note).nickname.as_deref(), Some("Solveig"));
    assert!(!visitor.visit(&Link::Answer).await.says("Lagre navnet"));
});

#[actix_web::test]
async fn without_the_planned_start_places_and_times_are_asked_for() {
    let town = Town::on_sqlite();
    let (code, _) = town.open_planned();
    let visitor = town.site.visitor();
    let shown = visitor.visit(&Link::Collection(code)).await;
    let again = visitor
        .send(&shown, &[("email", "kari@example.no"), ("consent", "2")])
        .await;
    assert_eq!(again.status, 422);
    assert!(again.says("Velg minst ett sted") && again.says("Velg minst én tid"));
    // A form whose start is no longer offered says so.
    let gone = visitor.visit(&town.collection()).await;
    let fields = [("planned", "yes"), ("email", "kari@example.no"), ("consent", "2")];
    let again = visitor.send(&gone, &fields).await;
    assert!(again.says("Denne tiden er ikke ledig lenger. Velg steder og tider"));
    assert!(town.unconfirmed().is_empty());
}

#[actix_web::test]
async fn the_ninth_is_told_that_the_group_is_full_and_waits() {
    let town = Town::on_sqlite();
    let (code, _) = town.open_planned();
    let door = Link::Collection(code);
    let mut last = None;
    for nth in 0..9 {
        let visitor = town.site.visitor();
        let shown = visitor.visit(&door).await;
        let email = format!("kari{nth}@example.no");
        visitor
            .send(&shown, &[("planned", "yes"), ("email", &email), ("consent", "2")])
            .await;
        let unconfirmed = |note: &model::NoteId| town.state(*note) == Some(NoteState::Unconfirmed);
        let note = town.unconfirmed().into_iter().find(unconfirmed).unwrap();
        let confirm = town.follow(&visitor, note, Purpose::Confirm).await;
        let sent = visitor.send(&confirm, &[("answer", "yes")]).await;
        last = Some((visitor, note, sent.location().to_owned()));
    }
    let (visitor, note, led_to) = last.unwrap();
    assert_eq!((town.state(note), &*led_to), (Some(NoteState::Waiting), "/confirm"));
    assert!(
        visitor
            .visit(&Link::Confirm)
            .await
            .says("Gruppen er full. Du venter på neste.")
    );
}

both_databases!(whoever_wants_a_code_leaves_no_address_and_is_shown_it, async |db| {
    let town = Town::on(db);
    let visitor = town.site.visitor();
    let code = town.take_code(&visitor, &town.sign_up()).await;
    assert!(letters_owed(&town.site.db).is_empty());
    let received = visitor.visit(&Link::NoteReceived).await;
    assert_eq!(code_on(&received), code, "it stays for a reload");
    assert!(received.says("Se etter svar hver mandag, eller ring 22 33 44 55."));
    assert!(received.says("oppstart.example/code") && received.says("innen 7 dager"));
    assert!(!received.says("Sjekk e-posten din"));
});

#[actix_web::test]
async fn an_address_and_a_code_are_not_both_taken_and_one_is_needed() {
    let town = Town::on_sqlite();
    let (visitor, place) = (town.site.visitor(), town.region.place.to_string());
    let shown = visitor.visit(&town.sign_up()).await;
    let reach = |email, code: &'static [(&'static str, &'static str)]| {
        let typed = [
            ("place", &*place),
            ("time", "tue-evening"),
            ("email", email),
            ("consent", "2"),
        ];
        let (shown, visitor) = (&shown, visitor.clone());
        async move { visitor.send(shown, &[&typed[..], code].concat()).await }
    };
    for (again, fault) in [
        (reach("", &[]).await, "Skriv e-postadressen din, eller velg kode"),
        (
            reach("kari@example.no", &[("code", "yes")]).await,
            "Velg e-post eller kode, ikke begge",
        ),
        (
            reach("kari", &[("code", "no")]).await,
            "Skriv en e-postadresse, som navn@eksempel.no",
        ),
    ] {
        assert_eq!(again.status, 422);
        assert!(again.says(&format!("<a href=\"#email\">{fault}</a>")), "{fault}");
    }
    assert!(letters_owed(&town.site.db).is_empty());
}
