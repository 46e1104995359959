//! By which way somebody came to the interest note.

use std::future::{Ready, ready};

use actix_web::{FromRequest, HttpRequest, dev::Payload};
use course::{Door, Fault};
use model::{Link, ShortCode};

use crate::fault::WebFault;

/// A door, and whether it is on a tablet that is handed round. Handlers take it as an argument.
#[derive(Clone)]
pub struct Way {
    /// Where the note is left.
    pub door: Door,
    is_tablet: bool,
}

impl Way {
    /// The patterns of all ways, as [`Link::route`] has them.
    pub const PATTERNS: [&'static str; 4] = ["/i/{code}", "/k/{name}", "/s/{slip}", TABLET];

    /// The page's address.
    pub fn link(&self) -> Link {
        match (&self.door, self.is_tablet) {
            (Door::Collection(code), false) => Link::Collection(code.clone()),
            (Door::Collection(code), true) => Link::Tablet(code.clone()),
            (Door::ContactPoint(slug), _) => Link::SignUp(slug.clone()),
            (Door::Slip(code), _) => Link::Slip(code.expose().to_owned()),
        }
    }

    /// The collection whose tablet it is.
    pub const fn tablet(&self) -> Option<&ShortCode> {
        match &self.door {
            Door::Collection(code) if self.is_tablet => Some(code),
            _ => None,
        }
    }

    fn of(req: &HttpRequest) -> Result<Self, WebFault> {
        let named = |name| req.match_info().get(name);
        let door = match (named("code"), named("name"), named("slip")) {
            (Some(code), ..) => code.parse().map(Door::Collection).ok(),
            (_, Some(name), _) => name.parse().map(Door::ContactPoint).ok(),
            (.., Some(slip)) => slip.parse().map(Door::Slip).ok(),
            _ => None,
        };
        Ok(Self {
            door: door.ok_or(Fault::NoSuchCollection)?,
            is_tablet: req.match_pattern().as_deref() == Some(TABLET),
        })
    }
}

const TABLET: &str = "/i/{code}/tablet";

impl FromRequest for Way {
    type Error = WebFault;
    type Future = Ready<Result<Self, WebFault>>;

    fn from_request(req: &HttpRequest, _: &mut Payload) -> Self::Future {
        ready(Self::of(req))
    }
}
