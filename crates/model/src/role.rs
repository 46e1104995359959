//! What a member of staff may do.

/// A set of roles; somebody can have several.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Roles {
    /// Keeps places, rooms, people and courses; runs and approves rounds.
    pub coordinator: bool,
    /// Opens a collection at a course.
    pub leader: bool,
    /// Starts groups.
    pub igangsetter: bool,
}

impl Roles {
    /// True if there is at least one.
    #[must_use]
    pub const fn any(self) -> bool {
        self.coordinator || self.leader || self.igangsetter
    }
}
