//! What the contact point says of itself, and when it is shut.

use actix_web::http::StatusCode;
use model::{Letter, Link};
use store::contact_point as points;
use testkit::{Region, both_databases, letters_owed};

use super::{a_region, fill_in, signed_in, without_controller};
use crate::tests::site::Site;

const CONTROLLER: [(&str, &str); 3] = [
    ("body", "Lillevik kommune"),
    ("contact", "personvern@lillevik.example"),
    ("phone", "11 22 33 44"),
];

both_databases!(
    whoever_answers_for_the_data_is_named_before_anything_is_collected,
    async |db| {
        let site = Site::on(db);
        let region = a_region(&site);
        without_controller(&site, &region);
        let visitor = signed_in(&site, &region.coordinator);
        let desk = visitor.visit(&Link::Desk).await;
        assert!(desk.says("Neste steg: 1 av 6") && desk.says("href=\"/contact-point/controller\""));
        assert!(
            visitor
                .visit(&Link::ContactPoint)
                .await
                .says("Derfor kan ingen melde interesse ennå.")
        );
        let saved = fill_in(&visitor, &Link::Controller, &CONTROLLER).await;
        assert_eq!(saved.location(), "/contact-point");
        let page = visitor.visit(&Link::ContactPoint).await;
        for (_, told) in CONTROLLER {
            assert!(page.says(told), "{told}");
        }
        assert!(visitor.visit(&Link::Controller).await.says("value=\"11 22 33 44\""));
        assert!(!visitor.visit(&Link::Desk).await.says("Neste steg"));
        assert!(site.visitor().visit(&Link::Privacy).await.says("Lillevik kommune"));
    }
);

both_databases!(the_sign_up_page_has_an_address_of_its_own, async |db| {
    let site = Site::on(db);
    let region = a_region(&site);
    let other = Region::made(&site.db, 2);
    let visitor = signed_in(&site, &region.coordinator);
    let named = |slug| [("name", "Sentralen"), ("slug", slug), ("supported", "0")];
    let saved = fill_in(&visitor, &Link::EditContactPoint, &named("storvik")).await;
    assert_eq!(saved.location(), "/contact-point");
    let page = visitor.visit(&Link::ContactPoint).await;
    assert!(page.says("https://oppstart.example/k/storvik") && page.says("<svg") && page.says("<h1>Sentralen"));
    assert!(page.says("Igangsetteren er ikke med på møtene."));
    let abroad = signed_in(&site, &other.coordinator);
    let taken = fill_in(&abroad, &Link::EditContactPoint, &named("storvik")).await;
    assert_eq!(taken.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(taken.says("Et annet kontaktpunkt har dette navnet"));
});

both_databases!(days_on_which_it_is_closed_come_and_go, async |db| {
    let site = Site::on(db);
    let region = a_region(&site);
    let visitor = signed_in(&site, &region.coordinator);
    let days = [("first", "2027-03-22"), ("last", "28.03.2027")];
    fill_in(&visitor, &Link::ClosedDays, &days).await;
    fill_in(&visitor, &Link::ClosedDays, &[("first", "2027-05-14"), ("last", "")]).await;
    let page = visitor.visit(&Link::ClosedDays).await;
    assert!(page.says("mandag 22. mars 2027 til søndag 28. mars 2027") && page.says("fredag 14. mai 2027"));
    visitor.send(&page, &[("drop", "2027-03-22 2027-03-28")]).await;
    let closed = site
        .db
        .read_now(|tx| points::list_closed_days(tx, region.contact_point));
    assert_eq!(closed.unwrap().len(), 1);
});

both_databases!(
    another_contact_point_joins_the_region_and_its_coordinator_is_written_to,
    async |db| {
        let site = Site::on(db);
        let region = a_region(&site);
        let visitor = signed_in(&site, &region.coordinator);
        let new = [
            ("name", "Frivilligsentralen i Lillevik"),
            ("coordinator", "Lars"),
            ("email", "lars@example.no"),
        ];
        let added = fill_in(&visitor, &Link::NewContactPoint, &new).await;
        assert_eq!(added.location(), "/contact-point");
        let page = visitor.visit(&Link::ContactPoint).await;
        assert!(page.says("<li>Frivilligsentralen i Lillevik</li>"));
        let welcomes = letters_owed(&site.db);
        assert!(matches!(welcomes[..], [ref one] if matches!(one.letter, Letter::Welcome { .. })));
        let again = fill_in(&visitor, &Link::NewContactPoint, &new).await;
        assert!(again.says("En medarbeider har denne adressen allerede"));
        assert_eq!(site.db.read_now(|tx| points::list(tx, region.id)).unwrap().len(), 2);
    }
);
