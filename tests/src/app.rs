//! The whole service in this process: real HTTP on a free port, a real mail server, a database of either kind, and a
//! clock that stands until a story moves it.

use std::{
    fs,
    net::TcpListener,
    sync::{Arc, mpsc},
    thread,
};

use actix_web::{dev::ServerHandle, rt::System};
use chrono::{DateTime, NaiveDateTime, TimeDelta, Utc};
use model::{Chance, Clock, oslo_instant};
use notifier::{Mailbox, Route};
use oppstart::{MadeUp, Service, Settings, Worker, play_demo, serve};
use tempfile::TempDir;
use testkit::{DatabaseKind, TestDb, postgres};
use tokio::runtime::{Builder, Runtime};

use crate::{page::Browser, smtp_peer::SmtpPeer};

/// A Tuesday in January, in the afternoon in Oslo.
const BEGINNING: &str = "2027-01-05T14:00:00Z";

/// The service, running. Everything ends when it is dropped.
pub struct TestApp {
    /// Its clock.
    pub clock: Clock,
    /// The mail server that takes its letters.
    pub mail: SmtpPeer,
    /// Its database.
    pub db: TestDb,
    service: Service,
    worker: Worker,
    runtime: Runtime,
    server: ServerHandle,
    thread: Option<thread::JoinHandle<()>>,
    url: String,
    name: String,
    _keys: TempDir,
}

impl TestApp {
    /// Starts the service on a database of this kind. Nobody has set it up.
    ///
    /// # Panics
    /// When it does not start.
    #[must_use]
    pub fn start(kind: DatabaseKind) -> Self {
        Self::start_at(kind, beginning(), None)
    }

    /// The same on another day than the stories' usual one: a moment in Oslo, as for [`TestApp::pass_until`].
    ///
    /// # Panics
    /// As [`TestApp::start`].
    #[must_use]
    pub fn start_on(kind: DatabaseKind, moment: &str) -> Self {
        Self::start_at(kind, oslo(moment), None)
    }

    /// The same by a name of its own, for a browser that finds it there; it holds the demonstration's region.
    ///
    /// # Panics
    /// As [`TestApp::start`], and when the region can't be made up.
    #[must_use]
    pub fn start_named(public_url: &str) -> (Self, MadeUp) {
        let app = Self::start_at(DatabaseKind::Sqlite, beginning(), Some(public_url));
        let made = app.runtime.block_on(oppstart::make_up(&app.service, &app.worker));
        (app, made.expect("the region can be made up"))
    }

    /// The demonstration's region, of a service that answers to its own address.
    ///
    /// # Panics
    /// As [`TestApp::start_named`].
    #[must_use]
    pub fn start_made_up() -> (Self, MadeUp) {
        let app = Self::start(DatabaseKind::Sqlite);
        let made = app.runtime.block_on(oppstart::make_up(&app.service, &app.worker));
        (app, made.expect("the region can be made up"))
    }

    /// The demonstration, as the command `demo` opens it; but its clock stands.
    ///
    /// # Panics
    /// As [`TestApp::start_named`].
    #[must_use]
    pub fn start_demo() -> Self {
        Self::start_as(DatabaseKind::Sqlite, beginning(), None, Some(&Mailbox::new()))
    }

    fn start_at(kind: DatabaseKind, beginning: DateTime<Utc>, public_url: Option<&str>) -> Self {
        Self::start_as(kind, beginning, public_url, None)
    }

    fn start_as(
        kind: DatabaseKind,
        beginning: DateTime<Utc>,
        public_url: Option<&str>,
        demo: Option<&Mailbox>,
    ) -> Self {
        let (db, mail, keys) = (
            TestDb::migrated(kind),
            SmtpPeer::start(),
            TempDir::new().expect("a folder for keys"),
        );
        let listener = TcpListener::bind("127.0.0.1:0").expect("a free port");
        let url = format!("http://{}", listener.local_addr().expect("its port"));
        let clock = Clock::standing_at(beginning);
        let name = public_url.unwrap_or(&url).to_owned();
        let mut settings = settings(&db, &mail, &keys, &name);
        if let Some(mailbox) = demo {
            settings.mail_route = Route::Memory(mailbox.clone());
        }
        let mut service = Service::open(settings, None, clock.clone(), Chance::seeded(2)).expect("the service opens");
        let worker = service.worker().expect("it has the keys for letters");
        let runtime = Builder::new_current_thread()
            .enable_all()
            .build()
            .expect("a runtime for the worker");
        let demo = demo.map(|mailbox| {
            let playing = runtime.block_on(play_demo(&service, worker.clone(), mailbox.clone()));
            Arc::new(playing.expect("the region can be made up"))
        });
        let app = service.app(demo);
        let (tell, told) = mpsc::channel();
        let thread = thread::spawn(move || {
            System::new().block_on(async move {
                let server = serve(app, listener).expect("the server starts");
                tell.send(server.handle()).expect("the story waits for it");
                server.await.expect("the server ends without a fault");
            });
        });
        let server = told.recv().expect("the server has started");
        Self {
            clock,
            mail,
            db,
            service,
            worker,
            runtime,
            server,
            thread: Some(thread),
            url,
            name,
            _keys: keys,
        }
    }

    /// Where it is reached.
    #[must_use]
    pub fn url(&self) -> &str {
        &self.url
    }

    /// What it calls itself: where it is reached, unless it was started by a name.
    #[must_use]
    pub fn name(&self) -> &str {
        &self.name
    }

    /// A browser that has never been here.
    #[must_use]
    pub fn browser(&self) -> Browser {
        Browser::new(&self.url)
    }

    /// The one-time set-up link, as the console shows it.
    ///
    /// # Panics
    /// When the service has been set up.
    #[must_use]
    pub fn set_up_link(&self) -> String {
        let link = self
            .service
            .set_up_link(self.clock.now())
            .expect("the link can be made");
        link.expect("nobody has set the service up")
    }

    /// Does what is due, and delivers until no letter is left that can be.
    ///
    /// # Panics
    /// When the worker fails.
    pub fn work(&self) {
        loop {
            let tally = self
                .runtime
                .block_on(self.worker.pass())
                .expect("the worker does its work");
            if tally.delivered == 0 {
                return;
            }
        }
    }

    /// Whether a text stands anywhere in the database, in clear: in SQLite's files, or in what PostgreSQL holds,
    /// its binary columns included.
    ///
    /// # Panics
    /// When the database can't be read.
    #[must_use]
    pub fn stores(&self, text: &str) -> bool {
        let address = self.db.address();
        let Some(file) = address.strip_prefix("sqlite:") else {
            let database = address.split(['/', '?']).nth(3).expect("its name");
            let dump = "SET xmlbinary TO hex; SELECT schema_to_xml('public', true, false, '')";
            let stored = postgres::shared().sql(database, dump).to_uppercase();
            let binary: Vec<String> = text.bytes().map(|byte| format!("{byte:02X}")).collect();
            return stored.contains(&text.to_uppercase()) || stored.contains(&binary.concat());
        };
        let parts = ["", "-wal", "-shm"].map(|end| fs::read(format!("{file}{end}")).unwrap_or_default());
        String::from_utf8_lossy(&parts.concat()).contains(text)
    }

    /// Moves the clock to a moment in Oslo, written as "2027-01-17 18:00": a day at a time, with each day's work.
    ///
    /// # Panics
    /// When the moment can't be read, or is past.
    pub fn pass_until(&self, moment: &str) {
        let moment = oslo(moment);
        assert!(self.clock.now() <= moment, "the clock does not go back to {moment}");
        while self.clock.now() < moment {
            let left = moment - self.clock.now();
            self.clock.advance(left.min(TimeDelta::days(1)));
            self.work();
        }
    }

    /// Moves the clock a day at a time, and does each day's work.
    pub fn pass_days(&self, days: u32) {
        for _ in 0..days {
            self.clock.advance(TimeDelta::days(1));
            self.work();
        }
    }
}

impl Drop for TestApp {
    fn drop(&mut self) {
        self.runtime.block_on(self.server.stop(false));
        if let Some(thread) = self.thread.take() {
            // A panic of the server has been reported already.
            drop(thread.join());
        }
    }
}

fn beginning() -> DateTime<Utc> {
    BEGINNING.parse().expect("a moment")
}

fn oslo(moment: &str) -> DateTime<Utc> {
    let moment = NaiveDateTime::parse_from_str(moment, "%Y-%m-%d %H:%M").expect("a date and a time");
    oslo_instant(moment.date(), moment.time())
}

fn settings(db: &TestDb, mail: &SmtpPeer, keys: &TempDir, url: &str) -> Settings {
    let environment = [
        ("DATABASE_URL", db.address().to_owned()),
        ("KEYS", keys.path().display().to_string()),
        ("JOURNAL", keys.path().join("journal").display().to_string()),
        ("PUBLIC_URL", url.to_owned()),
        ("MAIL_URL", format!("smtp://127.0.0.1:{}", mail.port())),
        ("MAIL_FROM", "post@oppstart.example".to_owned()),
    ];
    let environment = environment.map(|(name, value)| (format!("OPPSTART_{name}"), value));
    Settings::read(None, environment.into()).expect("the settings can be used")
}
