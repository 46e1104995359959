//! The key folder: one text file per key, `use-number.key`, or `.public` and `.private` for sealing.
//!
//! A file appears whole or not at all, and is overwritten only to destroy its key: of two processes that make the same
//! key at once, one wins, and both read what the winner wrote.

use std::{
    fs, io,
    io::{ErrorKind, Read as _, Write as _},
    path::{Path, PathBuf},
};

use data_encoding::HEXLOWER;
use model::Chance;
use zeroize::Zeroizing;

use crate::{
    KeyFault, KeyId,
    key::{KeyUse, Secret, TextFault},
};

/// More than any key file has, in bytes; a log file put here by mistake is not read to its end.
const MAX_LEN: u64 = 1024;

pub(crate) struct KeyFolder<'a>(&'a Path);

impl<'a> KeyFolder<'a> {
    /// The folder as it is.
    pub(crate) const fn at(path: &'a Path) -> Self {
        Self(path)
    }

    /// The folder, made if there is none, for its owner only.
    pub(crate) fn create(path: &'a Path) -> Result<Self, KeyFault> {
        let mut builder = fs::DirBuilder::new();
        builder.recursive(true);
        #[cfg(unix)]
        std::os::unix::fs::DirBuilderExt::mode(&mut builder, 0o700);
        builder.create(path).map_err(|source| KeyFault::Folder {
            path: path.to_owned(),
            source,
        })?;
        Ok(Self(path))
    }

    pub(crate) fn path_of(&self, key_use: KeyUse, id: KeyId) -> PathBuf {
        self.0.join(key_use.file_name(id))
    }

    /// The numbers of all keys of a use, newest first. Other files in the folder are none of our business.
    pub(crate) fn ids(&self, key_use: KeyUse) -> Result<Vec<KeyId>, KeyFault> {
        let fault = |source| KeyFault::Folder {
            path: self.0.to_owned(),
            source,
        };
        let mut ids = Vec::new();
        for entry in fs::read_dir(self.0).map_err(fault)? {
            let name = entry.map_err(fault)?.file_name();
            ids.extend(name.to_str().and_then(|name| key_use.id_in(name)));
        }
        ids.sort_unstable_by(|a, b| b.cmp(a));
        Ok(ids)
    }

    pub(crate) fn read(&self, key_use: KeyUse, id: KeyId) -> Result<Secret, KeyFault> {
        let path = self.path_of(key_use, id);
        let mut text = Zeroizing::new(String::new());
        match read_small(&path, &mut text, key_use == KeyUse::SealPrivate) {
            Ok(None) => {}
            Ok(Some(mode)) => return Err(KeyFault::Exposed { path, mode }),
            Err(source) if source.kind() == ErrorKind::InvalidData => {
                return Err(KeyFault::WrongFile {
                    path,
                    expected: key_use.header(id),
                });
            }
            Err(source) => return Err(KeyFault::Unreadable { path, source }),
        }
        Secret::from_text(&text, key_use, id).map_err(|fault| match fault {
            TextFault::Header => KeyFault::WrongFile {
                path,
                expected: key_use.header(id),
            },
            TextFault::Body => KeyFault::Damaged { path },
        })
    }

    /// Writes a key, unless there is one of this use and number; that one stays, and must be read.
    pub(crate) fn add(&self, key_use: KeyUse, id: KeyId, key: &Secret, chance: &Chance) -> Result<(), KeyFault> {
        let path = self.path_of(key_use, id);
        let draft = self.0.join(format!(".new-{}", HEXLOWER.encode(&chance.bytes::<16>())));
        let written = write_durably(&draft, &key.to_text(key_use, id))
            // A hard link, unlike a rename, leaves alone what is there.
            .and_then(|()| match fs::hard_link(&draft, &path) {
                Err(fault) if fault.kind() != ErrorKind::AlreadyExists => Err(fault),
                _ => Ok(()),
            });
        let tidied = if_there(fs::remove_file(&draft));
        written
            .and(tidied)
            .and_then(|()| sync_names(self.0))
            .map_err(|source| KeyFault::Unwritable { path, source })
    }

    /// Overwrites a key and takes its file away; a key that is gone already stays so. It is renamed first: a file that
    /// was overwritten when the power went must not look like a damaged key.
    ///
    /// A disk may keep copies of what is overwritten, which no program reaches: see docs/operations.md.
    pub(crate) fn destroy(&self, key_use: KeyUse, id: KeyId) -> Result<(), KeyFault> {
        let path = self.path_of(key_use, id);
        let doomed = self.0.join(format!(".doomed-{}", key_use.file_name(id)));
        if_there(fs::rename(&path, &doomed))
            .and_then(|()| sync_names(self.0))
            .and_then(|()| if_there(overwrite(&doomed)))
            .and_then(|()| if_there(fs::remove_file(&doomed)))
            .and_then(|()| sync_names(self.0))
            .map_err(|source| KeyFault::Unwritable { path, source })
    }
}

fn if_there(done: io::Result<()>) -> io::Result<()> {
    match done {
        Err(fault) if fault.kind() != ErrorKind::NotFound => Err(fault),
        _ => Ok(()),
    }
}

fn overwrite(path: &Path) -> io::Result<()> {
    let mut file = fs::OpenOptions::new().write(true).open(path)?;
    let length = file.metadata()?.len().min(MAX_LEN);
    io::copy(&mut io::repeat(0).take(length), &mut file)?;
    file.sync_all()
}

/// Reads a file to `text`, or answers with its mode if it should be private and is not.
fn read_small(path: &Path, text: &mut String, private: bool) -> io::Result<Option<u32>> {
    let file = fs::File::open(path)?;
    if private && let Some(mode) = mode_for_others(&file)? {
        return Ok(Some(mode));
    }
    file.take(MAX_LEN).read_to_string(text)?;
    Ok(None)
}

/// The permission bits of a file that others than its owner can reach.
#[cfg(unix)]
fn mode_for_others(file: &fs::File) -> io::Result<Option<u32>> {
    let mode = std::os::unix::fs::PermissionsExt::mode(&file.metadata()?.permissions()) & 0o777;
    Ok((mode & 0o077 != 0).then_some(mode))
}

#[cfg(not(unix))]
fn mode_for_others(_: &fs::File) -> io::Result<Option<u32>> {
    Ok(None)
}

/// A new file for its owner only, on the disk when this returns.
fn write_durably(path: &Path, text: &str) -> io::Result<()> {
    let mut options = fs::OpenOptions::new();
    options.write(true).create_new(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    let mut file = options.open(path)?;
    file.write_all(text.as_bytes())?;
    file.sync_all()
}

/// Without it a power cut could take the name of a key that addresses are sealed with already.
#[cfg(unix)]
fn sync_names(folder: &Path) -> io::Result<()> {
    fs::File::open(folder)?.sync_all()
}

#[cfg(not(unix))]
fn sync_names(_: &Path) -> io::Result<()> {
    Ok(())
}
