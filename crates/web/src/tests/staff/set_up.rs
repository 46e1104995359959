//! The first set-up, by the one-time link.

use actix_web::http::StatusCode;
use chrono::TimeDelta;
use model::Link;
use testkit::both_databases;

use super::{asked, fill_in};
use crate::tests::site::{Answer, Site, Visitor};

const FIRST: [(&str, &str); 4] = [
    ("region", "Nordre"),
    ("contact-point", "Frivilligsentralen"),
    ("name", "Kari"),
    ("email", "kari@example.no"),
];

fn offered(site: &Site) -> Link {
    let (app, now) = (&site.app, site.app.clock.now());
    let offer = |tx: &mut _| contact_point::offer_set_up(tx, &app.chance, now);
    let id = app.db.write_now(offer).unwrap().unwrap();
    Link::SetUpToken(app.vault.set_up_token(id))
}

fn is_set_up(site: &Site) -> bool {
    site.db.read_now(store::region::any).unwrap()
}

both_databases!(the_first_coordinator_comes_in_by_the_link, async |db| {
    let site = Site::on(db);
    let link = offered(&site);
    let visitor = site.visitor();
    assert_eq!(visitor.visit(&link).await.location(), "/set-up");
    let answer = fill_in(&visitor, &Link::SetUp, &FIRST).await;
    assert_eq!(
        (answer.status, answer.location()),
        (StatusCode::SEE_OTHER, "/sign-in/code")
    );
    assert!(
        visitor
            .visit(&Link::SignInCode)
            .await
            .says("Kontaktpunktet er satt opp.")
    );
    let code = site.app.vault.sign_in_code(asked(&site)[0]);
    let answer = fill_in(&visitor, &Link::SignInCode, &[("code", &code)]).await;
    assert_eq!(answer.location(), "/desk");
    let desk = visitor.visit(&Link::Desk).await;
    assert!(desk.says("Neste steg: 1 av 6") && desk.says("href=\"/contact-point/controller\""));
    assert!(!desk.says("responsible_body"));
});

/// Follows the next step on the desk, which must be this one, and fills in its form.
async fn step(visitor: &Visitor, number: u8, fields: &[(&str, &str)]) -> Answer {
    let desk = visitor.visit(&Link::Desk).await;
    assert!(
        desk.says(&format!("Neste steg: {number} av 6")),
        "{number}: {}",
        desk.body
    );
    let (_, after) = desk.body.split_once("class=\"button\" href=\"").unwrap();
    let page = visitor.get(after.split_once('"').unwrap().0).await;
    let answer = visitor.send(&page, fields).await;
    assert_eq!(answer.status, StatusCode::SEE_OTHER, "{number}: {}", answer.body);
    answer
}

/// The browser of the first coordinator, who has set up the contact point and nothing else.
pub async fn first_coordinator(site: &Site) -> Visitor {
    let visitor = site.visitor();
    visitor.visit(&offered(site)).await;
    fill_in(&visitor, &Link::SetUp, &FIRST).await;
    let code = site.app.vault.sign_in_code(asked(site)[0]);
    fill_in(&visitor, &Link::SignInCode, &[("code", &code)]).await;
    visitor
}

#[actix_web::test]
async fn the_desk_leads_from_one_step_to_the_next() {
    let site = Site::on_sqlite();
    let visitor = first_coordinator(&site).await;
    let controller = [
        ("body", "Storvik kommune"),
        ("contact", "personvern@storvik.example"),
        ("phone", "22 33 44 55"),
    ];
    step(&visitor, 1, &controller).await;
    let place = [
        ("kind", "physical"),
        ("name", "Kafeen"),
        ("address", "Storgata 2"),
        ("step-free", "unknown"),
    ];
    let place = step(&visitor, 2, &place).await;
    step(&visitor, 3, &[("name", "Salen"), ("tue", "18:00")]).await;
    step(
        &visitor,
        4,
        &[("name", "Anne"), ("email", "anne@example.no"), ("role", "igangsetter")],
    )
    .await;
    let cell = format!("{} tue 18:00:00", place.location().rsplit('/').next().unwrap());
    let told = [
        ("cell", cell.as_str()),
        ("from", "2027-01-12"),
        ("groups", "1"),
        ("ask", "yes"),
        ("do", "save"),
    ];
    step(&visitor, 5, &told).await;
    let courses = visitor.visit(&Link::Courses).await;
    let (_, leader) = courses.body.split_once("name=\"leader\" value=\"").unwrap();
    let leader = leader.split_once('"').unwrap().0.to_owned();
    assert!(
        courses.says(&format!("value=\"{leader}\" checked")),
        "the only one is chosen"
    );
    let course = [
        ("title", "Kurset"),
        ("leader", leader.as_str()),
        ("last-session", "2027-01-20"),
        ("participants", "12"),
    ];
    step(&visitor, 6, &course).await;
    let desk = visitor.visit(&Link::Desk).await;
    assert!(!desk.says("Neste steg") && desk.says("Det er ikke noe å gjøre akkurat nå."));
    assert!(!desk.says("Kom i gang"));
}

#[actix_web::test]
async fn the_link_works_once() {
    let site = Site::on_sqlite();
    let link = offered(&site);
    let (visitor, late) = (site.visitor(), site.visitor());
    visitor.visit(&link).await;
    late.visit(&link).await;
    let late_page = late.visit(&Link::SetUp).await;
    fill_in(&visitor, &Link::SetUp, &FIRST).await;
    let cookies = late.cookies.borrow().clone();
    assert_eq!(late.visit(&Link::SetUp).await.status, StatusCode::GONE);
    *late.cookies.borrow_mut() = cookies;
    let refused = late.send(&late_page, &FIRST).await;
    assert_eq!(refused.status, StatusCode::GONE);
    assert!(refused.says("Lenken virker ikke lenger") && refused.says("href=\"/sign-in\""));
    assert_eq!(late.visit(&link).await.status, StatusCode::GONE);
    assert_eq!(asked(&site).len(), 1);
}

#[actix_web::test]
async fn the_link_works_for_half_an_hour() {
    let site = Site::on_sqlite();
    let link = offered(&site);
    let visitor = site.visitor();
    visitor.visit(&link).await;
    let page = visitor.visit(&Link::SetUp).await;
    site.app.clock.advance(TimeDelta::minutes(30));
    assert_eq!(visitor.send(&page, &FIRST).await.status, StatusCode::GONE);
    assert_eq!(visitor.visit(&link).await.status, StatusCode::GONE);
    assert!(!is_set_up(&site));
}

#[actix_web::test]
async fn without_the_link_there_is_no_form() {
    let site = Site::on_sqlite();
    offered(&site);
    let visitor = site.visitor();
    assert_eq!(visitor.visit(&Link::SetUp).await.status, StatusCode::GONE);
    let forged = Link::SetUpToken("A".repeat(43));
    assert_eq!(visitor.visit(&forged).await.status, StatusCode::NOT_FOUND);
}

#[actix_web::test]
async fn what_is_wrong_is_said_and_what_was_typed_is_kept() {
    let site = Site::on_sqlite();
    let link = offered(&site);
    let visitor = site.visitor();
    visitor.visit(&link).await;
    let mut fields = FIRST;
    fields[1].1 = "Kurssenteret";
    fields[2].1 = " ";
    fields[3].1 = "kari";
    let answer = fill_in(&visitor, &Link::SetUp, &fields).await;
    assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(answer.says("Dette vises i brev") && answer.says("href=\"#email\"") && answer.says("value=\"Nordre\""));
    assert!(answer.says("<a href=\"#name\">Skriv noe under «Hva heter du?»</a>"));
    assert!(!is_set_up(&site));
}
