//! Why a contact point's work was not done.

/// What went wrong.
#[derive(Debug, thiserror::Error)]
pub enum Fault {
    /// The thing is not there, or not in this person's region, or not this role's.
    #[error("this is not yours")]
    NotYours,
    /// The one-time link has been used, or its time is over.
    #[error("the set-up link has been used, or is too old")]
    LinkUsed,
    /// A member of staff has this address already.
    #[error("somebody has this address already")]
    AddressTaken,
    /// A member of staff needs a role.
    #[error("no role was chosen")]
    NoRole,
    /// Two of the room's times would be under way at once.
    #[error("two of the times overlap")]
    TimesOverlap,
    /// The address could not be sealed.
    #[error(transparent)]
    Seal(#[from] vault::SealFault),
    /// The database failed.
    #[error(transparent)]
    Store(#[from] store::Fault),
}

/// What most functions here return.
pub(crate) type Result<T> = std::result::Result<T, Fault>;
