//! A mail server that answers as it is told to, badly if need be.
//!
//! A [`Script`] says what happens at each [`Stage`] of a delivery; what it does
//! not mention goes well. The peer listens on the loopback only, speaks plain
//! SMTP (RFC 5321), and remembers the letters that it was given. It never
//! sleeps: silence is a socket held open until the client hangs up or the peer
//! is dropped.
//!
//! ```
//! use testkit::smtp::{Answer, Script, SmtpPeer, Stage};
//!
//! let peer = SmtpPeer::start(Script::new().at(Stage::Rcpt, Answer::line("550 5.1.1 No such user")));
//! // … point the service at peer.address() …
//! peer.follow(Script::new()); // from now on all goes well
//! assert!(peer.accepted().is_empty());
//! ```

mod dialogue;
mod script;

use std::collections::BTreeMap;
use std::net::{Ipv4Addr, Shutdown, SocketAddr, TcpListener, TcpStream};
use std::sync::{Arc, Condvar, Mutex, MutexGuard};
use std::thread::{self, JoinHandle};
use std::time::Duration;

pub use self::script::{Answer, Script, Stage};

/// What the peer was given in one transaction.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Letter {
    /// The name the client gave itself in EHLO or HELO.
    pub ehlo: String,
    /// The envelope's sender, without angle brackets.
    pub mail_from: String,
    /// The envelope's recipients that the peer took, without angle brackets.
    pub rcpt_to: Vec<String>,
    /// Headers and body with CRLF line ends, dots unstuffed.
    pub data: Vec<u8>,
    /// Whether the peer answered the final dot with a 2xx. A letter that was
    /// received whole but refused or never answered is kept with `false`.
    pub accepted: bool,
}

/// A scripted SMTP server on a port of its own. It ends when dropped.
#[derive(Debug)]
pub struct SmtpPeer {
    address: SocketAddr,
    shared: Arc<Shared>,
    listening: Option<JoinHandle<()>>,
}

/// What the threads of one peer have in common.
#[derive(Debug)]
struct Shared {
    state: Mutex<State>,
    changed: Condvar,
}

#[derive(Debug, Default)]
struct State {
    script: Script,
    letters: Vec<Letter>,
    connections: usize,
    /// A handle on each open connection, by its number, to hang up from outside.
    open: BTreeMap<usize, TcpStream>,
    conversations: Vec<JoinHandle<()>>,
    ended: bool,
}

impl SmtpPeer {
    /// Starts a peer that follows the script.
    ///
    /// # Panics
    /// When no port can be opened on the loopback.
    #[must_use]
    pub fn start(script: Script) -> Self {
        let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).expect("a port on the loopback");
        let address = listener.local_addr().expect("the port that was opened");
        let state = Mutex::new(State {
            script,
            ..State::default()
        });
        let shared = Arc::new(Shared {
            state,
            changed: Condvar::new(),
        });
        let theirs = Arc::clone(&shared);
        let listening = Some(thread::spawn(move || listen(&listener, &theirs)));
        Self {
            address,
            shared,
            listening,
        }
    }

    /// Where the peer listens.
    #[must_use]
    pub fn address(&self) -> SocketAddr {
        self.address
    }

    /// The port alone, on 127.0.0.1.
    #[must_use]
    pub fn port(&self) -> u16 {
        self.address.port()
    }

    /// Changes the script; it holds from the next connection on.
    pub fn follow(&self, script: Script) {
        self.shared.lock().script = script;
    }

    /// The letters that were answered with a 2xx, in their order.
    #[must_use]
    pub fn accepted(&self) -> Vec<Letter> {
        self.shared
            .lock()
            .letters
            .iter()
            .filter(|letter| letter.accepted)
            .cloned()
            .collect()
    }

    /// All letters that arrived whole, accepted or not, in their order.
    #[must_use]
    pub fn received(&self) -> Vec<Letter> {
        self.shared.lock().letters.clone()
    }

    /// How many connections were opened so far.
    #[must_use]
    pub fn connections(&self) -> usize {
        self.shared.lock().connections
    }

    /// Waits until so many letters were accepted, and returns them.
    ///
    /// # Panics
    /// When they do not come within the patience given.
    #[must_use]
    pub fn wait_for_accepted(&self, count: usize, patience: Duration) -> Vec<Letter> {
        self.wait_until(patience, &format!("{count} accepted letters"), |state| {
            state.letters.iter().filter(|letter| letter.accepted).count() >= count
        });
        self.accepted()
    }

    /// Waits until so many connections were opened.
    ///
    /// # Panics
    /// When they do not come within the patience given.
    pub fn wait_for_connections(&self, count: usize, patience: Duration) {
        self.wait_until(patience, &format!("{count} connections"), |state| {
            state.connections >= count
        });
    }

    fn wait_until(&self, patience: Duration, what: &str, reached: impl Fn(&State) -> bool) {
        let waited = self
            .shared
            .changed
            .wait_timeout_while(self.shared.lock(), patience, |state| !reached(state));
        let (state, timeout) = waited.expect("no conversation has panicked");
        assert!(
            !timeout.timed_out(),
            "waited for {what}; there were {} connections and {} letters",
            state.connections,
            state.letters.len()
        );
    }
}

impl Drop for SmtpPeer {
    fn drop(&mut self) {
        let conversations = {
            let mut state = self.shared.lock();
            state.ended = true;
            for stream in state.open.values() {
                // The client may have hung up first.
                drop(stream.shutdown(Shutdown::Both));
            }
            std::mem::take(&mut state.conversations)
        };
        // The listener wakes up for one more connection, and sees that it is over.
        drop(TcpStream::connect(self.address));
        for thread in self.listening.take().into_iter().chain(conversations) {
            drop(thread.join());
        }
    }
}

impl Shared {
    fn lock(&self) -> MutexGuard<'_, State> {
        self.state.lock().expect("no conversation has panicked")
    }

    fn record(&self, letter: Letter) {
        self.lock().letters.push(letter);
        self.changed.notify_all();
    }
}

fn listen(listener: &TcpListener, shared: &Arc<Shared>) {
    for stream in listener.incoming() {
        let Ok(stream) = stream else { continue };
        let mut state = shared.lock();
        if state.ended {
            return;
        }
        let Ok(handle) = stream.try_clone() else { continue };
        state.connections += 1;
        let number = state.connections;
        state.open.insert(number, handle);
        state.conversations.retain(|conversation| !conversation.is_finished());
        let script = state.script.clone();
        let theirs = Arc::clone(shared);
        state.conversations.push(thread::spawn(move || {
            // A client that vanishes ends its conversation; that is no fault of the peer.
            drop(dialogue::hold(&stream, &script, &theirs));
            // Both handles must go before the client sees the end.
            theirs.lock().open.remove(&number);
        }));
        drop(state);
        shared.changed.notify_all();
    }
}

#[cfg(test)]
mod tests;
