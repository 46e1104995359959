//! What all pages have around them.

use actix_web::{
    HttpResponse,
    http::{StatusCode, header},
};
use askama::Template;
use model::{Language, Link};
use texts::Texts;

use crate::{
    assets,
    browser::Browser,
    fault::WebFault,
    form::{Field, FormState},
    staff::steps::AtStep,
};

/// Longer words of a heading may be broken at a hyphen: the narrowest phones have no room for them.
const KEPT_WHOLE: usize = 16;

/// The frame of a page: its language, its title, and the faults of its form.
pub struct Shell {
    /// The texts in the page's language.
    pub texts: Texts,
    /// The page's heading, also in the browser's title bar.
    pub title: String,
    /// What was done before.
    pub told: Option<String>,
    /// What must be put right, in the order of the form.
    pub faults: Vec<ListedFault>,
    /// Where the page stands in the first set-up, as long as that goes on.
    pub at_step: Option<AtStep>,
    /// Whether the crisis line stands below: on all pages but those of staff.
    pub is_for_participants: bool,
    /// Whether this is the demonstration.
    pub demo: bool,
}

/// A fault in the list at the top, which leads to its field.
pub struct ListedFault {
    /// The id of the field.
    pub target: String,
    /// The same words as at the field.
    pub text: String,
}

impl Shell {
    /// The frame of a participant's page, with the heading of this key.
    pub fn new(browser: &Browser, title: &str) -> Self {
        Self {
            texts: browser.texts(),
            title: browser.texts().get(title),
            told: browser.told.map(|told| browser.texts().get(told.key())),
            faults: Vec::new(),
            at_step: None,
            is_for_participants: true,
            demo: browser.demo,
        }
    }

    /// The frame of a page for staff.
    #[must_use]
    pub fn for_staff(self) -> Self {
        Self {
            is_for_participants: false,
            ..self
        }
    }

    /// With another heading, such as a name.
    #[must_use]
    pub fn titled(self, title: String) -> Self {
        Self { title, ..self }
    }

    /// With where it stands in the first set-up.
    #[must_use]
    pub fn at_step(self, at_step: Option<AtStep>) -> Self {
        Self { at_step, ..self }
    }

    /// With the faults of a form.
    #[must_use]
    pub fn with_faults_of<F: Field>(self, state: &FormState<F>) -> Self {
        let faults = state.listed(self.texts);
        Self { faults, ..self }
    }

    /// What stands in the browser's title bar. A screen reader says it first, so a fault comes first.
    pub fn window_title(&self) -> String {
        if self.faults.is_empty() {
            return self.title.clone();
        }
        self.texts.with("fault-title", &[("title", (&self.title).into())])
    }

    /// The words of the heading, each with whether it is kept on one line: «e-post» is not broken at its hyphen.
    pub fn words(&self) -> impl Iterator<Item = (&str, bool)> {
        let words = self.title.split(' ');
        words.map(|word| (word, word.contains('-') && word.chars().count() <= KEPT_WHOLE))
    }

    /// The address of the stylesheet.
    #[expect(clippy::unused_self, reason = "templates call methods")]
    pub fn style(&self) -> String {
        assets::style()
    }

    /// The address of the icon.
    #[expect(clippy::unused_self, reason = "templates call methods")]
    pub fn icon(&self) -> String {
        assets::icon()
    }

    /// All languages, each with whether it is the page's.
    pub fn languages(&self) -> impl Iterator<Item = (Language, bool)> {
        let own = self.texts.language();
        Language::ALL
            .into_iter()
            .map(move |language| (language, language == own))
    }

    /// The addresses in the footer.
    #[expect(clippy::unused_self, reason = "templates call methods")]
    pub fn footer(&self) -> [(Link, &'static str); 3] {
        [
            (Link::Privacy, "footer-privacy"),
            (Link::Accessibility, "footer-accessibility"),
            (Link::Contact, "footer-contact"),
        ]
    }
}

/// Shows a page.
///
/// # Errors
/// [`WebFault::Page`], which our templates never cause.
pub fn show(page: &impl Template) -> Result<HttpResponse, WebFault> {
    render(StatusCode::OK, page)
}

/// Shows a form again, with its faults (422).
///
/// # Errors
/// [`WebFault::Page`], which our templates never cause.
pub fn show_again(page: &impl Template) -> Result<HttpResponse, WebFault> {
    render(StatusCode::UNPROCESSABLE_ENTITY, page)
}

/// Shows a page under a status.
///
/// # Errors
/// [`WebFault::Page`], which our templates never cause.
pub fn render(status: StatusCode, page: &impl Template) -> Result<HttpResponse, WebFault> {
    Ok(HttpResponse::build(status)
        .insert_header((header::CONTENT_TYPE, "text/html; charset=utf-8"))
        .body(page.render()?))
}
