//! Opening as it is read. Nothing is given out that has not been proved.

use std::{
    fmt,
    io::{self, BufRead, Read},
};

use hpke::{Deserializable as _, OpModeR, PskBundle, aead::AeadCtxR, setup_receiver};
use zeroize::Zeroizing;

use super::{BackupIdentity, FIRST_LINE, INFO, LAST, MORE, PIECE, TAG};
use crate::{
    KeyId, TokenFault, Vault,
    sealed::{Aead, Kdf, Kem},
};

/// Why a file can't be read as a backup.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum BackupFault {
    /// It does not begin like one.
    #[error("this is not a backup of Oppstart")]
    NotABackup,
    /// It was made with a key that is not here.
    #[error("it was made with code key {0}, which is not in the key folder")]
    UnknownKey(KeyId),
    /// It was sealed for another identity, with another installation's keys, or was altered or cut off.
    #[error("it was made for another identity or with other keys, or was altered or cut off")]
    NotGenuine,
}

/// Opens a backup piece by piece. What is wrong with it is an error of the kind [`io::ErrorKind::InvalidData`] with a
/// [`BackupFault`]; only the end of what is read proves that all of it is there.
pub struct BackupReader<R: BufRead> {
    input: R,
    context: AeadCtxR<Aead, Kdf, Kem>,
    piece: Zeroizing<Vec<u8>>,
    read: usize,
    is_last: bool,
}

impl Vault {
    /// Begins to read a backup.
    ///
    /// # Errors
    /// What the input says, and [`BackupFault`] within it.
    pub fn open_backup<R: BufRead>(&self, identity: &BackupIdentity, mut input: R) -> io::Result<BackupReader<R>> {
        let not_a_backup = |fault: io::Error| match fault.kind() {
            io::ErrorKind::UnexpectedEof => wrong(BackupFault::NotABackup),
            _ => fault,
        };
        let (mut line, mut number, mut encapsulated) = ([0; FIRST_LINE.len()], [0; 4], [0; 32]);
        for part in [&mut line[..], &mut number, &mut encapsulated] {
            input.read_exact(part).map_err(not_a_backup)?;
        }
        if line != FIRST_LINE {
            return Err(wrong(BackupFault::NotABackup));
        }
        let key = self
            .backup_key(KeyId::from_bytes(number))
            .map_err(|fault| match fault {
                TokenFault::UnknownKey(id) => wrong(BackupFault::UnknownKey(id)),
                TokenFault::Malformed | TokenFault::NotGenuine => wrong(BackupFault::NotGenuine),
            })?;
        let not_genuine = |_| wrong(BackupFault::NotGenuine);
        let encapsulated = <Kem as hpke::Kem>::EncappedKey::from_bytes(&encapsulated).map_err(not_genuine)?;
        let mode = OpModeR::Psk(PskBundle::new(&*key, &number).map_err(not_genuine)?);
        let context = setup_receiver(&mode, identity.key(), &encapsulated, INFO).map_err(not_genuine)?;
        Ok(BackupReader {
            input,
            context,
            piece: Zeroizing::default(),
            read: 0,
            is_last: false,
        })
    }
}

fn wrong(fault: BackupFault) -> io::Error {
    io::Error::new(io::ErrorKind::InvalidData, fault)
}

impl<R: BufRead> BackupReader<R> {
    fn next_piece(&mut self) -> io::Result<()> {
        let mut sealed = Vec::with_capacity(PIECE + TAG);
        let most = u64::try_from(PIECE + TAG).map_err(io::Error::other)?;
        self.input.by_ref().take(most).read_to_end(&mut sealed)?;
        self.is_last = self.input.fill_buf()?.is_empty();
        let place = if self.is_last { LAST } else { MORE };
        let opened = self.context.open(&sealed, place);
        self.piece = Zeroizing::new(opened.map_err(|_| wrong(BackupFault::NotGenuine))?);
        self.read = 0;
        Ok(())
    }
}

impl<R: BufRead> Read for BackupReader<R> {
    fn read(&mut self, to: &mut [u8]) -> io::Result<usize> {
        if self.read == self.piece.len() && !self.is_last {
            self.next_piece()?;
        }
        let left = self.piece.get(self.read..).unwrap_or_default();
        let count = left.len().min(to.len());
        for (to, from) in to.iter_mut().zip(left) {
            *to = *from;
        }
        self.read += count;
        Ok(count)
    }
}

impl<R: BufRead> fmt::Debug for BackupReader<R> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("BackupReader(…)")
    }
}
