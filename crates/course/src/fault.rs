//! Why the course module did not do what it was asked.

/// What went wrong.
#[derive(Debug, thiserror::Error)]
pub enum Fault {
    /// The course or collection is not there, or not this person's.
    #[error("this is not yours")]
    NotYours,
    /// No collection has this code, and no contact point this name.
    #[error("no collection has this code")]
    NoSuchCollection,
    /// The collection takes no more notes: its time is over.
    #[error("the collection is closed")]
    CollectionClosed,
    /// The collection has taken as many notes as there are participants, and two more (promise S8).
    #[error("the collection is full")]
    CollectionFull,
    /// The contact point does not say who answers for the data, so none may be collected.
    #[error("the contact point names no controller")]
    NoController,
    /// The paper slip has been used, or there never was one with this code.
    #[error("the slip has been used, or is none")]
    SlipUsed,
    /// A place was ticked that the form does not offer.
    #[error("there is no such place")]
    NoSuchPlace,
    /// Nothing was ticked under places or times.
    #[error("the note has no wish")]
    NoWish,
    /// Nobody in the region has this apart code.
    #[error("nobody has this apart code")]
    NoSuchCode,
    /// Two people share this apart code already, or it is one's own.
    #[error("this apart code is taken")]
    CodeTaken,
    /// The note has as many apart codes as it can have.
    #[error("the note has too many apart codes")]
    TooManyCodes,
    /// The note has been erased.
    #[error("the note is gone")]
    Gone,
    /// The note is not in a state in which this can happen.
    #[error(transparent)]
    WrongState(#[from] model::WrongState),
    /// The address could not be sealed.
    #[error(transparent)]
    Seal(#[from] vault::SealFault),
    /// A group could not be settled.
    #[error(transparent)]
    Groups(#[from] groups::Fault),
    /// The database failed.
    #[error(transparent)]
    Store(#[from] store::Fault),
}

/// What most functions here return.
pub(crate) type Result<T> = std::result::Result<T, Fault>;
