//! Chance is injected, hence replayable: tests seed it, the service draws from the system.

use std::{
    fmt,
    sync::{Arc, Mutex, MutexGuard, PoisonError},
};

pub use rand::rngs::SysError as ChanceFault;
use rand::{
    CryptoRng, Rng, SeedableRng,
    rngs::{StdRng, SysRng},
};

/// A shared source of cryptographically strong randomness.
#[derive(Clone)]
pub struct Chance(Arc<Mutex<StdRng>>);

impl Chance {
    /// Seeded by the operating system.
    ///
    /// # Errors
    /// When the operating system gives no randomness.
    pub fn from_system() -> Result<Self, ChanceFault> {
        Ok(Self::of(StdRng::try_from_rng(&mut SysRng)?))
    }

    /// The same draws for the same seed. For tests only: nothing drawn from it is a secret.
    #[must_use]
    pub fn seeded(seed: u64) -> Self {
        Self::of(StdRng::seed_from_u64(seed))
    }

    /// The next `N` random bytes.
    #[must_use]
    pub fn bytes<const N: usize>(&self) -> [u8; N] {
        let mut bytes = [0; N];
        self.locked().fill_bytes(&mut bytes);
        bytes
    }

    /// One of the items, each as likely as any other; `None` of none.
    #[must_use]
    pub fn pick<'a, T>(&self, items: &'a [T]) -> Option<&'a T> {
        use rand::seq::IndexedRandom as _;
        items.choose(&mut *self.locked())
    }

    /// Lends the generator to a function that wants one.
    pub fn lend<T>(&self, borrow: impl FnOnce(&mut dyn CryptoRng) -> T) -> T {
        borrow(&mut *self.locked())
    }

    fn of(rng: StdRng) -> Self {
        Self(Arc::new(Mutex::new(rng)))
    }

    fn locked(&self) -> MutexGuard<'_, StdRng> {
        // A panic elsewhere can't leave a generator half-way.
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl fmt::Debug for Chance {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Chance")
    }
}
