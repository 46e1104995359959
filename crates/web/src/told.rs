//! What the page after an action says once, so that nobody wonders whether it worked.

use actix_web::HttpResponse;

use crate::{
    app::App,
    cookie::{CookieName, WithCookie as _},
};

/// What was done.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Told {
    /// A member of staff was added.
    PersonAdded,
    /// A place was added.
    PlaceAdded,
    /// A room was added.
    RoomAdded,
    /// A room is free again.
    RoomFreed,
    /// A course was added.
    CourseAdded,
    /// When and where was stored.
    AvailabilitySaved,
    /// A draft was discarded.
    DraftDiscarded,
    /// An igangsetter does not take a group.
    GroupRefused,
    /// The contact point was set up, and a code is on its way.
    SetUp,
    /// The session had ended.
    SessionEnded,
    /// A participant can't come on a date.
    DateDeclined,
    /// A participant waits for another time.
    TimeDeclined,
}

impl Told {
    const ALL: [Self; 12] = [
        Self::PersonAdded,
        Self::PlaceAdded,
        Self::RoomAdded,
        Self::RoomFreed,
        Self::CourseAdded,
        Self::AvailabilitySaved,
        Self::DraftDiscarded,
        Self::GroupRefused,
        Self::SetUp,
        Self::SessionEnded,
        Self::DateDeclined,
        Self::TimeDeclined,
    ];

    /// The key of its sentence, which is also the value of its cookie.
    pub const fn key(self) -> &'static str {
        match self {
            Self::PersonAdded => "told-person-added",
            Self::PlaceAdded => "told-place-added",
            Self::RoomAdded => "told-room-added",
            Self::RoomFreed => "told-room-freed",
            Self::CourseAdded => "told-course-added",
            Self::AvailabilitySaved => "told-availability-saved",
            Self::DraftDiscarded => "told-draft-discarded",
            Self::GroupRefused => "told-group-refused",
            Self::SetUp => "told-set-up",
            Self::SessionEnded => "told-session-ended",
            Self::DateDeclined => "told-date-declined",
            Self::TimeDeclined => "told-time-declined",
        }
    }

    /// What is to be told with this key.
    pub fn of_key(key: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|told| told.key() == key)
    }
}

/// An answer that leads on to a page.
pub trait Telling {
    /// The page will say this.
    #[must_use]
    fn telling(self, app: &App, told: Told) -> Self;
}

impl Telling for HttpResponse {
    fn telling(self, app: &App, told: Told) -> Self {
        self.with_cookie(&CookieName::Told.set(app, told.key().to_owned()))
    }
}
