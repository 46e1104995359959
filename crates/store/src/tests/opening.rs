//! What is opened, and what is refused with a reason (promise R10).

use diesel::connection::SimpleConnection as _;
use testkit::{DatabaseKind, TestDb, both_databases};

use super::opened;
use crate::{DatabaseUrl, Db, Fault, dialect::is_too_old};

#[test]
fn an_address_of_another_kind_is_refused_and_makes_no_file() {
    for typo in [
        "",
        "sqlite",
        "sqlite:",
        "sqlite://",
        "sqlite::memory:",
        "sqllite:a.sqlite",
        "postgres:a",
        "mysql://kari:hemmelig@vert/base",
        "a.sqlite",
        "SQLITE:a.sqlite",
    ] {
        let opened = typo.parse().and_then(|url: DatabaseUrl| Db::open(&url));
        assert!(matches!(opened, Err(Fault::UnknownScheme(_))), "{typo:?}");
        let name = typo.rsplit([':', '/']).next().unwrap_or_default();
        assert!(name.is_empty() || !std::path::Path::new(name).exists(), "{typo:?}");
    }
}

#[test]
fn a_refused_address_is_not_repeated_beyond_its_scheme() {
    for with_password in [
        "mysql://kari:hemmelig@vert/base",
        "postgres:kari:hemmelig@vert/base",
        "postgres:/kari:hemmelig@vert",
    ] {
        let fault = with_password.parse::<DatabaseUrl>().unwrap_err();
        assert!(!fault.to_string().contains("hemmelig"), "{fault}");
        assert!(!fault.to_string().contains("kari"), "{fault}");
    }
}

#[test]
fn an_address_of_postgresql_that_leads_nowhere_is_not_repeated() {
    for with_password in [
        "postgres://kari:hem%ZZmelig@127.0.0.1/base",
        "postgres://kari:hem/melig@127.0.0.1/base",
        "postgres://kari:hem@melig@127.0.0.1/base",
        "postgres://kari:hemmelig@127.0.0.1/base?hemmelig=1",
        "postgres://kari:hemmelig@127.0.0.1:1/base",
    ] {
        let Err(fault) = Db::open(&with_password.parse().unwrap()) else {
            panic!("it was opened")
        };
        let told = fault.to_string();
        assert!(!told.contains("hem") && !told.contains("melig"), "{told}");
        assert_eq!(told.contains("port 1"), with_password.contains(":1/"), "{told}");
    }
}

#[test]
fn an_address_is_shown_without_its_password() {
    let url: DatabaseUrl = "postgresql://kari:hemmelig@vert/base".parse().unwrap();
    assert_eq!(format!("{url:?}"), "postgres://…");
    let url: DatabaseUrl = "sqlite:/var/lib/a.sqlite".parse().unwrap();
    assert_eq!(format!("{url:?}"), "sqlite:/var/lib/a.sqlite");
    assert_eq!(url, "sqlite:///var/lib/a.sqlite".parse().unwrap());
}

#[test]
fn a_folder_that_is_not_there_is_a_fault_with_its_path() {
    let url = "sqlite:/no/such/folder/a.sqlite".parse().unwrap();
    let Err(fault) = Db::open(&url) else {
        panic!("it was opened")
    };
    assert!(fault.to_string().contains("/no/such/folder"), "{fault}");
}

#[test]
fn sqlite_is_refused_below_the_version_without_the_corruption_bug() {
    for (version, too_old) in [
        ("3.51.2", true),
        ("3.51.3", false),
        ("3.9.99", true),
        ("3.51.10", false),
        ("3.52.0", false),
        ("4.0", false),
        ("3.51", true),
        ("", true),
    ] {
        assert_eq!(is_too_old(version), too_old, "{version}");
    }
}

#[test]
fn every_connection_to_sqlite_is_safe_against_loss_of_power_and_keeps_references_whole() {
    let test = TestDb::migrated(DatabaseKind::Sqlite);
    let pragma = |name: &str| {
        let query = format!("SELECT CAST({name} AS TEXT) AS line FROM pragma_{name}");
        opened(&test)
            .read_now(|c| Ok::<_, Fault>(super::lines(c, &query, "")))
            .unwrap()
    };
    assert_eq!(pragma("journal_mode"), ["wal"]);
    assert_eq!(pragma("synchronous"), ["2"], "FULL");
    assert_eq!(pragma("foreign_keys"), ["1"]);
    assert_eq!(pragma("secure_delete"), ["1"]);
    assert_eq!(
        pragma("temp_store"),
        ["2"],
        "no copy of anything in a temporary file (promise C5)"
    );
}

#[test]
fn a_database_of_a_newer_program_is_left_alone() {
    for kind in [DatabaseKind::Sqlite, DatabaseKind::Postgres] {
        let test = TestDb::of_a_newer_program(kind);
        let fault = opened(&test).migrate().unwrap_err();
        assert!(
            matches!(&fault, Fault::NewerSchema(version) if version == "29991231000000"),
            "{fault}"
        );
    }
}

both_databases!(migrating_again_changes_nothing, |test| {
    opened(&test).migrate().unwrap();
});

fn several_instances_migrate_at_once(kind: DatabaseKind) {
    let test = TestDb::blank(kind);
    let instances: Vec<Db> = (0..4).map(|_| opened(&test)).collect();
    std::thread::scope(|scope| {
        let started: Vec<_> = instances.iter().map(|db| scope.spawn(|| db.migrate())).collect();
        for instance in started {
            instance.join().unwrap().unwrap();
        }
    });
}

#[test]
fn several_instances_can_start_at_once_on_an_empty_file() {
    several_instances_migrate_at_once(DatabaseKind::Sqlite);
}

#[test]
fn several_instances_can_start_at_once_on_an_empty_server() {
    several_instances_migrate_at_once(DatabaseKind::Postgres);
}

both_databases!(a_look_tells_the_kind_of_database_and_leaves_nothing_behind, |test| {
    let db = opened(&test);
    for _ in 0..2 {
        let found = db.look().unwrap();
        let kind = match test.kind() {
            DatabaseKind::Sqlite => "SQLite 3.",
            DatabaseKind::Postgres => "PostgreSQL 1",
        };
        assert!(found.engine.starts_with(kind), "{}", found.engine);
        assert!(found.is_current);
    }
    db.migrate_back().unwrap();
    assert!(!db.look().unwrap().is_current);
});

#[test]
fn a_look_into_an_empty_database_makes_no_table() {
    for kind in [DatabaseKind::Sqlite, DatabaseKind::Postgres] {
        let test = TestDb::blank(kind);
        let db = opened(&test);
        assert!(!db.look().unwrap().is_current);
        let tables = |c: &mut crate::DbConn| {
            let sqlite = "SELECT name AS line FROM sqlite_schema";
            let postgres = "SELECT tablename::text AS line FROM pg_tables WHERE schemaname = 'public'";
            Ok::<_, Fault>(super::lines(c, sqlite, postgres))
        };
        assert_eq!(db.read_now(tables).unwrap(), [""; 0]);
    }
}

#[test]
fn a_look_at_what_can_not_be_written_is_a_fault() {
    let test = TestDb::migrated(DatabaseKind::Postgres);
    let read_only = "DO $$ BEGIN EXECUTE format(
        'ALTER DATABASE %I SET default_transaction_read_only = on', current_database()); END $$";
    opened(&test)
        .write_now(|c| c.batch_execute(read_only).map_err(Fault::from))
        .unwrap();
    let found = opened(&test).look();
    assert!(matches!(found, Err(Fault::Driver(_))), "{found:?}");
}
