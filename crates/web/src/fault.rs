//! What can go wrong with a request, and the page that says so kindly and shows a way on.

mod kind;

use actix_web::{HttpResponse, ResponseError, http::StatusCode};
use askama::Template;
use model::Link;

use crate::{
    browser::Browser,
    page::{Shell, render},
    redirect::see_other,
};

pub use kind::Kind;

/// Why a request gets another answer than it asked for.
#[derive(Debug, thiserror::Error)]
pub enum WebFault {
    /// There is no such page, or it is not yours (promise S12).
    #[error("no such page")]
    NotFound,
    /// The link from a letter is not one of ours, or was cut short on its way.
    #[error("the link is not genuine")]
    NoSuchLink,
    /// The link is one of ours, and newer ones have taken its place, or its time is over (promise S1).
    #[error("the link does not work any more")]
    OldLink,
    /// The page can only be reached by a link from a letter, and that was too long ago or in another browser.
    #[error("no link was followed")]
    NoLink,
    /// Nobody is signed in, or the session has ended. Leads to the page to sign in on.
    #[error("nobody is signed in")]
    SignedOut,
    /// The page came from elsewhere, or its form is not one that this browser was shown.
    #[error("the form is not one of this browser's")]
    Forbidden,
    /// The form has fields that we don't know, or can't be read (promise C1).
    #[error("the form can't be read")]
    Unreadable,
    /// More was sent than any of our forms holds.
    #[error("the body is too large")]
    TooLarge,
    /// It took too long.
    #[error("the request took too long")]
    TooSlow,
    /// The same was asked for too often (promise S8).
    #[error("too many requests")]
    TooOften {
        /// After so many seconds it is worth trying again.
        seconds: u64,
    },
    /// A handler panicked.
    #[error("a handler panicked")]
    Panicked,
    /// The server was put together without something that a handler needs.
    #[error("the server is not wired up")]
    Unwired,
    /// A page could not be written.
    #[error("a page can't be written")]
    Page(#[from] askama::Error),
    /// A cookie could not be sealed.
    #[error("a cookie can't be sealed: {0}")]
    Seal(#[from] vault::SealFault),
    /// A course, collection or note is not there, or not in the right state.
    #[error(transparent)]
    Course(#[from] course::Fault),
    /// A group or round is not there, or not in the right state.
    #[error(transparent)]
    Groups(#[from] groups::Fault),
    /// A place, a room or a member of staff is not there, or not in the right state.
    #[error(transparent)]
    ContactPoint(#[from] contact_point::Fault),
    /// The database failed. Only the fault's class is ever shown or logged (promise C7).
    #[error(transparent)]
    Store(#[from] store::Fault),
}

impl WebFault {
    /// What the person is told.
    pub const fn kind(&self) -> Kind {
        match self {
            Self::NotFound => Kind::NotFound,
            Self::NoSuchLink => Kind::NoSuchLink,
            Self::OldLink => Kind::OldLink,
            Self::NoLink => Kind::NoLink,
            Self::SignedOut | Self::Forbidden => Kind::Forbidden,
            Self::Unreadable => Kind::Unreadable,
            Self::TooLarge => Kind::TooLarge,
            Self::TooSlow => Kind::TooSlow,
            Self::TooOften { .. } => Kind::TooOften,
            Self::Course(fault) => of_course(fault),
            Self::Groups(fault) => of_groups(fault),
            Self::ContactPoint(fault) => of_contact_point(fault),
            Self::Store(fault) => of_store(fault),
            Self::Panicked | Self::Unwired | Self::Page(_) | Self::Seal(_) => Kind::Broken,
        }
    }
}

const fn of_course(fault: &course::Fault) -> Kind {
    use course::Fault;
    match fault {
        Fault::NotYours => Kind::NotFound,
        Fault::NoSuchCollection => Kind::NoSuchCollection,
        Fault::CollectionClosed | Fault::NoController => Kind::Closed,
        Fault::SlipUsed => Kind::SlipUsed,
        Fault::CollectionFull => Kind::Full,
        Fault::NoSuchPlace | Fault::NoWish | Fault::NoSuchCode => Kind::Unreadable,
        Fault::Gone => Kind::OldLink,
        Fault::WrongState(_) | Fault::CodeTaken | Fault::TooManyCodes => Kind::Changed,
        Fault::Seal(_) => Kind::Broken,
        Fault::Groups(fault) => of_groups(fault),
        Fault::Store(fault) => of_store(fault),
    }
}

const fn of_groups(fault: &groups::Fault) -> Kind {
    use groups::Fault;
    match fault {
        Fault::NotYours => Kind::NotFound,
        Fault::BadDate => Kind::Unreadable,
        Fault::RoundOpen
        | Fault::CantLead
        | Fault::StartGone
        | Fault::TooLate
        | Fault::RoomTaken
        | Fault::TooManyMessages
        | Fault::NobodyLeads
        | Fault::WrongState(_) => Kind::Changed,
        Fault::Pool(_) | Fault::Answer => Kind::Broken,
        Fault::Store(fault) => of_store(fault),
    }
}

const fn of_contact_point(fault: &contact_point::Fault) -> Kind {
    use contact_point::Fault;
    match fault {
        Fault::NotYours => Kind::NotFound,
        Fault::LinkUsed => Kind::OldLink,
        Fault::AddressTaken | Fault::SlugTaken | Fault::LastCoordinator | Fault::Leads | Fault::ToldAlready(_) => {
            Kind::Changed
        }
        Fault::NoRole
        | Fault::NoSuchContactPoint
        | Fault::TooManyMeetings
        | Fault::LetterName(_)
        | Fault::TimesOverlap
        | Fault::EndsTooEarly => Kind::Unreadable,
        Fault::Seal(_) => Kind::Broken,
        Fault::Store(fault) => of_store(fault),
    }
}

/// What may pass by itself is told apart from what does not.
const fn of_store(fault: &store::Fault) -> Kind {
    match fault {
        store::Fault::Open(_) | store::Fault::Driver(_) | store::Fault::CutOff | store::Fault::Journal { .. } => {
            Kind::Busy
        }
        _ => Kind::Broken,
    }
}

impl ResponseError for WebFault {
    fn status_code(&self) -> StatusCode {
        self.kind().status()
    }

    /// Without content, unless it leads on: the door gives it a page in the browser's language.
    fn error_response(&self) -> HttpResponse {
        match self {
            Self::SignedOut => see_other(&Link::SignIn),
            _ => HttpResponse::new(self.status_code()),
        }
    }
}

#[derive(Template)]
#[template(path = "fault.html")]
struct Page {
    shell: Shell,
    text: String,
    /// Whether to look at the same page anew.
    may_look_again: bool,
}

/// The page about a fault, with its status.
pub fn page(browser: &Browser, kind: Kind) -> HttpResponse {
    let key = kind.key();
    let page = Page {
        shell: Shell::new(browser, key),
        text: browser.texts().get(&format!("{key}-text")),
        may_look_again: kind == Kind::Changed,
    };
    // A page about a page that can't be written would be one too many.
    render(kind.status(), &page).unwrap_or_else(|_| HttpResponse::new(kind.status()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_database_that_does_not_answer_may_answer_later_and_a_corrupt_row_will_not() {
        let corrupt = || store::Fault::Corrupt {
            table: "notes",
            column: "state",
        };
        let no_journal = || store::Fault::Journal {
            folder: "x".to_owned(),
            cause: std::io::ErrorKind::StorageFull.into(),
        };
        for (fault, kind) in [
            (WebFault::from(store::Fault::CutOff), Kind::Busy),
            (store::Fault::Open("x".to_owned()).into(), Kind::Busy),
            (no_journal().into(), Kind::Busy),
            (course::Fault::from(store::Fault::CutOff).into(), Kind::Busy),
            (groups::Fault::from(store::Fault::CutOff).into(), Kind::Busy),
            (contact_point::Fault::from(store::Fault::CutOff).into(), Kind::Busy),
            (corrupt().into(), Kind::Broken),
            (course::Fault::from(corrupt()).into(), Kind::Broken),
        ] {
            assert_eq!(fault.kind(), kind, "{fault}");
        }
    }

    #[test]
    fn what_is_somebody_elses_is_answered_as_if_it_were_not_there() {
        for fault in [
            WebFault::from(course::Fault::NotYours),
            groups::Fault::NotYours.into(),
            contact_point::Fault::NotYours.into(),
        ] {
            assert_eq!(fault.kind(), Kind::NotFound);
        }
    }
}
