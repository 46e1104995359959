//! Changing one's own note.

use model::{Language, Link, NoteId, Purpose, Wish};
use store::{note, wish};
use testkit::both_databases;

use super::{Answer, Town, Visitor, day};

async fn opened(town: &Town, visitor: &Visitor) -> (NoteId, Answer) {
    let note = town.region.add_note(day("2027-01-04"));
    town.follow(visitor, note, Purpose::MyNote).await;
    (note, visitor.visit(&Link::ChangeNote).await)
}

fn wishes(town: &Town, of: NoteId) -> Vec<Wish> {
    town.site.db.read_now(|tx| wish::list_of(tx, of)).unwrap()
}

fn kept(town: &Town) -> String {
    format!("{}.tue-evening", town.region.place)
}

both_databases!(what_was_chosen_is_changed_wish_by_wish, async |db| {
    let town = Town::on(db);
    let visitor = town.site.visitor();
    let other = town.region.add_place(town.region.contact_point);
    let (note, shown) = opened(&town, &visitor).await;
    assert!(shown.says("tirsdag kveld") && shown.says(&format!("value=\"{}\" checked", kept(&town))));
    let (kept, other) = (kept(&town), other.to_string());
    let fields = [
        ("keep", &*kept),
        ("first", &*kept),
        ("place", &*other),
        ("time", "wed-morning"),
        ("language", "nn"),
        ("save", "save"),
    ];
    let sent = visitor.send(&shown, &fields).await;
    assert_eq!((sent.status.as_u16(), sent.location()), (303, "/my-note"));
    let mine = visitor.visit(&Link::MyNote).await;
    assert!(mine.says("Endringa er lagra.") && mine.says("tysdag: kveld (passar best)"));
    let wishes = wishes(&town, note);
    assert_eq!(wishes.len(), 4, "two places at two times");
    assert_eq!(wishes.iter().filter(|wish| wish.first_choice).count(), 1);
    let found = town.site.db.read_now(|tx| note::get(tx, note)).unwrap();
    assert_eq!(found.language, Language::Nynorsk);
    // Single ones can be dropped again.
    let shown = visitor.visit(&Link::ChangeNote).await;
    let fields = [("keep", &*kept), ("language", "nb"), ("save", "save")];
    assert_eq!(visitor.send(&shown, &fields).await.status, 303);
    assert_eq!(self::wishes(&town, note).len(), 1);
    assert!(!self::wishes(&town, note)[0].first_choice);
});

#[actix_web::test]
async fn a_note_keeps_one_wish_at_least() {
    let town = Town::on_sqlite();
    let visitor = town.site.visitor();
    let (note, shown) = opened(&town, &visitor).await;
    let other = town.region.add_place(town.region.contact_point).to_string();
    for fields in [
        &[("language", "nb"), ("save", "save")][..],
        &[("place", &*other), ("language", "nb"), ("save", "save")],
        &[("time", "wed-morning"), ("language", "nb"), ("save", "save")],
    ] {
        let again = visitor.send(&shown, fields).await;
        assert_eq!(again.status, 422);
        assert!(again.says("<a href=\"#keep\">La minst ett ønske stå") && again.says("id=\"keep\""));
    }
    assert_eq!(wishes(&town, note).len(), 1);
}

#[actix_web::test]
async fn without_its_button_the_form_changes_nothing() {
    let town = Town::on_sqlite();
    let visitor = town.site.visitor();
    let (note, shown) = opened(&town, &visitor).await;
    let before = wishes(&town, note);
    for blind in [
        &[][..],
        &[("time", "wed-morning"), ("language", "en")],
        &[("save", "on")],
    ] {
        let again = visitor.send(&shown, blind).await;
        assert_eq!(again.status, 422);
        assert!(again.says("Trykk på en av knappene"));
    }
    assert_eq!(wishes(&town, note), before);
}

#[actix_web::test]
async fn a_place_of_another_region_or_no_place_or_time_is_refused() {
    let town = Town::on_sqlite();
    let visitor = town.site.visitor();
    let (note, shown) = opened(&town, &visitor).await;
    let elsewhere = testkit::Region::made(&town.site.db, 2).place.to_string();
    let kept = kept(&town);
    for wrong in [
        ("place", &*elsewhere),
        ("place", "x"),
        ("time", "tue-night"),
        ("keep", "x.y"),
        ("language", "xx"),
    ] {
        let mut fields = vec![("keep", &*kept), wrong, ("save", "save")];
        if wrong.0 != "language" {
            fields.push(("language", "nb"));
        }
        assert_eq!(visitor.send(&shown, &fields).await.status, 422, "{wrong:?}");
    }
    assert_eq!(wishes(&town, note).len(), 1);
}

#[actix_web::test]
async fn whoever_has_just_confirmed_may_say_what_suits_best() {
    let town = Town::on_sqlite();
    let visitor = town.site.visitor();
    town.leave(&visitor, "kari@example.no").await;
    let note = town.unconfirmed()[0];
    let confirm = town.follow(&visitor, note, Purpose::Confirm).await;
    visitor.send(&confirm, &[("answer", "yes")]).await;
    assert!(visitor.visit(&Link::Confirm).await.says("href=\"/my-note/change\""));
    assert_eq!(visitor.visit(&Link::ChangeNote).await.status, 200);
    // The link of the letter alone shows that it is confirmed, and opens nothing more.
    let elsewhere = town.site.visitor();
    let again = town.follow(&elsewhere, note, Purpose::Confirm).await;
    assert!(again.says("Takk, nå er du med") && !again.says("/my-note/change"));
}

#[actix_web::test]
async fn a_note_that_is_not_confirmed_is_not_changed() {
    let town = Town::on_sqlite();
    let visitor = town.site.visitor();
    town.leave(&visitor, "kari@example.no").await;
    let note = town.unconfirmed()[0];
    let mine = town.follow(&visitor, note, Purpose::MyNote).await;
    assert!(!mine.says("/my-note/change"));
    let shown = visitor.visit(&Link::ChangeNote).await;
    let kept = kept(&town);
    let fields = [("keep", &*kept), ("language", "nb"), ("save", "save")];
    assert_eq!(visitor.send(&shown, &fields).await.status, 409);
}

#[actix_web::test]
async fn a_form_changes_the_note_that_it_was_shown_for() {
    let town = Town::on_sqlite();
    let visitor = town.site.visitor();
    let (first, shown) = opened(&town, &visitor).await;
    let (second, _) = opened(&town, &visitor).await;
    let kept = kept(&town);
    let fields = [
        ("keep", &*kept),
        ("first", &*kept),
        ("language", "nb"),
        ("save", "save"),
    ];
    assert_eq!(visitor.send(&shown, &fields).await.status, 303);
    assert!(wishes(&town, first)[0].first_choice && !wishes(&town, second)[0].first_choice);
}
