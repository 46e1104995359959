//! Somebody who walks through the service in Chromium, and draws what they see.

use std::fs;

use fantoccini::{Locator, elements::Element};
use stories::{
    app::TestApp,
    chromium::{Chromium, Screen, Scripts},
    repository,
    smtp_peer::Letter,
};
use tokio::runtime::{Builder, Runtime};

use crate::ADDRESS;

/// A phone of today.
pub const PHONE: Screen = Screen {
    width: 390,
    height: 780,
    dots: 1,
    is_phone: true,
};

/// A window on a desk.
pub const DESK: Screen = Screen {
    width: 1000,
    height: 640,
    dots: 1,
    is_phone: false,
};

/// Keys as WebDriver writes them.
const ENTER: &str = "\u{e007}";
const SPACE: &str = " ";

/// A person with a browser of their own.
pub struct Walk<'a> {
    app: &'a TestApp,
    runtime: Runtime,
    chromium: Chromium,
}

impl<'a> Walk<'a> {
    /// Somebody who has never been here.
    pub fn begin(app: &'a TestApp, screen: Screen) -> Self {
        let here = app.url().trim_start_matches("http://");
        let switches = [
            format!("--host-resolver-rules=MAP oppstart.example:80 {here}"),
            "--disable-features=HttpsUpgrades".to_owned(),
            "--hide-scrollbars".to_owned(),
        ];
        let runtime = Builder::new_current_thread()
            .enable_all()
            .build()
            .expect("a runtime for the browser");
        let chromium = runtime.block_on(Chromium::open_on(screen, Scripts::On, &switches));
        Self { app, runtime, chromium }
    }

    /// Somebody of the staff, signed in by the code from a letter.
    pub fn sign_in(app: &'a TestApp, screen: Screen, mailbox: &str) -> Self {
        let walk = Self::begin(app, screen);
        walk.open("/sign-in");
        let address = format!("{mailbox}@demo.example");
        walk.write("email", &address);
        walk.press("Send meg en kode");
        let letter = walk.letter(&address);
        let mut words = letter.subject().split(' ').filter(|word| word.parse::<u32>().is_ok());
        walk.write("code", words.next().expect("a code in the letter"));
        walk.press("Logg inn");
        walk
    }

    /// The newest letter to somebody, once all that is due has been delivered.
    pub fn letter(&self, address: &str) -> Letter {
        self.app.work();
        let letter = self.app.mail.letters_to(address).pop();
        letter.unwrap_or_else(|| panic!("a letter to {address}"))
    }

    /// Follows the first link of the newest letter to somebody.
    pub fn follow_letter(&self, address: &str) {
        let letter = self.letter(address);
        self.open(letter.links().first().expect("a link in the letter"));
    }

    /// Opens a path, or an absolute address as letters have it.
    pub fn open(&self, address: &str) {
        let address = format!("{ADDRESS}{}", address.trim_start_matches(ADDRESS));
        self.drive(self.chromium.goto(&address)).expect("the page opens");
    }

    /// Follows the link with this text.
    pub fn go(&self, text: &str) {
        let link = self.find(&format!("//a[normalize-space()=\"{text}\"]"));
        let address = self.drive(link.attr("href")).expect("its attributes");
        self.open(&address.expect("an address"));
    }

    /// Types into a field.
    pub fn write(&self, name: &str, text: &str) {
        let field = self.find(&format!("//*[@name=\"{name}\"]"));
        self.drive(field.clear()).expect("it can be emptied");
        self.drive(field.send_keys(text)).expect("it can be typed into");
    }

    /// Ticks the first box with this name whose label begins with this text.
    pub fn tick(&self, name: &str, label: &str) {
        let labels = format!("//label[starts-with(normalize-space(),\"{label}\")]");
        let of_label = format!("@id={labels}/@for or ancestor::label[starts-with(normalize-space(),\"{label}\")]");
        let field = self.find(&format!("//input[@name=\"{name}\" and ({of_label})]"));
        self.drive(field.send_keys(SPACE)).expect("it can be ticked");
    }

    /// Presses the button with this text.
    pub fn press(&self, text: &str) {
        let button = self.find(&format!("//button[normalize-space()=\"{text}\"]"));
        let left = self.page();
        self.drive(button.send_keys(ENTER)).expect("it can be pressed");
        // The driver may return before the answer has come.
        while self.page().is_none_or(|page| Some(page) == left) {}
    }

    /// Draws the window as it is at the top of the page.
    pub fn draw(&self, name: &str) {
        self.draw_from(name, "body");
    }

    /// Draws the window, scrolled to an element.
    pub fn draw_from(&self, name: &str, selector: &str) {
        let script = "document.activeElement.blur(); document.querySelector(arguments[0]).scrollIntoView()";
        let scrolled = self.drive(self.chromium.execute(script, vec![selector.into()]));
        scrolled.unwrap_or_else(|fault| panic!("{name}: {selector}: {fault}"));
        let picture = self.drive(self.chromium.screenshot()).expect("a picture");
        let path = repository().join(format!("docs/guides/pictures/{name}.png"));
        fs::write(path, picture).expect("the picture can be written");
    }

    fn find(&self, path: &str) -> Element {
        let found = self.drive(self.chromium.find(Locator::XPath(path)));
        found.unwrap_or_else(|fault| panic!("{path}: {fault}\n{:?}", self.drive(self.chromium.source())))
    }

    /// Which page is open, as the driver tells pages apart; `None` between two pages.
    fn page(&self) -> Option<String> {
        let root = self.drive(self.chromium.find(Locator::Css("html")));
        root.ok().map(|root| root.element_id().to_string())
    }

    fn drive<T>(&self, steps: impl Future<Output = T>) -> T {
        self.runtime.block_on(steps)
    }
}
