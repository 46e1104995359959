//! The first set-up, by the one-time link.

use actix_web::http::StatusCode;
use chrono::TimeDelta;
use model::Link;
use testkit::both_databases;

use super::{asked, fill_in};
use crate::tests::site::Site;

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
    let code = site.app.vault.sign_in_code(asked(&site)[0]);
    let answer = fill_in(&visitor, &Link::SignInCode, &[("code", &code)]).await;
    assert_eq!(answer.location(), "/desk");
    let desk = visitor.visit(&Link::Desk).await;
    assert!(desk.says("Neste steg: 1 av 5") && desk.says("href=\"/places\""));
});

#[actix_web::test]
async fn the_link_works_once() {
    let site = Site::on_sqlite();
    let link = offered(&site);
    let (visitor, late) = (site.visitor(), site.visitor());
    visitor.visit(&link).await;
    late.visit(&link).await;
    let late_page = late.visit(&Link::SetUp).await;
    fill_in(&visitor, &Link::SetUp, &FIRST).await;
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
    fields[3].1 = "kari";
    let answer = fill_in(&visitor, &Link::SetUp, &fields).await;
    assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(answer.says("Dette vises i brev") && answer.says("href=\"#email\"") && answer.says("value=\"Nordre\""));
    assert!(!is_set_up(&site));
}
