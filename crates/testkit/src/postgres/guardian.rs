//! A small shell process that outlives the tests and clears up after them.
//!
//! It reads from a pipe whose other end is ours. The pipe closes when the test
//! process ends, even by `kill -9`; then it stops the server and removes the
//! folder. So no test needs to remember anything, and nothing is left running.

use std::os::unix::process::CommandExt;
use std::path::Path;
use std::process::{Child, Command, Stdio};

use super::programs::Programs;

/// `$1` is the folder; the rest is the command that stops the server.
///
/// The folder is removed more than once if need be: a test process that was
/// killed early may leave an `initdb` behind that still writes for a moment.
const SCRIPT: &str = r#"
folder=$1
shift
cat
[ ! -e "$folder/data/postmaster.pid" ] || "$@"
cd /
for again in 1 2 3 4 5 6 7 8 9; do
    rm -rf -- "$folder" && break
    sleep 0.3
done
"#;

/// Stops the server and removes its folder when dropped or when the process ends.
#[derive(Debug)]
pub(super) struct Guardian(Child);

impl Guardian {
    pub(super) fn start(programs: &Programs, folder: &Path) -> Result<Self, String> {
        let mut shell = Command::new("/bin/sh");
        shell.arg("-c").arg(SCRIPT).arg("guardian").arg(folder);
        if let Some(account) = programs.owner() {
            shell.arg("setpriv").arg("--clear-groups");
            shell
                .arg(format!("--reuid={}", account.user))
                .arg(format!("--regid={}", account.group));
        }
        shell
            .arg(programs.path("pg_ctl"))
            .args(["stop", "--wait", "--silent", "--mode=immediate", "--pgdata"]);
        shell.arg(folder.join("data"));
        shell
            .current_dir(folder)
            .stdin(Stdio::piped())
            .stdout(Stdio::null())
            .stderr(Stdio::null())
            // Ctrl-C reaches the whole group of the tests: the guardian must survive it.
            .process_group(0)
            .spawn()
            .map(Self)
            .map_err(|fault| format!("The shell that clears up after PostgreSQL cannot be started: {fault}"))
    }
}

impl Drop for Guardian {
    fn drop(&mut self) {
        drop(self.0.stdin.take());
        drop(self.0.wait());
    }
}
