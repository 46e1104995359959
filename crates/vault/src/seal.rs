//! Sealing: every process can do it, none needs a private key for it.

use hpke::{OpModeS, Serializable as _, single_shot_seal_with_rng};
use model::{Chance, EmailAddress};
use zeroize::Zeroizing;

use crate::{
    SealFault, SealedAddress, SealedAt, Vault,
    sealed::{Aead, INFO, Kdf, Kem, PADDED_LEN},
};

impl Vault {
    /// Seals an address to the notifier's newest key, for one place in the database (promise C2).
    ///
    /// All sealed addresses have the same length.
    ///
    /// # Errors
    /// [`SealFault`], which sound addresses and keys never cause.
    pub fn seal(&self, address: &EmailAddress, at: SealedAt, chance: &Chance) -> Result<SealedAddress, SealFault> {
        let keys = self.renewed_keys();
        let (id, key) = keys.seal.newest();
        let plain = padded(&Zeroizing::new(address.expose()))?;
        let aad = at.associated(id);
        let (encapsulated, ciphertext) = chance
            .lend(|mut rng| {
                single_shot_seal_with_rng::<Aead, Kdf, Kem>(&OpModeS::Base, key, INFO, &*plain, &aad, &mut rng)
            })
            .map_err(|_| SealFault::Key)?;
        Ok(SealedAddress::assemble(id, &encapsulated.to_bytes(), &ciphertext))
    }
}

/// One byte of length, the address, zeros.
fn padded(address: &str) -> Result<Zeroizing<[u8; PADDED_LEN]>, SealFault> {
    let mut padded = Zeroizing::new([0; PADDED_LEN]);
    let (length, room) = padded.split_first_mut().ok_or(SealFault::TooLong)?;
    *length = u8::try_from(address.len()).map_err(|_| SealFault::TooLong)?;
    for (to, from) in room.iter_mut().zip(address.bytes()) {
        *to = from;
    }
    Ok(padded)
}
