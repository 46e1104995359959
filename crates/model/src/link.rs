//! Every address of the service, one variant per route, shared by pages and letters.

use crate::{CollectionId, CourseId, GroupId, LetterId, NoteId, PlaceId, RoundId, ShortCode, StaffId};

/// What a link from a letter to a participant is for. A link works for its own purpose only (promise S1).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Purpose {
    /// To confirm the address of a new note.
    Confirm,
    /// To answer an invitation.
    Answer,
    /// To see, change and erase one's own note.
    MyNote,
}

impl Purpose {
    /// All purposes.
    pub const ALL: [Self; 3] = [Self::Confirm, Self::Answer, Self::MyNote];

    /// The byte that stands for the purpose in a token.
    #[must_use]
    pub const fn byte(self) -> u8 {
        match self {
            Self::Confirm => 1,
            Self::Answer => 2,
            Self::MyNote => 3,
        }
    }

    /// The purpose of a byte.
    #[must_use]
    pub fn from_byte(byte: u8) -> Option<Self> {
        Self::ALL.into_iter().find(|purpose| purpose.byte() == byte)
    }
}

/// What a participant's link says, once its token has proven genuine.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct LinkClaim {
    /// Whose note.
    pub note: NoteId,
    /// What for.
    pub purpose: Purpose,
    /// Rises when the person asks for new links, which kills the older ones.
    pub generation: u16,
}

/// A page's address.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Link {
    /// The front page.
    Home,
    /// The interest note of a collection.
    Collection(ShortCode),
    /// After a note was left.
    NoteReceived,
    /// A participant's link in a letter, with its token.
    Token(String),
    /// Confirm or disown the address.
    Confirm,
    /// The invitation and its answers.
    Answer,
    /// One's own note.
    MyNote,
    /// All of one's data is gone.
    Erased,
    /// Where the coordinator's set-up link leads, with its token.
    SetUpToken(String),
    /// Set-up of the first contact point.
    SetUp,
    /// Type in an address to get a code.
    SignIn,
    /// Type in the code.
    SignInCode,
    /// End the session.
    SignOut,
    /// What there is to do, for all staff.
    Desk,
    /// All places.
    Places,
    /// One place and its rooms.
    Place(PlaceId),
    /// All staff.
    People,
    /// When and where an igangsetter can start groups.
    Availability(StaffId),
    /// All courses.
    Courses,
    /// One course.
    Course(CourseId),
    /// One collection, as its leader sees it.
    CollectionDesk(CollectionId),
    /// Demand, and making a proposal.
    Rounds,
    /// One proposal.
    Round(RoundId),
    /// One group, as its igangsetter sees it.
    Group(GroupId),
    /// What is kept of whom, and for how long.
    Privacy,
    /// The accessibility statement.
    Accessibility,
    /// How to reach the contact point.
    Contact,
    /// The demonstration's start page.
    Demo,
    /// Sign in as somebody, in the demonstration.
    DemoPlay,
    /// Move the demonstration's clock.
    DemoClock,
    /// Everybody's mailbox, in the demonstration.
    DemoLetters,
    /// One letter in it.
    DemoLetter(LetterId),
}

impl Link {
    /// The path, from the root.
    #[must_use]
    pub fn path(&self) -> String {
        match self {
            Self::Collection(code) => format!("/i/{code}"),
            Self::Token(token) => format!("/n/{token}"),
            Self::SetUpToken(token) => format!("/set-up/{token}"),
            Self::Place(id) => format!("/places/{id}"),
            Self::Availability(id) => format!("/people/{id}/availability"),
            Self::Course(id) => format!("/courses/{id}"),
            Self::CollectionDesk(id) => format!("/collections/{id}"),
            Self::Round(id) => format!("/rounds/{id}"),
            Self::Group(id) => format!("/groups/{id}"),
            Self::DemoLetter(id) => format!("/demo/letters/{id}"),
            fixed => fixed.route().to_owned(),
        }
    }

    /// The route's pattern, as the router and the log know it: without any token or id (promise C7).
    #[must_use]
    pub const fn route(&self) -> &'static str {
        match self {
            Self::Home => "/",
            Self::Collection(_) => "/i/{code}",
            Self::NoteReceived => "/received",
            Self::Token(_) => "/n/{token}",
            Self::Confirm => "/confirm",
            Self::Answer => "/answer",
            Self::MyNote => "/my-note",
            Self::Erased => "/erased",
            Self::SetUpToken(_) => "/set-up/{token}",
            Self::SetUp => "/set-up",
            Self::SignIn => "/sign-in",
            Self::SignInCode => "/sign-in/code",
            Self::SignOut => "/sign-out",
            Self::Desk => "/desk",
            Self::Places => "/places",
            Self::Place(_) => "/places/{place}",
            Self::People => "/people",
            Self::Availability(_) => "/people/{person}/availability",
            Self::Courses => "/courses",
            Self::Course(_) => "/courses/{course}",
            Self::CollectionDesk(_) => "/collections/{collection}",
            Self::Rounds => "/rounds",
            Self::Round(_) => "/rounds/{round}",
            Self::Group(_) => "/groups/{group}",
            Self::Privacy => "/privacy",
            Self::Accessibility => "/accessibility",
            Self::Contact => "/contact",
            Self::Demo => "/demo",
            Self::DemoPlay => "/demo/play",
            Self::DemoClock => "/demo/clock",
            Self::DemoLetters => "/demo/letters",
            Self::DemoLetter(_) => "/demo/letters/{letter}",
        }
    }
}
