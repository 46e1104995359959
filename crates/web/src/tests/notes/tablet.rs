//! A tablet that is handed round: nothing of one person is left for the next.

use model::Link;

use super::{Answer, Town, Visitor, code_on};

fn tablet(town: &Town) -> Link {
    Link::Tablet(town.region.code.clone())
}

async fn left(town: &Town, visitor: &Visitor) -> Answer {
    let place = town.region.place.to_string();
    let shown = visitor.visit(&tablet(town)).await;
    visitor.send(&shown, &town.typed(&place, "kari@example.no")).await
}

#[actix_web::test]
async fn after_an_address_the_page_says_to_pass_it_on_and_nothing_else() {
    let town = Town::on_sqlite();
    let visitor = town.site.visitor();
    let sent = left(&town, &visitor).await;
    assert_eq!((sent.status.as_u16(), sent.location()), (303, "/received"));
    let shown = visitor.visit(&Link::NoteReceived).await;
    assert!(shown.says("<h1>Takk. Gi nettbrettet videre.</h1>") && shown.says("Neste person"));
    let words = town.site.db.read_now(|tx| store::note::get(tx, town.unconfirmed()[0]));
    let words = texts::Texts::of(model::Language::Bokmal).recognition(words.unwrap().words);
    assert!(!shown.says(&words) && !shown.says("kari@") && !shown.says("Kjenneordene"));
}

#[actix_web::test]
async fn the_next_person_begins_with_a_browser_that_remembers_nothing() {
    let town = Town::on_sqlite();
    let visitor = town.site.visitor();
    let kept: Vec<String> = {
        visitor.visit(&tablet(&town)).await;
        visitor.cookies.borrow().keys().cloned().collect()
    };
    visitor.get(&format!("{}?lang=en", tablet(&town).path())).await;
    left(&town, &visitor).await;
    let shown = visitor.visit(&Link::NoteReceived).await;
    let next = visitor.send(&shown, &[("do", "next")]).await;
    assert_eq!((next.status.as_u16(), next.location()), (303, &*tablet(&town).path()));
    assert_eq!(next.header("clear-site-data"), "\"cache\"");
    let now: Vec<String> = visitor.cookies.borrow().keys().cloned().collect();
    assert_eq!(now, kept, "only what forms are bound to");
    let fresh = visitor.visit(&tablet(&town)).await;
    assert!(!fresh.says(" checked") && !fresh.says("kari@") && fresh.says("<html lang=\"nb\">"));
    // Whoever goes back in the browser sees nothing of it.
    let back = visitor.visit(&Link::NoteReceived).await;
    assert!(back.says("Denne siden viser den bare en liten stund."));
    assert!(!back.says("Kjenneordene") && !back.says("Neste person"));
}

#[actix_web::test]
async fn a_code_stays_until_it_is_written_down() {
    let town = Town::on_sqlite();
    let visitor = town.site.visitor();
    let code = town.take_code(&visitor, &tablet(&town)).await;
    town.site.app.clock.advance(chrono::TimeDelta::hours(2));
    let shown = visitor.visit(&Link::NoteReceived).await;
    assert_eq!(code_on(&shown), code);
    assert!(shown.says("Jeg har skrevet ned koden") && !shown.says("Neste person"));
    assert_eq!(visitor.send(&shown, &[]).await.status, 422);
    assert_eq!(
        visitor.send(&shown, &[("do", "written-down")]).await.location(),
        "/received"
    );
    let passed_on = visitor.visit(&Link::NoteReceived).await;
    assert!(passed_on.says("Neste person") && !passed_on.says(&code.to_string()));
}

#[actix_web::test]
async fn the_form_on_a_tablet_is_filled_in_by_nobody_else() {
    let town = Town::on_sqlite();
    let visitor = town.site.visitor();
    let shown = visitor.visit(&tablet(&town)).await;
    assert!(shown.says("novalidate autocomplete=\"off\">"));
    assert!(!shown.says("autocomplete=\"email\"") && shown.says("Begynn på nytt"));
    assert_eq!(shown.header("cache-control"), "no-store");
    let own = visitor.visit(&town.collection()).await;
    assert!(own.says("autocomplete=\"email\"") && !own.says("novalidate autocomplete"));
}
