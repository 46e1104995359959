//! Broken input: every form refuses it, says so, and stores nothing (promises C1, S6, S10).
//!
//! The forms stand in `forms/table.rs`. A route that takes a form and has no row there fails.

mod table;

use std::collections::BTreeSet;

use actix_web::{http::Method, test::TestRequest};

use self::table::{Row, table};
use super::{
    routes,
    site::{Answer, form_encoded},
};

/// What a broken form is answered with.
#[derive(Clone, Copy, Debug, PartialEq)]
enum Refused {
    /// The form again, with a list of what is wrong.
    Again,
    /// A page that says that it can't be read.
    Unreadable,
    /// A page that says that it is not this browser's.
    Forbidden,
    /// A page that says that it is too much.
    TooLarge,
}

impl Refused {
    fn is(self, answer: &Answer) -> bool {
        let says = |status, text| answer.status == status && answer.says(text);
        match self {
            Self::Again => says(422, "<title>Feil: ") && answer.says("id=\"faults\""),
            Self::Unreadable => says(422, "Vi kan ikke lese skjemaet"),
            Self::Forbidden => says(403, "Siden er for gammel"),
            Self::TooLarge => says(413, "Det var for mye å sende"),
        }
    }
}

type Fields = Vec<(&'static str, String)>;

/// Ways to break what was typed; the token is right.
fn broken(row: &Row) -> Vec<(String, Fields, Refused)> {
    let again = if row.has_faults {
        Refused::Again
    } else {
        Refused::Unreadable
    };
    let mut ways = vec![("nothing".to_owned(), Vec::new(), again)];
    let unknown = [row.fields.clone(), vec![("diagnosis", "x".to_owned())]].concat();
    ways.push(("an unknown field".to_owned(), unknown, Refused::Unreadable));
    for (name, value) in &row.fields {
        let others = || row.fields.iter().filter(|(other, _)| other != name).cloned();
        let with = |value: String| others().chain([(*name, value)]).collect::<Fields>();
        if !row.optional.contains(name) {
            ways.push((format!("no {name}"), others().collect(), again));
        }
        if !row.many.contains(name) {
            let twice = [row.fields.clone(), vec![(*name, value.clone())]].concat();
            ways.push((format!("{name} twice"), twice, Refused::Unreadable));
        }
        for (what, value) in [
            ("a control character", format!("{value}\u{7}x")),
            ("a nought", format!("\0{value}")),
            ("too much", format!("{value}{}", "x".repeat(10_000))),
        ] {
            ways.push((format!("{what} in {name}"), with(value), again));
        }
        let all_too_large = with("x".repeat(17_000));
        ways.push((format!("far too much in {name}"), all_too_large, Refused::TooLarge));
    }
    ways
}

/// Sends what was typed, as it is, with this token.
async fn post(row: &Row, tokens: &[&str], fields: &Fields) -> Answer {
    let tokens = tokens.iter().map(|token| ("form", *token));
    let typed = fields.iter().map(|(name, value)| (*name, value.as_str()));
    let sent: Vec<_> = tokens.chain(typed).collect();
    row.visitor.post(&row.link.path(), &sent).await
}

#[actix_web::test]
async fn what_is_broken_is_refused_and_stored_nowhere() {
    for row in table().await {
        let (route, token) = (row.link.route(), row.token());
        let before = row.site.stored();
        for (what, fields, refused) in broken(&row) {
            let answer = post(&row, &[&token], &fields).await;
            assert!(
                refused.is(&answer),
                "{route}: {what}: {}\n{}",
                answer.status,
                answer.body
            );
            assert!(row.site.stored() == before, "{route}: {what} was stored");
        }
        // What was refused can be put right.
        let done = post(&row, &[&token], &row.fields).await;
        assert_eq!(done.status, row.done, "{route}: {}", done.body);
    }
}

#[actix_web::test]
async fn a_form_that_is_not_this_browsers_is_refused_and_stored_nowhere() {
    for row in table().await {
        let (route, token) = (row.link.route(), row.token());
        let altered = token.replacen(|letter: char| letter != 'A', "A", 1);
        let stranger = row.site.visitor();
        let before = row.site.stored();
        for tokens in [&[][..], &[""], &[&altered], &[&token, &token]] {
            let answer = post(&row, tokens, &row.fields).await;
            assert!(Refused::Forbidden.is(&answer), "{route}: {tokens:?}: {}", answer.status);
        }
        let empty = row.visitor.post(&row.link.path(), &[]).await;
        assert!(
            Refused::Forbidden.is(&empty),
            "{route}: an empty body: {}",
            empty.status
        );
        stranger.get("/").await;
        let own_cookies = stranger.cookies.borrow().clone();
        *stranger.cookies.borrow_mut() = row.visitor.cookies.borrow().clone();
        stranger.cookies.borrow_mut().extend(own_cookies);
        let stolen = Row {
            visitor: stranger,
            ..row
        };
        let answer = post(&stolen, &[&token], &stolen.fields).await;
        assert!(
            Refused::Forbidden.is(&answer),
            "{route}: another browser: {}",
            answer.status
        );
        assert!(stolen.site.stored() == before, "{route}: something was stored");
    }
}

#[actix_web::test]
async fn what_was_not_sent_as_our_forms_are_is_refused_and_stored_nowhere() {
    for row in table().await {
        let (route, path, token) = (row.link.route(), row.link.path(), row.token());
        let typed = row.fields.iter().map(|(name, value)| (*name, value.as_str()));
        let body = form_encoded(&[("form", token.as_str())].into_iter().chain(typed).collect::<Vec<_>>());
        let before = row.site.stored();
        let sent = |kind: &'static str, site: &'static str, body: String| {
            let request = TestRequest::post().uri(&path).insert_header(("sec-fetch-site", site));
            let request = request.insert_header(("content-type", kind));
            row.visitor.ask(request.set_payload(body))
        };
        let ours = "application/x-www-form-urlencoded";
        for kind in ["text/plain", "multipart/form-data; boundary=x", "application/json", "x"] {
            let answer = sent(kind, "same-origin", body.clone()).await;
            assert!(Refused::Unreadable.is(&answer), "{route}: {kind}: {}", answer.status);
        }
        let answer = sent(ours, "cross-site", body.clone()).await;
        assert!(
            Refused::Forbidden.is(&answer),
            "{route}: from elsewhere: {}",
            answer.status
        );
        let not_text = sent(ours, "same-origin", format!("{body}%FF")).await;
        assert!(
            Refused::Unreadable.is(&not_text),
            "{route}: no text: {}",
            not_text.status
        );
        for method in [Method::PUT, Method::PATCH, Method::DELETE] {
            let request = TestRequest::default().method(method.clone()).uri(&path);
            let request = request.insert_header(("content-type", ours)).set_payload(body.clone());
            let answer = row.visitor.ask(request).await;
            assert_eq!(answer.status, 405, "{route}: {method}");
        }
        assert!(row.site.stored() == before, "{route}: something was stored");
    }
}

#[actix_web::test]
async fn every_route_that_takes_a_form_is_in_the_table() {
    let rows: BTreeSet<&str> = table().await.iter().map(|row| row.link.route()).collect();
    let mut taking = BTreeSet::new();
    let site = table::demonstrated();
    for route in routes::all() {
        // Any words stand for a code or an identity: whether there is one is asked after the form.
        let path = route.replace(['{', '}'], "");
        let status = site.visitor().post(&path, &[]).await.status;
        if status != 405 {
            taking.insert(route);
        }
    }
    assert_eq!(rows, taking);
}
