//! Pages as a whole. What differs from run to run is taken out.

use model::Purpose;

use super::{Answer, Town, day};

fn shown(town: &Town, answer: &Answer) -> String {
    let mut page = answer.body.clone();
    for (_, token) in answer.forms() {
        page = page.replace(&token, "[token]");
    }
    page.replace(&town.region.place.to_string(), "[place]")
        .replace(town.region.code.as_str(), "[code]")
        .replace(&crate::assets::style(), "[style]")
        .replace(&crate::assets::icon(), "[icon]")
}

macro_rules! looks {
    ($($name:literal: $answer:expr, $town:expr;)+) => {$(
        insta::assert_snapshot!($name, shown(&$town, &$answer));
    )+};
}

#[actix_web::test]
async fn the_note() {
    let town = Town::on_sqlite();
    let neighbour = town.region.add_neighbour();
    let place = town.region.add_place(neighbour.contact_point).to_string();
    let visitor = town.site.visitor();
    let empty = visitor.visit(&town.collection()).await;
    let page = shown(&town, &empty).replace(&place, "[neighbour]");
    insta::assert_snapshot!("note", page);
    let wrong = visitor.send(&empty, &[("email", "kari")]).await;
    insta::assert_snapshot!("note-wrong", shown(&town, &wrong).replace(&place, "[neighbour]"));
}

#[actix_web::test]
async fn confirm_and_received() {
    let town = Town::on_sqlite();
    let visitor = town.site.visitor();
    town.leave(&visitor, "kari@example.no").await;
    let note = town.unconfirmed()[0];
    looks! {
        "received": visitor.get("/received").await, town;
        "confirm": town.follow(&visitor, note, Purpose::Confirm).await, town;
        "confirm-nynorsk": visitor.get("/confirm?lang=nn").await, town;
        "confirm-english": visitor.get("/confirm?lang=en").await, town;
    }
}

#[actix_web::test]
async fn answer_and_my_note() {
    let town = Town::on_sqlite();
    let waiting = town.region.add_note(day("2027-01-04"));
    let visitor = town.site.visitor();
    looks! {
        "my-note-waiting": town.follow(&visitor, waiting, Purpose::MyNote).await, town;
    }
    let (notes, _) = town.invite();
    looks! {
        "answer": town.follow(&visitor, notes[0], Purpose::Answer).await, town;
        "my-note-invited": town.follow(&visitor, notes[0], Purpose::MyNote).await, town;
    }
}

#[actix_web::test]
async fn home_and_privacy() {
    let town = Town::on_sqlite();
    let visitor = town.site.visitor();
    looks! {
        "home": visitor.get("/").await, town;
        "contact": visitor.get("/contact").await, town;
        "privacy": visitor.get("/privacy").await, town;
        "not-found": visitor.get("/nowhere").await, town;
    }
}
