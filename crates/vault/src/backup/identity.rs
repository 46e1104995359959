//! The key pair of backups, as people copy and keep it: one word, with a check sum.

use std::{fmt, str::FromStr};

use data_encoding::BASE64URL_NOPAD;
use hpke::{Deserializable as _, Kem as _, Serializable as _};
use model::Chance;
use sha2::{Digest as _, Sha256};
use zeroize::Zeroizing;

use crate::{
    key::Secret,
    sealed::{Kem, PrivateKey, PublicKey, new_pair},
};

const RECIPIENT: &str = "oppstart-backup-";
const IDENTITY: &str = "OPPSTART-BACKUP-SECRET-";

/// Whom backups are sealed to. It is no secret.
#[derive(Clone)]
pub struct BackupRecipient(PublicKey);

/// What opens backups.
pub struct BackupIdentity(PrivateKey);

/// A text is not the key that it should be; one wrong letter would make backups that nobody can open.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("it must be the whole word that `oppstart backup --new-identity` made, beginning with {0}")]
pub struct NotABackupKey(&'static str);

impl BackupRecipient {
    pub(super) const fn key(&self) -> &PublicKey {
        &self.0
    }
}

impl BackupIdentity {
    /// Draws a new one.
    #[must_use]
    pub fn random(chance: &Chance) -> Option<Self> {
        let key = PrivateKey::from_bytes(new_pair(chance).bytes()).ok()?;
        Some(Self(key))
    }

    /// Whom backups are sealed to that it opens.
    #[must_use]
    pub fn recipient(&self) -> BackupRecipient {
        BackupRecipient(Kem::sk_to_pk(&self.0))
    }

    /// The text of its file: what it is, and the secret.
    #[must_use]
    pub fn to_text(&self) -> Zeroizing<String> {
        let secret = Zeroizing::new(to_word(IDENTITY, &Secret::new(self.0.to_bytes().into())));
        Zeroizing::new(format!(
            "# Opens backups of Oppstart that are made for\n# {}\n# Keep it away from the host that makes them.\n{}\n",
            self.recipient(),
            *secret
        ))
    }

    /// Reads the text of a file.
    ///
    /// # Errors
    /// [`NotABackupKey`].
    pub fn from_text(text: &str) -> Result<Self, NotABackupKey> {
        let mut lines = text.lines().map(str::trim);
        let word = lines.find(|line| !line.is_empty() && !line.starts_with('#'));
        let key = from_word(IDENTITY, word.unwrap_or_default())?;
        let key = PrivateKey::from_bytes(key.bytes()).map_err(|_| NotABackupKey(IDENTITY))?;
        Ok(Self(key))
    }

    pub(super) const fn key(&self) -> &PrivateKey {
        &self.0
    }
}

impl fmt::Display for BackupRecipient {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&to_word(RECIPIENT, &Secret::new(self.0.to_bytes().into())))
    }
}

impl fmt::Debug for BackupRecipient {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, f)
    }
}

impl fmt::Debug for BackupIdentity {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("BackupIdentity(…)")
    }
}

impl FromStr for BackupRecipient {
    type Err = NotABackupKey;

    /// # Errors
    /// [`NotABackupKey`].
    fn from_str(word: &str) -> Result<Self, NotABackupKey> {
        let key = from_word(RECIPIENT, word.trim())?;
        let key = PublicKey::from_bytes(key.bytes()).map_err(|_| NotABackupKey(RECIPIENT))?;
        Ok(Self(key))
    }
}

fn to_word(beginning: &str, key: &Secret) -> String {
    let mut body = Zeroizing::new(key.bytes().to_vec());
    body.extend_from_slice(&check_sum(beginning, key));
    format!("{beginning}{}", *Zeroizing::new(BASE64URL_NOPAD.encode(&body)))
}

fn from_word(beginning: &'static str, word: &str) -> Result<Secret, NotABackupKey> {
    let fault = NotABackupKey(beginning);
    let body = word.strip_prefix(beginning).ok_or(fault)?;
    let bytes = Zeroizing::new(BASE64URL_NOPAD.decode(body.as_bytes()).map_err(|_| fault)?);
    let (key, sum) = bytes.split_first_chunk::<32>().ok_or(fault)?;
    let key = Secret::new(*key);
    if sum == check_sum(beginning, &key) {
        Ok(key)
    } else {
        Err(fault)
    }
}

fn check_sum(beginning: &str, key: &Secret) -> [u8; 4] {
    let digest: [u8; 32] = Sha256::new()
        .chain_update(beginning)
        .chain_update(*key.bytes())
        .finalize()
        .into();
    digest.first_chunk().copied().unwrap_or_default()
}
