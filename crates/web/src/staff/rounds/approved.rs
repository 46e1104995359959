//! What came of an approval, told once on the page it leads to.

use actix_web::{HttpRequest, HttpResponse, cookie::Cookie};
use groups::Outcome;
use texts::Texts;

use crate::{
    app::App,
    cookie::{CookieName, WithCookie as _},
    fault::WebFault,
};

/// For how many minutes it may wait for its page.
const MINUTES: u16 = 5;

/// What can have changed, with what is told of it. A cookie names it by its place.
const REASONS: [(Outcome, &str); 6] = [
    (Outcome::NoteGone, "rounds-dropped-note"),
    (Outcome::RoomTaken, "rounds-dropped-room"),
    (Outcome::IgangsetterGone, "rounds-dropped-igangsetter"),
    (Outcome::DateDeclined, "rounds-dropped-date"),
    (Outcome::NoDate, "rounds-dropped-no-date"),
    (Outcome::Settled, "rounds-dropped-settled"),
];

/// How many groups go on, and which were dropped.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Told {
    /// How many go on.
    pub approved: u8,
    /// The numbers that dropped ones had in the draft, each with what has changed.
    pub dropped: Vec<(u8, Outcome)>,
}

impl Told {
    /// The cookie that tells the next page.
    pub fn cookie(&self, app: &App) -> Result<Cookie<'static>, WebFault> {
        let mut content = vec![self.approved];
        for (number, outcome) in &self.dropped {
            let reasons = (0..).zip(REASONS);
            let reason = reasons
                .filter(|(_, (known, _))| known == outcome)
                .map(|(place, _)| place);
            content.extend(reason.flat_map(|place| [*number, place]));
        }
        CookieName::Approved.seal(app, &content, MINUTES)
    }
}

/// The sentences to show, if there is anything to tell.
pub fn told(app: &App, req: &HttpRequest, texts: Texts) -> Vec<String> {
    let content = CookieName::Approved.open(app, req).unwrap_or_default();
    let Some((approved, dropped)) = content.split_first() else {
        return Vec::new();
    };
    let went_on = (*approved > 0).then(|| texts.with("rounds-approved", &[("groups", (*approved).into())]));
    let taken_out = dropped.chunks_exact(2).filter_map(|pair| {
        let (number, place) = (pair.first()?, pair.last()?);
        let (_, key) = REASONS.get(usize::from(*place))?;
        Some(texts.with(key, &[("number", (*number).into())]))
    });
    went_on.into_iter().chain(taken_out).collect()
}

/// Told once is enough.
pub fn forget(app: &App, page: HttpResponse) -> HttpResponse {
    page.with_cookie(&CookieName::Approved.forget(app))
}
