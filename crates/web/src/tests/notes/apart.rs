//! Two people who share an apart code.

use model::{Link, NoteId, Purpose};
use store::apart_code;
use testkit::both_databases;

use super::{Town, Visitor, day};

async fn somebody(town: &Town) -> (Visitor, NoteId) {
    let visitor = town.site.visitor();
    let note = town.region.add_note(day("2027-01-04"));
    town.follow(&visitor, note, Purpose::MyNote).await;
    (visitor, note)
}

fn codes(town: &Town, of: NoteId) -> Vec<String> {
    town.site.db.read_now(|tx| apart_code::list_of(tx, of)).unwrap()
}

/// The forms of the page are: those of one's own codes, to share one, to make one.
async fn make(visitor: &Visitor, own: usize) -> super::Answer {
    let shown = visitor.visit(&Link::ApartCode).await;
    visitor.send_nth(&shown, own + 1, &[("make", "code")]).await
}

async fn share(visitor: &Visitor, own: usize, code: &str) -> super::Answer {
    let shown = visitor.visit(&Link::ApartCode).await;
    visitor
        .send_nth(&shown, own, &[("code", code), ("share", "code")])
        .await
}

both_databases!(a_code_is_made_given_away_shared_and_dropped, async |db| {
    let town = Town::on(db);
    let (first, kari) = somebody(&town).await;
    assert!(first.visit(&Link::MyNote).await.says("href=\"/my-note/apart\""));
    assert_eq!(make(&first, 0).await.location(), "/my-note/apart");
    let made = codes(&town, kari).remove(0);
    let shown = first.visit(&Link::ApartCode).await;
    let as_shown = format!("{}-{}", &made[..4], &made[4..]);
    assert!(shown.says(&as_shown) && shown.says("Koden er laget. Gi den til den andre."));
    let (second, ola) = somebody(&town).await;
    assert_eq!(
        share(&second, 0, &as_shown.to_lowercase()).await.location(),
        "/my-note/apart"
    );
    assert_eq!(codes(&town, ola), [made]);
    let shown = second.visit(&Link::ApartCode).await;
    assert!(shown.says("Vi setter dere ikke sammen."));
    assert_eq!(
        second.send(&shown, &[("drop", &as_shown)]).await.location(),
        "/my-note/apart"
    );
    assert!(codes(&town, ola).is_empty() && codes(&town, kari).len() == 1);
});

#[actix_web::test]
async fn a_code_that_nobody_has_or_two_have_is_refused() {
    let town = Town::on_sqlite();
    let (first, kari) = somebody(&town).await;
    make(&first, 0).await;
    let made = codes(&town, kari).remove(0);
    let (second, _) = somebody(&town).await;
    share(&second, 0, &made).await;
    let (third, note) = somebody(&town).await;
    for (typed, fault) in [
        ("", "Skriv koden på åtte bokstaver og tall"),
        ("ABCD", "Skriv koden på åtte bokstaver og tall"),
        ("ABCD-EFGH", "Vi kjenner ikke koden."),
        (&*made, "Denne koden er i bruk. Lag en ny"),
    ] {
        let again = share(&third, 0, typed).await;
        assert_eq!(again.status, 422);
        assert!(again.says(&format!("<a href=\"#code\">{fault}")), "{typed}");
    }
    assert!(codes(&town, note).is_empty());
}

#[actix_web::test]
async fn three_codes_are_enough() {
    let town = Town::on_sqlite();
    let (visitor, note) = somebody(&town).await;
    for own in 0..3 {
        assert_eq!(make(&visitor, own).await.status, 303);
    }
    let again = make(&visitor, 3).await;
    assert_eq!(again.status, 422);
    assert!(again.says("<a href=\"#make\">Du kan ha høyst tre koder.") && again.says("id=\"make\""));
    assert_eq!(codes(&town, note).len(), 3);
}

#[actix_web::test]
async fn without_a_button_no_code_is_made_or_dropped() {
    let town = Town::on_sqlite();
    let (visitor, note) = somebody(&town).await;
    make(&visitor, 0).await;
    let shown = visitor.visit(&Link::ApartCode).await;
    for form in 0..3 {
        for blind in [&[][..], &[("make", "")], &[("drop", "x")]] {
            assert_eq!(visitor.send_nth(&shown, form, blind).await.status, 422);
        }
    }
    assert_eq!(codes(&town, note).len(), 1);
}
