//! How a process is told to end: SIGTERM by a supervisor, SIGINT by Ctrl-C.

use tokio::signal::unix::{Signal, SignalKind, signal};

use crate::service::StartFault;

/// The signals that end the service. They are listened for from the moment this is made.
pub struct Signals {
    terminate: Signal,
    interrupt: Signal,
}

impl Signals {
    /// Begins to listen.
    ///
    /// # Errors
    /// [`StartFault::Server`] if the system refuses.
    pub fn listen() -> Result<Self, StartFault> {
        let on = |kind| signal(kind).map_err(StartFault::Server);
        Ok(Self {
            terminate: on(SignalKind::terminate())?,
            interrupt: on(SignalKind::interrupt())?,
        })
    }

    /// Waits for either of them.
    pub async fn wait(&mut self) {
        tokio::select! {
            _ = self.terminate.recv() => {}
            _ = self.interrupt.recv() => {}
        }
    }
}
