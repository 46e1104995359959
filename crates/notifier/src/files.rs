//! Letters as files, for trying things out and for hosts without a mail server. They hold addresses and links,
//! so only the service's user can read them, and they are erased after a day like delivered letters (promise C6).

use std::{
    fmt,
    fs::{self, DirBuilder, File, OpenOptions},
    io::{self, Write as _},
    path::{Path, PathBuf},
    time::SystemTime,
};

use chrono::{DateTime, TimeDelta, Utc};
use model::LetterId;

use crate::{Cause, DeliveryFault, message::Message};

/// How long a letter's file is kept.
const KEPT: TimeDelta = TimeDelta::hours(24);

/// A folder in which each letter becomes one `.eml` file, named by the letter's id.
#[derive(Clone, PartialEq, Eq)]
pub struct FileRoute {
    folder: PathBuf,
}

impl FileRoute {
    /// The route to a folder, which is made with the first letter if it is not there.
    #[must_use]
    pub const fn new(folder: PathBuf) -> Self {
        Self { folder }
    }

    /// Where the files are.
    #[must_use]
    pub fn folder(&self) -> &Path {
        &self.folder
    }

    /// Erases what was written more than 24 hours ago, and returns how many files that were.
    ///
    /// A folder that is not there has nothing in it.
    ///
    /// # Errors
    /// When the folder can't be read, or a file in it not be erased.
    pub fn erase_old_files(&self, now: DateTime<Utc>) -> io::Result<usize> {
        let entries = match fs::read_dir(&self.folder) {
            Err(fault) if fault.kind() == io::ErrorKind::NotFound => return Ok(0),
            entries => entries?,
        };
        let written_before = SystemTime::from(now - KEPT);
        let mut erased = 0;
        for entry in entries {
            let entry = entry?;
            if is_ours(&entry.path()) && entry.metadata()?.modified()? < written_before {
                fs::remove_file(entry.path())?;
                erased += 1;
            }
        }
        Ok(erased)
    }

    /// Writes a file and erases it.
    pub(crate) fn try_out(&self) -> Result<(), DeliveryFault> {
        let probe = self.folder.join(".probe");
        make_private(&self.folder)
            .and_then(|()| open_private(&probe))
            .and_then(|_| fs::remove_file(probe))
            .map_err(|_| DeliveryFault::RouteDown(Cause::File))
    }

    /// Writes a letter. It is there whole or not at all; a second time it replaces the first.
    pub(crate) async fn deliver(
        &self,
        id: LetterId,
        message: Message,
        now: DateTime<Utc>,
    ) -> Result<(), DeliveryFault> {
        let folder = self.folder.clone();
        let written = tokio::task::spawn_blocking(move || write(&folder, id, &message.data, now)).await;
        // Neither a full disk nor a wrong owner is a letter's fault.
        let down = DeliveryFault::RouteDown(Cause::File);
        written.map_err(|_| down)?.map_err(|_| down)
    }
}

fn write(folder: &Path, id: LetterId, data: &[u8], now: DateTime<Utc>) -> io::Result<()> {
    make_private(folder)?;
    let half = folder.join(format!("{id}.part"));
    let mut file = open_private(&half)?;
    file.write_all(data)?;
    // Its age is counted by our clock.
    file.set_modified(now.into())?;
    file.sync_all()?;
    fs::rename(half, folder.join(format!("{id}.eml")))
}

/// True for letters, and for what an interrupted writing left of one.
fn is_ours(path: &Path) -> bool {
    let stem = path.file_stem().and_then(|stem| stem.to_str());
    let extension = path.extension().and_then(|extension| extension.to_str());
    stem.is_some_and(|stem| stem.parse::<LetterId>().is_ok()) && matches!(extension, Some("eml" | "part"))
}

#[cfg(unix)]
fn make_private(folder: &Path) -> io::Result<()> {
    use std::os::unix::fs::DirBuilderExt as _;
    DirBuilder::new().recursive(true).mode(0o700).create(folder)
}

#[cfg(not(unix))]
fn make_private(folder: &Path) -> io::Result<()> {
    DirBuilder::new().recursive(true).create(folder)
}

#[cfg(unix)]
fn open_private(path: &Path) -> io::Result<File> {
    use std::os::unix::fs::OpenOptionsExt as _;
    OpenOptions::new()
        .write(true)
        .create(true)
        .truncate(true)
        .mode(0o600)
        .open(path)
}

#[cfg(not(unix))]
fn open_private(path: &Path) -> io::Result<File> {
    OpenOptions::new().write(true).create(true).truncate(true).open(path)
}

impl fmt::Debug for FileRoute {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "files:{}", self.folder.display())
    }
}
