//! Signing in (promise S4).

use actix_web::http::StatusCode;
use chrono::TimeDelta;
use model::{Link, Roles};
use testkit::both_databases;

use super::{a_region, asked, fill_in, signed_in, with_address};
use crate::tests::site::{Answer, Site, Visitor};

const ADDRESS: &str = "ola@example.no";
const IGANGSETTER: Roles = Roles {
    coordinator: false,
    leader: false,
    igangsetter: true,
};

/// A service at which somebody has just asked for a code, the browser that asked, and the code.
async fn code_asked_for(site: &Site) -> (Visitor, String) {
    let region = a_region(site);
    with_address(site, &region, ADDRESS, IGANGSETTER);
    let visitor = site.visitor();
    let answer = fill_in(&visitor, &Link::SignIn, &[("email", ADDRESS)]).await;
    assert_eq!(answer.location(), "/sign-in/code");
    let code = site.app.vault.sign_in_code(asked(site)[0]);
    (visitor, code)
}

async fn type_code(visitor: &Visitor, code: &str) -> Answer {
    fill_in(visitor, &Link::SignInCode, &[("code", code)]).await
}

fn wrong(code: &str) -> &'static str {
    if code == "000000" { "111111" } else { "000000" }
}

both_databases!(the_code_from_the_letter_signs_in, async |db| {
    let site = Site::on(db);
    let (visitor, code) = code_asked_for(&site).await;
    let (first, last) = code.split_at(3);
    let answer = type_code(&visitor, &format!(" {first} {last}")).await;
    assert_eq!((answer.status, answer.location()), (StatusCode::SEE_OTHER, "/desk"));
    assert!(!visitor.cookies.borrow().contains_key("__Host-sign-in"));
    let desk = visitor.visit(&Link::Desk).await;
    assert!(desk.says("Ola") && desk.says("Når og hvor kan du?"));
    let out = visitor.send(&desk, &[("do", "out")]).await;
    assert_eq!(out.location(), "/");
    assert_eq!(visitor.visit(&Link::Desk).await.location(), "/sign-in");
});

#[actix_web::test]
async fn a_code_works_in_the_browser_that_asked_only() {
    let site = Site::on_sqlite();
    let (visitor, code) = code_asked_for(&site).await;
    let other = site.visitor();
    assert_eq!(other.visit(&Link::SignInCode).await.location(), "/sign-in");
    // Even with the cookie that names the code: the form is another browser's, and so is the code.
    let stolen = visitor.cookies.borrow()["__Host-sign-in"].clone();
    other.cookies.borrow_mut().insert("__Host-sign-in".to_owned(), stolen);
    let answer = type_code(&other, &code).await;
    assert_eq!(answer.status, StatusCode::GONE);
    assert!(!other.cookies.borrow().contains_key("__Host-session"));
    assert_eq!(type_code(&visitor, &code).await.location(), "/desk");
}

#[actix_web::test]
async fn a_code_can_be_typed_five_times() {
    let site = Site::on_sqlite();
    let (visitor, code) = code_asked_for(&site).await;
    let shown = visitor.visit(&Link::SignInCode).await;
    let cookies = visitor.cookies.borrow().clone();
    for left in ["4 forsøk", "3 forsøk", "2 forsøk", "ett forsøk"] {
        let answer = visitor.send(&shown, &[("code", wrong(&code))]).await;
        assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(answer.says(left), "{left}");
    }
    let fifth = visitor.send(&shown, &[("code", wrong(&code))]).await;
    assert_eq!(fifth.status, StatusCode::GONE);
    assert!(fifth.says("href=\"/sign-in\""));
    *visitor.cookies.borrow_mut() = cookies;
    let sixth = visitor.send(&shown, &[("code", &code)]).await;
    assert_eq!(sixth.status, StatusCode::GONE);
    assert_eq!(visitor.visit(&Link::Desk).await.location(), "/sign-in");
}

#[actix_web::test]
async fn a_code_signs_in_once_and_for_half_an_hour() {
    let site = Site::on_sqlite();
    let (visitor, code) = code_asked_for(&site).await;
    let shown = visitor.visit(&Link::SignInCode).await;
    let cookies = visitor.cookies.borrow().clone();
    assert_eq!(visitor.send(&shown, &[("code", &code)]).await.location(), "/desk");
    *visitor.cookies.borrow_mut() = cookies;
    let replayed = visitor.send(&shown, &[("code", &code)]).await;
    assert_eq!(replayed.status, StatusCode::GONE);

    let late = site.visitor();
    fill_in(&late, &Link::SignIn, &[("email", ADDRESS)]).await;
    let shown = late.visit(&Link::SignInCode).await;
    site.app.clock.advance(TimeDelta::minutes(31));
    for id in asked(&site) {
        let code = site.app.vault.sign_in_code(id);
        assert_eq!(late.send(&shown, &[("code", &code)]).await.status, StatusCode::GONE);
    }
}

#[actix_web::test]
async fn a_mistyped_code_costs_no_try() {
    let site = Site::on_sqlite();
    let (visitor, code) = code_asked_for(&site).await;
    for typed in ["", "12345", "1234567", "abcdef"] {
        let answer = type_code(&visitor, typed).await;
        assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(answer.says("Skriv de seks tallene"));
    }
    assert!(type_code(&visitor, wrong(&code)).await.says("4 forsøk"));
}

#[actix_web::test]
async fn the_answer_is_the_same_whether_anybody_has_the_address() {
    let site = Site::on_sqlite();
    let region = a_region(&site);
    with_address(&site, &region, ADDRESS, IGANGSETTER);
    let mut pages = Vec::new();
    for email in [ADDRESS, "nobody@example.no"] {
        let visitor = site.visitor();
        let answer = fill_in(&visitor, &Link::SignIn, &[("email", email)]).await;
        let next = visitor.visit(&Link::SignInCode).await;
        let wrong = type_code(&visitor, "000000").await;
        let token = (next.token(), wrong.token());
        pages.push((
            answer.status,
            answer.location().to_owned(),
            next.body.replace(&token.0, ""),
            wrong.status,
            wrong.body.replace(&token.1, ""),
        ));
    }
    assert_eq!(pages[0], pages[1]);
    assert_eq!(asked(&site).len(), 2);
}

#[actix_web::test]
async fn what_is_no_address_is_asked_for_again() {
    let site = Site::on_sqlite();
    let answer = fill_in(&site.visitor(), &Link::SignIn, &[("email", "ola")]).await;
    assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(answer.says("<title>Feil: ") && answer.says("value=\"ola\""));
    assert!(asked(&site).is_empty());
}

#[actix_web::test]
async fn a_session_lasts_twelve_hours() {
    let site = Site::on_sqlite();
    let region = a_region(&site);
    let visitor = signed_in(&site, &region.coordinator);
    site.app.clock.advance(TimeDelta::hours(12) - TimeDelta::seconds(1));
    assert_eq!(visitor.visit(&Link::Desk).await.status, StatusCode::OK);
    site.app.clock.advance(TimeDelta::seconds(1));
    assert_eq!(visitor.visit(&Link::Desk).await.location(), "/sign-in");
}

#[actix_web::test]
async fn signing_out_takes_a_press_of_the_button() {
    let site = Site::on_sqlite();
    let region = a_region(&site);
    let visitor = signed_in(&site, &region.coordinator);
    let desk = visitor.visit(&Link::Desk).await;
    assert_eq!(visitor.send(&desk, &[]).await.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert_eq!(
        visitor.visit(&Link::SignOut).await.status,
        StatusCode::METHOD_NOT_ALLOWED
    );
    assert_eq!(visitor.visit(&Link::Desk).await.status, StatusCode::OK);
}

#[actix_web::test]
async fn whoever_was_signed_in_is_told_that_the_session_has_ended() {
    let site = Site::on_sqlite();
    let region = a_region(&site);
    let visitor = signed_in(&site, &region.coordinator);
    assert!(visitor.visit(&Link::Home).await.says("href=\"/desk\""));
    site.app.clock.advance(contact_point::SESSION_LASTS);
    assert_eq!(visitor.visit(&Link::Desk).await.location(), "/sign-in");
    assert!(visitor.visit(&Link::SignIn).await.says("Du ble logget ut."));
    assert!(!visitor.visit(&Link::SignIn).await.says("Du ble logget ut."));
    assert!(visitor.visit(&Link::Home).await.says("href=\"/sign-in\""));
    let stranger = site.visitor();
    stranger.visit(&Link::Desk).await;
    assert!(!stranger.visit(&Link::SignIn).await.says("Du ble logget ut."));
}
