//! Courses are changed, and their collections begin with a date or without.

use actix_web::http::StatusCode;
use chrono::TimeDelta;
use model::{GroupState, Link};
use store::{collection, group};
use testkit::{Region, both_databases};

use super::{a_region, fill_in, signed_in};
use crate::tests::site::{Answer, Site, Visitor};

/// A region whose first collection is over, and its coordinator on the course's page.
async fn ready_to_open(site: &Site) -> (Region, Visitor, Answer) {
    let region = a_region(site);
    site.app.clock.advance(TimeDelta::days(10));
    let visitor = signed_in(site, &region.coordinator);
    let page = visitor.visit(&Link::Course(region.course)).await;
    (region, visitor, page)
}

/// The values of the choices for a start, as the page shows them.
fn starts(page: &Answer) -> Vec<String> {
    let after = page.body.split("name=\"start\" value=\"").skip(1);
    after.map(|rest| rest.split_once('"').unwrap().0.to_owned()).collect()
}

both_databases!(a_course_is_changed_from_what_it_was, async |db| {
    let site = Site::on(db);
    let region = a_region(&site);
    let visitor = signed_in(&site, &region.coordinator);
    let page = visitor.visit(&Link::EditCourse(region.course)).await;
    assert!(page.says("value=\"Tirsdagskurset\"") && page.says("value=\"2027-01-12\""));
    let leader = region.coordinator.id.to_string();
    let changed = [
        ("title", "Onsdagskurset"),
        ("leader", leader.as_str()),
        ("last-session", "13.01.2027"),
        ("participants", "9"),
    ];
    let saved = visitor.send(&page, &changed).await;
    assert_eq!(saved.location(), Link::Course(region.course).path());
    let page = visitor.get(saved.location()).await;
    assert!(page.says("Kurset er lagret.") && page.says("Onsdagskurset"));
    assert!(page.says("onsdag 13. januar 2027") && page.says("<dd>9</dd>"));
});

both_databases!(a_collection_can_begin_with_a_place_and_a_date, async |db| {
    let site = Site::on(db);
    let (region, visitor, page) = ready_to_open(&site).await;
    let choices = starts(&page);
    assert_eq!(choices.len(), 2);
    assert!(page.says("kl. 18.00, Biblioteket, Peisestua. Igangsetter: Kari"));
    assert!(!page.says("checked"), "nothing is chosen beforehand");
    let opened = visitor.send(&page, &[("start", &choices[0]), ("do", "open")]).await;
    assert!(opened.location().starts_with("/collections/"), "{}", opened.body);
    let collections = site.db.read_now(|tx| collection::list(tx, region.course)).unwrap();
    let planned = collections.iter().find_map(|one| one.planned).unwrap();
    let planned = site.db.read_now(|tx| group::get(tx, planned)).unwrap();
    assert_eq!((planned.state, planned.room), (GroupState::Open, region.room));
    assert!(visitor.visit(&Link::Desk).await.says("Åpen for kurset."));
});

both_databases!(a_collection_can_begin_without_a_date, async |db| {
    let site = Site::on(db);
    let (region, visitor, page) = ready_to_open(&site).await;
    let opened = visitor.send(&page, &[("start", "collect"), ("do", "open")]).await;
    assert!(opened.location().starts_with("/collections/"));
    let collections = site.db.read_now(|tx| collection::list(tx, region.course)).unwrap();
    assert!(collections.iter().all(|one| one.planned.is_none()));
});

#[actix_web::test]
async fn how_to_begin_must_be_chosen_and_still_be_possible() {
    let site = Site::on_sqlite();
    let (_, visitor, page) = ready_to_open(&site).await;
    let before = site.stored();
    for (fields, told) in [
        (&[("do", "open")][..], "Velg ett svar"),
        (&[("start", "x"), ("do", "open")], "Den tiden er ikke ledig lenger"),
        (&[("start", "collect")], "Trykk på en av knappene"),
    ] {
        let answer = visitor.send(&page, fields).await;
        assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(answer.says(told), "{told}");
        assert!(site.stored() == before);
    }
}

#[actix_web::test]
async fn where_nothing_can_be_planned_the_button_is_enough() {
    let site = Site::on_sqlite();
    let (region, visitor, _) = ready_to_open(&site).await;
    let stop = [("offer", "no")];
    fill_in(&visitor, &Link::Room(region.room), &stop).await;
    let page = visitor.visit(&Link::Course(region.course)).await;
    assert!(starts(&page).is_empty());
    let opened = visitor.send(&page, &[("do", "open")]).await;
    assert!(opened.location().starts_with("/collections/"));
}
