//! Somebody who visits the service: with a browser without a screen, or with Chromium on a phone.
//! A story is told once, and lived through by both.

use std::time::Duration;

use fantoccini::{
    Locator,
    elements::{Element, ElementRef},
};
use tokio::runtime::{Builder, Runtime};

use crate::{
    chromium::{Chromium, Scripts},
    page::{Browser, Page, Seen},
};

/// How long an answer may take on a busy machine.
const PATIENCE: Duration = Duration::from_secs(30);

/// Keys as WebDriver writes them. Boxes and buttons are pressed by key: the driver scrolls to what it clicks by a
/// script of its own, and waits for it for ever where scripts are off.
const ENTER: &str = "\u{e007}";
const SPACE: &str = " ";

/// One person with a browser of their own.
pub trait Visitor {
    /// Opens a path, or an absolute address as letters have it.
    fn open(&mut self, address: &str);

    /// Fills in the form that has the first field, and sends it by its first button. Of boxes and options, the typed
    /// value is chosen.
    fn fill_in(&mut self, typed: &[(&str, &str)]);

    /// Fills in the form that has the button with this name and value, and presses it.
    fn press(&mut self, button: (&str, &str), typed: &[(&str, &str)]);

    /// What the browser shows now.
    fn seen(&self) -> Seen;
}

/// A visitor without a screen.
pub struct Screenless {
    browser: Browser,
    page: Option<Page>,
}

impl Screenless {
    /// Somebody who has never been at the service at this address.
    #[must_use]
    pub fn new(url: &str) -> Self {
        Self {
            browser: Browser::new(url),
            page: None,
        }
    }

    fn page(&self) -> &Page {
        self.page.as_ref().expect("a page has been opened")
    }
}

impl Visitor for Screenless {
    fn open(&mut self, address: &str) {
        self.page = Some(self.browser.open(address));
    }

    fn fill_in(&mut self, typed: &[(&str, &str)]) {
        self.page = Some(self.browser.fill_in(self.page(), typed));
    }

    fn press(&mut self, button: (&str, &str), typed: &[(&str, &str)]) {
        self.page = Some(self.browser.press(self.page(), button, typed));
    }

    fn seen(&self) -> Seen {
        Seen::clone(self.page())
    }
}

/// A visitor with Chromium at a phone's size.
pub struct Phone {
    runtime: Runtime,
    chromium: Chromium,
    url: String,
}

impl Phone {
    /// Somebody who has never been at the service at this address.
    ///
    /// # Panics
    /// When Chromium does not start.
    #[must_use]
    pub fn new(url: &str, scripts: Scripts) -> Self {
        let runtime = Builder::new_current_thread()
            .enable_all()
            .build()
            .expect("a runtime for the browser");
        let chromium = runtime.block_on(Chromium::open(scripts));
        Self {
            runtime,
            chromium,
            url: url.to_owned(),
        }
    }

    async fn send(&self, form: &str, button: &str, typed: &[(&str, &str)]) {
        let form = self
            .chromium
            .find(Locator::Css(form))
            .await
            .expect("the page has the form");
        unfold(&form).await;
        for (name, value) in typed {
            enter(&form, name, value).await;
        }
        let button = form.find(Locator::Css(button)).await.expect("the form has the button");
        let left = self.page().await;
        button.send_keys(ENTER).await.expect("the button can be pressed");
        // The driver may return before the answer has come.
        while self.page().await.is_none_or(|page| Some(page) == left) {}
    }

    /// Which page is open, as the driver tells pages apart; `None` between two pages.
    async fn page(&self) -> Option<ElementRef> {
        let root = self.chromium.find(Locator::Css("html")).await;
        root.ok().map(|root| root.element_id())
    }

    /// Drives the browser; a driver that hangs ends the story.
    fn drive<T>(&self, steps: impl Future<Output = T>) -> T {
        let driven = self
            .runtime
            .block_on(async { tokio::time::timeout(PATIENCE, steps).await });
        driven.expect("the browser answers in time")
    }
}

impl Visitor for Phone {
    fn open(&mut self, address: &str) {
        let address = if address.starts_with("http") {
            address.to_owned()
        } else {
            format!("{}{address}", self.url)
        };
        self.drive(self.chromium.goto(&address)).expect("the page opens");
    }

    fn fill_in(&mut self, typed: &[(&str, &str)]) {
        let (first, _) = typed.first().expect("something is typed");
        self.drive(self.send(&format!("form:has([name=\"{first}\"])"), "button", typed));
    }

    fn press(&mut self, (name, value): (&str, &str), typed: &[(&str, &str)]) {
        let button = format!("button[name=\"{name}\"][value=\"{value}\"]");
        self.drive(self.send(&format!("form:has({button})"), &button, typed));
    }

    fn seen(&self) -> Seen {
        let (url, html) = self.drive(async {
            let url = self.chromium.current_url().await.expect("an address");
            (url, self.chromium.source().await.expect("a page"))
        });
        let path = url
            .query()
            .map_or_else(|| url.path().to_owned(), |query| format!("{}?{query}", url.path()));
        Seen { path, html }
    }
}

/// Opens what a form is folded into.
async fn unfold(form: &Element) {
    let folded = form.find_all(Locator::XPath("ancestor::details[not(@open)]/summary"));
    for summary in folded.await.expect("its surroundings") {
        summary.send_keys(ENTER).await.expect("it can be opened");
    }
}

/// Types into a field, ticks a box or chooses an option, as its kind wants it.
async fn enter(form: &Element, name: &str, value: &str) {
    let field = form
        .find(Locator::Css(&format!("[name=\"{name}\"]")))
        .await
        .expect("the form has the field");
    let kind = field.attr("type").await.expect("its attributes");
    let tag = field.tag_name().await.expect("its tag");
    match (tag.as_str(), kind.as_deref()) {
        ("select", _) => field.select_by_value(value).await.expect("the option is there"),
        (_, Some("checkbox" | "radio")) => {
            let choice = format!("[name=\"{name}\"][value=\"{value}\"]");
            let choice = form.find(Locator::Css(&choice)).await.expect("the choice is there");
            if !choice.is_selected().await.expect("its state") {
                choice.send_keys(SPACE).await.expect("it can be ticked");
            }
        }
        (_, Some("date")) => {
            // The digits in the order in which Norwegians write a date.
            let parts: Vec<&str> = value.split('-').rev().collect();
            field.send_keys(&parts.concat()).await.expect("it can be typed into");
        }
        _ => {
            field.clear().await.expect("it can be emptied");
            field.send_keys(value).await.expect("it can be typed into");
        }
    }
}
