//! `oppstart demo`: a made-up region in a temporary database, in which a newcomer plays all roles in a browser.

mod history;
mod notes;
mod places;
mod region;

use std::{
    io::{self, Write as _},
    net::{Ipv4Addr, SocketAddr, TcpListener},
    sync::Arc,
};

use chrono::{NaiveTime, TimeDelta};
use model::{Chance, Clock, Link, ReceiptCode, ShortCode, oslo_date, oslo_instant};
use notifier::{Delivered, Mailbox, Route};
use store::{
    DbConn, contact_point as points,
    staff::{self, Member},
};
use tokio::sync::watch;
use web::{Demo, DemoLetter};

use self::{
    history::{History, PAST},
    region::{Maker, Region},
};
use crate::{
    PassFault, Settings, Worker,
    service::{Service, StartFault, serve},
    settings::SettingsFault,
    signals::Signals,
};

/// The first port that is tried.
const PORT: u16 = 8080;

/// When in its day the demo begins.
const MORNING: TimeDelta = TimeDelta::hours(10);

/// Why the demo does not start.
#[derive(Debug, thiserror::Error)]
pub enum DemoFault {
    /// The service does not start.
    #[error(transparent)]
    Start(#[from] StartFault),
    /// The settings of the demo are wrong: a fault of ours.
    #[error(transparent)]
    Settings(#[from] SettingsFault),
    /// The made-up region breaks a rule: a fault of ours.
    #[error("the made-up region breaks a rule of the product")]
    MadeUp,
    /// No folder or no port could be had.
    #[error("the demo can't begin: {0}")]
    Io(#[from] io::Error),
    /// The made-up region was refused.
    #[error(transparent)]
    ContactPoint(#[from] contact_point::Fault),
    /// The made-up courses were refused.
    #[error(transparent)]
    Course(#[from] course::Fault),
    /// The made-up history was refused.
    #[error(transparent)]
    Groups(#[from] groups::Fault),
    /// The schedule of the made-up history stopped half-way.
    #[error(transparent)]
    Pass(#[from] PassFault),
    /// The database failed.
    #[error(transparent)]
    Store(#[from] store::Fault),
}

/// What the start page of the demo offers.
#[derive(Clone, Debug)]
pub struct MadeUp {
    /// Everybody who can be played, with the name of their contact point.
    pub staff: Vec<(Member, String)>,
    /// The codes of the open collections, with their courses' titles. The first has a planned start.
    pub collections: Vec<(ShortCode, String)>,
    /// The codes of those who left no address. The first two are invited.
    pub receipts: Vec<ReceiptCode>,
}

/// Plays until it is interrupted; then everything is gone.
///
/// # Errors
/// [`DemoFault`].
pub async fn run(port: Option<u16>) -> Result<(), DemoFault> {
    let mut signals = Signals::listen().map_err(StartFault::Server)?;
    let folder = tempfile::Builder::new().prefix("oppstart-demo-").tempdir()?;
    let listener = listen(port)?;
    let address = format!("http://{}", listener.local_addr()?);
    let mailbox = Mailbox::new();
    let settings = settings(folder.path(), &address, mailbox.clone())?;
    let mut service = Service::open(
        settings,
        None,
        Clock::system(),
        Chance::from_system().map_err(StartFault::from)?,
    )?;
    let worker = service.worker().ok_or(DemoFault::MadeUp)?;
    let demo = play(&service, worker.clone(), mailbox).await?;
    let server = serve(service.app(Some(Arc::new(demo))), listener)?;
    let handle = server.handle();
    let serving = tokio::spawn(server);
    let (tell, told) = watch::channel(false);
    let working = tokio::spawn(worker.run(told));
    announce(&format!("{address}{}", Link::Demo.path()))?;
    signals.wait().await;
    handle.stop(true).await;
    tell.send_replace(true);
    working.await.map_err(io::Error::other)?;
    serving.await.map_err(io::Error::other)??;
    Ok(())
}

/// Makes up the region and its past. The service's clock is set back for it. At the end it is today again, at ten in
/// the morning: reminders go out by day, also where somebody plays by night.
///
/// # Errors
/// [`DemoFault`].
pub async fn make_up(service: &Service, worker: &Worker) -> Result<MadeUp, DemoFault> {
    let now = service.clock.now();
    let morning = oslo_instant(oslo_date(now), NaiveTime::MIN) + MORNING;
    service.clock.advance(morning - now - PAST);
    let begin = Maker {
        vault: &service.vault,
        chance: &service.chance,
        now: service.clock.now(),
    };
    let region = service.db.write_now(|tx| begin.region(tx))?;
    let history = History {
        service,
        worker,
        region,
    };
    let codes = history.tell().await?;
    let staff = service.db.read_now(|tx| players(tx, &history.region))?;
    Ok(MadeUp {
        staff,
        collections: codes.collections,
        receipts: codes.receipts,
    })
}

/// Everybody on the staff with the name of their contact point, in the order in which the line is played.
fn players(tx: &mut DbConn, region: &Region) -> Result<Vec<(Member, String)>, DemoFault> {
    let first = region.coordinators.first().ok_or(DemoFault::MadeUp)?;
    let points = points::list(tx, first.region)?;
    let at = |member: &Member| points.iter().find(|point| point.id == member.contact_point);
    let mut staff = staff::list(tx, first.region)?;
    staff.sort_by_key(|member| (!member.roles.coordinator, !member.roles.leader, member.name.clone()));
    let named = |member: Member| at(&member).map(|point| (member.clone(), point.name.clone()));
    Ok(staff.into_iter().filter_map(named).collect())
}

/// Makes up the region, and opens it for play: all roles, the clock, and everybody's letters as they lie in the mailbox.
///
/// # Errors
/// [`DemoFault`].
pub async fn play(service: &Service, worker: Worker, mailbox: Mailbox) -> Result<Demo, DemoFault> {
    let made = make_up(service, &worker).await?;
    Ok(Demo {
        staff: made.staff,
        collections: made.collections,
        receipts: made.receipts,
        letters: Box::new(move || mailbox.list().into_iter().map(letter).collect()),
        catch_up: Box::new(move || {
            let worker = worker.clone();
            Box::pin(async move { catch_up(&worker).await })
        }),
    })
}

/// Works until nothing is due any more. A fault is logged, and the next press of a button begins again.
async fn catch_up(worker: &Worker) {
    loop {
        match worker.pass().await {
            Ok(tally) if tally.delivered > 0 => {}
            Ok(_) => return,
            Err(fault) => return tracing::error!(%fault, "the demo's work stopped half-way"),
        }
    }
}

fn letter(letter: Delivered) -> DemoLetter {
    DemoLetter {
        id: letter.id,
        at: letter.at,
        to: letter.to,
        subject: letter.subject,
        text: letter.text,
        html: letter.html,
    }
}

fn settings(folder: &std::path::Path, address: &str, mailbox: Mailbox) -> Result<Settings, DemoFault> {
    let mut settings = Settings::read(
        None,
        [
            (
                "OPPSTART_DATABASE_URL".to_owned(),
                format!("sqlite:{}", folder.join("demo.sqlite").display()),
            ),
            ("OPPSTART_KEYS".to_owned(), folder.join("keys").display().to_string()),
            (
                "OPPSTART_JOURNAL".to_owned(),
                folder.join("journal").display().to_string(),
            ),
            ("OPPSTART_PUBLIC_URL".to_owned(), address.to_owned()),
        ]
        .into(),
    )?;
    settings.mail_route = Route::Memory(mailbox);
    Ok(settings)
}

fn listen(port: Option<u16>) -> io::Result<TcpListener> {
    let bind = |port| TcpListener::bind(SocketAddr::from((Ipv4Addr::LOCALHOST, port)));
    match port {
        Some(port) => bind(port),
        // Any free port does, if the usual ones are taken.
        None => (PORT..PORT + 10)
            .find_map(|port| bind(port).ok())
            .map_or_else(|| bind(0), Ok),
    }
}

fn announce(address: &str) -> io::Result<()> {
    let mut out = io::stdout().lock();
    writeln!(
        out,
        "Open {address} in a browser, and play all roles. End with Ctrl-C: nothing is kept."
    )
}
