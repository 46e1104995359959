//! How people meet at a place.

/// What kind of a place it is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum PlaceKind {
    /// A house with a street address.
    #[default]
    Physical,
    /// A telephone conference.
    Telephone,
    /// A video meeting.
    Online,
}

impl PlaceKind {
    /// All kinds, in the order in which forms offer them.
    pub const ALL: [Self; 3] = [Self::Physical, Self::Telephone, Self::Online];

    /// The stored form, also used in forms.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Physical => "physical",
            Self::Telephone => "telephone",
            Self::Online => "online",
        }
    }

    /// The kind of a stored form.
    #[must_use]
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.code() == code)
    }
}
