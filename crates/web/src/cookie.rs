//! The cookies: which there are, and how they are made.
//!
//! All are `HttpOnly` and `SameSite=Lax`, and go to the whole service only; by TLS they have the `__Host-` prefix,
//! which browsers hold to that. None outlives the browser's session but those that are given a shorter life.

use actix_web::{
    HttpRequest, HttpResponse,
    cookie::{Cookie, SameSite, time::Duration},
};
use model::Purpose;

use crate::{app::App, fault::WebFault};

/// A cookie's name, without the prefix.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CookieName {
    /// What forms are bound to.
    Browser,
    /// The language that was chosen.
    Language,
    /// A member of staff is signed in.
    Session,
    /// The set-up link was opened.
    SetUp,
    /// A sign-in code was asked for.
    SignIn,
    /// What the next page says of what was done.
    Told,
    /// What the page after an approval tells.
    Approved,
    /// What the page after a note tells.
    Receipt,
    /// What the page after an erasure tells.
    Erased,
    /// A participant's link was opened.
    Note(Purpose),
}

impl CookieName {
    const fn plain(self) -> &'static str {
        match self {
            Self::Browser => "browser",
            Self::Language => "lang",
            Self::Session => "session",
            Self::SetUp => "set-up",
            Self::SignIn => "sign-in",
            Self::Told => "told",
            Self::Approved => "approved",
            Self::Receipt => "receipt",
            Self::Erased => "erased",
            Self::Note(Purpose::Confirm) => "note-confirm",
            Self::Note(Purpose::Answer) => "note-answer",
            Self::Note(Purpose::MyNote) => "note-mine",
        }
    }

    fn full(self, secure: bool) -> String {
        let prefix = if secure { "__Host-" } else { "" };
        format!("{prefix}{}", self.plain())
    }

    /// The cookie's value in a request.
    pub fn read(self, app: &App, req: &HttpRequest) -> Option<String> {
        let cookie = req.cookie(&self.full(app.is_secure()))?;
        Some(cookie.value().to_owned())
    }

    /// A cookie that lasts as long as the browser's session.
    pub fn set(self, app: &App, value: String) -> Cookie<'static> {
        Cookie::build(self.full(app.is_secure()), value)
            .path("/")
            .http_only(true)
            .same_site(SameSite::Lax)
            .secure(app.is_secure())
            .finish()
    }

    /// A cookie that takes the one with this name away.
    pub fn forget(self, app: &App) -> Cookie<'static> {
        let mut cookie = self.set(app, String::new());
        cookie.set_max_age(Duration::ZERO);
        cookie
    }

    /// A cookie whose content the browser can neither read nor alter, for so many minutes.
    ///
    /// # Errors
    /// [`WebFault::Seal`], which content of a cookie's size never causes.
    pub fn seal(self, app: &App, content: &[u8], minutes: u16) -> Result<Cookie<'static>, WebFault> {
        let ends = app.clock.now().timestamp() + 60 * i64::from(minutes);
        let content = [&ends.to_be_bytes()[..], content].concat();
        let value = app.vault.seal_cookie(self.plain(), &content, &app.chance)?;
        let mut cookie = self.set(app, value);
        cookie.set_max_age(Duration::minutes(minutes.into()));
        Ok(cookie)
    }

    /// The content of a sealed cookie; `None` if there is none that is ours and whose time is not over.
    pub fn open(self, app: &App, req: &HttpRequest) -> Option<Vec<u8>> {
        let content = app.vault.open_cookie(self.plain(), &self.read(app, req)?).ok()?;
        let (ends, content) = content.split_first_chunk::<8>()?;
        (app.clock.now().timestamp() < i64::from_be_bytes(*ends)).then(|| content.to_vec())
    }
}

/// An answer that sets a cookie.
pub trait WithCookie {
    /// Adds the cookie.
    #[must_use]
    fn with_cookie(self, cookie: &Cookie<'_>) -> Self;
}

impl WithCookie for HttpResponse {
    fn with_cookie(mut self, cookie: &Cookie<'_>) -> Self {
        // Our names and values are letters, digits and hyphens: they always fit a header.
        if self.add_cookie(cookie).is_err() {
            tracing::error!("a cookie did not fit its header");
        }
        self
    }
}
