//! Headers, limits and pages about faults.

use std::{
    io::{Read as _, Write as _},
    net::{TcpListener, TcpStream},
    time::Duration,
};

use actix_web::{HttpResponse, http::StatusCode, test::TestRequest, web};
use model::Language;

use super::site::{Answer, Site};
use crate::{assets, fault, guard};

fn is_guarded(answer: &Answer) {
    for (name, value) in [
        ("x-content-type-options", "nosniff"),
        ("referrer-policy", "no-referrer"),
        ("cross-origin-opener-policy", "same-origin"),
        ("strict-transport-security", "max-age=63072000"),
        ("cache-control", "no-store"),
    ] {
        assert_eq!(answer.header(name), value, "{name} at {}", answer.status);
    }
    let policy = answer.header("content-security-policy");
    for part in ["default-src 'none'", "frame-ancestors 'none'", "base-uri 'none'"] {
        assert!(policy.contains(part), "{policy}");
    }
    assert!(!policy.contains("unsafe") && !policy.contains("data:"), "{policy}");
}

fn is_a_page(answer: &Answer) {
    assert_eq!(answer.header("content-type"), "text/html; charset=utf-8");
    assert!(answer.says("<main"), "{}", answer.body);
    assert!(!answer.says("⟦") && !answer.says("<script"));
}

#[actix_web::test]
async fn every_answer_has_the_headers_faults_included() {
    let site = Site::on_sqlite();
    let visitor = site.visitor();
    let large = "x".repeat(site.app.bounds.body + 1);
    for (answer, status) in [
        (visitor.get("/").await, 200),
        (visitor.get("/?code=abc-2-3d").await, 303),
        (visitor.post("/", &[]).await, 405),
        (visitor.get("/nowhere").await, 404),
        (visitor.get("/?code=1").await, 422),
        (visitor.post("/", &[("x", &large)]).await, 413),
        (
            visitor
                .ask(
                    TestRequest::post()
                        .uri("/")
                        .insert_header(("sec-fetch-site", "cross-site")),
                )
                .await,
            403,
        ),
    ] {
        assert_eq!(answer.status, StatusCode::from_u16(status).unwrap());
        is_guarded(&answer);
        if status != 303 {
            is_a_page(&answer);
        }
    }
}

#[actix_web::test]
async fn without_tls_there_is_no_promise_of_it() {
    let mut site = Site::on_sqlite();
    "http://localhost:8080".clone_into(&mut site.app.public_url);
    let visitor = site.visitor();
    let answer = visitor.get("/").await;
    assert_eq!(answer.header("strict-transport-security"), "");
    assert!(visitor.cookies.borrow().contains_key("browser"));
}

#[actix_web::test]
async fn cookies_are_for_this_service_alone() {
    let site = Site::on_sqlite();
    let answer = site.visitor().get("/?lang=en").await;
    let cookies: Vec<&str> = answer
        .headers
        .get_all("set-cookie")
        .map(|cookie| cookie.to_str().unwrap())
        .collect();
    assert_eq!(cookies.len(), 2, "{cookies:?}");
    for cookie in cookies {
        assert!(cookie.starts_with("__Host-"), "{cookie}");
        for part in ["HttpOnly", "Secure", "SameSite=Lax", "Path=/"] {
            assert!(cookie.contains(part), "{cookie}");
        }
    }
}

#[actix_web::test]
async fn a_chosen_language_stays_chosen() {
    let site = Site::on_sqlite();
    let visitor = site.visitor();
    assert!(visitor.get("/").await.says("<html lang=\"nb\">"));
    assert!(visitor.get("/?lang=en").await.says("<html lang=\"en\">"));
    assert!(visitor.get("/").await.says("<html lang=\"en\">"));
    assert!(visitor.get("/nowhere").await.says("<html lang=\"en\">"));
    assert!(visitor.get("/?lang=nn").await.says("<html lang=\"nn\">"));
    assert!(visitor.get("/").await.says("Velkomen"));
}

#[actix_web::test]
async fn every_page_offers_every_language_by_its_own_name() {
    let site = Site::on_sqlite();
    let visitor = site.visitor();
    for page in [
        visitor.get("/").await,
        visitor.get("/sign-in").await,
        visitor.get("/nowhere").await,
    ] {
        for (tag, name) in [("nb", "Bokmål"), ("nn", "Nynorsk"), ("en", "English")] {
            assert!(
                page.says(&format!("<a href=\"?lang={tag}\" lang=\"{tag}\" hreflang=\"{tag}\"")),
                "{tag}"
            );
            assert!(page.says(&format!(">{name}</a>")), "{name}");
        }
    }
}

#[actix_web::test]
async fn every_fault_has_a_page_in_every_language() {
    let site = Site::on_sqlite();
    for language in Language::ALL {
        let request = TestRequest::get()
            .uri(&format!("/?lang={}", language.tag()))
            .to_http_request();
        let browser = crate::browser::Browser::of(&site.app, &request);
        for kind in fault::Kind::ALL {
            let page = fault::page(&browser, kind);
            assert_eq!(page.status(), kind.status());
        }
    }
}

#[actix_web::test]
async fn a_fault_leads_to_whom_to_call_and_to_the_same_page_anew() {
    let site = Site::on_sqlite();
    let browser = crate::browser::Browser::of(&site.app, &TestRequest::get().to_http_request());
    for (kind, shown) in [
        (fault::Kind::Closed, "href=\"/contact\""),
        (fault::Kind::Full, "href=\"/contact\""),
        (fault::Kind::Changed, "href=\"?\""),
    ] {
        let page = fault::page(&browser, kind).into_body();
        let page = actix_web::body::to_bytes(page).await.unwrap();
        assert!(str::from_utf8(&page).unwrap().contains(shown), "{kind:?}");
    }
    let _region = testkit::Region::made(&site.db, 1);
    let contact = site.visitor().get("/contact").await;
    assert!(contact.says("href=\"mailto:personvern@nordre.example\"") && contact.says("href=\"tel:22334455\""));
}

#[actix_web::test]
async fn stylesheet_and_icon_may_be_kept_and_have_their_content_in_their_addresses() {
    let site = Site::on_sqlite();
    let visitor = site.visitor();
    for (path, kind) in [
        (assets::style(), "text/css; charset=utf-8"),
        (assets::icon(), "image/svg+xml"),
    ] {
        let file = visitor.get(&path).await;
        assert_eq!((file.status, file.header("content-type")), (StatusCode::OK, kind));
        assert_eq!(file.header("cache-control"), assets::KEPT);
        assert_eq!(file.header("set-cookie"), "");
        assert_eq!(file.header("content-encoding"), "");
        assert!(visitor.get("/").await.says(&path));
    }
    assert_eq!(visitor.get("/static/style-0.css").await.status, StatusCode::NOT_FOUND);
}

#[actix_web::test]
async fn the_stylesheet_is_small_and_comes_compressed_to_whoever_reads_that() {
    let site = Site::on_sqlite();
    let visitor = site.visitor();
    let plain = visitor.get(&assets::style()).await;
    let asked = actix_web::test::TestRequest::get()
        .uri(&assets::style())
        .insert_header(("accept-encoding", "br, gzip;q=0.8"));
    let file = visitor.ask(asked).await;
    assert_eq!(
        (file.header("content-encoding"), file.header("vary")),
        ("gzip", "accept-encoding")
    );
    assert!(file.weight < 12_000, "{} bytes", file.weight);
    assert!(file.body == plain.body && plain.weight == plain.body.len());
}

#[actix_web::test]
async fn a_panic_and_a_standstill_become_pages() {
    let site = Site::on_sqlite();
    let mut app = site.app.clone();
    app.bounds.request = Duration::from_millis(20);
    let service = actix_web::test::init_service(
        actix_web::App::new()
            .app_data(web::Data::new(app.clone()))
            .route("/panic", web::get().to(panics))
            .route("/stands", web::get().to(stands))
            .wrap(actix_web::middleware::from_fn(move |req, next| {
                guard::pass(app.clone(), req, next)
            })),
    )
    .await;
    for (path, status) in [("/panic", 500), ("/stands", 408)] {
        let request = TestRequest::get().uri(path).to_request();
        let fault = actix_web::test::try_call_service(&service, request).await.unwrap_err();
        let response = HttpResponse::from_error(fault);
        assert_eq!(response.status().as_u16(), status);
        let headers = response.headers().clone();
        let body = actix_web::body::to_bytes(response.into_body()).await.unwrap();
        let answer = Answer {
            status: StatusCode::OK,
            headers,
            weight: body.len(),
            body: String::from_utf8(body.to_vec()).unwrap(),
        };
        is_guarded(&answer);
        is_a_page(&answer);
        assert!(!answer.says("made up"));
    }
}

async fn panics() -> HttpResponse {
    panic!("made up")
}

async fn stands() -> HttpResponse {
    std::future::pending().await
}

#[actix_web::test]
async fn the_server_stops_when_it_is_told() {
    let site = Site::on_sqlite();
    let listener = TcpListener::bind("127.0.0.1:0").unwrap();
    let address = listener.local_addr().unwrap();
    let server = crate::serve(site.app.clone(), listener, 1).unwrap();
    let handle = server.handle();
    let running = actix_web::rt::spawn(server);
    let answer = web::block(move || {
        let mut stream = TcpStream::connect(address).unwrap();
        stream
            .write_all(b"GET /health HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n")
            .unwrap();
        let mut answer = String::new();
        stream.read_to_string(&mut answer).unwrap();
        answer
    })
    .await
    .unwrap();
    assert!(answer.starts_with("HTTP/1.1 200"), "{answer}");
    handle.stop(true).await;
    running.await.unwrap().unwrap();
}
