//! Where PostgreSQL's programs are, and as whom they run.

use std::env;
use std::fs;
use std::os::unix::fs::{MetadataExt, PermissionsExt, chown};
use std::os::unix::process::CommandExt;
use std::path::{Path, PathBuf};
use std::process::Command;

/// The programs that a usable folder holds, all of them.
const NEEDED: [&str; 4] = ["initdb", "pg_ctl", "postgres", "psql"];

/// Where Debian keeps them, one folder a version, outside `PATH`.
const DEBIAN: &str = "/usr/lib/postgresql";

/// The installed programs, and the account that owns what they make.
#[derive(Clone, Debug)]
pub(super) struct Programs {
    folder: PathBuf,
    /// Set when we are root, which PostgreSQL refuses to run as.
    owner: Option<Account>,
}

/// A user of this machine, by number.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Account {
    pub(super) user: u32,
    pub(super) group: u32,
}

impl Programs {
    pub(super) fn find() -> Result<Self, String> {
        let folder = in_path().into_iter().chain(of_debian()).find(|folder| holds_all(folder)).ok_or_else(|| {
            format!(
                "PostgreSQL is not installed: no folder of PATH or {DEBIAN} holds {} (Debian: apt-get install postgresql)",
                NEEDED.join(", ")
            )
        })?;
        Ok(Self {
            folder,
            owner: owner_for(running_as()?)?,
        })
    }

    /// A command that runs as whoever runs the tests.
    ///
    /// Its environment is empty but for the language, so that a `PGHOST` or
    /// `PGSERVICE` set by the developer cannot lead a test to a real database.
    pub(super) fn command(&self, program: &str, folder: &Path) -> Command {
        let mut command = Command::new(self.path(program));
        command.env_clear().env("LC_ALL", "C").current_dir(folder);
        command
    }

    /// A command that runs as the owner of the cluster.
    pub(super) fn as_owner(&self, program: &str, folder: &Path) -> Command {
        let mut command = self.command(program, folder);
        if let Some(account) = self.owner {
            command.uid(account.user).gid(account.group);
        }
        command
    }

    /// A fresh temporary folder that belongs to the owner of the cluster.
    pub(super) fn make_folder(&self) -> Result<PathBuf, String> {
        let made = tempfile::Builder::new()
            .prefix("oppstart-pg-")
            .permissions(fs::Permissions::from_mode(0o700))
            .tempdir()
            .and_then(|folder| {
                if let Some(account) = self.owner {
                    chown(folder.path(), Some(account.user), Some(account.group))?;
                }
                Ok(folder.keep())
            });
        made.map_err(|fault| format!("A folder for the tests' PostgreSQL cannot be made: {fault}"))
    }

    pub(super) fn path(&self, program: &str) -> PathBuf {
        self.folder.join(program)
    }

    pub(super) fn owner(&self) -> Option<Account> {
        self.owner
    }
}

fn in_path() -> Vec<PathBuf> {
    env::var_os("PATH")
        .map(|path| env::split_paths(&path).collect())
        .unwrap_or_default()
}

/// Debian's folders, the newest version first.
fn of_debian() -> Vec<PathBuf> {
    let mut versions: Vec<u32> = fs::read_dir(DEBIAN)
        .into_iter()
        .flatten()
        .filter_map(|entry| entry.ok()?.file_name().to_str()?.parse().ok())
        .collect();
    versions.sort_unstable_by(|a, b| b.cmp(a));
    versions
        .into_iter()
        .map(|version| Path::new(DEBIAN).join(version.to_string()).join("bin"))
        .collect()
}

fn holds_all(folder: &Path) -> bool {
    NEEDED.iter().all(|program| folder.join(program).is_file())
}

/// The number of the user that runs the tests: the owner of a file it makes.
fn running_as() -> Result<u32, String> {
    tempfile::NamedTempFile::new()
        .and_then(|file| file.as_file().metadata())
        .map(|metadata| metadata.uid())
        .map_err(|fault| format!("No temporary file can be made: {fault}"))
}

/// Root hands its cluster to `postgres`, or to `nobody` where there is no such user.
fn owner_for(user: u32) -> Result<Option<Account>, String> {
    if user != 0 {
        return Ok(None);
    }
    let users = fs::read_to_string("/etc/passwd").map_err(|fault| format!("/etc/passwd cannot be read: {fault}"))?;
    account(&users, "postgres")
        .or_else(|| account(&users, "nobody"))
        .map(Some)
        .ok_or_else(|| "PostgreSQL does not run as root, and there is no user `postgres` or `nobody`".to_owned())
}

/// Finds a user in the text of `/etc/passwd`: `name:password:user:group:…`.
pub(super) fn account(users: &str, name: &str) -> Option<Account> {
    users.lines().find_map(|line| {
        let mut fields = line.split(':');
        (fields.next() == Some(name)).then_some(())?;
        let user = fields.nth(1)?.parse().ok()?;
        let group = fields.next()?.parse().ok()?;
        Some(Account { user, group })
    })
}
