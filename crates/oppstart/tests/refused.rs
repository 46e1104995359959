//! What the program refuses to start with: in one line, with exit code 2, and with nothing begun (promise R10).
#![expect(clippy::expect_used, reason = "helpers of tests may stop at the first surprise")]

use std::{fs, net::TcpListener, path::Path, process::Command};

use tempfile::TempDir;
use testkit::{DatabaseKind, TestDb};

const PROGRAM: &str = env!("CARGO_BIN_EXE_oppstart");

fn program(folder: &Path, arguments: &[&str]) -> Command {
    let mut command = Command::new(PROGRAM);
    command.args(arguments).current_dir(folder).env_clear();
    command
}

/// The one line with which a command is refused.
fn refusal(command: &mut Command) -> String {
    let ended = command.output().expect("the program runs");
    let told = String::from_utf8(ended.stderr).expect("text");
    assert_eq!(ended.status.code(), Some(2), "{command:?}: {told}");
    assert_eq!(told.trim_end().lines().count(), 1, "{told}");
    assert!(ended.stdout.is_empty(), "nothing was begun");
    told
}

#[test]
fn a_setting_that_makes_no_sense_is_named() {
    let folder = TempDir::new().unwrap();
    for (name, value, told) in [
        ("OPPSTART_LISSTEN", "127.0.0.1:0", "lissten"),
        ("OPPSTART_DATABASE_URL", "sqlit:oppstart.sqlite", "database_url"),
        (
            "OPPSTART_TRUSTED_PROXIES",
            "127.0.0.1, proxy.example",
            "trusted_proxies",
        ),
        ("OPPSTART_TRUSTED_PROXIES", "10.0.0.0/64", "trusted_proxies"),
    ] {
        let line = refusal(program(folder.path(), &["serve"]).env(name, value));
        assert!(line.contains(told), "{name}={value}: {line}");
    }
    assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 0, "nothing was made");
}

#[test]
fn a_settings_file_that_can_not_be_used_is_named() {
    let folder = TempDir::new().unwrap();
    fs::write(folder.path().join("unknown.toml"), "lissten = \"127.0.0.1:0\"").unwrap();
    fs::write(folder.path().join("broken.toml"), "listen = ").unwrap();
    for (file, told) in [
        ("unknown.toml", "lissten"),
        ("broken.toml", "broken.toml"),
        ("nowhere.toml", "nowhere.toml"),
    ] {
        let line = refusal(&mut program(folder.path(), &["serve", "--config", file]));
        assert!(line.contains(told), "{file}: {line}");
    }
}

/// Nobody can make files under `/proc`, not even the system's administrator.
#[test]
fn a_folder_that_nothing_can_be_written_to_is_named() {
    let folder = TempDir::new().unwrap();
    fs::write(folder.path().join("file"), "in the way").unwrap();
    for (name, value, told) in [
        ("OPPSTART_DATABASE_URL", "sqlite:file/oppstart.sqlite", "file"),
        (
            "OPPSTART_DATABASE_URL",
            "sqlite:/proc/oppstart/a.sqlite",
            "/proc/oppstart",
        ),
        ("OPPSTART_DATABASE_URL", "sqlite:/proc/a.sqlite", "/proc/a.sqlite"),
        ("OPPSTART_KEYS", "file/keys", "file/keys"),
        ("OPPSTART_KEYS", "/proc/keys", "/proc/keys"),
        ("OPPSTART_JOURNAL", "file/journal", "file/journal"),
        ("OPPSTART_JOURNAL", "/proc/journal", "/proc/journal"),
        ("OPPSTART_MAIL_URL", "files:file/outbox", "file/outbox"),
        ("OPPSTART_MAIL_URL", "files:/proc/outbox", "/proc/outbox"),
    ] {
        let line = refusal(program(folder.path(), &["serve"]).env(name, value));
        assert!(line.contains(told), "{name}={value}: {line}");
    }
}

#[test]
fn an_address_that_is_taken_is_named() {
    let folder = TempDir::new().unwrap();
    let taken = TcpListener::bind("127.0.0.1:0").unwrap();
    let taken = taken.local_addr().unwrap().to_string();
    let line = refusal(program(folder.path(), &["serve"]).env("OPPSTART_LISTEN", &taken));
    assert!(line.contains("listen") && line.contains(&taken), "{line}");
}

#[test]
fn a_database_of_a_newer_program_is_left_alone() {
    let folder = TempDir::new().unwrap();
    for kind in [DatabaseKind::Sqlite, DatabaseKind::Postgres] {
        let newer = TestDb::of_a_newer_program(kind);
        for arguments in [&["serve"][..], &["serve", "--only", "worker"], &["migrate"]] {
            let line = refusal(program(folder.path(), arguments).env("OPPSTART_DATABASE_URL", newer.address()));
            assert!(
                line.contains("newer schema") && line.contains("29991231000000"),
                "{line}"
            );
        }
    }
    assert!(!folder.path().join("data/keys").exists(), "no keys were made");
}

#[test]
fn a_key_that_is_damaged_or_gone_is_named() {
    let folder = TempDir::new().unwrap();
    // The first start makes keys and database, and ends at an address that is nobody's.
    let mut first = program(folder.path(), &["serve"]);
    refusal(first.env("OPPSTART_LISTEN", "192.0.2.1:1"));
    let keys: Vec<_> = fs::read_dir(folder.path().join("data/keys"))
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .collect();
    assert!(keys.len() > 4, "{keys:?}");
    for key in keys {
        let content = fs::read(&key).unwrap();
        let name = key.file_name().unwrap().to_str().unwrap();
        fs::write(&key, &content[1..]).unwrap();
        let damaged = refusal(&mut program(folder.path(), &["serve"]));
        assert!(damaged.contains(name), "{name} is too short: {damaged}");
        fs::remove_file(&key).unwrap();
        let gone = refusal(&mut program(folder.path(), &["serve"]));
        assert!(gone.contains("key"), "{name} is gone: {gone}");
        fs::write(&key, &content).unwrap();
    }
}

/// libpq reads addresses and the environment itself, so however TLS is asked for it is noticed.
#[cfg(not(feature = "postgres-tls"))]
#[test]
fn tls_to_postgresql_is_refused_by_a_program_that_was_built_without_it() {
    let folder = TempDir::new().unwrap();
    let at = "postgres://kari:hemmelig@127.0.0.1:1/oppstart";
    let refused = |command: &mut Command| {
        let line = refusal(command);
        assert!(
            line.contains("database_url asks for TLS") && line.contains("--features postgres-tls"),
            "{line}"
        );
        assert!(!line.contains("hemmelig"), "{line}");
    };
    for asked in [
        "sslmode=require",
        "sslmode=verify-ca",
        "sslmode=verify-full&sslrootcert=ca.pem",
        "sslmode=%72equire",
        "sslrootcert=system",
        "application_name=x&sslmode=require&sslnegotiation=direct",
    ] {
        for arguments in [&["serve"][..], &["serve", "--only", "worker"], &["migrate"]] {
            refused(program(folder.path(), arguments).env("OPPSTART_DATABASE_URL", format!("{at}?{asked}")));
        }
    }
    refused(
        program(folder.path(), &["serve"])
            .env("OPPSTART_DATABASE_URL", at)
            .env("PGSSLMODE", "verify-full"),
    );
    let plain =
        refusal(program(folder.path(), &["serve"]).env("OPPSTART_DATABASE_URL", format!("{at}?sslmode=prefer")));
    assert!(!plain.contains("TLS"), "{plain}");
    assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 0, "nothing was made");
}
