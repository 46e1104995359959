//! When and where somebody can start groups, and when they are away.

use actix_web::http::StatusCode;
use model::Link;
use store::availability::{self, Availability};
use testkit::{Region, both_databases};

use super::{a_region, signed_in};
use crate::tests::site::Site;

fn told(site: &Site, region: &Region) -> Availability {
    site.db
        .read_now(|tx| availability::list(tx, region.id))
        .unwrap()
        .remove(0)
}

both_databases!(an_igangsetter_says_when_and_where, async |db| {
    let site = Site::on(db);
    let region = a_region(&site);
    let new = region.add_igangsetter();
    let visitor = signed_in(&site, &new);
    assert!(visitor.visit(&Link::Desk).await.says("Når og hvor kan du?"));
    let page = visitor.visit(&Link::Availability(new.id)).await;
    assert!(page.says("value=\"2027-01-12\"") && page.says("value=\"yes\" checked"));
    let cell = format!("{} tue 18:00:00", region.place);
    let told = [
        ("cell", cell.as_str()),
        ("from", "01.02.2027"),
        ("groups", "2"),
        ("ask", "no"),
        ("do", "save"),
    ];
    assert_eq!(visitor.send(&page, &told).await.location(), "/desk");
    assert!(!visitor.visit(&Link::Desk).await.says("Når og hvor kan du?"));
    let page = visitor.visit(&Link::Availability(new.id)).await;
    assert!(page.says(&format!("value=\"{cell}\" checked")));
    assert!(page.says("value=\"2027-02-01\"") && page.says("value=\"no\" checked"));
});

both_databases!(weeks_off_come_and_go_and_saving_the_rest_keeps_them, async |db| {
    let site = Site::on(db);
    let region = a_region(&site);
    let person = &region.igangsetter;
    let link = Link::Availability(person.id);
    let visitor = signed_in(&site, person);
    let page = visitor.visit(&link).await;
    let away = [("first", "2027-03-22"), ("last", "2027-03-28"), ("do", "away")];
    assert_eq!(visitor.send(&page, &away).await.location(), link.path());
    let shown = "mandag 22. mars 2027 til søndag 28. mars 2027";
    assert!(visitor.visit(&link).await.says(shown));
    let cell = format!("{} tue 18:00:00", region.place);
    let save = [
        ("cell", cell.as_str()),
        ("from", "01.02.2027"),
        ("groups", "2"),
        ("ask", "no"),
        ("do", "save"),
    ];
    visitor.send(&page, &save).await;
    assert_eq!(told(&site, &region).away.len(), 1);
    visitor.send(&page, &[("drop", "2027-03-22 2027-03-28")]).await;
    assert!(!visitor.visit(&link).await.says(shown));
    assert_eq!(
        (told(&site, &region).away.len(), told(&site, &region).max_groups),
        (0, 2)
    );
});

#[actix_web::test]
async fn a_wrong_week_off_is_said_and_the_rest_is_still_shown() {
    let site = Site::on_sqlite();
    let region = a_region(&site);
    let visitor = signed_in(&site, &region.igangsetter);
    let page = visitor.visit(&Link::Availability(region.igangsetter.id)).await;
    for (away, field) in [
        ([("first", ""), ("last", "2027-03-28"), ("do", "away")], "first"),
        (
            [("first", "2027-03-22"), ("last", "2027-03-21"), ("do", "away")],
            "last",
        ),
    ] {
        let wrong = visitor.send(&page, &away).await;
        assert_eq!(wrong.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(wrong.says(&format!("href=\"#{field}\"")) && wrong.says("tue 18:00:00\" checked"));
    }
    assert_eq!(told(&site, &region).away, []);
}

#[actix_web::test]
async fn whoever_has_told_nothing_yet_has_no_weeks_off() {
    let site = Site::on_sqlite();
    let region = a_region(&site);
    let new = region.add_igangsetter();
    let visitor = signed_in(&site, &new);
    let page = visitor.visit(&Link::Availability(new.id)).await;
    assert!(!page.says("Når er du borte?"));
    let away = [("first", "2027-03-22"), ("last", ""), ("do", "away")];
    assert_eq!(visitor.send(&page, &away).await.status, StatusCode::NOT_FOUND);
}
