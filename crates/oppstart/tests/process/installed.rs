//! An installation with a database of its own, which can be lost.

use std::{
    fs,
    path::{Path, PathBuf},
    process::Command,
    thread,
    time::Instant,
};

use chrono::TimeDelta;
use model::{Clock, EmailAddress, Language, Letter, LetterId, NoteId, RecognitionWords, Standing};
use store::{
    Db,
    note::{self, Note, Reached},
    outbox,
};
use stories::{page::Browser, smtp_peer::SmtpPeer};
use tempfile::TempDir;
use testkit::{DatabaseKind, Region, TestDb, region::wish};
use vault::{SealedAt, Vault};

use super::served::{PATIENCE, Served, program};

/// An installation, its database, and what puts it back.
pub struct Installed {
    folder: TempDir,
    /// Of PostgreSQL, the database that is in use.
    server: Option<TestDb>,
    recipient: String,
    pub peer: SmtpPeer,
}

impl Installed {
    pub fn new(kind: DatabaseKind) -> Self {
        let folder = TempDir::new().expect("a folder");
        let made = program(folder.path(), &["backup", "--new-identity", "identity"])
            .output()
            .expect("the program runs");
        let told = String::from_utf8(made.stdout).expect("text");
        let recipient = told.split('"').nth(1).expect("the setting").to_owned();
        let installed = Self {
            folder,
            server: (kind == DatabaseKind::Postgres).then(|| TestDb::blank(kind)),
            recipient,
            peer: SmtpPeer::start(),
        };
        assert!(
            installed
                .program(&["setup"])
                .output()
                .expect("it runs")
                .status
                .success()
        );
        installed
    }

    pub fn path(&self) -> &Path {
        self.folder.path()
    }

    pub fn file(&self) -> PathBuf {
        self.path().join("data/oppstart.sqlite")
    }

    pub fn address(&self) -> String {
        match &self.server {
            Some(db) => db.address().to_owned(),
            None => format!("sqlite:{}", self.file().display()),
        }
    }

    fn prepare(&self, command: &mut Command) {
        command
            .env("OPPSTART_DATABASE_URL", self.address())
            .env("OPPSTART_BACKUP_RECIPIENT", &self.recipient)
            .env("OPPSTART_MAIL_URL", format!("smtp://127.0.0.1:{}", self.peer.port()));
    }

    pub fn program(&self, arguments: &[&str]) -> Command {
        let mut command = program(self.path(), arguments);
        self.prepare(&mut command);
        command
    }

    pub fn serve(&self, arguments: &[&str]) -> Served {
        let served = Served::start_with(self.path(), arguments, |command| self.prepare(command));
        let browser = Browser::new(&served.url);
        wait_until(|| browser.reaches("/health"));
        served
    }

    /// The output of a command that must go well.
    pub fn output(&self, arguments: &[&str]) -> String {
        let done = self.program(arguments).output().expect("the program runs");
        let told = String::from_utf8_lossy(&done.stderr);
        assert!(done.status.success(), "{arguments:?}: {told}");
        String::from_utf8(done.stdout).expect("text")
    }

    /// The one line with which a command is refused.
    pub fn refusal(&self, arguments: &[&str]) -> String {
        refusal(&mut self.program(arguments))
    }

    pub fn db(&self) -> Db {
        Db::open(&self.address().parse().expect("an address")).expect("a database")
    }

    /// A note of this address, with a letter that is owed.
    pub fn owe(&self, region: &Region, email: &str, owed_before: TimeDelta) -> NoteId {
        let vault = Vault::open(&self.path().join("data/keys")).expect("the keys");
        let email = EmailAddress::parse(email).expect("an address");
        let (today, now) = (Clock::system().today(), Clock::system().now());
        let confirmed = Standing::left(today).confirm(today, None);
        let note = Note {
            id: NoteId::random(&region.chance),
            region: region.id,
            contact_point: region.contact_point,
            standing: confirmed.expect("a new note can be confirmed"),
            language: Language::Bokmal,
            words: RecognitionWords::random(&region.chance),
            consent_version: 1,
            generation: 1,
            by_code: false,
            planned: None,
        };
        let sealed = vault
            .seal(&email, SealedAt::note(note.id), &region.chance)
            .expect("it can be sealed");
        let indexes = vault.indexes(&email);
        let reached = Reached::Address {
            sealed: sealed.as_bytes(),
            index: indexes.newest.as_bytes(),
        };
        let letter = Letter::NewLink { note: note.id };
        let at = now - owed_before;
        self.db()
            .write_now(|tx| {
                note::insert(tx, &note, &[wish(region.cell)], reached)?;
                outbox::push(
                    tx,
                    LetterId::random(&region.chance),
                    &letter,
                    at,
                    now + TimeDelta::days(7),
                )
            })
            .expect("the note is left");
        note.id
    }

    /// What a disaster leaves: keys, journal, and what was kept elsewhere.
    pub fn lose_the_database(&mut self) {
        if self.server.is_some() {
            self.server = Some(TestDb::blank(DatabaseKind::Postgres));
        }
        for end in ["", "-wal", "-shm"] {
            drop(fs::remove_file(self.path().join(format!("data/oppstart.sqlite{end}"))));
        }
    }

    pub fn restore(&self, arguments: &[&str]) -> String {
        self.output(&[&["restore", "backup", "--identity", "identity"], arguments].concat())
    }
}

pub fn refusal(command: &mut Command) -> String {
    let ended = command.output().expect("the program runs");
    let told = String::from_utf8(ended.stderr).expect("text");
    assert_eq!(ended.status.code(), Some(2), "{command:?}: {told}");
    assert_eq!(told.trim_end().lines().count(), 1, "{told}");
    told
}

pub fn wait_until(is_so: impl Fn() -> bool) {
    let begun = Instant::now();
    while !is_so() {
        assert!(begun.elapsed() < PATIENCE, "it does not come about");
        thread::yield_now();
    }
}
