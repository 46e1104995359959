//! Why a group did not do what it was asked.

/// What went wrong.
#[derive(Debug, thiserror::Error)]
pub enum Fault {
    /// The group or round is not there, or not this person's.
    #[error("this is not yours")]
    NotYours,
    /// The region has an open round; it must be approved or discarded first.
    #[error("the region has an open round")]
    RoundOpen,
    /// The note is not in a state in which this can happen.
    #[error(transparent)]
    WrongState(#[from] model::WrongState),
    /// What was derived from the database is no pool: a fault of ours.
    #[error("the matcher refused the pool: {0}")]
    Pool(#[from] matcher::PoolFault),
    /// The matcher answered with an identity that the pool does not have: a fault of ours.
    #[error("the matcher's answer is not about this pool")]
    Answer,
    /// The database failed.
    #[error(transparent)]
    Store(#[from] store::Fault),
}

/// What most functions here return.
pub(crate) type Result<T> = std::result::Result<T, Fault>;
