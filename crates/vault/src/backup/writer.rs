//! Sealing as it is written.

use std::{
    fmt,
    io::{self, Write},
};

use hpke::{OpModeS, PskBundle, Serializable as _, aead::AeadCtxS, setup_sender_with_rng};
use model::Chance;
use zeroize::Zeroizing;

use super::{BackupRecipient, FIRST_LINE, INFO, LAST, MORE, PIECE};
use crate::{
    SealFault, Vault,
    sealed::{Aead, Kdf, Kem},
};

/// Seals all that is written to it. Without [`BackupWriter::finish`] nobody can read it to its end.
pub struct BackupWriter<W: Write> {
    out: W,
    context: AeadCtxS<Aead, Kdf, Kem>,
    piece: Zeroizing<Vec<u8>>,
}

impl Vault {
    /// Begins a backup.
    ///
    /// # Errors
    /// What the output says; [`SealFault::Key`] within it with keys that nothing can be sealed with.
    pub fn seal_backup<W: Write>(
        &self,
        to: &BackupRecipient,
        chance: &Chance,
        mut out: W,
    ) -> io::Result<BackupWriter<W>> {
        let id = self.newest_backup_key();
        let key = self.backup_key(id).map_err(io::Error::other)?;
        let number = id.to_bytes();
        let unusable = |_| io::Error::other(SealFault::Key);
        let mode = OpModeS::Psk(PskBundle::new(&*key, &number).map_err(unusable)?);
        let (encapsulated, context) = chance
            .lend(|mut rng| setup_sender_with_rng::<Aead, Kdf, Kem>(&mode, to.key(), INFO, &mut rng))
            .map_err(unusable)?;
        out.write_all(FIRST_LINE)?;
        out.write_all(&number)?;
        out.write_all(&encapsulated.to_bytes())?;
        Ok(BackupWriter {
            out,
            context,
            piece: Zeroizing::new(Vec::with_capacity(PIECE)),
        })
    }
}

impl<W: Write> BackupWriter<W> {
    /// Seals what is left, as the last piece.
    ///
    /// # Errors
    /// What the output says.
    pub fn finish(mut self) -> io::Result<W> {
        self.seal(LAST)?;
        self.out.flush()?;
        Ok(self.out)
    }

    fn seal(&mut self, place: &[u8]) -> io::Result<()> {
        let sealed = self
            .context
            .seal(&self.piece, place)
            .map_err(|_| io::Error::other(SealFault::TooLong))?;
        self.piece.clear();
        self.out.write_all(&sealed)
    }
}

impl<W: Write> Write for BackupWriter<W> {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        // A full piece waits until it is clear that it is not the last.
        if self.piece.len() == PIECE && !bytes.is_empty() {
            self.seal(MORE)?;
        }
        let room = PIECE - self.piece.len();
        let fitting = bytes.get(..room).unwrap_or(bytes);
        self.piece.extend_from_slice(fitting);
        Ok(fitting.len())
    }

    /// Nothing goes out before its piece is full.
    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

impl<W: Write> fmt::Debug for BackupWriter<W> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("BackupWriter(…)")
    }
}
