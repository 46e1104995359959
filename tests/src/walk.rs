//! Somebody who walks through the service in Chromium. Things are found by what stands on them, or by a selector where
//! the page may be in any language.

use fantoccini::{Locator, elements::Element};
use serde_json::Value;
use tokio::runtime::{Builder, Runtime};

use crate::{
    app::TestApp,
    chromium::{Chromium, Screen, Scripts},
    smtp_peer::Letter,
};

/// What the service is called, for those who look at its pages.
pub const ADDRESS: &str = "http://oppstart.example";

/// Keys as WebDriver writes them.
const ENTER: &str = "\u{e007}";
const SPACE: &str = " ";

/// A person with a browser of their own.
pub struct Walk<'a> {
    app: &'a TestApp,
    address: String,
    runtime: Runtime,
    chromium: Chromium,
}

impl<'a> Walk<'a> {
    /// Somebody who has never been here, at a service that may have been started by a name.
    ///
    /// # Panics
    /// When Chromium does not start.
    #[must_use]
    pub fn begin(app: &'a TestApp, screen: Screen) -> Self {
        let here = app.url().trim_start_matches("http://");
        let name = app.name().trim_start_matches("http://");
        let switches = [
            format!("--host-resolver-rules=MAP {name}:80 {here}"),
            "--disable-features=HttpsUpgrades".to_owned(),
            "--hide-scrollbars".to_owned(),
        ];
        let runtime = Builder::new_current_thread()
            .enable_all()
            .build()
            .expect("a runtime for the browser");
        let chromium = runtime.block_on(Chromium::open_on(screen, Scripts::On, &switches));
        Self {
            app,
            address: app.name().to_owned(),
            runtime,
            chromium,
        }
    }

    /// Somebody of the staff, signed in by the code from a letter.
    #[must_use]
    pub fn sign_in(app: &'a TestApp, screen: Screen, mailbox: &str) -> Self {
        let walk = Self::begin(app, screen);
        walk.sign_in_as(&format!("{mailbox}@demo.example"));
        walk
    }

    /// Signs in, by the code from a letter.
    ///
    /// # Panics
    /// When there is no letter with a code.
    pub fn sign_in_as(&self, address: &str) {
        self.open("/sign-in");
        self.write("email", address);
        self.press_on("main button");
        self.type_code(address);
    }

    /// Types the code of the newest letter to somebody, on the page that asks for it.
    ///
    /// # Panics
    /// When there is no letter with a code.
    pub fn type_code(&self, address: &str) {
        let letter = self.letter(address);
        let mut words = letter.subject().split(' ').filter(|word| word.parse::<u32>().is_ok());
        self.write("code", words.next().expect("a code in the letter"));
        self.press_on("main button");
    }

    /// Goes to another service, by its own address and as somebody who has never been there.
    pub fn move_to(&mut self, app: &'a TestApp) {
        app.name().clone_into(&mut self.address);
        self.app = app;
        self.forget();
    }

    /// Forgets all cookies, as somebody else's browser has none.
    ///
    /// # Panics
    /// When the driver refuses.
    pub fn forget(&self) {
        self.open("/static/none");
        self.drive(self.chromium.delete_all_cookies())
            .expect("cookies can be forgotten");
    }

    /// Where this browser reaches the service.
    #[must_use]
    pub fn address(&self) -> &str {
        &self.address
    }

    /// Where the service is reached by others than this browser.
    #[must_use]
    pub fn service(&self) -> &str {
        self.app.url()
    }

    /// The browser.
    #[must_use]
    pub const fn chromium(&self) -> &Chromium {
        &self.chromium
    }

    /// The newest letter to somebody, once all that is due has been delivered.
    ///
    /// # Panics
    /// When there is none.
    #[must_use]
    pub fn letter(&self, address: &str) -> Letter {
        self.app.work();
        let letter = self.app.mail.letters_to(address).pop();
        letter.unwrap_or_else(|| panic!("a letter to {address}"))
    }

    /// Follows the first link of the newest letter to somebody.
    ///
    /// # Panics
    /// When there is none.
    pub fn follow_letter(&self, address: &str) {
        let letter = self.letter(address);
        self.open(letter.links().first().expect("a link in the letter"));
    }

    /// Opens a path, or an absolute address as letters have it.
    ///
    /// # Panics
    /// When there is no answer.
    pub fn open(&self, address: &str) {
        let address = format!("{}{}", self.address, address.trim_start_matches(&self.address));
        self.drive(self.chromium.goto(&address)).expect("the page opens");
    }

    /// The path of the page, with its query but for the language.
    ///
    /// # Panics
    /// When no page is open.
    #[must_use]
    pub fn path(&self) -> String {
        let url = self.drive(self.chromium.current_url()).expect("a page is open");
        let kept = url.query().unwrap_or_default().split('&');
        let kept: Vec<&str> = kept
            .filter(|pair| !pair.is_empty() && !pair.starts_with("lang="))
            .collect();
        if kept.is_empty() {
            return url.path().to_owned();
        }
        format!("{}?{}", url.path(), kept.join("&"))
    }

    /// Follows the link with this text.
    ///
    /// # Panics
    /// When there is none.
    pub fn go(&self, text: &str) {
        let link = self.find(&Locator::XPath(&format!("//a[normalize-space()=\"{text}\"]")));
        let address = self.drive(link.attr("href")).expect("its attributes");
        self.open(&address.expect("an address"));
    }

    /// Follows the first link that a selector finds.
    ///
    /// # Panics
    /// When there is none.
    pub fn follow(&self, selector: &str) {
        let link = self.find(&Locator::Css(selector));
        let address = self.drive(link.attr("href")).expect("its attributes");
        self.open(&address.expect("an address"));
    }

    /// Types into a field.
    ///
    /// # Panics
    /// When there is none, or it can't be typed into.
    pub fn write(&self, name: &str, text: &str) {
        let field = self.find(&Locator::Css(&format!("[name=\"{name}\"]:not([type=hidden])")));
        self.drive(field.clear()).expect("it can be emptied");
        self.drive(field.send_keys(text)).expect("it can be typed into");
    }

    /// Ticks the first box with this name whose label begins with this text.
    ///
    /// # Panics
    /// When there is none.
    pub fn tick(&self, name: &str, label: &str) {
        let labels = format!("//label[starts-with(normalize-space(),\"{label}\")]");
        let of_label = format!("@id={labels}/@for or ancestor::label[starts-with(normalize-space(),\"{label}\")]");
        let field = self.find(&Locator::XPath(&format!("//input[@name=\"{name}\" and ({of_label})]")));
        self.drive(field.send_keys(SPACE)).expect("it can be ticked");
    }

    /// Ticks the first box that a selector finds, or takes its tick away.
    ///
    /// # Panics
    /// When there is none.
    pub fn tick_on(&self, selector: &str) {
        let field = self.find(&Locator::Css(selector));
        self.drive(field.send_keys(SPACE)).expect("it can be ticked");
    }

    /// Presses the button with this text.
    ///
    /// # Panics
    /// When there is none.
    pub fn press(&self, text: &str) {
        self.press_found(&self.find(&Locator::XPath(&format!("//button[normalize-space()=\"{text}\"]"))));
    }

    /// Presses the first button that a selector finds.
    ///
    /// # Panics
    /// When there is none.
    pub fn press_on(&self, selector: &str) {
        self.press_found(&self.find(&Locator::Css(selector)));
    }

    /// Runs a script in the page, and returns what it returns.
    ///
    /// # Panics
    /// When it fails.
    #[must_use]
    pub fn ask(&self, script: &str) -> Value {
        let answer = self.drive(self.chromium.execute(script, Vec::new()));
        answer.unwrap_or_else(|fault| panic!("{script}: {fault}"))
    }

    /// Runs a script that goes on by itself, and returns what it gives to its last argument.
    ///
    /// # Panics
    /// When it fails.
    #[must_use]
    pub fn ask_and_wait(&self, script: &str) -> Value {
        let answer = self.drive(self.chromium.execute_async(script, Vec::new()));
        answer.unwrap_or_else(|fault| panic!("{script}: {fault}"))
    }

    /// Does something with the browser, and waits for its end.
    pub fn drive<T>(&self, steps: impl Future<Output = T>) -> T {
        self.runtime.block_on(steps)
    }

    fn press_found(&self, button: &Element) {
        let left = self.page();
        self.drive(button.send_keys(ENTER)).expect("it can be pressed");
        // The driver may return before the answer has come.
        while self.page().is_none_or(|page| Some(page) == left) {}
    }

    fn find(&self, locator: &Locator<'_>) -> Element {
        let found = self.drive(self.chromium.find(*locator));
        found.unwrap_or_else(|fault| panic!("{locator:?}: {fault}\n{:?}", self.drive(self.chromium.source())))
    }

    /// Which page is open, as the driver tells pages apart; `None` between two pages.
    fn page(&self) -> Option<String> {
        let root = self.drive(self.chromium.find(Locator::Css("html")));
        root.ok().map(|root| root.element_id().to_string())
    }
}
