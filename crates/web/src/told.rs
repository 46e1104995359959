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
    /// Places, rooms and times of a list were added.
    ListAdded,
    /// A room was added.
    RoomAdded,
    /// A room is free again.
    RoomFreed,
    /// A course was added.
    CourseAdded,
    /// When and where was stored.
    AvailabilitySaved,
    /// What is said of a place was stored.
    PlaceSaved,
    /// What is said of a room was stored.
    RoomSaved,
    /// What the contact point says of itself was stored.
    PointSaved,
    /// Another contact point was added.
    PointAdded,
    /// Days off were stored.
    DaysSaved,
    /// Somebody's name and roles were stored.
    PersonSaved,
    /// Somebody has another address.
    AddressChanged,
    /// Somebody was signed out everywhere.
    SignedOut,
    /// Somebody was let go.
    PersonRemoved,
    /// What is said of a course was stored.
    CourseSaved,
    /// A draft was discarded.
    DraftDiscarded,
    /// An igangsetter does not take a group.
    GroupRefused,
    /// A message was sent to a group.
    MessageSent,
    /// A meeting was cancelled.
    MeetingCancelled,
    /// A meeting was moved.
    MeetingMoved,
    /// A group was called off.
    GroupCalledOff,
    /// The igangsetter stepped back from a group.
    SteppedBack,
    /// Somebody was asked to start a group.
    LeadFound,
    /// The contact point was set up, and a code is on its way.
    SetUp,
    /// The session had ended.
    SessionEnded,
    /// A participant can't come on a date.
    DateDeclined,
    /// A participant waits for another time.
    TimeDeclined,
    /// A participant goes on waiting.
    Resumed,
    /// A new link is on its way, if there is a note.
    LinkSent,
    /// A link is from so long ago that its key is gone.
    LinkTooOld,
    /// A receipt code was looked up for the first time.
    CodeConfirmed,
    /// The planned group is full.
    GroupFull,
    /// A newer note of the address has been confirmed before.
    NewerNote,
    /// A participant has changed the note.
    NoteChanged,
    /// The igangsetter is told that somebody can't come.
    Absence,
    /// The igangsetter has been told often enough today (promise S8).
    AbsenceEnough,
    /// An apart code was made.
    ApartMade,
    /// An apart code is shared.
    ApartShared,
    /// An apart code was dropped.
    ApartDropped,
}

impl Told {
    const ALL: [Self; 41] = [
        Self::PersonAdded,
        Self::PlaceAdded,
        Self::ListAdded,
        Self::RoomAdded,
        Self::RoomFreed,
        Self::CourseAdded,
        Self::AvailabilitySaved,
        Self::PlaceSaved,
        Self::RoomSaved,
        Self::PointSaved,
        Self::PointAdded,
        Self::DaysSaved,
        Self::PersonSaved,
        Self::AddressChanged,
        Self::SignedOut,
        Self::PersonRemoved,
        Self::CourseSaved,
        Self::DraftDiscarded,
        Self::GroupRefused,
        Self::MessageSent,
        Self::MeetingCancelled,
        Self::MeetingMoved,
        Self::GroupCalledOff,
        Self::SteppedBack,
        Self::LeadFound,
        Self::SetUp,
        Self::SessionEnded,
        Self::DateDeclined,
        Self::TimeDeclined,
        Self::Resumed,
        Self::LinkSent,
        Self::LinkTooOld,
        Self::CodeConfirmed,
        Self::GroupFull,
        Self::NewerNote,
        Self::NoteChanged,
        Self::Absence,
        Self::AbsenceEnough,
        Self::ApartMade,
        Self::ApartShared,
        Self::ApartDropped,
    ];

    /// The key of its sentence, which is also the value of its cookie.
    pub const fn key(self) -> &'static str {
        match self {
            Self::PersonAdded => "told-person-added",
            Self::PlaceAdded => "told-place-added",
            Self::ListAdded => "told-list-added",
            Self::RoomAdded => "told-room-added",
            Self::RoomFreed => "told-room-freed",
            Self::CourseAdded => "told-course-added",
            Self::AvailabilitySaved => "told-availability-saved",
            Self::PlaceSaved => "told-place-saved",
            Self::RoomSaved => "told-room-saved",
            Self::PointSaved => "told-point-saved",
            Self::PointAdded => "told-point-added",
            Self::DaysSaved => "told-days-saved",
            Self::PersonSaved => "told-person-saved",
            Self::AddressChanged => "told-address-changed",
            Self::SignedOut => "told-signed-out",
            Self::PersonRemoved => "told-person-removed",
            Self::CourseSaved => "told-course-saved",
            Self::DraftDiscarded => "told-draft-discarded",
            Self::GroupRefused => "told-group-refused",
            Self::MessageSent => "told-message-sent",
            Self::MeetingCancelled => "told-meeting-cancelled",
            Self::MeetingMoved => "told-meeting-moved",
            Self::GroupCalledOff => "told-group-called-off",
            Self::SteppedBack => "told-stepped-back",
            Self::LeadFound => "told-lead-found",
            Self::SetUp => "told-set-up",
            Self::SessionEnded => "told-session-ended",
            Self::DateDeclined => "told-date-declined",
            Self::TimeDeclined => "told-time-declined",
            Self::Resumed => "told-resumed",
            Self::LinkSent => "told-link-sent",
            Self::LinkTooOld => "told-link-too-old",
            Self::CodeConfirmed => "told-code-confirmed",
            Self::GroupFull => "told-group-full",
            Self::NewerNote => "told-newer-note",
            Self::NoteChanged => "told-note-changed",
            Self::Absence => "told-absence",
            Self::AbsenceEnough => "told-absence-enough",
            Self::ApartMade => "told-apart-made",
            Self::ApartShared => "told-apart-shared",
            Self::ApartDropped => "told-apart-dropped",
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
