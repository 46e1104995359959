//! Who asks: a browser, its language, and the session it may have.

use actix_web::{FromRequest, HttpMessage as _, HttpRequest, HttpResponse, dev::Payload, http::header};
use model::Language;
use texts::Texts;
use vault::{BrowserId, SessionToken};

use crate::{
    app::App,
    cookie::{CookieName, WithCookie as _},
    fault::WebFault,
    told::Told,
};

/// The browser that asks. Handlers take it as an argument.
#[derive(Clone)]
pub struct Browser {
    /// What its forms are bound to.
    pub id: BrowserId,
    /// In which language it is answered: as asked for, else as chosen before, else as the browser is set, else bokmål.
    pub language: Language,
    /// Whether this is the demonstration.
    pub demo: bool,
    /// What the next page says of what was done.
    pub told: Option<Told>,
    is_new: bool,
    chose_now: bool,
    session: Option<String>,
}

impl Browser {
    /// Reads the browser's cookies and headers.
    pub fn of(app: &App, req: &HttpRequest) -> Self {
        let known = CookieName::Browser.read(app, req).and_then(|value| value.parse().ok());
        let chosen = asked_for(req.query_string());
        let language = chosen
            .or_else(|| Language::from_tag(&CookieName::Language.read(app, req)?))
            .or_else(|| preferred(req.headers().get(header::ACCEPT_LANGUAGE)?.to_str().ok()?))
            .unwrap_or_default();
        Self {
            is_new: known.is_none(),
            id: known.unwrap_or_else(|| BrowserId::random(&app.chance)),
            language,
            demo: app.demo.is_some(),
            told: CookieName::Told.read(app, req).and_then(|key| Told::of_key(&key)),
            chose_now: chosen.is_some(),
            session: CookieName::Session.read(app, req),
        }
    }

    /// The texts in its language.
    pub const fn texts(&self) -> Texts {
        Texts::of(self.language)
    }

    /// The session it claims to have; whether there is one, the database knows.
    pub fn session(&self) -> Option<SessionToken> {
        self.session.as_deref()?.parse().ok()
    }

    /// Gives the browser what it must bring with its forms, and tells nothing twice.
    pub fn remember(&self, app: &App, mut page: HttpResponse) -> HttpResponse {
        if self.is_new {
            page = page.with_cookie(&CookieName::Browser.set(app, self.id.to_string()));
        }
        if self.told.is_some() {
            page = page.with_cookie(&CookieName::Told.forget(app));
        }
        if self.chose_now {
            page = page.with_cookie(&CookieName::Language.set(app, self.language.tag().to_owned()));
        }
        page
    }
}

impl FromRequest for Browser {
    type Error = WebFault;
    type Future = std::future::Ready<Result<Self, WebFault>>;

    fn from_request(req: &HttpRequest, _: &mut Payload) -> Self::Future {
        std::future::ready(req.extensions().get().cloned().ok_or(WebFault::Unwired))
    }
}

fn asked_for(query: &str) -> Option<Language> {
    query
        .split('&')
        .find_map(|pair| Language::from_tag(pair.strip_prefix("lang=")?))
}

/// The first of the best-liked languages of an `Accept-Language` header that we have (RFC 9110 §12.5.4).
fn preferred(accepted: &str) -> Option<Language> {
    let weighed = accepted.split(',').filter_map(|range| {
        let (tag, rest) = range.split_once(';').unwrap_or((range, ""));
        let weight: f32 = rest.trim().strip_prefix("q=").map_or(Ok(1.0), str::parse).ok()?;
        (weight > 0.0).then_some((Language::from_tag(tag)?, weight))
    });
    let best = weighed.reduce(|best, next| if next.1 > best.1 { next } else { best })?;
    Some(best.0)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_best_liked_language_that_we_have_is_used() {
        for (accepted, language) in [
            ("nb-NO,nb;q=0.9,en;q=0.8", Some(Language::Bokmal)),
            ("no", Some(Language::Bokmal)),
            ("nn-NO,nn;q=0.9,nb;q=0.8,no;q=0.7,en;q=0.6", Some(Language::Nynorsk)),
            ("pl, nb;q=0.4, nn;q=0.5", Some(Language::Nynorsk)),
            ("pl,en;q=0.7", Some(Language::English)),
            ("nb;q=0.2, en-GB;q=0.3", Some(Language::English)),
            ("en;q=0, nb;q=0.1", Some(Language::Bokmal)),
            ("pl,de", None),
            ("", None),
        ] {
            assert_eq!(preferred(accepted), language, "{accepted}");
        }
    }

    #[test]
    fn a_language_is_asked_for_in_the_query() {
        assert_eq!(asked_for("lang=en"), Some(Language::English));
        assert_eq!(asked_for("code=ABC&lang=nb"), Some(Language::Bokmal));
        assert_eq!(asked_for("lang=nn"), Some(Language::Nynorsk));
        assert_eq!(asked_for("lang=xx"), None);
        assert_eq!(asked_for("slang=en"), None);
    }
}
