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
    /// A contact point needs a coordinator.
    #[error("nobody else is a coordinator of this contact point")]
    LastCoordinator,
    /// Somebody starts groups that they have not stepped back from.
    #[error("they start a group")]
    Leads,
    /// There is no contact point whose sign-up page has this name.
    #[error("no contact point has this name in its address")]
    NoSuchContactPoint,
    /// The sign-up page of another contact point has this name.
    #[error("another contact point has this name in its address")]
    SlugTaken,
    /// An igangsetter can't be promised for so many meetings.
    #[error("an igangsetter is there for 10 meetings at most")]
    TooManyMeetings,
    /// Letters have nothing to call the place by: no name of its own, and no street address that they could show.
    #[error("letters can't name the place: {0}")]
    LetterName(model::NameFault),
    /// Two of the room's times would be under way at once.
    #[error("two of the times overlap")]
    TimesOverlap,
    /// The room would be given back before it can be had.
    #[error("the last day is before the first one")]
    EndsTooEarly,
    /// The same has been told to the same people.
    #[error("they have been told the same on {0}")]
    ToldAlready(chrono::NaiveDate),
    /// The address could not be sealed.
    #[error(transparent)]
    Seal(#[from] vault::SealFault),
    /// The database failed.
    #[error(transparent)]
    Store(#[from] store::Fault),
}

/// What most functions here return.
pub(crate) type Result<T> = std::result::Result<T, Fault>;
