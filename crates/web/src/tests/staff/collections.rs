//! Collections: opened by somebody who answers for them, silent while open, one band after (promise C11).

use actix_web::http::StatusCode;
use chrono::TimeDelta;
use model::Link;
use store::collection;
use testkit::{Region, both_databases};

use super::{a_region, fill_in, signed_in, the_collection, without_controller};
use crate::tests::site::Site;

/// A course without a collection, as its leader sees it.
async fn new_course(site: &Site) -> (super::Visitor, Region, Link) {
    let region = a_region(site);
    let visitor = signed_in(site, &region.coordinator);
    let leader = region.coordinator.id.to_string();
    let fields = [
        ("title", "Onsdagskurset"),
        ("leader", leader.as_str()),
        ("last-session", "2027-01-13"),
        ("participants", "12"),
    ];
    let added = fill_in(&visitor, &Link::Courses, &fields).await;
    let id = added.location().rsplit('/').next().unwrap().parse().unwrap();
    (visitor, region, Link::Course(id))
}

both_databases!(a_collection_is_opened_and_closed_once, async |db| {
    let site = Site::on(db);
    let (visitor, _, course) = new_course(&site).await;
    let shown = visitor.visit(&course).await;
    let blind = visitor.send(&shown, &[]).await;
    assert_eq!(blind.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(!blind.says("/collections/") && blind.says("Trykk på en av knappene"));
    let names_first = [("start", "collect"), ("do", "open")];
    let opened = visitor.send(&shown, &names_first).await;
    let again = visitor.send(&shown, &names_first).await;
    assert_eq!(opened.location(), again.location(), "a second press leads to the same");
    let page = visitor.get(opened.location()).await;
    assert!(page.says("Innsamlingen er åpen") && page.says("onsdag 20. januar 2027"));
    assert!(!visitor.visit(&course).await.says("Åpne innsamling"));
    let closed = visitor.send(&page, &[("do", "close")]).await;
    assert_eq!(closed.location(), opened.location());
    let told = visitor.get(closed.location()).await;
    assert!(told.says("Takk. Kontaktpunktet tar det videre.") && told.says("Færre enn fem"));
});

#[actix_web::test]
async fn without_somebody_who_answers_for_the_data_no_collection_opens() {
    let site = Site::on_sqlite();
    let (visitor, region, course) = new_course(&site).await;
    let shown = visitor.visit(&course).await;
    without_controller(&site, &region);
    let page = visitor.visit(&course).await;
    assert!(!page.says("Åpne innsamling") && page.says("href=\"/contact-point/controller\""));
    // The form that was shown before acts no more.
    let refused = visitor.send(&shown, &[("do", "open")]).await;
    assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(refused.says("Innsamlingen kan ikke åpnes"));
    assert!(!visitor.visit(&course).await.says("/collections/"));
}

#[actix_web::test]
async fn an_open_collection_tells_nothing_of_its_notes() {
    let site = Site::on_sqlite();
    let region = a_region(&site);
    let link = Link::CollectionDesk(the_collection(&site, &region));
    let visitor = signed_in(&site, &region.coordinator);
    let mut pages = Vec::new();
    for _ in 0..8 {
        let page = visitor.visit(&link).await;
        pages.push(page.body.replace(&page.token(), ""));
        let id = the_collection(&site, &region);
        site.db.write_now(|tx| collection::count_note(tx, id)).unwrap();
    }
    pages.dedup();
    assert_eq!(pages.len(), 1);
    assert!(!pages[0].contains("Færre") && !pages[0].contains("flere har"));
}

#[actix_web::test]
async fn a_closed_collection_tells_one_band() {
    for (notes, band) in [
        (0, "Færre enn fem"),
        (4, "Færre enn fem"),
        (5, "Fem eller flere"),
        (9, "Fem eller flere"),
    ] {
        let site = Site::on_sqlite();
        let region = a_region(&site);
        let id = the_collection(&site, &region);
        for _ in 0..notes {
            site.db.write_now(|tx| collection::count_note(tx, id)).unwrap();
        }
        site.app.clock.advance(TimeDelta::days(7));
        let visitor = signed_in(&site, &region.coordinator);
        assert!(
            visitor
                .visit(&Link::CollectionDesk(id))
                .await
                .says("Innsamlingen er åpen"),
            "the last day"
        );
        site.app.clock.advance(TimeDelta::hours(6));
        ::course::close_due(&site.db, &site.app.chance, site.app.clock.now()).unwrap();
        let page = visitor.visit(&Link::CollectionDesk(id)).await;
        assert!(page.says(band), "{notes}");
        assert!(!page.body.contains(&format!(">{notes}<")));
    }
}

#[actix_web::test]
async fn the_page_to_project_has_the_code_and_not_the_title() {
    let site = Site::on_sqlite();
    let region = a_region(&site);
    let visitor = signed_in(&site, &region.coordinator);
    let page = visitor
        .visit(&Link::CollectionDesk(the_collection(&site, &region)))
        .await;
    assert!(page.says("<svg") && page.says("role=\"img\"") && page.says("aria-label=\"QR-kode"));
    assert!(page.says("oppstart.example<") && page.says(region.code.as_str()));
    assert!(!page.says("Tirsdagskurset"));
}
