//! Paper slips and the poster: made by a press of the button, and only while the collection is open.

use actix_web::http::StatusCode;
use chrono::TimeDelta;
use model::{Link, ReceiptCode};
use store::collection;
use testkit::{Region, both_databases};
use vault::CodeUse;

use super::{a_region, fill_in, signed_in, the_collection};
use crate::tests::site::{Answer, Site};

/// The codes that a sheet shows to the eye.
fn codes(sheet: &Answer) -> Vec<ReceiptCode> {
    let after = sheet.body.split("<p class=\"code\"><strong>").skip(1);
    let shown = after.map(|rest| rest.split_once('<').unwrap().0);
    shown.map(|code| code.parse().unwrap()).collect()
}

fn is_good(site: &Site, region: &Region, code: &ReceiptCode) -> bool {
    let index = site.app.vault.code_index(code, CodeUse::Slip);
    let found = |tx: &mut _| collection::find_by_slip(tx, index.as_bytes());
    site.db
        .read_now(found)
        .unwrap()
        .is_some_and(|one| one.course == region.course)
}

both_databases!(
    each_slip_has_a_code_of_its_own_that_is_stored_nowhere_readable,
    async |db| {
        let site = Site::on(db);
        let region = a_region(&site);
        let visitor = signed_in(&site, &region.coordinator);
        let link = Link::Slips(the_collection(&site, &region));
        let page = visitor.visit(&link).await;
        assert!(page.says("value=\"12\""), "as many as take part");
        let sheet = visitor.send(&page, &[("count", "3"), ("do", "print")]).await;
        assert_eq!(sheet.status, StatusCode::OK);
        assert_eq!(sheet.header("cache-control"), "no-store");
        let drawn = codes(&sheet);
        assert_eq!((drawn.len(), sheet.body.matches("<svg").count()), (3, 3));
        assert!(drawn.iter().all(|code| is_good(&site, &region, code)));
        assert!(drawn[0] != drawn[1] && drawn[1] != drawn[2] && drawn[0] != drawn[2]);
        assert!(!sheet.says("Tirsdagskurset"), "participants see it");
        let again = visitor.send(&page, &[("count", "1"), ("do", "print")]).await;
        assert!(!drawn.contains(&codes(&again)[0]));
    }
);

both_databases!(a_closed_collection_makes_no_slips_and_no_poster, async |db| {
    let site = Site::on(db);
    let region = a_region(&site);
    let id = the_collection(&site, &region);
    let visitor = signed_in(&site, &region.coordinator);
    let page = visitor.visit(&Link::Slips(id)).await;
    fill_in(&visitor, &Link::CollectionDesk(id), &[("do", "close")]).await;
    let desk = Link::CollectionDesk(id).path();
    let late = visitor.send(&page, &[("count", "3"), ("do", "print")]).await;
    assert_eq!((late.status, late.location()), (StatusCode::SEE_OTHER, desk.as_str()));
    for link in [Link::Slips(id), Link::Poster(id)] {
        assert_eq!(visitor.visit(&link).await.location(), desk);
    }
});

#[actix_web::test]
async fn the_poster_shows_the_way_and_no_title() {
    let site = Site::on_sqlite();
    let region = a_region(&site);
    let visitor = signed_in(&site, &region.coordinator);
    let poster = visitor.visit(&Link::Poster(the_collection(&site, &region))).await;
    for shown in [
        "<svg",
        "oppstart.example",
        region.code.as_str(),
        "tirsdag 19. januar 2027",
    ] {
        assert!(poster.says(shown), "{shown}");
    }
    assert!(!poster.says("Tirsdagskurset"));
}

#[actix_web::test]
async fn the_collection_leads_to_tablet_slips_and_poster() {
    let site = Site::on_sqlite();
    let region = a_region(&site);
    let id = the_collection(&site, &region);
    let visitor = signed_in(&site, &region.coordinator);
    let page = visitor.visit(&Link::CollectionDesk(id)).await;
    for link in [Link::Tablet(region.code.clone()), Link::Slips(id), Link::Poster(id)] {
        assert!(page.says(&format!("href=\"{}\"", link.path())));
    }
}

#[actix_web::test]
async fn a_collection_whose_time_is_over_and_that_nobody_has_counted_tells_no_band_yet() {
    let site = Site::on_sqlite();
    let region = a_region(&site);
    site.app.clock.advance(TimeDelta::days(8));
    let visitor = signed_in(&site, &region.coordinator);
    let page = visitor
        .visit(&Link::CollectionDesk(the_collection(&site, &region)))
        .await;
    assert!(page.says("Takk. Kontaktpunktet tar det videre.") && !page.says("meldt interesse"));
}
