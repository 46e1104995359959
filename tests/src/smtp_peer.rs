//! A real mail server (Debian's `python3-aiosmtpd`) that keeps what it is given.
//!
//! It never delays, and refuses only who does not log in as it wants; for a server that does more, see
//! `testkit::smtp`.

mod authority;
mod letter;

use std::ffi::OsStr;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::sync::Mutex;
use std::time::Duration;

use tempfile::TempDir;

pub use self::authority::Authority;
pub use self::letter::{Letter, Part};
use crate::repository;
use crate::said::Said;

/// Debian's own Python: another one may come first in `PATH`, without aiosmtpd.
const PYTHON: &str = "/usr/bin/python3";

/// How long a mail server may take to start on a busy machine.
const PATIENCE: Duration = Duration::from_secs(30);

/// Whom a protected mail server takes letters from, and by which password.
pub const USER: &str = "oppstart";
/// It has what must be written otherwise in a URL.
pub const PASSWORD: &str = "hem:me/lig@%å";

/// When a protected mail server begins to speak TLS.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Protection {
    /// When it is told to.
    StartTls,
    /// From the first byte.
    Tls,
}

/// A running mail server. It ends, and its letters go, when it is dropped.
#[derive(Debug)]
pub struct SmtpPeer {
    child: Child,
    said: Said,
    port: u16,
    folder: TempDir,
    /// Letters that have been read already, so that none is read twice.
    read: Mutex<Vec<Letter>>,
}

impl SmtpPeer {
    /// Starts the server and waits until it listens.
    ///
    /// # Panics
    /// When it cannot be started, with the packages that it needs.
    #[must_use]
    pub fn start() -> Self {
        Self::start_with(&[])
    }

    /// Starts a server that takes letters over TLS only, and only from [`USER`] with [`PASSWORD`].
    ///
    /// # Panics
    /// As [`SmtpPeer::start`].
    #[must_use]
    pub fn protected(protection: Protection, authority: &Authority) -> Self {
        let kind = match protection {
            Protection::StartTls => "starttls",
            Protection::Tls => "tls",
        };
        let (certificate, key) = (authority.server_certificate(), authority.server_key());
        let arguments = [kind.as_ref(), certificate.as_os_str(), key.as_os_str()];
        Self::start_with(&[&arguments[..], &[USER.as_ref(), PASSWORD.as_ref()]].concat())
    }

    fn start_with(arguments: &[&OsStr]) -> Self {
        let folder = TempDir::with_prefix("oppstart-mail-").expect("a temporary folder");
        let mut child = Command::new(PYTHON)
            .arg(repository().join("tests/peers/smtp_peer.py"))
            .arg(folder.path())
            .args(arguments)
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .spawn()
            .unwrap_or_else(|fault| {
                panic!("{PYTHON} cannot be run ({fault}); Debian: apt-get install python3-aiosmtpd")
            });
        let said = Said::by(child.stdout.take().expect("its output is piped"));
        let port = said.wait_for(PATIENCE, |line| line.strip_prefix("port ")?.parse().ok());
        let Some(port) = port else {
            drop(child.kill());
            drop(child.wait());
            panic!("The mail server of the tests did not start; Debian: apt-get install python3-aiosmtpd");
        };
        Self {
            child,
            said,
            port,
            folder,
            read: Mutex::default(),
        }
    }

    /// The port on 127.0.0.1 at which it listens.
    #[must_use]
    pub fn port(&self) -> u16 {
        self.port
    }

    /// All letters taken so far, in their order.
    ///
    /// # Panics
    /// When a letter is not readable as mail.
    #[must_use]
    pub fn letters(&self) -> Vec<Letter> {
        let mut read = self.read.lock().expect("nobody panics while reading");
        let files = files(self.folder.path());
        let new = files.iter().skip(read.len()).map(|path| Letter::read(path));
        read.extend(new);
        read.clone()
    }

    /// The letters to one recipient, in their order.
    #[must_use]
    pub fn letters_to(&self, address: &str) -> Vec<Letter> {
        let mut letters = self.letters();
        letters.retain(|letter| letter.rcpt_tos.iter().any(|recipient| recipient == address));
        letters
    }

    /// Waits until so many letters have come in all, and returns them.
    ///
    /// # Panics
    /// When they have not come within the patience given.
    #[must_use]
    pub fn wait_for_letters(&self, count: usize, patience: Duration) -> Vec<Letter> {
        let here = || files(self.folder.path()).len();
        if here() < count {
            // The server speaks up after each letter that it has filed.
            let come = self.said.wait_for(patience, |_| (here() >= count).then_some(()));
            assert!(come.is_some(), "waited for {count} letters, and {} came", here());
        }
        self.letters()
    }
}

impl Drop for SmtpPeer {
    fn drop(&mut self) {
        drop(self.child.stdin.take());
        drop(self.child.wait());
    }
}

/// The files of whole letters, by their numbers.
fn files(folder: &Path) -> Vec<PathBuf> {
    let entries = fs::read_dir(folder).expect("the folder of letters");
    let mut files: Vec<PathBuf> = entries
        .map(|entry| entry.expect("an entry of the folder").path())
        .collect();
    files.retain(|path| path.extension().is_some_and(|extension| extension == "json"));
    files.sort_unstable();
    files
}
