//! What the log may know (promise C7).

use std::{
    io,
    sync::{Arc, LazyLock, Mutex},
};

use model::Purpose;
use tracing_subscriber::{filter::LevelFilter, fmt::MakeWriter, layer::SubscriberExt as _};

use super::notes::Town;

#[derive(Clone, Default)]
struct Lines(Arc<Mutex<Vec<u8>>>);

impl io::Write for Lines {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.0.lock().unwrap().extend_from_slice(bytes);
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

impl<'a> MakeWriter<'a> for Lines {
    type Writer = Self;

    fn make_writer(&'a self) -> Self {
        self.clone()
    }
}

/// All that this process logs, at every level and from every thread.
static LOG: LazyLock<Lines> = LazyLock::new(|| {
    let lines = Lines::default();
    let layer = tracing_subscriber::fmt::layer()
        .with_ansi(false)
        .with_writer(lines.clone());
    let subscriber = tracing_subscriber::registry().with(layer).with(LevelFilter::TRACE);
    tracing::subscriber::set_global_default(subscriber).unwrap();
    lines
});

#[actix_web::test]
async fn the_log_knows_routes_and_nothing_of_who_or_what() {
    let log = LOG.clone();
    let town = Town::on_sqlite();
    let visitor = town.site.visitor();
    town.leave(&visitor, "canary-address@example.no").await;
    let note = town.unconfirmed()[0];
    let link = town.link(note, Purpose::Confirm);
    let shown = town.follow(&visitor, note, Purpose::Confirm).await;
    visitor.send(&shown, &[("answer", "yes")]).await;
    visitor.get("/canary-path?canary-query=1").await;
    visitor.get("/health").await;
    visitor.get("/n/canary-token").await;
    let logged = String::from_utf8(log.0.lock().unwrap().clone()).unwrap();
    for route in [
        "route=\"/i/{code}\"",
        "route=\"/n/{token}\"",
        "route=\"/confirm\"",
        "status=303",
    ] {
        assert!(logged.contains(route), "{route}");
    }
    let of_health = |line: &&str| line.contains("route=\"/health\"");
    let asked: Vec<&str> = logged.lines().filter(of_health).collect();
    assert!(
        !asked.is_empty() && asked.iter().all(|line| line.contains("DEBUG")),
        "{asked:?}"
    );
    let cookies = visitor.cookies.borrow();
    let form = shown.token();
    let secrets = cookies
        .values()
        .map(String::as_str)
        .filter(|value| value.len() > 8)
        .chain([&link["/n/".len()..], &form, town.region.code.as_str(), "canary"]);
    for secret in secrets {
        assert!(!logged.contains(secret), "{secret} is in the log");
    }
    assert!(!logged.contains(&note.to_string()));
}
