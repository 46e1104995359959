//! Pages as a whole. What differs from run to run is taken out.

use model::{Link, Purpose};

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
async fn the_note_with_a_planned_start() {
    let town = Town::on_sqlite();
    let (code, _) = town.open_planned();
    let shown = town.site.visitor().visit(&Link::Collection(code.clone())).await;
    insta::assert_snapshot!(
        "note-planned",
        self::shown(&town, &shown).replace(code.as_str(), "[code]")
    );
}

#[actix_web::test]
async fn codes_and_the_tablet() {
    let town = Town::on_sqlite();
    let visitor = town.site.visitor();
    let tablet = Link::Tablet(town.region.code.clone());
    looks! {
        "tablet": visitor.visit(&tablet).await, town;
        "look-up": visitor.visit(&Link::LookUp).await, town;
        "find": visitor.visit(&Link::FindNote).await, town;
    }
    town.take_code(&visitor, &town.collection()).await;
    looks! { "received-code": visitor.visit(&Link::NoteReceived).await, town; }
    town.take_code(&visitor, &tablet).await;
    let shown = visitor.visit(&Link::NoteReceived).await;
    looks! { "tablet-code": shown, town; }
    visitor.send(&shown, &[("do", "written-down")]).await;
    looks! { "tablet-next": visitor.visit(&Link::NoteReceived).await, town; }
}

#[actix_web::test]
async fn changing_and_keeping_apart() {
    let town = Town::on_sqlite();
    let note = town.region.add_note(day("2027-01-04"));
    let visitor = town.site.visitor();
    town.follow(&visitor, note, Purpose::MyNote).await;
    looks! { "change": visitor.visit(&Link::ChangeNote).await, town; }
    let shown = visitor.visit(&Link::ApartCode).await;
    visitor.send_nth(&shown, 1, &[("make", "code")]).await;
    looks! { "apart": visitor.visit(&Link::ApartCode).await, town; }
}

#[actix_web::test]
async fn a_group_that_is_ready() {
    let town = Town::on_sqlite();
    let (notes, _) = town.ready();
    let visitor = town.site.visitor();
    looks! {
        "my-note-ready": town.follow(&visitor, notes[0], Purpose::MyNote).await, town;
        "answer-accepted": visitor.visit(&Link::Answer).await, town;
        "absence": visitor.visit(&Link::Absence).await, town;
    }
    let mine = visitor.visit(&Link::MyNote).await;
    visitor.send(&mine, &[("erase", "everything")]).await;
    looks! { "erased": visitor.visit(&Link::Erased).await, town; }
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
        "accessibility": visitor.get("/accessibility").await, town;
        "not-found": visitor.get("/nowhere").await, town;
    }
}
