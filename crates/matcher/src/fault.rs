//! Why a pool was refused: one sentence that names the place.

/// A pool that can't be matched, for the person who wrote or derived it.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{}{}{what}", .place, if .place.is_empty() { "" } else { ": " })]
pub struct PoolFault {
    place: String,
    what: String,
}

impl PoolFault {
    pub(crate) fn new(place: impl Into<String>, what: impl Into<String>) -> Self {
        Self {
            place: place.into(),
            what: what.into(),
        }
    }

    /// The place in the JSON, such as `notes[3].wants[0].cell`; empty where it concerns the whole.
    #[must_use]
    pub fn place(&self) -> &str {
        &self.place
    }
}
