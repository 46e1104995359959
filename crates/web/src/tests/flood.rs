//! Many at once, and too many (promise S8).

use actix_web::{
    http::header::{HeaderName, HeaderValue},
    test::TestRequest,
};
use chrono::TimeDelta;
use model::{Link, ShortCode};
use testkit::{both_databases, letters_owed};
use tokio::task::LocalSet;

use super::{
    notes::Town,
    site::{Answer, Site, Visitor, form_encoded},
    staff::{a_course, with_address},
};
use crate::Limits;

/// Asks for something that acts, from an address and with what a proxy may have said.
async fn act(visitor: &Visitor, from: &str, forwarded: Option<&str>) -> Answer {
    let mut request = TestRequest::post()
        .uri("/my-note")
        .peer_addr(format!("{from}:4711").parse().unwrap());
    if let Some(forwarded) = forwarded {
        request = request.insert_header(("x-forwarded-for", forwarded));
    }
    visitor.ask(request).await
}

/// How many of so many are let in.
async fn let_in(visitor: &Visitor, many: usize, from: &str, forwarded: impl Fn(usize) -> Option<String>) -> usize {
    let mut passed = 0;
    for number in 0..many {
        let answer = act(visitor, from, forwarded(number).as_deref()).await;
        passed += usize::from(answer.status != 429);
    }
    passed
}

/// The code of an open collection at a course of thirty.
fn collection_of_thirty(town: &Town) -> ShortCode {
    let (app, by) = (&town.site.app, &town.region.coordinator);
    let course = a_course(&town.site, &town.region, 30);
    let open = |tx: &mut _| {
        course::open_collection(tx, &app.chance, by, (course, None), app.clock.now())?;
        course::get_course(tx, by, course)
    };
    let (_, collections) = app.db.write_now(open).unwrap();
    collections[0].code.clone()
}

/// Leaves a note as one of many, whose browsers are their own and whose address is the same.
async fn leave(visitor: Visitor, collection: Link, place: String, number: usize) -> Answer {
    let shown = visitor.visit(&collection).await;
    let email = format!("kari{number}@example.no");
    let fields = [
        ("place", place.as_str()),
        ("time", "tue-evening"),
        ("email", &email),
        ("consent", "2"),
    ];
    visitor.send(&shown, &fields).await
}

both_databases!(a_whole_class_leaves_its_notes_at_once_from_one_address, async |db| {
    let town = Town::on(db);
    let (collection, place) = (
        Link::Collection(collection_of_thirty(&town)),
        town.region.place.to_string(),
    );
    let class = LocalSet::new();
    let everybody: Vec<_> = (0..30)
        .map(|number| class.spawn_local(leave(town.site.visitor(), collection.clone(), place.clone(), number)))
        .collect();
    class.await;
    for one in everybody {
        assert_eq!(one.await.unwrap().status, 303);
    }
    assert_eq!(letters_owed(&town.site.db).len(), 30);
});

#[actix_web::test]
async fn a_flood_from_one_network_is_told_to_wait_and_stores_nothing() {
    let town = Town::on_sqlite();
    let visitor = town.site.visitor();
    let shown = visitor.visit(&town.collection()).await;
    assert_eq!(let_in(&visitor, 310, "192.0.2.1", |_| None).await, 300);
    let before = town.site.stored();
    let place = town.region.place.to_string();
    let token = shown.token();
    let fields = [&[("form", token.as_str())][..], &town.typed(&place, "kari@example.no")].concat();
    let note = || {
        TestRequest::post()
            .uri(&town.collection().path())
            .peer_addr("192.0.2.99:4711".parse().unwrap())
            .insert_header(("content-type", "application/x-www-form-urlencoded"))
            .set_payload(form_encoded(&fields))
    };
    let refused = visitor.ask(note()).await;
    assert_eq!((refused.status.as_u16(), refused.header("retry-after")), (429, "1"));
    assert!(refused.says("Det gikk litt fort") && refused.says("Vent et minutt"));
    assert_eq!(
        refused.header("content-security-policy").split(';').next(),
        Some("default-src 'none'")
    );
    assert!(town.site.stored() == before);
    assert_eq!(act(&visitor, "192.0.3.1", None).await.status, 422, "others are let in");
    assert_eq!(visitor.get("/").await.status, 200, "and whoever reads is");
    town.site.app.clock.advance(TimeDelta::seconds(1));
    assert_eq!(visitor.ask(note()).await.status, 303);
}

#[actix_web::test]
async fn what_a_stranger_says_of_where_it_comes_from_is_not_believed() {
    let site = Site::on_sqlite();
    let made_up = |number: usize| Some(format!("198.51.{}.1", number % 200));
    assert_eq!(let_in(&site.visitor(), 310, "192.0.2.1", made_up).await, 300);
}

#[actix_web::test]
async fn a_proxy_of_the_settings_is_believed_in_whom_it_was_asked_by() {
    let mut site = Site::on_sqlite();
    site.app.limits = Limits::new(&site.app.clock, "10.0.0.1".parse().unwrap());
    let visitor = site.visitor();
    let by = |number: usize| Some(format!("198.51.100.1, 192.0.{}.1", number % 2));
    assert_eq!(let_in(&visitor, 610, "10.0.0.1", by).await, 600);
    assert_eq!(let_in(&visitor, 10, "10.0.0.2", by).await, 10, "another is on its own");
}

/// All of an answer but the values of its cookies, which are sealed and differ each time; their lengths don't.
fn seen(answer: &Answer) -> String {
    let line = |(name, value): (&HeaderName, &HeaderValue)| {
        let value = value.to_str().unwrap();
        match (name.as_str(), value.split_once('=')) {
            ("set-cookie", Some((cookie, rest))) => {
                let (sealed, attributes) = rest.split_once(';').unwrap();
                format!("{name}: {cookie}, {} letters;{attributes}", sealed.len())
            }
            _ => format!("{name}: {value}"),
        }
    };
    let mut headers: Vec<String> = answer.headers.iter().map(line).collect();
    headers.sort();
    format!("{} {headers:?} {}", answer.status, answer.body)
}

#[actix_web::test]
async fn the_fourth_note_of_a_day_for_an_address_gets_the_same_answer_and_no_letter() {
    let town = Town::on_sqlite();
    let mut answers = Vec::new();
    for _ in 0..4 {
        answers.push(seen(&town.leave(&town.site.visitor(), "kari@example.no").await));
    }
    assert_eq!(town.unconfirmed().len(), 3);
    assert!(answers.iter().all(|answer| *answer == answers[0]), "{answers:#?}");
    town.leave(&town.site.visitor(), "ola@example.no").await;
    assert_eq!(town.unconfirmed().len(), 4, "others get theirs");
    town.site.app.clock.advance(TimeDelta::hours(12));
    town.leave(&town.site.visitor(), "kari@example.no").await;
    assert_eq!(town.unconfirmed().len(), 5, "another day has begun");
}

async fn ask_for_code(site: &Site, email: &str) -> (Visitor, Answer) {
    let visitor = site.visitor();
    let shown = visitor.visit(&Link::SignIn).await;
    let answer = visitor.send(&shown, &[("email", email)]).await;
    (visitor, answer)
}

#[actix_web::test]
async fn the_fourth_code_of_a_day_gets_the_same_answer_and_no_letter() {
    let town = Town::on_sqlite();
    with_address(
        &town.site,
        &town.region,
        "kari@example.no",
        town.region.igangsetter.roles,
    );
    let welcome = letters_owed(&town.site.db).len();
    for (email, letters) in [("kari@example.no", 3), ("nobody@example.no", 6)] {
        let mut answers = Vec::new();
        for _ in 0..4 {
            let (visitor, answer) = ask_for_code(&town.site, email).await;
            let code_page = visitor.visit(&Link::SignInCode).await;
            let wrong = visitor.send(&code_page, &[("code", "000000")]).await;
            assert!(wrong.says("id=\"faults\""), "{}", wrong.body);
            answers.push(seen(&answer));
        }
        assert!(answers.iter().all(|answer| *answer == answers[0]), "{answers:#?}");
        assert_eq!(letters_owed(&town.site.db).len(), welcome + letters);
    }
}

#[actix_web::test]
async fn a_code_that_was_used_does_not_count() {
    let town = Town::on_sqlite();
    with_address(
        &town.site,
        &town.region,
        "kari@example.no",
        town.region.igangsetter.roles,
    );
    let known = |site: &Site| super::staff::asked(site);
    for _ in 0..6 {
        let before = known(&town.site);
        let (visitor, _) = ask_for_code(&town.site, "kari@example.no").await;
        let new = known(&town.site).into_iter().find(|code| !before.contains(code));
        let code = town.site.app.vault.sign_in_code(new.expect("a letter is owed"));
        let shown = visitor.visit(&Link::SignInCode).await;
        assert_eq!(visitor.send(&shown, &[("code", &code)]).await.location(), "/desk");
    }
}

#[actix_web::test]
async fn codes_are_not_guessed_by_trying_many() {
    let town = Town::on_sqlite();
    let mut typed = 0;
    let refused = 'guessing: loop {
        let (visitor, _) = ask_for_code(&town.site, &format!("kari{typed}@example.no")).await;
        for _ in 0..4 {
            let shown = visitor.visit(&Link::SignInCode).await;
            let answer = visitor.send(&shown, &[("code", "000000")]).await;
            if answer.status == 429 {
                break 'guessing answer;
            }
            typed += 1;
        }
        assert!(typed < 100);
    };
    assert_eq!((typed, refused.header("retry-after")), (60, "60"));
}
