//! Numbers of notes, sites and groups in half of their space or less, where many are looked through again and again.

use std::num::NonZeroU32;

/// A number below four thousand million, which no pool reaches. That it may be there or not takes no more space.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Small(NonZeroU32);

impl Small {
    pub(crate) fn of(number: usize) -> Self {
        Self(NonZeroU32::MIN.saturating_add(u32::try_from(number).unwrap_or(u32::MAX)))
    }

    pub(crate) fn get(self) -> usize {
        usize::try_from(self.0.get() - 1).unwrap_or(usize::MAX)
    }
}
