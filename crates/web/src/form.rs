//! Forms: read with care, and shown again with what was typed.
//!
//! A form is an enum of its fields, made with [`fields!`]. A field that the enum does not have is refused (promise
//! C1), and so is one that comes twice without being made for it. Every form has a token that binds it to this browser and to one [`Subject`] (S6): what the form acts on
//! comes from there, so two tabs don't answer for each other. What was typed can only be had by asking for the
//! subject: [`Form::about`] and [`Form::of_note`].

mod buttons;
mod component;
mod fault;
mod state;
mod subject;

use std::{future::Future, pin::Pin};

use actix_web::{FromRequest, HttpMessage as _, HttpRequest, dev::Payload, http::StatusCode, web::Bytes};
use model::{GroupId, Link, LinkClaim, Purpose};

pub use buttons::Buttons;
pub use component::{Choice, Choices, Input, Opening};
pub use fault::{Bounded, FieldFault};
pub use state::{Field, FormState};
pub use subject::Subject;

use crate::{app::App, browser::Browser, fault::WebFault};

/// Declares the fields of a form with the names they have in HTML. A field that can have several values is followed
/// by `many`.
macro_rules! fields {
    ($(#[$doc:meta])* $vis:vis enum $form:ident { $($field:ident = $name:literal $($many:ident)?),+ $(,)? }) => {
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        $vis enum $form {
            $(#[doc = $name] $field),+
        }

        impl $crate::form::Field for $form {
            const ALL: &'static [Self] = &[$(Self::$field),+];

            fn name(self) -> &'static str {
                match self {
                    $(Self::$field => $name),+
                }
            }

            fn many(self) -> bool {
                match self {
                    $(Self::$field => $crate::form::fields!(@ $($many)?)),+
                }
            }
        }
    };
    (@ many) => { true };
    (@) => { false };
}
pub(crate) use fields;

/// How browsers send a form that has no files.
const CONTENT_TYPE: &str = "application/x-www-form-urlencoded";

/// The field that holds a form's token.
pub const TOKEN: &str = "form";

/// A form that was sent. Handlers take it as their last argument.
pub struct Form<F> {
    subject: Subject,
    state: FormState<F>,
}

impl<F: Field> Form<F> {
    /// What was typed into the form of a page.
    ///
    /// # Errors
    /// [`WebFault::Forbidden`] if it is the form of another page.
    pub fn about(self, page: &Link) -> Result<FormState<F>, WebFault> {
        if self.subject == Subject::page(page) {
            Ok(self.state)
        } else {
            Err(WebFault::Forbidden)
        }
    }

    /// What was typed into a form about a note, which note, and which group if it was about one.
    ///
    /// # Errors
    /// [`WebFault::Forbidden`] if it is another form.
    pub fn of_note(self, purpose: Purpose) -> Result<(LinkClaim, Option<GroupId>, FormState<F>), WebFault> {
        match self.subject {
            Subject::Note(claim, group) if claim.purpose == purpose => Ok((claim, group, self.state)),
            _ => Err(WebFault::Forbidden),
        }
    }

    fn read(app: &App, browser: &Browser, body: &[u8]) -> Result<Self, WebFault> {
        let sent: Vec<(String, String)> = serde_html_form::from_bytes(body).map_err(|_| WebFault::Unreadable)?;
        // What was no text has become this sign, which nobody types.
        if sent
            .iter()
            .any(|(_, value)| value.contains(char::REPLACEMENT_CHARACTER))
        {
            return Err(WebFault::Unreadable);
        }
        let (tokens, typed): (Vec<_>, Vec<_>) = sent.into_iter().partition(|(name, _)| name == TOKEN);
        let [(_, token)] = tokens.as_slice() else {
            return Err(WebFault::Forbidden);
        };
        let subject = app.vault.read_form(&browser.id, token);
        let subject = subject.map_err(|_| WebFault::Forbidden)?;
        Ok(Self {
            subject: Subject::from_bytes(&subject).ok_or(WebFault::Forbidden)?,
            state: FormState::typed(typed).ok_or(WebFault::Unreadable)?,
        })
    }
}

impl<F: Field> FromRequest for Form<F> {
    type Error = WebFault;
    type Future = Pin<Box<dyn Future<Output = Result<Self, WebFault>>>>;

    fn from_request(req: &HttpRequest, payload: &mut Payload) -> Self::Future {
        let app = App::of(req).cloned();
        let browser = Browser::from_request(req, payload);
        let is_form = req.content_type() == CONTENT_TYPE;
        let body = Bytes::from_request(req, payload);
        Box::pin(async move {
            let body = body
                .await
                .map_err(|fault| match fault.as_response_error().status_code() {
                    StatusCode::PAYLOAD_TOO_LARGE => WebFault::TooLarge,
                    _ => WebFault::Unreadable,
                })?;
            if !is_form {
                return Err(WebFault::Unreadable);
            }
            Self::read(&app?, &browser.await?, &body)
        })
    }
}
