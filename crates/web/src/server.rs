//! The HTTP server.

use std::{io, net::TcpListener, time::Duration};

use actix_web::{HttpServer, dev::Server};

use crate::{app::App, routes::configure};

/// How long requests in flight may take once the server is told to stop (promise R6).
const LAST_REQUESTS: u64 = 20;

/// How long a connection may wait for its next request.
const IDLE: Duration = Duration::from_secs(5);

/// Starts serving on a socket with so many workers. The server runs when it is awaited or spawned;
/// `server.handle().stop(true)` lets requests in flight finish. It takes no notice of signals: that is the caller's.
///
/// # Errors
/// What the system says about the socket.
pub fn serve(app: App, listener: TcpListener, workers: usize) -> io::Result<Server> {
    let patience = app.bounds.request;
    let server = HttpServer::new(move || actix_web::App::new().configure(configure(app.clone())))
        .workers(workers)
        .disable_signals()
        .shutdown_timeout(LAST_REQUESTS)
        .client_request_timeout(patience)
        .keep_alive(patience.min(IDLE))
        .client_disconnect_timeout(Duration::from_secs(1))
        .listen(listener)?;
    Ok(server.run())
}
