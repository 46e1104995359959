//! One database per test, of both kinds.
//!
//! SQLite and PostgreSQL differ in small ways that no compiler sees, so
//! whatever touches the database is tested on both: see [`both_databases!`].
//!
//! [`both_databases!`]: crate::both_databases

use std::future::Future;
use std::ops::Deref;
use std::sync::OnceLock;

use diesel::connection::SimpleConnection as _;
use store::{DatabaseUrl, Db, Fault};
use tempfile::TempDir;

use crate::postgres::{self, Cluster};

/// The two kinds of database that the service can keep its memory in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DatabaseKind {
    /// One file, the default.
    Sqlite,
    /// A server, for more than one instance.
    Postgres,
}

/// A database of its own for one test: migrated, empty, and gone afterwards.
///
/// It derefs to [`Db`], so it is used like the real thing.
pub struct TestDb {
    // Fields are dropped in order: connections are closed before their database goes.
    db: Db,
    address: String,
    home: Home,
}

/// What goes away with the test.
enum Home {
    Folder {
        _removed_on_drop: TempDir,
    },
    Server {
        cluster: &'static Cluster,
        database: String,
    },
}

impl TestDb {
    /// A migrated database of the given kind.
    ///
    /// # Panics
    /// With a clear sentence, when the database cannot be made.
    #[must_use]
    pub fn migrated(kind: DatabaseKind) -> Self {
        match kind {
            DatabaseKind::Sqlite => {
                let made = Self::blank(kind);
                made.db.migrate().expect("the migrations run on SQLite");
                made
            }
            DatabaseKind::Postgres => Self::on_server(Some(migrated_template())),
        }
    }

    /// A database without a schema, for tests of the migrations themselves.
    ///
    /// # Panics
    /// With a clear sentence, when the database cannot be made.
    #[must_use]
    pub fn blank(kind: DatabaseKind) -> Self {
        match kind {
            DatabaseKind::Sqlite => Self::in_folder(),
            DatabaseKind::Postgres => Self::on_server(None),
        }
    }

    /// A database that a newer version of the product has been at.
    ///
    /// # Panics
    /// When it cannot be made.
    #[must_use]
    pub fn of_a_newer_program(kind: DatabaseKind) -> Self {
        let made = Self::migrated(kind);
        let newer = "INSERT INTO __diesel_schema_migrations (version) VALUES ('29991231000000')";
        let marked = made.db.write_now(|c| c.batch_execute(newer).map_err(Fault::from));
        marked.expect("the newer version is noted");
        made
    }

    /// Which kind of database this is.
    #[must_use]
    pub fn kind(&self) -> DatabaseKind {
        match self.home {
            Home::Folder { .. } => DatabaseKind::Sqlite,
            Home::Server { .. } => DatabaseKind::Postgres,
        }
    }

    /// Where the database is, as written in the settings of a service.
    #[must_use]
    pub fn address(&self) -> &str {
        &self.address
    }

    /// The same database again, through a pool of its own: what a second
    /// instance of the service has, or the same one after a restart.
    ///
    /// # Panics
    /// When the database cannot be opened.
    #[must_use]
    pub fn opened_again(&self) -> Db {
        open(&self.address)
    }

    fn in_folder() -> Self {
        let folder = TempDir::with_prefix("oppstart-sqlite-").expect("a temporary folder");
        let address = format!("sqlite:{}", folder.path().join("oppstart.sqlite").display());
        Self::opened(
            address,
            Home::Folder {
                _removed_on_drop: folder,
            },
        )
    }

    fn on_server(template: Option<&str>) -> Self {
        let cluster = postgres::shared();
        let database = cluster.create_database(template);
        Self::opened(cluster.url(&database), Home::Server { cluster, database })
    }

    fn opened(address: String, home: Home) -> Self {
        Self {
            db: open(&address),
            address,
            home,
        }
    }
}

impl Deref for TestDb {
    type Target = Db;

    fn deref(&self) -> &Db {
        &self.db
    }
}

impl Drop for Home {
    fn drop(&mut self) {
        if let Self::Server { cluster, database } = self {
            cluster.drop_database(database);
        }
    }
}

/// The name of a PostgreSQL database on which the migrations have run, made
/// once per process: copying it takes a fraction of the time.
fn migrated_template() -> &'static str {
    static TEMPLATE: OnceLock<String> = OnceLock::new();
    TEMPLATE.get_or_init(|| {
        let cluster = postgres::shared();
        let name = cluster.create_database(None);
        open(&cluster.url(&name))
            .migrate()
            .expect("the migrations run on PostgreSQL");
        cluster.close_database(&name);
        name
    })
}

fn open(address: &str) -> Db {
    let Ok(url) = address.parse::<DatabaseUrl>() else {
        panic!("the store refuses the address {address}")
    };
    Db::open(&url).unwrap_or_else(|fault| panic!("the test database cannot be opened: {fault:?}"))
}

/// Runs an asynchronous test body to its end; for [`both_databases!`].
#[doc(hidden)]
pub fn block_on(body: impl Future<Output = ()>) {
    tokio::runtime::Builder::new_current_thread()
        .enable_all()
        .build()
        .expect("a runtime")
        .block_on(body);
}

/// Makes one test for each kind of database out of one body.
///
/// The name is a sentence; the body gets a [`TestDb`] of its own, and is
/// written like a closure, blocking or asynchronous.
///
/// ```no_run
/// # use testkit::both_databases;
/// both_databases!(a_database_knows_where_it_is, |db| {
///     assert!(!db.address().is_empty());
/// });
///
/// both_databases!(an_answer_can_be_waited_for, async |db| {
///     std::future::ready(db.kind()).await;
/// });
/// # fn main() {}
/// ```
#[macro_export]
macro_rules! both_databases {
    ($sentence:ident, |$db:ident| $body:block) => {
        // A function and a module may share a name, so the body sees what is around it.
        #[cfg(test)]
        fn $sentence($db: $crate::TestDb) $body

        #[cfg(test)]
        mod $sentence {
            #[test]
            fn on_sqlite() {
                super::$sentence($crate::TestDb::migrated($crate::DatabaseKind::Sqlite));
            }

            #[test]
            fn on_postgres() {
                super::$sentence($crate::TestDb::migrated($crate::DatabaseKind::Postgres));
            }
        }
    };
    ($sentence:ident, async |$db:ident| $body:block) => {
        $crate::both_databases!($sentence, |$db| {
            $crate::databases::block_on(async move $body);
        });
    };
}

#[cfg(test)]
mod tests;
