//! The identity in a page's address. Handlers take it as an argument.

use std::{
    future::{Ready, ready},
    str::FromStr,
};

use actix_web::{FromRequest, HttpRequest, dev::Payload};

use crate::fault::WebFault;

/// The only variable part of a page's address; what is no identity is not found.
pub struct Id<T>(pub T);

impl<T: FromStr> FromRequest for Id<T> {
    type Error = WebFault;
    type Future = Ready<Result<Self, WebFault>>;

    fn from_request(req: &HttpRequest, _: &mut Payload) -> Self::Future {
        let read = || req.match_info().iter().next()?.1.parse().ok();
        ready(read().map(Self).ok_or(WebFault::NotFound))
    }
}
