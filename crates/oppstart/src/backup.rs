//! `oppstart backup`: a sealed copy of the database, made while the service runs (promise R8). The keys are not in it.

mod header;

use std::{
    fs::{OpenOptions, Permissions},
    io::{self, BufWriter, Write},
    os::unix::fs::{OpenOptionsExt as _, PermissionsExt as _},
    path::Path,
};

use model::{BackupId, Chance, ChanceFault, Clock};
use store::{DatabaseUrl, Db, Journal, journal::Entry, key_version};
use vault::{BackupIdentity, BackupRecipient, Vault};

pub use header::Header;

use crate::{
    Settings,
    keys::refuse_others,
    service::{StartFault, refuse_unfinished},
};

/// Why there is no backup.
#[derive(Debug, thiserror::Error)]
pub enum BackupFault {
    /// Nobody is named who could open it.
    #[error(
        "backup: setting backup_recipient is empty: run `oppstart backup --new-identity FILE` where backups are put \
         back, and set what it prints"
    )]
    NoRecipient,
    /// The database is a file that is not there.
    #[error("backup: {0} is not there")]
    NoDatabase(String),
    /// Database, keys or journal can't be used.
    #[error(transparent)]
    Start(#[from] StartFault),
    /// The file can't be written, or is there already.
    #[error("backup: {file}: {cause}")]
    Output {
        /// Which file.
        file: String,
        /// What the system said.
        cause: io::Error,
    },
}

impl From<store::Fault> for BackupFault {
    fn from(fault: store::Fault) -> Self {
        Self::Start(fault.into())
    }
}

impl From<ChanceFault> for BackupFault {
    fn from(fault: ChanceFault) -> Self {
        Self::Start(fault.into())
    }
}

/// What a backup is made of.
struct Source {
    db: Db,
    vault: Vault,
    chance: Chance,
    header: Header,
}

/// Makes a backup in a file that is not there yet, or on standard output for `-`.
///
/// The journal learns of it first: a restore asks it for this very backup, and so knows that it reaches back far enough.
///
/// # Errors
/// [`BackupFault`]. Then there is no file of that name.
pub fn backup(settings: &Settings, to: &Path) -> Result<(), BackupFault> {
    let recipient = settings.backup_recipient.as_ref().ok_or(BackupFault::NoRecipient)?;
    if to != Path::new("-") && to.exists() {
        return Err(at(to)(io::ErrorKind::AlreadyExists.into()));
    }
    let (clock, chance) = (Clock::system(), Chance::from_system()?);
    let (db, schema) = existing(&settings.database_url)?;
    let vault = Vault::open(&settings.keys).map_err(StartFault::from)?;
    if let Some(known) = db.read_now(key_version::find_newest)? {
        refuse_others(&vault, &known, &settings.keys)?;
    }
    let header = Header {
        id: BackupId::random(&chance),
        made: clock.now(),
        database: Header::kind_of(&settings.database_url),
        schema,
    };
    Journal::open(&settings.journal, clock)?.write(&[Entry::Backup(header.id)])?;
    let source = Source {
        db,
        vault,
        chance,
        header,
    };
    if to == Path::new("-") {
        return source.write(recipient, &mut io::stdout().lock(), to);
    }
    let told = source.write_file(recipient, to)?;
    writeln!(io::stdout().lock(), "{told}").map_err(at(to))
}

/// Opens a database that is there and has tables.
fn existing(url: &DatabaseUrl) -> Result<(Db, String), BackupFault> {
    refuse_unfinished(url, None)?;
    if let DatabaseUrl::Sqlite(path) = url
        && !path.exists()
    {
        return Err(BackupFault::NoDatabase(path.display().to_string()));
    }
    let db = Db::open(url)?;
    let schema = db.schema()?.ok_or(store::Fault::Empty)?;
    refuse_unfinished(url, Some(&db))?;
    Ok((db, schema))
}

impl Source {
    /// Under another name first, so that no half of a backup is ever taken for one.
    fn write_file(&self, recipient: &BackupRecipient, to: &Path) -> Result<String, BackupFault> {
        let folder = to.parent().filter(|folder| *folder != Path::new(""));
        let mut draft = tempfile::Builder::new()
            .prefix(".")
            .suffix(".backup")
            .permissions(Permissions::from_mode(0o600))
            .tempfile_in(folder.unwrap_or(Path::new(".")))
            .map_err(at(to))?;
        self.write(recipient, draft.as_file_mut(), to)?;
        let file = draft.as_file();
        file.sync_all().map_err(at(to))?;
        let bytes = file.metadata().map_err(at(to))?.len();
        draft.persist_noclobber(to).map_err(|fault| at(to)(fault.error))?;
        Ok(format!("{}: {bytes} bytes, sealed for {recipient}", to.display()))
    }

    fn write(&self, recipient: &BackupRecipient, out: &mut impl Write, to: &Path) -> Result<(), BackupFault> {
        let mut sealed = self
            .vault
            .seal_backup(recipient, &self.chance, BufWriter::new(out))
            .map_err(at(to))?;
        write!(sealed, "{}", self.header).map_err(at(to))?;
        self.db.copy_to(&mut sealed)?;
        sealed.finish().map(drop).map_err(at(to))
    }
}

/// `oppstart backup --new-identity FILE`: makes what opens backups, in a file that is not there yet, and prints the
/// setting that backups are sealed by.
///
/// # Errors
/// [`BackupFault::Output`].
pub fn make_identity(file: &Path) -> Result<(), BackupFault> {
    let identity = BackupIdentity::random(&Chance::from_system()?)
        .ok_or_else(|| at(file)(io::Error::other("no key could be made")))?;
    OpenOptions::new()
        .write(true)
        .create_new(true)
        .mode(0o600)
        .open(file)
        .and_then(|mut made| {
            made.write_all(identity.to_text().as_bytes())?;
            made.sync_all()
        })
        .map_err(at(file))?;
    let setting = format!("backup_recipient = \"{}\"", identity.recipient());
    writeln!(io::stdout().lock(), "{setting}").map_err(at(file))
}

fn at(file: &Path) -> impl Fn(io::Error) -> BackupFault {
    let file = match file.to_str() {
        Some("-") => "standard output".to_owned(),
        _ => file.display().to_string(),
    };
    move |cause| BackupFault::Output {
        file: file.clone(),
        cause,
    }
}
