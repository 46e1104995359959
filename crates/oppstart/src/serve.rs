//! `oppstart serve`: pages, schedule and letters until a signal comes.

use std::io::{self, Write as _};

use actix_web::dev::Server;
use model::{Chance, Clock};
use tokio::{sync::watch, task::JoinError};

use crate::{
    Settings,
    service::{Half, Service, StartFault, serve as start_server},
    set_up::announcement,
    signals::Signals,
};

/// Runs the service, or one half of it, until SIGTERM or SIGINT. Requests in flight and a letter in hand are
/// finished, side by side (promise R6). A part that ends by itself ends the service: better no page than one whose
/// letters never leave.
///
/// # Errors
/// [`StartFault`].
pub async fn serve(settings: Settings, half: Option<Half>) -> Result<(), StartFault> {
    let mut signals = Signals::listen().map_err(StartFault::Server)?;
    let mut service = Service::open(settings, half, Clock::system(), Chance::from_system()?)?;
    // Nothing begins before all that can be refused has been.
    let server = match half {
        Some(Half::Worker) => None,
        None | Some(Half::Web) => Some(pages(&service)?),
    };
    let handle = server.as_ref().map(Server::handle);
    let (tell, told) = watch::channel(false);
    let mut working = service.worker().map(|worker| tokio::spawn(worker.run(told)));
    let mut serving = server.map(tokio::spawn);
    tokio::select! {
        () = signals.wait() => {}
        () = end_of(working.as_mut()) => return Err(StartFault::Ended("worker")),
        () = end_of(serving.as_mut()) => return Err(StartFault::Ended("server")),
    }
    tell.send_replace(true);
    let last_requests = async {
        if let Some(handle) = handle {
            handle.stop(true).await;
        }
    };
    let last_letter = async {
        if let Some(working) = working {
            end_of(Some(working)).await;
        }
    };
    tokio::join!(last_requests, last_letter);
    Ok(())
}

/// Binds the address, and shows the set-up link if nobody has used one.
fn pages(service: &Service) -> Result<Server, StartFault> {
    let listener = service.listen()?;
    if let Some(link) = service.set_up_link(service.clock.now())? {
        writeln!(io::stdout().lock(), "{}", announcement(&link)).map_err(StartFault::Server)?;
    }
    let (app, settings) = (service.app(None), &service.settings);
    if app.is_secure() && settings.trusted_proxies.is_empty() {
        tracing::warn!(
            "a proxy must stand in front for https, and trusted_proxies names none: all people count as one"
        );
    }
    tracing::info!(listen = %settings.listen, mail = ?settings.mail_route, "serving");
    start_server(app, listener)
}

/// Waits for the end of a part; for ever, if this process has none of it.
async fn end_of<T>(part: Option<impl Future<Output = Result<T, JoinError>>>) {
    match part {
        None => std::future::pending().await,
        Some(part) => {
            if part.await.is_err() {
                tracing::error!("a part of the service panicked");
            }
        }
    }
}
