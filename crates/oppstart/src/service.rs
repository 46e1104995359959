//! The parts of the service, put together: from settings to a server and a worker.

use std::{
    fs::{DirBuilder, OpenOptions},
    io,
    net::TcpListener,
    os::unix::fs::{DirBuilderExt as _, OpenOptionsExt as _},
    path::{Path, PathBuf},
    sync::Arc,
    thread,
};

use actix_web::dev::Server;
use chrono::{DateTime, Utc};
use model::{Chance, Clock, Link};
use notifier::{Notifier, Parts, Route};
use store::{DatabaseUrl, Db, Journal, backup};
use vault::{OpeningKeys, Vault};
use web::{App, Demo};

use crate::{Settings, Worker, keys::open_vault};

/// Which half of the service a process runs.
#[derive(Clone, Copy, Debug, PartialEq, Eq, clap::ValueEnum)]
pub enum Half {
    /// Pages only. Holds no key that opens addresses (promise C2).
    Web,
    /// Schedule and letters only.
    Worker,
}

/// Why the service does not start. One line for the operator (promise R10).
#[derive(Debug, thiserror::Error)]
pub enum StartFault {
    /// The database's or the letters' folder or file can't be made or written to.
    #[error("{folder}: {cause}")]
    Folder {
        /// Which folder.
        folder: String,
        /// What the system said.
        cause: io::Error,
    },
    /// The keys can't be used.
    #[error(transparent)]
    Keys(#[from] vault::KeyFault),
    /// The database can't be used.
    #[error(transparent)]
    Store(#[from] store::Fault),
    /// The database belongs to other keys.
    #[error(
        "keys: {folder} holds other keys than the database was made with; put back its own, or begin a new database"
    )]
    OtherKeys {
        /// Which folder.
        folder: String,
    },
    /// A backup was being put back into this database, and that was cut off or failed (promise R8).
    #[error("a restore into this database was not finished: run `oppstart restore` again{0}")]
    Unfinished(String),
    /// A part of the service ended by itself.
    #[error("the {0} ended by itself")]
    Ended(&'static str),
    /// The set-up link can't be made.
    #[error(transparent)]
    SetUp(#[from] contact_point::Fault),
    /// The address to listen on is taken, or not ours.
    #[error("listen: {address}: {cause}")]
    Listen {
        /// Which address.
        address: String,
        /// What the system said.
        cause: io::Error,
    },
    /// The server can't be started, or ended by itself.
    #[error("the server stopped: {0}")]
    Server(io::Error),
    /// The operating system gives no randomness.
    #[error("the operating system gives no randomness: {0}")]
    Chance(#[from] model::ChanceFault),
}

/// What all parts share.
pub struct Service {
    /// The settings.
    pub settings: Settings,
    /// The memory, with the schema that this program needs.
    pub db: Db,
    /// The keys, but for those that open addresses.
    pub vault: Vault,
    /// The time.
    pub clock: Clock,
    /// Randomness.
    pub chance: Chance,
    pub(crate) opening_keys: Option<OpeningKeys>,
}

impl Service {
    /// Opens the database and the keys. With [`Half::Web`] no private sealing key is read or made.
    ///
    /// # Errors
    /// [`StartFault`].
    pub fn open(settings: Settings, half: Option<Half>, clock: Clock, chance: Chance) -> Result<Self, StartFault> {
        refuse_unfinished(&settings.database_url, None)?;
        if let DatabaseUrl::Sqlite(path) = &settings.database_url {
            make_private(path).map_err(|cause| StartFault::Folder {
                folder: path.display().to_string(),
                cause,
            })?;
        }
        let db = Db::open(&settings.database_url)?;
        let db = db.with_journal(Journal::open(&settings.journal, clock.clone())?);
        db.migrate()?;
        refuse_unfinished(&settings.database_url, Some(&db))?;
        let vault = open_vault(&db, &settings.keys, half, (&chance, clock.today()))?;
        let opening_keys = match half {
            Some(Half::Web) => None,
            None | Some(Half::Worker) => {
                check_letters(&settings.mail_route)?;
                Some(OpeningKeys::load(&settings.keys)?)
            }
        };
        Ok(Self {
            settings,
            db,
            vault,
            clock,
            chance,
            opening_keys,
        })
    }

    /// The pages' part.
    #[must_use]
    pub fn app(&self, demo: Option<Arc<Demo>>) -> App {
        App {
            db: self.db.clone(),
            vault: self.vault.clone(),
            clock: self.clock.clone(),
            chance: self.chance.clone(),
            public_url: self
                .settings
                .public_url
                .to(&Link::Home)
                .trim_end_matches('/')
                .to_owned(),
            sender_name: self.settings.mail_from_name.clone(),
            acceptance_percent: self.settings.acceptance_percent,
            demo,
            bounds: web::Bounds::default(),
            limits: web::Limits::new(&self.clock, self.settings.trusted_proxies.clone()),
        }
    }

    /// The part that works by the clock; `None` in a process that holds no key to open addresses.
    /// It takes those keys along: there is one worker in a process.
    #[must_use]
    pub fn worker(&mut self) -> Option<Worker> {
        let opening_keys = self.opening_keys.take()?;
        let settings = &self.settings;
        let notifier = Notifier::new(Parts {
            db: self.db.clone(),
            vault: self.vault.clone(),
            opening_keys,
            clock: self.clock.clone(),
            chance: self.chance.clone(),
            route: settings.mail_route.clone(),
            sender: settings.sender(),
        });
        let route = settings.mail_route.clone();
        Some(Worker::new(
            self.db.clone(),
            self.clock.clone(),
            self.chance.clone(),
            notifier,
            route,
        ))
    }

    /// Binds the address of the settings.
    ///
    /// # Errors
    /// [`StartFault::Listen`].
    pub fn listen(&self) -> Result<TcpListener, StartFault> {
        let address = self.settings.listen;
        TcpListener::bind(address).map_err(|cause| StartFault::Listen {
            address: address.to_string(),
            cause,
        })
    }

    /// The address of the one-time set-up link, made anew; `None` once there is a contact point.
    ///
    /// # Errors
    /// [`StartFault::SetUp`].
    pub fn set_up_link(&self, now: DateTime<Utc>) -> Result<Option<String>, StartFault> {
        let id = self
            .db
            .write_now(|tx| contact_point::offer_set_up(tx, &self.chance, now))?;
        Ok(id.map(|id| {
            self.settings
                .public_url
                .to(&Link::SetUpToken(self.vault.set_up_token(id)))
        }))
    }
}

/// Refuses a database into which a backup is being put back. Before it is opened only SQLite's file can be looked for.
///
/// # Errors
/// [`StartFault::Unfinished`]; [`StartFault::Store`].
pub(crate) fn refuse_unfinished(url: &DatabaseUrl, db: Option<&Db>) -> Result<(), StartFault> {
    if let DatabaseUrl::Sqlite(path) = url {
        let unfinished = unfinished_file(path);
        if unfinished.exists() {
            let told = format!(", or remove {}", unfinished.display());
            return Err(StartFault::Unfinished(told));
        }
    }
    match db.map(|db| db.read_now(backup::is_unfinished)).transpose()? {
        Some(true) => Err(StartFault::Unfinished(String::new())),
        _ => Ok(()),
    }
}

/// The file in which an SQLite database is put back, until all is done.
pub(crate) fn unfinished_file(path: &Path) -> PathBuf {
    let mut name = path.to_path_buf().into_os_string();
    name.push(".restoring");
    name.into()
}

/// Sees that letters can be written where they go as files: better no start than letters that never leave.
fn check_letters(route: &Route) -> Result<(), StartFault> {
    let Route::Files(files) = route else { return Ok(()) };
    let folder = files.folder();
    make_folder(folder)
        .and_then(|()| tempfile::tempfile_in(folder).map(drop))
        .map_err(|cause| StartFault::Folder {
            folder: folder.display().to_string(),
            cause,
        })
}

fn make_folder(folder: &Path) -> io::Result<()> {
    DirBuilder::new().recursive(true).mode(0o700).create(folder)
}

/// Makes the database's file, and its folder if that is not there, for nobody else's eyes.
///
/// A file that is there is not opened: closing it would drop the locks that SQLite holds on it elsewhere in this process
/// (POSIX locks go with any descriptor that is closed), and another process could then reset what is being read.
pub(crate) fn make_private(file: &Path) -> io::Result<()> {
    if let Some(folder) = file.parent() {
        make_folder(folder)?;
    }
    let made = OpenOptions::new().write(true).create_new(true).mode(0o600).open(file);
    match made {
        Err(fault) if fault.kind() == io::ErrorKind::AlreadyExists => Ok(()),
        made => made.map(drop),
    }
}

/// As many workers as there are cores, at most four: pages are small, and the database is the limit.
///
/// # Errors
/// [`StartFault::Server`].
pub fn serve(app: App, listener: TcpListener) -> Result<Server, StartFault> {
    let cores = thread::available_parallelism().map_or(1, usize::from);
    web::serve(app, listener, cores.min(4)).map_err(StartFault::Server)
}
