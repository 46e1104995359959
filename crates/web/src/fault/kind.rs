//! What a page about a fault says.

use actix_web::http::StatusCode;

/// What a page about a fault says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// There is no such page.
    NotFound,
    /// The link from a letter was cut short, or altered.
    NoSuchLink,
    /// The code on the poster was typed wrong.
    NoSuchCollection,
    /// A link from a letter must be followed first.
    NoLink,
    /// The form was not shown to this browser.
    Forbidden,
    /// The page takes no forms.
    Method,
    /// The request took too long.
    TooSlow,
    /// The same was asked for too often.
    TooOften,
    /// The collection has taken as many notes as there are people.
    Full,
    /// It is not possible any more, since something has changed.
    Changed,
    /// The link from a letter does not work any more.
    OldLink,
    /// The collection is closed.
    Closed,
    /// The paper slip has been used.
    SlipUsed,
    /// Too much was sent.
    TooLarge,
    /// The form can't be read.
    Unreadable,
    /// It is our fault.
    Broken,
    /// It is our fault, and may pass.
    Busy,
}

impl Kind {
    /// All kinds.
    #[cfg(test)]
    pub const ALL: [Self; 17] = [
        Self::NotFound,
        Self::NoSuchLink,
        Self::NoSuchCollection,
        Self::NoLink,
        Self::Forbidden,
        Self::Method,
        Self::TooSlow,
        Self::TooOften,
        Self::Full,
        Self::Changed,
        Self::OldLink,
        Self::Closed,
        Self::SlipUsed,
        Self::TooLarge,
        Self::Unreadable,
        Self::Broken,
        Self::Busy,
    ];

    /// The status of its page.
    pub const fn status(self) -> StatusCode {
        match self {
            Self::NotFound | Self::NoSuchLink | Self::NoSuchCollection => StatusCode::NOT_FOUND,
            Self::NoLink | Self::Forbidden => StatusCode::FORBIDDEN,
            Self::Method => StatusCode::METHOD_NOT_ALLOWED,
            Self::TooSlow => StatusCode::REQUEST_TIMEOUT,
            Self::TooOften => StatusCode::TOO_MANY_REQUESTS,
            Self::Full | Self::Changed => StatusCode::CONFLICT,
            Self::OldLink | Self::Closed | Self::SlipUsed => StatusCode::GONE,
            Self::TooLarge => StatusCode::PAYLOAD_TOO_LARGE,
            Self::Unreadable => StatusCode::UNPROCESSABLE_ENTITY,
            Self::Broken => StatusCode::INTERNAL_SERVER_ERROR,
            Self::Busy => StatusCode::SERVICE_UNAVAILABLE,
        }
    }

    /// The kind of a status that the framework chose.
    pub fn of_status(status: StatusCode) -> Self {
        match status {
            StatusCode::NOT_FOUND => Self::NotFound,
            StatusCode::FORBIDDEN => Self::Forbidden,
            StatusCode::METHOD_NOT_ALLOWED => Self::Method,
            StatusCode::REQUEST_TIMEOUT => Self::TooSlow,
            StatusCode::TOO_MANY_REQUESTS => Self::TooOften,
            StatusCode::PAYLOAD_TOO_LARGE => Self::TooLarge,
            StatusCode::SERVICE_UNAVAILABLE => Self::Busy,
            other if other.is_client_error() => Self::Unreadable,
            _ => Self::Broken,
        }
    }

    /// The key of its heading; that of its text ends in `-text`.
    pub const fn key(self) -> &'static str {
        match self {
            Self::NotFound => "wrong-not-found",
            Self::NoSuchLink => "wrong-no-such-link",
            Self::NoSuchCollection => "wrong-no-such-code",
            Self::NoLink => "wrong-no-link",
            Self::Forbidden => "wrong-forbidden",
            Self::Method => "wrong-method",
            Self::TooSlow => "wrong-too-slow",
            Self::TooOften => "wrong-too-often",
            Self::Full => "wrong-full",
            Self::Changed => "wrong-changed",
            Self::OldLink => "wrong-old-link",
            Self::Closed => "wrong-closed",
            Self::SlipUsed => "wrong-slip-used",
            Self::TooLarge => "wrong-too-large",
            Self::Unreadable => "wrong-unreadable",
            Self::Broken => "wrong-broken",
            Self::Busy => "wrong-busy",
        }
    }
}
