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
    /// The igangsetter can't take the group: busy, away, or has refused it.
    #[error("this igangsetter can't take the group")]
    CantLead,
    /// The start that was chosen is no longer to be had.
    #[error("this start is no longer to be had")]
    StartGone,
    /// The moment for it is past.
    #[error("it is too late for this")]
    TooLate,
    /// The meeting can't be moved there: too far from its week, past, at night, or while the igangsetter leads another
    /// group.
    #[error("a meeting can't be moved to this date and time")]
    BadDate,
    /// The room is taken at the new time.
    #[error("the room is taken at this time")]
    RoomTaken,
    /// The group has been told enough today (promise S8).
    #[error("the group has been told enough today")]
    TooManyMessages,
    /// Nobody leads the group at present, so nobody can be told.
    #[error("nobody leads the group at present")]
    NobodyLeads,
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
