//! The door to the database: a pool of connections, and transactions that are run again when they collide.

use std::{
    error::Error,
    fmt,
    io::{BufRead, Write},
    path::PathBuf,
    str::FromStr,
    sync::atomic::{AtomicU64, Ordering},
    time::Duration,
};

use diesel::{
    Connection,
    connection::TransactionManager,
    r2d2::{ManageConnection, Pool, PooledConnection, R2D2Connection as _},
};

use crate::{DbConn, Fault, Journal, Result, backup, dialect, fault::may_succeed_again, journal};

type Transactions = <DbConn as Connection>::TransactionManager;

/// How often a transaction that collided with others is run in all. Of those that collide one gets through each time,
/// so this is enough for a class that leaves its notes at once (promise S8).
pub(crate) const TRIES: u32 = 40;
const POOL_SIZE: u32 = 8;
const PATIENCE: Duration = Duration::from_secs(5);

/// Where the data lie.
#[derive(Clone, PartialEq, Eq)]
pub enum DatabaseUrl {
    /// `sqlite:PATH`: one file.
    Sqlite(PathBuf),
    /// `postgres://…` or `postgresql://…`, as libpq takes it.
    Postgres(String),
}

impl FromStr for DatabaseUrl {
    type Err = Fault;

    /// # Errors
    /// [`Fault::UnknownScheme`]: a typo must not make an empty SQLite file of that name. Nor is there a database in
    /// memory: each connection would have its own.
    fn from_str(raw: &str) -> Result<Self> {
        if raw.starts_with("postgres://") || raw.starts_with("postgresql://") {
            return Ok(Self::Postgres(raw.to_owned()));
        }
        let path = raw
            .strip_prefix("sqlite:")
            .map(|path| path.strip_prefix("//").unwrap_or(path));
        match path {
            Some(path) if !path.is_empty() && path != ":memory:" => Ok(Self::Sqlite(path.into())),
            _ => Err(Fault::UnknownScheme(scheme(raw))),
        }
    }
}

/// How an address begins, and no more of it: what follows the scheme may hold a password.
fn scheme(raw: &str) -> String {
    raw.chars()
        .take_while(|c| c.is_ascii_alphanumeric() || "+-.".contains(*c))
        .take(20)
        .collect()
}

impl fmt::Debug for DatabaseUrl {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Sqlite(path) => write!(f, "sqlite:{}", path.display()),
            Self::Postgres(_) => f.write_str("postgres://…"),
        }
    }
}

/// What [`Db::look`] finds.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Condition {
    /// The kind and version of the database, such as `SQLite 3.53.2`.
    pub engine: String,
    /// False if [`Db::migrate`] has something to do.
    pub is_current: bool,
}

/// A pool of connections. Cheap to clone.
#[derive(Clone)]
pub struct Db {
    pool: Pool<Manager>,
    journal: Option<Journal>,
}

impl Db {
    /// Opens the database; makes the file of an SQLite database that is not there yet.
    ///
    /// # Errors
    /// [`Fault::Open`] and [`Fault::OldSqlite`].
    pub fn open(url: &DatabaseUrl) -> Result<Self> {
        let manager = Manager(url.clone());
        // A connection outside the pool first: it fails at once, with the reason.
        manager.connect()?;
        let pool = Pool::builder()
            .max_size(POOL_SIZE)
            // None is opened in the background: it would make the file of a database that was taken away meanwhile.
            .min_idle(Some(0))
            .connection_timeout(PATIENCE)
            .test_on_check_out(matches!(url, DatabaseUrl::Postgres(_)))
            .error_handler(Box::new(diesel::r2d2::NopErrorHandler))
            .build(manager)
            .map_err(|fault| Fault::Open(fault.to_string()))?;
        Ok(Self { pool, journal: None })
    }

    /// The same with a journal: what a transaction erases or delivers is written there before it commits, or nothing is
    /// done at all (promise R8).
    #[must_use]
    pub fn with_journal(self, journal: Journal) -> Self {
        Self {
            journal: Some(journal),
            ..self
        }
    }

    /// Its journal, if it has one.
    #[must_use]
    pub const fn journal(&self) -> Option<&Journal> {
        self.journal.as_ref()
    }

    /// Brings the schema up to what this program needs: all of it or nothing. Instances that start together
    /// do so one after another.
    ///
    /// # Errors
    /// [`Fault::Migration`]; [`Fault::NewerSchema`] if a newer program has been here (promise R10).
    pub fn migrate(&self) -> Result<()> {
        let mut c = self.connection()?;
        dialect::begin_alone(&mut c)?;
        let done = dialect::migrate(&mut c);
        finish(&mut c, None, done)
    }

    /// Takes back the newest migration, with its data.
    ///
    /// # Errors
    /// [`Fault::Migration`].
    pub fn migrate_back(&self) -> Result<()> {
        dialect::migrate_back(&mut *self.connection()?)
    }

    /// The name of the newest migration that the database has; `None` of an empty one.
    ///
    /// # Errors
    /// [`Fault::Migration`].
    pub fn schema(&self) -> Result<Option<String>> {
        let mut c = self.connection()?;
        // To ask for migrations makes the table of migrations, where there is none.
        dialect::begin_alone(&mut c)?;
        let newest = dialect::newest_migration(&mut c);
        Transactions::rollback_transaction(&mut *c)?;
        newest
    }

    /// Writes a copy of the database, of one moment, while others go on writing (promise R8). Of SQLite it takes as much
    /// memory as the file is large.
    ///
    /// # Errors
    /// [`Fault::Copy`] and [`Fault::Driver`].
    pub fn copy_to(&self, out: &mut dyn Write) -> Result<()> {
        let mut c = self.connection()?;
        dialect::begin_read(&mut c)?;
        let done = backup::write(&mut c, out);
        Transactions::rollback_transaction(&mut *c)?;
        done
    }

    /// Puts a copy of PostgreSQL's rows, made with this schema, into an empty database. It is marked as unfinished
    /// before the first row, and stays so until [`backup::finish`]. SQLite's copy is a file that is there already: it
    /// is marked only.
    ///
    /// # Errors
    /// [`Fault::NotEmpty`], [`Fault::NewerSchema`], [`Fault::Copy`] and [`Fault::Driver`].
    pub fn copy_from(&self, rows: &mut dyn BufRead, schema: &str) -> Result<()> {
        let mut c = self.connection()?;
        dialect::begin_alone(&mut c)?;
        let done = match &mut *c {
            DbConn::Sqlite(_) => backup::begin(&mut c),
            DbConn::Postgres(_) => backup::make_room(&mut c, schema),
        };
        finish(&mut c, None, done)?;
        dialect::begin(&mut c)?;
        let done = backup::read(&mut c, rows);
        finish(&mut c, None, done)
    }

    /// Makes what was deleted unreadable in the database's files (promise C5). False if somebody was reading what was
    /// to go, so that it has to be done again.
    ///
    /// # Errors
    /// [`Fault::Driver`].
    pub fn scrub(&self) -> Result<bool> {
        dialect::scrub(&mut *self.connection()?)
    }

    /// Writes the database anew without what was deleted (promise C5). It takes as much memory as an SQLite database is
    /// large; others can read meanwhile, and have to wait for a while if they write. [`Db::scrub`] comes after it.
    ///
    /// # Errors
    /// [`Fault::Driver`].
    pub fn vacuum(&self) -> Result<()> {
        dialect::vacuum(&mut *self.connection()?)
    }

    /// Looks whether the database can be read and written, and leaves it as it was.
    ///
    /// # Errors
    /// [`Fault::Driver`] if it can't; [`Fault::NewerSchema`] if a newer program has been here.
    pub fn look(&self) -> Result<Condition> {
        let mut c = self.connection()?;
        dialect::begin(&mut c)?;
        let found = look(&mut c);
        Transactions::rollback_transaction(&mut *c)?;
        found
    }

    /// Runs a transaction that only reads, on a thread that may block.
    ///
    /// # Errors
    /// What the work returns; [`Fault`] if there is no connection.
    pub async fn read<T, E, F>(&self, work: F) -> std::result::Result<T, E>
    where
        T: Send + 'static,
        E: From<Fault> + Error + Send + 'static,
        F: Fn(&mut DbConn) -> std::result::Result<T, E> + Send + 'static,
    {
        let db = self.clone();
        blocking(move || db.read_now(work)).await
    }

    /// Runs a transaction, on a thread that may block. The work may run several times, and must do nothing but
    /// talk to the database.
    ///
    /// # Errors
    /// What the work returns, with everything undone; [`Fault`] if the database fails.
    pub async fn write<T, E, F>(&self, work: F) -> std::result::Result<T, E>
    where
        T: Send + 'static,
        E: From<Fault> + Error + Send + 'static,
        F: Fn(&mut DbConn) -> std::result::Result<T, E> + Send + 'static,
    {
        let db = self.clone();
        blocking(move || db.write_now(work)).await
    }

    /// [`Db::read`] on this very thread.
    ///
    /// # Errors
    /// As [`Db::read`].
    pub fn read_now<T, E: From<Fault>>(
        &self,
        work: impl Fn(&mut DbConn) -> std::result::Result<T, E>,
    ) -> std::result::Result<T, E> {
        let mut c = self.connection()?;
        dialect::begin_read(&mut c)?;
        let done = work(&mut c);
        Transactions::rollback_transaction(&mut *c).map_err(Fault::from)?;
        done
    }

    /// [`Db::write`] on this very thread.
    ///
    /// # Errors
    /// As [`Db::write`].
    pub fn write_now<T, E>(&self, work: impl Fn(&mut DbConn) -> std::result::Result<T, E>) -> std::result::Result<T, E>
    where
        E: From<Fault> + Error + 'static,
    {
        let mut c = self.connection()?;
        let mut tried = 1;
        loop {
            match transaction(&mut c, self.journal(), &work) {
                Err(fault) if tried < TRIES && may_succeed_again(&fault) => {
                    back_off(tried);
                    tried += 1;
                }
                done => return done,
            }
        }
    }

    fn connection(&self) -> Result<PooledConnection<Manager>> {
        self.pool.get().map_err(|fault| Fault::Open(fault.to_string()))
    }
}

fn look(c: &mut DbConn) -> Result<Condition> {
    dialect::try_writing(c)?;
    Ok(Condition {
        engine: dialect::engine(c)?,
        is_current: dialect::is_current(c)?,
    })
}

fn transaction<T, E: From<Fault>>(
    c: &mut DbConn,
    journal: Option<&Journal>,
    work: &impl Fn(&mut DbConn) -> std::result::Result<T, E>,
) -> std::result::Result<T, E> {
    dialect::begin(c)?;
    let done = work(c);
    finish(c, journal, done)
}

/// Ends a transaction by what its work came to. What it erased is in the journal before it commits.
fn finish<T, E: From<Fault>>(
    c: &mut DbConn,
    journal: Option<&Journal>,
    done: std::result::Result<T, E>,
) -> std::result::Result<T, E> {
    match done.and_then(|done| write_down(c, journal).map(|()| done).map_err(E::from)) {
        Ok(done) => {
            Transactions::commit_transaction(c).map_err(Fault::from)?;
            Ok(done)
        }
        Err(fault) => {
            Transactions::rollback_transaction(c).map_err(Fault::from)?;
            Err(fault)
        }
    }
}

fn write_down(c: &mut DbConn, journal: Option<&Journal>) -> Result<()> {
    let Some(journal) = journal else { return Ok(()) };
    match journal::take(c)? {
        lines if lines.is_empty() => Ok(()),
        lines => journal.write_lines(&lines),
    }
}

#[expect(
    clippy::disallowed_methods,
    reason = "two transactions that collided should not meet again at once"
)]
fn back_off(tried: u32) {
    static COLLISIONS: AtomicU64 = AtomicU64::new(0);
    let spread = COLLISIONS.fetch_add(1, Ordering::Relaxed) % 8;
    std::thread::sleep(Duration::from_millis((1 << tried.min(4)) + 3 * spread));
}

async fn blocking<T, E>(work: impl FnOnce() -> std::result::Result<T, E> + Send + 'static) -> std::result::Result<T, E>
where
    T: Send + 'static,
    E: From<Fault> + Send + 'static,
{
    tokio::task::spawn_blocking(work)
        .await
        .unwrap_or_else(|_| Err(Fault::CutOff.into()))
}

struct Manager(DatabaseUrl);

impl ManageConnection for Manager {
    type Connection = DbConn;
    type Error = Fault;

    fn connect(&self) -> Result<DbConn> {
        match &self.0 {
            DatabaseUrl::Sqlite(path) => DbConn::open_sqlite(&path.to_string_lossy()),
            DatabaseUrl::Postgres(url) => DbConn::open_postgres(url),
        }
    }

    fn is_valid(&self, c: &mut DbConn) -> Result<()> {
        c.ping().map_err(Fault::from)
    }

    fn has_broken(&self, c: &mut DbConn) -> bool {
        std::thread::panicking() || c.is_broken()
    }
}
