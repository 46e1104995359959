//! The first set-up is done in steps that can be left, resumed, and taken in another order.

use model::{Language, Link};
use testkit::{Region, both_databases};

use super::{a_region, fill_in, places::HOUSE, set_up::first_coordinator, signed_in, without_controller};
use crate::tests::site::{Answer, Site, Visitor};

const CONTROLLER: [(&str, &str); 3] = [
    ("body", "Lillevik kommune"),
    ("contact", "a@b.no"),
    ("phone", "11 22 33 44"),
];

/// Where the button of a page leads that goes on to the next step.
fn next(page: &Answer) -> String {
    let (_, after) = page.body.split_once("class=\"button\" href=\"").unwrap();
    after.split_once('"').unwrap().0.to_owned()
}

/// Fills in the form of this page, and sees the page that it leads to.
async fn done(visitor: &Visitor, page: &Answer, fields: &[(&str, &str)]) -> Answer {
    let answer = visitor.send(page, fields).await;
    assert_eq!(answer.status, 303, "{}", answer.body);
    visitor.get(answer.location()).await
}

both_databases!(each_steps_page_tells_where_one_is_and_leads_on, async |db| {
    let site = Site::on(db);
    let visitor = first_coordinator(&site).await;
    let page = visitor.get(&next(&visitor.visit(&Link::Desk).await)).await;
    assert!(page.says("Steg 1 av 6: Si hvem som har ansvaret") && page.says("href=\"/desk\""));
    let page = done(&visitor, &page, &CONTROLLER).await;
    assert!(page.says("Steg 1 av 6 er gjort.") && page.says("Neste steg: Legg inn et sted"));
    let page = visitor.get(&next(&page)).await;
    assert!(page.says("Steg 2 av 6: Legg inn et sted"));
    // The place's own page is where its rooms are added.
    let page = done(&visitor, &page, &HOUSE).await;
    assert!(page.says("Stedet er lagt til.") && page.says("Steg 3 av 6: Legg inn et rom"));
    assert!(visitor.visit(&Link::Places).await.says("Steg 2 av 6 er gjort."));
    let page = done(&visitor, &page, &[("name", "Salen"), ("tue", "18:00")]).await;
    assert!(page.says("Steg 3 av 6 er gjort.") && page.says("Neste steg: Legg inn en igangsetter"));
    let page = visitor.get(&next(&page)).await;
    assert!(page.says("Steg 4 av 6: Legg inn en igangsetter"));
    let anne = [("name", "Anne"), ("email", "anne@example.no"), ("role", "igangsetter")];
    let page = done(&visitor, &page, &anne).await;
    assert!(page.says("Steg 4 av 6 er gjort.") && page.says("Neste steg: Velg sted og tid"));
    let page = visitor.get(&next(&page)).await;
    assert!(page.says("Steg 5 av 6: Velg sted og tid"));
    let (_, cell) = page.body.split_once("name=\"cell\" value=\"").unwrap();
    let cell = cell.split_once('"').unwrap().0.to_owned();
    let told = [
        ("cell", cell.as_str()),
        ("from", "2027-01-12"),
        ("groups", "1"),
        ("ask", "yes"),
        ("do", "save"),
    ];
    // Where one is led after that, the step before has been done too.
    let page = done(&visitor, &page, &told).await;
    assert!(page.says("er gjort.") && page.says("Neste steg: Legg inn et kurs"));
    let page = visitor.get(&next(&page)).await;
    assert!(page.says("Steg 6 av 6: Legg inn et kurs"));
    let (_, leader) = page.body.split_once("name=\"leader\" value=\"").unwrap();
    let leader = leader.split_once('"').unwrap().0.to_owned();
    let course = [
        ("title", "Kurset"),
        ("leader", leader.as_str()),
        ("last-session", "2027-01-20"),
        ("participants", "12"),
    ];
    let page = done(&visitor, &page, &course).await;
    for page in [
        page,
        visitor.visit(&Link::Places).await,
        visitor.visit(&Link::Desk).await,
    ] {
        assert!(!page.says("Steg ") && !page.says("Kom i gang"), "{}", page.body);
    }
});

both_databases!(the_desk_lists_what_is_done_and_one_next_step, async |db| {
    let site = Site::on(db);
    let visitor = first_coordinator(&site).await;
    fill_in(&visitor, &Link::Places, &HOUSE).await;
    let desk = visitor.visit(&Link::Desk).await;
    let (_, list) = desk.body.split_once("<ol>").unwrap();
    let list: Vec<&str> = list.split_once("</ol>").unwrap().0.trim().lines().collect();
    let tick = " – <span aria-hidden=\"true\">✓</span> gjort</li>";
    assert_eq!(
        list,
        [
            "<li>Si hvem som har ansvaret</li>",
            &format!("<li>Legg inn et sted{tick}"),
            "<li>Legg inn et rom</li>",
            "<li>Legg inn en igangsetter</li>",
            "<li>Velg sted og tid</li>",
            "<li>Legg inn et kurs</li>",
        ]
    );
    assert!(desk.says("Kom i gang") && desk.says("Neste steg: 1 av 6"));
    assert_eq!(desk.body.matches("class=\"button\"").count(), 1);
    assert_eq!(next(&desk), "/contact-point/controller");
    // A list brings a place and its room at once, and leads on past both.
    let list = [("text", super::import::LIST), ("do", "store")];
    fill_in(&visitor, &Link::ImportPlaces, &list).await;
    fill_in(&visitor, &Link::Controller, &CONTROLLER).await;
    let page = visitor.visit(&Link::Places).await;
    assert!(page.says("Steg 2 av 6 er gjort.") && page.says("Neste steg: Legg inn en igangsetter"));
});

#[actix_web::test]
async fn the_steps_are_for_coordinators_and_in_every_language() {
    let site = Site::on_sqlite();
    let region = a_region(&site);
    without_controller(&site, &region);
    let igangsetter = signed_in(&site, &region.igangsetter);
    let own = Link::Availability(region.igangsetter.id);
    for link in [Link::Desk, own.clone()] {
        assert!(!igangsetter.visit(&link).await.says("av 6"));
    }
    let coordinator = signed_in(&site, &region.coordinator);
    for (language, told) in [
        (Language::Bokmal, "Neste steg: Si hvem som har ansvaret"),
        (Language::Nynorsk, "Neste steg: Sei kven som har ansvaret"),
        (Language::English, "Next step: Say who is responsible"),
    ] {
        coordinator.get(&format!("/desk?lang={}", language.tag())).await;
        assert!(coordinator.visit(&own).await.says(told), "{}", language.tag());
        assert!(coordinator.visit(&Link::Course(region.course)).await.says(told));
    }
    // Another region's set-up is its own.
    let abroad = Region::made(&site.db, 2);
    let desk = signed_in(&site, &abroad.coordinator).visit(&Link::Desk).await;
    assert!(!desk.says("av 6"));
}
