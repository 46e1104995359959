//! All that differs between SQLite and PostgreSQL.

use chrono::NaiveDateTime;
use diesel::{
    Connection, PgConnection, QueryableByName, RunQueryDsl as _, SqliteConnection,
    connection::{AnsiTransactionManager, SimpleConnection as _},
    sql_query,
    sql_types::{Integer, Text, Timestamp},
};
use diesel_migrations::{EmbeddedMigrations, MigrationHarness, embed_migrations};

use crate::{Fault, Result};

const SQLITE_MIGRATIONS: EmbeddedMigrations = embed_migrations!("../../migrations/sqlite");
const POSTGRES_MIGRATIONS: EmbeddedMigrations = embed_migrations!("../../migrations/postgres");

/// The first SQLite without the WAL-reset corruption bug.
const OLDEST_SQLITE: [u32; 3] = [3, 51, 3];

/// A connection to either database. Queries don't ask which.
#[derive(diesel::MultiConnection)]
pub enum DbConn {
    /// PostgreSQL.
    Postgres(PgConnection),
    /// SQLite.
    Sqlite(SqliteConnection),
}

impl DbConn {
    pub(crate) fn open_sqlite(path: &str) -> Result<Self> {
        let mut c = SqliteConnection::establish(path).map_err(|fault| Fault::Open(format!("{path}: {fault}")))?;
        c.batch_execute(
            "PRAGMA busy_timeout = 10000; PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL;
             PRAGMA foreign_keys = ON; PRAGMA secure_delete = ON; PRAGMA temp_store = MEMORY;
             CREATE TEMP TABLE remembered (line TEXT NOT NULL);",
        )
        .map_err(|fault| Fault::Open(format!("{path}: {fault}")))?;
        refuse_old(&mut c)?;
        Ok(Self::Sqlite(c))
    }

    pub(crate) fn open_postgres(url: &str) -> Result<Self> {
        PgConnection::establish(url)
            .map(Self::Postgres)
            .map_err(|fault| refusal(&fault.to_string()))
    }
}

/// Why there is no connection to PostgreSQL. libpq itself reads what an address, or its environment, asks for: built
/// without TLS it refuses what it can't keep, and connects to nobody.
fn refusal(told: &str) -> Fault {
    if told.contains("SSL support is not compiled in") {
        Fault::NoTls
    } else {
        Fault::Open(without_password(told))
    }
}

/// What the driver says of a server names host and user. What it says of an address in which it finds no server repeats
/// parts of that, and the password may be one of them (promise C7). It is told in one line (R10).
fn without_password(told: &str) -> String {
    if told.starts_with("connection to server") {
        told.split_whitespace().collect::<Vec<_>>().join(" ")
    } else {
        "the address postgres://… can't be read, or its host is not known".to_owned()
    }
}

/// Begins a transaction that sees no other's half-done work, and that fails rather than overwrite it.
pub(crate) fn begin(c: &mut DbConn) -> Result<()> {
    match c {
        DbConn::Sqlite(c) => AnsiTransactionManager::begin_transaction_sql(c, "BEGIN IMMEDIATE")?,
        DbConn::Postgres(c) => {
            AnsiTransactionManager::begin_transaction_sql(c, "BEGIN TRANSACTION ISOLATION LEVEL SERIALIZABLE")?;
        }
    }
    Ok(())
}

/// Begins a transaction that only reads, and sees one moment of the database throughout.
pub(crate) fn begin_read(c: &mut DbConn) -> Result<()> {
    match c {
        DbConn::Sqlite(c) => AnsiTransactionManager::begin_transaction_sql(c, "BEGIN")?,
        DbConn::Postgres(c) => {
            let sql = "BEGIN TRANSACTION ISOLATION LEVEL REPEATABLE READ READ ONLY";
            AnsiTransactionManager::begin_transaction_sql(c, sql)?;
        }
    }
    Ok(())
}

/// Begins a transaction for which others of its kind wait: two that make the same tables would trip over each other.
pub(crate) fn begin_alone(c: &mut DbConn) -> Result<()> {
    match c {
        DbConn::Sqlite(c) => AnsiTransactionManager::begin_transaction_sql(c, "BEGIN IMMEDIATE")?,
        DbConn::Postgres(c) => {
            AnsiTransactionManager::begin_transaction_sql(c, "BEGIN")?;
            // The number is arbitrary; nothing else here locks by number.
            c.batch_execute("SELECT pg_advisory_xact_lock(7205759403792793)")?;
        }
    }
    Ok(())
}

#[derive(QueryableByName)]
struct Remembered {
    #[diesel(sql_type = Text)]
    line: String,
}

/// Remembers a line for as long as the transaction lasts: in a temporary table, or in a variable of PostgreSQL's. There
/// a temporary table that is emptied with each transaction costs some milliseconds in each.
pub(crate) fn remember(c: &mut DbConn, line: &str) -> Result<()> {
    match c {
        DbConn::Sqlite(c) => {
            let statement = sql_query("INSERT INTO remembered (line) VALUES (?)");
            statement.bind::<Text, _>(line).execute(c)?;
        }
        DbConn::Postgres(c) => {
            let statement = "SELECT set_config('oppstart.remembered',
                coalesce(current_setting('oppstart.remembered', true), '') || $1 || E'\\n', true)";
            sql_query(statement).bind::<Text, _>(line).execute(c)?;
        }
    }
    Ok(())
}

/// The lines that were remembered in this transaction, and none of them again.
pub(crate) fn take_remembered(c: &mut DbConn) -> Result<Vec<String>> {
    match c {
        DbConn::Sqlite(c) => {
            let rows: Vec<Remembered> = sql_query("SELECT line FROM remembered").load(c)?;
            if !rows.is_empty() {
                c.batch_execute("DELETE FROM remembered")?;
            }
            Ok(rows.into_iter().map(|row| row.line).collect())
        }
        // It ends with the transaction.
        DbConn::Postgres(c) => {
            let statement = "SELECT coalesce(current_setting('oppstart.remembered', true), '') AS line";
            let all: Remembered = sql_query(statement).get_result(c)?;
            Ok(all.line.lines().map(str::to_owned).collect())
        }
    }
}

/// The database's own time in UTC, which leases are compared with.
pub(crate) fn now(c: &mut DbConn) -> Result<NaiveDateTime> {
    #[derive(QueryableByName)]
    struct Row {
        #[diesel(sql_type = Timestamp)]
        now: NaiveDateTime,
    }
    let row: Row = match c {
        DbConn::Sqlite(c) => sql_query("SELECT strftime('%Y-%m-%d %H:%M:%f', 'now') AS now").get_result(c)?,
        DbConn::Postgres(c) => sql_query("SELECT (CURRENT_TIMESTAMP AT TIME ZONE 'UTC') AS now").get_result(c)?,
    };
    Ok(row.now)
}

/// Makes what was deleted unreadable in SQLite's files (promise C5): with `secure_delete` it still stands in the
/// write-ahead log until that is truncated. PostgreSQL vacuums by itself.
///
/// False if somebody was reading what was to go: the next time does it.
pub(crate) fn scrub(c: &mut DbConn) -> Result<bool> {
    #[derive(QueryableByName)]
    struct Row {
        #[diesel(sql_type = Integer)]
        busy: i32,
    }
    match c {
        DbConn::Sqlite(c) => {
            let row: Row = sql_query("PRAGMA wal_checkpoint(TRUNCATE)").get_result(c)?;
            Ok(row.busy == 0)
        }
        DbConn::Postgres(_) => Ok(true),
    }
}

/// Writes the database anew without what was deleted, and gives its room back.
///
/// With `secure_delete` alone, bytes of deleted rows can stay behind in pages that were rebuilt around them. PostgreSQL
/// begins by itself only when much has been deleted, which in a small table can take months.
pub(crate) fn vacuum(c: &mut DbConn) -> Result<()> {
    Ok(c.batch_execute("VACUUM")?)
}

/// The kind and version of the database.
pub(crate) fn engine(c: &mut DbConn) -> Result<String> {
    #[derive(QueryableByName)]
    struct Row {
        #[diesel(sql_type = Text)]
        engine: String,
    }
    let row: Row = match c {
        DbConn::Sqlite(c) => sql_query("SELECT 'SQLite ' || sqlite_version() AS engine").get_result(c)?,
        DbConn::Postgres(c) => {
            sql_query("SELECT 'PostgreSQL ' || current_setting('server_version') AS engine").get_result(c)?
        }
    };
    Ok(row.engine)
}

/// Writes something, which the caller takes back.
pub(crate) fn try_writing(c: &mut DbConn) -> Result<()> {
    Ok(c.batch_execute("CREATE TABLE oppstart_was_here (id INTEGER)")?)
}

/// True if no migration is missing.
///
/// # Errors
/// [`Fault::NewerSchema`] if the database has one that this program does not know.
pub(crate) fn is_current(c: &mut DbConn) -> Result<bool> {
    match c {
        DbConn::Sqlite(c) => nothing_pending(c, SQLITE_MIGRATIONS),
        DbConn::Postgres(c) => nothing_pending(c, POSTGRES_MIGRATIONS),
    }
}

/// Applies the migrations that are missing.
///
/// # Errors
/// [`Fault::NewerSchema`] if the database has one that this program does not know.
pub(crate) fn migrate(c: &mut DbConn) -> Result<()> {
    match c {
        DbConn::Sqlite(c) => forward(c, SQLITE_MIGRATIONS),
        DbConn::Postgres(c) => forward(c, POSTGRES_MIGRATIONS),
    }
}

/// Applies the migrations up to the one of this name.
///
/// # Errors
/// [`Fault::NewerSchema`] if this program does not know it.
pub(crate) fn migrate_to(c: &mut DbConn, newest: &str) -> Result<()> {
    match c {
        DbConn::Sqlite(c) => forward_to(c, SQLITE_MIGRATIONS, newest),
        DbConn::Postgres(c) => forward_to(c, POSTGRES_MIGRATIONS, newest),
    }
}

/// The name of the newest migration that was applied; `None` if none was.
pub(crate) fn newest_migration(c: &mut DbConn) -> Result<Option<String>> {
    let applied = match c {
        DbConn::Sqlite(c) => c.applied_migrations(),
        DbConn::Postgres(c) => c.applied_migrations(),
    };
    let applied = applied.map_err(|fault| migration(&*fault))?;
    Ok(applied.iter().map(ToString::to_string).max())
}

/// Takes back all migrations, with all data.
pub(crate) fn migrate_all_back(c: &mut DbConn) -> Result<()> {
    let undone = match c {
        DbConn::Sqlite(c) => c.revert_all_migrations(SQLITE_MIGRATIONS),
        DbConn::Postgres(c) => c.revert_all_migrations(POSTGRES_MIGRATIONS),
    };
    undone.map(drop).map_err(|fault| migration(&*fault))
}

/// Takes back the newest migration, with its data.
pub(crate) fn migrate_back(c: &mut DbConn) -> Result<()> {
    let undone = match c {
        DbConn::Sqlite(c) => c.revert_last_migration(SQLITE_MIGRATIONS),
        DbConn::Postgres(c) => c.revert_last_migration(POSTGRES_MIGRATIONS),
    };
    undone.map(drop).map_err(|fault| Fault::Migration(fault.to_string()))
}

fn forward<B, C>(c: &mut C, known: EmbeddedMigrations) -> Result<()>
where
    B: diesel::backend::Backend,
    C: MigrationHarness<B>,
{
    refuse_newer(c, &known)?;
    c.run_pending_migrations(known)
        .map(drop)
        .map_err(|fault| migration(&*fault))
}

fn forward_to<B, C>(c: &mut C, known: EmbeddedMigrations, newest: &str) -> Result<()>
where
    B: diesel::backend::Backend,
    C: MigrationHarness<B>,
{
    refuse_newer(c, &known)?;
    let mut pending = c.pending_migrations(known).map_err(|fault| migration(&*fault))?;
    pending.retain(|step| step.name().version().to_string().as_str() <= newest);
    if pending
        .last()
        .is_none_or(|last| last.name().version().to_string() != newest)
    {
        return Err(Fault::NewerSchema(newest.to_owned()));
    }
    c.run_migrations(&pending).map(drop).map_err(|fault| migration(&*fault))
}

fn nothing_pending<B, C>(c: &mut C, known: EmbeddedMigrations) -> Result<bool>
where
    B: diesel::backend::Backend,
    C: MigrationHarness<B>,
{
    refuse_newer(c, &known)?;
    c.has_pending_migration(known)
        .map(|pending| !pending)
        .map_err(|fault| migration(&*fault))
}

fn refuse_newer<B, C>(c: &mut C, known: &EmbeddedMigrations) -> Result<()>
where
    B: diesel::backend::Backend,
    C: MigrationHarness<B>,
{
    let names = diesel::migration::MigrationSource::<B>::migrations(known).map_err(|fault| migration(&*fault))?;
    let applied = c.applied_migrations().map_err(|fault| migration(&*fault))?;
    let is_known = |version: &diesel::migration::MigrationVersion<'_>| {
        names.iter().any(|migration| migration.name().version() == *version)
    };
    match applied.iter().find(|version| !is_known(version)) {
        Some(newer) => Err(Fault::NewerSchema(newer.to_string())),
        None => Ok(()),
    }
}

fn migration(fault: &(dyn std::error::Error + Send + Sync)) -> Fault {
    Fault::Migration(fault.to_string())
}

fn refuse_old(c: &mut SqliteConnection) -> Result<()> {
    #[derive(QueryableByName)]
    struct Row {
        #[diesel(sql_type = Text)]
        version: String,
    }
    let row: Row = sql_query("SELECT sqlite_version() AS version").get_result(c)?;
    if is_too_old(&row.version) {
        Err(Fault::OldSqlite(row.version))
    } else {
        Ok(())
    }
}

pub(crate) fn is_too_old(version: &str) -> bool {
    let parts: Vec<u32> = version.split('.').map_while(|part| part.parse().ok()).collect();
    parts.as_slice() < OLDEST_SQLITE.as_slice()
}
