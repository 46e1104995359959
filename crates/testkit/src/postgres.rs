//! A throw-away PostgreSQL cluster, made from the installed programs.
//!
//! One cluster serves all tests of a process ([`shared`]); it starts when the
//! first test asks for it. A test that wants to stop or kill its server starts
//! one of its own with [`Cluster::start`].
//!
//! The cluster listens on a Unix socket in its own folder and nowhere else, so
//! it needs no free port, and nobody but its owner can reach it. It ends with
//! the test process, however that ends: see the module `guardian`.

mod guardian;
mod programs;

use std::ffi::OsStr;
use std::fs::{self, OpenOptions};
use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::sync::OnceLock;
use std::sync::atomic::{AtomicU32, Ordering};

use self::guardian::Guardian;
use self::programs::Programs;

/// The database role that owns the cluster.
const ROLE: &str = "oppstart";

/// Settings for speed: a cluster that is thrown away may lose everything in a
/// power cut. `max_connections` leaves room for one pool per test thread.
const SETTINGS: &str = "
listen_addresses = ''
fsync = off
synchronous_commit = off
full_page_writes = off
max_connections = 400
shared_buffers = 32MB
autovacuum = off
";

/// The cluster that all tests of this process share; starts it when needed.
///
/// # Panics
/// With the reason, when PostgreSQL cannot be started.
#[must_use]
pub fn shared() -> &'static Cluster {
    static SHARED: OnceLock<Result<Cluster, String>> = OnceLock::new();
    match SHARED.get_or_init(Cluster::start) {
        Ok(cluster) => cluster,
        Err(sentence) => panic!("{sentence}"),
    }
}

/// A running PostgreSQL server with its own data folder.
///
/// Dropping it stops the server and removes the folder.
#[derive(Debug)]
pub struct Cluster {
    programs: Programs,
    folder: PathBuf,
    made: AtomicU32,
    _guardian: Guardian,
}

impl Cluster {
    /// Makes a new cluster in a temporary folder and starts its server.
    ///
    /// # Errors
    /// A sentence that says what is missing or what PostgreSQL answered.
    pub fn start() -> Result<Self, String> {
        let programs = Programs::find()?;
        let folder = programs.make_folder()?;
        // Made before anything runs, so that a failed start is cleared away too.
        let guardian = Guardian::start(&programs, &folder)?;
        let cluster = Self {
            programs,
            folder,
            made: AtomicU32::new(0),
            _guardian: guardian,
        };
        cluster.initialise()?;
        cluster.start_server()?;
        Ok(cluster)
    }

    /// The address of a database in this cluster, as libpq and the service read it.
    #[must_use]
    pub fn url(&self, database: &str) -> String {
        format!("postgres://{ROLE}@/{database}?host={}", self.folder.display())
    }

    /// Makes a database with a fresh name, empty or as a copy of `template`.
    ///
    /// # Panics
    /// When PostgreSQL refuses, for instance because somebody is connected to the template.
    #[must_use]
    pub fn create_database(&self, template: Option<&str>) -> String {
        let name = format!("test_{}", self.made.fetch_add(1, Ordering::Relaxed));
        let template = template.unwrap_or("template0");
        self.sql("postgres", &format!("CREATE DATABASE {name} TEMPLATE {template}"));
        name
    }

    /// Forbids connections to a database and ends those there are, so that it
    /// can serve as a template.
    pub fn close_database(&self, name: &str) {
        self.sql("postgres", &format!("ALTER DATABASE {name} ALLOW_CONNECTIONS false"));
        self.sql(
            "postgres",
            &format!("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = '{name}'"),
        );
    }

    /// Removes a database, ending the connections to it. A server that a test
    /// has stopped is no fault here: the whole folder goes soon.
    pub fn drop_database(&self, name: &str) {
        let statement = format!("DROP DATABASE IF EXISTS {name} WITH (FORCE)");
        drop(self.psql("postgres", &statement).output());
    }

    /// Runs SQL through `psql` and returns its rows as text: one row a line,
    /// columns divided by `|`.
    ///
    /// # Panics
    /// When a statement fails.
    pub fn sql(&self, database: &str, statement: &str) -> String {
        run(&mut self.psql(database, statement)).unwrap_or_else(|fault| panic!("{statement}: {fault}"))
    }

    /// Stops the server at once, as a crash would, and starts it again.
    ///
    /// # Panics
    /// When it does not come back.
    pub fn crash_and_restart(&self) {
        self.stop_server();
        self.start_server().unwrap_or_else(|fault| panic!("{fault}"));
    }

    /// Stops the server at once, as a crash would; its data stay.
    ///
    /// # Panics
    /// When the server does not stop.
    pub fn stop_server(&self) {
        let mut stop = self.programs.as_owner("pg_ctl", &self.folder);
        stop.args(["stop", "--wait", "--mode=immediate"])
            .arg("--pgdata")
            .arg(self.data());
        run(&mut stop).unwrap_or_else(|fault| panic!("PostgreSQL did not stop: {fault}"));
    }

    /// Starts a server that was stopped, and waits until it answers.
    ///
    /// # Errors
    /// A sentence with the end of the server's log.
    pub fn start_server(&self) -> Result<(), String> {
        let log = self.folder.join("log");
        let mut start = self.programs.as_owner("pg_ctl", &self.folder);
        start.args(["start", "--wait", "--silent", "--timeout=60"]);
        start.arg("--pgdata").arg(self.data()).arg("--log").arg(&log);
        // The server inherits what we give `pg_ctl`: a pipe would stay open for ever.
        let status = start.stdout(Stdio::null()).stderr(Stdio::null()).status();
        if status.is_ok_and(|status| status.success()) {
            return Ok(());
        }
        let said = fs::read_to_string(&log).unwrap_or_default();
        Err(format!(
            "PostgreSQL for the tests did not start in {}: {}",
            self.folder.display(),
            said.trim()
        ))
    }

    fn initialise(&self) -> Result<(), String> {
        let mut initdb = self.programs.as_owner("initdb", &self.folder);
        initdb.arg("--pgdata").arg(self.data()).arg("--username").arg(ROLE);
        initdb.args(["--auth=trust", "--encoding=UTF8", "--locale=C", "--no-sync"]);
        run(&mut initdb)
            .map_err(|fault| format!("initdb could not make a PostgreSQL cluster for the tests: {fault}"))?;

        let socket = format!("unix_socket_directories = '{}'\n", self.folder.display());
        OpenOptions::new()
            .append(true)
            .open(self.data().join("postgresql.conf"))
            .and_then(|mut file| file.write_all((SETTINGS.to_owned() + &socket).as_bytes()))
            .map_err(|fault| format!("The settings of the tests' PostgreSQL cluster cannot be written: {fault}"))
    }

    fn data(&self) -> PathBuf {
        self.folder.join("data")
    }

    fn psql(&self, database: &str, statement: &str) -> Command {
        let mut psql = self.programs.command("psql", &self.folder);
        psql.args([
            "-X",
            "-q",
            "-A",
            "-t",
            "-v",
            "ON_ERROR_STOP=1",
            "-U",
            ROLE,
            "-d",
            database,
        ]);
        psql.arg("-h").arg(&self.folder).arg("-c").arg(statement);
        psql
    }
}

/// Runs a program to its end; its output, or what it complained of.
fn run(command: &mut Command) -> Result<String, String> {
    let name = Path::new(command.get_program())
        .file_name()
        .map(OsStr::to_os_string)
        .unwrap_or_default();
    let output = command
        .stdin(Stdio::null())
        .output()
        .map_err(|fault| format!("{} cannot be run: {fault}", name.display()))?;
    if output.status.success() {
        Ok(String::from_utf8_lossy(&output.stdout).trim_end().to_owned())
    } else {
        Err(String::from_utf8_lossy(&output.stderr).trim().to_owned())
    }
}

#[cfg(test)]
mod tests;
