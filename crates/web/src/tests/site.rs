//! A service of its own for one test, and browsers that visit it.

use std::{cell::RefCell, collections::BTreeMap, fs, io::Read as _, path::Path, rc::Rc};

use actix_web::{
    HttpResponse,
    body::to_bytes,
    cookie::Cookie,
    http::{
        Method, StatusCode,
        header::{self, HeaderMap, HeaderValue},
    },
    test,
};
use chrono::{DateTime, Utc};
use flate2::read::GzDecoder;
use model::{Chance, Clock, Link};
use tempfile::TempDir;
use testkit::TestDb;
use vault::{OpeningKeys, Vault};

use crate::{App, Bounds, Limits, TrustedProxies, configure};

/// A running service, with a clock that stands at 18.00 on Tuesday 12 January 2027 in Oslo.
pub struct Site {
    pub app: App,
    pub db: TestDb,
    keys: TempDir,
}

impl Site {
    pub fn on(db: TestDb) -> Self {
        let keys = TempDir::new().unwrap();
        let chance = Chance::seeded(7);
        let noon: DateTime<Utc> = "2027-01-12T17:00:00Z".parse().unwrap();
        let clock = Clock::standing_at(noon);
        let limits = Limits::new(&clock, TrustedProxies::default());
        let app = App {
            db: db.clone(),
            vault: Vault::open_or_create(keys.path(), &chance).unwrap(),
            clock,
            chance,
            public_url: "https://oppstart.example".to_owned(),
            sender_name: "Oppstart".parse().unwrap(),
            acceptance_percent: 80,
            demo: None,
            bounds: Bounds::default(),
            limits,
        };
        Self { app, db, keys }
    }

    /// The hand that makes and destroys keys: a worker's, in the same folder.
    pub fn keys(&self) -> OpeningKeys {
        OpeningKeys::load(self.keys.path()).unwrap()
    }

    pub fn on_sqlite() -> Self {
        Self::on(TestDb::migrated(testkit::DatabaseKind::Sqlite))
    }

    /// The bytes of an SQLite database's files, but for the one that is shared memory.
    pub fn stored(&self) -> BTreeMap<String, Vec<u8>> {
        let file = self.db.address().strip_prefix("sqlite:").unwrap();
        let folder = fs::read_dir(Path::new(file).parent().unwrap()).unwrap();
        let files = folder.map(|entry| entry.unwrap().path().display().to_string());
        files
            .filter(|name| !name.ends_with("-shm"))
            .map(|name| (name.clone(), fs::read(&name).unwrap()))
            .collect()
    }

    /// A browser that has never been here.
    pub fn visitor(&self) -> Visitor {
        Visitor {
            app: self.app.clone(),
            cookies: Rc::default(),
        }
    }
}

/// A browser. Its clones are its tabs: they share its cookies.
#[derive(Clone)]
pub struct Visitor {
    app: App,
    pub cookies: Rc<RefCell<BTreeMap<String, String>>>,
}

impl Visitor {
    pub async fn get(&self, path: &str) -> Answer {
        self.ask(test::TestRequest::get().uri(path)).await
    }

    pub async fn visit(&self, link: &Link) -> Answer {
        self.get(&link.path()).await
    }

    pub async fn head(&self, path: &str) -> Answer {
        self.ask(test::TestRequest::default().method(Method::HEAD).uri(path))
            .await
    }

    /// Sends a form's fields as they are.
    pub async fn post(&self, path: &str, fields: &[(&str, &str)]) -> Answer {
        let body = form_encoded(fields);
        let form = (header::CONTENT_TYPE, "application/x-www-form-urlencoded");
        self.ask(
            test::TestRequest::post()
                .uri(path)
                .insert_header(form)
                .set_payload(body),
        )
        .await
    }

    /// Sends the first form of a page that was shown, token included.
    pub async fn send(&self, shown: &Answer, fields: &[(&str, &str)]) -> Answer {
        self.send_nth(shown, 0, fields).await
    }

    /// Sends one of several forms of a page that was shown, token included.
    pub async fn send_nth(&self, shown: &Answer, nth: usize, fields: &[(&str, &str)]) -> Answer {
        let (action, token) = shown.forms().swap_remove(nth);
        let fields = [&[("form", token.as_str())], fields].concat();
        self.post(&action, &fields).await
    }

    pub async fn ask(&self, mut request: test::TestRequest) -> Answer {
        for (name, value) in self.cookies.borrow().iter() {
            request = request.cookie(Cookie::new(name.clone(), value.clone()));
        }
        let service = test::init_service(actix_web::App::new().configure(configure(self.app.clone()))).await;
        let response = match test::try_call_service(&service, request.to_request()).await {
            Ok(answered) => answered.into_parts().1,
            Err(fault) => HttpResponse::from_error(fault),
        };
        for cookie in response.cookies() {
            let mut jar = self.cookies.borrow_mut();
            if cookie.max_age().is_some_and(actix_web::cookie::time::Duration::is_zero) {
                jar.remove(cookie.name());
            } else {
                jar.insert(cookie.name().to_owned(), cookie.value().to_owned());
            }
        }
        let (status, headers) = (response.status(), response.headers().clone());
        let body = to_bytes(response.into_body())
            .await
            .unwrap_or_else(|_| panic!("a body"));
        let mut text = String::new();
        let read = if headers.contains_key(header::CONTENT_ENCODING) {
            GzDecoder::new(&*body).read_to_string(&mut text)
        } else {
            body.as_ref().read_to_string(&mut text)
        };
        read.unwrap();
        Answer {
            status,
            headers,
            weight: body.len(),
            body: text,
        }
    }
}

/// What came back.
#[derive(Debug)]
pub struct Answer {
    pub status: StatusCode,
    pub headers: HeaderMap,
    /// The bytes of the body as they were sent.
    pub weight: usize,
    /// The body as text, no longer compressed.
    pub body: String,
}

impl Answer {
    pub fn header(&self, name: &str) -> &str {
        let value = self.headers.get(name).map(HeaderValue::to_str);
        value.map_or("", |text| text.unwrap())
    }

    pub fn location(&self) -> &str {
        self.header("location")
    }

    /// Where each form that acts is sent to, and its token.
    pub fn forms(&self) -> Vec<(String, String)> {
        let value = |text: &str, before: &str| {
            let (_, rest) = text.split_once(before).unwrap_or_else(|| panic!("{before} in {text}"));
            rest.split_once('"').unwrap().0.to_owned()
        };
        let forms = self.body.split("<form method=\"post\"").skip(1);
        forms
            .map(|form| (value(form, "action=\""), value(form, "name=\"form\" value=\"")))
            .collect()
    }

    /// The token of the first form that acts.
    pub fn token(&self) -> String {
        self.forms().swap_remove(0).1
    }

    pub fn says(&self, text: &str) -> bool {
        self.body.contains(text)
    }
}

pub fn form_encoded(fields: &[(&str, &str)]) -> String {
    let pair = |(name, value): &(&str, &str)| format!("{}={}", percent(name), percent(value));
    fields.iter().map(pair).collect::<Vec<_>>().join("&")
}

fn percent(text: &str) -> String {
    text.bytes()
        .map(|byte| {
            if byte.is_ascii_alphanumeric() {
                char::from(byte).to_string()
            } else {
                format!("%{byte:02X}")
            }
        })
        .collect()
}
