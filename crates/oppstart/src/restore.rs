//! `oppstart restore`: puts a backup back into an empty database, and does again what the journal says was done since
//! (promise R8). Until all of it is done nobody serves that database.

mod fault;
mod place;
mod replay;
mod since;
mod told;

use std::{
    fs::{self, File},
    io::{self, BufReader, Write as _},
    path::{Path, PathBuf},
};

use chrono::{DateTime, Utc};
use clap::Args;
use model::{Chance, Clock};
use store::{Journal, backup, journal::BACKUPS_LAST, key_version};
use vault::{BackupIdentity, BackupReader, Vault};

pub use fault::RestoreFault;

use self::{place::Place, replay::Replay, since::Since};
use crate::{
    Settings,
    backup::Header,
    keys::{catch_up, refuse_others},
    retention,
    service::StartFault,
};

/// What to put back, and with what.
#[derive(Args)]
pub struct Order {
    /// The backup.
    file: PathBuf,
    /// The identity that opens it, made by `oppstart backup --new-identity`.
    #[arg(long, value_name = "FILE")]
    identity: PathBuf,
    /// The folder of another journal than that of the settings: each host writes one.
    #[arg(long = "journal", value_name = "FOLDER")]
    journals: Vec<PathBuf>,
    /// The journal is lost: erase nothing again, and drop all letters that are owed, since some may have been sent.
    #[arg(long, conflicts_with = "journals")]
    without_journal: bool,
}

/// Puts a backup back, and prints counts.
///
/// # Errors
/// [`RestoreFault`]. What can be seen before the database is touched is refused then; after that the database stays
/// marked as unfinished.
pub fn restore(settings: &Settings, order: &Order) -> Result<(), RestoreFault> {
    let (clock, chance) = (Clock::system(), Chance::from_system().map_err(StartFault::from)?);
    let now = clock.now();
    let vault = Vault::open(&settings.keys).map_err(StartFault::from)?;
    let sealed = Sealed {
        vault: &vault,
        identity: read_identity(&order.identity)?,
        file: &order.file,
    };
    let header = sealed.verify()?;
    refuse_unfit(&header, settings, now)?;
    let journal = if order.without_journal {
        None
    } else {
        Some(Since::read(&folders(settings, order), &header)?)
    };
    let place = Place::prepare(&settings.database_url)?;
    let db = place.put_back(&mut sealed.open()?, &header)?;
    db.migrate()?;
    // The keys of the backup's time must still be here: without them nobody can be written to.
    if let Some(known) = db.read_now(key_version::find_newest)? {
        refuse_others(&vault, &known, &settings.keys)?;
    }
    db.write_now(|tx| catch_up(tx, &vault, clock.today()))?;
    let replay = Replay {
        db: &db,
        chance: &chance,
        now,
    };
    let replayed = replay.run(journal.as_ref())?;
    let forgotten = retention::take_away(&db, &chance, &settings.mail_route, now)
        .inspect_err(|fault| tracing::error!(%fault, "not all could be erased; the service will try again"))
        .ok();
    let letters = replay.end_said(journal.as_ref(), &replayed)?;
    if journal.is_some() {
        keep_journal(settings, order, clock)?;
    }
    // What was erased again must not stay in the file (promise C5).
    db.vacuum()?;
    db.write_now(backup::finish)?;
    place.hand_over(db)?;
    let told = told::told(&header, &replayed, letters, forgotten, journal.as_ref());
    Ok(io::stdout().write_all(told.as_bytes())?)
}

/// A backup's file, and what opens it.
struct Sealed<'a> {
    vault: &'a Vault,
    identity: BackupIdentity,
    file: &'a Path,
}

type Opened = BufReader<BackupReader<BufReader<File>>>;

impl Sealed<'_> {
    /// Reads all of it once, so that one that is not whole is refused before anything is done.
    fn verify(&self) -> Result<Header, RestoreFault> {
        let read = || {
            let mut opened = self.opened()?;
            let header = Header::read(&mut opened)?;
            io::copy(&mut opened, &mut io::sink())?;
            Ok(header)
        };
        read().map_err(fault::at(self.file))
    }

    /// The copy that it holds, from its first byte.
    fn open(&self) -> Result<Opened, RestoreFault> {
        let read = || {
            let mut opened = self.opened()?;
            Header::read(&mut opened)?;
            Ok(opened)
        };
        read().map_err(fault::at(self.file))
    }

    fn opened(&self) -> io::Result<Opened> {
        let input = BufReader::new(File::open(self.file)?);
        Ok(BufReader::new(self.vault.open_backup(&self.identity, input)?))
    }
}

fn read_identity(file: &Path) -> Result<BackupIdentity, RestoreFault> {
    let text = fs::read_to_string(file).map_err(fault::at(file))?;
    BackupIdentity::from_text(&text).map_err(|cause| fault::at(file)(io::Error::other(cause)))
}

fn refuse_unfit(header: &Header, settings: &Settings, now: DateTime<Utc>) -> Result<(), RestoreFault> {
    if header.made + BACKUPS_LAST < now {
        return Err(RestoreFault::TooOld(header.made));
    }
    if header.database == Header::kind_of(&settings.database_url) {
        Ok(())
    } else {
        Err(RestoreFault::OtherKind(header.database.clone()))
    }
}

/// The folders that are named, and the host's own journal, unless it is lost and another is named.
fn folders(settings: &Settings, order: &Order) -> Vec<PathBuf> {
    let mut folders = order.journals.clone();
    if folders.is_empty() || settings.journal.is_dir() {
        folders.push(settings.journal.clone());
    }
    folders
}

/// A journal from elsewhere goes on here, by its days: an older backup may be put back after this one.
fn keep_journal(settings: &Settings, order: &Order, clock: Clock) -> Result<(), RestoreFault> {
    let own = Journal::open(&settings.journal, clock)?;
    let known = Journal::read(&settings.journal)?.entries;
    for folder in &order.journals {
        let mut entries = Journal::read(folder)?.entries;
        entries.retain(|entry| !known.contains(entry));
        own.take_over(&entries)?;
    }
    Ok(())
}

#[cfg(test)]
mod tests;
