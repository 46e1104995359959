//! An organisation's own authority for certificates, made for one test.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use tempfile::TempDir;

const EXTENSIONS: &str = "[req]
distinguished_name = name
[name]
[authority]
basicConstraints = critical, CA:TRUE
keyUsage = critical, keyCertSign
[server]
basicConstraints = critical, CA:FALSE
subjectAltName = IP:127.0.0.1
";

/// An authority, with a certificate of its making for a server on 127.0.0.1. Both go when it is dropped.
#[derive(Debug)]
pub struct Authority {
    folder: TempDir,
}

impl Authority {
    /// Makes the authority and the server's certificate; both are good for two days.
    ///
    /// # Panics
    /// When Debian's `openssl` is not there.
    #[must_use]
    pub fn make() -> Self {
        let folder = TempDir::with_prefix("oppstart-authority-").expect("a temporary folder");
        fs::write(folder.path().join("extensions"), EXTENSIONS).expect("a file");
        certify(folder.path(), "authority", &[]);
        certify(
            folder.path(),
            "server",
            &["-CA", "authority.pem", "-CAkey", "authority.key"],
        );
        Self { folder }
    }

    /// The file with the authority's own certificate, as PEM.
    #[must_use]
    pub fn certificate(&self) -> PathBuf {
        self.folder.path().join("authority.pem")
    }

    pub(super) fn server_certificate(&self) -> PathBuf {
        self.folder.path().join("server.pem")
    }

    pub(super) fn server_key(&self) -> PathBuf {
        self.folder.path().join("server.key")
    }
}

/// Makes NAME.key and NAME.pem, signed by itself unless the arguments name somebody else.
fn certify(folder: &Path, name: &str, signed_by: &[&str]) {
    let (key, certificate) = (format!("{name}.key"), format!("{name}.pem"));
    let subject = format!("/CN={name} of the tests");
    let made = Command::new("openssl")
        .args(["req", "-config", "extensions", "-x509", "-days", "2", "-noenc"])
        .args(["-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-256"])
        .args(["-extensions", name, "-subj", &subject])
        .args(["-keyout", &key, "-out", &certificate])
        .args(signed_by)
        .current_dir(folder)
        .stderr(Stdio::null())
        .status();
    let made = made.unwrap_or_else(|fault| panic!("openssl can't be run ({fault}); Debian: apt-get install openssl"));
    assert!(made.success(), "openssl makes a certificate for the {name}");
}
