//! What came of an approval, told once on the page it leads to.

use actix_web::{HttpRequest, HttpResponse, cookie::Cookie};
use texts::Texts;

use crate::{
    app::App,
    cookie::{CookieName, WithCookie as _},
    fault::WebFault,
};

/// For how many minutes it may wait for its page.
const MINUTES: u16 = 5;

/// How many groups go on, and the numbers of those that were dropped.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Told {
    /// How many go on.
    pub approved: u8,
    /// The numbers that dropped ones had in the draft.
    pub dropped: Vec<u8>,
}

impl Told {
    /// The cookie that tells the next page.
    pub fn cookie(&self, app: &App) -> Result<Cookie<'static>, WebFault> {
        CookieName::Approved.seal(app, &[&[self.approved], self.dropped.as_slice()].concat(), MINUTES)
    }
}

/// The sentences to show, if there is anything to tell.
pub fn told(app: &App, req: &HttpRequest, texts: Texts) -> Vec<String> {
    let content = CookieName::Approved.open(app, req).unwrap_or_default();
    let Some((approved, dropped)) = content.split_first() else {
        return Vec::new();
    };
    let went_on = (*approved > 0).then(|| texts.with("rounds-approved", &[("groups", (*approved).into())]));
    let taken_out = |number: &u8| texts.with("rounds-dropped", &[("number", (*number).into())]);
    went_on.into_iter().chain(dropped.iter().map(taken_out)).collect()
}

/// Told once is enough.
pub fn forget(app: &App, page: HttpResponse) -> HttpResponse {
    page.with_cookie(&CookieName::Approved.forget(app))
}
