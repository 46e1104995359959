//! Who is signed in. Handlers take it as an argument, so that no page can forget to ask.

use std::{future::Future, pin::Pin};

use actix_web::{FromRequest, HttpRequest, dev::Payload};
use model::Roles;
use store::staff::Member;

use crate::{app::App, browser::Browser, fault::WebFault};

/// A member of staff, whatever their roles. Without a session the browser is led to the page to sign in on.
pub struct SignedIn(pub Member);

/// A member of staff who is a coordinator; for others the page is not there (promise S12).
pub struct Coordinator(pub Member);

/// A member of staff who keeps courses: a coordinator or a course leader; for others the page is not there.
pub struct CourseKeeper(pub Member);

type Asked<T> = Pin<Box<dyn Future<Output = Result<T, WebFault>>>>;

impl FromRequest for SignedIn {
    type Error = WebFault;
    type Future = Asked<Self>;

    fn from_request(req: &HttpRequest, payload: &mut Payload) -> Self::Future {
        let app = App::of(req).cloned();
        let browser = Browser::from_request(req, payload);
        Box::pin(async move {
            let app = app?;
            let now = app.clock.now();
            let session = browser.await?.session().ok_or(WebFault::SignedOut)?;
            let member = app.db.read(move |tx| contact_point::who(tx, &session, now)).await?;
            member.map(Self).ok_or(WebFault::SignedOut)
        })
    }
}

impl FromRequest for Coordinator {
    type Error = WebFault;
    type Future = Asked<Self>;

    fn from_request(req: &HttpRequest, payload: &mut Payload) -> Self::Future {
        let member = whoever(req, payload, |roles| roles.coordinator);
        Box::pin(async move { member.await.map(Self) })
    }
}

impl FromRequest for CourseKeeper {
    type Error = WebFault;
    type Future = Asked<Self>;

    fn from_request(req: &HttpRequest, payload: &mut Payload) -> Self::Future {
        let member = whoever(req, payload, |roles| roles.coordinator || roles.leader);
        Box::pin(async move { member.await.map(Self) })
    }
}

fn whoever(req: &HttpRequest, payload: &mut Payload, may: fn(Roles) -> bool) -> Asked<Member> {
    let signed_in = SignedIn::from_request(req, payload);
    Box::pin(async move {
        let SignedIn(member) = signed_in.await?;
        if may(member.roles) {
            Ok(member)
        } else {
            Err(WebFault::NotFound)
        }
    })
}
