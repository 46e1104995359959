//! Every address of the service, one variant per route, shared by pages and letters.

use crate::{
    CollectionId, CourseId, GroupId, Language, LetterId, NoteId, PlaceId, RoomId, RoundId, ShortCode, Slug, StaffId,
};

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
    /// The interest note of a contact point, all the year round.
    SignUp(Slug),
    /// The interest note on a tablet that is handed round at a course.
    Tablet(ShortCode),
    /// The interest note of a paper slip, with its one-time code.
    Slip(String),
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
    /// Change what one's own note says.
    ChangeNote,
    /// Tell the igangsetter that one can't come.
    Absence,
    /// The code that keeps two people apart.
    ApartCode,
    /// One's first meeting, as a file for a calendar.
    MeetingFile,
    /// Look up one's own note by a receipt code.
    LookUp,
    /// Ask for a new link by e-mail.
    FindNote,
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
    /// Add many places and rooms from a list.
    ImportPlaces,
    /// One place and its rooms.
    Place(PlaceId),
    /// Change what is said of a place.
    EditPlace(PlaceId),
    /// One room with its times.
    Room(RoomId),
    /// What the contact point says of itself.
    ContactPoint,
    /// Change its name, its address, and for how many meetings an igangsetter is there.
    EditContactPoint,
    /// Name who answers for its data.
    Controller,
    /// When it is shut.
    ClosedDays,
    /// All kinds of letters, to look at.
    LetterPreviews,
    /// One kind of letter in a language, with made-up facts.
    LetterPreview(String, Language),
    /// One made-up letter in a language, as its reader sees it.
    LetterLook(String, Language),
    /// Add another contact point to the region.
    NewContactPoint,
    /// One member of staff.
    Person(StaffId),
    /// All staff.
    People,
    /// When and where an igangsetter can start groups.
    Availability(StaffId),
    /// All courses.
    Courses,
    /// One course.
    Course(CourseId),
    /// Change what is said of a course.
    EditCourse(CourseId),
    /// One collection, as its leader sees it.
    CollectionDesk(CollectionId),
    /// The collection's poster, for print.
    Poster(CollectionId),
    /// The collection's paper slips, for print.
    Slips(CollectionId),
    /// Demand, and making a proposal.
    Rounds,
    /// One proposal.
    Round(RoundId),
    /// One group, as its igangsetter sees it.
    Group(GroupId),
    /// A fixed message from the igangsetter to the group.
    Message(GroupId),
    /// Cancel or move a meeting, or call the group off.
    Meetings(GroupId),
    /// The igangsetter steps back.
    StepBack(GroupId),
    /// Find somebody else to start a group.
    Lead(GroupId),
    /// Look up a receipt code for somebody who calls.
    Caller,
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
    /// Every component of the pages, in every state.
    DemoComponents,
    /// Everybody's mailbox, in the demonstration.
    DemoLetters,
    /// One letter in it.
    DemoLetter(LetterId),
    /// The same as its reader sees it.
    DemoLetterLook(LetterId),
}

impl Link {
    /// The path, from the root.
    #[must_use]
    pub fn path(&self) -> String {
        match self {
            Self::Collection(code) => format!("/i/{code}"),
            Self::Token(token) => format!("/n/{token}"),
            Self::SetUpToken(token) => format!("/set-up/{token}"),
            Self::SignUp(name) => format!("/k/{name}"),
            Self::Tablet(code) => format!("/i/{code}/tablet"),
            Self::Slip(code) => format!("/s/{code}"),
            Self::Room(id) => format!("/rooms/{id}"),
            Self::Person(id) => format!("/people/{id}"),
            Self::Poster(id) => format!("/collections/{id}/poster"),
            Self::Slips(id) => format!("/collections/{id}/slips"),
            Self::Message(id) => format!("/groups/{id}/message"),
            Self::Meetings(id) => format!("/groups/{id}/meetings"),
            Self::StepBack(id) => format!("/groups/{id}/step-back"),
            Self::Lead(id) => format!("/groups/{id}/lead"),
            Self::Place(id) => format!("/places/{id}"),
            Self::Availability(id) => format!("/people/{id}/availability"),
            Self::EditPlace(id) => format!("/places/{id}/edit"),
            Self::Course(id) => format!("/courses/{id}"),
            Self::EditCourse(id) => format!("/courses/{id}/edit"),
            Self::CollectionDesk(id) => format!("/collections/{id}"),
            Self::Round(id) => format!("/rounds/{id}"),
            Self::Group(id) => format!("/groups/{id}"),
            Self::DemoLetter(id) => format!("/demo/letters/{id}"),
            Self::LetterPreview(kind, language) => format!("/contact-point/letters/{kind}/{}", language.tag()),
            Self::LetterLook(name, language) => format!("/contact-point/letters/{name}/{}/look", language.tag()),
            Self::DemoLetterLook(id) => format!("/demo/letters/{id}/look"),
            fixed => fixed.route().to_owned(),
        }
    }

    /// The route's pattern, as the router and the log know it: without any token or id (promise C7).
    #[must_use]
    pub const fn route(&self) -> &'static str {
        match self {
            Self::Home => "/",
            Self::Collection(_) => "/i/{code}",
            Self::SignUp(_) => "/k/{name}",
            Self::Tablet(_) => "/i/{code}/tablet",
            Self::Slip(_) => "/s/{slip}",
            Self::NoteReceived => "/received",
            Self::Token(_) => "/n/{token}",
            Self::Confirm => "/confirm",
            Self::Answer => "/answer",
            Self::MyNote => "/my-note",
            Self::ChangeNote => "/my-note/change",
            Self::Absence => "/my-note/absence",
            Self::ApartCode => "/my-note/apart",
            Self::MeetingFile => "/my-note/meeting.ics",
            Self::LookUp => "/code",
            Self::FindNote => "/find",
            Self::Erased => "/erased",
            Self::SetUpToken(_) => "/set-up/{token}",
            Self::SetUp => "/set-up",
            Self::SignIn => "/sign-in",
            Self::SignInCode => "/sign-in/code",
            Self::SignOut => "/sign-out",
            Self::Desk => "/desk",
            Self::Places => "/places",
            Self::ImportPlaces => "/places/import",
            Self::Place(_) => "/places/{place}",
            Self::EditPlace(_) => "/places/{place}/edit",
            Self::Room(_) => "/rooms/{room}",
            Self::ContactPoint => "/contact-point",
            Self::EditContactPoint => "/contact-point/edit",
            Self::Controller => "/contact-point/controller",
            Self::ClosedDays => "/contact-point/closed",
            Self::LetterPreviews => "/contact-point/letters",
            Self::LetterPreview(..) => "/contact-point/letters/{kind}/{language}",
            Self::LetterLook(..) => "/contact-point/letters/{letter}/{language}/look",
            Self::NewContactPoint => "/contact-point/new",
            Self::People => "/people",
            Self::Person(_) => "/people/{person}",
            Self::Availability(_) => "/people/{person}/availability",
            Self::Courses => "/courses",
            Self::Course(_) => "/courses/{course}",
            Self::EditCourse(_) => "/courses/{course}/edit",
            Self::CollectionDesk(_) => "/collections/{collection}",
            Self::Poster(_) => "/collections/{collection}/poster",
            Self::Slips(_) => "/collections/{collection}/slips",
            Self::Rounds => "/rounds",
            Self::Round(_) => "/rounds/{round}",
            Self::Group(_) => "/groups/{group}",
            Self::Message(_) => "/groups/{group}/message",
            Self::Meetings(_) => "/groups/{group}/meetings",
            Self::StepBack(_) => "/groups/{group}/step-back",
            Self::Lead(_) => "/groups/{group}/lead",
            Self::Caller => "/caller",
            Self::Privacy => "/privacy",
            Self::Accessibility => "/accessibility",
            Self::Contact => "/contact",
            Self::Demo => "/demo",
            Self::DemoPlay => "/demo/play",
            Self::DemoClock => "/demo/clock",
            Self::DemoComponents => "/demo/components",
            Self::DemoLetters => "/demo/letters",
            Self::DemoLetter(_) => "/demo/letters/{letter}",
            Self::DemoLetterLook(_) => "/demo/letters/{letter}/look",
        }
    }
}
