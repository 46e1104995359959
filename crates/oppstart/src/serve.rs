//! `oppstart serve`: pages, schedule and letters until a signal comes.

use std::io::Write as _;

use model::{Chance, Clock};
use tokio::{
    signal::unix::{Signal, SignalKind, signal},
    sync::watch,
};

use crate::{
    Settings,
    service::{Half, Service, StartFault, serve as start_server},
};

/// Runs the service, or one half of it, until SIGTERM or SIGINT. Requests in flight and a letter in hand are
/// finished (promise R6).
///
/// # Errors
/// [`StartFault`].
pub async fn serve(settings: Settings, half: Option<Half>) -> Result<(), StartFault> {
    let mut signals = Signals::listen()?;
    let mut service = Service::open(settings, half, Clock::system(), Chance::from_system()?)?;
    let (tell, told) = watch::channel(false);
    let worker = service.worker();
    let working = tokio::spawn(async move {
        if let Some(worker) = worker {
            worker.run(told).await;
        }
    });
    if half == Some(Half::Worker) {
        tracing::info!("working, without pages");
        signals.wait().await;
    } else {
        serve_pages(&service, &mut signals).await?;
    }
    tell.send_replace(true);
    working
        .await
        .map_err(|fault| StartFault::Server(std::io::Error::other(fault)))
}

async fn serve_pages(service: &Service, signals: &mut Signals) -> Result<(), StartFault> {
    let listener = service.listen()?;
    if let Some(link) = service.set_up_link(service.clock.now())? {
        announce(&link).map_err(StartFault::Server)?;
    }
    let server = start_server(service.app(None), listener)?;
    let handle = server.handle();
    tracing::info!(listen = %service.settings.listen, "serving");
    let mut serving = tokio::spawn(server);
    tokio::select! {
        ended = &mut serving => return ended.map_err(std::io::Error::other).flatten().map_err(StartFault::Server),
        () = signals.wait() => {}
    }
    handle.stop(true).await;
    Ok(())
}

/// The one secret that is ever printed (promise C7): whoever sees the console sets the service up.
fn announce(link: &str) -> std::io::Result<()> {
    let mut out = std::io::stdout().lock();
    writeln!(out, "Set up the first contact point here, within 30 minutes: {link}")
}

/// The signals that end the service. They are listened for from the moment this is made.
struct Signals {
    terminate: Signal,
    interrupt: Signal,
}

impl Signals {
    fn listen() -> Result<Self, StartFault> {
        let on = |kind| signal(kind).map_err(StartFault::Server);
        Ok(Self {
            terminate: on(SignalKind::terminate())?,
            interrupt: on(SignalKind::interrupt())?,
        })
    }

    async fn wait(&mut self) {
        tokio::select! {
            _ = self.terminate.recv() => {}
            _ = self.interrupt.recv() => {}
        }
    }
}
