//! What everybody was told whose data others may have seen stands on the page of each note that was there (promise C14).

use model::{Chance, Link, NoticeText, NoticeTexts, Purpose};
use testkit::both_databases;

use super::{Town, day};
use crate::tests::{
    site::Site,
    staff::{fill_in, signed_in},
};

const TOLD: &str = "Noen kom inn &#60;her&#62;.";

/// Tells everybody, today.
fn tell(site: &Site) {
    let text = |raw| NoticeText::parse(raw).unwrap();
    let texts = NoticeTexts {
        bokmal: text("Noen kom inn <her>.\n\nVi har stengt dem ute."),
        nynorsk: None,
        english: Some(text("Somebody came in.")),
    };
    let (chance, now) = (Chance::seeded(9), site.app.clock.now());
    site.db
        .write_now(|tx| {
            let points = contact_point::find_points(tx, &[])?;
            contact_point::tell_affected(tx, &chance, (&texts, &points), false, now)
        })
        .unwrap();
}

both_databases!(
    whoever_has_a_code_reads_it_on_the_page_of_the_note_while_it_is_kept,
    async |db| {
        let town = Town::on(db);
        let visitor = town.site.visitor();
        let code = town.take_code(&visitor, &town.sign_up()).await;
        town.look_up(&visitor, code.expose()).await;
        assert!(!visitor.visit(&Link::MyNote).await.says("Viktig beskjed"));
        tell(&town.site);
        let shown = visitor.visit(&Link::MyNote).await;
        for part in [
            "<h2>Viktig beskjed om opplysningene dine</h2>",
            TOLD,
            "<p lang=\"nb\">Vi har stengt dem ute.</p>",
            "Ansvarlig: Nordre kommune. Spør om personvern: personvern@nordre.example.",
            "tirsdag 12. januar 2027",
        ] {
            assert!(shown.says(part), "{part}: {}", shown.body);
        }
        visitor.get("/?lang=en").await;
        let shown = visitor.visit(&Link::MyNote).await;
        assert!(shown.says("Important message about your data") && shown.says("Somebody came in."));

        let erase = |today| {
            town.site
                .db
                .write_now(|tx| store::notice::delete_expired(tx, day(today)))
                .unwrap();
        };
        erase("2027-02-16");
        assert!(visitor.visit(&Link::MyNote).await.says("Important message"));
        erase("2027-02-17");
        assert!(!visitor.visit(&Link::MyNote).await.says("Important message"));
    }
);

#[actix_web::test]
async fn a_note_with_an_address_shows_it_and_one_that_was_left_later_does_not() {
    let town = Town::on_sqlite();
    let (before, after) = (
        town.region.add_note(day("2027-01-12")),
        town.region.add_note(day("2027-01-13")),
    );
    tell(&town.site);
    for (note, shows) in [(before, true), (after, false)] {
        let shown = town.follow(&town.site.visitor(), note, Purpose::MyNote).await;
        assert_eq!(shown.says(TOLD), shows);
    }
}

#[actix_web::test]
async fn staff_who_look_up_a_code_read_it_to_the_caller() {
    let town = Town::on_sqlite();
    let code = town.take_code(&town.site.visitor(), &town.sign_up()).await;
    let visitor = signed_in(&town.site, &town.region.coordinator);
    let look_up = [("code", code.expose()), ("look-up", "code")];
    let shown = fill_in(&visitor, &Link::Caller, &look_up).await;
    assert!(!shown.says("Les dette for den som ringer"));
    tell(&town.site);
    let shown = fill_in(&visitor, &Link::Caller, &look_up).await;
    assert!(
        shown.says("Les dette for den som ringer") && shown.says(TOLD),
        "{}",
        shown.body
    );
}
